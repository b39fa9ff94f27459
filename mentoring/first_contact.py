"""First contact (stage 6): until when the time of a pair's first meeting is to be set after its order was signed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from mentoring.quiet_hours import Hours

TOLD_AFTER = timedelta(days=1)  # so long after the date the curators are told: the mentor is reminded first
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)
_LONGEST = 120  # days off in a row, a summer


def contact_until(since: datetime, hours: int, open_hours: Hours, works: Callable[[date], bool]) -> datetime:
    """The date and hour, UTC: so many hours after `since`, rounded up to a full hour.

    Where the school does not work on that day it is the same hour of the next day on which it does; in quiet or lesson
    hours the first hour after them. So nobody is late because of a holiday, and the date can be said aloud.
    """
    local = (since + timedelta(hours=hours)).astimezone(open_hours.zone)
    if local.minute or local.second or local.microsecond:
        local = local.replace(minute=0, second=0, microsecond=0) + _HOUR
    for _ in range(_LONGEST):
        if not works(local.date()):
            local += _DAY
            continue
        opens = open_hours.next_open(local).astimezone(open_hours.zone)
        if opens.date() == local.date():
            return opens.astimezone(UTC)
        local = opens
    return local.astimezone(UTC)
