"""The curator looks at newcomers: lets one in, or all; turns one away; notes an outsider's clearance."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.curator.guardian_taps import FamilyTap
from handlers.places import place_of
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, Row, Screen, screen
from locales.words import Say
from mentoring.naming import shown
from mentoring.people import Person, Speaker
from mentoring.standing import CONSENT_LACKS, Lack
from services.admission import Admission, Candidate, Newcomers
from services.filling import Filling
from services.notices import Notice, Values

_SHOWN_LACKS = (*CONSENT_LACKS, Lack.UNCONFIRMED, Lack.CLEARANCE)


class AdmitTap(CallbackData, prefix="adm1"):
    """l the list after an id, c a card, y admit, a admit all up to an id, t turn away, T really, k clearance."""

    step: str
    id: int = 0


def _list(say: Say, viewer: Speaker, found: Newcomers) -> Screen:
    rows: list[Row] = []
    for person in found.people:
        place = place_of(say, person, viewer)
        name = shown(person, viewer)
        card = Button(f"{name}, {place}" if place else name, AdmitTap(step="c", id=person.id))
        words, step = ("admission-admit-short", "y") if person.admitted_at is None else ("admission-clear-short", "k")
        rows.append([card, Button(say.plain(words), AdmitTap(step=step, id=person.id))])
    if found.more:
        last = found.people[-1].id
        rows.append([Button(say.plain("picker-later"), AdmitTap(step="l", id=last))])
    if found.fresh > 1:
        rows.append([Button(say.plain("admission-all", count=found.fresh), AdmitTap(step="a", id=found.last))])
    lines = [say("admission-title", count=found.fresh)]
    lines.append(say("admission-how") if found.fresh else say("admission-nobody"))
    if found.uncleared:
        lines.append(say("admission-uncleared", count=found.uncleared))
    return screen("\n\n".join(lines), *rows, ways_back(say))


def _card(say: Say, viewer: Speaker, candidate: Candidate) -> Screen:
    person = candidate.person
    lines = [say("admission-card-title", name=shown(person, viewer))]
    lines.append(say("admission-kind", kind=person.kind, place=place_of(say, person, viewer) or "\u2014"))
    if person.birth_date is not None and not viewer.privacy.coded:
        lines.append(say("admission-born", day=f"{person.birth_date:%d.%m.%Y}"))
    lines += [say("admission-side", side=each.participation.side) for each in candidate.standings]
    lacks = candidate.standings[0].lacks if candidate.standings else ()
    lines += [say("admission-lack", lack=lack) for lack in lacks if lack in _SHOWN_LACKS]
    rows: list[Row] = [
        [
            Button(
                say.plain("admission-guardian", name=shown(each, viewer)),
                FamilyTap(step="a", child=person.id, guardian=each.id),
            )
        ]
        for each in candidate.guardians
    ]
    if person.admitted_at is None:
        rows.append(
            [
                Button(say.plain("admission-admit"), AdmitTap(step="y", id=person.id)),
                Button(say.plain("admission-turn-away"), AdmitTap(step="t", id=person.id)),
            ]
        )
    if person.is_outsider and person.cleared_on is None:
        rows.append([Button(say.plain("admission-clear"), AdmitTap(step="k", id=person.id))])
    rows.append([Button(say.plain("admission-back"), AdmitTap(step="l"))])
    return screen("\n".join(lines), *rows, ways_back(say))


async def tapped(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: AdmitTap,
    admission: Admission,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """One of the buttons of admission."""
    about = callback_data.id
    match callback_data.step:
        case "c":
            await chat.show(_card(say, speaker, await admission.candidate(speaker, about)))
        case "y":
            person = await admission.admit(speaker, about)
            await _listed(chat, say, speaker, admission, toast=_admitted(say, person, speaker))
        case "a":
            count = await admission.admit_all(speaker, about)
            await _listed(chat, say, speaker, admission, toast=say.plain("admission-admitted-all", count=count))
        case "t":
            candidate = await admission.candidate(speaker, about)
            sure = Button(say.plain("admission-turn-away-sure"), AdmitTap(step="T", id=about))
            back = Button(say.plain("admission-back"), AdmitTap(step="c", id=about))
            name = shown(candidate.person, speaker)
            await chat.show(screen(say("admission-turn-away-ask", name=name), [sure], [back]))
        case "T":
            await admission.turn_away(speaker, about)
            await _listed(chat, say, speaker, admission, toast=say.plain("admission-turned-away"))
        case "k":
            await show_turn(chat, say, await filling.begin(speaker, "clearance", about), after)
        case _:
            await _listed(chat, say, speaker, admission, after=about)


async def _listed(
    chat: Chat, say: Say, speaker: Speaker, admission: Admission, after: int = 0, toast: str = ""
) -> None:
    await chat.show(_list(say, speaker, await admission.waiting(speaker, after)), toast)


def _admitted(say: Say, person: Person, viewer: Speaker) -> str:
    words = "admission-admitted-uncleared" if person.is_outsider and person.cleared_on is None else "admission-admitted"
    return say.plain(words, name=shown(person, viewer))


async def after_clearance(chat: Chat, say: Say, speaker: Speaker, outcome: Person, admission: Admission) -> None:
    """The clearance is noted: back to the card."""
    candidate = await admission.candidate(speaker, outcome.id)
    await chat.show(_card(say, speaker, candidate).under(say("admission-cleared")))


def newcomers(say: Say, values: Values, notice: Notice) -> Screen:
    """The curator hears that somebody waits, and looks."""
    return screen(say("notice-newcomers", **values), [Button(say.plain("sections-admission"), AdmitTap(step="l"))])


def router() -> Router:
    """Admission, for curators."""
    routes = Router(name="admission")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(tapped, AdmitTap.filter())
    return routes
