"""A curator closes a pair from its card: one mentee of it or the whole group, with a day and a ground."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentoring.partings import CHOSEN, Ground
from mentoring.people import Person, Speaker
from mentoring.refusal import NotYours, TakenMeanwhile
from services import ending
from services.matching_here import in_programme, own_member
from services.parting_answers import days_back
from storage import matches, people
from storage.database import Database, Transaction
from storage.matches import LIVE, Member, State

__all__ = ["Closable", "Endings"]

_CLOSABLE = LIVE - {State.OFFERED}


@dataclass(frozen=True, slots=True)
class Closable:
    """A match that may be closed: who is in it, and on which days it may have ended, today first."""

    match_id: int
    mentor: Person
    mentees: tuple[tuple[int, Person], ...]  # member, mentee
    days: tuple[date, ...]


class Endings:
    """What a curator does to end pairs."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of_match(self, speaker: Speaker, match_id: int) -> Closable:
        """Who is in a match. Raises NotYours for another school's, or when nobody is left in it."""

        def query(tx: Transaction) -> Closable:
            me, programme = in_programme(tx, speaker)
            found = [each for each in matches.of_match(tx, match_id) if each.state in _CLOSABLE]
            if not found or found[0].programme_id != programme.id:
                raise NotYours
            return _closable(tx, me.school_id, found)

        return await self._database.read(query)

    async def of_member(self, speaker: Speaker, member_id: int, *, whole: bool) -> Closable:
        """The same by one member of it; with `whole` all who are in it. Raises TakenMeanwhile when that is over."""

        def query(tx: Transaction) -> Closable:
            me, members = _meant(tx, speaker, member_id, whole=whole)
            return _closable(tx, me.school_id, members)

        return await self._database.read(query)

    async def close(self, speaker: Speaker, member_id: int, ground: Ground, ago: int, *, whole: bool) -> Closable:
        """Close it on a ground, so many days back. Raises TakenMeanwhile when it was closed from another phone."""

        def unit(tx: Transaction) -> Closable:
            me, members = _meant(tx, speaker, member_id, whole=whole)
            shown = _closable(tx, me.school_id, members)
            if ground not in CHOSEN or not 0 <= ago < len(shown.days):
                raise NotYours
            ending.close_all(tx, members, ground, shown.days[ago], me.person_id)
            return shown

        return await self._database.work(unit)


def _meant(tx: Transaction, speaker: Speaker, member_id: int, *, whole: bool) -> tuple[Speaker, list[Member]]:
    me, member = own_member(tx, speaker, member_id)
    found = matches.of_match(tx, member.match_id) if whole else [member]
    live = [each for each in found if each.state in _CLOSABLE]
    if not live:
        raise TakenMeanwhile("endings-over")
    return me, live


def _closable(tx: Transaction, school: int, members: list[Member]) -> Closable:
    known = people.some(tx, [members[0].mentor_person, *(each.mentee_person for each in members)])
    return Closable(
        match_id=members[0].match_id,
        mentor=known[members[0].mentor_person],
        mentees=tuple((each.id, known[each.mentee_person]) for each in members),
        days=days_back(tx, school, members),
    )
