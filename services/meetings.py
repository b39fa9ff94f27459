"""Meetings of a match: the mentor sets, moves and cancels them, the mentees answer; each hears of it at once."""

from __future__ import annotations

from datetime import UTC, datetime

from mentoring.meetings import MeetingKind, MeetingState, next_kind
from mentoring.people import Role, Speaker
from mentoring.refusal import Refusal, TakenMeanwhile
from mentoring.rights import Deed, may
from services import meeting_notices as told
from services.filling import Sent
from services.meeting_views import PairView, away, led, pair_view, view_of
from storage import journal, meetings, schools
from storage.database import Database, Transaction
from storage.meetings import Meeting, Pair

__all__ = ["Meeting", "Meetings", "Pair", "PairView"]


class Meetings:
    """What a mentor and mentees do about their meetings before they begin."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def mine(self, speaker: Speaker) -> list[PairView]:
        """The speaker's pairs whose work is on, for the home screen."""

        def query(tx: Transaction) -> list[PairView]:
            found = meetings.pairs_of(tx, speaker.person_id)
            planned = meetings.planned(tx, [each.match_id for each in found])
            absent = away(tx, found)
            chosen = schools.settings(tx, speaker.school_id)
            return [
                view_of(
                    tx,
                    speaker,
                    each,
                    planned.get(each.match_id),
                    chosen,
                    suggest=False,
                    whole=False,
                    away_until=absent.get(each.mentor.id),
                )
                for each in found
            ]

        return await self._database.read(query)

    async def pair(self, speaker: Speaker, match_id: int) -> PairView:
        """One of the speaker's pairs. Raises NotYours for anyone else's."""
        return await self._database.read(lambda tx: pair_view(tx, speaker, match_id))

    async def meeting(self, speaker: Speaker, meeting_id: int) -> PairView:
        """The pair of a meeting, as it stands now."""
        return await self._database.read(lambda tx: pair_view(tx, speaker, meetings.get(tx, meeting_id).match_id))

    async def past(self, speaker: Speaker, match_id: int) -> tuple[PairView, list[Meeting]]:
        """The latest meetings of the pair, the last first."""
        return await self._database.read(lambda tx: (pair_view(tx, speaker, match_id), meetings.past(tx, match_id)))

    async def set_time(
        self, speaker: Speaker, match_id: int, meeting_id: int, local: datetime, *, closing: bool = False
    ) -> PairView:
        """Plan the next meeting (`meeting_id` 0), or move that one, to a local time without a zone: the school's.

        The same time twice changes nothing. Raises Refusal for a time gone by or after the programme's end, and
        TakenMeanwhile when the meeting was planned, logged or cancelled from another phone.
        """

        def unit(tx: Transaction) -> PairView:
            mentor, pair = led(tx, speaker, match_id)
            chosen = schools.settings(tx, pair.school_id)
            starts = local.replace(tzinfo=chosen.zone).astimezone(UTC)
            if starts <= tx.now:
                raise Refusal("meeting-refused-past")
            if local.date() > pair.ends_on:
                raise Refusal("meeting-refused-after-end")
            standing = meetings.planned(tx, [match_id]).get(match_id)
            if standing is None or standing.starts_at != starts or (meeting_id and standing.id != meeting_id):
                self._set(tx, mentor, pair, standing, meeting_id, starts, closing=closing)
            return pair_view(tx, mentor, match_id)

        return await self._database.work(unit)

    def _set(
        self,
        tx: Transaction,
        mentor: Speaker,
        pair: Pair,
        standing: Meeting | None,
        meeting_id: int,
        starts: datetime,
        *,
        closing: bool,
    ) -> None:
        if meeting_id == 0:
            kind = next_kind(meetings.held_kinds(tx, pair.match_id))
            if closing and kind is MeetingKind.REGULAR:
                kind = MeetingKind.CLOSING
            earlier = meetings.past(tx, pair.match_id, 1)
            place = earlier[0].place if earlier else ""
            made = meetings.plan(tx, pair.match_id, kind, starts, place=place, by=mentor.person_id)
            if made is None:
                raise TakenMeanwhile("meeting-refused-planned-already")
            told.planned(tx, pair, made)
            journal.note(tx, "meeting-planned", "meeting", made.id, school=pair.school_id, by=mentor.person_id)
            return
        if standing is None or standing.id != meeting_id or not meetings.move(tx, meeting_id, starts):
            raise TakenMeanwhile("meeting-refused-not-planned")
        told.planned(tx, pair, meetings.get(tx, meeting_id))
        journal.note(tx, "meeting-moved", "meeting", meeting_id, school=pair.school_id, by=mentor.person_id)

    async def cancel(self, speaker: Speaker, meeting_id: int) -> PairView:
        """Cancel a planned meeting; twice changes nothing. Raises TakenMeanwhile when it was logged meanwhile."""

        def unit(tx: Transaction) -> PairView:
            meeting = meetings.get(tx, meeting_id)
            mentor, pair = led(tx, speaker, meeting.match_id)
            if meetings.cancel(tx, meeting_id):
                told.called_off(tx, pair, meetings.get(tx, meeting_id))
                journal.note(tx, "meeting-cancelled", "meeting", meeting_id, school=pair.school_id, by=mentor.person_id)
            elif meeting.state is not MeetingState.CANCELLED:
                raise TakenMeanwhile("meeting-refused-not-planned")
            return pair_view(tx, mentor, meeting.match_id)

        return await self._database.work(unit)

    async def answer_coming(
        self, speaker: Speaker, meeting_id: int, revision: int, *, yes: bool, move: bool = False
    ) -> PairView:
        """«Буду», «Не смогу», «Попросить перенести» of either side; a mentee's no is told to the mentor.

        Raises TakenMeanwhile when the meeting was moved, cancelled or has begun since it was asked.
        """

        def unit(tx: Transaction) -> PairView:
            meeting = meetings.get(tx, meeting_id)
            view = pair_view(tx, speaker, meeting.match_id)
            if meeting.state is not MeetingState.PLANNED or meeting.revision != revision or meeting.starts_at <= tx.now:
                raise TakenMeanwhile("meeting-refused-changed")
            meetings.answer(tx, meeting, speaker.person_id, "coming", yes=yes)
            if not yes and not view.leads:
                told.cannot_come(tx, view.pair, meeting, speaker.person_id, move=move)
            return pair_view(tx, speaker, meeting.match_id)

        return await self._database.work(unit)

    async def led(self, speaker: Speaker, meeting_id: int) -> Meeting:
        """A meeting of a pair the speaker leads. Raises NotYours for any other."""

        def query(tx: Transaction) -> Meeting:
            meeting = meetings.get(tx, meeting_id)
            led(tx, speaker, meeting.match_id)
            return meeting

        return await self._database.read(query)

    def receive_place(self, tx: Transaction, speaker: Speaker, sent: Sent) -> int:
        """Where the planned meeting is; returns the match."""
        meeting = meetings.get(tx, sent.about)
        led(tx, speaker, meeting.match_id)
        meetings.set_place(tx, meeting.id, sent.text("text"))
        return meeting.match_id


def may_meet(speaker: Speaker) -> bool:
    """Whether the speaker takes part in meetings at all."""
    return may(speaker, Deed.LEAD_MEETINGS) or Role.MENTEE in speaker.roles
