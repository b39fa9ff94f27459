"""What may and must be said of meetings, told by the written rules alone: nothing of the bot's own is asked here.

README and DECISIONS: a reminder goes a day and an hour before, in the school's time, outside closed hours; what would
be late after them goes at the last open minute before, or not at all; nothing untrue is said, nothing twice.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
SUNDAY = 6
LAST_DAY = date(2027, 12, 28)
STATE_HOLIDAYS = {(2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)}  # month, day; and 1–8 January


@dataclass(frozen=True)
class Calendar:
    """A school's clock and its days off."""

    zone: str
    holidays: tuple[tuple[date, date], ...] = ()  # the first day and the last

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(ZoneInfo(self.zone))

    def day_off(self, day: date) -> bool:
        """Whether it is in holidays, the school's or the country's (ст. 112 ТК РФ)."""
        return (
            (day.month, day.day) in STATE_HOLIDAYS
            or (day.month == 1 and day.day <= 8)
            or any(first <= day <= last for first, last in self.holidays)
        )

    def may_hear(self, pupil: bool, moment: datetime) -> bool:
        """Nothing is said from 21 to 8; to pupils nothing in lessons either, from 8 to 14, Monday to Saturday."""
        local = self.local(moment)
        if local.hour >= 21 or local.hour < 8:
            return False
        lessons = local.weekday() != SUNDAY and not self.day_off(local.date())
        return not (pupil and lessons and local.hour < 14)

    def first_open(self, pupil: bool, moment: datetime) -> datetime:
        """The first minute from this one on at which something may be said; hours open and close at full ones."""
        while not self.may_hear(pupil, moment):
            moment = moment.replace(minute=0) + HOUR
        return moment

    def last_open(self, pupil: bool, moment: datetime) -> datetime:
        """The last such minute up to this one."""
        while not self.may_hear(pupil, moment):
            moment = moment.replace(minute=0) - MINUTE
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

    @property
    def over(self) -> datetime:
        return self.starts + timedelta(minutes=self.minutes)


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
    unlogged: list[Meeting] = field(default_factory=list)  # gave way to the next one

    @property
    def at_work(self) -> list[int]:
        """The mentees whose work is on."""
        return [each for each, state in self.mentees.items() if state == "active"]

    @property
    def people(self) -> list[int]:
        return [self.mentor, *self.at_work] if self.at_work else []


