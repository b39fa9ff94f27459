"""Nothing is said in closed hours; what would come too late goes before them; nothing after the start."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import assume, given
from hypothesis import strategies as some

from mentoring.people import Kind
from mentoring.quiet_hours import Hours, hours_for, open_moment
from mentoring.reminders import Ahead, reminders
from mentoring.school_days import SchoolDays
from mentoring.settings import Settings

MOSCOW = ZoneInfo("Europe/Moscow")
PUPIL = hours_for(Kind.PUPIL, Settings())
TEACHER = hours_for(Kind.TEACHER, Settings())


def local(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of January 2027 in Moscow; the 11th is a Monday."""
    return datetime(2027, 1, day, hour, minute, tzinfo=MOSCOW)


def test_the_night_is_closed_to_all_and_lessons_to_pupils():
    assert PUPIL.closed(local(12, 21))
    assert TEACHER.closed(local(12, 7, 59))
    assert PUPIL.closed(local(12, 10))
    assert not TEACHER.closed(local(12, 10))
    assert not PUPIL.closed(local(12, 14))
    assert not PUPIL.closed(local(12, 20, 59))


def test_there_are_lessons_on_saturday_and_none_on_sunday():
    assert PUPIL.closed(local(16, 10))
    assert not PUPIL.closed(local(17, 10))


def test_a_held_notice_goes_when_hours_open():
    assert open_moment(local(12, 22), None, PUPIL) == local(13, 14)
    assert open_moment(local(12, 22), None, TEACHER) == local(13, 8)
    assert open_moment(local(16, 22), None, PUPIL) == local(17, 8), "Sunday has no lessons"


def test_what_would_come_too_late_goes_at_the_last_open_minute_before():
    assert open_moment(local(13, 12), local(13, 12, 50), PUPIL) == local(12, 20, 59)
    assert open_moment(local(13, 12), local(13, 12, 50), PUPIL, now=local(13, 7)) is None
    assert open_moment(local(13, 12), local(13, 12, 50), PUPIL, now=local(12, 20, 59) + timedelta(seconds=20)) == local(
        12, 20, 59
    ) + timedelta(seconds=20)


def test_a_meeting_after_lessons_is_reminded_of_a_day_and_an_hour_before():
    plan = reminders(local(14, 15), PUPIL, now=local(11, 15))
    assert [(each.ahead, each.at) for each in plan] == [(Ahead.DAY, local(13, 15)), (Ahead.HOUR, local(14, 14))]


def test_an_hour_before_that_is_in_lessons_goes_the_evening_before():
    plan = reminders(local(14, 13), PUPIL, now=local(11, 15))
    assert [(each.ahead, each.at) for each in plan] == [(Ahead.DAY, local(13, 14)), (Ahead.HOUR, local(13, 20, 59))]


def test_two_reminders_on_one_minute_are_one():
    late = Hours(MOSCOW, (time(20), time(8)), (time(8), time(20)))
    plan = reminders(local(18, 12), late, now=local(11, 15))
    assert [(each.ahead, each.at) for each in plan] == [(Ahead.DAY, local(17, 12)), (Ahead.HOUR, local(17, 19, 59))]
    plan = reminders(local(19, 12), late, now=local(11, 15))
    assert [(each.ahead, each.at) for each in plan] == [(Ahead.DAY, local(17, 19, 59))]


def test_what_was_due_before_it_was_planned_is_not_said():
    assert reminders(local(14, 15), PUPIL, now=local(14, 14, 30)) == ()
    assert [each.ahead for each in reminders(local(14, 15), PUPIL, now=local(14, 13))] == [Ahead.HOUR]


zones = some.sampled_from(["Europe/Moscow", "Asia/Kamchatka", "Europe/Kaliningrad", "Europe/Berlin"]).map(ZoneInfo)
times = some.times().map(lambda each: each.replace(second=0, microsecond=0))
spans = some.tuples(times, times)
moments = some.datetimes(datetime(2027, 1, 1), datetime(2027, 12, 31), timezones=some.just(UTC))  # noqa: DTZ001
calendars = some.builds(SchoolDays, some.sampled_from([5, 6]))
hours = some.builds(Hours, zones, spans, some.one_of(some.none(), spans), calendars)


def open_sometimes(each: Hours) -> bool:
    """Whether a week has an open minute on every day, so that the last open minute is not weeks away."""
    midday = datetime(2027, 3, 1, tzinfo=UTC)
    return any(not each.closed(midday + timedelta(minutes=minute)) for minute in range(0, 24 * 60, 7))


@given(hours, moments)
def test_an_open_moment_is_open_and_no_open_one_is_passed_by(each, moment):
    assume(open_sometimes(each))
    opens = each.next_open(moment)
    assert opens >= moment
    assert not each.closed(opens)
    between = (opens - moment) // timedelta(minutes=1)
    assert all(each.closed(moment + timedelta(minutes=minute)) for minute in range(0, between, 13))


@given(hours, moments)
def test_the_last_open_minute_is_open_and_the_latest(each, moment):
    assume(open_sometimes(each))
    last = each.last_open(moment)
    assert last <= moment
    assert not each.closed(last)
    between = (moment - last) // timedelta(minutes=1)
    assert all(each.closed(moment - timedelta(minutes=minute)) for minute in range(0, between - 1, 13))


@given(hours, moments, some.timedeltas(timedelta(minutes=1), timedelta(days=10)))
def test_reminders_are_never_in_closed_hours_never_after_the_start_and_never_missing(each, now, ahead):
    assume(open_sometimes(each))
    starts = now + ahead
    plan = reminders(starts, each, now)
    assert len({reminder.at for reminder in plan}) == len(plan) <= 2
    for reminder in plan:
        assert not each.closed(reminder.at)
        assert now <= reminder.at <= reminder.not_after < starts
    open_minutes_left = any(
        not each.closed(now + timedelta(minutes=minute)) for minute in range(int(ahead / timedelta(minutes=1)) - 59)
    )
    if ahead > timedelta(hours=1) and open_minutes_left:
        assert plan, "there was an open minute to say it in"
