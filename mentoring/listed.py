"""People as a list of the school names them, before anybody knows whether the programme has them already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from mentoring.people import AgeGroup, Kind, Name, SchoolClass, Side


@dataclass(frozen=True, slots=True)
class ListedGuardian:
    """A legal guardian as a list names them, with how they can be reached."""

    name: Name = field(metadata={"personal": True})
    contact: str = field(default="", metadata={"personal": True})


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """A line of a list; `row` is where it stands. What the list leaves empty it does not change; no sides: they choose."""

    row: int
    kind: Kind
    name: Name = field(default_factory=Name, metadata={"personal": True})
    code: str = ""
    school_class: SchoolClass | None = None
    birth_date: date | None = field(default=None, metadata={"personal": True})
    age_band: AgeGroup | None = None
    gender: str = ""
    sides: frozenset[Side] = frozenset()
    post: str = ""
    workplace: str = ""
    contact: str = field(default="", metadata={"personal": True})
    guardian: ListedGuardian | None = None


class Outcome(StrEnum):
    """What became of a line; each is the end of an id of words."""

    ADDED = "added"
    UPDATED = "updated"
    SAME = "same"


class Hitch(StrEnum):
    """Why a line cannot be taken; each is the end of an id of words."""

    NO_CODE = "no_code"  # nobody has this code
    OTHER_NAME = "other_name"  # the code is somebody else's
    OTHER_KIND = "other_kind"  # the code is a teacher's, the list says a pupil
    NAMESAKES = "namesakes"  # several are called so: the code or the birth date tells which
    GONE = "gone"  # withdrew or was erased: their data do not come back by a list
    TWICE = "twice"  # two lines of the list mean one person
    GUARDIANS = "guardians"  # a child has no more than three


@dataclass(frozen=True, slots=True)
class Hitched:
    """What is wrong with one line; `code` is of whoever it concerns, if anybody."""

    row: int
    hitch: Hitch
    code: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one line, and the code of the person it means."""

    outcome: Outcome
    code: str


@dataclass(frozen=True, slots=True)
class Brought:
    """What a list brought: what became of each line, or what is wrong. Nothing was written unless `written`."""

    written: bool
    lines: Mapping[int, Taken]
    hitches: tuple[Hitched, ...] = ()

    def count(self, outcome: Outcome) -> int:
        """How many lines ended so."""
        return sum(each.outcome is outcome for each in self.lines.values())
