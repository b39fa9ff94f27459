"""Parameters of impact as they were measured, before and after; who is not measured yet; indicators of forms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from mentoring.baseline import FORMS, Phase, Source, concerns, parameters
from mentoring.people import Kind, Person, Side
from storage import pages
from storage.asks import AGREED
from storage.database import Transaction
from storage.people import person_of
from storage.roster import Frame, Go

_SOURCES = tuple(dict.fromkeys(source for _, source in FORMS))
_TAKES_PART = "q.programme_id = :programme AND q.left_at IS NULL AND q.form <> ''"
_FROM = (
    "persons p JOIN participations q ON q.person_id = p.id WHERE p.school_id = :school AND p.removed_at IS NULL "
    f"AND {_TAKES_PART} AND {AGREED}"
)


@dataclass(frozen=True, slots=True)
class Share:
    """How many people of a form a source has measured, of how many."""

    form: str
    source: Source
    done: int
    everyone: int


@dataclass(frozen=True, slots=True)
class Unmeasured:
    """A side of a form that a source has not measured; `entered`: the entry questionnaire is sent."""

    person_id: int
    participation: int
    entered: bool


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of people, and whether there is more before and after."""

    people: tuple[Person, ...]
    before: bool
    after: bool


def keep(tx: Transaction, participation: int, phase: Phase, values: Mapping[str, int], by: int) -> None:
    """Write measures down, each in place of an earlier one of the same phase."""
    for parameter, value in values.items():
        tx.run(
            "INSERT INTO measures (participation_id, phase, parameter, value, entered_by, entered_at) "
            "VALUES (:participation, :phase, :parameter, :value, :by, :now) "
            "ON CONFLICT (participation_id, phase, parameter) DO UPDATE SET value = excluded.value, "
            "entered_by = excluded.entered_by, entered_at = excluded.entered_at",
            participation=participation,
            phase=phase,
            parameter=parameter,
            value=value,
            by=by,
            now=tx.now,
        )


def of_programme(tx: Transaction, programme: int, form: str = "") -> list[tuple[int, Phase, str, int]]:
    """(participation, phase, parameter, value) of a programme or of one form: to compare before and after."""
    rows = tx.all(
        "SELECT m.* FROM measures m JOIN participations q ON q.id = m.participation_id "
        "WHERE q.programme_id = :programme AND (:form = '' OR q.form = :form) ORDER BY 1, 2, 3",
        programme=programme,
        form=form,
    )
    return [(row["participation_id"], Phase(row["phase"]), row["parameter"], row["value"]) for row in rows]


def to_measure(tx: Transaction, person_id: int, phase: Phase, source: Source) -> list[int]:
    """The participations of a person for which a source's scores are to be kept: those without; all, when none is without.

    Whoever is in two forms is asked once, and counts in both; joining another form later changes no earlier score.
    """
    rows = tx.all(
        f"SELECT q.id, {_has(source)} AS has FROM participations q JOIN persons p ON p.id = q.person_id "
        "JOIN programmes g ON g.id = q.programme_id WHERE q.person_id = :id AND q.left_at IS NULL AND q.form <> '' "
        f"AND g.closed_at IS NULL AND {_concerned(source)} ORDER BY q.id",
        id=person_id,
        phase=phase,
    )
    return [row["id"] for row in rows if not row["has"]] or [row["id"] for row in rows]


def lacks(tx: Transaction, participation: int, phase: Phase, source: Source) -> bool:
    """Whether a source has still to measure a participation."""
    return not tx.value(
        f"SELECT {_has(source)} FROM participations q JOIN persons p ON p.id = q.person_id WHERE q.id = :id",
        id=participation,
        phase=phase,
    )


def shares(tx: Transaction, frame: Frame, phase: Phase) -> list[Share]:
    """How far each source is, form by form."""
    counted = ", ".join(
        f"sum({_concerned(each)}) AS {each}_all, sum({_concerned(each)} AND {_has(each)}) AS {each}_done"
        for each in _SOURCES
    )
    rows = tx.all(f"SELECT q.form AS on_form, {counted} FROM {_FROM} GROUP BY 1", **frame.values(), phase=phase)
    return [
        Share(row["on_form"], source, row[f"{source}_done"], row[f"{source}_all"])
        for row in rows
        for source in _SOURCES
        if row[f"{source}_all"]
    ]


def unmeasured(tx: Transaction, frame: Frame, phase: Phase, source: Source) -> list[Unmeasured]:
    """Everyone a source has not measured: to remind of all of them."""
    rows = tx.all(
        f"SELECT p.id AS person, q.id AS participation, q.entered_at FROM {_FROM} AND {_concerned(source)} "
        f"AND NOT {_has(source)} ORDER BY q.id",
        **frame.values(),
        phase=phase,
    )
    return [Unmeasured(row["person"], row["participation"], row["entered_at"] is not None) for row in rows]


def page_of_unmeasured(
    tx: Transaction, frame: Frame, phase: Phase, source: Source, go: Go, key: int, size: int
) -> Leaf:
    """A page of people a source has not measured, by class and name."""
    wanted = (
        "SELECT p.* FROM persons p WHERE p.school_id = :school AND p.removed_at IS NULL AND EXISTS (SELECT 1 "
        f"FROM participations q WHERE q.person_id = p.id AND {_TAKES_PART} AND {AGREED} AND {_concerned(source)} "
        f"AND NOT {_has(source)})"
    )
    values = {**frame.values(), "phase": phase}
    found = pages.page(tx, wanted, values, pages.BY_CLASS, go, key, size)
    return Leaf(tuple(person_of(row) for row in found.rows), found.before, found.after)


def keep_indicators(
    tx: Transaction, programme: int, form: str, phase: Phase, values: Mapping[str, int], by: int
) -> None:
    """Write a form's sheet down."""
    for indicator, value in values.items():
        tx.run(
            "INSERT INTO indicators (programme_id, form, phase, indicator, value, entered_by, entered_at) "
            "VALUES (:programme, :form, :phase, :indicator, :value, :by, :now) "
            "ON CONFLICT (programme_id, form, phase, indicator) DO UPDATE SET value = excluded.value, "
            "entered_by = excluded.entered_by, entered_at = excluded.entered_at",
            programme=programme,
            form=form,
            phase=phase,
            indicator=indicator,
            value=value,
            by=by,
            now=tx.now,
        )


def indicators(tx: Transaction, programme: int) -> dict[tuple[str, Phase], dict[str, int]]:
    """Every sheet of a programme, by form and phase."""
    found: dict[tuple[str, Phase], dict[str, int]] = defaultdict(dict)
    for row in tx.all("SELECT * FROM indicators WHERE programme_id = :programme", programme=programme):
        found[row["form"], Phase(row["phase"])][row["indicator"]] = row["value"]
    return dict(found)


def _concerned(source: Source) -> str:
    """That a source is asked about this person on this side."""
    sides = [
        f"(p.kind = '{kind}' AND q.side = '{side}')"
        for kind, of in FORMS
        for side in Side
        if of is source and concerns(source, kind, side)
    ]
    return f"({' OR '.join(sides)})"


def _has(source: Source) -> str:
    """That something of what a source measures is there."""
    names = {each.name for kind in Kind for each in parameters(kind, source)}
    listed = ", ".join(f"'{each}'" for each in sorted(names))
    return (
        "EXISTS (SELECT 1 FROM measures m WHERE m.participation_id = q.id AND m.phase = :phase "
        f"AND m.parameter IN ({listed}))"
    )
