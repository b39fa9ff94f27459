"""What may and must be said of meetings, told by the written rules alone: nothing of the bot's own is asked here.

README and DECISIONS: a reminder goes a day and an hour before, in the school's time, outside closed hours; what would
be late after them goes at the last open minute before, or not at all; nothing untrue is said, nothing twice.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

MINUTE = timedelta(minutes=1)
SUNDAY = 6


@lru_cache(maxsize=200_000)
def may_hear(zone: str, pupil: bool, moment: datetime) -> bool:
    """Nothing is said from 21 to 8; to pupils nothing in lessons either, from 8 to 14, Monday to Saturday."""
    local = moment.astimezone(ZoneInfo(zone))
    if local.hour >= 21 or local.hour < 8:
        return False
    return not (pupil and local.weekday() != SUNDAY and local.hour < 14)


def first_open(zone: str, pupil: bool, moment: datetime) -> datetime:
    """The first minute from this one on at which something may be said."""
    while not may_hear(zone, pupil, moment):
        moment += MINUTE
    return moment


def last_open(zone: str, pupil: bool, moment: datetime) -> datetime:
    """The last such minute up to this one."""
    while not may_hear(zone, pupil, moment):
        moment -= MINUTE
    return moment


@dataclass
class Told:
    """Something that is to be said to somebody about a meeting as it stands: when, and until when it is of use."""

    kind: str
    person: int
    meeting: Meeting
    revision: int
    at: datetime
    until: datetime

    @property
    def key(self) -> tuple[str, int, int, int, datetime]:
        return self.kind, self.person, self.meeting.id, self.revision, self.at


@dataclass
class Meeting:
    id: int
    pair: Pair
    starts: datetime
    minutes: int = 60
    revision: int = 0
    state: str = "planned"
    rhythm: object = None  # of which it is one
    stands_on: date | None = None  # its day in the rhythm, wherever it was moved
    no: set[int] = field(default_factory=set)
    confirmed: set[int] = field(default_factory=set)


@dataclass(eq=False)
class Rhythm:
    """They meet every so many weeks, on the weekday and at the hour (by the school's clock) of the first time."""

    weeks: int
    first: datetime


@dataclass
class Pair:
    """A match: its mentor, and what has become of each mentee's place in it."""

    id: int
    mentor: int
    mentees: dict[int, str]
    meeting: Meeting | None = None
    rhythm: Rhythm | None = None

    @property
    def at_work(self) -> list[int]:
        """The mentees whose work is on."""
        return [each for each, state in self.mentees.items() if state == "active"]

    @property
    def people(self) -> list[int]:
        return [self.mentor, *self.at_work] if self.at_work else []


class Rules:
    """Everything planned so far, and what is to be said of it."""

    def __init__(self, zone: str, pupils: set[int], pairs: list[Pair]) -> None:
        self.zone, self.pupils, self.pairs = zone, pupils, pairs
        self.unheard: list[Told] = []
        self.asked: set[tuple[str, int, int, int]] = set()  # a mentee's no is told once
        self.known: set[int] = set()  # meetings
        self.last_stood: dict[Rhythm, date] = {}
        self.away: set[int] = set()  # phones that have blocked the bot

    # What people do

    def planned(self, pair: Pair, meeting: Meeting, now: datetime, hear: list[int] | None = None) -> None:
        """Set, or moved to a new time: the mentees hear of it (or `hear`), everyone is reminded before and asked after."""
        pair.meeting = meeting
        self.known.add(meeting.id)
        for person in pair.at_work if hear is None else hear:
            self._at_once("meeting-moved" if meeting.revision else "meeting-set", person, meeting, now)
        for person in pair.people:
            for kind, at, until in self.reminders(person, meeting.starts, now):
                self.unheard.append(Told(kind, person, meeting, meeting.revision, at, until))
        over, day = meeting.starts + timedelta(minutes=meeting.minutes), timedelta(days=1)
        self._later("meeting-how", pair.mentor, meeting, over, over + 2 * day)
        self._later("meeting-how-again", pair.mentor, meeting, over + day, over + 3 * day)
        for mentee in pair.at_work:
            self._later("meeting-took-place", mentee, meeting, over, over + 3 * day)

    def moved(self, meeting: Meeting, starts: datetime, now: datetime, hear: list[int] | None = None) -> None:
        meeting.starts, meeting.revision = starts, meeting.revision + 1
        meeting.no, meeting.confirmed = set(), set()
        self.planned(meeting.pair, meeting, now, hear)

    def follows(self, pair: Pair, meeting: Meeting, kind: str, now: datetime) -> None:
        """The next one of a rhythm, planned by the bot: on its usual day a mentor, and of a regular one nobody, is told."""
        rhythm, local = pair.rhythm, meeting.starts.astimezone(ZoneInfo(self.zone)).replace(tzinfo=None)
        assert rhythm is not None, "nothing repeats here"
        assert local.time() == rhythm.first.time(), "the hour on the wall stays"
        assert (local.date() - rhythm.first.date()).days % (7 * rhythm.weeks) == 0, "the weekday too"
        assert pair.meeting is None or now >= pair.meeting.starts + timedelta(minutes=pair.meeting.minutes, days=1)
        usual = self.last_stood[rhythm] + timedelta(weeks=rhythm.weeks) == local.date()
        meeting.rhythm, meeting.stands_on = rhythm, local.date()
        self.last_stood[rhythm] = local.date()
        hear = pair.people if not usual else [] if kind == "regular" else pair.at_work
        self.planned(pair, meeting, now, hear)

    def repeats(self, pair: Pair, weeks: int) -> None:
        """The planned meeting is the first of a rhythm."""
        meeting = pair.meeting
        local = meeting.starts.astimezone(ZoneInfo(self.zone)).replace(tzinfo=None)
        if pair.rhythm is not None and (pair.rhythm.weeks, pair.rhythm.first) == (weeks, local):
            return
        pair.rhythm = meeting.rhythm = Rhythm(weeks, local)
        meeting.stands_on = self.last_stood[pair.rhythm] = local.date()

    def cancelled(self, meeting: Meeting, now: datetime, *, told: bool = True) -> None:
        """Called off; silently where the pair itself stops, which is told otherwise."""
        meeting.state, meeting.revision, meeting.pair.meeting = "cancelled", meeting.revision + 1, None
        for mentee in meeting.pair.at_work if told else ():
            self._at_once("meeting-called-off", mentee, meeting, now)

    def cannot_come(self, meeting: Meeting, mentee: int, now: datetime, *, move: bool) -> None:
        kind = "meeting-asked-to-move" if move else "meeting-cannot"
        asked = (kind, meeting.id, meeting.revision, mentee)
        if asked not in self.asked:
            self.asked.add(asked)
            self._at_once(kind, meeting.pair.mentor, meeting, now)
        meeting.no.add(mentee)

    def logged(self, meeting: Meeting, state: str) -> None:
        meeting.state, meeting.pair.meeting = state, None

    def stopped(self, pair: Pair, mentee: int, state: str, now: datetime) -> None:
        """A mentee's place is frozen or over; the meeting is off when nobody is left to come."""
        pair.mentees[mentee] = state
        if not pair.at_work:
            pair.rhythm = None
            if pair.meeting is not None:
                self.cancelled(pair.meeting, now, told=False)

    # What is said

    def must_say(self, now: datetime) -> list[tuple[str, int, int, int, datetime]]:
        """What has come due up to now and is true and can be heard; each is asked for once."""
        due = [each for each in self.unheard if each.at <= now]
        self.unheard = [each for each in self.unheard if each.at > now]
        return [each.key for each in due if self.true(each) and each.person not in self.away]

    def true(self, told: Told) -> bool:
        """Whether it holds of the meeting as it stands at the moment of saying."""
        meeting, pair = told.meeting, told.meeting.pair
        if told.person not in pair.people or meeting.revision != told.revision or told.at > told.until:
            return False
        ahead = meeting.state == "planned" and meeting.starts > told.at
        match told.kind:
            case "meeting-set" | "meeting-moved":
                return ahead
            case "meeting-day" | "meeting-hour":
                return ahead and not (told.person in meeting.no and told.person != pair.mentor)
            case "meeting-cannot" | "meeting-asked-to-move":
                return ahead and bool(meeting.no & set(pair.at_work))
            case "meeting-called-off":
                instead = pair.meeting
                return meeting.state == "cancelled" and (
                    instead is None or (meeting.rhythm is not None and instead.rhythm is meeting.rhythm)
                )
            case "meeting-how" | "meeting-how-again":
                return meeting.state == "planned"
            case "meeting-took-place":
                return meeting.state != "cancelled" and told.person not in meeting.confirmed
        raise LookupError(told.kind)

    def reminders(self, person: int, starts: datetime, now: datetime) -> list[tuple[str, datetime, datetime]]:
        """The day before at the same hour, of use that day; an hour before, of use until ten minutes before."""
        local = starts.astimezone(ZoneInfo(self.zone))
        eve = (local.replace(tzinfo=None) - timedelta(days=1)).replace(tzinfo=ZoneInfo(self.zone))
        found = []
        for kind, due, until in (
            ("meeting-day", eve, eve.replace(hour=23, minute=59)),
            ("meeting-hour", starts - timedelta(hours=1), starts - timedelta(minutes=10)),
        ):
            at = self._moment(person, due.astimezone(UTC), until.astimezone(UTC), now)
            if at is not None and at not in [each[1] for each in found]:
                found.append((kind, at, until.astimezone(UTC)))
        return found

    def _moment(self, person: int, due: datetime, until: datetime, now: datetime) -> datetime | None:
        pupil = person in self.pupils
        if due <= now:  # they have just been told
            return None
        if (opens := first_open(self.zone, pupil, due)) <= until:
            return opens
        before = last_open(self.zone, pupil, due)
        return before if before >= now else None

    def _at_once(self, kind: str, person: int, meeting: Meeting, now: datetime) -> None:
        self._later(kind, person, meeting, now, meeting.starts)

    def _later(self, kind: str, person: int, meeting: Meeting, due: datetime, until: datetime) -> None:
        at = first_open(self.zone, person in self.pupils, due)
        if at <= until:
            self.unheard.append(Told(kind, person, meeting, meeting.revision, at, until))
