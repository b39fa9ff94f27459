"""People of the programme: who they are, which side they take, for whom an account speaks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from mentoring.privacy_mode import Privacy

ADULT_AT = 18  # ст. 21 ГК РФ
ASSENTS_AT = 14  # from this age a minor's own agreement stands beside the guardian's (ч. 6 ст. 9 152-ФЗ, the safe rule)


class Kind(StrEnum):
    """What a person is to the school."""

    PUPIL = "pupil"
    TEACHER = "teacher"
    STUDENT = "student"
    PARTNER = "partner"
    GUARDIAN = "guardian"
    STAFF = "staff"


class Side(StrEnum):
    """Which side of a match a participant is on."""

    MENTOR = "mentor"
    MENTEE = "mentee"


class MentoringForm(StrEnum):
    """Forms of mentoring (Р-145) that can be run: those whose questionnaires exist. Teacher to pupil is the schools' own."""

    PUPIL_PUPIL = "pupil_pupil"
    TEACHER_TEACHER = "teacher_teacher"
    TEACHER_PUPIL = "teacher_pupil"
    STUDENT_PUPIL = "student_pupil"
    EMPLOYER_PUPIL = "employer_pupil"


KINDS: Mapping[MentoringForm, tuple[Kind, Kind]] = MappingProxyType(
    {
        MentoringForm.PUPIL_PUPIL: (Kind.PUPIL, Kind.PUPIL),
        MentoringForm.TEACHER_TEACHER: (Kind.TEACHER, Kind.TEACHER),
        MentoringForm.TEACHER_PUPIL: (Kind.TEACHER, Kind.PUPIL),
        MentoringForm.STUDENT_PUPIL: (Kind.STUDENT, Kind.PUPIL),
        MentoringForm.EMPLOYER_PUPIL: (Kind.PARTNER, Kind.PUPIL),
    }
)
"""Who the mentor and the mentee of a form are to the school."""

FORMS_OF: Mapping[tuple[Kind, Side], tuple[MentoringForm, ...]] = MappingProxyType(
    {
        (kind, side): tuple(form for form, kinds in KINDS.items() if kinds[place] is kind)
        for place, side in enumerate((Side.MENTOR, Side.MENTEE))
        for kind in dict.fromkeys(kinds[place] for kinds in KINDS.values())
    }
)
"""The forms in which a person of this kind may take this side, in the order in which they are offered."""

MOST_MENTEES: Mapping[MentoringForm, int] = MappingProxyType(
    {
        MentoringForm.PUPIL_PUPIL: 3,
        MentoringForm.TEACHER_TEACHER: 2,
        MentoringForm.TEACHER_PUPIL: 3,
        MentoringForm.STUDENT_PUPIL: 5,
        MentoringForm.EMPLOYER_PUPIL: 5,
    }
)
"""How many mentees a mentor may have until the school decides: usual in schools' own rules."""


class AgeGroup(StrEnum):
    """What an age means for consents; also how it is asked for where no birth date may be."""

    CHILD = "child"  # under fourteen
    TEEN = "teen"  # fourteen to seventeen
    ADULT = "adult"


class Role(StrEnum):
    """In what capacity somebody acts; one person may have several."""

    CURATOR = "curator"
    HEAD = "head"
    DEPUTY = "deputy"
    PSYCHOLOGIST = "psychologist"
    CLASS_TEACHER = "class_teacher"
    METHODIST = "methodist"
    TRAINER = "trainer"
    EDITOR = "editor"
    SOCIAL_WORKER = "social_worker"
    MENTOR = "mentor"
    MENTEE = "mentee"
    GUARDIAN = "guardian"


STAFF_ROLES = (
    Role.CURATOR,
    Role.HEAD,
    Role.DEPUTY,
    Role.PSYCHOLOGIST,
    Role.CLASS_TEACHER,
    Role.METHODIST,
    Role.TRAINER,
    Role.EDITOR,
    Role.SOCIAL_WORKER,
)


