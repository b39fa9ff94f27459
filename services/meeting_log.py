"""The log of meetings: the mentor says how each went, the mentee apart whether it was; written down once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mentoring.meetings import MeetingState
from mentoring.people import Speaker
from mentoring.refusal import NotYours, TakenMeanwhile
from services.filling import Sent
from services.meeting_views import PairView, led, pair_view
from storage import journal, meetings
from storage.database import Database, Transaction
from storage.meetings import Meeting, Pair

Held = Callable[[Transaction, Pair, int], None]
"""Told of a meeting that was held, in the same transaction: the pair, and how many it has held by now."""

_OUTCOMES = {"happened": MeetingState.HELD, "absent": MeetingState.MISSED}


@dataclass(frozen=True, slots=True)
class Logged:
    """What came of logging: `first` is False when it had been logged before. `state` PLANNED: it is to be moved."""

    meeting: Meeting
    state: MeetingState
    first: bool


class MeetingLog:
    """What is said of meetings afterwards. `when_held` are told of every meeting that took place."""

    def __init__(self, database: Database, when_held: Iterable[Held] = ()) -> None:
        self._database = database
        self._when_held = tuple(when_held)

    async def answer_took_place(self, speaker: Speaker, meeting_id: int, revision: int, *, yes: bool) -> PairView:
        """What the mentee says apart: whether it took place. Only the curator sees it.

        Raises TakenMeanwhile when the meeting was moved or cancelled.
        """

        def unit(tx: Transaction) -> PairView:
            meeting = meetings.get(tx, meeting_id)
            view = pair_view(tx, speaker, meeting.match_id)
            if view.leads:
                raise NotYours
            if meeting.state is MeetingState.CANCELLED or meeting.revision != revision or meeting.starts_at > tx.now:
                raise TakenMeanwhile("meeting-refused-changed")
            meetings.answer(tx, meeting, speaker.person_id, "took_place", yes=yes)
            return view

        return await self._database.work(unit)

    async def to_log(self, speaker: Speaker, meeting_id: int) -> Meeting:
        """The meeting that is to be logged. Raises TakenMeanwhile when that was done, or its time has not come."""

        def query(tx: Transaction) -> Meeting:
            meeting = meetings.get(tx, meeting_id)
            led(tx, speaker, meeting.match_id)
            if meeting.state is not MeetingState.PLANNED or meeting.starts_at > tx.now:
                raise TakenMeanwhile("meeting-refused-logged")
            return meeting

        return await self._database.read(query)

    def receive_log(self, tx: Transaction, speaker: Speaker, sent: Sent) -> Logged:
        """The mentor has said how it went: written down once, whoever taps twice or on two phones."""
        meeting = meetings.get(tx, sent.about)
        mentor, pair = led(tx, speaker, meeting.match_id)
        state = _OUTCOMES.get(sent.text("outcome"))
        if state is None:
            return Logged(meeting, MeetingState.PLANNED, meeting.state is MeetingState.PLANNED)
        minutes = int(sent.text("minutes") or 0) or None
        first = meeting.starts_at <= tx.now and meetings.log(
            tx, meeting.id, state, by=mentor.person_id, minutes=minutes, result=sent.text("result")
        )
        if first:
            journal.note(tx, f"meeting-{state}", "meeting", meeting.id, school=pair.school_id, by=mentor.person_id)
            if state is MeetingState.HELD:
                held = len(meetings.held_kinds(tx, meeting.match_id))
                for tell in self._when_held:
                    tell(tx, pair, held)
        return Logged(meetings.get(tx, meeting.id), state, first)

    def receive_note(self, tx: Transaction, speaker: Speaker, sent: Sent) -> int:
        """The mentor's note about a meeting that was; returns the match."""
        meeting = meetings.get(tx, sent.about)
        led(tx, speaker, meeting.match_id)
        meetings.set_note(tx, meeting.id, sent.text("text"))
        return meeting.match_id
