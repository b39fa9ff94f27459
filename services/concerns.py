"""«Мне неспокойно» on the pupil's side: whom it goes to, saying it, words if the pupil wants, «нажал(а) случайно»."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.concerns import LONGEST, SAME, Adult, Step, When, may_say, promised
from mentoring.people import Person, Role, Speaker
from mentoring.refusal import NotYours
from services import concern_calls
from services.concern_calls import adults_for
from storage import accounts, concern_screens, concerns, people, school_days, schools
from storage.concerns import Concern
from storage.database import Database, Transaction
from storage.people import person_of


@dataclass(frozen=True, slots=True)
class Standing:
    """What has become of a concern, as its pupil may know it: who has it, or who was told last."""

    taken: bool
    person: Person | None
    post: Role | None
    when: When  # an answer can be promised
    recalled: bool = False
    words: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """The pupil's screen: who may be told, who is not to be, when the next one is told, contacts of the school's own.

    `standing` is there when something was said already, and is not closed.
    """

    adults: tuple[Adult, ...]
    everyone: tuple[Adult, ...]
    barred: frozenset[int]
    minutes: int
    contacts: str
    standing: Standing | None = None


class Concerns:
    """For whoever studies. The law: vital interests of the child (ст. 6 ч. 1 п. 6 152-ФЗ), so no consent is asked for."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def ask(self, speaker: Speaker) -> Asked:
        """The button was tapped: whom it would go to, or what has become of it."""

        def unit(tx: Transaction) -> Asked:
            person = _pupil(tx, speaker)
            concern = concerns.open_of(tx, person.id)
            concern_screens.begin(tx, speaker.account_id, concern.id if concern else None)
            return _asked(tx, speaker, person)

        return await self._database.work(unit)

    async def bar(self, speaker: Speaker, adult_id: int) -> Asked:
        """This adult is not to be told, or is after all. Raises NotYours for whoever would not be told anyway."""

        def unit(tx: Transaction) -> Asked:
            person = _pupil(tx, speaker)
            if adult_id not in {each.person.id for each in adults_for(tx, person, wide=True)}:
                raise NotYours
            screen = concern_screens.of(tx, speaker.account_id)
            if screen is None:
                concern_screens.begin(tx, speaker.account_id)
            concern_screens.bar(tx, speaker.account_id, (screen.barred if screen else frozenset()) ^ {adult_id})
            return _asked(tx, speaker, person)

        return await self._database.work(unit)

    async def say(self, speaker: Speaker, adult_id: int) -> Asked:
        """Said: the adult the pupil chose is told at once; when that one has gone meanwhile, the first in the line.

        Twice at once is once; said again while it is open, it is added to what is there.
        """

        def unit(tx: Transaction) -> Asked:
            person = _pupil(tx, speaker)
            screen = concern_screens.of(tx, speaker.account_id)
            concern = concerns.open_of(tx, person.id)
            if concern is None:
                shared = len(accounts.people_of(tx, speaker.account_id)) > 1
                concern = concerns.get(tx, concerns.begin(tx, person.school_id, person.id, shared=shared))
                for each in sorted(screen.barred if screen else ()):
                    if each != adult_id:
                        concerns.bar(tx, concern.id, each)
                _tell(tx, person, concern, adult_id)
            elif not concerns.was_told(tx, concern.id, adult_id) and _offered(tx, person, adult_id):
                concerns.said_again(tx, concern.id)
                concerns.put_first(tx, concern.id, adult_id)
                concern_calls.tell(tx, concern, adult_id)
            elif tx.now - concern.again_at >= SAME or concern.recalled_at is not None:
                concerns.said_again(tx, concern.id)
                if concern.taken_by is None:
                    _tell(tx, person, concern, adult_id)
                else:
                    concern_calls.tell_told(tx, concern, "concern-again")
            concern_screens.begin(tx, speaker.account_id, concern.id)
            return _asked(tx, speaker, person)

        return await self._database.work(unit)

    async def recall(self, speaker: Speaker) -> Asked:
        """«Нажал(а) случайно»: nobody else is told; those who were hear that it is worth asking all the same."""

        def unit(tx: Transaction) -> Asked:
            person = _pupil(tx, speaker)
            concern = concerns.open_of(tx, person.id)
            if concern is not None and concerns.recall(tx, concern.id):
                concern_calls.tell_told(tx, concern, "concern-recalled")
            return _asked(tx, speaker, person)

        return await self._database.work(unit)

    async def typed(self, speaker: Speaker, text: str) -> Asked:
        """What the pupil has typed while the screen was open; before anything was said it is told to nobody."""

        def unit(tx: Transaction) -> Asked:
            person = _pupil(tx, speaker)
            concern = concerns.open_of(tx, person.id)
            if concern is not None and text.strip():
                first = not concern.words
                concerns.add_words(tx, concern.id, text.strip()[:LONGEST])
                if first or concern.taken_by is not None:
                    concern_calls.tell_told(tx, concern, "concern-added")
            return _asked(tx, speaker, person)

        return await self._database.work(unit)


