"""The school's settings of «Мне неспокойно»: which adults are told and in which order, when the next one is, a trial."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from mentoring.concerns import MINUTES, Adult
from mentoring.people import Kind, Person, Speaker
from mentoring.refusal import NotYours
from mentoring.rights import Deed
from services.authority import acting
from services.filling import Sent
from services.notices import Notice, Values
from storage import concerns, journal, notices, people, safety_adults, schools
from storage.database import Database, Transaction
from storage.notices import Lane

_GROWN_UP = frozenset({Kind.STAFF, Kind.TEACHER, Kind.PARTNER})


@dataclass(frozen=True, slots=True)
class Named:
    """One of the adults: when a trial was sent to them and when they answered it, by the school's clock."""

    adult: Adult
    tried_at: datetime | None
    heard_at: datetime | None


@dataclass(frozen=True, slots=True)
class Arranged:
    """What holds now. `instead` are told where nobody is named; nobody at all is a gap that the curator sees."""

    named: tuple[Named, ...]
    instead: tuple[Adult, ...]
    minutes: int
    contacts: str

    @property
    def nobody(self) -> bool:
        """Whether no adult could be told at this moment."""
        return not any(each.adult.reachable for each in self.named) and not any(each.reachable for each in self.instead)


@dataclass(frozen=True, slots=True)
class Choice:
    """A page of adults of the school who may be named."""

    people: tuple[Person, ...]
    after: int  # the last one's id where there are more, else 0


class Safety:
    """For curators: whom they name is all they see here; of a concern itself they are told nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def arranged(self, speaker: Speaker) -> Arranged:
        """What holds now."""
        return await self._database.read(lambda tx: _arranged(tx, acting(tx, speaker, Deed.SET_UP)))

    async def choice(self, speaker: Speaker, after: int = 0) -> Choice:
        """Adults of the school who are not named yet, a page."""

        def query(tx: Transaction) -> Choice:
            now = acting(tx, speaker, Deed.SET_UP)
            found = safety_adults.others(tx, now.school_id, after)
            page = found[: safety_adults.PAGE]
            return Choice(tuple(page), page[-1].id if len(found) > len(page) else 0)

        return await self._database.read(query)

    async def name(self, speaker: Speaker, person_id: int) -> Arranged:
        """This adult is told too, last. Raises NotYours for a pupil, a parent, or somebody of another school."""

        def change(tx: Transaction, now: Speaker) -> None:
            person = people.of_school(tx, now.school_id, person_id)
            grown_up = person.kind in _GROWN_UP and person.admitted_at is not None and person.removed_at is None
            if not grown_up:
                raise NotYours
            safety_adults.add(tx, now.school_id, person.id, now.person_id)

        return await self._change(speaker, change)

    async def drop(self, speaker: Speaker, person_id: int) -> Arranged:
        """This adult is told no longer; what they have taken stays theirs."""

        def change(tx: Transaction, now: Speaker) -> None:
            safety_adults.drop(tx, now.school_id, people.of_school(tx, now.school_id, person_id).id)

        return await self._change(speaker, change)

    async def put_first(self, speaker: Speaker, person_id: int) -> Arranged:
        """This adult is told before the others."""

        def change(tx: Transaction, now: Speaker) -> None:
            safety_adults.put_first(tx, now.school_id, people.of_school(tx, now.school_id, person_id).id)

        return await self._change(speaker, change)

    async def wait(self, speaker: Speaker, minutes: int) -> Arranged:
        """After so many minutes the next one is told."""
        if minutes not in MINUTES:
            raise NotYours

        def change(tx: Transaction, now: Speaker) -> None:
            schools.choose(tx, now.school_id, safety_minutes=str(minutes))

        return await self._change(speaker, change)

    async def try_out(self, speaker: Speaker) -> Arranged:
        """A trial, clearly marked, goes to everyone named in the way an alarm would."""

        def change(tx: Transaction, now: Speaker) -> None:
            for each in concerns.named(tx, now.school_id):
                safety_adults.tried(tx, now.school_id, each.person.id)
                notices.write(
                    tx,
                    "concern-trial",
                    school=now.school_id,
                    person=each.person.id,
                    lane=Lane.SAFETY,
                    any_hour=True,
                    key=f"concern-trial:{each.person.id}:{tx.now.isoformat()}",
                )

        return await self._change(speaker, change)

    async def heard(self, speaker: Speaker) -> None:
        """«Получил(а)» under a trial. Raises NotYours for whoever is not named."""

        def unit(tx: Transaction) -> None:
            if speaker.person is None or not safety_adults.heard(tx, speaker.school_id, speaker.person_id):
                raise NotYours

        await self._database.work(unit)

    def receive_contacts(self, tx: Transaction, speaker: Speaker, sent: Sent) -> Arranged:
        """What a pupil may call at once was changed; empty: the helpline and 112 again."""
        now = acting(tx, speaker, Deed.SET_UP)
        schools.choose(tx, now.school_id, safety_contacts=sent.text("contacts"))
        return _changed(tx, now)

    def proposed_contacts(self, tx: Transaction, speaker: Speaker, about: int) -> dict[str, str]:
        """What stands there now."""
        held = schools.settings(tx, speaker.school_id).safety_contacts
        return {"contacts": held} if held else {}

    async def _change(self, speaker: Speaker, change: Callable[[Transaction, Speaker], None]) -> Arranged:
        def unit(tx: Transaction) -> Arranged:
            now = acting(tx, speaker, Deed.SET_UP)
            change(tx, now)
            return _changed(tx, now)

        return await self._database.work(unit)


def still_tried(tx: Transaction, notice: Notice) -> Values | None:
    """A trial is true while the adult is named and has not answered it."""
    return {} if safety_adults.waits(tx, notice.school_id, notice.person_id or 0) else None


def _changed(tx: Transaction, now: Speaker) -> Arranged:
    school = now.school_id
    journal.note(tx, "setting-changed", "school", school, school=school, by=now.person_id, details="safety")
    return _arranged(tx, now)


def _arranged(tx: Transaction, now: Speaker) -> Arranged:
    chosen = schools.settings(tx, now.school_id)
    times = safety_adults.trials(tx, now.school_id, chosen.zone)
    named = tuple(Named(each, *times[each.person.id]) for each in concerns.named(tx, now.school_id))
    others = {each.person.id: each for each in concerns.by_post(tx, now.school_id)}
    return Arranged(named, tuple(others.values()), chosen.safety_minutes, chosen.safety_contacts)
