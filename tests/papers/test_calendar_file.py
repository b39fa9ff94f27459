from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from papers.calendar_file import CalendarMeeting, meeting_ics

MEETING = CalendarMeeting(
    uid="meeting-17@school5",
    revision=2,
    starts=datetime(2027, 2, 9, 15, 0, tzinfo=ZoneInfo("Europe/Moscow")),
    minutes=45,
    title="Встреча с наставником",
    changed=datetime(2027, 2, 5, 8, 0, tzinfo=UTC),
    place="Кабинет 21; 2-й этаж, левое крыло",
    agenda="Познакомиться\nДоговориться",
    alarms=(24 * 60, 60),
)


def event_of(content: bytes):
    [event] = Calendar.from_ical(content).walk("VEVENT")
    return event


def test_a_meeting_stands_in_the_calendar_at_its_time_with_its_alarms():
    content = meeting_ics(MEETING)
    lines = content.decode().split("\r\n")
    for line in (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "METHOD:PUBLISH",
        "UID:meeting-17@school5",
        "SEQUENCE:2",
        "DTSTART:20270209T120000Z",
        "DTEND:20270209T124500Z",
        "DTSTAMP:20270205T080000Z",
        "STATUS:CONFIRMED",
        "SUMMARY:Встреча с наставником",
        "TRIGGER:-P1D",
        "TRIGGER:-PT1H",
    ):
        assert line in lines
    event = event_of(content)
    assert event["location"] == MEETING.place
    assert event["description"] == MEETING.agenda
    assert [alarm["trigger"].dt for alarm in event.walk("VALARM")] == [timedelta(days=-1), timedelta(hours=-1)]


def test_moving_and_cancelling_keep_the_uid_and_raise_the_sequence():
    moved = event_of(meeting_ics(replace(MEETING, revision=3, starts=MEETING.starts + timedelta(days=2))))
    called_off = event_of(meeting_ics(replace(MEETING, revision=4, cancelled=True)))
    assert {moved["uid"], called_off["uid"]} == {MEETING.uid}
    assert (moved["sequence"], called_off["sequence"]) == (3, 4)
    assert called_off["status"] == "CANCELLED"
    assert called_off.walk("VALARM") == []


def test_a_time_without_its_zone_is_refused():
    with pytest.raises(ValueError, match="zone"):
        meeting_ics(replace(MEETING, starts=datetime.fromisoformat("2027-02-09 15:00")))


def test_what_people_typed_comes_out_as_typed_in_a_calendar(typed):
    event = event_of(meeting_ics(replace(MEETING, title=typed, place=typed, agenda=f"{typed}\n{typed}")))
    assert (event["summary"], event["location"], event["description"]) == (typed, typed, f"{typed}\n{typed}")


def test_a_line_break_in_a_title_cannot_add_a_line_of_its_own():
    content = meeting_ics(replace(MEETING, title="Встреча\r\nATTENDEE:mailto:a@example.test\nещё"))
    assert b"\nATTENDEE" not in content
    assert event_of(content)["summary"] == "Встреча ATTENDEE:mailto:a@example.test ещё"


def test_a_meeting_with_nothing_more_to_say_is_short():
    content = meeting_ics(replace(MEETING, place="", agenda="", alarms=()))
    assert b"LOCATION" not in content
    assert b"DESCRIPTION" not in content
    assert b"VALARM" not in content
