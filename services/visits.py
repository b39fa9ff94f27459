"""A curator's visits: the first, third and last meetings of pairs they are invited to, and whether they come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mentoring.meetings import MeetingState
from mentoring.people import Person, Speaker
from mentoring.refusal import NotYours, TakenMeanwhile
from mentoring.rights import Deed
from services import visit_notices as told
from services.authority import acting
from storage import meetings, schools, visits
from storage.database import Database, Transaction
from storage.meetings import Meeting, Pair


@dataclass(frozen=True, slots=True)
class Visit:
    """A meeting a curator is invited to. Local time; `comes` is their own answer, `taken` that another curator comes."""

    meeting: Meeting
    mentor: Person
    mentees: tuple[Person, ...]
    starts: datetime
    comes: bool | None
    taken: bool


class Visits:
    """What a curator does about the meetings they are invited to."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def ahead(self, speaker: Speaker) -> list[Visit]:
        """The meetings ahead the curator goes to, or may go to: nobody else does, they have not declined."""

        def query(tx: Transaction) -> list[Visit]:
            curator = acting(tx, speaker, Deed.SEE_MEETINGS)
            zone = schools.settings(tx, curator.school_id).zone
            found = visits.ahead(tx, curator.school_id, curator.person_id)
            pairs = {each.match_id: each for each in meetings.pairs(tx, (one.meeting.match_id for one in found))}
            return [
                _visit(pairs[one.meeting.match_id], one.meeting, one.meeting.starts_at.astimezone(zone), one.comes)
                for one in found
                if one.meeting.match_id in pairs
            ]

        return await self._database.read(query)

    async def one(self, speaker: Speaker, meeting_id: int) -> Visit:
        """A meeting the curator is invited to. Raises NotYours for any other, TakenMeanwhile when it is not ahead."""
        return await self._database.read(lambda tx: self._one(tx, speaker, meeting_id)[2])

    async def answer(self, speaker: Speaker, meeting_id: int, revision: int, *, yes: bool) -> Visit:
        """«Буду», «Не смогу» of a curator. Declining stops nothing.

        Raises TakenMeanwhile when the meeting was moved, cancelled or has begun, or another curator comes.
        """

        def unit(tx: Transaction) -> Visit:
            curator, pair, visit = self._one(tx, speaker, meeting_id)
            meeting = visit.meeting
            if meeting.revision != revision:
                raise TakenMeanwhile("meeting-refused-changed")
            if yes and visit.taken:
                raise TakenMeanwhile("visit-refused-taken")
            meetings.answer(tx, meeting, curator.person_id, "coming", yes=yes)
            if yes:
                told.promised(tx, pair, meeting, curator.person_id)
            elif visit.comes:
                told.declined(tx, pair, meeting, curator.person_id)
            return self._one(tx, speaker, meeting_id)[2]

        return await self._database.work(unit)

    def _one(self, tx: Transaction, speaker: Speaker, meeting_id: int) -> tuple[Speaker, Pair, Visit]:
        curator = acting(tx, speaker, Deed.SEE_MEETINGS)
        meeting = meetings.get(tx, meeting_id)
        pair = meetings.sides(tx, meeting.match_id)
        if (
            pair is None
            or pair.school_id != curator.school_id
            or curator.person_id in {each.id for each in pair.everyone}
        ):
            raise NotYours
        working = meetings.pairs(tx, [meeting.match_id])
        ahead = meeting.state is MeetingState.PLANNED and meeting.starts_at > tx.now and meeting.kind.with_curator
        if not ahead or not working:
            raise TakenMeanwhile("visit-refused-over")
        comes = meetings.answers(tx, meeting, "coming").get(curator.person_id)
        who = told.visitor(tx, meeting)
        starts = meeting.starts_at.astimezone(schools.settings(tx, curator.school_id).zone)
        return (
            curator,
            working[0],
            _visit(working[0], meeting, starts, comes, taken=who not in (None, curator.person_id)),
        )


def _visit(pair: Pair, meeting: Meeting, starts: datetime, comes: bool | None, *, taken: bool = False) -> Visit:
    return Visit(meeting, pair.mentor, pair.mentees, starts, comes, taken)
