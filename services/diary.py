"""The diary of a pair taken out as a paper: for its mentor without the mentees' scores, for the curator with everything."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from mentoring.diary import Diary, Entry, EntryState, Moved, MovedBy
from mentoring.meetings import MeetingState
from mentoring.people import Speaker
from mentoring.refusal import NotYours, Refusal
from mentoring.rights import Deed
from services.authority import acting
from services.exported_names import as_covered
from services.meeting_records import whose
from storage import drafts, journal, meeting_records, schools
from storage.database import Database, Row, Transaction
from storage.meeting_records import Record, Work
from storage.moments import maybe_time, to_time

__all__ = ["Diaries", "Diary", "DiaryLook"]

_LOOKED_AT = 5
REPORT = "mentor_report"


@dataclass(frozen=True, slots=True)
class DiaryLook:
    """A pair's diary as the curator looks through it: the latest meetings, the last first.

    `voices` and `scores` are by meeting; `unchecked` is how many entries the curator has not marked yet.
    """

    work: Work
    records: tuple[Record, ...]
    came: Mapping[int, Mapping[int, bool]]
    voices: Mapping[int, int]
    scores: Mapping[int, Mapping[int, int]]
    unchecked: int
    reported: bool
    now: datetime


class Diaries:
    """Diaries, read whole."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def mine(self, speaker: Speaker, match_id: int) -> Diary:
        """The diary the speaker writes, to be taken out; journalled. Raises NotYours for any other."""

        def unit(tx: Transaction) -> Diary:
            me, work, leads = whose(tx, speaker, match_id)
            if not leads:
                raise NotYours
            _note(tx, me, match_id)
            return _diary(tx, me, work, whole=False)

        return await self._database.work(unit)

    async def of_pair(self, speaker: Speaker, match_id: int) -> Diary:
        """Any diary of the curator's school, to be taken out; journalled. Raises NotYours for another school's."""

        def unit(tx: Transaction) -> Diary:
            curator, work = watched(tx, speaker, match_id)
            _note(tx, curator, match_id)
            return _diary(tx, curator, work, whole=True)

        return await self._database.work(unit)

    async def every(self, speaker: Speaker) -> tuple[Diary, ...]:
        """All diaries of the open programme, in a fixed number of queries; journalled. Raises Refusal without a pair."""

        def unit(tx: Transaction) -> tuple[Diary, ...]:
            curator = acting(tx, speaker, Deed.SEE_MEETINGS)
            found = meeting_records.works(tx, "g.school_id = :school", school=curator.school_id)
            if not found:
                raise Refusal("diary-refused-none")
            _note(tx, curator, 0)
            return _diaries(tx, curator, found, whole=True)

        return await self._database.work(unit)

    async def look(self, speaker: Speaker, match_id: int) -> DiaryLook:
        """The latest of a diary, on the curator's screen."""
        return await self._database.read(lambda tx: _look(tx, speaker, match_id))

    async def check(self, speaker: Speaker, match_id: int) -> DiaryLook:
        """«Проверено»: the curator has looked at every entry that is there now; twice changes nothing."""

        def unit(tx: Transaction) -> DiaryLook:
            curator, work = watched(tx, speaker, match_id)
            if meeting_records.check(tx, match_id, curator.person_id):
                journal.note(tx, "diary-checked", "match", match_id, school=work.school_id, by=curator.person_id)
            return _look(tx, speaker, match_id)

        return await self._database.work(unit)


def watched(tx: Transaction, speaker: Speaker, match_id: int) -> tuple[Speaker, Work]:
    """The speaker as a curator, and a pair of their school. Raises NotYours for another school's."""
    curator, work = acting(tx, speaker, Deed.SEE_MEETINGS), meeting_records.work(tx, match_id)
    if work.school_id != curator.school_id:
        raise NotYours
    return curator, work


def _look(tx: Transaction, speaker: Speaker, match_id: int) -> DiaryLook:
    _, work = watched(tx, speaker, match_id)
    found = tuple(meeting_records.page(tx, match_id, None, _LOOKED_AT))
    ids = [each.meeting.id for each in found]
    voices = meeting_records.voices(tx, ids)
    return DiaryLook(
        work=work,
        records=found,
        came=meeting_records.came(tx, ids),
        voices={meeting: len(said) for meeting, said in voices.items()},
        scores=meeting_records.scores(tx, ids),
        unchecked=meeting_records.unchecked(tx, match_id),
        reported=drafts.sent(tx, work.mentor.id, REPORT, match_id) is not None,
        now=tx.now.astimezone(schools.settings(tx, work.school_id).zone),
    )


