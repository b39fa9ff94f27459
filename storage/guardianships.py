"""Who answers for which child: whether the school has made sure that they do, and whether they may decide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from mentoring.people import Person
from storage.database import Row, Transaction
from storage.moments import maybe_time, to_time
from storage.people import person_of


@dataclass(frozen=True, slots=True)
class Guardianship:
    """One guardian of one child."""

    guardian: Person
    since: datetime
    confirmed_at: datetime | None
    barred_at: datetime | None


@dataclass(frozen=True, slots=True)
class Announced:
    """A child whose guardian has answered but is not known to the school as one yet."""

    child: Person
    guardian: Person


_OPEN = (
    "FROM guardianships g JOIN persons p ON p.id = g.child_id JOIN persons a ON a.id = g.guardian_id "
    "WHERE p.school_id = :school AND p.removed_at IS NULL AND p.withdrawn_at IS NULL AND a.removed_at IS NULL "
    "AND g.confirmed_at IS NULL AND g.barred_at IS NULL AND EXISTS (SELECT 1 FROM consents c "
    "WHERE c.person_id = g.child_id AND c.given_by = g.guardian_id AND c.capacity = 'guardian' "
    "AND c.withdrawn_at IS NULL) "
)


def of_child(tx: Transaction, child_id: int) -> list[Guardianship]:
    """A child's guardians with what is known of them, in the order they came."""
    return [
        _guardianship(row)
        for row in tx.all(
            "SELECT p.*, g.since AS since, g.confirmed_at AS confirmed_at, g.barred_at AS barred_at "
            "FROM persons p JOIN guardianships g ON g.guardian_id = p.id WHERE g.child_id = :child "
            "AND p.removed_at IS NULL ORDER BY g.since, p.id",
            child=child_id,
        )
    ]


def unaccompanied(tx: Transaction, school_id: int) -> list[Person]:
    """Pupils and students none of whose guardians has come with an account of their own, by class and name."""
    return [
        person_of(row)
        for row in tx.all(
            "SELECT p.* FROM persons p WHERE p.school_id = :school AND p.kind IN ('pupil', 'student') "
            "AND p.admitted_at IS NOT NULL AND p.removed_at IS NULL AND p.withdrawn_at IS NULL AND p.erased_at IS NULL "
            "AND NOT EXISTS (SELECT 1 FROM guardianships g JOIN account_persons a ON a.person_id = g.guardian_id "
            "WHERE g.child_id = p.id AND g.barred_at IS NULL) ORDER BY p.class_level, p.class_letter, p.sought, p.id",
            school=school_id,
        )
    ]


def barred(tx: Transaction, guardian_id: int, child_id: int) -> bool:
    """Whether somebody may not decide for a child."""
    return bool(
        tx.value(
            "SELECT 1 FROM guardianships WHERE guardian_id = :guardian AND child_id = :child AND barred_at IS NOT NULL",
            guardian=guardian_id,
            child=child_id,
        )
    )


def announced(tx: Transaction, school: int, after: int, limit: int) -> list[Announced]:
    """Children whose guardians wait to be confirmed, from a child's id on."""
    rows = tx.all(
        f"SELECT p.*, g.guardian_id AS guardian {_OPEN} AND p.id > :after ORDER BY p.id, g.guardian_id LIMIT :limit",
        school=school,
        after=after,
        limit=limit,
    )
    ids = {row["guardian"] for row in rows}
    known = {
        row["id"]: person_of(row)
        for row in tx.all(f"SELECT * FROM persons WHERE id IN ({','.join(str(int(each)) for each in ids) or 'NULL'})")
    }
    return [Announced(person_of(row), known[row["guardian"]]) for row in rows]


def count_announced(tx: Transaction, school: int) -> int:
    """How many wait to be confirmed."""
    return int(tx.value(f"SELECT count(*) {_OPEN}", school=school))


def confirm(tx: Transaction, guardian_id: int, child_id: int, by: int) -> bool:
    """The school has made sure; False when it had before, or they are not the child's guardian."""
    return bool(
        tx.run(
            "UPDATE guardianships SET confirmed_at = :now, confirmed_by = :by, barred_at = NULL, barred_by = NULL "
            "WHERE guardian_id = :guardian AND child_id = :child AND (confirmed_at IS NULL OR barred_at IS NOT NULL)",
            now=tx.now,
            by=by,
            guardian=guardian_id,
            child=child_id,
        )
    )


def bar(tx: Transaction, guardian_id: int, child_id: int, by: int) -> bool:
    """They may not decide for this child: from now on their answers do not count. The reason is not kept."""
    return bool(
        tx.run(
            "UPDATE guardianships SET barred_at = :now, barred_by = :by "
            "WHERE guardian_id = :guardian AND child_id = :child AND barred_at IS NULL",
            now=tx.now,
            by=by,
            guardian=guardian_id,
            child=child_id,
        )
    )


def _guardianship(row: Row) -> Guardianship:
    return Guardianship(
        guardian=person_of(row),
        since=to_time(row["since"]),
        confirmed_at=maybe_time(row["confirmed_at"]),
        barred_at=maybe_time(row["barred_at"]),
    )


def deciding(tx: Transaction, children: Iterable[int]) -> dict[int, list[Person]]:
    """The guardians of these children who may decide for them, by child."""
    ids = ", ".join(str(int(each)) for each in children)
    found: dict[int, list[Person]] = {}
    for row in tx.all(
        "SELECT g.child_id, p.* FROM guardianships g JOIN persons p ON p.id = g.guardian_id "
        f"WHERE g.child_id IN ({ids}) AND g.barred_at IS NULL AND p.removed_at IS NULL ORDER BY g.since, p.id"
    ):
        found.setdefault(row["child_id"], []).append(person_of(row))
    return found


def confirmed(tx: Transaction, guardian_id: int, child_id: int) -> bool:
    """Whether the school has made sure of them, and they may decide."""
    return bool(
        tx.value(
            "SELECT 1 FROM guardianships WHERE guardian_id = :guardian AND child_id = :child "
            "AND confirmed_at IS NOT NULL AND barred_at IS NULL",
            guardian=guardian_id,
            child=child_id,
        )
    )


def hears(tx: Transaction, guardian_id: int, child_id: int) -> bool:
    """Whether a guardian wishes to hear of the child's meetings."""
    return bool(
        tx.value(
            "SELECT 1 FROM guardianships WHERE guardian_id = :guardian AND child_id = :child "
            "AND hears_meetings_at IS NOT NULL AND barred_at IS NULL AND confirmed_at IS NOT NULL",
            guardian=guardian_id,
            child=child_id,
        )
    )


def hear(tx: Transaction, guardian_id: int, child_id: int, *, meetings: bool) -> None:
    """They wish to, or no longer."""
    tx.run(
        "UPDATE guardianships SET hears_meetings_at = CASE WHEN :meetings THEN :now ELSE NULL END "
        "WHERE guardian_id = :guardian AND child_id = :child",
        meetings=meetings,
        now=tx.now,
        guardian=guardian_id,
        child=child_id,
    )


def hearing(tx: Transaction, children: Iterable[int]) -> list[tuple[int, int]]:
    """Which guardians wish to hear of the meetings of which of these children: (guardian, child)."""
    ids = ",".join(str(int(each)) for each in children) or "NULL"
    rows = tx.all(
        f"SELECT guardian_id, child_id FROM guardianships WHERE child_id IN ({ids}) "
        "AND hears_meetings_at IS NOT NULL AND barred_at IS NULL AND confirmed_at IS NOT NULL"
    )
    return [(row["guardian_id"], row["child_id"]) for row in rows]
