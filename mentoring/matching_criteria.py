"""How the curator wants a form matched: what must hold, what is important, what is wished; more pairs or better ones."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Criterion(StrEnum):
    """What is compared."""

    REQUEST = "request"  # what the mentee asks for, and what the mentor knows
    MUTUAL = "mutual"  # who named whom after the group meeting
    HOURS = "hours"
    FORMAT = "format"
    AGE = "age"  # the mentee's wish, and the distance in classes
    CLASSES = "classes"  # the mentor's wish
    GENDER = "gender"
    INTERESTS = "interests"
    LANGUAGE = "language"
    BUILDING = "building"
    WAITING = "waiting"
    LEFT_BEFORE = "left_before"


class Level(StrEnum):
    """How much a criterion matters."""

    MUST = "must"  # forbids a pair that does not meet it
    IMPORTANT = "important"
    WISHED = "wished"
    IGNORED = "ignored"


# Nothing between two people: these only say who goes first, so they forbid nobody.
NEVER_MUST = frozenset({Criterion.WAITING, Criterion.LEFT_BEFORE})


class Knob(IntEnum):
    """More pairs or better ones: for one pair more, how many strong pairs may become weak."""

    MOST_PAIRS = 0  # as many as it takes
    MORE_PAIRS = 1  # two
    BALANCED = 2  # one
    KEEP_STRONG = 3  # none
    ONLY_STRONG = 4  # weak pairs are not made at all


DEFAULT_LEVELS: dict[Criterion, Level] = {
    Criterion.REQUEST: Level.MUST,
    Criterion.MUTUAL: Level.IMPORTANT,
    Criterion.HOURS: Level.MUST,
    Criterion.FORMAT: Level.MUST,
    Criterion.AGE: Level.MUST,
    Criterion.CLASSES: Level.WISHED,
    Criterion.GENDER: Level.WISHED,
    Criterion.INTERESTS: Level.WISHED,
    Criterion.LANGUAGE: Level.WISHED,
    Criterion.BUILDING: Level.WISHED,
    Criterion.WAITING: Level.WISHED,
    Criterion.LEFT_BEFORE: Level.WISHED,
}


@dataclass(frozen=True, slots=True, order=True)
class Rules:
    """The curator's choice for one form: only the levels that differ from the default are kept.

    ``smallest`` is how many mentees a mentor takes at least, if any: 1 where pairs are made, more where groups are.
    """

    levels: tuple[tuple[Criterion, Level], ...] = ()
    knob: Knob = Knob.MOST_PAIRS
    smallest: int = 1

    def level(self, criterion: Criterion) -> Level:
        """How much a criterion matters here."""
        return dict(self.levels).get(criterion, DEFAULT_LEVELS[criterion])

    def with_level(self, criterion: Criterion, level: Level) -> Rules:
        """The same with one level changed. Raises ValueError for a «must» where there is none."""
        if level is Level.MUST and criterion in NEVER_MUST:
            raise ValueError(f"{criterion} forbids nobody")
        chosen = {**dict(self.levels), criterion: level}
        kept = {name: at for name, at in chosen.items() if at is not DEFAULT_LEVELS[name]}
        return Rules(tuple(sorted(kept.items())), self.knob, self.smallest)

    def written(self) -> str:
        """As JSON text, the same for the same rules."""
        return json.dumps({"levels": dict(self.levels), "knob": self.knob, "smallest": self.smallest}, sort_keys=True)


def read(written: str) -> Rules:
    """Rules from their JSON; an empty text means the default."""
    if not written:
        return DEFAULT
    values: Mapping[str, object] = json.loads(written)
    levels = values["levels"]
    if not isinstance(levels, dict):
        raise ValueError("levels are not a table")
    return Rules(
        tuple(sorted((Criterion(name), Level(level)) for name, level in levels.items())),
        Knob(int(str(values["knob"]))),
        int(str(values["smallest"])),
    )


DEFAULT = Rules()
