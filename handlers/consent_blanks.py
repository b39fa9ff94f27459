"""Consents to print: whoever makes them gets a file; a class teacher prints those of the own class from the home screen."""

from __future__ import annotations

import asyncio

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.home import Panel
from handlers.permissions import operator_details
from handlers.places import class_words, place_of
from handlers.screen import Button, HomeTap, Screen, screen
from locales.words import Say
from mentoring.consents import Purpose
from mentoring.leaving import Paper
from mentoring.naming import on_consent
from mentoring.people import Speaker
from mentoring.rights import Deed, may
from papers.consent import ConsentSubject
from papers.consent_purpose import PurposeConsent, purpose_blanks
from services.consent_blanks import Blank, ClassWaiting, ConsentBlanks
from services.ledger import purpose_at


class ClassBlanksTap(CallbackData, prefix="cbl1"):
    """What of the own class may be printed; with `someone` of it, the blanks of a purpose."""

    purpose: int = 0
    someone: int = 0


async def panel(say: Say, speaker: Speaker) -> Panel | None:
    """A way to it for class teachers."""
    if speaker.person is None or not speaker.set_up or not may(speaker, Deed.PRINT_CLASS_CONSENTS):
        return None
    return Panel([], [], [[Button(say.plain("ledger-my-class"), ClassBlanksTap())]])


async def tapped(
    chat: Chat, say: Say, speaker: Speaker, callback_data: ClassBlanksTap, consent_blanks: ConsentBlanks
) -> None:
    """What the own class still has to sign, or one purpose's blanks."""
    tap = callback_data
    if tap.someone:
        purpose = purpose_at(tap.purpose)
        await print_blanks(chat, say, speaker, await consent_blanks.of_own_class(speaker, purpose, tap.someone))
        return
    await chat.show(_own(say, await consent_blanks.own_classes(speaker)))


def _own(say: Say, found: list[ClassWaiting]) -> Screen:
    several = len({each.school_class for each in found}) > 1
    rows = [
        [
            Button(
                say.plain(
                    "ledger-my-class-purpose",
                    name=say.plain("permission-name", purpose=each.purpose),
                    count=each.count,
                    place=class_words(say, each.school_class) if several and each.school_class else "none",
                ),
                ClassBlanksTap(purpose=list(Purpose).index(each.purpose), someone=each.someone),
            )
        ]
        for each in found
    ]
    text = say("ledger-my-class-how" if found else "ledger-my-class-none")
    return screen(text, *rows, [Button(say.plain("to-home"), HomeTap())])


async def print_blanks(chat: Chat, say: Say, speaker: Speaker, blanks: list[Blank]) -> None:
    """Send a file for each capacity; everyone's blank is on a page of its own."""
    await chat.toast()
    for blank in blanks:
        content = await asyncio.to_thread(_printed, say, speaker, blank)
        name = say.plain(
            "ledger-file", name=say.plain("permission-name", purpose=blank.purpose), capacity=blank.capacity
        )
        await chat.send_file(content, name, paper=Paper.CONSENTS)


def _printed(say: Say, viewer: Speaker, blank: Blank) -> bytes:
    school = blank.school
    consent = PurposeConsent(
        purpose=blank.purpose,
        capacity=blank.capacity,
        operator=school.full_name,
        details=operator_details(say, school),
        version=blank.edition.version,
        released=blank.edition.released,
        until=blank.until,
        scope=blank.scope,
    )
    subjects = [ConsentSubject(on_consent(each, viewer), place_of(say, each)) for each in blank.people]
    return purpose_blanks(consent, subjects, say.words)


def router() -> Router:
    """Printing for one's own class; the service asks whose class it is."""
    routes = Router(name="consent_blanks")
    routes.callback_query.register(tapped, ClassBlanksTap.filter())
    return routes
