"""Which pairs need the curator's help, why, and the one action that is prepared for each cause (stage 6).

Concerns («Мне неспокойно») are never among the causes: they have a wall of their own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from mentoring.first_contact import TOLD_AFTER
from mentoring.people import Side
from mentoring.ratings import Alarm, Mark, alarms

_CANCELLED = 2  # in a row


class Cause(StrEnum):
    """Why a pair needs help, the most urgent first."""

    CHANGE_PAIR = "change_pair"  # a side has said so in the interim questionnaire
    LOW = "low"  # a rating
    CURATOR_HELP = "curator_help"
    NO_CONTACT = "no_contact"  # the mentee says that nobody has been in touch
    CONTACT_LATE = "contact_late"
    MENTOR_SILENT = "mentor_silent"
    MENTEE_SILENT = "mentee_silent"
    APART = "apart"
    FALLING = "falling"
    NO_MEETING = "no_meeting"
    CANCELLED = "cancelled"
    MISMATCH = "mismatch"
    PLAN_OVERDUE = "plan_overdue"


class SignalKind(StrEnum):
    """What a side tells the curators quietly, by a tap or in the interim questionnaire."""

    NO_CONTACT = "no_contact"
    NO_ANSWER = "no_answer"
    CHANGE_PAIR = "change_pair"
    CURATOR_HELP = "curator_help"


class Prepared(StrEnum):
    """The action that stands first."""

    NUDGE_MENTOR = "nudge_mentor"
    NUDGE_MENTEE = "nudge_mentee"
    TALK = "talk"
    CHANGE = "change"
    LOOK = "look"  # the sides disagree: the meetings of the pair


class Step(StrEnum):
    """What a curator has done about a pair."""

    NUDGED = "nudged"
    CALLED = "called"
    PUT_OFF = "put_off"
    DONE = "done"


PREPARED: Mapping[Cause, Prepared] = MappingProxyType(
    {
        Cause.CHANGE_PAIR: Prepared.CHANGE,
        Cause.LOW: Prepared.TALK,
        Cause.CURATOR_HELP: Prepared.TALK,
        Cause.NO_CONTACT: Prepared.NUDGE_MENTOR,
        Cause.CONTACT_LATE: Prepared.NUDGE_MENTOR,
        Cause.MENTOR_SILENT: Prepared.NUDGE_MENTOR,
        Cause.MENTEE_SILENT: Prepared.NUDGE_MENTEE,
        Cause.APART: Prepared.TALK,
        Cause.FALLING: Prepared.TALK,
        Cause.NO_MEETING: Prepared.NUDGE_MENTOR,
        Cause.CANCELLED: Prepared.NUDGE_MENTOR,
        Cause.MISMATCH: Prepared.LOOK,
        Cause.PLAN_OVERDUE: Prepared.NUDGE_MENTOR,
    }
)
RESTS: Mapping[Step, timedelta] = MappingProxyType(
    {
        Step.NUDGED: timedelta(days=3),
        Step.CALLED: timedelta(days=3),
        Step.PUT_OFF: timedelta(days=7),
        Step.DONE: timedelta(days=7),
    }
)
"""How long a pair is left alone after a step."""
SETTLE = frozenset({Step.CALLED, Step.DONE})
"""Steps after which what was told or rated before them is dealt with for good."""

_SAID = {
    SignalKind.NO_CONTACT: Cause.NO_CONTACT,
    SignalKind.CHANGE_PAIR: Cause.CHANGE_PAIR,
    SignalKind.CURATOR_HELP: Cause.CURATOR_HELP,
}
_RATED = {Alarm.LOW: Cause.LOW, Alarm.APART: Cause.APART, Alarm.FALLING: Cause.FALLING}
_ORDER = {cause: place for place, cause in enumerate(Cause)}


@dataclass(frozen=True, slots=True)
class Signal:
    """What a side of a pair has told, and when."""

    kind: SignalKind
    by: Side
    at: datetime


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a pair at work whose mentor does not pause; moments are UTC.

    since: it has worked since (or since a pause, or since it goes on). contact_at: until when the first meeting's time
    was to be set, None when it is. next_at: its next meeting. last_at: its last one that was set and not cancelled.
    cancelled: meetings the sides have cancelled after that one. disputed: meetings about which they disagree. overdue_at:
    since when a task of the plan is late. lines: for each mentee the marks of the mentor and of the mentee, by month.
    settled_at: when a curator has last dealt with it.
    """

    match_id: int
    since: datetime
    contact_at: datetime | None = None
    next_at: datetime | None = None
    last_at: datetime | None = None
    cancelled: int = 0
    disputed: int = 0
    overdue_at: datetime | None = None
    lines: tuple[tuple[Sequence[Mark], Sequence[Mark]], ...] = ()
    signals: tuple[Signal, ...] = ()
    settled_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Trouble:
    """One cause and since when it holds."""

    cause: Cause
    since: datetime


