"""The school's calendar: its week, the state's days, its own holidays; what waits for a school day waits no longer."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from mentoring.quiet_hours import Hours
from mentoring.refusal import Refusal
from mentoring.school_days import Break, Holiday, SchoolDays, checked, usual

SPRING = Holiday(date(2027, 3, 27), date(2027, 4, 4), Break.SPRING)


def test_a_school_of_six_days_works_on_saturday_and_one_of_five_does_not():
    saturday = date(2027, 1, 16)
    assert SchoolDays(6).works(saturday)
    assert not SchoolDays(5).works(saturday)
    assert not SchoolDays(6).works(date(2027, 1, 17))


def test_nobody_works_on_a_holiday_of_the_state():
    for day in (date(2027, 1, 8), date(2027, 2, 23), date(2027, 3, 8), date(2027, 6, 12), date(2027, 11, 4)):
        assert not SchoolDays(6).works(day)
    assert SchoolDays(6).works(date(2027, 1, 9)), "a Saturday after the holidays"


def test_holidays_of_the_school_count_with_their_first_and_last_day():
    days = SchoolDays(6, (SPRING,))
    assert days.works(date(2027, 3, 26))
    assert not days.works(date(2027, 3, 27))
    assert not days.works(date(2027, 4, 4))
    assert days.next(date(2027, 3, 27)) == date(2027, 4, 5)


def test_the_usual_holidays_are_those_of_the_school_year_and_not_over():
    assert [(each.kind, each.first, each.last) for each in usual(date(2026, 10, 1))] == [
        (Break.AUTUMN, date(2026, 10, 24), date(2026, 11, 1)),
        (Break.WINTER, date(2026, 12, 31), date(2027, 1, 11)),
        (Break.SPRING, date(2027, 3, 27), date(2027, 4, 4)),
        (Break.SUMMER, date(2027, 5, 27), date(2027, 8, 31)),
    ]
    assert [each.kind for each in usual(date(2027, 4, 5))] == [Break.SUMMER]
    assert usual(date(2027, 9, 1))[0].first.year == 2027


@pytest.mark.parametrize(
    ("first", "last", "why"),
    [
        (date(2027, 5, 2), date(2027, 5, 1), "holidays-backwards"),
        (date(2027, 5, 1), date(2027, 10, 1), "holidays-long"),
        (date(2027, 4, 4), date(2027, 4, 6), "holidays-overlap"),
    ],
)
def test_days_that_cannot_be_holidays_are_refused(first, last, why):
    with pytest.raises(Refusal) as refused:
        checked(first, last, Break.OTHER, (SPRING,))
    assert refused.value.reason == why


zones = some.sampled_from(["Europe/Moscow", "Asia/Kamchatka", "Europe/Berlin"]).map(ZoneInfo)
times = some.times().map(lambda each: each.replace(second=0, microsecond=0))
moments = some.datetimes(datetime(2027, 1, 1), datetime(2027, 12, 31), timezones=some.just(UTC))  # noqa: DTZ001
breaks = some.builds(
    lambda first, length: Holiday(first, first + timedelta(days=length)),
    some.dates(date(2027, 1, 1), date(2028, 1, 31)),
    some.integers(0, 30),
)
calendars = some.builds(SchoolDays, some.sampled_from([5, 6]), some.lists(breaks, max_size=4).map(tuple))
hours = some.builds(
    Hours, zones, some.tuples(times, times), some.one_of(some.none(), some.tuples(times, times)), calendars
)


def open_on_a_school_day(each: Hours) -> bool:
    midnight = datetime.combine(date(2027, 5, 17), time(), UTC)
    plain = Hours(each.zone, each.quiet, each.lessons, SchoolDays(6))
    return any(not plain.closed(midnight + timedelta(minutes=minute)) for minute in range(0, 24 * 60, 7))


@given(hours, moments)
def test_what_waits_for_a_school_day_goes_on_the_first_open_moment_of_one(each, moment):
    assume(open_on_a_school_day(each))
    opens = each.next_open_on_school_day(moment)
    assert opens >= moment
    assert not each.closed(opens)
    assert each.days.works(opens.astimezone(each.zone).date())
    between = int((opens - moment) / timedelta(minutes=61))
    for step in range(between):
        earlier = moment + timedelta(minutes=61 * step)
        assert each.closed(earlier) or not each.days.works(earlier.astimezone(each.zone).date())


@given(hours, moments)
def test_lessons_hold_nobody_on_a_day_without_school(each, moment):
    local = moment.astimezone(each.zone)
    assume(not each.days.works(local.date()))
    assert each.closed(moment) == Hours(each.zone, each.quiet).closed(moment)


def test_holidays_are_not_counted_as_days_gone_by():
    winter = SchoolDays(6, (Holiday(date(2026, 12, 31), date(2027, 1, 11), Break.WINTER),))
    noon = datetime(2027, 1, 26, 12, tzinfo=ZoneInfo("Europe/Moscow"))
    assert winter.before(noon, 14) == noon - timedelta(days=14), "the holidays were before"
    assert winter.before(noon, 15) == noon - timedelta(days=15 + 12)
    assert SchoolDays(6).before(noon, 26) == noon - timedelta(days=26 + 8), "the New Year's eight days are everybody's"
    assert SchoolDays(6, (Holiday(date(2020, 1, 1), date(2030, 1, 1)),)).before(noon, 14) < noon - timedelta(days=300)
