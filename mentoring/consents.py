"""Consents: what must have been agreed to before a person's data are used in the programme, and what is still missing.

Each purpose is a document of its own (ст. 9 and 10.1 152-ФЗ). Under fourteen a guardian decides; from fourteen the pupil
gives an assent of their own beside the guardian's (ч. 6 ст. 9, the safe rule); a grown-up agrees alone. A tap announces
the will; by the school's rule a paper must come too, and whoever tapped as a guardian must be confirmed as one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from mentoring.people import AgeGroup, Kind, Person, Side, age_group
from mentoring.settings import GuardianRule


class Purpose(StrEnum):
    """What a consent is for; each is a document of its own (ст. 9 152-ФЗ as of 01.09.2025)."""

    PARTICIPATION = "participation"
    DISTRIBUTION = "distribution"  # being named on a site, by its exact addresses (ст. 10.1, приказ РКН № 18)
    PHOTO = "photo"  # photos and video (ст. 152.1 ГК РФ)
    TRANSFER = "transfer"  # to a partner of the school, by name
    PSYCHOLOGICAL = "psychological"  # measurement by a psychologist (ст. 44 273-ФЗ)
    WORKER_DUTY = "worker_duty"  # a worker's written consent to a mentor's duty (ТК РФ, ст. 351.8)


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


class Terms(StrEnum):
    """What may be told of a person on a site: the conditions and prohibitions of ст. 10.1."""

    NAME_AND_CLASS = "name_class"
    NAME = "name"
    NAMELESS = "nameless"


GRACE_DAYS = 30  # after a fourteenth birthday, for one's own answer; after an eighteenth as the school has chosen
WRITTEN = (Way.PAPER, Way.DOCUMENT)
OPTIONAL = (Purpose.DISTRIBUTION, Purpose.PHOTO, Purpose.PSYCHOLOGICAL)
BEFORE_MATCHING = (Purpose.PARTICIPATION, Purpose.TRANSFER)
PARTNER_FORMS = ("student_pupil", "employer_pupil")  # their mentors come from a partner of the school
_STAFF_FORM = "teacher_teacher"
_OF_A_PARTNER = "employer_pupil"


@dataclass(frozen=True, slots=True)
class Consent:
    """One answer to one consent that has not been withdrawn, of somebody who may decide."""

    purpose: Purpose
    capacity: Capacity
    way: Way
    agreed: bool
    given_at: datetime
    scope: str = ""  # the exact addresses or partners, one a line
    terms: str = ""
    until: date | None = None
    given_by: int | None = None
    confirmed: bool = True  # that whoever answered as a guardian is one
    id: int = 0  # grows with every answer written down


class ConsentLack(StrEnum):
    """What is missing, in the order in which it is asked for."""

    DECLINED = "declined"
    OWN = "no_consent"
    ASSENT = "no_assent"
    GUARDIAN = "no_guardian"
    PAPER = "no_paper"
    UNCONFIRMED = "guardian_unconfirmed"


@dataclass(frozen=True, slots=True)
class Need:
    """A consent a person needs or may give: by whom, whether a tap is enough, and what is missing of it now."""

    purpose: Purpose
    scope: str
    required: bool
    by: tuple[Capacity, ...]
    written: bool
    missing: tuple[ConsentLack, ...]


def givers(person: Person, today: date) -> tuple[Capacity, ...]:
    """In what capacities a person's consents are given, by age (§6.3: under fourteen the guardian, then both)."""
    match age_group(person, today):
        case AgeGroup.ADULT:
            return (Capacity.SELF,)
        case AgeGroup.TEEN:
            return (Capacity.ASSENT, Capacity.GUARDIAN)
        case _:
            return (Capacity.GUARDIAN,)


def must_be_written(purpose: Purpose, by: Iterable[Capacity], rule: GuardianRule) -> bool:
    """Whether a tap is not enough: a worker's duty (ст. 351.8) always, a child's measurement, else as the school rules."""
    if purpose is Purpose.WORKER_DUTY:
        return True
    if Capacity.GUARDIAN not in by:
        return False
    return purpose is Purpose.PSYCHOLOGICAL or rule is GuardianRule.PAPER


def missing(
    person: Person,
    consents: Iterable[Consent],
    rule: GuardianRule,
    today: date,
    purpose: Purpose = Purpose.PARTICIPATION,
    *,
    grace: int = GRACE_DAYS,
) -> tuple[ConsentLack, ...]:
    """What a person's consents to one purpose lack on a day; empty when they are complete.

    `grace` is for how many days after an eighteenth birthday the guardian's consent holds.

    A guardian's paper is the consent itself: with it no tap is needed, and it brings the proof that they are one. A
    refusal, of the child or of any guardian, stands until a later paper of the same capacity agrees.
    """
    given = list(consents)
    about = [each for each in given if each.purpose is purpose]
    by = givers(person, _counted(person, given, today, grace))
    counted = [each for each in about if (each.capacity is Capacity.SELF) == (Capacity.SELF in by)]
    if any(not each.agreed and not _settled(each, about) for each in counted):
        return (ConsentLack.DECLINED,)
    written = must_be_written(purpose, by, rule)
    lacks: list[ConsentLack] = []
    for capacity in by:
        agreed = [each for each in counted if each.agreed and each.capacity is capacity]
        lacks += _lack(capacity, agreed, written=written and capacity is not Capacity.ASSENT)
    return tuple(lacks)