def _note(tx: Transaction, me: Speaker, match_id: int) -> None:
    journal.note(tx, "diary-taken", "match", match_id, school=me.school_id, by=me.person_id)


def _diary(tx: Transaction, me: Speaker, work: Work, *, whole: bool) -> Diary:
    return _diaries(tx, me, [work], whole=whole)[0]


def diary_of(tx: Transaction, me: Speaker, work: Work) -> Diary:
    """A diary within another topic's transaction; `me` is its mentor or a curator."""
    return _diary(tx, me, work, whole=me.person_id != work.mentor.id)


def _diaries(tx: Transaction, me: Speaker, works: list[Work], *, whole: bool) -> tuple[Diary, ...]:
    chosen, school = schools.settings(tx, me.school_id), schools.get(tx, me.school_id)
    ids = [each.match_id for each in works]
    records = meeting_records.records(tx, ids)
    every = [one.meeting.id for found in records.values() for one in found]
    named = as_covered(tx, me, {one.id: one for each in works for one in (each.mentor, *each.mentees)})
    parts = _Parts(
        zone_of=lambda moment: moment.astimezone(chosen.zone),
        now=tx.now,
        whole=whole,
        names={key: each.name for key, each in named.items()},
        came=meeting_records.came(tx, every),
        voices={meeting: len(said) for meeting, said in meeting_records.voices(tx, every).items()},
        scores=meeting_records.scores(tx, every),
        moves=meeting_records.moves(tx, ids),
    )
    return tuple(
        Diary(
            school=school.full_name,
            title=chosen.programme_title,
            form=each.form,
            role_model=each.role_model,
            mentor=named[each.mentor.id],
            mentees=tuple(named[one.id] for one in each.mentees),
            starts=max(each.began_on, each.starts_on),
            ends=each.ends_on,
            made_on=tx.now.astimezone(chosen.zone).date(),
            zone=chosen.zone.key,
            whole=whole,
            entries=tuple(parts.entry(each, one) for one in records[each.match_id]),
        )
        for each in works
    )


@dataclass(frozen=True, slots=True)
class _Parts:
    """What entries are put together from."""

    zone_of: Callable[[datetime], datetime]
    now: datetime
    whole: bool
    names: Mapping[int, str]
    came: Mapping[int, Mapping[int, bool]]
    voices: Mapping[int, int]
    scores: Mapping[int, Mapping[int, int]]
    moves: Mapping[int, list[Row]]

    def entry(self, work: Work, record: Record) -> Entry:
        """One meeting as it stands in the diary."""
        meeting = record.meeting
        scores, present = self.scores.get(meeting.id, {}), self.came.get(meeting.id, {})
        return Entry(
            starts=self.zone_of(meeting.starts_at),
            minutes=meeting.minutes,
            kind=meeting.kind,
            state=_state(record, self.now),
            way=record.way,
            place=meeting.place,
            texts=dict(record.texts),
            result=meeting.result,
            came=tuple(self.names[who] for who, yes in present.items() if yes and who in self.names),
            absent=tuple(self.names[who] for who, yes in present.items() if not yes and who in self.names),
            mentor_score=scores.get(work.mentor.id),
            mentee_scores=tuple(each for who, each in scores.items() if who != work.mentor.id) if self.whole else (),
            voices=self.voices.get(meeting.id, 0),
            moves=tuple(self._moved(work, each) for each in self.moves.get(meeting.id, [])),
            checked_on=self.zone_of(record.checked_at).date() if record.checked_at else None,
        )

    def _moved(self, work: Work, row: Row) -> Moved:
        was, new = self.zone_of(to_time(row["was_at"])), maybe_time(row["now_at"])
        moved = Moved(was, self.zone_of(new) if new else None)
        return Moved(moved.was, moved.now, _by(work, row["by_id"]), row["reason"]) if self.whole else moved


def _by(work: Work, person_id: int | None) -> MovedBy:
    if person_id is None:
        return MovedBy.BOT
    if person_id == work.mentor.id:
        return MovedBy.MENTOR
    return MovedBy.MENTEE if any(each.id == person_id for each in work.mentees) else MovedBy.CURATOR


def _state(record: Record, now: datetime) -> EntryState:
    meeting = record.meeting
    if meeting.state is MeetingState.PLANNED:
        return EntryState.UNLOGGED if record.lapsed or meeting.starts_at <= now else EntryState.PLANNED
    return EntryState(meeting.state.value)
