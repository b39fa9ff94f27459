"""What nobody else took: an unknown text, a stale button. Comes last."""

from __future__ import annotations

from aiogram import Router

from handlers import home
from handlers.chat import Chat
from handlers.screen import NothingTap
from locales.words import Say


async def said_something(chat: Chat, say: Say) -> None:
    """A text, sticker or photo that answers nothing: where the person is now, with a word on what to do."""
    await chat.call(home.show, note=say("leftover-text"))


async def tapped_nothing(chat: Chat) -> None:
    """A button that only says something."""
    await chat.toast()


async def tapped_stale(chat: Chat, say: Say) -> None:
    """A button of a screen that is no more: the fresh one is sent."""
    await chat.toast(say.plain("stale-screen"))
    await chat.call(home.show_current)


def router() -> Router:
    """The last router of all."""
    routes = Router(name="leftovers")
    routes.callback_query.register(tapped_nothing, NothingTap.filter())
    routes.callback_query.register(tapped_stale)
    routes.message.register(said_something)
    return routes
