"""Entries of the diary: the mentor completes them any time until the programme closes, in writing or by voice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from mentoring.diary import FORMS, MENTEE_READS, Line
from mentoring.meetings import MeetingState
from mentoring.people import Person, Speaker
from mentoring.questionnaire import Answers
from mentoring.refusal import NotYours, Refusal, TakenMeanwhile
from mentoring.rights import Deed, may
from services.authority import acting
from services.filling import Sent
from storage import drafts, journal, meeting_records, meetings, schools
from storage.database import Database, Transaction
from storage.meeting_records import Record, Voice, Work

__all__ = ["EntryView", "MeetingRecords", "PastPage", "Record", "Voice", "whose"]

PAGE = 6
LONGEST_VOICE = 300  # seconds
MOST_VOICES = 5  # about one meeting
_AFTER_LOG = timedelta(hours=1)  # a voice message without an open form is about the meeting logged just before
_VOICED = (*FORMS, "meeting_log")


@dataclass(frozen=True, slots=True)
class EntryView:
    """One meeting of the diary as its mentor sees it. Its time is the school's."""

    record: Record
    work: Work
    starts: datetime
    came: Mapping[int, bool]
    voices: tuple[Voice, ...]

    @property
    def others(self) -> tuple[Person, ...]:
        """The mentees who were in it: of a group's meeting those whose coming was noted."""
        return tuple(each for each in self.work.mentees if not self.came or each.id in self.came)


@dataclass(frozen=True, slots=True)
class PastPage:
    """A page of past meetings, the last first; `before`: where the next page begins. `leads`: for the mentor."""

    work: Work
    leads: bool
    records: tuple[Record, ...]
    before: datetime | None
    zone_now: datetime
    reported: bool = False