@dataclass(frozen=True, slots=True, repr=False)
class Name:
    """A person's name. It shows itself to nobody: `mentoring.naming` decides who sees what of it."""

    family: str = ""
    given: str = ""
    patronymic: str = ""

    def __repr__(self) -> str:
        return "‹name›"

    __str__ = __repr__

    def __bool__(self) -> bool:
        return bool(self.family or self.given)


@dataclass(frozen=True, slots=True)
class SchoolClass:
    """A class of the school: level 1–11 and a letter that may be empty."""

    level: int
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person of one school. Fields marked personal never reach a log."""

    id: int
    school_id: int
    kind: Kind
    code: str
    name: Name = field(default_factory=Name, metadata={"personal": True})
    birth_date: date | None = field(default=None, metadata={"personal": True})
    age_band: AgeGroup | None = field(default=None, metadata={"personal": True})  # where no birth date is kept
    gender: str | None = field(default=None, metadata={"personal": True})
    school_class: SchoolClass | None = field(default=None, metadata={"personal": True})
    post: str = field(default="", metadata={"personal": True})
    workplace: str = field(default="", metadata={"personal": True})
    admitted_at: datetime | None = None
    cleared_on: date | None = None
    withdrawn_at: datetime | None = None
    erased_at: datetime | None = None
    removed_at: datetime | None = None

    @property
    def is_outsider(self) -> bool:
        """Whether an adult from outside the school, who must be cleared before meeting children (ТК ст. 351.1)."""
        return self.kind in (Kind.STUDENT, Kind.PARTNER)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whoever is writing now: an account of a messenger, and the person it speaks for, if any."""

    account_id: int
    external_id: int
    language: str = "ru"
    person: Person | None = None
    roles: frozenset[Role] = frozenset()
    set_up: bool = False  # whether the school of this person has been set up
    draft_id: int | None = None  # the questionnaire a typed text answers
    others: int = 0  # how many more people the account may speak for
    entered_by: Speaker | None = None  # who enters this person's answers from paper, in an account of their own
    privacy: Privacy = field(default_factory=Privacy)  # of the school: what of a name may be seen in chat

    @property
    def person_id(self) -> int:
        """The id of the person spoken for; only where a person is certain."""
        if self.person is None:
            raise LookupError("a stranger is speaking")
        return self.person.id

    @property
    def author_id(self) -> int:
        """The id of whoever does it, for the journal: the person, or who enters for them from paper."""
        return self.person_id if self.entered_by is None else self.entered_by.person_id

    @property
    def school_id(self) -> int:
        """The school of the person spoken for."""
        if self.person is None:
            raise LookupError("a stranger is speaking")
        return self.person.school_id


def age_on(birth_date: date, day: date) -> int:
    """Full years on a day."""
    return day.year - birth_date.year - ((day.month, day.day) < (birth_date.month, birth_date.day))


def birthday(born: date, age: int) -> date:
    """The day on which somebody is so old; whoever was born on 29 February comes of it on 1 March in other years."""
    year = born.year + age
    leap = (born.month, born.day) == (2, 29) and not (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return date(year, 3, 1) if leap else born.replace(year=year)


def age_group(person: Person, day: date) -> AgeGroup:
    """What a person's age means on a day: by the birth date, else by the band given.

    A pupil or student of whom nothing is known counts as fourteen to seventeen: both must agree.
    """
    if person.birth_date is not None:
        age = age_on(person.birth_date, day)
        if age >= ADULT_AT:
            return AgeGroup.ADULT
        return AgeGroup.TEEN if age >= ASSENTS_AT else AgeGroup.CHILD
    if person.age_band is not None:
        return person.age_band
    return AgeGroup.TEEN if person.kind in (Kind.PUPIL, Kind.STUDENT) else AgeGroup.ADULT


def is_minor(person: Person, day: date) -> bool:
    """Whether a guardian must agree too. A pupil or student whose age is unknown counts as a minor."""
    return age_group(person, day) is not AgeGroup.ADULT


def folded(*parts: str) -> str:
    """A name as it is sought: lower case, «ё» as «е», single spaces."""
    return " ".join(" ".join(parts).casefold().replace("\u0451", "\u0435").split())
