"""A pair's page for the curator: who, since when, the next meeting, and everything that happened, the newest first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from mentoring.people import MentoringForm, Person, Speaker
from mentoring.refusal import NotYours
from mentoring.rights import Deed
from mentoring.stuck_pairs import Stuck
from services import stuck_pairs
from services.authority import acting
from storage import drafts, matches, meetings, pair_timeline, pair_weeks, pauses, people, schools
from storage.database import Database, Transaction
from storage.matches import AGREED, Member, State
from storage.meetings import Meeting
from storage.moments import to_time
from storage.pair_timeline import Asked, Entry, Key, Source

__all__ = ["Entry", "Key", "Member", "PairPage", "PairPages", "Source", "State", "page_of"]

PAGE = 10
_DISPUTES = 3
_REPORT = "mentor_report"


@dataclass(frozen=True, slots=True)
class PairPage:
    """One match: its people by id, the mentees with their states, what is next, a page of what happened. Times are local."""

    match_id: int
    form: MentoringForm
    mentor: Person
    members: tuple[Member, ...]
    people: Mapping[int, Person]
    began: date | None
    planned: Meeting | None
    away_until: date | None
    disputed: tuple[tuple[int, datetime], ...]  # meetings about which the sides disagree
    stuck: Stuck | None  # why it needs help
    reported: bool  # the mentor's report is written
    entries: tuple[Entry, ...]
    first: bool  # the newest entries are among these
    go_on: Key | None
    zone: tzinfo
    now: datetime

    @property
    def at_work(self) -> bool:
        """Whether somebody in it works with the mentor now."""
        return any(each.state is State.ACTIVE for each in self.members)

    @property
    def mentees(self) -> tuple[Person, ...]:
        """Those who work with the mentor, or all who did when nobody does."""
        live = [each for each in self.members if each.state in AGREED] or self.members
        return tuple(self.people[each.mentee_person] for each in live)


class PairPages:
    """For those who may see every pair's meetings."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def page(self, speaker: Speaker, match_id: int, after: Key | None = None) -> PairPage:
        """A page of one match of the curator's school, in a fixed number of queries. Raises NotYours for another's."""

        def query(tx: Transaction) -> PairPage:
            return page_of(tx, acting(tx, speaker, Deed.SEE_MEETINGS), match_id, after)

        return await self._database.read(query)


def page_of(tx: Transaction, curator: Speaker, match_id: int, after: Key | None = None) -> PairPage:
    """The same in a unit, for a curator who may see it."""
    members = tuple(matches.of_match(tx, match_id))
    row = tx.one(
        "SELECT g.school_id, m.confirmed_at, m.form FROM matches m JOIN programmes g ON g.id = m.programme_id WHERE m.id = :id",
        id=match_id,
    )
    if row is None or row["school_id"] != curator.school_id or not members:
        raise NotYours
    zone = schools.settings(tx, curator.school_id).zone
    mentor, programme = members[0].mentor_person, members[0].programme_id
    asked = Asked(match_id, programme, mentor, to_time(row["confirmed_at"]))
    entries = pair_timeline.page(tx, asked, after, PAGE + 1)
    known = people.some(
        tx,
        {
            mentor,
            *(each.mentee_person for each in members),
            *(each.person_id for each in entries if each.person_id is not None),
        },
    )
    pause = pauses.running(tx, programme, [mentor]).get(mentor)
    return PairPage(
        match_id=match_id,
        form=MentoringForm(row["form"]),
        mentor=known[mentor],
        members=members,
        people=known,
        began=pair_weeks.began(tx, [match_id], zone).get(match_id),
        planned=meetings.planned(tx, [match_id]).get(match_id),
        away_until=pause.until_on if pause else None,
        disputed=tuple((id_, at.astimezone(zone)) for id_, at in pair_timeline.disputed(tx, match_id, _DISPUTES)),
        stuck=stuck_pairs.of_pair(tx, curator.school_id, programme, match_id),
        reported=drafts.sent(tx, mentor, _REPORT, match_id) is not None,
        entries=tuple(entries[:PAGE]),
        first=after is None,
        go_on=entries[PAGE - 1].key if len(entries) > PAGE else None,
        zone=zone,
        now=tx.now.astimezone(zone),
    )
