"""Setting a school up, and changing its details later: one short form."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers import commands, home
from handlers.chat import Chat
from handlers.curator.door import CuratorOnly
from handlers.home import Panel
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button
from locales.words import Say
from mentoring.people import Speaker
from mentoring.rights import Deed, may
from services.filling import Filling


class SetUpTap(CallbackData, prefix="set1"):
    """Begin, go on with or change the school's details."""


async def begin(chat: Chat, say: Say, speaker: Speaker, filling: Filling, after: Mapping[str, Continuation]) -> None:
    """Open the set-up where it was left."""
    await show_turn(chat, say, await filling.begin(speaker, "setup"), after)


async def after_setup(chat: Chat, say: Say) -> None:
    """The school is set up."""
    await chat.call(home.show, note=say("set-up-done"))
    await chat.call(commands.offer)


async def panel(say: Say, speaker: Speaker) -> Panel | None:
    """While the school is not set up, that is the one thing that matters to its curator."""
    if not may(speaker, Deed.SET_UP) or speaker.set_up:
        return None
    return Panel([say("set-up-first")], [[Button(say.plain("set-up-begin"), SetUpTap())]])


def router() -> Router:
    """The set-up, for curators."""
    routes = Router(name="setup")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(begin, SetUpTap.filter())
    return routes
