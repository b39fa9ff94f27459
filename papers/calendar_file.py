"""A meeting as a calendar file: the phone keeps it, moves it and crosses it out when the pair does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from papers.text import one_line, printable

if TYPE_CHECKING:
    from icalendar import Alarm


@dataclass(frozen=True, slots=True)
class CalendarMeeting:
    """A meeting for a calendar. `uid` never changes, `revision` grows with every change; times are aware.

    `changed` is when this revision came to be, `alarms` are minutes before the start.
    """

    uid: str
    revision: int
    starts: datetime
    minutes: int
    title: str
    changed: datetime
    place: str = ""
    agenda: str = ""
    cancelled: bool = False
    alarms: tuple[int, ...] = (60,)


def meeting_ics(meeting: CalendarMeeting) -> bytes:
    """Return the calendar file (RFC 5545, METHOD:PUBLISH), times in UTC so that no phone needs to know the zone.

    Raises ValueError for a naive time.
    """
    from icalendar import Calendar, Event

    event = Event()
    event.add("uid", meeting.uid)
    event.add("sequence", meeting.revision)
    event.add("dtstamp", _utc(meeting.changed))
    event.add("dtstart", _utc(meeting.starts))
    event.add("dtend", _utc(meeting.starts) + timedelta(minutes=meeting.minutes))
    event.add("summary", one_line(meeting.title))
    event.add("status", "CANCELLED" if meeting.cancelled else "CONFIRMED")
    if meeting.place:
        event.add("location", one_line(meeting.place))
    if meeting.agenda:
        event.add("description", printable(meeting.agenda))
    if not meeting.cancelled:
        for minutes in meeting.alarms:
            event.add_component(_alarm(minutes, meeting.title))
    calendar = Calendar()
    calendar.add("prodid", "-//mentoring-bot//meetings//")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _alarm(minutes: int, title: str) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", timedelta(minutes=-minutes))
    alarm.add("description", one_line(title))
    return alarm


def _utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a meeting's time must carry its zone")
    return moment.astimezone(UTC)
