"""What is stored about a person, withdrawing it, and erasing: everything stops at once (ст. 9, 21 152-ФЗ)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from mentoring.consents import Purpose
from mentoring.destruction import Ground
from mentoring.naming import shown
from mentoring.people import Kind, Person, Speaker
from mentoring.refusal import NotYours, Refusal
from mentoring.rights import Deed
from services.authority import person_for
from services.destruction import destroy
from services.notices import Notice, Values, addressee
from services.withdrawing import theirs, withdraw
from storage import accounts, consents, matches, people, schools
from storage.consents import Record
from storage.database import Database, Transaction
from storage.matches import State
from storage.moments import to_time

__all__ = ["Kept", "Privacy", "Record", "Withdrawn"]


@dataclass(frozen=True, slots=True)
class Kept:
    """What is stored about one person: the person, answers to consents, and how much of everything else."""

    person: Person
    records: tuple[Record, ...]
    questionnaires: int
    meetings: int
    letters: int
    until: date | None
    may_withdraw: tuple[Purpose, ...]
    erased_on: date | None


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """Who left, and by what day their data are erased."""

    person: Person
    by: date


class Privacy:
    """Everyone's own data, and a child's for its parent."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def about(self, speaker: Speaker) -> list[Person]:
        """Whose data this account may ask about: everyone it speaks for, and their children."""

        def query(tx: Transaction) -> list[Person]:
            mine = accounts.people_of(tx, speaker.account_id)
            found = {each.id: each for each in mine}
            for guardian in mine:
                if guardian.kind is Kind.GUARDIAN:
                    found |= {child.id: child for child in people.children_of(tx, guardian.id)}
            return list(found.values())

        return await self._database.read(query)

    async def kept(self, speaker: Speaker, person_id: int) -> Kept:
        """What is stored about one of them. Raises NotYours for anyone else."""

        def query(tx: Transaction) -> Kept:
            person, _ = theirs(tx, speaker, person_id)
            counts = tx.one(
                "SELECT (SELECT count(*) FROM submissions WHERE person_id = :id) AS questionnaires, "
                "(SELECT count(*) FROM letters WHERE from_id = :id) AS letters, "
                "(SELECT count(*) FROM meetings g WHERE g.match_id IN "
                "  (SELECT t.id FROM matches t JOIN participations p ON p.id = t.mentor_id WHERE p.person_id = :id "
                "   UNION SELECT m.match_id FROM members m JOIN participations p ON p.id = m.mentee_id "
                "   WHERE p.person_id = :id)) AS meetings, "
                "(SELECT erase_after FROM persons WHERE id = :id) AS erase_after",
                id=person.id,
            )
            if counts is None:
                raise NotYours
            zone = schools.settings(tx, person.school_id).zone
            records = tuple(_local(each, zone) for each in consents.every(tx, person.id))
            return Kept(
                person=person,
                records=records,
                questionnaires=counts["questionnaires"],
                meetings=counts["meetings"],
                letters=counts["letters"],
                until=next((each.until for each in reversed(records) if each.until), None),
                may_withdraw=() if person.withdrawn_at else tuple(consents.live_purposes(tx, person.id)),
                erased_on=_day(counts["erase_after"], zone) if counts["erase_after"] else None,
            )

        return await self._database.read(query)

    async def withdraw(self, speaker: Speaker, person_id: int, purpose: Purpose = Purpose.PARTICIPATION) -> Withdrawn:
        """Take one consent back; with the one to take part everything stops, and the data are erased after the delay.

        Raises NotYours for anyone else's, Refusal when nothing was agreed to.
        """

        def unit(tx: Transaction) -> Withdrawn:
            person, by = theirs(tx, speaker, person_id)
            if person.withdrawn_at is not None:
                raise Refusal("privacy-nothing")
            withdraw(tx, person, by, purpose)
            chosen = schools.settings(tx, person.school_id)
            at = tx.now + timedelta(days=chosen.erase_after_days)
            return Withdrawn(person, at.astimezone(chosen.zone).date())

        return await self._database.work(unit)

    async def erase_now(self, speaker: Speaker, person_id: int) -> None:
        """The curator does not wait for the delay. Raises NotYours for whoever has not withdrawn."""

        def unit(tx: Transaction) -> None:
            curator, person = person_for(tx, speaker, Deed.CHANGE_PEOPLE, person_id)
            if person.withdrawn_at is None or person.erased_at is not None:
                raise NotYours
            destroy(tx, person, Ground.WITHDRAWN, by=curator.person_id)

        await self._database.work(unit)

    def erase(self, tx: Transaction, notice: Notice) -> None:
        """The delay is over: erase whoever withdrew or was turned away, unless they came back meanwhile."""
        row = tx.one("SELECT * FROM persons WHERE id = :id", id=notice.about)
        if row is None or row["erased_at"] is not None:
            return
        due = row["erase_after"] is not None and to_time(row["erase_after"]) <= tx.now
        if due or (row["removed_at"] is not None and row["admitted_at"] is None):
            ground = Ground.WITHDRAWN if due else Ground.TURNED_AWAY
            destroy(tx, people.person_of(row), ground, by=None)

    def still_withdrew(self, tx: Transaction, notice: Notice) -> Values | None:
        """The curator hears who left, while their data are still there."""
        person = people.get(tx, notice.about)
        if person.withdrawn_at is None or person.erased_at is not None:
            return None
        after = tx.value("SELECT erase_after FROM persons WHERE id = :id", id=person.id)
        frozen = sum(each.state is State.FROZEN for each in matches.of_person(tx, person.id))
        day = _day(after, schools.settings(tx, person.school_id).zone)
        return {"name": shown(person, addressee(tx, notice)), "frozen": frozen, "date": f"{day:%d.%m.%Y}"}

    def still_child_withdrawn(self, tx: Transaction, notice: Notice) -> Values | None:
        """The child hears that the parent withdrew."""
        person = people.get(tx, notice.about)
        return {} if person.withdrawn_at is not None and person.erased_at is None else None


def _local(record: Record, zone: ZoneInfo) -> Record:
    """The same answer, its times as the school's clock showed them."""
    withdrawn = record.withdrawn_at.astimezone(zone) if record.withdrawn_at else None
    return replace(record, given_at=record.given_at.astimezone(zone), withdrawn_at=withdrawn)


def _day(moment: str, zone: ZoneInfo) -> date:
    return to_time(moment).astimezone(zone).date()
