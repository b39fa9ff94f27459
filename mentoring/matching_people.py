"""Who takes part in matching, and what the school has decided about them beforehand.

Everything here is plain data, made by a service from sent questionnaires; it travels to a worker process and back.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from mentoring.matching_criteria import DEFAULT, Rules


class Meets(StrEnum):
    """How a person is ready to meet."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    ANY = "any"


class WishedAge(StrEnum):
    """Whom a mentee would like as a mentor."""

    OLDER = "older"
    PEER = "peer"
    ANY = "any"


class Hindrance(StrEnum):
    """What keeps a person out of matching, known before it starts; in the order it is told."""

    NOT_ADMITTED = "not_admitted"
    CONSENT_MISSING = "consent_missing"
    PAPER_MISSING = "paper_missing"
    CLEARANCE_MISSING = "clearance_missing"
    TRAINING_MISSING = "training_missing"
    FORM_UNCONFIRMED = "form_unconfirmed"
    QUESTIONNAIRE_MISSING = "questionnaire_missing"


@dataclass(frozen=True, slots=True)
class Mentee:
    """One who looks for a mentor in one mentoring form.

    ``person`` is the human behind it (who may be a mentor elsewhere); ``areas`` are names from the school's one list;
    ``free`` are slots (see `free_time`); an empty ``areas`` or ``free`` means "not said", which forbids nothing.
    ``gender_wish`` is None where either will do; ``model`` is the role model the curator has confirmed;
    ``waiting_days`` counts from the sent questionnaire; ``partners`` are the organisations to which the data may be passed.
    ``chosen`` are the mentors named after the group meeting, by id, the dearest first, ``avoided`` those named in «with whom
    certainly not»: both empty where nothing was said. ``languages`` and ``building`` are names from the school's lists.
    """

    id: int
    person: int
    form: str
    areas: frozenset[str] = frozenset()
    free: frozenset[str] = frozenset()
    meets: Meets = Meets.ANY
    wished_age: WishedAge = WishedAge.ANY
    class_level: int | None = None
    interests: frozenset[str] = frozenset()
    gender: str | None = None
    gender_wish: str | None = None
    model: str | None = None
    waiting_days: int = 0
    left_before: bool = False
    partners: frozenset[str] = frozenset()
    chosen: tuple[int, ...] = ()
    avoided: frozenset[int] = frozenset()
    languages: frozenset[str] = frozenset()
    building: str = ""
    hindrances: tuple[Hindrance, ...] = ()


@dataclass(frozen=True, slots=True)
class Mentor:
    """One who offers places in one mentoring form; ``places`` are those still free, ``has`` how many mentees of this
    form they already have, who count towards the smallest group.

    ``youngest`` and ``oldest`` are the classes they would like to work with: a wish, not a ban; ``partner`` is the
    organisation to which a mentee's data are passed with this mentor (empty: unknown), None where they stay in the school.
    ``chosen`` and ``avoided`` are mentees by id, as a mentee's are mentors.
    """

    id: int
    person: int
    form: str
    areas: frozenset[str] = frozenset()
    free: frozenset[str] = frozenset()
    meets: Meets = Meets.ANY
    youngest: int | None = None
    oldest: int | None = None
    class_level: int | None = None
    interests: frozenset[str] = frozenset()
    gender: str | None = None
    places: int = 1
    has: int = 0
    partner: str | None = None
    chosen: tuple[int, ...] = ()
    avoided: frozenset[int] = frozenset()
    languages: frozenset[str] = frozenset()
    building: str = ""
    hindrances: tuple[Hindrance, ...] = ()


@dataclass(frozen=True, slots=True)
class ClassRule:
    """How many classes a mentor of a form must be above the mentee, at least: in general, and by role model."""

    gap: int
    by_model: tuple[tuple[str, int], ...] = ()

    def least(self, model: str | None) -> int:
        """The least difference in classes for a mentee with this role model."""
        return dict(self.by_model).get(model or "", self.gap)


# MR-42/02: a pupil's mentor is at an older stage; equals may teach each other. Other forms know no age rule.
CLASS_RULES: tuple[tuple[str, ClassRule], ...] = (("pupil_pupil", ClassRule(gap=0, by_model=(("achiever", 1),))),)


@dataclass(frozen=True, slots=True)
class Programme:
    """All that a draft is computed from; the order of people in it means nothing.

    ``bans`` are (mentee's person, mentor's person); ``pins`` are (mentee's id, mentor's id) the curator keeps;
    ``standing`` are matches that already exist: (form, mentee's person, mentor's person). ``relatives`` and
    ``class_teachers`` are (mentee's person, mentor's person) where the mentor is a relative, or the teacher of the mentee's
    class and the school does not want that. ``kept`` are the pairs, by ids, of the draft the curator has worked on.
    ``rules`` are the curator's by form (`rules_of`).
    Raises ValueError when an id, or a person of one form, comes twice among mentees or among mentors.
    """

    mentees: tuple[Mentee, ...]
    mentors: tuple[Mentor, ...]
    bans: frozenset[tuple[int, int]] = frozenset()
    pins: frozenset[tuple[int, int]] = frozenset()
    standing: frozenset[tuple[str, int, int]] = frozenset()
    class_rules: tuple[tuple[str, ClassRule], ...] = field(default=CLASS_RULES)
    relatives: frozenset[tuple[int, int]] = frozenset()
    class_teachers: frozenset[tuple[int, int]] = frozenset()
    kept: frozenset[tuple[int, int]] = frozenset()
    rules: tuple[tuple[str, Rules], ...] = ()

    def __post_init__(self) -> None:
        for people in (self.mentees, self.mentors):
            if len({one.id for one in people}) != len(people):
                raise ValueError("an id comes twice")
            if len({(one.form, one.person) for one in people}) != len(people):
                raise ValueError("a person comes twice in one form")

    def class_rule(self, form: str) -> ClassRule | None:
        """The age rule of a mentoring form, if it has one."""
        return dict(self.class_rules).get(form)

    def rules_of(self, form: str) -> Rules:
        """How the curator wants this form matched."""
        return dict(self.rules).get(form, DEFAULT)

    def digest(self) -> str:
        """A fingerprint of the inputs (SHA-256, hex): the same data gives the same one, in whatever order it came."""
        parts = (
            *(_written(one) for one in sorted(self.mentees, key=lambda one: one.id)),
            *(_written(one) for one in sorted(self.mentors, key=lambda one: one.id)),
            *(str(sorted(pairs)) for pairs in (self.bans, self.pins, self.relatives, self.class_teachers, self.kept)),
            str(sorted(self.standing)),
            str(self.class_rules),
            *(f"{form} {rules.written()}" for form, rules in sorted(self.rules)),
        )
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _written(person: Mentee | Mentor) -> str:
    values = (getattr(person, name) for name in type(person).__slots__)
    return repr([_sorted(value) if isinstance(value, frozenset) else value for value in values])


def _sorted(names: Iterable[str]) -> list[str]:
    return sorted(names)
