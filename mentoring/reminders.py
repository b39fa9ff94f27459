"""When a meeting is reminded of: the day before and an hour before, in the school's time, outside closed hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum

from mentoring.quiet_hours import MINUTE, Hours, open_moment

_HOUR = timedelta(hours=1)
_TOO_LATE = timedelta(minutes=10)  # before the start: nobody can set out any more


class Ahead(StrEnum):
    """How long before the start a reminder is due."""

    DAY = "day"
    HOUR = "hour"


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder to one person: when it is said, and after when it must not be. UTC."""

    ahead: Ahead
    at: datetime
    not_after: datetime


def reminders(starts: datetime, hours: Hours, now: datetime) -> tuple[Reminder, ...]:
    """The reminders of a meeting that begins at `starts`, for somebody with these closed hours, planned at `now`.

    What was due before now is left out: they have just been told. The hour-before one merges with the day-before one
    when both would fall on the same minute. None is ever after the start.
    """
    day = _day_before(starts, hours, now)
    hour = _hour_before(starts, hours, now)
    if day is not None and hour is not None and _minute(day.at) == _minute(hour.at):
        hour = None
    return tuple(each for each in (day, hour) if each is not None)


def _day_before(starts: datetime, hours: Hours, now: datetime) -> Reminder | None:
    local = starts.astimezone(hours.zone)
    due = datetime.combine(local.date() - timedelta(days=1), local.time(), hours.zone).astimezone(UTC)
    midnight = datetime.combine(local.date(), time(), hours.zone).astimezone(UTC)
    return _reminder(Ahead.DAY, due, midnight - MINUTE, hours, now)


def _hour_before(starts: datetime, hours: Hours, now: datetime) -> Reminder | None:
    return _reminder(Ahead.HOUR, (starts - _HOUR).astimezone(UTC), (starts - _TOO_LATE).astimezone(UTC), hours, now)


def _reminder(ahead: Ahead, due: datetime, not_after: datetime, hours: Hours, now: datetime) -> Reminder | None:
    if due <= now:
        return None
    at = open_moment(due, not_after, hours, now)
    return None if at is None else Reminder(ahead, at, not_after)


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)
