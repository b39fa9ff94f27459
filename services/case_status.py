"""What those without a pair are told themselves, kindly and truly; and the question whether a mentor takes one more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from mentoring.cases import CHANGEABLE, Step, Told, told
from mentoring.naming import shown
from mentoring.people import Role, Side, Speaker
from mentoring.refusal import NotYours, Refusal
from mentoring.rights import Deed, may
from mentoring.standing import Standing
from services.authority import acting
from services.capacity import room_of, say_places
from services.notices import Notice, Values
from services.participation import application_key
from services.viewers import viewer
from storage import cases, journal, notices, people, place_asks, schools, standing
from storage.database import Database, Transaction
from storage.moments import maybe_date
from storage.place_asks import PlaceAsk


@dataclass(frozen=True, slots=True)
class Status:
    """Why there is no pair yet, as far as it is said; when to expect news; the application that could be changed."""

    side: Side
    told: Told
    next_try: date | None
    until: date | None
    participation: int
    form: str  # the application's key, where another answer would help; else empty


@dataclass(frozen=True, slots=True)
class Asked:
    """A mentor is asked for one place more."""

    ask: int
    places: int


class CaseStatus:
    """The person's own side of being without a pair."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def mine(self, speaker: Speaker) -> tuple[Status, ...]:
        """For each side on which the speaker waits for a pair after a draft. A fixed number of queries."""
        person = speaker.person
        if person is None or speaker.roles.isdisjoint({Role.MENTOR, Role.MENTEE}):
            return ()

        def query(tx: Transaction) -> tuple[Status, ...]:
            waiting = [each for each in standing.of_person(tx, person.id) if each.ready]
            if not waiting:
                return ()
            until = _until(tx, waiting[0])
            found = (_status(tx, each, until) for each in waiting)
            return tuple(each for each in found if each is not None)

        return await self._database.read(query)

    async def asked(self, speaker: Speaker) -> Asked | None:
        """What a mentor is asked now."""
        person = speaker.person
        if person is None or not may(speaker, Deed.ANSWER_OFFERS):
            return None

        def query(tx: Transaction) -> Asked | None:
            ask = place_asks.waiting(tx, person.id)
            mentor = standing.of_participation(tx, ask.mentor) if ask else None
            return Asked(ask.id, room_of(tx, mentor).places) if ask and mentor else None

        return await self._database.read(query)

    async def answer(self, speaker: Speaker, ask_id: int, *, yes: bool) -> None:
        """Yes gives the mentor one place more, up to what the form allows; the curators hear of either.

        Raises NotYours for another's question, Refusal for one that is answered or needed no more.
        """

        def unit(tx: Transaction) -> None:
            now = acting(tx, speaker, Deed.ANSWER_OFFERS)
            ask = place_asks.get(tx, ask_id)
            mentor = standing.of_participation(tx, ask.mentor)
            if ask.mentor_person != now.person_id or mentor is None:
                raise NotYours
            if not place_asks.answer(tx, ask.id, yes=yes):
                raise Refusal("cases-answered")
            _answered(tx, now, ask, mentor, yes=yes)

        await self._database.work(unit)


def _answered(tx: Transaction, now: Speaker, ask: PlaceAsk, mentor: Standing, *, yes: bool) -> None:
    if yes:
        room = room_of(tx, mentor)
        say_places(tx, mentor.person, ask.mentor, room.one_more or room.most, now.person_id)
    journal.note(
        tx, "answered-place", "participation", ask.mentor, school=now.school_id, by=now.person_id,
        details="yes" if yes else "no",
    )  # fmt: skip
    case = cases.get(tx, ask.case)
    cases.step(tx, case, Step.MENTOR_YES if yes else Step.MENTOR_NO, now.person_id, about=now.person_id)
    for curator in people.with_role(tx, now.school_id, Role.CURATOR):
        notices.write(tx, "place-answered", school=now.school_id, person=curator.id, about=ask.id)


def _status(tx: Transaction, found: Standing, until: date | None) -> Status | None:
    part = found.participation
    if part.side is Side.MENTOR:
        drafted = tx.value("SELECT 1 FROM runs WHERE programme_id = :p AND form = :f", p=part.programme_id, f=part.form)
        busy = tx.value("SELECT 1 FROM members WHERE mentor_person_id = :id AND live = 1", id=part.person_id)
        return Status(part.side, Told.SEARCHING, None, until, part.id, "") if drafted and not busy else None
    case = cases.open_of(tx, part.id)
    if case is None or tx.value("SELECT 1 FROM members WHERE mentee_id = :id AND live = 1", id=part.id):
        return None
    why = told(case.found.cause.kind if case.found else None)
    today = tx.now.astimezone(schools.settings(tx, case.school_id).zone).date()
    next_try = case.next_try_on if case.next_try_on and case.next_try_on >= today else None
    return Status(part.side, why, next_try, until, part.id, application_key(found) if why in CHANGEABLE else "")


def _until(tx: Transaction, found: Standing) -> date | None:
    """The end of the stage of making pairs, while it is ahead."""
    last: Any = tx.value(
        "SELECT max(ends_on) FROM roadmap_items WHERE programme_id = :id AND stage = 5",
        id=found.participation.programme_id,
    )
    day = maybe_date(last)
    today = tx.now.astimezone(schools.settings(tx, found.person.school_id).zone).date()
    return day if day is not None and day >= today else None


def still_asked(tx: Transaction, notice: Notice) -> Values | None:
    """For a mentor: true until the question is answered."""
    ask = place_asks.get(tx, notice.about)
    mentor = standing.of_participation(tx, ask.mentor)
    if ask.answer or mentor is None or ask.mentor_person != notice.person_id:
        return None
    return {"places": room_of(tx, mentor).places}


def still_answered(tx: Transaction, notice: Notice) -> Values | None:
    """For a curator: what the mentor said, while the case is open."""
    ask = place_asks.get(tx, notice.about)
    case = cases.get(tx, ask.case)
    if case.closed_at is not None or notice.person_id is None or ask.answer not in ("yes", "no"):
        return None
    to = viewer(tx, notice.person_id)
    known = people.some(tx, [ask.mentor_person, case.person])
    names = {"mentor": shown(known[ask.mentor_person], to), "mentee": shown(known[case.person], to)}
    return {"answer": ask.answer, "case": case.id, **names}


def still_planned(tx: Transaction, notice: Notice) -> Values | None:
    """For a mentee: the day that was set, unless it is another one now, or the mentee waits no more."""
    case = cases.get(tx, notice.about)
    day = case.next_try_on
    if case.closed_at is not None or day is None or day.toordinal() != notice.revision:
        return None
    if tx.value("SELECT 1 FROM members WHERE mentee_id = :id AND live = 1", id=case.participation):
        return None
    return {"on": day}


def still_closed(tx: Transaction, notice: Notice) -> Values | None:
    """For a mentee: the search is over, unless they came back."""
    left = tx.value(
        "SELECT 1 FROM participations q JOIN cases c ON c.participation_id = q.id WHERE c.id = :id "
        "AND c.outcome = 'not_wanted' AND q.left_at IS NOT NULL",
        id=notice.about,
    )
    return {} if left else None
