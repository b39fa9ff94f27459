"""Where a person stands on the way into the programme: who they are, what is done, the one thing that comes next."""

from __future__ import annotations

from typing import TypeVar

from handlers.consent import AboutTap, ConsentTap, JoinTap
from handlers.guardian import GuardianTap
from handlers.home import Panel
from handlers.places import class_words
from handlers.screen import Button, Row
from locales.words import Say
from mentoring.consents import ConsentLack
from mentoring.naming import shown
from mentoring.people import FORMS_OF, STAFF_ROLES, Kind, Role, SchoolClass, Speaker
from mentoring.standing import Lack, Standing
from services.joining import PARTICIPANTS
from services.whereabouts import Ward, Where

_Each = TypeVar("_Each")
_ORDER = (
    *(Lack.WITHDRAWN, Lack.DECLINED, Lack.CONSENT, Lack.ASSENT, Lack.NAME),
    *(Lack.GUARDIAN, Lack.PAPER, Lack.ADMISSION, Lack.CLEARANCE),
)


async def panel(say: Say, speaker: Speaker, where: Where) -> Panel | None:
    """The part of the home screen that says who I am here and what comes next."""
    found = await where.now(speaker)
    if found is None or speaker.person is None:
        return None
    lines: list[str] = []
    rows: list[Row] = []
    for standing in found.standings:
        lines.append(say("where-side", side=standing.participation.side))
    for standing in found.standings:
        _next_step(say, standing, found.own_agreed, lines, rows)
    lines, rows = _once(lines), _once(rows)  # somebody of several sides waits for the same things with each
    for ward in found.wards:
        _ward(say, speaker, ward, lines, rows)
    if speaker.person.kind is Kind.GUARDIAN and not found.wards:
        lines.append(say("where-ward-alone"))
    if speaker.person.kind in PARTICIPANTS and not found.standings and speaker.person.withdrawn_at is None:
        lines.append(say("where-next-join"))
        rows.append([Button(say.plain("where-join"), JoinTap())])
    staff = [role for role in STAFF_ROLES if role in speaker.roles]
    lines += [_staff(say, role, found.classes) for role in staff if role is not Role.CURATOR]
    nameless = not speaker.person.name and not speaker.privacy.coded
    if (staff or found.wards) and nameless and (speaker.set_up or Role.CURATOR not in staff):
        rows.append([Button(say.plain("where-name"), AboutTap())])
    if not lines:
        return Panel([], rows) if rows else None
    return Panel([say("where-title", school=found.school.short_name or "\u2014"), *lines], rows)


def _once(found: list[_Each]) -> list[_Each]:
    return [each for place, each in enumerate(found) if each not in found[:place]]


def _staff(say: Say, role: Role, classes: tuple[SchoolClass, ...]) -> str:
    if role is Role.CLASS_TEACHER and classes:
        return say("where-staff-class", role=role, classes=", ".join(class_words(say, each) for each in classes))
    return say("where-staff", role=role)


def _next_step(say: Say, standing: Standing, own_agreed: bool, lines: list[str], rows: list[Row]) -> None:
    lack = next((each for each in _ORDER if each in standing.lacks), None)
    read = Button(say.plain("where-read"), ConsentTap(person=standing.person.id, step="s"))
    match lack:
        case Lack.CONSENT | Lack.ASSENT:
            lines.append(say("where-next-consent"))
            rows.append([read])
        case Lack.NAME:
            lines.append(say("where-next-name"))
            rows.append([Button(say.plain("where-name"), AboutTap())])
        case Lack.GUARDIAN:
            lines.append(say("where-next-guardian"))
            rows.append([Button(say.plain("where-guardian"), GuardianTap(step="l"))])
        case Lack.DECLINED if own_agreed:
            lines.append(say("where-declined-guardian"))
            rows.append([Button(say.plain("where-guardian"), GuardianTap(step="l"))])
        case Lack.DECLINED:
            lines.append(say("where-declined"))
            rows.append([read])
        case Lack.WITHDRAWN:
            lines.append(say("where-next-withdrawn"))
            rows.append([Button(say.plain("where-back"), ConsentTap(person=standing.person.id, step="s"))])
        case Lack.PAPER | Lack.ADMISSION | Lack.CLEARANCE:
            lines.append(say(f"where-next-{lack}"))
        case None:
            _no_form(say, standing, lines)


def _no_form(say: Say, standing: Standing, lines: list[str]) -> None:
    part = standing.participation
    if not part.form and not part.fitting:
        known = (standing.person.kind, part.side) in FORMS_OF
        lines.append(say("where-form-closed" if known else "where-no-form"))


def _ward(say: Say, speaker: Speaker, ward: Ward, lines: list[str], rows: list[Row]) -> None:
    child = shown(ward.child, speaker)
    lack = "none"
    if ward.child.withdrawn_at is not None:
        lack = "withdrawn"
    elif ward.lacks:
        mine = [each for each in ward.lacks if each is not ConsentLack.ASSENT]
        lack = str((mine or ward.lacks)[0])
    lines.append(say("where-ward", child=child, lack=lack))
    if lack in ("withdrawn", ConsentLack.GUARDIAN, ConsentLack.DECLINED):
        rows.append([Button(say.plain("where-ward-read", child=child), ConsentTap(person=ward.child.id, step="s"))])
