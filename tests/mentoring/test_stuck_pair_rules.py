"""Which pairs need help and why; when the first meeting is to be set; what in a row of marks is a cause to look."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from mentoring.feedback_rounds import match_of, round_of, subject
from mentoring.first_contact import contact_until
from mentoring.people import Side
from mentoring.quiet_hours import Hours
from mentoring.ratings import Alarm, Mark, alarms
from mentoring.stuck_pairs import PREPARED, RESTS, Cause, Facts, Prepared, Signal, SignalKind, Step, stuck, troubles

MOSCOW = ZoneInfo("Europe/Moscow")
NOW = datetime(2027, 2, 10, 9, tzinfo=UTC)
DAY = timedelta(days=1)
WELL = Facts(match_id=1, since=NOW - 10 * DAY, last_at=NOW - 3 * DAY)
PUPILS = Hours(MOSCOW, (time(21), time(8)), (time(8), time(14)))
GROWN_UPS = Hours(MOSCOW, (time(21), time(8)))


def causes(facts, days=14):
    return [each.cause for each in troubles(facts, NOW, NOW - days * DAY)]


def marks(*numbers, first=1):
    return [Mark(f"2027-{month:02}", mark, NOW + month * DAY) for month, mark in enumerate(numbers, first)]


def local(year, month, day, hour, minute=0):
    return datetime(year, month, day, hour, minute, tzinfo=MOSCOW)


@pytest.mark.parametrize(
    ("signed", "until"),
    [
        (local(2027, 2, 9, 14, 20), local(2027, 2, 12, 15)),
        (local(2027, 2, 9, 15), local(2027, 2, 12, 15)),
        (local(2027, 2, 11, 15), local(2027, 2, 15, 15)),  # a Sunday gives way to Monday
        (local(2027, 2, 9, 22), local(2027, 2, 13, 8)),  # no date in the night
        (local(2026, 12, 29, 15), local(2027, 1, 11, 15)),  # nobody is late because of holidays
    ],
)
def test_the_first_contact_has_a_date_that_can_be_said_aloud(signed, until):
    def works(day):
        return day.weekday() < 6 and not (day.year == 2027 and day.month == 1 and day.day < 11)

    assert contact_until(signed.astimezone(UTC), 72, GROWN_UPS, works) == until


def test_a_pupil_who_mentors_has_until_after_lessons():
    signed = local(2027, 2, 9, 9).astimezone(UTC)
    assert contact_until(signed, 72, PUPILS, lambda day: True) == local(2027, 2, 12, 14)


def test_a_school_that_never_works_still_gets_a_date():
    assert contact_until(NOW, 72, GROWN_UPS, lambda day: False) > NOW


@pytest.mark.parametrize(
    ("mentor", "mentee", "found"),
    [
        ((8, 8), (8, 7), set()),
        ((9,), (5,), {Alarm.APART}),
        ((8,), (5,), set()),  # three apart is no more than three
        ((9, 8, 7), (8, 8, 8), {Alarm.FALLING}),
        ((9, 7, 8), (8, 8, 8), set()),
        ((10, 7), (8, 8), {Alarm.FALLING}),
        ((6, 6), (4, 3), {Alarm.LOW}),
        ((), (2,), {Alarm.LOW}),
        ((), (), set()),
    ],
)
def test_marks_alarm_when_apart_falling_or_low(mentor, mentee, found):
    assert {*alarms(marks(*mentor), marks(*mentee))} == found


def test_sides_are_compared_within_one_month_only():
    assert alarms(marks(9, first=1), marks(5, first=2)) == {}


def test_a_pair_that_meets_is_left_alone():
    assert causes(WELL) == []


@pytest.mark.parametrize(
    ("change", "cause"),
    [
        ({"last_at": NOW - 14 * DAY, "since": NOW - 30 * DAY}, Cause.NO_MEETING),
        ({"last_at": None, "since": NOW - 14 * DAY}, Cause.NO_MEETING),
        ({"contact_at": NOW - DAY}, Cause.CONTACT_LATE),
        ({"cancelled": 2}, Cause.CANCELLED),
        ({"disputed": 1}, Cause.MISMATCH),
        ({"overdue_at": NOW - DAY}, Cause.PLAN_OVERDUE),
        ({"lines": ((marks(9), marks(4)),)}, Cause.APART),
        ({"lines": ((marks(9), marks(9)), (marks(9, 8, 7), ()))}, Cause.FALLING),
        ({"lines": (((), marks(1)),)}, Cause.LOW),
        ({"signals": (Signal(SignalKind.NO_ANSWER, Side.MENTOR, NOW),)}, Cause.MENTEE_SILENT),
        ({"signals": (Signal(SignalKind.NO_ANSWER, Side.MENTEE, NOW),)}, Cause.MENTOR_SILENT),
        ({"signals": (Signal(SignalKind.CHANGE_PAIR, Side.MENTEE, NOW),)}, Cause.CHANGE_PAIR),
        ({"signals": (Signal(SignalKind.CURATOR_HELP, Side.MENTOR, NOW),)}, Cause.CURATOR_HELP),
        (
            {"contact_at": NOW, "signals": (Signal(SignalKind.NO_CONTACT, Side.MENTEE, NOW),)},
            Cause.NO_CONTACT,
        ),
    ],
)
def test_each_cause_is_found_alone(change, cause):
    assert causes(replace(WELL, **change)) == [cause]


@pytest.mark.parametrize(
    "change",
    [
        {"last_at": NOW - 14 * DAY + timedelta(minutes=1), "since": NOW - 30 * DAY},
        {"last_at": None, "since": NOW - 30 * DAY, "next_at": NOW + DAY},
        {"contact_at": NOW - DAY + timedelta(minutes=1)},  # the mentor was reminded: a day to do it
        {"cancelled": 1},
        {"cancelled": 2, "next_at": NOW + DAY},
        {"overdue_at": NOW + DAY},
        {"signals": (Signal(SignalKind.NO_CONTACT, Side.MENTEE, NOW),)},  # the time has been set since
        {"signals": (Signal(SignalKind.NO_ANSWER, Side.MENTEE, NOW),), "settled_at": NOW},
        {"lines": (((), marks(1)),), "settled_at": NOW + 3 * DAY},
    ],
)
def test_what_is_not_so_yet_or_any_more_is_no_cause(change):
    assert causes(replace(WELL, **change)) == []


def test_something_told_anew_after_a_talk_counts_again():
    said = tuple(Signal(SignalKind.NO_ANSWER, Side.MENTEE, NOW - days * DAY) for days in (5, 1))
    (found,) = troubles(replace(WELL, signals=said, settled_at=NOW - 3 * DAY), NOW, NOW - 14 * DAY)
    assert found.since == NOW - DAY


def test_the_most_urgent_pair_stands_first_and_the_longest_stuck_among_equals():
    idle = replace(WELL, last_at=None)
    every = [
        replace(idle, match_id=1, since=NOW - 20 * DAY),
        replace(idle, match_id=2, since=NOW - 40 * DAY),
        WELL,
        replace(WELL, match_id=3, lines=(((), marks(2)),)),
        replace(WELL, match_id=4, overdue_at=NOW - 60 * DAY),
    ]
    assert [each.match_id for each in stuck(every, NOW, NOW - 14 * DAY)] == [3, 2, 1, 4]


def test_every_cause_has_one_action_prepared_and_what_was_rated_or_told_is_never_written_about():
    assert {*PREPARED} == {*Cause}
    private = (Cause.CHANGE_PAIR, Cause.LOW, Cause.CURATOR_HELP, Cause.APART, Cause.FALLING)
    assert not {PREPARED[each] for each in private} & {Prepared.NUDGE_MENTOR, Prepared.NUDGE_MENTEE}
    assert {*RESTS} == {*Step}


def test_match_and_round_are_told_from_one_number():
    for match in (1, 999_999_999):
        for number in (1, 2, 40):
            about = subject(match, number)
            assert (match_of(about), round_of(about)) == (match, number)
    assert subject(7, 1) == 7, "what was answered before there were rounds is the first one"
