"""A rhythm keeps the hour of the clock on the wall, steps over what is closed, and knows a link from a room."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from mentoring.meeting_places import link_in, words_of
from mentoring.rhythms import Closed, Rhythm, last_day, next_meeting, occurrences

WARSAW = ZoneInfo("Europe/Warsaw")  # a zone whose clocks change
NOTHING = Closed(lambda _: False)


def rhythm(weeks=1, until=date(2027, 5, 31)):
    return Rhythm(1, 1, weeks, datetime(2027, 3, 16, 15, 0), until)  # noqa: DTZ001 - the school's clock


def test_the_hour_stays_when_the_clocks_change():
    moments = [next_meeting(rhythm(), day, datetime(2027, 3, 16, tzinfo=UTC), WARSAW, NOTHING) for day in
               (date(2027, 3, 16), date(2027, 3, 23))]  # fmt: skip
    assert [each.hour for each in moments] == [15, 15]
    assert [each.astimezone(UTC).hour for each in moments] == [14, 13]


def test_occurrences_go_on_from_a_day_in_between_and_stop_at_the_end():
    found = list(occurrences(rhythm(2, date(2027, 4, 20)), date(2027, 3, 18)))
    assert [each.day for each in found] == [30, 13]


def test_closed_days_and_taken_hours_are_stepped_over():
    taken = (datetime(2027, 3, 30, 13, 30, tzinfo=UTC),)
    closed = Closed(lambda day: day == date(2027, 3, 23), taken)
    found = next_meeting(rhythm(), date(2027, 3, 16), datetime(2027, 3, 16, tzinfo=UTC), WARSAW, closed)
    assert found.date() == date(2027, 4, 6)
    assert next_meeting(rhythm(), date(2027, 5, 25), datetime(2027, 3, 16, tzinfo=UTC), WARSAW, closed) is None


def test_a_number_of_weeks_never_goes_beyond_the_programme():
    assert last_day(date(2027, 3, 16), 4, date(2027, 5, 31)) == date(2027, 4, 12)
    assert last_day(date(2027, 5, 16), 12, date(2027, 5, 31)) == last_day(date(2027, 5, 16), 0, date(2027, 5, 31))


@pytest.mark.parametrize(
    ("place", "link", "words"),
    [
        ("каб. 21", "", "каб. 21"),
        ("https://meet.example.org/abc", "https://meet.example.org/abc", ""),
        ("Видео: https://meet.example.org/a?b=1, код 7", "https://meet.example.org/a?b=1", "Видео: , код 7"),
        ("http://meet.example.org", "", "http://meet.example.org"),
        ("https://школа.рф/1", "", "https://школа.рф/1"),
        ("https://user@evil.example.org", "", "https://user@evil.example.org"),
        ("https://localhost/x", "", "https://localhost/x"),
        ("https://[bad", "", "https://[bad"),
        ("https://meet.example.org:99999999/x", "", "https://meet.example.org:99999999/x"),
    ],
)
def test_a_link_is_one_a_messenger_would_open(place, link, words):
    assert (link_in(place), words_of(place)) == (link, words)
