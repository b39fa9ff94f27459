"""Consents: what must have been agreed to before a person's data are used in the programme, and what is still missing.

Under eighteen a guardian agrees and the pupil gives an assent of their own (ч. 6 ст. 9 152-ФЗ, the school's safe rule);
a grown-up agrees alone. A tap announces the will; by the school's rule a paper must come too.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mentoring.people import Person, is_minor
from mentoring.settings import GuardianRule


class Purpose(StrEnum):
    """What a consent is for; each is a document of its own (ст. 9 152-ФЗ as of 01.09.2025)."""

    PARTICIPATION = "participation"


class Capacity(StrEnum):
    """In what capacity somebody agrees."""

    SELF = "self"
    ASSENT = "assent"  # a minor's own agreement beside the guardian's
    GUARDIAN = "guardian"


class Way(StrEnum):
    """How it was given."""

    TAP = "tap"
    PAPER = "paper"
    DOCUMENT = "document"  # an electronic document signed as the law wants


@dataclass(frozen=True, slots=True)
class Consent:
    """One answer to one consent that has not been withdrawn."""

    purpose: Purpose
    capacity: Capacity
    way: Way
    agreed: bool
    given_at: datetime


class ConsentLack(StrEnum):
    """What is missing, in the order in which it is asked for."""

    DECLINED = "declined"
    OWN = "no_consent"
    ASSENT = "no_assent"
    GUARDIAN = "no_guardian"
    PAPER = "no_paper"


def missing(
    person: Person,
    consents: Iterable[Consent],
    rule: GuardianRule,
    today: date,
    purpose: Purpose = Purpose.PARTICIPATION,
) -> tuple[ConsentLack, ...]:
    """What a person's consents lack on a day; empty when they are complete.

    A guardian's paper is the consent itself: with it no tap is needed. A refusal by tap stands until a paper agrees.
    """
    about = [consent for consent in consents if consent.purpose is purpose]

    def agreed(capacity: Capacity, *ways: Way) -> bool:
        return any(each.agreed and each.capacity is capacity and each.way in ways for each in about)

    written = agreed(Capacity.GUARDIAN, Way.PAPER, Way.DOCUMENT)
    refused = any(not each.agreed and not (each.capacity is Capacity.GUARDIAN and written) for each in about)
    if refused:
        return (ConsentLack.DECLINED,)
    if not is_minor(person, today):
        return () if agreed(Capacity.SELF, *Way) else (ConsentLack.OWN,)
    lacks = [] if agreed(Capacity.ASSENT, *Way) else [ConsentLack.ASSENT]
    if not written:
        if not agreed(Capacity.GUARDIAN, Way.TAP):
            lacks.append(ConsentLack.GUARDIAN)
        elif rule is GuardianRule.PAPER:
            lacks.append(ConsentLack.PAPER)
    return tuple(lacks)
