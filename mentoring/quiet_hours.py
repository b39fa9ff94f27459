"""When something may be said to a person: never at night, and never to pupils in lessons (ст. 43 273-ФЗ)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from mentoring.people import Kind
from mentoring.school_days import SchoolDays
from mentoring.settings import Settings

MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)
_WEEK_AND_A_DAY = 8

Span = tuple[time, time]


@dataclass(frozen=True, slots=True)
class Hours:
    """The closed hours of one kind of people: local spans, from the first minute until the last, which is open again.

    `quiet` holds every day, `lessons` on school days. A span from a time until the same time is empty; hours
    that leave no minute of a week open hold nothing back.
    """

    zone: ZoneInfo
    quiet: Span
    lessons: Span | None = None
    days: SchoolDays = field(default_factory=SchoolDays)

    def closed(self, moment: datetime) -> bool:
        """Whether nothing may be said at this moment (aware)."""
        local = moment.astimezone(self.zone)
        return any(_within(span, local.time()) for span in self._spans(local.date()))

    def next_open(self, moment: datetime) -> datetime:
        """This moment if it is open, else the first open one after it. UTC."""
        if not self.closed(moment):
            return moment.astimezone(UTC)
        after = (edge for edge in self._edges(moment, forward=True) if edge > moment)
        return next((edge for edge in after if not self.closed(edge)), moment.astimezone(UTC))

    def next_open_on_school_day(self, moment: datetime) -> datetime:
        """The same, on a day on which the school works; where it works on none within a year, any day will do. UTC."""
        for day in self.days.following(moment.astimezone(self.zone).date()):
            opens = self.next_open(max(moment, datetime.combine(day, time(), self.zone).astimezone(UTC)))
            if opens.astimezone(self.zone).date() == day:
                return opens
        return self.next_open(moment)

    def last_open(self, moment: datetime) -> datetime:
        """This moment if it is open, else the last open minute before it. UTC."""
        if not self.closed(moment):
            return moment.astimezone(UTC)
        before = (edge - MINUTE for edge in self._edges(moment, forward=False) if edge <= moment)
        return next((minute for minute in before if not self.closed(minute)), moment.astimezone(UTC))

    def _spans(self, day: date) -> Iterator[Span]:
        yield self.quiet
        if self.lessons is not None and self.days.works(day):
            yield self.lessons

    def _edges(self, moment: datetime, *, forward: bool) -> Iterator[datetime]:
        """Where closed hours may begin or end, nearest first: the ends of the spans, and midnight for a free day's sake."""
        day = moment.astimezone(self.zone).date()
        times = sorted({time(), *self.quiet, *(self.lessons or ())}, reverse=not forward)
        days = range(-1, _WEEK_AND_A_DAY + 1)
        for offset in days:
            for each in times:
                local = datetime.combine(day + (_DAY if forward else -_DAY) * offset, each, self.zone)
                yield local.astimezone(UTC)


def hours_for(kind: Kind, settings: Settings, days: SchoolDays | None = None) -> Hours:
    """The closed hours of this kind of people by the school's settings and calendar; without one, by its week alone."""
    calendar = days or SchoolDays(settings.school_week)
    return Hours(settings.zone, settings.quiet, settings.lessons if kind is Kind.PUPIL else None, calendar)


def open_moment(
    not_before: datetime, not_after: datetime | None, hours: Hours, now: datetime | None = None
) -> datetime | None:
    """When to say what is due at `not_before` and of no use after `not_after`. UTC; None: not at all.

    In closed hours it waits until they end; if that is too late, it goes at the last open minute before them, unless
    that has gone by.
    """
    opens = hours.next_open(not_before)
    if not_after is None or opens <= not_after:
        return opens
    before = hours.last_open(not_before)
    if now is None or before >= now:
        return before
    return None if hours.closed(now) or now > not_before else now.astimezone(UTC)


def _within(span: Span, moment: time) -> bool:
    start, end = span
    if start <= end:
        return start <= moment < end
    return moment >= start or moment < end
