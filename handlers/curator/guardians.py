"""The curator says once that a guardian is who they say; until then a tap of theirs does not complete a consent."""

from __future__ import annotations

from aiogram import Router

from handlers.chat import Chat
from handlers.curator import admission
from handlers.curator.admission import AdmitTap
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.curator.guardian_taps import FamilyTap
from handlers.curator.people_taps import PersonTap
from handlers.places import place_of
from handlers.screen import Button, Row, Screen, screen
from locales.words import Say
from mentoring.naming import shown
from mentoring.people import Speaker
from services.guardians_known import Family, GuardiansKnown, Waiting
from services.notices import Notice, Values


def _list(say: Say, viewer: Speaker, found: Waiting) -> Screen:
    rows: list[Row] = [
        [
            Button(
                say.plain("family-pair", child=shown(each.child, viewer), guardian=shown(each.guardian, viewer)),
                FamilyTap(step="p", child=each.child.id),
            )
        ]
        for each in found.people
    ]
    if found.more:
        rows.append([Button(say.plain("picker-later"), FamilyTap(step="l", child=found.people[-1].child.id))])
    text = say("family-title", count=found.count) + "\n\n" + say("family-how" if found.people else "family-nobody")
    return screen(text, *rows, ways_back(say))


def _family(say: Say, viewer: Speaker, family: Family) -> Screen:
    child = family.child
    place = place_of(say, child, viewer) or "\u2014"
    lines: list[str] = [say("family-child", name=shown(child, viewer), place=place)]
    rows: list[Row] = []
    for each in family.guardians:
        state = "barred" if each.barred_at else "confirmed" if each.confirmed_at else "announced"
        name = shown(each.guardian, viewer)
        lines.append(say("family-guardian", name=name, state=state))
        known = FamilyTap(step="y", child=child.id, guardian=each.guardian.id)
        if state != "confirmed":
            rows.append([Button(say.plain("family-confirm", name=name), known)])
        if state != "barred":
            doubted = FamilyTap(step="n", child=child.id, guardian=each.guardian.id)
            rows.append([Button(say.plain("family-bar", name=name), doubted)])
    if not family.guardians:
        lines.append(say("family-none"))
    rows.append(
        [
            Button(say.plain("family-card"), PersonTap(person=child.id)),
            Button(say.plain("family-list"), FamilyTap(step="l")),
        ]
    )
    return screen("\n".join(lines), *rows, ways_back(say))


async def tapped(
    chat: Chat, say: Say, speaker: Speaker, callback_data: FamilyTap, guardians_known: GuardiansKnown
) -> None:
    """One of the buttons about guardians."""
    child, guardian = callback_data.child, callback_data.guardian
    match callback_data.step:
        case "y":
            family = await guardians_known.confirm(speaker, child, guardian)
            await chat.show(_family(say, speaker, family), say.plain("family-confirmed"))
        case "a":
            await guardians_known.confirm(speaker, child, guardian)
            await chat.call(admission.tapped, callback_data=AdmitTap(step="c", id=child))
        case "n":
            family = await guardians_known.of_child(speaker, child)
            name = next(
                (shown(each.guardian, speaker) for each in family.guardians if each.guardian.id == guardian), ""
            )
            sure = Button(say.plain("family-bar-sure"), FamilyTap(step="N", child=child, guardian=guardian))
            back = Button(say.plain("family-back"), FamilyTap(step="p", child=child))
            await chat.show(screen(say("family-bar-ask", name=name), [sure], [back]))
        case "N":
            family = await guardians_known.bar(speaker, child, guardian)
            await chat.show(_family(say, speaker, family), say.plain("family-barred"))
        case "p":
            await chat.show(_family(say, speaker, await guardians_known.of_child(speaker, child)))
        case _:
            await chat.show(_list(say, speaker, await guardians_known.waiting(speaker, child)))


def waiting(say: Say, values: Values, notice: Notice) -> Screen:
    """The curator hears that parents wait to be confirmed."""
    return screen(say("notice-guardians-waiting", **values), [Button(say.plain("family-open"), FamilyTap(step="l"))])


def router() -> Router:
    """Guardians made sure of, for curators."""
    routes = Router(name="guardians_known")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(tapped, FamilyTap.filter())
    return routes
