"""Where a participant stands: what is still missing before they can be in a list, a draft or an offer.

Gates in the order of the roadmap: name and consent (stage 2, 3), the guardian confirmed and the person admitted by the
curator, clearance of outsiders (ТК ст. 351.1), the application, the form of mentoring that was proposed from it confirmed
(stage 2, item 5), consent to pass data to a partner where the form has one, the entry questionnaire, a mentor's training
where the school asks for it in that form (stage 4).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mentoring.consents import GRACE_DAYS, Consent, Purpose, missing, needs_transfer
from mentoring.people import MentoringForm, Person, Side
from mentoring.settings import GuardianRule


class Lack(StrEnum):
    """What is missing, first things first."""

    WITHDRAWN = "withdrawn"
    DECLINED = "declined"
    CONSENT = "no_consent"
    ASSENT = "no_assent"
    GUARDIAN = "no_guardian"
    PAPER = "no_paper"
    NAME = "no_name"
    UNCONFIRMED = "guardian_unconfirmed"
    ADMISSION = "not_admitted"
    CLEARANCE = "not_cleared"
    APPLICATION = "no_application"
    FORM = "no_form"
    TRANSFER = "no_transfer"
    ENTRY = "no_entry"
    TRAINING = "not_trained"


_PLACES = {lack: place for place, lack in enumerate(Lack)}
CONSENT_LACKS = (Lack.DECLINED, Lack.CONSENT, Lack.ASSENT, Lack.GUARDIAN, Lack.PAPER)
# With one of these nobody is in a pair, an order or a list that leaves the school.
UNCOVERED = frozenset({*CONSENT_LACKS, Lack.WITHDRAWN, Lack.UNCONFIRMED, Lack.TRANSFER})


@dataclass(frozen=True, slots=True)
class Participation:
    """One side of one form that a person takes in a programme."""

    id: int
    programme_id: int
    person_id: int
    side: Side
    form: str  # empty while none fits, or the application has not told which of several
    role_model: str
    form_confirmed_at: datetime | None
    places: int
    joined_at: datetime
    applied_at: datetime | None
    entered_at: datetime | None
    trained_on: date | None = None  # a mentor
    places_said: bool = False  # `places` is a mentor's later word, and not from the application
    training_needed: bool = False  # the school asks it of mentors of this form
    fitting: tuple[MentoringForm, ...] = ()  # forms the programme runs in which this person may take this side


@dataclass(frozen=True, slots=True)
class Standing:
    """A participant and everything that is missing."""

    person: Person
    participation: Participation
    lacks: tuple[Lack, ...]

    @property
    def ready(self) -> bool:
        """Whether they may be matched."""
        return not self.lacks

    @property
    def may_answer(self) -> bool:
        """Whether questionnaires may be asked: until the consent is complete nothing beyond it is."""
        return not {*CONSENT_LACKS, Lack.WITHDRAWN, Lack.NAME} & {*self.lacks}


def lacks(
    person: Person,
    consents: Iterable[Consent],
    participation: Participation,
    rule: GuardianRule,
    today: date,
    *,
    by_name: bool = True,
    grace: int = GRACE_DAYS,
) -> tuple[Lack, ...]:
    """Everything that is missing, first things first. For whom no form is run yet there is no questionnaire to miss.

    Where people are codes (not `by_name`) a name is not missed in chat: it comes in through the server.
    """
    if person.withdrawn_at is not None:
        return (Lack.WITHDRAWN,)
    given = list(consents)
    found = [Lack(each.value) for each in missing(person, given, rule, today, grace=grace)]
    if by_name and not person.name:
        found.append(Lack.NAME)
    found.sort(key=_PLACES.__getitem__)
    if person.admitted_at is None:
        found.append(Lack.ADMISSION)
    if person.is_outsider and person.cleared_on is None:
        found.append(Lack.CLEARANCE)
    if participation.applied_at is None and (participation.form or participation.fitting):
        found.append(Lack.APPLICATION)
    if not participation.form or participation.form_confirmed_at is None:
        found.append(Lack.FORM)
    passed_on = needs_transfer(participation.side, participation.form)
    if passed_on and missing(person, given, rule, today, Purpose.TRANSFER, grace=grace):
        found.append(Lack.TRANSFER)
    if participation.entered_at is None and participation.form:
        found.append(Lack.ENTRY)
    if participation.side is Side.MENTOR and participation.training_needed and participation.trained_on is None:
        found.append(Lack.TRAINING)
    return tuple(found)
