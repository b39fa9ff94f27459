"""The curator asks adults about mentees, all at once or one by one, and reads what they may read of the answers."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.baseline import BaselineTap
from handlers.curator.door import CuratorOnly
from handlers.curator.invite import InviteTap
from handlers.curator.people_taps import AboutTap, PersonTap
from handlers.notes import said_lines
from handlers.places import class_words
from handlers.screen import Button, HomeTap, Row, Screen, screen
from locales.words import Say
from mentoring.naming import shown
from mentoring.people import Speaker
from services.notes import Notes, Party, Seen
from services.third_parties import Asked, Overview, ThirdParties

_CLASSES = 12  # named of those without a class teacher


class ThirdTap(CallbackData, prefix="thr1"):
    """o how far everyone is, a ask about everyone not asked about, r remind those who have not answered."""

    deed: str


async def opened(chat: Chat, say: Say, speaker: Speaker, callback_data: ThirdTap, third_parties: ThirdParties) -> None:
    """How far every party is; asking all, and reminding."""
    note = ""
    if callback_data.deed in ("a", "r"):
        doing = third_parties.ask_all if callback_data.deed == "a" else third_parties.remind
        note = asked_words(say, await doing(speaker))
    view = overview_screen(say, await third_parties.overview(speaker))
    await chat.show(view.under(note) if note else view)


def asked_words(say: Say, found: Asked) -> str:
    """What came of asking."""
    lines: list[str] = [say("notes-asked", told=found.told)]
    if found.told:
        lines.append(say("notes-asked-about", about=len(found.about)))
    if found.unreached:
        lines.append(say("notes-unreached", count=len(found.unreached)))
    return "\n".join(lines)


def overview_screen(say: Say, found: Overview) -> Screen:
    """Every party with its progress, and whom nobody can speak of."""
    lines: list[str] = [say("notes-overview"), ""]
    there = {party: each for party, each in found.progress.items() if each.everyone}
    for party, each in there.items():
        lines.append(
            say(
                "notes-progress",
                party=say.plain("notes-party", party=party),
                asked=each.asked,
                everyone=each.everyone,
                noted=each.noted,
            )
        )
        if found.silent[party]:
            lines.append(say("notes-silent", count=found.silent[party]))
    if not there:
        lines.append(say("notes-nobody"))
    if found.classes:
        named = ", ".join(class_words(say, each) for each in found.classes[:_CLASSES])
        lines += ["", say("notes-classes", classes=named)]
    rows: list[Row] = []
    if found.to_ask:
        rows.append([Button(say.plain("notes-ask-all"), ThirdTap(deed="a"))])
    if any(each.noted < each.asked for each in there.values()):
        rows.append([Button(say.plain("notes-remind"), ThirdTap(deed="r"))])
    if any(found.silent.values()):
        rows.append([Button(say.plain("notes-invite"), InviteTap(step="S"))])
    rows.append([Button(say.plain("baseline-section"), BaselineTap())])
    return screen("\n".join(lines), *rows, ways_back(say))


async def about(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: AboutTap,
    notes: Notes,
    third_parties: ThirdParties,
) -> None:
    """What adults say about one mentee; asking whoever has not been asked."""
    tap, note = callback_data, ""
    if tap.ask:
        seen = await notes.about(speaker, tap.person)
        parties = seen.askable if tap.ask == "all" else tuple(each for each in seen.askable if each == tap.ask)
        if parties:
            note = asked_words(say, await third_parties.ask_about(speaker, tap.person, parties))
    view = about_screen(say, speaker, await notes.about(speaker, tap.person))
    await chat.show(view.under(note) if note else view)


def about_screen(say: Say, speaker: Speaker, seen: Seen) -> Screen:
    """What was said, who has been asked, whom one may still ask."""
    lines: list[str] = [say("notes-about", who=shown(seen.person, speaker)), *said_lines(say, speaker, seen.said)]
    if not seen.consented:
        lines += ["", say("notes-no-consent")]
    elif not seen.said and not seen.waiting:
        lines += ["", say("notes-nothing")]
    lines += ["", *(say("notes-wait", party=say.plain("notes-party", party=each)) for each in seen.waiting)]
    person = seen.person.id
    rows: list[Row] = [[_ask(say, person, each)] for each in seen.askable]
    if len(seen.askable) > 1:
        rows.insert(0, [Button(say.plain("notes-ask-every"), AboutTap(person=person, ask="all"))])
    card = Button(say.plain("people-to-card"), PersonTap(person=person))
    return screen("\n".join(lines).rstrip(), *rows, [card, Button(say.plain("to-home"), HomeTap())])


def _ask(say: Say, person: int, party: Party) -> Button:
    return Button(say.plain("notes-ask", party=party), AboutTap(person=person, ask=party.value))


def router() -> Router:
    """Third parties, for curators."""
    routes = Router(name="third-parties")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(opened, ThirdTap.filter())
    routes.callback_query.register(about, AboutTap.filter())
    return routes
