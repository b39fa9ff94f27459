"""What an order about pairs says, as values; names are text already, forms and role models are codes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentoring.exported import Named


@dataclass(frozen=True, slots=True)
class OrderedMatch:
    """A pair or a group of the order; a worker's consent to mentor another worker and the agreement, where there are."""

    mentor: Named
    mentees: tuple[Named, ...]
    form: str
    role_model: str
    consent_on: date | None
    agreement_number: str
    agreement_on: date | None


@dataclass(frozen=True, slots=True)
class Ordered:
    """The whole order; without a number and a date it is a draft."""

    number: str
    signed_on: date | None
    school: str
    town: str
    title: str
    director: str
    director_post: str
    curator: str
    curator_post: str
    matches: tuple[OrderedMatch, ...]
    starts: date
    ends: date
    acquaint_by: date
    plans_by: date
