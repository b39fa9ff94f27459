"""Those left without a pair: what has been done about a case, how it ends, what may be said to the person themselves."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from mentoring.matching_outcome import Cause
from mentoring.notes import Party
from mentoring.people import Kind, Role


class Outcome(StrEnum):
    """How a case ended."""

    PAIRED = "paired"
    LEFT = "left"
    NOT_WANTED = "not_wanted"


class Care(StrEnum):
    """What whoever looks after a case is asked for."""

    TALK = "talk"
    FAMILY = "family"
    FIND_OUT = "find_out"


class Step(StrEnum):
    """What has been done about a case."""

    ASKED_MENTOR = "asked_mentor"
    MENTOR_YES = "mentor_yes"
    MENTOR_NO = "mentor_no"
    GIVEN = "given"
    PLANNED = "planned"
    TALKED = "talked"
    FAMILY = "family"
    GROUP = "group"
    OTHER_FORM = "other_form"
    WORDS = "words"


MARKED = (Step.TALKED, Step.FAMILY, Step.GROUP, Step.OTHER_FORM)
"""What is noted by one tap; the rest is noted by what happens."""

TRIES = (1, 3, 7, 14, 30)
"""In how many days the next try may be."""

CARERS: Mapping[Kind, tuple[Role, ...]] = MappingProxyType(
    {
        Kind.PUPIL: (Role.PSYCHOLOGIST, Role.SOCIAL_WORKER, Role.CLASS_TEACHER, Role.CURATOR),
        Kind.TEACHER: (Role.METHODIST, Role.PSYCHOLOGIST, Role.CURATOR),
    }
)
"""Who may look after a mentee without a pair; a class teacher after those of the own class."""

PARTIES: Mapping[Role, Party] = MappingProxyType(
    {
        Role.PSYCHOLOGIST: Party.PSYCHOLOGIST,
        Role.SOCIAL_WORKER: Party.SOCIAL_WORKER,
        Role.CLASS_TEACHER: Party.CLASS_TEACHER,
        Role.METHODIST: Party.METHODIST,
    }
)
"""As what a carer may tell about the mentee, each behind the walls that stand already."""


class Told(StrEnum):
    """What a mentee is told about why there is no pair yet: nothing that hurts, and nothing about anybody else."""

    NO_MENTORS = "no_mentors"
    NO_PLACES = "no_places"
    NOT_OFFERED = "not_offered"
    HOURS = "hours"
    FORMAT = "format"
    SEARCHING = "searching"  # everything else, whatever it is


_TOLD = {
    Cause.NO_MENTORS: Told.NO_MENTORS,
    Cause.NO_PLACES: Told.NO_PLACES,
    Cause.NOT_OFFERED: Told.NOT_OFFERED,
    Cause.NO_COMMON_HOURS: Told.HOURS,
    Cause.FORMAT: Told.FORMAT,
}
CHANGEABLE = frozenset({Told.NOT_OFFERED, Told.HOURS, Told.FORMAT})
"""What the person could answer otherwise in the application."""


def told(cause: Cause | None) -> Told:
    """What of a cause may be said to the mentee. Bans, wishes, relatives and the school's choices stay with the curator."""
    return _TOLD.get(cause, Told.SEARCHING) if cause is not None else Told.SEARCHING
