"""What the curator takes out of the programme: values of registers, pairs, meetings, consents and answers, without words.

Names are text already, as the curator may see them; states, kinds and forms are codes that the paper puts into words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mentoring.people import Kind, Side
from mentoring.questionnaire import Answer, Form, Phrase


class Base(StrEnum):
    """The bases that stand apart (stages 2 and 3 of the roadmap)."""

    MENTEE_PUPILS = "mentees-pupils"
    MENTEE_TEACHERS = "mentees-teachers"
    MENTOR_PUPILS = "mentors-pupils"
    MENTOR_TEACHERS = "mentors-teachers"
    MENTOR_OUTSIDERS = "mentors-outsiders"

    @property
    def side(self) -> Side:
        """Whose base it is."""
        return Side.MENTEE if self.value.startswith("mentees") else Side.MENTOR

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """Who stands in it."""
        if self.value.endswith("teachers"):
            return (Kind.TEACHER,)
        return (Kind.PUPIL,) if self.value.endswith("pupils") else (Kind.STUDENT, Kind.PARTNER)


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody learns or works: a class, or a post and a workplace."""

    level: int | None = None
    letter: str = ""
    post: str = ""
    workplace: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody of the programme."""

    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a register: somebody on one side of one form, what they wrote, with whom they are."""

    who: Named
    kind: Kind
    contact: str
    birth_year: int | None
    joined_on: date
    form: str
    answers: Mapping[str, Answer]  # of the application
    others: tuple[Named, ...]  # the mentor, or the mentees
    finished_on: date | None


@dataclass(frozen=True, slots=True)
class Pair:
    """A pair or a group that was agreed on."""

    number: int
    mentor: Named
    mentees: tuple[Named, ...]
    form: str
    role_model: str
    state: str
    starts_on: date | None
    ends_on: date
    order_number: str
    order_on: date | None
    meetings: int


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting; the mentees' answers tell whether it took place in their eyes."""

    pair: Pair
    kind: str
    starts_at: datetime
    state: str
    minutes: int
    result: str
    confirmed: tuple[bool, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Consented:
    """An answer to a consent."""

    who: Named
    purpose: str
    capacity: str
    way: str
    agreed: bool
    signer: str
    given_at: datetime
    version: str
    fingerprint: str
    kept_at: str
    withdrawn_at: datetime | None
    scope: str = ""  # the addresses or the partner it is about
    terms: str = ""  # what may be told there
    document: str = ""  # of an electronic one
    until: date | None = None
    checked_by: str = ""
    checked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """A questionnaire somebody sent."""

    who: Named
    sent_at: datetime
    answers: Mapping[str, Answer]
    version: str = ""
    entered_by: str = ""  # who entered it from paper


@dataclass(frozen=True, slots=True)
class Filled:
    """Everyone's answers to one questionnaire, in the versions they were given to, that of the latest answer first."""

    form: str
    versions: tuple[Form, ...]
    names: frozenset[str]  # of all questions answered
    answers: Iterable[Answered]


@dataclass(frozen=True, slots=True)
class Exported:
    """Everything. What may be long is read as it is walked, once, in this order: memory does not grow with the school."""

    time_zone: str
    school: str
    bases: Mapping[Base, Iterable[Entry]]
    pairs: Iterable[Pair]
    meetings: Iterable[Held]
    consents: Iterable[Consented]
    answers: Iterable[Filled]
    areas: Mapping[str, Phrase]
