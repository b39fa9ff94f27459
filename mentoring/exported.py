"""What the curator takes out of the programme: values of registers, pairs, meetings, consents and answers, without words.

Names are text already, as the curator may see them; states, kinds and forms are codes that the paper puts into words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from mentoring.people import Kind
from mentoring.questionnaire import Answer, Form, Phrase


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

    @property
    def is_teacher(self) -> bool:
        """Whether they stand in the base of teachers."""
        return self.kind is Kind.TEACHER

    @property
    def is_outsider(self) -> bool:
        """Whether they stand in the base of mentors from outside the school: students, partners."""
        return self.kind in (Kind.STUDENT, Kind.PARTNER)


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

    pair: int
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


@dataclass(frozen=True, slots=True)
class Answered:
    """A questionnaire somebody sent."""

    form: str
    who: Named
    sent_at: datetime
    answers: Mapping[str, Answer]
    version: str = ""
    entered_by: str = ""  # who entered it from paper


@dataclass(frozen=True, slots=True)
class Exported:
    """Everything."""

    time_zone: str
    school: str
    mentees: tuple[Entry, ...]
    mentors: tuple[Entry, ...]
    pairs: tuple[Pair, ...]
    meetings: tuple[Held, ...]
    consents: tuple[Consented, ...]
    answers: tuple[Answered, ...]
    areas: Mapping[str, Phrase]
    forms: Mapping[tuple[str, str], Form] = field(
        default_factory=dict
    )  # by key and version: those answers were given to


def without_conditions(form: Form) -> Form:
    """A form as its answers are read: conditions decide nothing any more, and cannot go to another process."""
    return replace(form, questions=tuple(replace(each, relevant=(), constraint=None) for each in form.questions))
