"""Destroys a person's data at the end of the clock, with the act of it (ст. 21 152-ФЗ, приказ РКН № 179)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from mentoring.destruction import PROOF_YEARS, Ground, Staying
from mentoring.partings import Ground as Closed
from mentoring.people import Person
from services import ending
from services.digest import tell_curators
from storage import acts, erasing, journal, schools
from storage.database import Scrub, Transaction
from storage.moments import maybe_time

_LEFT = {"took-out": Staying.EXPORTS, "imported": Staying.LISTS}


def destroy(tx: Transaction, person: Person, ground: Ground, *, by: int | None) -> None:
    """Erase a person, and whoever goes with them; an act for each, a line of the journal for each act."""
    asked = maybe_time(tx.value("SELECT withdrawn_at FROM persons WHERE id = :id", id=person.id))
    zone = schools.settings(tx, person.school_id).zone
    asked_on = asked.astimezone(zone).date() if asked else None
    ending.close_gone(tx, person.id, Closed.WITHDRAWN, by)
    files = _files(tx, person.school_id)
    for gone in erasing.erase(tx, person.id):
        erased = replace(gone, staying=(*gone.staying, *files))
        line = journal.note(tx, "erased", "person", erased.person_id, school=erased.school_id, by=by)
        acts.write(tx, erased, ground, asked_on=asked_on, by=by, journal_id=line)
    tell_curators(tx, person.school_id, "acts-made")


def _files(tx: Transaction, school_id: int) -> list[Staying]:
    """Files with names that may lie at the server: what was ever taken out to it, what was ever brought in from it."""
    deeds = {
        row["deed"]
        for row in tx.all(
            "SELECT DISTINCT deed FROM journal WHERE school_id = :school AND subject = 'school' "
            "AND (deed = 'imported' OR deed = 'took-out' AND details LIKE '% server')",
            school=school_id,
        )
    }
    return [stays for deed, stays in _LEFT.items() if deed in deeds]


def nightly(tx: Transaction, school_id: int) -> None:
    """Proofs older than three years go with the consents; after a day with an erasure the file is written anew."""
    zone = schools.settings(tx, school_id).zone
    today = tx.now.astimezone(zone).date()
    leap = (today.month, today.day) == (2, 29)
    year = today.year - PROOF_YEARS
    day = today.replace(year=year, day=28) if leap else today.replace(year=year)
    gone = acts.outlived(tx, school_id, datetime.combine(day, time(), zone).astimezone(UTC))
    if gone:
        journal.note(tx, "proofs-outlived", "school", school_id, school=school_id, by=None, details=str(gone))
    since = tx.now - timedelta(hours=25)
    if gone or tx.value(
        "SELECT 1 FROM acts WHERE school_id = :school AND destroyed_at > :since", school=school_id, since=since
    ):
        tx.scrubs = Scrub.WHOLE
