"""The diary of a pair: what is written of each meeting, in which lines, and who reads them (domain: the usual columns)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mentoring.exported import Named
from mentoring.meeting_places import link_in
from mentoring.meetings import MeetingKind


class Line(StrEnum):
    """What a mentor may add to a meeting's entry, each by itself."""

    TOPIC = "topic"  # and purpose
    SUMMARY = "summary"
    TASK = "task"  # agreed for the next meeting
    TROUBLE = "trouble"
    NOTE = "note"

    @property
    def form(self) -> str:
        """The key of the form of one question it is asked by."""
        return f"meeting_{self.value}"

    @property
    def column(self) -> str:
        """Where it is kept in `meetings`."""
        return self.value


FORMS = {line.form: line for line in Line}
MENTEE_READS = (Line.TOPIC, Line.TASK)
"""What the mentee reads too; the rest is the mentor's and the curator's, and what was hard is said to the curator."""


class Way(StrEnum):
    """How a pair met."""

    PLACE = "place"
    ONLINE = "online"

    @property
    def other(self) -> Way:
        """The other one."""
        return Way.ONLINE if self is Way.PLACE else Way.PLACE


def way_of(place: str, chosen: str) -> Way:
    """How it was: as the mentor has corrected it, else a link as the place means online."""
    return Way(chosen) if chosen else Way.ONLINE if link_in(place) else Way.PLACE


class EntryState(StrEnum):
    """What stands in the diary of a meeting."""

    PLANNED = "planned"
    UNLOGGED = "unlogged"  # its time has gone by, and nobody has said how it went
    HELD = "held"
    MISSED = "missed"
    CANCELLED = "cancelled"


class MovedBy(StrEnum):
    """Who moved or cancelled a meeting."""

    MENTOR = "mentor"
    MENTEE = "mentee"
    CURATOR = "curator"
    BOT = "bot"  # with the end, the freezing or a pause of the pair


@dataclass(frozen=True, slots=True)
class Moved:
    """A meeting was put off (or cancelled, where there is no new time). By whom and why only curators read."""

    was: datetime
    now: datetime | None
    by: MovedBy | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One meeting in the diary. Times are the school's; names are text already.

    Scores (1 to 5) of the mentees are given to the curator only.
    """

    starts: datetime
    minutes: int
    kind: MeetingKind
    state: EntryState
    way: Way
    place: str
    texts: dict[Line, str]
    result: str
    came: tuple[str, ...] = ()  # of a group, by name
    absent: tuple[str, ...] = ()
    mentor_score: int | None = None
    mentee_scores: tuple[int, ...] = ()
    voices: int = 0
    moves: tuple[Moved, ...] = ()
    checked_on: date | None = None


@dataclass(frozen=True, slots=True)
class Diary:
    """The diary of one pair or group. `whole`: for the curator, with what the sides do not read of each other."""

    school: str
    title: str  # of the programme; empty: its usual name
    form: str
    role_model: str
    mentor: Named
    mentees: tuple[Named, ...]
    starts: date
    ends: date
    made_on: date
    zone: str
    whole: bool
    entries: tuple[Entry, ...]

    @property
    def grouped(self) -> bool:
        """Whether it is a group, so that who came is a column of its own."""
        return len(self.mentees) > 1 or any(each.came or each.absent for each in self.entries)

    def count(self, *states: EntryState) -> int:
        """How many meetings are in one of these states."""
        return sum(each.state in states for each in self.entries)

    @property
    def minutes(self) -> int:
        """How long all meetings that were held have lasted."""
        return sum(each.minutes for each in self.entries if each.state is EntryState.HELD)
