"""The kinds of meetings follow in their order, and suggested times suit both sides."""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as some

from mentoring.free_time import DAYS
from mentoring.meetings import MeetingKind, next_kind, parts_of_day, suggested_times

ZONE = ZoneInfo("Europe/Moscow")
PARTS = parts_of_day((time(8), time(14)))
NOW = datetime(2027, 1, 11, 12, 0, tzinfo=ZONE)  # a Monday


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2027, 1, day, hour, minute, tzinfo=ZONE)


def test_kinds_follow_in_their_order_whatever_was_held_twice():
    kinds = MeetingKind
    assert next_kind([]) is kinds.FIRST
    assert next_kind([kinds.FIRST]) is kinds.TRIAL
    assert next_kind([kinds.FIRST, kinds.TRIAL]) is kinds.PLANNING
    assert next_kind([kinds.FIRST, kinds.TRIAL, kinds.PLANNING, kinds.REGULAR]) is kinds.REGULAR


def test_the_parts_of_a_day_stand_around_the_lessons():
    assert (PARTS.morning, PARTS.day, PARTS.evening) == (time(7, 30), time(15), time(17))


def test_common_free_hours_come_first_then_the_mentors_own():
    times = suggested_times([{"tue_2", "thu_3", "sat_1"}, {"thu_3", "wed_2"}], None, NOW, PARTS)
    assert times == (at(14, 17), at(21, 17), at(12, 15))


def test_the_weekday_and_hour_of_the_last_meeting_are_proposed_first():
    times = suggested_times([{"thu_3"}, {"thu_3"}], at(6, 16), NOW, PARTS)
    assert times[0] == at(13, 16)


def test_without_any_answer_the_days_after_lessons_are_proposed():
    assert suggested_times([set(), set()], None, NOW, PARTS) == (at(11, 15), at(12, 15), at(13, 15))


def test_a_mentee_without_an_application_does_not_hide_the_mentors_hours():
    assert suggested_times([{"fri_2"}, set()], None, NOW, PARTS)[0] == at(15, 15)


def test_a_busy_hour_and_one_too_near_are_left_out():
    times = suggested_times([{"mon_2", "tue_2"}], None, at(11, 13, 30), PARTS, busy=[at(12, 15)])
    assert at(11, 15) not in times
    assert at(12, 15) not in times


slots = some.sets(some.sampled_from([f"{day}_{part}" for day in DAYS for part in "123"] + ["odd", "mon_9"]))
moments = some.datetimes(datetime(2027, 1, 1), datetime(2027, 6, 30), timezones=some.just(ZONE))  # noqa: DTZ001


@given(some.lists(slots, min_size=2, max_size=4), some.none() | moments, moments)
def test_suggestions_are_at_most_three_distinct_days_ahead(free, previous, now):
    times = suggested_times(free, previous, now, PARTS)
    assert 1 <= len(times) <= 3
    assert len({each.date() for each in times}) == len(times)
    assert all(each > now for each in times)
