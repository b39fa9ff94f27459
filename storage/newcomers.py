"""Those who wait for the curator's eye: «новые», and adults from outside whose clearance was not checked yet.

They wait from when they have agreed and said who they are; in coded mode from when they have agreed.
"""

from __future__ import annotations

from mentoring.people import Person
from storage.database import Transaction
from storage.people import person_of

_WAITING = (
    "FROM persons WHERE school_id = :school AND removed_at IS NULL AND withdrawn_at IS NULL "
    "AND kind IN ('pupil', 'teacher', 'student', 'partner') AND (family || given <> '' OR (EXISTS "
    "(SELECT 1 FROM settings s WHERE s.school_id = :school AND s.name = 'privacy_mode' AND s.value = 'coded') "
    "AND EXISTS (SELECT 1 FROM consents c WHERE c.person_id = persons.id AND c.purpose = 'participation' "
    "AND c.capacity <> 'guardian' AND c.answer = 'agreed' AND c.withdrawn_at IS NULL))) "
    "AND (admitted_at IS NULL OR (kind IN ('student', 'partner') AND cleared_on IS NULL))"
)


def page(tx: Transaction, school: int, after: int, limit: int) -> list[Person]:
    """The next of them by the id of the last one shown, in the order they came."""
    rows = tx.all(
        f"SELECT * {_WAITING} AND id > :after ORDER BY id LIMIT :limit", school=school, after=after, limit=limit
    )
    return [person_of(row) for row in rows]


def count(tx: Transaction, school: int) -> tuple[int, int, int]:
    """How many are new, how many outsiders are admitted but not cleared, and the last id among the new."""
    row = tx.one(
        "SELECT count(*) FILTER (WHERE admitted_at IS NULL) AS fresh, "
        "count(*) FILTER (WHERE admitted_at IS NOT NULL) AS uncleared, "
        f"coalesce(max(id) FILTER (WHERE admitted_at IS NULL), 0) AS last {_WAITING}",
        school=school,
    )
    return (0, 0, 0) if row is None else (row["fresh"], row["uncleared"], row["last"])


def fresh(tx: Transaction, school: int, until: int) -> list[Person]:
    """All who are new, up to the id that was last when they were counted."""
    rows = tx.all(
        f"SELECT * {_WAITING} AND admitted_at IS NULL AND id <= :until ORDER BY id", school=school, until=until
    )
    return [person_of(row) for row in rows]
