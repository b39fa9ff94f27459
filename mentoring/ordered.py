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
class DraftRun:
    """A computed draft the curator decided on: its number, day and fingerprint, and which matches of the order it gave."""

    number: int
    on: date
    fingerprint: str
    matches: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OrderedLeaving:
    """Who goes out by an amendment: why (a code), since when, by which order's list they stood."""

    mentor: Named
    mentees: tuple[Named, ...]
    form: str
    ground: str
    on: date
    order_number: str
    order_on: date | None


@dataclass(frozen=True, slots=True)
class Acquainted:
    """Somebody who signs that they know an order: themselves, or as the guardian of a minor (`child`)."""

    who: Named | None  # a guardian nobody knows yet signs with their own name
    child: Named | None = None


@dataclass(frozen=True, slots=True)
class AcquaintanceList:
    """The sheet under an order, or beside it."""

    school: str
    number: str
    signed_on: date | None
    amends: bool
    people: tuple[Acquainted, ...]


@dataclass(frozen=True, slots=True)
class Ordered:
    """The whole order; without a number and a date it is a draft. An amendment says which orders it amends."""

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
    runs: tuple[DraftRun, ...] = ()
    by_hand: tuple[int, ...] = ()  # numbers of matches that no draft gave
    amended: tuple[tuple[str, date | None], ...] = ()  # number and date of each order it amends
    leaving: tuple[OrderedLeaving, ...] = ()
    groups: tuple[OrderedMatch, ...] = ()  # as they are once the amendment is signed
