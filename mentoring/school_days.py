"""On which days the school works: its week of five or six days, its holidays, and those of the state (ст. 112 ТК РФ)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from mentoring.refusal import Refusal

_DAY = timedelta(days=1)
_LONGEST = 400  # days after which a search for a school day ends: no year is without one
_LONGEST_BREAK = 100
_NEW_YEAR = (1, 8)  # January
_STATE = frozenset({(2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)})  # month, day
_SCHOOL_YEAR_BEGINS = 9  # September


class Break(StrEnum):
    """Which holidays these are."""

    AUTUMN = "autumn"
    WINTER = "winter"
    SPRING = "spring"
    SUMMER = "summer"
    OTHER = "other"  # a quarantine, a day off of the school's own


@dataclass(frozen=True, slots=True)
class Holiday:
    """Days without lessons, the first and the last included."""

    first: date
    last: date
    kind: Break = Break.OTHER


@dataclass(frozen=True, slots=True)
class SchoolDays:
    """The school's calendar: how many days a week, from Monday, and its holidays."""

    week: int = 6
    holidays: tuple[Holiday, ...] = ()

    def works(self, day: date) -> bool:
        """Whether there are lessons on a day."""
        return (
            day.weekday() < self.week
            and not state_holiday(day)
            and not any(each.first <= day <= each.last for each in self.holidays)
        )

    def rests(self, day: date) -> bool:
        """Whether a day is in holidays; a weekend or a single day off of the state is not."""
        return _new_year(day) or any(each.first <= day <= each.last for each in self.holidays)

    def before(self, moment: datetime, days: int) -> datetime:
        """So many days before a local moment, holidays not counted: nobody is idle because of them."""
        for _ in range(_LONGEST):
            if days <= 0:
                break
            moment -= _DAY
            days -= not self.rests(moment.date())
        return moment

    def following(self, day: date) -> Iterator[date]:
        """School days from a day on, for over a year."""
        return (each for each in (day + _DAY * ahead for ahead in range(_LONGEST)) if self.works(each))

    def next(self, day: date) -> date:
        """This day if the school works, else the next one on which it does; a school that never works is not waited for."""
        return next(self.following(day), day)


def state_holiday(day: date) -> bool:
    """Whether nobody in the country works; days moved by a yearly decree are put in by the school."""
    return (day.month, day.day) in _STATE or _new_year(day)


def _new_year(day: date) -> bool:
    first, last = _NEW_YEAR
    return day.month == 1 and first <= day.day <= last


def usual(today: date) -> tuple[Holiday, ...]:
    """The usual holidays of the school year a day belongs to, whole weeks as ministries recommend them, not yet over."""
    autumn = today.year if today.month >= _SCHOOL_YEAR_BEGINS else today.year - 1
    spring = autumn + 1
    weeks = (
        _last_week(autumn, 10, Break.AUTUMN),
        Holiday(date(autumn, 12, 31), date(spring, 1, 11), Break.WINTER),
        _last_week(spring, 3, Break.SPRING),
        Holiday(date(spring, 5, 27), date(spring, 8, 31), Break.SUMMER),
    )
    return tuple(each for each in weeks if each.last >= today)


def checked(first: date, last: date, kind: Break, standing: tuple[Holiday, ...]) -> Holiday:
    """Holidays as they may be put in.

    Raises Refusal `holidays-backwards`, `holidays-long` over 100 days, `holidays-overlap` with others already there.
    """
    if last < first:
        raise Refusal("holidays-backwards")
    if (last - first).days > _LONGEST_BREAK:
        raise Refusal("holidays-long")
    if any(each.first <= last and first <= each.last for each in standing):
        raise Refusal("holidays-overlap")
    return Holiday(first, last, kind)


def _last_week(year: int, month: int, kind: Break) -> Holiday:
    """The week of a month's last Monday, with the weekends around it."""
    last = date(year, month, 31)
    monday = last - _DAY * last.weekday()
    return Holiday(monday - 2 * _DAY, monday + 6 * _DAY, kind)
