"""The log of meetings: the mentor says how each went and who came, the mentee apart whether it was; both may score it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from mentoring.meetings import MeetingKind, MeetingState, next_kind
from mentoring.people import Person, Speaker
from mentoring.refusal import NotYours, Refusal, TakenMeanwhile
from services import meeting_setting
from services.filling import Sent
from services.meeting_views import PairView, led, pair_view
from services.rhythm_following import follow
from storage import journal, meeting_records, meetings, schools
from storage.database import Database, Transaction
from storage.meetings import Meeting, Pair

Held = Callable[[Transaction, Pair, int], None]
"""Told of a meeting that was held, in the same transaction: the pair, and how many it has held by now."""

SCORES = range(1, 6)
OUTCOMES = {"happened": MeetingState.HELD, "absent": MeetingState.MISSED}


@dataclass(frozen=True, slots=True)
class Logged:
    """What came of logging: `first` is False when it had been logged before. `state` PLANNED: it is to be moved.

    `asks_who`: it was a group's meeting, and who came has not been said.
    """

    meeting: Meeting
    state: MeetingState
    first: bool
    asks_who: bool = False


@dataclass(frozen=True, slots=True)
class Roll:
    """Who of a group came, as far as the mentor has said. Its time is the school's."""

    meeting: Meeting
    starts: datetime
    people: tuple[tuple[Person, bool], ...]

    @property
    def nobody(self) -> bool:
        """Whether nobody came at all."""
        return not any(came for _, came in self.people)


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

    async def to_log(self, speaker: Speaker, meeting_id: int) -> tuple[Meeting, Pair]:
        """The meeting that is to be logged. Raises TakenMeanwhile when that was done, or its time has not come."""

        def query(tx: Transaction) -> tuple[Meeting, Pair]:
            meeting = meetings.get(tx, meeting_id)
            _, pair = led(tx, speaker, meeting.match_id)
            if meeting.state is not MeetingState.PLANNED or meeting.starts_at > tx.now:
                raise TakenMeanwhile("meeting-refused-logged")
            return meeting, pair

        return await self._database.read(query)

    def receive_log(self, tx: Transaction, speaker: Speaker, sent: Sent) -> Logged:
        """The mentor has said how it went: written down once, whoever taps twice or on two phones."""
        meeting = meetings.get(tx, sent.about)
        mentor, pair = led(tx, speaker, meeting.match_id)
        state = OUTCOMES.get(sent.text("outcome"))
        if state is None:
            return self._put_off(tx, mentor, pair, meeting)
        minutes = int(sent.text("minutes") or 0) or None
        first = self._log(tx, mentor, pair, meeting, state, minutes=minutes, result=sent.text("result"))
        known = bool(meeting_records.came(tx, [meeting.id]))
        asks_who = first and state is MeetingState.HELD and len(pair.mentees) > 1 and not known
        if asks_who:
            meeting_records.preset(tx, meeting.id, (each.id for each in pair.mentees))
        return Logged(meetings.get(tx, meeting.id), state, first, asks_who)

    def guard_unplanned(self, tx: Transaction, speaker: Speaker, form: str, about: int) -> None:
        """Only the mentor of a match enters a meeting of it."""
        led(tx, speaker, about)

    def receive_unplanned(self, tx: Transaction, speaker: Speaker, sent: Sent) -> Logged:
        """A meeting that nobody had planned: it is in the diary as held.

        Raises Refusal for a time that has not come, TakenMeanwhile when a meeting of that time is there already.
        """
        mentor, pair = led(tx, speaker, sent.about)
        zone = schools.settings(tx, pair.school_id).zone
        day, hour = date.fromisoformat(sent.text("day")), time.fromisoformat(sent.text("hour"))
        starts = datetime.combine(day, hour, zone).astimezone(UTC)
        work = meeting_records.work(tx, pair.match_id)
        if starts > tx.now:
            raise Refusal("diary-refused-future")
        if day < min(work.starts_on, work.began_on):
            raise Refusal("diary-refused-before")
        kind = next_kind(meeting_records.kinds(tx, pair.match_id))
        minutes = int(sent.text("minutes"))
        made = meeting_records.enter(
            tx, pair.match_id, kind, starts, minutes=minutes, result=sent.text("result"), by=mentor.person_id
        )
        if made is None:
            raise TakenMeanwhile("diary-refused-twice")
        self._note_held(tx, mentor, pair, made, "meeting-entered")
        asks_who = len(pair.mentees) > 1
        if asks_who:
            meeting_records.preset(tx, made.id, (each.id for each in pair.mentees))
        return Logged(made, MeetingState.HELD, True, asks_who)

    async def roll(self, speaker: Speaker, meeting_id: int, turned: int = 0) -> Roll:
        """Who of a group came; `turned` is whom the mentor has just tapped. Everybody came until said otherwise.

        Raises TakenMeanwhile for a meeting that is to come or was cancelled.
        """

        def unit(tx: Transaction) -> Roll:
            meeting = meetings.get(tx, meeting_id)
            mentor, pair = led(tx, speaker, meeting.match_id)
            if meeting.starts_at > tx.now or meeting.state is MeetingState.CANCELLED:
                raise TakenMeanwhile("meeting-refused-changed")
            meeting_records.preset(tx, meeting_id, (each.id for each in pair.mentees))
            before = meeting_records.came(tx, [meeting_id])[meeting_id]
            last = meeting.state is MeetingState.HELD and [who for who, came in before.items() if came] == [turned]
            if turned in before and not last:  # a meeting that took place was somebody's
                meeting_records.turn(tx, meeting_id, turned)
                note = "attendance-noted"
                journal.note(tx, note, "meeting", meeting_id, school=pair.school_id, by=mentor.person_id)
            return _roll(tx, pair, meeting)

        return await self._database.work(unit)

    async def nobody_came(self, speaker: Speaker, meeting_id: int) -> Logged:
        """Nobody of a group came: there was no meeting. Logged once, as by the form."""

        def unit(tx: Transaction) -> Logged:
            meeting = meetings.get(tx, meeting_id)
            mentor, pair = led(tx, speaker, meeting.match_id)
            first = self._log(tx, mentor, pair, meeting, MeetingState.MISSED)
            return Logged(meetings.get(tx, meeting_id), MeetingState.MISSED, first)

        return await self._database.work(unit)

    async def score(self, speaker: Speaker, meeting_id: int, points: int) -> Meeting:
        """How one found a meeting that was, from 1 to 5. Only the curator sees it. Raises NotYours for others' meetings."""

        def unit(tx: Transaction) -> Meeting:
            meeting = meetings.get(tx, meeting_id)
            view = pair_view(tx, speaker, meeting.match_id)
            over = meeting.starts_at <= tx.now and meeting.state is not MeetingState.CANCELLED
            if points not in SCORES or not over or (view.leads and meeting.state is not MeetingState.HELD):
                raise NotYours
            meeting_records.score(tx, meeting_id, speaker.person_id, points)
            return meeting

        return await self._database.work(unit)

    def _put_off(self, tx: Transaction, mentor: Speaker, pair: Pair, meeting: Meeting) -> Logged:
        """«Перенесли»: a meeting to be moved; one in whose place another is planned by now was not held."""
        planned = meetings.planned(tx, [meeting.match_id]).get(meeting.match_id)
        first = meeting.state is MeetingState.PLANNED
        given_way = first and (planned is None or planned.id != meeting.id)
        if given_way and meeting_setting.put_off(tx, pair, meeting, by=mentor.person_id):
            return Logged(meetings.get(tx, meeting.id), MeetingState.CANCELLED, True)
        return Logged(meeting, MeetingState.PLANNED, first)

    def _log(
        self,
        tx: Transaction,
        mentor: Speaker,
        pair: Pair,
        meeting: Meeting,
        state: MeetingState,
        *,
        minutes: int | None = None,
        result: str = "",
    ) -> bool:
        first = meeting.starts_at <= tx.now and meetings.log(
            tx, meeting.id, state, by=mentor.person_id, minutes=minutes, result=result
        )
        if first and state is MeetingState.HELD:
            self._note_held(tx, mentor, pair, meeting, "meeting-held")
        elif first:
            journal.note(tx, f"meeting-{state}", "meeting", meeting.id, school=pair.school_id, by=mentor.person_id)
            meeting_setting.put_next_in_order(tx, pair)
        if first:
            follow(tx, pair.match_id)
        return first

    def _note_held(self, tx: Transaction, mentor: Speaker, pair: Pair, meeting: Meeting, deed: str) -> None:
        journal.note(tx, deed, "meeting", meeting.id, school=pair.school_id, by=mentor.person_id)
        held: list[MeetingKind] = meetings.held_kinds(tx, meeting.match_id)
        for tell in self._when_held:
            tell(tx, pair, len(held))


def _roll(tx: Transaction, pair: Pair, meeting: Meeting) -> Roll:
    known = meeting_records.came(tx, [meeting.id])[meeting.id]
    zone = schools.settings(tx, pair.school_id).zone
    people = tuple((each, known[each.id]) for each in pair.mentees if each.id in known)
    return Roll(meeting, meeting.starts_at.astimezone(zone), people)
