"""How many mentees a mentor takes is their own answer, at most what the school allows in a form, never below who is there.

Places are shared by a mentor's forms: in each no more than they said there, over all of them the greatest of these answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mentoring.people import Person, Side, Speaker
from mentoring.questionnaire import Answer
from mentoring.refusal import NotYours, Refusal
from mentoring.rights import Deed, require
from mentoring.standing import Participation, Standing
from storage import accounts, applications, journal, matches, participations, schools, standing
from storage.database import Database, Transaction


@dataclass(frozen=True, slots=True)
class Room:
    """A mentor's places in one form: how many they said, how many are taken in it, the most there may be."""

    participation_id: int
    form: str
    places: int
    taken: int
    most: int
    used: int  # over all their forms
    elsewhere: int | None = None  # the greatest answer in their other forms, where there are any

    @property
    def free(self) -> int:
        """How many mentees more they may be given in this form."""
        return max(min(self.places - self.taken, max(self.places, self.elsewhere or 0) - self.used), 0)

    @property
    def choices(self) -> tuple[int, ...]:
        """What may be said now: never fewer than there are in this form, nor over all forms."""
        least = self.taken if (self.elsewhere or 0) >= self.used else self.used
        return tuple(range(min(least, self.most), self.most + 1))

    @property
    def one_more(self) -> int | None:
        """What they would have to say so that one mentee more has a place; None where the form allows no more."""
        wanted = max(self.places + 1, 0 if (self.elsewhere or 0) > self.used else self.used + 1)
        return wanted if wanted <= self.most else None


def places_of(participation: Participation, answers: Mapping[str, Answer], most: int) -> int:
    """How many mentees a mentor takes: their later word, else what the application says; at most what the form allows."""
    asked = answers.get("places")
    first = asked if isinstance(asked, int) else 0
    return min(participation.places if participation.places_said else participation.places or first, most)


def room_of(tx: Transaction, found: Standing) -> Room:
    """The places of one mentor in one form."""
    part = found.participation
    programme = schools.programme(tx, found.person.school_id)
    most = {str(form): count for form, count in programme.forms.items()}.get(part.form, 0) if programme else 0
    sent = applications.of(tx, [found]).get(part.id)
    places = places_of(part, sent.answers if sent else {}, most)
    used = len(matches.taken_places(tx, part.programme_id, found.person.id))
    taken = len(matches.taken_places(tx, part.programme_id, found.person.id, part.form)) if part.form else 0
    by_form = participations.offered(tx, part.programme_id, found.person.id).get(found.person.id, {})
    others = [many for form, many in by_form.items() if form != part.form]
    return Room(part.id, part.form, max(places, min(taken, most)), taken, most, used, max(others, default=None))


def say_places(tx: Transaction, person: Person, participation_id: int, places: int, by: int) -> None:
    """Keep a mentor's word on how many they take; what stands is not touched."""
    participations.say_places(tx, participation_id, places)
    journal.note(
        tx, "said-places", "participation", participation_id, school=person.school_id, by=by, details=str(places)
    )


class Capacity:
    """A mentor says how many mentees they take."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def mine(self, speaker: Speaker) -> tuple[Room, ...]:
        """The speaker's places, for each form in which they have sent the application as a mentor."""

        def query(tx: Transaction) -> tuple[Room, ...]:
            if speaker.person is None:
                return ()
            return tuple(room_of(tx, each) for each in standing.of_person(tx, speaker.person.id) if _mentors(each))

        return await self._database.read(query)

    async def look(self, speaker: Speaker, participation_id: int) -> Room:
        """One of them. Raises NotYours for anybody else's."""
        return await self._database.read(lambda tx: room_of(tx, _own(tx, speaker, participation_id)[1]))

    async def choose(self, speaker: Speaker, participation_id: int, places: int) -> Room:
        """Take so many from now on. Raises Refusal for fewer than there are already."""

        def unit(tx: Transaction) -> Room:
            me, found = _own(tx, speaker, participation_id)
            room = room_of(tx, found)
            if not 0 <= places <= room.most:
                raise NotYours
            if places not in room.choices:
                raise Refusal("places-taken")
            say_places(tx, found.person, participation_id, places, me.person_id)
            return room_of(tx, _own(tx, speaker, participation_id)[1])

        return await self._database.work(unit)


def _own(tx: Transaction, speaker: Speaker, participation_id: int) -> tuple[Speaker, Standing]:
    me = accounts.as_account(tx, speaker.account_id)
    require(me, Deed.ANSWER_OFFERS)
    for found in standing.of_person(tx, me.person_id):
        if found.participation.id == participation_id and _mentors(found):
            return me, found
    raise NotYours


def _mentors(found: Standing) -> bool:
    part = found.participation
    return part.side is Side.MENTOR and bool(part.form) and part.applied_at is not None