class MeetingRecords:
    """The diary as it is written."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def past(self, speaker: Speaker, match_id: int, before: datetime | None = None) -> PastPage:
        """Meetings that were, for either side. Raises NotYours for whoever is in another pair."""

        def query(tx: Transaction) -> PastPage:
            me, work, leads = whose(tx, speaker, match_id)
            found = meeting_records.page(tx, match_id, before, PAGE + 1)
            if not leads:
                found = [_for_mentee(each) for each in found]
            more = found[PAGE - 1].meeting.starts_at if len(found) > PAGE else None
            now = tx.now.astimezone(schools.settings(tx, work.school_id).zone)
            reported = leads and drafts.sent(tx, me.person_id, "mentor_report", match_id) is not None
            return PastPage(work, leads, tuple(found[:PAGE]), more, now, reported)

        return await self._database.read(query)

    async def entry(self, speaker: Speaker, meeting_id: int) -> EntryView:
        """One entry of a diary the speaker writes. Raises NotYours for any other."""
        return await self._database.read(lambda tx: _entry(tx, speaker, meeting_id))

    async def turn_way(self, speaker: Speaker, meeting_id: int) -> EntryView:
        """It was online and not where the place says, or the other way round."""

        def unit(tx: Transaction) -> EntryView:
            me, view = _mine(tx, speaker, meeting_id)
            meeting_records.set_way(tx, meeting_id, view.record.way.other)
            _note(tx, me, view, "way")
            return _entry(tx, speaker, meeting_id)

        return await self._database.work(unit)

    def receive_line(self, tx: Transaction, speaker: Speaker, sent: Sent) -> int:
        """A line of an entry was written, or written anew; when is in the journal. Returns the meeting."""
        me, view = _mine(tx, speaker, sent.about)
        line = FORMS[sent.form]
        if view.record.texts.get(line, "") != sent.text("text"):
            meeting_records.write(tx, sent.about, line, sent.text("text"))
            _note(tx, me, view, line.value)
        return sent.about

    def proposed_line(self, line: Line) -> _Proposed:
        """What stands in a line, to go on from."""
        return _Proposed(line)

    async def keep_voice(self, speaker: Speaker, file_key: str, seconds: int) -> EntryView | None:
        """Keep a voice message with the meeting whose entry is being written, or that was logged just before.

        None: it is about no meeting. Raises Refusal in coded mode, where the messenger may hear no names, and for one
        that is too long or one too many.
        """

        def unit(tx: Transaction) -> EntryView | None:
            meeting_id = _about(tx, speaker)
            if meeting_id is None:
                return None
            me, view = _mine(tx, speaker, meeting_id, planned=True)
            if speaker.privacy.coded:
                raise Refusal("voice-coded")
            if seconds > LONGEST_VOICE:
                raise Refusal("voice-too-long")
            if len(view.voices) >= MOST_VOICES:
                raise Refusal("voice-too-many")
            if meeting_records.keep_voice(tx, meeting_id, me.person_id, file_key, seconds):
                _note(tx, me, view, "voice")
            return replace(view, voices=tuple(meeting_records.voices(tx, [meeting_id])[meeting_id]))

        return await self._database.work(unit)

    async def listen(self, speaker: Speaker, meeting_id: int) -> tuple[Voice, ...]:
        """The spoken notes of a meeting, for its mentor and for curators. Raises Refusal in coded mode."""

        def query(tx: Transaction) -> tuple[Voice, ...]:
            work = meeting_records.work(tx, meetings.get(tx, meeting_id).match_id)
            curator = speaker.school_id == work.school_id and may(speaker, Deed.SEE_MEETINGS)
            if not curator:
                _mine(tx, speaker, meeting_id, planned=True)
            if speaker.privacy.coded:
                raise Refusal("voice-coded")
            return tuple(meeting_records.voices(tx, [meeting_id])[meeting_id])

        return await self._database.read(query)


@dataclass(frozen=True, slots=True)
class _Proposed:
    line: Line

    def __call__(self, tx: Transaction, speaker: Speaker, about: int) -> Answers:
        _, view = _mine(tx, speaker, about)
        text = view.record.texts.get(self.line, "")
        return {"text": text} if text else {}


def whose(tx: Transaction, speaker: Speaker, match_id: int) -> tuple[Speaker, Work, bool]:
    """The speaker as one of the pair, the pair whether or not it works still, whether they lead it. Raises NotYours."""
    work = meeting_records.work(tx, match_id)
    if speaker.person is None or speaker.person_id not in work.sides:
        raise NotYours
    leads = work.mentor.id == speaker.person_id
    return (acting(tx, speaker, Deed.LEAD_MEETINGS) if leads else speaker), work, leads


def _entry(tx: Transaction, speaker: Speaker, meeting_id: int) -> EntryView:
    return _mine(tx, speaker, meeting_id)[1]


def _mine(tx: Transaction, speaker: Speaker, meeting_id: int, *, planned: bool = False) -> tuple[Speaker, EntryView]:
    record = meeting_records.record(tx, meeting_id)
    me, work, leads = whose(tx, speaker, record.meeting.match_id)
    if not leads:
        raise NotYours
    logged = record.meeting.state in (MeetingState.HELD, MeetingState.MISSED)
    if not logged and not (planned and record.meeting.state is MeetingState.PLANNED):
        raise TakenMeanwhile("meeting-refused-changed")
    zone = schools.settings(tx, work.school_id).zone
    view = EntryView(
        record,
        work,
        record.meeting.starts_at.astimezone(zone),
        meeting_records.came(tx, [meeting_id])[meeting_id],
        tuple(meeting_records.voices(tx, [meeting_id])[meeting_id]),
    )
    return me, view


def _about(tx: Transaction, speaker: Speaker) -> int | None:
    """The meeting a voice message is about."""
    if speaker.person is None:
        return None
    draft = drafts.get(tx, speaker.draft_id) if speaker.draft_id else None
    if draft is not None:
        return draft.about if draft.form in _VOICED and draft.person_id == speaker.person_id else None
    return meeting_records.lately(tx, speaker.person_id, tx.now - _AFTER_LOG)


def _for_mentee(record: Record) -> Record:
    texts = {line: text for line, text in record.texts.items() if line in MENTEE_READS}
    meeting = replace(record.meeting, result="", note="")
    return replace(record, texts=texts, meeting=meeting, checked_at=None)


def _note(tx: Transaction, me: Speaker, view: EntryView, what: str) -> None:
    about, school = view.record.meeting.id, view.work.school_id
    journal.note(tx, "meeting-written", "meeting", about, school=school, by=me.person_id, details=what)
