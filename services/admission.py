"""Admission: whoever came by an open link is «новый» until a curator lets them in or turns them away.

An adult from outside also needs the school's check whether they may work with children (ТК РФ, ст. 351.1).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from mentoring.people import Person, Speaker
from mentoring.refusal import NotYours
from mentoring.rights import Deed
from mentoring.standing import Standing
from services.authority import acting, person_for
from services.filling import Sent
from services.notices import Notice, Values
from storage import guardianships, journal, newcomers, notices, participations, people, standing
from storage.database import Database, Transaction
from storage.notices import Lane

PAGE = 8


@dataclass(frozen=True, slots=True)
class Newcomers:
    """One page of those who wait: how many are new, how many outsiders lack a clearance, whether more follow."""

    people: tuple[Person, ...]
    fresh: int
    uncleared: int
    last: int  # id of the last one who is new: who comes later is not admitted unseen
    more: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """A newcomer with the sides they want to take."""

    person: Person
    standings: tuple[Standing, ...]
    guardians: tuple[Person, ...]  # who came by the child's link and are not confirmed yet


class Admission:
    """The curator's door for newcomers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def waiting(self, speaker: Speaker, after: int = 0) -> Newcomers:
        """A page of those who wait, in the order they came."""

        def query(tx: Transaction) -> Newcomers:
            school = acting(tx, speaker, Deed.ADMIT).school_id
            found = newcomers.page(tx, school, after, PAGE + 1)
            fresh, uncleared, last = newcomers.count(tx, school)
            return Newcomers(tuple(found[:PAGE]), fresh, uncleared, last, len(found) > PAGE)

        return await self._database.read(query)

    async def candidate(self, speaker: Speaker, person_id: int) -> Candidate:
        """One of them."""

        def query(tx: Transaction) -> Candidate:
            _, person = person_for(tx, speaker, Deed.ADMIT, person_id)
            if person.removed_at is not None:
                raise NotYours
            announced = [
                each.guardian
                for each in guardianships.of_child(tx, person.id)
                if each.confirmed_at is None and each.barred_at is None
            ]
            return Candidate(person, tuple(standing.of_person(tx, person.id)), tuple(announced))

        return await self._database.read(query)

    async def admit(self, speaker: Speaker, person_id: int) -> Person:
        """Let one in; letting them in twice changes nothing."""

        def unit(tx: Transaction) -> Person:
            curator, person = person_for(tx, speaker, Deed.ADMIT, person_id)
            if person.removed_at is not None:
                raise NotYours
            if person.admitted_at is None:
                _admit(tx, curator, person)
            return people.get(tx, person.id)

        return await self._database.work(unit)

    async def admit_all(self, speaker: Speaker, until: int) -> int:
        """Let in everyone who was new when the curator looked; returns how many."""

        def unit(tx: Transaction) -> int:
            curator = acting(tx, speaker, Deed.ADMIT)
            found = newcomers.fresh(tx, curator.school_id, until)
            for person in found:
                _admit(tx, curator, person)
            return len(found)

        return await self._database.work(unit)

    async def turn_away(self, speaker: Speaker, person_id: int) -> None:
        """Turn a newcomer away: they are told, and a day later nothing of them is left."""

        def unit(tx: Transaction) -> None:
            curator, person = person_for(tx, speaker, Deed.ADMIT, person_id)
            if person.admitted_at is not None or person.removed_at is not None:
                raise NotYours
            participations.leave(tx, person.id)
            people.change(tx, person.id, removed_at=tx.now)
            notices.write(tx, "turned-away", school=person.school_id, person=person.id, about=person.id)
            at = tx.now + timedelta(days=1)
            notices.write(
                tx, "erase", school=person.school_id, person=None, about=person.id, lane=Lane.DEED, not_before=at
            )
            journal.note(tx, "turned-away", "person", person.id, school=person.school_id, by=curator.person_id)

        await self._database.work(unit)

    def receive_clearance(self, tx: Transaction, speaker: Speaker, sent: Sent) -> Person:
        """The clearance of an outside adult was checked, on a day, by a document."""
        curator, person = person_for(tx, speaker, Deed.ADMIT, sent.about)
        if not person.is_outsider:
            raise NotYours
        checked = date.fromisoformat(sent.text("checked_on"))
        people.change(tx, person.id, cleared_on=checked, clearance_note=sent.text("document"))
        journal.note(tx, "cleared", "person", person.id, school=person.school_id, by=curator.person_id)
        return people.get(tx, person.id)

    def still_waiting(self, tx: Transaction, notice: Notice) -> Values | None:
        """How many newcomers wait now; nothing is said when there are none."""
        fresh, _, _ = newcomers.count(tx, notice.school_id)
        return {"count": fresh} if fresh else None

    def still_admitted(self, tx: Transaction, notice: Notice) -> Values | None:
        """Whoever was let in hears of it."""
        person = people.get(tx, notice.about)
        if person.admitted_at is None or person.removed_at is not None or person.withdrawn_at is not None:
            return None
        return {"cleared": "no" if person.is_outsider and person.cleared_on is None else "yes"}

    def still_turned_away(self, tx: Transaction, notice: Notice) -> Values | None:
        """Whoever was turned away hears of it."""
        return {} if people.get(tx, notice.about).removed_at is not None else None


def _admit(tx: Transaction, curator: Speaker, person: Person) -> None:
    people.change(tx, person.id, admitted_at=tx.now, admitted_by=curator.person_id)
    notices.write(tx, "admitted", school=person.school_id, person=person.id, about=person.id)
    journal.note(tx, "admitted", "person", person.id, school=person.school_id, by=curator.person_id)
