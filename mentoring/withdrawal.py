"""What follows from a consent taken back: by what day its traces must be gone (ст. 10.1, 20, 21 152-ФЗ)."""

from __future__ import annotations

from datetime import date, timedelta

from mentoring.consents import Purpose

_WORKING_DAYS = {
    Purpose.DISTRIBUTION: 3,  # ч. 12 ст. 10.1: stop spreading within three working days
    Purpose.PHOTO: 3,
    Purpose.TRANSFER: 10,  # ч. 5.1 ст. 21: the partner is told, and stops
}
_SATURDAY = 5


def due_on(purpose: Purpose, day: date) -> date | None:
    """By what day the curator must have taken down or called back what was given out; None where nothing was.

    Working days are those of a five-day week: a public holiday makes the day come no later than the law's.
    """
    left = _WORKING_DAYS.get(purpose)
    if left is None:
        return None
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < _SATURDAY
    return day
