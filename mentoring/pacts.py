"""The agreement of a pair: its rules in an edition for pupils and one for grown-ups, and how often the two mean to meet.

What it says is usual in schools (goal and term, duties, confidentiality, how to leave or be given another pair). The
words of a released edition are never changed: another text is another edition, and everybody is asked again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from mentoring.people import MentoringForm, Side


class Pace(StrEnum):
    """How often a pair means to meet."""

    TWICE = "twice"  # a week
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    AGREED = "agreed"  # from time to time, as the two settle


class PactWay(StrEnum):
    """How the rules were accepted."""

    TAP = "tap"
    PAPER = "paper"


RULES = ("meetings", "private", "moving", "leaving", "worry", "gifts")
"""The lines of every edition, in their order."""

_PUPILS = "pupil-1"
_GROWN = "grown-1"
EDITIONS: Mapping[str, str] = MappingProxyType(
    {form.value: _GROWN if form is MentoringForm.TEACHER_TEACHER else _PUPILS for form in MentoringForm}
)
"""The edition in force, by the form of mentoring."""


@dataclass(frozen=True, slots=True)
class Pact:
    """One side's word."""

    member_id: int
    side: Side
    edition: str
    pace: Pace
    way: PactWay
    accepted_at: datetime


def standing(pact: Pact | None, form: str) -> bool:
    """Whether a side has accepted the edition that is in force."""
    return pact is not None and pact.edition == EDITIONS.get(form, "")


def whole(mentor: Pact | None, mentee: Pact | None, form: str) -> bool:
    """Whether both sides have accepted the same: the edition in force, and how often to meet."""
    if mentor is None or mentee is None:
        return False
    return standing(mentor, form) and standing(mentee, form) and mentor.pace is mentee.pace