@dataclass(frozen=True, slots=True)
class Stuck:
    """A pair that needs help: why, the most urgent cause first."""

    match_id: int
    troubles: tuple[Trouble, ...]

    @property
    def first(self) -> Trouble:
        """The most urgent cause."""
        return self.troubles[0]

    @property
    def prepared(self) -> Prepared:
        """The action that stands first."""
        return PREPARED[self.first.cause]


def stuck(facts: Sequence[Facts], now: datetime, idle_since: datetime) -> list[Stuck]:
    """The pairs that need help, most urgent first; a pair without a meeting held or set from `idle_since` on is one."""
    found = [Stuck(each.match_id, why) for each in facts if (why := troubles(each, now, idle_since))]
    return sorted(found, key=lambda each: (_ORDER[each.first.cause], each.first.since, each.match_id))


def troubles(facts: Facts, now: datetime, idle_since: datetime) -> tuple[Trouble, ...]:
    """Why a pair needs help now, the most urgent cause first; empty where all is well."""
    found = {**_told(facts), **_meetings(facts, now, idle_since)}
    if facts.disputed:
        found[Cause.MISMATCH] = facts.last_at or facts.since
    if facts.overdue_at is not None and facts.overdue_at <= now:
        found[Cause.PLAN_OVERDUE] = facts.overdue_at
    return tuple(Trouble(cause, found[cause]) for cause in Cause if cause in found)


def _told(facts: Facts) -> dict[Cause, datetime]:
    """What sides have told and rated since a curator has last dealt with the pair."""
    said = [(_said(each), each.at) for each in facts.signals]
    said += [(_RATED[alarm], at) for mentor, mentee in facts.lines for alarm, at in alarms(mentor, mentee).items()]
    found: dict[Cause, datetime] = {}
    for cause, at in said:
        if facts.settled_at is None or at > facts.settled_at:
            found[cause] = min(at, found.get(cause, at))
    if facts.contact_at is None:  # the time has been set meanwhile
        found.pop(Cause.NO_CONTACT, None)
    return found


def _said(signal: Signal) -> Cause:
    silent = Cause.MENTEE_SILENT if signal.by is Side.MENTOR else Cause.MENTOR_SILENT
    return _SAID.get(signal.kind, silent)


def _meetings(facts: Facts, now: datetime, idle_since: datetime) -> dict[Cause, datetime]:
    """What the pair's meetings say: nothing while one is ahead."""
    if facts.next_at is not None and facts.next_at > now:
        return {}
    found: dict[Cause, datetime] = {}
    idle = max(facts.since, facts.last_at or facts.since)
    if facts.contact_at is not None and facts.contact_at + TOLD_AFTER <= now:
        found[Cause.CONTACT_LATE] = facts.contact_at
    elif idle <= idle_since:
        found[Cause.NO_MEETING] = idle
    if facts.cancelled >= _CANCELLED:
        found[Cause.CANCELLED] = idle
    return found
