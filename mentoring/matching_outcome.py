"""What matching answers: pairs with reasons, people left without a pair with the cause, never a word of text.

Each kind is the end of an id in `locales/`; ``params`` are the variables of its sentence: names of areas, slots and
interests as tuples, ids of people and classes as numbers.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

Params = Mapping[str, int | str | tuple[str, ...] | tuple[int, ...]]


class Reason(StrEnum):
    """What speaks for a pair."""

    REQUEST = "request"  # areas
    HOURS = "hours"  # slots
    AGE = "age"  # wish, and classes where known
    CLASSES = "classes"  # mentee_class: the mentor asked for such
    INTERESTS = "interests"  # interests
    GENDER = "gender"
    FORMAT = "format"  # meets
    WAITING = "waiting"  # days
    LEFT_BEFORE = "left_before"
    MUTUAL = "mutual"  # both named each other after the group meeting
    CHOSEN = "chosen"  # who: mentee or mentor named the other
    LANGUAGE = "language"  # languages
    BUILDING = "building"
    PINNED = "pinned"  # the curator made it by hand


class Weakness(StrEnum):
    """What speaks against a pair that is allowed all the same."""

    PART_OF_REQUEST = "part_of_request"  # missing (areas)
    REQUEST_NOT_SAID = "request_not_said"
    FEW_HOURS = "few_hours"  # slots
    HOURS_NOT_SAID = "hours_not_said"  # who: mentee, mentor
    AGE = "age"  # wish
    CLASSES = "classes"  # mentee_class, and youngest, oldest where the mentor named them
    INTERESTS = "interests"
    GENDER = "gender"
    NOT_CHOSEN = "not_chosen"  # who: mentee, mentor: they named others after the group meeting
    LANGUAGE = "language"
    BUILDING = "building"
    SMALL_GROUP = "small_group"  # least: the curator's pins keep a group that is too small
    RULE = "rule"  # cause, criterion where the cause is MUST: a pin goes over it, or it is not called a must


class Cause(StrEnum):
    """Why two people may not be a pair, or a mentee has none; in the order the first one is looked for."""

    OWN_HINDRANCE = "own_hindrance"  # hindrance
    NO_MENTORS = "no_mentors"  # form
    OTHER_FORM = "other_form"
    SAME_PERSON = "same_person"
    MENTOR_HINDRANCE = "mentor_hindrance"  # hindrance
    NOT_OFFERED = "not_offered"  # areas
    NO_COMMON_HOURS = "no_common_hours"  # mentors
    FORMAT = "format"  # mentors
    CLASS_RULE = "class_rule"  # mentors
    BANNED = "banned"  # mentors
    AVOIDED = (
        "avoided"  # mentors: somebody has named the other in «with whom certainly not»; for curator and psychologist
    )
    RELATIVES = "relatives"  # mentors
    CLASS_TEACHER = "class_teacher"  # mentors
    MUST = "must"  # criterion, mentors: what the curator called «must» is not met, where no older cause says it
    SMALL_GROUP = "small_group"  # mentors, least: too few for a group
    WEAK = "weak"  # mentors: only weak pairs are left, and the knob does not want them
    LOOP = "loop"  # mentors
    PARTNER = "partner"  # mentors
    NO_PLACES = "no_places"  # mentors
    HAS_MENTOR = "has_mentor"  # of a second pin only


Kind = TypeVar("Kind", Reason, Weakness, Cause)


@dataclass(frozen=True, slots=True)
class Said(Generic[Kind]):
    """A kind with the parameters of its sentence."""

    kind: Kind
    params: Params = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pair:
    """A proposed pair, by the ids of both; ``points`` are for putting pairs in order, never for a screen.

    ``strong``: everything the curator called important is met at least by half.
    """

    mentee: int
    mentor: int
    reasons: tuple[Said[Reason], ...]
    weakness: Said[Weakness] | None
    pinned: bool
    points: int
    strong: bool = True


@dataclass(frozen=True, slots=True)
class Remedy:
    """The smallest change that would give a mentee this mentor.

    ``lift`` tells what is in the way: NO_PLACES (one more place), MENTOR_HINDRANCE, NO_COMMON_HOURS, FORMAT, BANNED or
    PARTNER. It is enough by itself: with it made, this pair may be added to the draft, and nobody loses theirs.
    """

    lift: Cause
    mentor: int
    params: Params = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unpaired:
    """A mentee without a pair, the first cause, and the smallest change that would help, if one change is enough."""

    mentee: int
    cause: Said[Cause]
    remedy: Remedy | None


@dataclass(frozen=True, slots=True)
class FreeMentor:
    """A mentor who may take more, and how many."""

    mentor: int
    places: int


@dataclass(frozen=True, slots=True)
class BrokenPin:
    """A pin that could not be kept, and the rule it would break."""

    mentee: int
    mentor: int
    cause: Said[Cause]


@dataclass(frozen=True, slots=True)
class Draft:
    """A proposal nobody is told about: for the same data always the same.

    Sorted by ids. ``proven`` is False only where groups of a smallest size, or chains of people who mentor each other, were
    too many to try them all: then it is a good one, the same every time.
    """

    pairs: tuple[Pair, ...]
    unpaired: tuple[Unpaired, ...]
    free_mentors: tuple[FreeMentor, ...]
    broken_pins: tuple[BrokenPin, ...]
    proven: bool
    digest: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that can be said about two people: the first rule that forbids them, if any, and what is for and against."""

    forbidden: Said[Cause] | None
    reasons: tuple[Said[Reason], ...]
    weakness: Said[Weakness] | None
    points: int
    strong: bool = True
