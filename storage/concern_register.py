"""The numbered register of a school's concerns: for whoever checks how they were answered, and for whoever closed them."""

from __future__ import annotations

from dataclasses import dataclass

from storage.concerns import Concern, concern_of
from storage.database import Transaction

_NUMBERED = "SELECT c.*, row_number() OVER (ORDER BY c.id) AS number FROM concerns c WHERE c.school_id = :school"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A concern and its number in the school: the first that was said there is 1, and it never changes."""

    number: int
    concern: Concern


def of_school(tx: Transaction, school_id: int) -> list[Numbered]:
    """Every concern of a school, oldest first."""
    rows = tx.all(f"{_NUMBERED} ORDER BY c.id", school=school_id)
    return [Numbered(row["number"], concern_of(row)) for row in rows]


def closed_by(tx: Transaction, school_id: int, adult: int, most: int) -> list[Numbered]:
    """Those an adult answered for to the end, latest first, at most so many."""
    rows = tx.all(
        f"SELECT * FROM ({_NUMBERED}) AS n WHERE n.taken_by = :adult AND n.closed_at IS NOT NULL "
        "ORDER BY n.closed_at DESC, n.id DESC LIMIT :most",
        school=school_id,
        adult=adult,
        most=most,
    )
    return [Numbered(row["number"], concern_of(row)) for row in rows]


def has_closed(tx: Transaction, adult: int) -> bool:
    """Whether an adult has answered for any to the end."""
    return bool(
        tx.value(
            "SELECT EXISTS (SELECT 1 FROM concern_calls l JOIN concerns c ON c.id = l.concern_id WHERE l.adult_id = :adult "
            "AND l.times > 0 AND c.taken_by = :adult AND c.closed_at IS NOT NULL)",
            adult=adult,
        )
    )
