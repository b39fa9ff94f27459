"""The adults a school has named for «Мне неспокойно», in the order in which they are told."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from mentoring.people import Person
from storage.database import Transaction
from storage.moments import maybe_time
from storage.people import person_of

PAGE = 8


def add(tx: Transaction, school: int, person_id: int, by: int) -> None:
    """Name one, last in the order; twice is once."""
    tx.run(
        "INSERT INTO safety_adults (school_id, person_id, place, named_by, named_at) VALUES (:school, :id, "
        "(SELECT coalesce(max(place), 0) + 1 FROM safety_adults WHERE school_id = :school), :by, :now) "
        "ON CONFLICT DO NOTHING",
        school=school,
        id=person_id,
        by=by,
        now=tx.now,
    )


def drop(tx: Transaction, school: int, person_id: int) -> None:
    """Name one no longer."""
    tx.run("DELETE FROM safety_adults WHERE school_id = :school AND person_id = :id", school=school, id=person_id)


def put_first(tx: Transaction, school: int, person_id: int) -> None:
    """One is told before the others."""
    tx.run(
        "UPDATE safety_adults SET place = (SELECT min(o.place) - 1 FROM safety_adults o WHERE o.school_id = :school) "
        "WHERE school_id = :school AND person_id = :id",
        school=school,
        id=person_id,
    )


def tried(tx: Transaction, school: int, person_id: int) -> None:
    """A trial goes to one now."""
    tx.run(
        "UPDATE safety_adults SET tried_at = :now, heard_at = NULL WHERE school_id = :school AND person_id = :id",
        now=tx.now,
        school=school,
        id=person_id,
    )


def heard(tx: Transaction, school: int, person_id: int) -> bool:
    """One has answered the trial; False for whoever is not named."""
    return bool(
        tx.run(
            "UPDATE safety_adults SET heard_at = coalesce(heard_at, :now) "
            "WHERE school_id = :school AND person_id = :id AND tried_at IS NOT NULL",
            now=tx.now,
            school=school,
            id=person_id,
        )
    )


def waits(tx: Transaction, school: int, person_id: int) -> bool:
    """Whether a trial to one has not been answered."""
    return bool(
        tx.value(
            "SELECT 1 FROM safety_adults WHERE school_id = :school AND person_id = :id AND tried_at IS NOT NULL "
            "AND heard_at IS NULL",
            school=school,
            id=person_id,
        )
    )


def trials(tx: Transaction, school: int, zone: ZoneInfo) -> dict[int, tuple[datetime | None, datetime | None]]:
    """When each was sent a trial, and answered it, by the school's clock."""

    def local(text: str | None) -> datetime | None:
        moment = maybe_time(text)
        return None if moment is None else moment.astimezone(zone)

    rows = tx.all("SELECT * FROM safety_adults WHERE school_id = :school", school=school)
    return {row["person_id"]: (local(row["tried_at"]), local(row["heard_at"])) for row in rows}


def others(tx: Transaction, school: int, after: int) -> list[Person]:
    """Grown-ups of the school who are not named, by id, and one more to tell whether there is another page."""
    rows = tx.all(
        "SELECT p.* FROM persons p WHERE p.school_id = :school AND p.id > :after AND p.removed_at IS NULL "
        "AND p.kind IN ('staff', 'teacher', 'partner') AND p.admitted_at IS NOT NULL AND p.withdrawn_at IS NULL "
        "AND NOT EXISTS (SELECT 1 FROM safety_adults s WHERE s.person_id = p.id) ORDER BY p.id LIMIT :limit",
        school=school,
        after=after,
        limit=PAGE + 1,
    )
    return [person_of(row) for row in rows]