def _pupil(tx: Transaction, speaker: Speaker) -> Person:
    """Whoever studies, also without a consent yet, withdrawn or removed. Raises NotYours for anybody else."""
    person = accounts.as_account(tx, speaker.account_id).person
    if person is None:  # removed: the button on an old screen still helps
        row = tx.one(
            "SELECT p.* FROM accounts a JOIN persons p ON p.id = a.person_id WHERE a.id = :id", id=speaker.account_id
        )
        person = person_of(row) if row else None
    if person is None or person.erased_at is not None or not may_say(person):
        raise NotYours
    return person


def _offered(tx: Transaction, person: Person, adult_id: int) -> bool:
    return adult_id in {each.person.id for each in adults_for(tx, person, wide=True)}


def _tell(tx: Transaction, person: Person, concern: Concern, adult_id: int) -> None:
    """The one who was chosen, if they may be told and are there; else whoever's turn it is."""
    adults = adults_for(tx, person)
    concerns.line_up(tx, concern.id, [each.person.id for each in adults])
    chosen = next((each for each in adults_for(tx, person, wide=True) if each.person.id == adult_id), None)
    if chosen is None:
        concern_calls.tell_next(tx, concern)
        return
    concerns.put_first(tx, concern.id, adult_id)
    concern_calls.tell(tx, concern, adult_id)


def _asked(tx: Transaction, speaker: Speaker, person: Person) -> Asked:
    chosen = schools.settings(tx, person.school_id)
    everyone = adults_for(tx, person, wide=True)
    screen = concern_screens.of(tx, speaker.account_id)
    barred = (screen.barred if screen else frozenset()) & {each.person.id for each in everyone}
    adults = [each for each in adults_for(tx, person) if each.person.id not in barred]
    if not adults:  # all the named are barred: those who come after them
        adults = [each for each in everyone if each.person.id not in barred]
    concern = concerns.open_of(tx, person.id)
    when = promised(tx.now.astimezone(chosen.zone), school_days.calendar(tx, person.school_id, chosen))
    standing = None if concern is None else _standing(tx, concern, when)
    return Asked(tuple(adults), tuple(everyone), barred, chosen.safety_minutes, chosen.safety_contacts, standing)


def _standing(tx: Transaction, concern: Concern, when: When) -> Standing:
    who = concern.taken_by
    if who is None:
        called = [each.by for each in concerns.journal(tx, concern.id) if each.step is Step.CALLED]
        who = called[-1] if called else None
    person = people.get(tx, who) if who is not None else None
    post = Adult(person, people.roles(tx, person.id), reachable=True).post if person else None
    taken = concern.taken_by is not None
    return Standing(taken, person, post, when, concern.recalled_at is not None, bool(concern.words))
