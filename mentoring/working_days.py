"""Working days: five of a week, without the public holidays of the Labour Code (ст. 111, 112 ТК РФ)."""

from __future__ import annotations

from datetime import date, timedelta

_SATURDAY = 5
_HOLIDAYS = frozenset(
    {
        *((1, day) for day in range(1, 9)),
        *((2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)),
    }
)  # month and day; days off that a yearly decree moves are working days here: a term is never cut short by a guess


def is_working(day: date) -> bool:
    """Whether people are at work on this day."""
    return day.weekday() < _SATURDAY and (day.month, day.day) not in _HOLIDAYS


def working_days_after(day: date, count: int) -> date:
    """The last of so many working days that follow a day."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working(day)
    return day
