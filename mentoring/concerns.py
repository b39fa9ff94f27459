"""«Мне неспокойно»: who may say so, which adults are told and in which order, what they may do about it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import islice

from mentoring.people import Kind, Person, Role
from mentoring.school_days import SchoolDays

STAYS = timedelta(minutes=10)  # a screen of it is left in the chat no longer
SAME = timedelta(minutes=2)  # whoever taps again so soon has tapped twice, not said it twice
ROUNDS = 2  # told so often without an answer: others than those named are told too
MINUTES = (15, 30, 60, 90, 120, 180, 240)  # until the next adult is told
SCHOOL_DAYS = 3  # open so long: whoever answers for it is reminded …
LONGEST_WAIT = timedelta(days=7)  # … in holidays too, after so many days of any kind
LONGEST = 4096  # letters of what a pupil writes: as long as a message may be
_WAKING = (7, 20)  # «сегодня» is promised between these hours, local


class Outcome(StrEnum):
    """How a concern was closed."""

    SETTLED = "settled"
    WATCHED = "watched"  # the pair goes on, and is looked after
    PARTED = "parted"
    REFERRED = "referred"  # to the commission, the police, a doctor
    MISTAKE = "mistake"


class When(StrEnum):
    """When a pupil may expect an answer."""

    TODAY = "today"
    MORNING = "morning"
    SEEN = "seen"  # as soon as the adult sees it: the school does not work


class Step(StrEnum):
    """Lines of a concern's own journal."""

    SAID = "said"
    AGAIN = "again"
    ADDED = "added"  # the pupil's own words
    RECALLED = "recalled"  # «нажал(а) случайно»
    CALLED = "called"  # an adult was told
    UNREACHABLE = "unreachable"
    NOBODY = "nobody"  # there was nobody to tell
    TAKEN = "taken"
    PASSED = "passed"  # whoever had taken it passes it on
    LOOKED = "looked"
    TALKED = "talked"  # with the pupil
    PARENTS = "parents"  # know
    CURATOR = "curator"
    HEAD = "head"
    REFERRED = "referred"
    NOTED = "noted"  # words of the adult
    CLOSED = "closed"


TAPPED = (Step.TALKED, Step.PARENTS, Step.CURATOR, Step.HEAD, Step.REFERRED)
"""What an adult marks as done by a tap."""

POSTS = (
    Role.PSYCHOLOGIST,
    Role.SOCIAL_WORKER,
    Role.CURATOR,
    Role.HEAD,
    Role.DEPUTY,
    Role.METHODIST,
    Role.CLASS_TEACHER,
)
"""By what post an adult is told of to a pupil: the first that they hold."""

FALLBACK = (Role.PSYCHOLOGIST, Role.CURATOR, Role.HEAD)
"""Who is told where the school has named nobody, or nobody of those answers."""


@dataclass(frozen=True, slots=True)
class Adult:
    """Somebody who may be told: the person, their roles, whether they can be reached now."""

    person: Person
    roles: frozenset[Role]
    reachable: bool

    @property
    def post(self) -> Role | None:
        """By what they are told of; None for any other adult."""
        return next((each for each in POSTS if each in self.roles), None)


def may_say(person: Person | None) -> bool:
    """Whether the quiet row stands on this person's screens: on those of everybody who studies, whichever their side."""
    return person is not None and person.kind in (Kind.PUPIL, Kind.STUDENT)


def line_up(
    named: Sequence[Adult], others: Iterable[Adult], close: Collection[int], *, wide: bool = False
) -> list[Adult]:
    """The adults to be told, in order: the named ones who can be reached, else (or also, `wide`) those by their post.

    Nobody who is close to the pupil (in a pair with them, a relative: `close`) is ever among them.
    """
    first = [each for each in named if each.person.id not in close and each.reachable]
    if first and not wide:
        return first
    known = {each.person.id for each in first}
    rest = [each for each in others if each.reachable and each.person.id not in close and each.person.id not in known]
    return first + list({each.person.id: each for each in rest}.values())


def promised(local: datetime, days: SchoolDays) -> When:
    """When an answer can be promised at this local time: today, at night in the morning, and no day without school."""
    if _WAKING[0] <= local.hour < _WAKING[1]:
        return When.TODAY if days.works(local.date()) else When.SEEN
    morning = local.date() if local.hour < _WAKING[0] else local.date() + timedelta(days=1)
    return When.MORNING if days.works(morning) else When.SEEN


def reminded_on(today: date, days: SchoolDays) -> date:
    """On which day whoever took it is asked about it, when it was taken today."""
    ahead = next(islice(days.following(today + timedelta(days=1)), SCHOOL_DAYS - 1, None), today + LONGEST_WAIT)
    return min(ahead, today + LONGEST_WAIT)
