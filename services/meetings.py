"""Meetings of a match: the mentor sets, moves and cancels them, the mentees answer; each hears of it at once."""

from __future__ import annotations

from datetime import datetime

from mentoring.meetings import LENGTHS, MeetingKind, MeetingState, Reason
from mentoring.people import Role, Speaker
from mentoring.refusal import NotYours, TakenMeanwhile
from mentoring.rights import Deed, may
from services import meeting_notices as told
from services import meeting_setting
from services.filling import Sent
from services.meeting_views import PairView, away, led, pair_view, view_of
from services.rhythm_following import follow
from storage import meeting_moves, meetings, schools
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
            starts = meeting_setting.checked(tx, pair, local, schools.settings(tx, pair.school_id))
            standing = meetings.planned(tx, [match_id]).get(match_id)
            if standing is None or standing.starts_at != starts or (meeting_id and standing.id != meeting_id):
                if meeting_id == 0:
                    meeting_setting.plan(tx, pair, starts, by=mentor.person_id, closing=closing)
                elif standing is None or standing.id != meeting_id:
                    raise TakenMeanwhile("meeting-refused-not-planned")
                else:
                    meeting_setting.move(tx, pair, standing, starts, by=mentor.person_id)
            return pair_view(tx, mentor, match_id)

        return await self._database.work(unit)

    async def cancel(self, speaker: Speaker, meeting_id: int) -> PairView:
        """Cancel a planned meeting; the next one of its rhythm is planned by itself. Twice changes nothing.

        Raises TakenMeanwhile when it was logged meanwhile.
        """

        def unit(tx: Transaction) -> PairView:
            meeting = meetings.get(tx, meeting_id)
            mentor, pair = led(tx, speaker, meeting.match_id)
            if meeting_setting.cancel(tx, pair, meeting, by=mentor.person_id):
                follow(tx, pair.match_id)
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

    async def say_why(self, speaker: Speaker, meeting_id: int, reason: Reason) -> PairView:
        """Why the speaker moved or cancelled a meeting; for curators only. Says nothing of what others did."""

        def unit(tx: Transaction) -> PairView:
            meeting = meetings.get(tx, meeting_id)
            view = pair_view(tx, speaker, meeting.match_id)
            meeting_moves.give_reason(tx, meeting_id, speaker.person_id, reason)
            return view

        return await self._database.work(unit)

    async def places(self, speaker: Speaker, meeting_id: int) -> tuple[PairView, list[tuple[int, str]]]:
        """Where the mentor has met, this pair's places first: (a meeting that was there, the place)."""

        def query(tx: Transaction) -> tuple[PairView, list[tuple[int, str]]]:
            meeting = meetings.get(tx, meeting_id)
            mentor, pair = led(tx, speaker, meeting.match_id)
            return pair_view(tx, mentor, pair.match_id), meetings.places_used(tx, pair.match_id, mentor.person_id)

        return await self._database.read(query)

    async def set_place(self, speaker: Speaker, meeting_id: int, place: str = "", *, as_id: int = 0) -> PairView:
        """Where a planned meeting is: a place, or the same as of another meeting of the mentor's. The pair is told."""

        def unit(tx: Transaction) -> PairView:
            meeting = meetings.get(tx, meeting_id)
            mentor, pair = led(tx, speaker, meeting.match_id)
            there = dict(meetings.places_used(tx, pair.match_id, mentor.person_id)).get(as_id, "") if as_id else place
            self._place(tx, pair, meeting, there)
            return pair_view(tx, mentor, pair.match_id)

        return await self._database.work(unit)

    async def set_length(self, speaker: Speaker, meeting_id: int, minutes: int) -> PairView:
        """How long a planned meeting is to be. Raises NotYours for a length that is not among those offered."""
        if minutes not in LENGTHS:
            raise NotYours

        def unit(tx: Transaction) -> PairView:
            meeting = meetings.get(tx, meeting_id)
            mentor, pair = led(tx, speaker, meeting.match_id)
            meetings.set_length(tx, meeting_id, minutes)
            return pair_view(tx, mentor, pair.match_id)

        return await self._database.work(unit)

    async def make_closing(self, speaker: Speaker, meeting_id: int, *, closing: bool) -> PairView:
        """A planned regular meeting becomes the closing one (the curator is invited), or a regular one again."""

        def unit(tx: Transaction) -> PairView:
            meeting = meetings.get(tx, meeting_id)
            mentor, pair = led(tx, speaker, meeting.match_id)
            kind = MeetingKind.CLOSING if closing else MeetingKind.REGULAR
            if meeting.starts_at > tx.now and meetings.set_kind(tx, meeting_id, kind):
                told.kind_changed(tx, pair, meetings.get(tx, meeting_id))
            return pair_view(tx, mentor, pair.match_id)

        return await self._database.work(unit)

    def receive_place(self, tx: Transaction, speaker: Speaker, sent: Sent) -> int:
        """Where the planned meeting is; returns the match."""
        meeting = meetings.get(tx, sent.about)
        _, pair = led(tx, speaker, meeting.match_id)
        self._place(tx, pair, meeting, sent.text("text"))
        return meeting.match_id

    def _place(self, tx: Transaction, pair: Pair, meeting: Meeting, place: str) -> None:
        if place and meeting.starts_at > tx.now and meetings.set_place(tx, meeting.id, place):
            told.placed(tx, pair, meetings.get(tx, meeting.id))


def may_meet(speaker: Speaker) -> bool:
    """Whether the speaker takes part in meetings at all."""
    return may(speaker, Deed.LEAD_MEETINGS) or Role.MENTEE in speaker.roles
