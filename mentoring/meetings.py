"""Meetings of a match: five kinds in order (roadmap stage 6), and times that would suit both sides."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from mentoring.free_time import DAYS

SUGGESTED = 3
_HORIZON = 15  # days ahead that are looked at
_SOONEST = timedelta(hours=2)
_WEEK = timedelta(days=7)
_SATURDAY = 5


class MeetingKind(StrEnum):
    """The five meetings of a pair; only regular ones repeat."""

    FIRST = "first"
    TRIAL = "trial"
    PLANNING = "planning"
    REGULAR = "regular"
    CLOSING = "closing"

    @property
    def agenda(self) -> str:
        """The id of the full agenda."""
        return f"meeting-agenda-{self.value}"

    @property
    def brief(self) -> str:
        """The id of the three lines that say what it is for, what is done, with what result."""
        return f"meeting-brief-{self.value}"

    @property
    def minutes(self) -> int:
        """How long it usually is (domain of the model: the first one is shorter)."""
        return 45 if self is MeetingKind.FIRST else 60

    @property
    def with_curator(self) -> bool:
        """Whether the curator is invited: to the first, the third and the last."""
        return self in (MeetingKind.FIRST, MeetingKind.PLANNING, MeetingKind.CLOSING)

    @property
    def words(self) -> str:
        """The id of its name."""
        return f"meeting-kind-{self.value}"


_ORDER = (MeetingKind.FIRST, MeetingKind.TRIAL, MeetingKind.PLANNING)
LENGTHS = (30, 45, 60, 90)
"""Minutes one can choose from."""
_LAST_WEEKS = timedelta(days=21)


class Reason(StrEnum):
    """Why a meeting was moved or cancelled, as one tap says it; for curators only."""

    ILL = "ill"
    BUSY = "busy"  # study, work
    LATE = "late"  # there was no time for it
    OTHER = "other"
    NONE = "none"  # said: without a reason


class MeetingState(StrEnum):
    """What became of a meeting; a missed one is one to which somebody did not come."""

    PLANNED = "planned"
    HELD = "held"
    MISSED = "missed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class PartsOfDay:
    """The hour at which a meeting in the morning (before lessons), by day (after them), in the evening would begin."""

    morning: time
    day: time
    evening: time

    def hour(self, part: str) -> time | None:
        """The hour of a part as it stands in a slot: '1', '2' or '3'."""
        return {"1": self.morning, "2": self.day, "3": self.evening}.get(part)


def parts_of_day(lessons: tuple[time, time]) -> PartsOfDay:
    """The parts of a school's day by its lesson hours: half an hour before, an hour after, and 17:00."""
    start, end = (datetime.combine(date.min, each) + timedelta(days=1) for each in lessons)
    return PartsOfDay((start - timedelta(minutes=30)).time(), (end + timedelta(hours=1)).time(), time(17))


def next_kind(held: Collection[MeetingKind]) -> MeetingKind:
    """The kind that follows those that were held: first, trial, planning, then regular ones."""
    return next((kind for kind in _ORDER if kind not in held), MeetingKind.REGULAR)


def closing_is_near(kind: MeetingKind, day: date, ends_on: date) -> bool:
    """Whether the next meeting is proposed as the closing one: regular ones are on, and the programme ends soon."""
    return kind is MeetingKind.REGULAR and day >= ends_on - _LAST_WEEKS


def suggested_times(
    free: Iterable[Collection[str]],
    previous: datetime | None,
    now: datetime,
    parts: PartsOfDay,
    busy: Collection[datetime] = (),
) -> tuple[datetime, ...]:
    """Up to three times for the next meeting, best first; all local, in one zone.

    First the weekday and hour of the previous meeting, then the slots (``tue_2``) all of them have ticked as free, then
    those the first of them (the mentor) has, then the days after lessons. Not on a day twice, not when one is busy.
    """
    everyone = [frozenset(each) for each in free]
    told = [each for each in everyone if each]
    common = frozenset.intersection(*told) if told else frozenset()
    own = everyone[0] if everyone else frozenset()
    chosen: list[datetime] = []
    for moment in _in_preference(common, own, previous, now, parts):
        if moment >= now + _SOONEST and moment not in busy and all(moment.date() != one.date() for one in chosen):
            chosen.append(moment)
            if len(chosen) == SUGGESTED:
                break
    return tuple(chosen)


def _in_preference(
    common: frozenset[str], own: frozenset[str], previous: datetime | None, now: datetime, parts: PartsOfDay
) -> Iterator[datetime]:
    if previous is not None:
        moment = previous
        while moment < now + _SOONEST:
            moment += _WEEK
        yield moment
    for slots in (common, own):
        yield from _of_slots(slots, now, parts)
    for day in _days(now):
        if day.weekday() <= _SATURDAY - 1:
            yield datetime.combine(day, parts.day, now.tzinfo)


def _of_slots(slots: frozenset[str], now: datetime, parts: PartsOfDay) -> Iterator[datetime]:
    for day in _days(now):
        for slot in sorted(slots):
            name, _, part = slot.partition("_")
            hour = parts.hour(part)
            if hour is not None and name == DAYS[day.weekday()]:
                yield datetime.combine(day, hour, now.tzinfo)


def _days(now: datetime) -> Iterator[date]:
    for offset in range(_HORIZON):
        yield now.date() + timedelta(days=offset)
