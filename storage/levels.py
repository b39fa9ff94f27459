"""Psychological levels: read by psychologists by code, by everyone else as totals; of those who agreed to measurement."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from mentoring.baseline import Phase, Source, concerns, level_of
from mentoring.people import Kind, Side
from storage import lack_conditions, pages
from storage.asks import AGREED
from storage.database import Row, Transaction
from storage.roster import Frame, Go

_SIDES = " OR ".join(
    f"(p.kind = '{kind}' AND {{q}}.side = '{side}')"
    for kind in Kind
    if level_of(kind)
    for side in Side
    if concerns(Source.PSYCHOLOGIST, kind, side)
)
_MEASURABLE = (  # the cheap question first: most have not been asked about measurement at all
    "p.school_id = :school AND p.removed_at IS NULL AND EXISTS (SELECT 1 FROM consents a WHERE a.person_id = p.id "
    "AND a.purpose = 'psychological' AND a.answer = 'agreed' AND a.withdrawn_at IS NULL) "
    f"AND {lack_conditions.may_be_measured()} AND {AGREED}"
)
_MEASURED = (
    "u.person_id = p.id AND u.programme_id = :programme AND u.left_at IS NULL AND u.form <> '' "
    f"AND ({_SIDES.format(q='u')})"
)
_PARTS = f"FROM participations u WHERE {_MEASURED}"
_FROM = f"persons p JOIN participations q ON q.id = (SELECT min(u.id) {_PARTS}) WHERE {_MEASURABLE}"
_WITHOUT = (
    f"EXISTS (SELECT 1 {_PARTS} AND NOT EXISTS (SELECT 1 FROM levels l WHERE l.participation_id = u.id "
    "AND l.phase = :phase))"
)
_SELECT = (
    f"SELECT p.id AS person, p.kind, p.code, q.id AS participation, CASE WHEN {_WITHOUT} THEN 0 ELSE (SELECT l.level "
    f"FROM levels l WHERE l.participation_id = q.id AND l.phase = :phase) END AS level FROM {_FROM}"
)


@dataclass(frozen=True, slots=True)
class Coded:
    """Somebody whose level a psychologist enters: the code and the parameter, no name."""

    participation: int
    code: str
    parameter: str
    level: int  # 0: not entered


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of codes, and whether there is more before and after; `first` and `last` are the people at its edges."""

    codes: tuple[Coded, ...]
    first: int
    last: int
    before: bool
    after: bool


def page(tx: Transaction, frame: Frame, phase: Phase, go: Go, key: int, size: int) -> Leaf:
    """A page of those who may be measured, by code: one line a person, in however many forms."""
    found = pages.page(tx, _SELECT, {**frame.values(), "phase": phase}, pages.BY_CODE, go, key, size)
    first, last = (found.rows[0]["person"], found.rows[-1]["person"]) if found.rows else (0, 0)
    return Leaf(tuple(_coded(row) for row in found.rows), first, last, found.before, found.after)


def one(tx: Transaction, frame: Frame, phase: Phase, participation: int) -> tuple[int, Coded] | None:
    """One of them and the person's id; None for everyone else, whatever the reason."""
    row = tx.one(
        f"{_SELECT} AND q.id = :id AND p.id = (SELECT o.person_id FROM participations o WHERE o.id = :id)",
        **frame.values(),
        phase=phase,
        id=participation,
    )
    return None if row is None else (row["person"], _coded(row))


def counts(tx: Transaction, frame: Frame, phase: Phase) -> tuple[int, int]:
    """How many may be measured, and how many of them have a level."""
    row = tx.one(
        f"SELECT count(*) AS everyone, coalesce(sum(NOT {_WITHOUT}), 0) AS done FROM {_FROM}",
        **frame.values(),
        phase=phase,
    )
    return (row["everyone"], row["done"]) if row else (0, 0)


def totals(tx: Transaction, frame: Frame, phase: Phase) -> dict[str, dict[str, tuple[int, int, int]]]:
    """How many people are at each level, low to high, by form and parameter."""
    rows = tx.all(
        "SELECT q.form AS on_form, l.parameter, l.level, count(*) AS people FROM persons p "
        "JOIN participations q ON q.person_id = p.id AND q.programme_id = :programme AND q.left_at IS NULL "
        f"JOIN levels l ON l.participation_id = q.id AND l.phase = :phase WHERE {_MEASURABLE} GROUP BY 1, 2, 3",
        **frame.values(),
        phase=phase,
    )
    found: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0, 0]))
    for row in rows:
        found[row["on_form"]][row["parameter"]][row["level"] - 1] = row["people"]
    return {
        form: {name: (each[0], each[1], each[2]) for name, each in by_name.items()} for form, by_name in found.items()
    }


def keep(tx: Transaction, frame: Frame, person_id: int, phase: Phase, parameter: str, level: int, by: int) -> None:
    """Write a person's level down, 1 low to 3 high: for the forms that have none; for all, when it is corrected."""
    rows = tx.all(
        f"SELECT u.id, EXISTS (SELECT 1 FROM levels l WHERE l.participation_id = u.id AND l.phase = :phase) AS has "
        f"FROM persons p JOIN participations u ON {_MEASURED} WHERE p.id = :id ORDER BY u.id",
        **frame.values(),
        phase=phase,
        id=person_id,
    )
    for each in [row["id"] for row in rows if not row["has"]] or [row["id"] for row in rows]:
        tx.run(
            "INSERT INTO levels (participation_id, phase, parameter, level, entered_by, entered_at) "
            "VALUES (:participation, :phase, :parameter, :level, :by, :now) "
            "ON CONFLICT (participation_id, phase, parameter) DO UPDATE SET level = excluded.level, "
            "entered_by = excluded.entered_by, entered_at = excluded.entered_at",
            participation=each,
            phase=phase,
            parameter=parameter,
            level=level,
            by=by,
            now=tx.now,
        )


def _coded(row: Row) -> Coded:
    measured = level_of(Kind(row["kind"]))
    return Coded(row["participation"], row["code"], measured.name if measured else "", row["level"])
