"""What a school may choose for each of its settings: few values, so that a choice is one tap."""

from __future__ import annotations

from collections.abc import Mapping

from mentoring.feedback_rounds import Again
from mentoring.ratings import Rated
from mentoring.refusal import NotYours
from mentoring.settings import GuardianRule, Objecting

MOST_MENTEES_CHOICES = tuple(range(1, 11))


def _hours(first: int, last: int) -> tuple[str, ...]:
    return tuple(f"{hour:02}:{minute:02}" for hour in range(first, last) for minute in (0, 30))


def _numbers(*values: int) -> tuple[str, ...]:
    return tuple(str(value) for value in values)


TIME_ZONES = (
    "Europe/Kaliningrad",
    "Europe/Moscow",
    "Europe/Samara",
    "Asia/Yekaterinburg",
    "Asia/Omsk",
    "Asia/Krasnoyarsk",
    "Asia/Irkutsk",
    "Asia/Yakutsk",
    "Asia/Vladivostok",
    "Asia/Magadan",
    "Asia/Kamchatka",
)
CHOICES: Mapping[str, tuple[str, ...]] = {
    "quiet_from": _hours(19, 23),
    "quiet_until": _hours(6, 10),
    "lessons_from": _hours(7, 10),
    "lessons_until": _hours(12, 19),
    "feedback_after_meetings": _numbers(2, 3, 4, 5, 6, 8),
    "feedback_after_days": _numbers(14, 21, 30, 45, 60),
    "final_days": _numbers(7, 10, 14, 21, 30),
    "offer_days": _numbers(1, 2, 3, 4, 5, 7, 10, 14),
    "erase_after_days": _numbers(1, 3, 7, 14, 30),  # thirty days at most: ч. 5 ст. 21 152-ФЗ
    "least_age": _numbers(7, 8, 9, 10, 11, 12, 13, 14),
    "guardian_rule": tuple(GuardianRule),
    "time_zone": TIME_ZONES,
    "adult_grace_days": _numbers(0, 7, 14, 30, 60),
    "parting_days": _numbers(1, 2, 3, 4, 5, 7, 10),
    "guardian_may_object": tuple(Objecting),
    # A new one stands last: buttons know them by their places.
    "waiting_days_alarm": _numbers(7, 10, 14, 21, 30, 45, 60),
    "school_week": _numbers(5, 6),
    "nudges_a_day": _numbers(1, 2, 3),
    "feedback_again": tuple(Again),
    "rated": tuple(Rated),
    "first_contact_hours": _numbers(24, 48, 72, 96, 120, 168),
    "stuck_days": _numbers(7, 10, 14, 21, 30),
}
SETTINGS = tuple(CHOICES)


def require_choice(name: str, value: str) -> None:
    """Raise NotYours for a setting or a value that cannot be chosen."""
    if value not in CHOICES.get(name, ()):
        raise NotYours
