"""What the curator is shown of a draft: at a glance, a pair, those left, mentors to choose from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mentoring.matching_outcome import BrokenPin, Pair, Unpaired
from mentoring.matching_tasks import Candidate
from mentoring.people import Person
from mentoring.questionnaire import Phrase
from services.drafting import Stale
from storage.match_rules import FormRules
from storage.matches import State
from storage.runs import Numbers


@dataclass(frozen=True, slots=True)
class Overview:
    """A draft at a glance."""

    run_id: int
    form: str
    pairs: int  # proposed and not yet confirmed
    unpaired: int
    free_mentors: int
    free_places: int
    unready: int
    recomputed: Stale | None  # why the draft before did not fit any more
    broken_pins: tuple[tuple[BrokenPin, Person, Person], ...]  # with mentee and mentor
    confirmed: Mapping[State, int]
    rules: FormRules  # as they are now
    numbers: Numbers  # at every position of the knob
    strong: int  # of the pairs proposed and not yet confirmed
    groups: int  # mentors among them, where groups are made; else 0
    kept: bool  # it keeps to the draft before where it can
    changes: int  # in that one


@dataclass(frozen=True, slots=True)
class Card:
    """One proposed pair among those left; `free` are the mentor's places before it."""

    run_id: int
    form: str
    at: int
    total: int
    pair: Pair
    mentee: Person
    mentor: Person
    free: int
    labels: Mapping[str, Phrase]
    group: int | None = None  # the place of the group among the groups left, where groups are made


@dataclass(frozen=True, slots=True)
class Group:
    """A mentor with the mentees a draft gives them, where groups are made; `there` are those who belong to it already."""

    run_id: int
    form: str
    at: int
    total: int
    mentor_id: int
    mentor: Person
    free: int
    members: tuple[tuple[Pair, Person], ...]
    there: tuple[Person, ...]
    labels: Mapping[str, Phrase]


@dataclass(frozen=True, slots=True)
class Left:
    """A mentee left without a pair, with the people the cause and the remedy name."""

    unpaired: Unpaired
    mentee: Person
    waiting_days: int
    mentors: Mapping[int, Person]


@dataclass(frozen=True, slots=True)
class LeftPage:
    """One page of those left."""

    run_id: int
    form: str
    at: int
    total: int
    lines: tuple[Left, ...]
    labels: Mapping[str, Phrase]


@dataclass(frozen=True, slots=True)
class Choice:
    """A mentor that could be given to a mentee by hand."""

    candidate: Candidate
    mentor: Person
    free: int


@dataclass(frozen=True, slots=True)
class Choices:
    """One page of them."""

    form: str
    mentee_id: int
    mentee: Person
    at: int
    total: int
    lines: tuple[Choice, ...]
    labels: Mapping[str, Phrase]
