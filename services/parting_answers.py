"""A curator answers who asked for another pair or for the end of one: the longest waiting first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from mentoring.partings import CHOSEN, Ground, Outcome, Wanted
from mentoring.people import Person, Side, Speaker
from mentoring.refusal import NotYours, TakenMeanwhile
from services import ending
from services.matching_here import in_programme
from services.parting_notices import members_meant
from storage import journal, matches, notices, partings, people, schools
from storage.database import Database, Transaction
from storage.matches import Member
from storage.partings import Parting

__all__ = ["PAGE", "Asked", "PartingAnswers", "Request", "days_back"]

PAGE = 8
_LATEST = 14  # days back a pair may have ended


@dataclass(frozen=True, slots=True)
class Asked:
    """A line of the list of requests, for a curator."""

    parting: Parting
    by: Person
    mentor: Person
    mentees: tuple[Person, ...]
    asked_on: date
    late: bool


@dataclass(frozen=True, slots=True)
class Request(Asked):
    """One request with all that a curator may decide on."""

    mentee_id: int  # the participation a mentor is looked for
    for_child: Person | None  # a guardian asks for this child
    days: tuple[date, ...]  # when the pair may have ended, today first


class PartingAnswers:
    """Requests about pairs, as curators answer them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def waiting(self, speaker: Speaker, after: int = 0) -> list[Asked]:
        """A page of what waits for an answer, the longest first, one more than a page when more follow."""

        def query(tx: Transaction) -> list[Asked]:
            me, programme = in_programme(tx, speaker)
            day = ending.today(tx, me.school_id)
            return [_asked(tx, each, day) for each in partings.waiting(tx, programme.id, after, PAGE + 1)]

        return await self._database.read(query)

    async def request(self, speaker: Speaker, parting_id: int) -> Request:
        """One request. Raises NotYours for another school's, TakenMeanwhile for one that is answered."""
        return await self._database.read(lambda tx: _request(tx, *_open(tx, speaker, parting_id)))

    async def keep(self, speaker: Speaker, parting_id: int) -> None:
        """«Поговорить и оставить»: the asker is told kindly, the pair goes on."""

        def unit(tx: Transaction) -> None:
            me, parting = _open(tx, speaker, parting_id)
            if not partings.answer(tx, parting.id, Outcome.KEPT, me.person_id):
                raise TakenMeanwhile("partings-answered")
            notices.write(tx, "parting-kept", school=me.school_id, person=parting.asked_by, about=parting.id)
            journal.note(tx, "kept-pair", "member", parting.member_id, school=me.school_id, by=me.person_id)

        await self._database.work(unit)

    async def agree(self, speaker: Speaker, parting_id: int, ground: Ground, ago: int = 0) -> Request:
        """«Закрыть пару», «Подобрать другого»: what was asked for comes about, `ago` days back. Returns the request."""

        def unit(tx: Transaction) -> Request:
            me, parting = _open(tx, speaker, parting_id)
            request = _request(tx, me, parting)
            if ground not in CHOSEN or not 0 <= ago < len(request.days):
                raise NotYours
            meant = members_meant(tx, parting)
            if not meant:
                raise TakenMeanwhile("partings-answered")
            ending.close_all(tx, meant, ground, request.days[ago], me.person_id)
            partings.answer(tx, parting.id, Outcome.AGREED, me.person_id)
            return request

        return await self._database.work(unit)


def days_back(tx: Transaction, school: int, members: Iterable[Member]) -> tuple[date, ...]:
    """The days a pair may have ended on: today and two weeks back, not before it began."""
    zone = schools.settings(tx, school).zone
    day = tx.now.astimezone(zone).date()
    began = max(each.since.astimezone(zone).date() for each in members)
    return tuple(day - timedelta(days=n) for n in range(_LATEST + 1) if n == 0 or day - timedelta(days=n) >= began)


def _open(tx: Transaction, speaker: Speaker, parting_id: int) -> tuple[Speaker, Parting]:
    """A request of this school that waits. Raises NotYours for another's, TakenMeanwhile when it was answered."""
    me, programme = in_programme(tx, speaker)
    parting = partings.get(tx, parting_id)
    if matches.get(tx, parting.member_id).programme_id != programme.id:
        raise NotYours
    if parting.answer is not None:
        raise TakenMeanwhile("partings-answered")
    return me, parting


def _asked(tx: Transaction, parting: Parting, day: date) -> Asked:
    member = matches.get(tx, parting.member_id)
    meant = members_meant(tx, parting) or [member]
    known = people.some(tx, [parting.asked_by, member.mentor_person, *(each.mentee_person for each in meant)])
    zone = schools.settings(tx, known[parting.asked_by].school_id).zone
    return Asked(
        parting=parting,
        by=known[parting.asked_by],
        mentor=known[member.mentor_person],
        mentees=tuple(known[each.mentee_person] for each in meant),
        asked_on=parting.asked_at.astimezone(zone).date(),
        late=parting.kind is not Wanted.LEAVE and parting.answer_by < day,
    )


def _request(tx: Transaction, me: Speaker, parting: Parting) -> Request:
    plain = _asked(tx, parting, ending.today(tx, me.school_id))
    member = matches.get(tx, parting.member_id)
    own = {member.mentor_person, member.mentee_person}
    child = member.mentor_person if parting.side is Side.MENTOR else member.mentee_person
    return Request(
        parting=plain.parting,
        by=plain.by,
        mentor=plain.mentor,
        mentees=plain.mentees,
        asked_on=plain.asked_on,
        late=plain.late,
        mentee_id=member.mentee_id,
        for_child=None if parting.asked_by in own else people.get(tx, child),
        days=days_back(tx, me.school_id, members_meant(tx, parting) or [member]),
    )
