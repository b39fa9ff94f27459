"""Parameters of impact as they were measured, before and after; indicators of forms; and levels, read as totals only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mentoring.baseline import Phase
from mentoring.people import Person
from mentoring.standing import CONSENT_LACKS, Lack
from storage import lack_conditions
from storage.database import Transaction
from storage.people import person_of
from storage.roster import Frame

_AGREED = f"NOT {lack_conditions.lacking(*CONSENT_LACKS, Lack.WITHDRAWN)}"


@dataclass(frozen=True, slots=True)
class Measured:
    """A mentee with complete consent: on which form, and which parameters are there."""

    person: Person
    participation: int
    form: str
    entered: bool  # has sent the entry questionnaire
    parameters: frozenset[str]


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


def mentees(tx: Transaction, frame: Frame, phase: Phase) -> list[Measured]:
    """Every mentee with complete consent and which of their parameters are measured, in two queries."""
    there: dict[int, set[str]] = defaultdict(set)
    for row in tx.all(
        "SELECT m.participation_id, m.parameter FROM measures m JOIN participations q ON q.id = m.participation_id "
        "WHERE q.programme_id = :programme AND m.phase = :phase",
        programme=frame.programme_id,
        phase=phase,
    ):
        there[row["participation_id"]].add(row["parameter"])
    rows = tx.all(
        "SELECT p.*, q.id AS participation, q.form AS on_form, q.entered_at FROM persons p "
        "JOIN participations q ON q.person_id = p.id WHERE q.programme_id = :programme AND q.side = 'mentee' "
        "AND q.left_at IS NULL AND q.form <> '' AND p.school_id = :school AND p.removed_at IS NULL "
        f"AND {_AGREED} ORDER BY p.class_level, p.class_letter, p.sought, p.id",
        **frame.values(),
    )
    return [
        Measured(
            person_of(row),
            row["participation"],
            row["on_form"],
            row["entered_at"] is not None,
            frozenset(there[row["participation"]]),
        )
        for row in rows
    ]


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


def keep_level(tx: Transaction, participation: int, phase: Phase, parameter: str, level: int, by: int) -> None:
    """Write a psychological level down, 1 low to 3 high."""
    tx.run(
        "INSERT INTO levels (participation_id, phase, parameter, level, entered_by, entered_at) "
        "VALUES (:participation, :phase, :parameter, :level, :by, :now) "
        "ON CONFLICT (participation_id, phase, parameter) DO UPDATE SET level = excluded.level, "
        "entered_by = excluded.entered_by, entered_at = excluded.entered_at",
        participation=participation,
        phase=phase,
        parameter=parameter,
        level=level,
        by=by,
        now=tx.now,
    )


def levels_of(tx: Transaction, participations: Iterable[int], phase: Phase) -> dict[int, int]:
    """The level of each of these, for the psychologist's own screen and for totals; of nobody else's business."""
    ids = ",".join(str(int(each)) for each in participations)
    if not ids:
        return {}
    rows = tx.all(f"SELECT * FROM levels WHERE phase = :phase AND participation_id IN ({ids})", phase=phase)
    return {row["participation_id"]: row["level"] for row in rows}


def measurable(tx: Transaction, frame: Frame) -> list[tuple[Person, int, str]]:
    """Mentees who take part by complete consent and have answered about measurement: person, participation, form.

    Whether the answer to measurement is a complete consent is asked of the pure rule, by the service.
    """
    rows = tx.all(
        "SELECT p.*, q.id AS participation, q.form AS on_form FROM persons p JOIN participations q ON q.person_id = p.id "
        "WHERE q.programme_id = :programme AND q.side = 'mentee' AND q.left_at IS NULL AND p.school_id = :school "
        "AND p.removed_at IS NULL AND p.kind IN ('pupil', 'teacher') AND EXISTS (SELECT 1 FROM consents c "
        "WHERE c.person_id = p.id AND c.purpose = 'psychological' AND c.withdrawn_at IS NULL) "
        f"AND {_AGREED} ORDER BY p.code, q.id",
        **frame.values(),
    )
    return [(person_of(row), row["participation"], row["on_form"]) for row in rows]