class Rules:
    """Everything planned so far, and what is to be said of it."""

    def __init__(self, calendar: Calendar, pupils: set[int], pairs: list[Pair]) -> None:
        self.calendar, self.pupils, self.pairs = calendar, pupils, pairs
        self.paused: dict[int, date] = {}  # mentors, and the day on which they are back
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
        over = meeting.over
        self._later("meeting-how", pair.mentor, meeting, over, over + 2 * DAY)
        self._later("meeting-how-again", pair.mentor, meeting, over + DAY, over + 3 * DAY)
        for mentee in pair.at_work:
            self._later("meeting-took-place", mentee, meeting, over, over + 3 * DAY)

    def moved(self, meeting: Meeting, starts: datetime, now: datetime) -> None:
        """By the mentor, or to a time a mentee proposed and the mentor agreed to: the mentor hears of neither."""
        meeting.starts, meeting.revision = starts, meeting.revision + 1
        meeting.no, meeting.confirmed = set(), set()
        self.planned(meeting.pair, meeting, now)

    def follows(self, pair: Pair, meeting: Meeting, kind: str, now: datetime) -> None:
        """The next one of a rhythm, planned by the bot: on its usual day a mentor, and of a regular one nobody, is told."""
        rhythm, local = pair.rhythm, self.wall(meeting.starts)
        assert rhythm is not None, "nothing repeats here"
        assert pair.meeting is None, "it has given way"
        assert local == self.next_of(pair, now), "the first time at which they can meet, on the weekday, at the hour"
        usual = self.last_stood[rhythm] + timedelta(weeks=rhythm.weeks) == local.date()
        meeting.rhythm, meeting.stands_on = rhythm, local.date()
        self.last_stood[rhythm] = local.date()
        hear = pair.people if not usual else [] if kind == "regular" else pair.at_work
        self.planned(pair, meeting, now, hear)

    def next_of(self, pair: Pair, now: datetime) -> datetime | None:
        """When a pair meets next in its rhythm, by the clock on the wall; None after the programme's last day."""
        rhythm = pair.rhythm
        local = rhythm.first
        while local.date() <= LAST_DAY:
            if local.date() > self.last_stood[rhythm] and self._can_meet(pair, local, now):
                return local
            local += timedelta(weeks=rhythm.weeks)
        return None

    def _can_meet(self, pair: Pair, local: datetime, now: datetime) -> bool:
        """In two hours at the soonest, not on a day off or in the mentor's pause, nor when one of them meets another."""
        starts, day = local.replace(tzinfo=ZoneInfo(self.calendar.zone)).astimezone(UTC), local.date()
        if starts < now + 2 * HOUR or self.calendar.day_off(day) or day < self.paused.get(pair.mentor, day):
            return False
        others = (
            each for each in self.pairs if each is not pair and each.meeting and set(each.people) & {*pair.people}
        )
        return all(abs(each.meeting.starts - starts) >= HOUR for each in others)

    def gave_way(self, meeting: Meeting, at: datetime) -> None:
        """Of a rhythm, a day after its end, and nobody has logged it."""
        assert meeting.pair.rhythm is not None
        assert meeting.pair.meeting is meeting
        assert at >= meeting.over + DAY
        meeting.pair.meeting = None
        meeting.pair.unlogged.append(meeting)

    def nothing_stands_still(self, now: datetime) -> None:
        """What repeats goes on, to the end of the programme; nothing waits to be logged for longer than a day."""
        for pair in self.pairs:
            if pair.rhythm is not None and pair.meeting is None:
                assert self.next_of(pair, now) is None, "what repeats goes on"
                pair.rhythm = None
            if pair.rhythm is not None:
                assert pair.meeting.over + DAY > now, "it should have given way"

    def wall(self, moment: datetime) -> datetime:
        """What the school's clock shows."""
        return self.calendar.local(moment).replace(tzinfo=None)

    def repeats(self, pair: Pair, weeks: int) -> None:
        """The planned meeting is the first of a rhythm."""
        meeting = pair.meeting
        local = self.wall(meeting.starts)
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
        """Said by the mentor; of one that has given way perhaps that it was not held, which nobody is told."""
        meeting.state = state
        if meeting in meeting.pair.unlogged:
            meeting.pair.unlogged.remove(meeting)
            meeting.revision += state == "cancelled"
        else:
            meeting.pair.meeting = None

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
        eve = (self.wall(starts) - DAY).replace(tzinfo=ZoneInfo(self.calendar.zone))
        found = []
        for kind, due, until in (
            ("meeting-day", eve, eve.replace(hour=23, minute=59)),
            ("meeting-hour", starts - HOUR, starts - 10 * MINUTE),
        ):
            at = self._moment(person, due.astimezone(UTC), until.astimezone(UTC), now)
            if at is not None and at not in [each[1] for each in found]:
                found.append((kind, at, until.astimezone(UTC)))
        return found

    def _moment(self, person: int, due: datetime, until: datetime, now: datetime) -> datetime | None:
        pupil = person in self.pupils
        if due <= now:  # they have just been told
            return None
        if (opens := self.calendar.first_open(pupil, due)) <= until:
            return opens
        before = self.calendar.last_open(pupil, due)
        return before if before >= now else None

    def _at_once(self, kind: str, person: int, meeting: Meeting, now: datetime) -> None:
        self._later(kind, person, meeting, now, meeting.starts)

    def _later(self, kind: str, person: int, meeting: Meeting, due: datetime, until: datetime) -> None:
        at = self.calendar.first_open(person in self.pupils, due)
        if at <= until:
            self.unheard.append(Told(kind, person, meeting, meeting.revision, at, until))
