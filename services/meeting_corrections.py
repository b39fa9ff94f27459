"""The log of a meeting put right by its mentor, who tapped the wrong outcome, length or result."""

from __future__ import annotations

from collections.abc import Iterable

from mentoring.meetings import MeetingState
from mentoring.people import Speaker
from mentoring.refusal import NotYours, TakenMeanwhile
from services.filling import Sent
from services.meeting_log import OUTCOMES, Held, Logged
from services.meeting_records import whose
from services.meeting_setting import put_next_in_order
from storage import journal, meeting_records, meetings
from storage.database import Transaction
from storage.meeting_records import Work
from storage.meetings import Meeting


class MeetingCorrections:
    """What was logged is said anew until the curator has settled it, or the programme is closed."""

    def __init__(self, when_held: Iterable[Held] = ()) -> None:
        self._when_held = tuple(when_held)

    def guard(self, tx: Transaction, speaker: Speaker, form: str, about: int) -> None:
        """Only the mentor puts a logged meeting right. Raises NotYours, or TakenMeanwhile once it is settled."""
        _open_to(tx, speaker, about)

    def receive(self, tx: Transaction, speaker: Speaker, sent: Sent) -> Logged:
        """The outcome, length and result as they were; `first` is False when that is what stood there already."""
        mentor, work, meeting = _open_to(tx, speaker, sent.about)
        state = OUTCOMES[sent.text("outcome")]
        minutes, result = int(sent.text("minutes") or 0) or meeting.minutes, sent.text("result")
        if (state, minutes, result) == (meeting.state, meeting.minutes, meeting.result):
            return Logged(meeting, state, False)
        meetings.correct(tx, meeting.id, state, minutes=minutes, result=result)
        note = f"meeting-corrected-{state}"
        journal.note(tx, note, "meeting", meeting.id, school=work.school_id, by=mentor.person_id)
        asks_who = state is not meeting.state and self._turned(tx, work, meeting, state)
        return Logged(meetings.get(tx, meeting.id), state, True, asks_who)

    def _turned(self, tx: Transaction, work: Work, meeting: Meeting, state: MeetingState) -> bool:
        """Held after all, or not held: what follows from it; whether a group's mentor is to say who came."""
        held = state is MeetingState.HELD
        meeting_records.all_came(tx, meeting.id, whether=held)
        pair = next(iter(meetings.pairs(tx, [work.match_id])), None)
        if pair is None:
            return False
        put_next_in_order(tx, pair)
        if not held:
            return False
        count = len(meetings.held_kinds(tx, work.match_id))
        for tell in self._when_held:
            tell(tx, pair, count)
        asks_who = len(pair.mentees) > 1
        if asks_who:
            meeting_records.preset(tx, meeting.id, (each.id for each in pair.mentees))
        return asks_who


def _open_to(tx: Transaction, speaker: Speaker, meeting_id: int) -> tuple[Speaker, Work, Meeting]:
    meeting = meetings.get(tx, meeting_id)
    mentor, work, leads = whose(tx, speaker, meeting.match_id)
    if not leads:
        raise NotYours
    if not meeting.correctable:
        raise TakenMeanwhile("diary-refused-settled" if meeting.settled_at else "meeting-refused-changed")
    return mentor, work, meeting
