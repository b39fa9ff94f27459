"""Whom the bot cannot reach and somebody is to call; one open task a person, closed by a curator or by their return."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mentoring.people import Person
from storage import people
from storage.database import Row, Transaction
from storage.moments import to_time

_PAGE = 8


class Outcome(StrEnum):
    """How a call ended."""

    BACK = "back"  # they came back by themselves
    WILL_BE = "will_be"  # they said they would
    OTHERWISE = "otherwise"  # they will be told by phone or on paper
    LEAVES = "leaves"  # they do not take part any longer


@dataclass(frozen=True, slots=True)
class Call:
    """One person to be called, since when the bot cannot reach them; what waits to be said to them, by kind."""

    id: int
    person: Person
    since: datetime
    contact: str


def open_for(tx: Transaction, person: Person) -> bool:
    """Somebody is to call this person; False when that is known already."""
    return bool(
        tx.run(
            "INSERT INTO calls (school_id, person_id, since) VALUES (:school, :person, :now) ON CONFLICT DO NOTHING",
            school=person.school_id,
            person=person.id,
            now=tx.now,
        )
    )


def close_for(tx: Transaction, person_id: int) -> None:
    """They came back."""
    tx.run(
        "UPDATE calls SET done_at = :now, outcome = 'back' WHERE person_id = :person AND done_at IS NULL",
        now=tx.now,
        person=person_id,
    )


def reopen(tx: Transaction, school_id: int, before: datetime) -> list[int]:
    """Whoever said before this time that they would be back, and is not: to be called again; returns whom."""
    rows = tx.all(
        "INSERT INTO calls (school_id, person_id, since) SELECT c.school_id, c.person_id, c.since FROM calls c "
        "JOIN persons p ON p.id = c.person_id AND p.removed_at IS NULL AND p.withdrawn_at IS NULL "
        "WHERE c.school_id = :school AND c.outcome = 'will_be' AND c.done_at <= :before "
        "AND NOT EXISTS (SELECT 1 FROM calls l WHERE l.person_id = c.person_id AND l.id > c.id) "
        "AND NOT EXISTS (SELECT 1 FROM account_persons l JOIN accounts a ON a.id = l.account_id "
        "WHERE l.person_id = c.person_id AND a.unreachable_at IS NULL) ORDER BY c.id RETURNING person_id",
        school=school_id,
        before=before,
    )
    return [int(row["person_id"]) for row in rows]


def close(tx: Transaction, school_id: int, call_id: int, outcome: Outcome, by: int) -> int | None:
    """A curator has called; returns whom, or None when the task is closed already or another school's."""
    row = tx.one(
        "UPDATE calls SET done_at = :now, done_by = :by, outcome = :outcome "
        "WHERE id = :id AND school_id = :school AND done_at IS NULL RETURNING person_id",
        now=tx.now,
        by=by,
        outcome=str(outcome),
        id=call_id,
        school=school_id,
    )
    return None if row is None else int(row["person_id"])


_OPEN = (
    "SELECT c.id AS call_id, c.since, p.* FROM calls c JOIN persons p ON p.id = c.person_id "
    "WHERE c.school_id = :school AND c.done_at IS NULL AND p.removed_at IS NULL"
)


def page(tx: Transaction, school_id: int, after: int = 0) -> list[Call]:
    """Open tasks in the order in which they came, one more than a page holds when there is a next one."""
    rows = tx.all(f"{_OPEN} AND c.id > :after ORDER BY c.id LIMIT :most", school=school_id, after=after, most=_PAGE + 1)
    return [_call(row) for row in rows]


def one(tx: Transaction, school_id: int, call_id: int) -> Call | None:
    """One open task of a school."""
    row = tx.one(f"{_OPEN} AND c.id = :id", school=school_id, id=call_id)
    return None if row is None else _call(row)


def count(tx: Transaction, school_id: int) -> int:
    """How many are to be called."""
    return int(
        tx.value(
            "SELECT count(*) FROM calls c JOIN persons p ON p.id = c.person_id "
            "WHERE c.school_id = :school AND c.done_at IS NULL AND p.removed_at IS NULL",
            school=school_id,
        )
    )


def _call(row: Row) -> Call:
    return Call(row["call_id"], people.person_of(row), to_time(row["since"]), row["contact"])


def contact(tx: Transaction, person_id: int) -> str:
    """The number or address a person has given."""
    return str(tx.value("SELECT contact FROM persons WHERE id = :id", id=person_id) or "")
