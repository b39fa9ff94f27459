"""«Мне неспокойно» on the adults' side: taking it, seeing who it is, what was done; every look is written down.

No role opens it: only those who were told, and whose it is only the one who has taken it (`Deed.ANSWER_CONCERNS`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from mentoring.concerns import TAPPED, Outcome, Step
from mentoring.people import Person, Speaker
from mentoring.refusal import NotYours
from mentoring.rights import Deed, may
from services import concern_calls
from services.filling import Sent
from storage import accounts, concern_register, concerns, guardianships, matches, people, schools
from storage.concerns import Concern
from storage.database import Database, Transaction

_LATEST = 20  # closed ones on a screen


@dataclass(frozen=True, slots=True)
class Held:
    """One open concern of a list: when it was said (the school's time), whose it is to answer for; no pupil."""

    id: int
    at: datetime
    mine: bool
    taken_by: Person | None


@dataclass(frozen=True, slots=True)
class Board:
    """What an adult finds here: the open ones they were told of, oldest first; whether they have closed any."""

    open: tuple[Held, ...] = ()
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Closed:
    """One that an adult has closed: its number, the pupil's code alone, from when to when, how it ended; no words."""

    number: int
    code: str
    at: datetime
    closed_at: datetime
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Written:
    """A line of its journal: who, what, when by the school's clock."""

    step: Step
    by: Person | None
    words: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Paired:
    """Somebody the pupil is in a pair with now."""

    person: Person
    is_mentor: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """A concern as an adult may see it: the pupil, the pair and the words are there only for who has taken it."""

    id: int
    at: datetime
    mine: bool
    closed: bool
    taken_by: Person | None
    recalled: bool
    pupil: Person | None = None
    pairs: tuple[Paired, ...] = ()
    guardians: tuple[tuple[Person, bool], ...] = ()  # and whether they are in the bot
    words: str = ""
    shared: bool = False
    journal: tuple[Written, ...] = ()
    outcome: Outcome | None = None


class Safekeeping:
    """For the adults whom pupils' concerns were told to."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def was_told(self, speaker: Speaker) -> bool:
        """Whether there is anything here for this person at all."""
        if speaker.person is None:
            return False
        person = speaker.person_id
        return bool(
            await self._database.read(
                lambda tx: concerns.open_for(tx, person) or concern_register.has_closed(tx, person)
            )
        )

    async def board(self, speaker: Speaker) -> Board:
        """The open concerns somebody was told of, and whether they have closed any."""

        def query(tx: Transaction) -> Board:
            now = accounts.as_account(tx, speaker.account_id)
            if now.person is None:
                return Board()
            zone = schools.settings(tx, now.school_id).zone
            held = [
                Held(each.id, each.at.astimezone(zone), each.taken_by == now.person_id, _person(tx, each.taken_by))
                for each in concerns.open_for(tx, now.person_id)
            ]
            return Board(tuple(held), concern_register.has_closed(tx, now.person_id))

        return await self._database.read(query)

    async def closed(self, speaker: Speaker) -> list[Closed]:
        """The latest ones that the speaker has closed, by codes; nobody else's."""

        def query(tx: Transaction) -> list[Closed]:
            now = accounts.as_account(tx, speaker.account_id)
            if now.person is None:
                return []
            zone = schools.settings(tx, now.school_id).zone
            found = concern_register.closed_by(tx, now.school_id, now.person_id, _LATEST)
            known = people.some(tx, (each.concern.person_id for each in found))
            return [
                Closed(
                    each.number,
                    known[each.concern.person_id].code,
                    each.concern.at.astimezone(zone),
                    each.concern.closed_at.astimezone(zone),
                    each.concern.outcome,
                )
                for each in found
                if each.concern.closed_at and each.concern.outcome
            ]

        return await self._database.read(query)

    async def take(self, speaker: Speaker, concern_id: int) -> Kept:
        """«Принять»: whoever is first answers for it; the others who were told hear it and see who that is."""

        def unit(tx: Transaction, now: Speaker, concern: Concern) -> None:
            if concerns.take(tx, concern.id, now.person_id):
                concern_calls.tell_told(tx, concern, "concern-taken", but=now.person_id)
                concern_calls.remind_later(tx, concern)

        return await self._change(speaker, concern_id, unit, own=False)

    async def look(self, speaker: Speaker, concern_id: int) -> Kept:
        """Open it; the look is written down. Whoever has not taken it sees only who has."""

        def unit(tx: Transaction, now: Speaker, concern: Concern) -> None:
            concerns.note(tx, concern.id, Step.LOOKED, now.person_id)

        return await self._change(speaker, concern_id, unit, own=False)

    async def mark(self, speaker: Speaker, concern_id: int, step: Step) -> Kept:
        """Something was done. Raises NotYours for whoever has not taken it, and for what is not marked by a tap."""
        if step not in TAPPED:
            raise NotYours

        def unit(tx: Transaction, now: Speaker, concern: Concern) -> None:
            last = concerns.journal(tx, concern.id)[-1]
            if (last.step, last.by) != (step, now.person_id):  # a double tap
                concerns.note(tx, concern.id, step, now.person_id)

        return await self._change(speaker, concern_id, unit)

    async def pass_on(self, speaker: Speaker, concern_id: int) -> Kept:
        """Whoever has taken it cannot go on: the next adult is told at once."""

        def unit(tx: Transaction, now: Speaker, concern: Concern) -> None:
            concerns.release(tx, concern.id, now.person_id)
            concern_calls.tell_next(tx, concerns.get(tx, concern.id))

        return await self._change(speaker, concern_id, unit)

    async def close(self, speaker: Speaker, concern_id: int, outcome: Outcome) -> Kept:
        """It is over, with an outcome."""

        def unit(tx: Transaction, now: Speaker, concern: Concern) -> None:
            concerns.close(tx, concern.id, now.person_id, outcome)

        return await self._change(speaker, concern_id, unit)

    def guard_note(self, tx: Transaction, speaker: Speaker, form: str, about: int) -> None:
        """Words are written only by whoever has taken it."""
        _answering(tx, speaker, about, own=True)

    def receive_note(self, tx: Transaction, speaker: Speaker, sent: Sent) -> int:
        """Words of the adult about what was done; returns the concern's id."""
        now, concern = _answering(tx, speaker, sent.about, own=True)
        concerns.note(tx, concern.id, Step.NOTED, now.person_id, sent.text("words"))
        return concern.id

    async def _change(
        self,
        speaker: Speaker,
        concern_id: int,
        change: Callable[[Transaction, Speaker, Concern], None],
        *,
        own: bool = True,
    ) -> Kept:
        def unit(tx: Transaction) -> Kept:
            now, concern = _answering(tx, speaker, concern_id, own=own)
            if concern.closed_at is None:
                change(tx, now, concern)
            return _kept(tx, now, concerns.get(tx, concern.id))

        return await self._database.work(unit)


def _answering(tx: Transaction, speaker: Speaker, concern_id: int, *, own: bool) -> tuple[Speaker, Concern]:
    """The speaker as they are now, and a concern they were told of (`own`: and have taken). Raises NotYours otherwise."""
    now = accounts.as_account(tx, speaker.account_id)
    concern = concerns.get(tx, concern_id)
    if now.person is None or not (may(now, Deed.ANSWER_CONCERNS) or concerns.was_told(tx, concern.id, now.person_id)):
        raise NotYours
    if now.person_id in concerns.close_to(tx, concern.person_id) or (own and concern.taken_by != now.person_id):
        raise NotYours
    return now, concern


def _kept(tx: Transaction, now: Speaker, concern: Concern) -> Kept:
    zone = schools.settings(tx, concern.school_id).zone
    mine = concern.taken_by == now.person_id
    bare = Kept(
        concern.id,
        concern.at.astimezone(zone),
        mine,
        concern.closed_at is not None,
        _person(tx, concern.taken_by),
        concern.recalled_at is not None,
        outcome=concern.outcome,
    )
    if not mine or concern.closed_at is not None:
        return bare
    pupil = people.get(tx, concern.person_id)
    lines = concerns.journal(tx, concern.id)
    known = people.some(tx, (each.by for each in lines if each.by is not None))
    return Kept(
        bare.id,
        bare.at,
        mine,
        bare.closed,
        bare.taken_by,
        bare.recalled,
        pupil,
        tuple(_pairs(tx, pupil.id)),
        tuple(
            (each.guardian, bool(accounts.reaching(tx, each.guardian.id)))
            for each in guardianships.of_child(tx, pupil.id)
        ),
        concern.words,
        concern.shared,
        tuple(
            Written(each.step, known.get(each.by) if each.by else None, each.words, each.at.astimezone(zone))
            for each in lines
        ),
    )


def _pairs(tx: Transaction, person_id: int) -> list[Paired]:
    found = []
    for each in matches.of_person(tx, person_id):
        mentee = each.mentee_person == person_id
        found.append(Paired(people.get(tx, each.mentor_person if mentee else each.mentee_person), mentee))
    return found


def _person(tx: Transaction, person_id: int | None) -> Person | None:
    return None if person_id is None else people.get(tx, person_id)
