"""«Написать куратору»: on everyone's home; the answer comes back as a message of the bot."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData

from handlers import home
from handlers.chat import Chat
from handlers.home import Panel
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, HomeTap, Screen, screen
from locales.words import Say
from mentoring.people import Role, Speaker
from mentoring.rights import Deed, may
from services.filling import Filling
from services.notices import Notice, Values


class WriteTap(CallbackData, prefix="ltw1"):
    """Write to the curator; `about` is the exchange one's letter goes on with."""

    about: int = 0


async def begin(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: WriteTap,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """The button was tapped."""
    await show_turn(chat, say, await filling.begin(speaker, "letter", callback_data.about), after)


async def begin_by_command(
    chat: Chat, say: Say, speaker: Speaker, filling: Filling, after: Mapping[str, Continuation]
) -> None:
    """`/letter`."""
    await show_turn(chat, say, await filling.begin(speaker, "letter"), after)


async def after_letter(chat: Chat, say: Say) -> None:
    """The letter is on its way."""
    await chat.call(home.show, note=say("letter-sent"))


async def panel(say: Say, speaker: Speaker) -> Panel | None:
    """The way to the curator, for everyone who is not one."""
    if not may(speaker, Deed.WRITE_LETTER) or Role.CURATOR in speaker.roles:
        return None
    return Panel(aside=[[Button(say.plain("letter-write"), WriteTap())]])


def answered(say: Say, values: Values, notice: Notice) -> Screen:
    """The curator's answer, with a way to go on."""
    return screen(
        say("notice-letter-answer", text=values["text"]),
        [Button(say.plain("letter-go-on"), WriteTap(about=values["thread"])), Button(say.plain("to-home"), HomeTap())],
    )


def router() -> Router:
    """Writing to the curator."""
    routes = Router(name="letters")
    routes.message.register(begin_by_command, Command("letter"))
    routes.callback_query.register(begin, WriteTap.filter())
    return routes
