"""Answers to consents: each with the edition it was given to; a later answer takes the place of an earlier, none is lost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from mentoring.consents import Capacity, Purpose, Way
from mentoring.editions import Edition
from storage.database import Row, Transaction
from storage.moments import maybe_date, maybe_time, to_time


@dataclass(frozen=True, slots=True)
class Record:
    """One answer as it is kept, withdrawn or not."""

    id: int
    person_id: int
    purpose: Purpose
    capacity: Capacity
    way: Way
    agreed: bool
    given_by: int | None
    version: str
    digest: str
    given_at: datetime
    until: date | None
    original: str
    withdrawn_at: datetime | None
    withdrawn_by: int | None = None  # None though withdrawn: a later answer took its place
    scope: str = ""
    terms: str = ""
    document: str = ""
    checked_by: int | None = None
    checked_at: datetime | None = None


def give(
    tx: Transaction,
    person_id: int,
    capacity: Capacity,
    way: Way,
    edition: Edition,
    *,
    agreed: bool,
    given_by: int | None,
    given_at: datetime | None = None,
    until: date | None = None,
    original: str = "",
    checked_by: int | None = None,
    purpose: Purpose = Purpose.PARTICIPATION,
    scope: str = "",
    terms: str = "",
    document: str = "",
) -> bool:
    """Write an answer down in place of the giver's own that stood; False when the same tap was made before."""
    answer = "agreed" if agreed else "declined"
    standing = tx.one(
        "SELECT id, answer, terms FROM consents WHERE person_id = :person AND purpose = :purpose "
        "AND scope = :scope AND capacity = :capacity AND way = :way AND coalesce(given_by, 0) = :giver "
        "AND withdrawn_at IS NULL",
        person=person_id,
        purpose=purpose,
        capacity=capacity,
        way=way,
        scope=scope,
        giver=given_by or 0,
    )
    if standing is not None:
        same = (standing["answer"], standing["terms"]) == (answer, terms)
        if same and way is Way.TAP:
            return False
        tx.run("UPDATE consents SET withdrawn_at = :now WHERE id = :id", now=tx.now, id=standing["id"])
    tx.insert(
        "consents",
        person_id=person_id,
        purpose=purpose,
        capacity=capacity,
        way=way,
        answer=answer,
        given_by=given_by,
        text_version=edition.version,
        text_hash=edition.digest,
        given_at=given_at or tx.now,
        until=until,
        original=original,
        checked_by=checked_by,
        checked_at=tx.now if checked_by is not None else None,
        scope=scope,
        terms=terms,
        document=document,
    )
    return True


def every(tx: Transaction, person_id: int) -> list[Record]:
    """Every answer there ever was about a person's data, oldest first."""
    return [
        _record(row) for row in tx.all("SELECT * FROM consents WHERE person_id = :person ORDER BY id", person=person_id)
    ]


def agreed(tx: Transaction, person_id: int) -> bool:
    """Whether anybody has agreed about this person's data and the answer stands."""
    return bool(
        tx.value(
            "SELECT 1 FROM consents WHERE person_id = :person AND answer = 'agreed' AND withdrawn_at IS NULL",
            person=person_id,
        )
    )


def answered_by(tx: Transaction, guardian_id: int) -> bool:
    """Whether a guardian has ever answered for a child."""
    return bool(
        tx.value("SELECT 1 FROM consents WHERE given_by = :person AND person_id <> :person", person=guardian_id)
    )


def withdraw(tx: Transaction, person_id: int, *, purpose: Purpose | None = None, by: int | None = None) -> bool:
    """Withdraw every answer that stands, or those to one purpose; False when nobody had agreed."""
    agreed = live_purposes(tx, person_id)
    if not agreed or (purpose is not None and purpose not in agreed):
        return False
    tx.run(
        "UPDATE consents SET withdrawn_at = :now, withdrawn_by = :by WHERE person_id = :person "
        "AND withdrawn_at IS NULL AND (:purpose = '' OR purpose = :purpose)",
        now=tx.now,
        by=by,
        person=person_id,
        purpose=purpose or "",
    )
    return True


def outgrow(tx: Transaction, person_id: int, came: datetime) -> int:
    """End the assents that were given before a moment: their giver has come of the age at which it is asked for."""
    return tx.run(
        "UPDATE consents SET withdrawn_at = :now WHERE person_id = :person AND capacity = 'assent' "
        "AND answer = 'agreed' AND withdrawn_at IS NULL AND given_at < :came",
        now=tx.now,
        person=person_id,
        came=came,
    )


def live_purposes(tx: Transaction, person_id: int) -> list[Purpose]:
    """What somebody has agreed to about this person's data, and not taken back."""
    found = {
        row["purpose"]
        for row in tx.all(
            "SELECT DISTINCT purpose FROM consents WHERE person_id = :person AND answer = 'agreed' "
            "AND withdrawn_at IS NULL",
            person=person_id,
        )
    }
    return [each for each in Purpose if each in found]


def _record(row: Row) -> Record:
    return Record(
        id=row["id"],
        person_id=row["person_id"],
        purpose=Purpose(row["purpose"]),
        capacity=Capacity(row["capacity"]),
        way=Way(row["way"]),
        agreed=row["answer"] == "agreed",
        given_by=row["given_by"],
        version=row["text_version"],
        digest=row["text_hash"],
        given_at=to_time(row["given_at"]),
        until=maybe_date(row["until"]),
        original=row["original"],
        withdrawn_at=maybe_time(row["withdrawn_at"]),
        withdrawn_by=row["withdrawn_by"],
        scope=row["scope"],
        terms=row["terms"],
        document=row["document"],
        checked_by=row["checked_by"],
        checked_at=maybe_time(row["checked_at"]),
    )
