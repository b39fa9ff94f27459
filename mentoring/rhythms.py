"""The rhythm of a pair: a meeting every week or two at the same weekday and hour, as far as days and people are free."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from mentoring.pacts import Pace

WEEKS = (1, 2)
FOR_WEEKS = (4, 8, 12)
"""For how many weeks a rhythm may be set, beside «to the end of the programme»."""

LAPSES = timedelta(days=1)
"""So long after its end a meeting that nobody has logged gives way to the next one of the rhythm."""

_SOONEST = timedelta(hours=2)
_APART = timedelta(hours=1)  # of meetings of one person


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Meetings every `weeks` weeks from `first_at` on (the school's clock, no zone) up to and with a day."""

    id: int
    match_id: int
    weeks: int
    first_at: datetime
    until_on: date


@dataclass(frozen=True, slots=True)
class Closed:
    """What a rhythm steps over: days on which nobody meets, moments that are taken (aware)."""

    day: Callable[[date], bool]
    taken: tuple[datetime, ...] = ()


def occurrences(rhythm: Rhythm, after: date) -> Iterator[datetime]:
    """The meetings of a rhythm later than a day, by the school's clock, without a zone."""
    step = timedelta(weeks=rhythm.weeks)
    moment = rhythm.first_at
    if moment.date() <= after:
        moment += step * ((after - moment.date()) // step + 1)
    while moment.date() <= rhythm.until_on:
        yield moment
        moment += step


def next_meeting(rhythm: Rhythm, after: date, now: datetime, zone: ZoneInfo, closed: Closed) -> datetime | None:
    """When a pair meets next after a day of its rhythm; None when no meeting of it is left. Aware, in the zone.

    The hour stays the hour of the clock on the wall when clocks change.
    """
    for moment in occurrences(rhythm, after):
        local = moment.replace(tzinfo=zone)
        starts = local.astimezone(UTC)
        if starts < now + _SOONEST or closed.day(local.date()) or is_taken(starts, closed.taken):
            continue
        return local
    return None


def is_taken(starts: datetime, taken: Iterable[datetime]) -> bool:
    """Whether somebody meets somebody else at that time."""
    return any(abs(each - starts) < _APART for each in taken)


def weeks_of(pace: Pace | None) -> int:
    """Which rhythm is proposed first, by the pace the two have agreed on."""
    return 2 if pace is Pace.FORTNIGHTLY else 1


def last_day(first: date, weeks: int, end: date) -> date:
    """Until when a rhythm lasts that was set for a number of weeks; 0: until the programme ends."""
    return end if weeks == 0 else min(end, first + timedelta(weeks=weeks) - timedelta(days=1))
