"""Whom the bot cannot reach: seen at once, called by a curator, and where they left off when they come back."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from mentoring.naming import shown
from mentoring.people import Person, Role, Speaker
from mentoring.refusal import NotYours, TakenMeanwhile
from mentoring.rights import Deed
from services import digest_of_day
from services.authority import acting
from services.notices import Notice, Values, addressee
from storage import accounts, calls, journal, notices, people, schools
from storage.calls import Call, Outcome
from storage.database import Database, Transaction

__all__ = ["Call", "Calls", "Opened", "Outcome", "Page", "found", "lost", "still_unreachable"]

_PAGE = 8
_COMES_WITHIN = timedelta(days=3)  # who said they would be back


@dataclass(frozen=True, slots=True)
class Page:
    """Some of those who are to be called; `more` is whether others follow."""

    calls: tuple[Call, ...]
    more: bool
    count: int
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class Opened:
    """One to be called: whom else in the family one may ask, and what waits to be said to them: how many of each kind."""

    call: Call
    guardians: tuple[tuple[Person, str], ...]
    waiting: tuple[tuple[str, int], ...]
    zone: ZoneInfo


def lost(tx: Transaction, external_id: int) -> None:
    """An account cannot be reached any more: whoever has no other one is to be called, and curators are told once."""
    accounts.mark_reachable(tx, external_id, reachable=False)
    for person in _speaking_through(tx, external_id):
        if not accounts.reaching(tx, person.id) and calls.open_for(tx, person):
            _tell_curators(tx, person)


def found(tx: Transaction, external_id: int) -> None:
    """An account can be reached again: nobody needs to call, and what waited is told once."""
    accounts.mark_reachable(tx, external_id, reachable=True)
    for person in _speaking_through(tx, external_id):
        calls.close_for(tx, person.id)
        digest_of_day.come_back(tx, person.school_id, person.id)


def nightly(tx: Transaction, school_id: int) -> None:
    """Whoever promised to come back and has not within the set days is to be called again."""
    for person_id in calls.reopen(tx, school_id, tx.now - _COMES_WITHIN):
        _tell_curators(tx, people.get(tx, person_id), again=tx.now.date().isoformat())


def still_unreachable(tx: Transaction, notice: Notice) -> Values | None:
    """True while none of the person's accounts can be reached and nobody has called."""
    if accounts.reaching(tx, notice.about):
        return None
    return {"who": shown(people.get(tx, notice.about), addressee(tx, notice)), "person": notice.about}


class Calls:
    """The curators' list of those who are to be called."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def page(self, speaker: Speaker, after: int = 0) -> Page:
        """Who is to be called, longest ago first."""

        def query(tx: Transaction) -> Page:
            return _page(tx, acting(tx, speaker, Deed.SEE_TODAY).school_id, after)

        return await self._database.read(query)

    async def one(self, speaker: Speaker, call_id: int) -> Opened:
        """One of them. Raises NotYours when they came back, were called, or are another school's."""
        return await self._database.read(lambda tx: _opened(tx, acting(tx, speaker, Deed.SEE_TODAY).school_id, call_id))

    async def done(self, speaker: Speaker, call_id: int, outcome: Outcome) -> Page:
        """A curator has called. Raises TakenMeanwhile when another did before or they came back, NotYours otherwise."""

        def unit(tx: Transaction) -> Page:
            now = acting(tx, speaker, Deed.SEE_TODAY)
            if outcome is Outcome.BACK:
                raise NotYours
            person = calls.close(tx, now.school_id, call_id, outcome, now.person_id)
            if person is None:
                raise TakenMeanwhile("calls-over")
            journal.note(tx, "called", "person", person, school=now.school_id, by=now.person_id, details=str(outcome))
            return _page(tx, now.school_id)

        return await self._database.work(unit)


def _page(tx: Transaction, school_id: int, after: int = 0) -> Page:
    found = calls.page(tx, school_id, after)
    zone = schools.settings(tx, school_id).zone
    return Page(tuple(found[:_PAGE]), len(found) > _PAGE, calls.count(tx, school_id), zone)


def _opened(tx: Transaction, school_id: int, call_id: int) -> Opened:
    call = calls.one(tx, school_id, call_id)
    if call is None:
        raise NotYours
    guardians = tuple((each, calls.contact(tx, each.id)) for each in people.guardians_of(tx, call.person.id))
    waiting = Counter(each.kind for each in notices.parked(tx, call.person.id))
    return Opened(call, guardians, tuple(waiting.items()), schools.settings(tx, school_id).zone)


def _speaking_through(tx: Transaction, external_id: int) -> list[Person]:
    account = accounts.id_of(tx, external_id)
    return [] if account is None else accounts.people_of(tx, account)


def _tell_curators(tx: Transaction, person: Person, again: str = "") -> None:
    since = accounts.lost_at(tx, person.id)
    for curator in people.with_role(tx, person.school_id, Role.CURATOR):
        if curator.id != person.id:
            notices.write(
                tx,
                "person-unreachable",
                school=person.school_id,
                person=curator.id,
                about=person.id,
                key=f"person-unreachable:{curator.id}:{person.id}:{since}{again}",
            )