def _counted(person: Person, given: Iterable[Consent], today: date, grace: int) -> date:
    """The day on which a person's age is looked at: for some days after a fourteenth or eighteenth birthday the eve of it.

    Until whoever came of age has answered for themselves, what a guardian agreed to holds so long (§ 6.3): the work goes
    on while they are asked.
    """
    after = age_group(person, today)
    earlier = today - timedelta(days=grace if after is AgeGroup.ADULT else GRACE_DAYS)
    before = age_group(person, earlier)
    if before is after:
        return today
    joining = [each for each in given if each.purpose is Purpose.PARTICIPATION]
    own = Capacity.SELF if after is AgeGroup.ADULT else Capacity.ASSENT
    agreed = any(each.agreed and each.capacity is Capacity.GUARDIAN for each in joining)
    return earlier if agreed and not any(each.capacity is own for each in joining) else today


def _settled(refusal: Consent, about: Iterable[Consent]) -> bool:
    """Whether a written agreement of the same capacity came after a refusal and is not older than it."""
    return any(
        each.agreed
        and each.way in WRITTEN
        and each.capacity is refusal.capacity
        and each.id >= refusal.id
        and each.given_at.date() >= refusal.given_at.date()
        for each in about
    )


def _lack(capacity: Capacity, agreed: list[Consent], *, written: bool) -> list[ConsentLack]:
    if any(each.way in WRITTEN for each in agreed):
        return []
    if not agreed:
        return [_NOBODY[capacity]]
    if written:
        return [ConsentLack.PAPER]
    return [] if any(each.confirmed for each in agreed) else [ConsentLack.UNCONFIRMED]


_NOBODY = {
    Capacity.SELF: ConsentLack.OWN,
    Capacity.ASSENT: ConsentLack.ASSENT,
    Capacity.GUARDIAN: ConsentLack.GUARDIAN,
}


def needs(
    person: Person,
    consents: Iterable[Consent],
    rule: GuardianRule,
    today: date,
    sides: Iterable[tuple[Side, str]] = (),
    scopes: dict[Purpose, str] | None = None,
    *,
    grace: int = GRACE_DAYS,
) -> tuple[Need, ...]:
    """Every consent a person needs or may give, by age, side and form of each side, and the school's rule.

    `scopes` are the addresses and partners the school names now: a purpose that has none to name is not offered.
    """
    given, taken = list(consents), list(sides)
    named = scopes or {}
    found = []
    for purpose in Purpose:
        if not _concerns(purpose, person, taken) or (purpose in SCOPED and not named.get(purpose)):
            continue
        by, scope = givers(person, today), named.get(purpose, "")
        fitting = [each for each in given if each.purpose is not purpose or _within(scope, each.scope)]
        found.append(
            Need(
                purpose,
                scope,
                purpose not in OPTIONAL,
                by,
                must_be_written(purpose, by, rule),
                missing(person, fitting, rule, today, purpose, grace=grace),
            )
        )
    return tuple(found)


SCOPED = (Purpose.DISTRIBUTION, Purpose.TRANSFER)


def _concerns(purpose: Purpose, person: Person, sides: list[tuple[Side, str]]) -> bool:
    match purpose:
        case Purpose.TRANSFER:
            return any(needs_transfer(side, form) for side, form in sides)
        case Purpose.WORKER_DUTY:
            return any(
                side is Side.MENTOR and (form == _STAFF_FORM or (form == _OF_A_PARTNER and person.kind is Kind.PARTNER))
                for side, form in sides
            )
        case _:
            return True


def needs_transfer(side: Side, form: str) -> bool:
    """Whether a side of a form works with a partner's people, so that data are passed to the partner."""
    return side is Side.MENTEE and form in PARTNER_FORMS


def covers(
    consents: Iterable[Consent],
    purpose: Purpose,
    scope: str,
    person: Person,
    rule: GuardianRule,
    today: date,
    *,
    grace: int = GRACE_DAYS,
) -> bool:
    """Whether a person's standing consents allow a use: of this purpose, at this address or by this partner (empty: at
    any), today. Ask before a name, a photo, a measured level or a record leaves the place it is kept in.
    """
    if person.withdrawn_at is not None or person.erased_at is not None:
        return False
    valid = [
        each
        for each in consents
        if each.purpose is not purpose or (_within(scope, each.scope) and (each.until is None or each.until >= today))
    ]
    return not missing(person, valid, rule, today, purpose, grace=grace)


def organisation(name: str) -> str:
    """An organisation's name as it is compared: small letters and digits only, so that quotes and spaces do not matter."""
    return " ".join("".join(each if each.isalnum() else " " for each in name.casefold()).split())


def partners_of(
    person: Person, consents: Iterable[Consent], rule: GuardianRule, today: date, *, grace: int = GRACE_DAYS
) -> frozenset[str]:
    """The organisations, as they are compared, to which a person's data may be passed today."""
    given = list(consents)
    named = {line for each in given if each.purpose is Purpose.TRANSFER for line in each.scope.splitlines() if line}
    return frozenset(
        organisation(each) for each in named if covers(given, Purpose.TRANSFER, each, person, rule, today, grace=grace)
    )


def terms_of(consents: Iterable[Consent], scope: str) -> Terms:
    """What may be told of a person at an address: the strictest of what those who agreed allow."""
    order = list(Terms)
    said = [
        order.index(Terms(each.terms or Terms.NAMELESS))
        for each in consents
        if each.purpose is Purpose.DISTRIBUTION and each.agreed and _within(scope, each.scope)
    ]
    return order[max(said)] if said else Terms.NAMELESS


def _within(wanted: str, scope: str) -> bool:
    """Whether every line that is wanted is among those that were agreed to."""
    return {line for line in wanted.splitlines() if line} <= {*scope.splitlines()}
