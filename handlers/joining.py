"""The first words: /start with a link or without one."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import CommandObject, CommandStart

from handlers import home
from handlers.chat import Chat
from handlers.screen import Button, screen
from handlers.setup import SetUpTap
from locales.words import Say
from mentoring.people import Speaker
from services.joining import Joining, Purpose


async def started(chat: Chat, say: Say, speaker: Speaker, command: CommandObject, joining: Joining) -> None:
    """`/start`: open the link's payload, or go on where the person stopped."""
    if command.args:
        opened = await joining.open(speaker, command.args)
        if opened.link.purpose is Purpose.CLAIM:
            await chat.show(screen(say("claimed"), [Button(say.plain("set-up-begin"), SetUpTap())]))
            return
    await chat.call(home.show)


def router() -> Router:
    """/start."""
    routes = Router(name="joining")
    routes.message.register(started, CommandStart())
    return routes
