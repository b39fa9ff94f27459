"""Acts of destruction: written when data are destroyed, signed on paper, kept three years, then gone with the consents."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime

from mentoring.destruction import Category, Ground, Staying
from mentoring.refusal import NotYours
from storage.database import Row, Transaction
from storage.erasing import Erased
from storage.moments import maybe_date, to_time


@dataclass(frozen=True, slots=True)
class Act:
    """One act: about a number, what was destroyed, when, why, what stays; where the signed paper lies."""

    id: int
    school_id: int
    number: int
    subject: str
    ground: Ground
    asked_on: date | None
    destroyed_at: datetime
    categories: tuple[Category, ...]
    staying: tuple[Staying, ...]
    by_id: int | None
    journal_id: int
    signed_on: date | None
    original: str


def write(
    tx: Transaction, erased: Erased, ground: Ground, *, asked_on: date | None, by: int | None, journal_id: int
) -> int:
    """Write an act under the school's next number; returns its id."""
    last = tx.value("SELECT max(number) FROM acts WHERE school_id = :school", school=erased.school_id)
    return tx.insert(
        "acts",
        school_id=erased.school_id,
        number=(last or 0) + 1,
        person_id=erased.person_id,
        subject=erased.subject,
        ground=ground,
        asked_on=asked_on,
        destroyed_at=tx.now,
        categories=json.dumps(erased.categories),
        staying=json.dumps(erased.staying),
        by_id=by,
        journal_id=journal_id,
    )


def get(tx: Transaction, act_id: int) -> Act:
    """The act. Raises NotYours for an unknown id."""
    row = tx.one("SELECT * FROM acts WHERE id = :id", id=act_id)
    if row is None:
        raise NotYours
    return _act(row)


def page(tx: Transaction, school_id: int, before: int, limit: int) -> list[Act]:
    """A page of a school's acts, the newest first; `before` 0 is the first page."""
    rows = tx.all(
        "SELECT * FROM acts WHERE school_id = :school AND (:before = 0 OR id < :before) ORDER BY id DESC LIMIT :limit",
        school=school_id,
        before=before,
        limit=limit,
    )
    return [_act(row) for row in rows]


def unsigned(tx: Transaction, school_id: int) -> int:
    """How many wait for signatures."""
    return int(tx.value("SELECT count(*) FROM acts WHERE school_id = :school AND signed_on IS NULL", school=school_id))


def sign(tx: Transaction, act_id: int, signed_on: date, original: str) -> None:
    """The paper is signed, and lies somewhere."""
    tx.run(
        "UPDATE acts SET signed_on = :on, original = :original WHERE id = :id",
        on=signed_on,
        original=original,
        id=act_id,
    )


def outlived(tx: Transaction, school_id: int, destroyed_before: datetime) -> int:
    """Drop acts of destructions before a moment, with the consents they speak of; returns how many acts."""
    rows = tx.all(
        "SELECT id, person_id FROM acts WHERE school_id = :school AND destroyed_at < :before",
        school=school_id,
        before=destroyed_before,
    )
    for row in rows:
        tx.run("DELETE FROM consents WHERE person_id = :person", person=row["person_id"])
        tx.run("DELETE FROM withdrawals WHERE person_id = :person", person=row["person_id"])
        tx.run("DELETE FROM acts WHERE id = :id", id=row["id"])
    return len(rows)


def _act(row: Row) -> Act:
    return Act(
        id=row["id"],
        school_id=row["school_id"],
        number=row["number"],
        subject=row["subject"],
        ground=Ground(row["ground"]),
        asked_on=maybe_date(row["asked_on"]),
        destroyed_at=to_time(row["destroyed_at"]),
        categories=tuple(map(Category, json.loads(row["categories"]))),
        staying=tuple(map(Staying, json.loads(row["staying"]))),
        by_id=row["by_id"],
        journal_id=row["journal_id"],
        signed_on=maybe_date(row["signed_on"]),
        original=row["original"],
    )
