"""Pairs that met before the bot came: as a list or a form names them, before the people are found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mentoring.people import MentoringForm, SchoolClass


@dataclass(frozen=True, slots=True)
class Written:
    """A person as written: the whole name, the class of a pupil, the post of a teacher."""

    name: str
    school_class: SchoolClass | None = None
    post: str = ""


@dataclass(frozen=True, slots=True)
class KnownPair:
    """A pair or group that exists already, under the order that approved it, or under none yet."""

    row: int
    mentor: Written
    mentees: tuple[Written, ...]
    form: MentoringForm
    order_number: str = ""
    order_date: date | None = None


class Snag(StrEnum):
    """Why a pair cannot be taken over; each is the end of an id of words."""

    FORM_NOT_RUN = "form_not_run"
    NAMESAKES = "namesakes"  # several people are called so: the class or patronymic is needed
    SAME_PERSON = "same_person"
    BOTH_SIDES = "both_sides"  # mentor and mentee in one form
    HAS_MENTOR = "has_mentor"
    TWICE = "twice"  # in the list
    HALF_AN_ORDER = "half_an_order"  # a number without a date, or the other way round
    NO_CLASS = "no_class"  # a pupil who is not known yet
    TOO_MANY = "too_many"  # no mentor has that many places


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with one row; `name` is as written."""

    row: int
    snag: Snag
    name: str = ""
