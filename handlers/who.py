"""For whom an account speaks now: «Вы сейчас: … ▾»."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers import home
from handlers.chat import Chat
from handlers.home import Panel
from handlers.screen import Button, HomeTap, screen
from locales.words import Say
from mentoring.naming import shown
from mentoring.people import Person, Speaker
from services.speakers import Speakers


class WhoTap(CallbackData, prefix="who1"):
    """Whom to speak for; 0 shows everyone."""

    person: int = 0


async def panel(say: Say, speaker: Speaker) -> Panel | None:
    """The switch, for an account with several people."""
    if speaker.person is None or speaker.others < 1:
        return None
    return Panel([], [[Button(say.plain("who-now", who=_who(say, speaker.person, speaker)), WhoTap())]])


async def tapped(chat: Chat, say: Say, speaker: Speaker, callback_data: WhoTap, speakers: Speakers) -> None:
    """Show everyone, or speak for one of them from now on."""
    if callback_data.person:
        now = await speakers.speak_for(speaker, callback_data.person)
        if now.person is not None:
            await chat.call(home.show_again, speaker=now, toast=say.plain("who-chosen", who=_who(say, now.person, now)))
        return
    rows = [[Button(_who(say, each, speaker), WhoTap(person=each.id))] for each in await speakers.people(speaker)]
    await chat.show(screen(say("who-title"), *rows, [Button(say.plain("to-home"), HomeTap())]))


def _who(say: Say, person: Person, viewer: Speaker) -> str:
    return say.plain("who-person", kind=person.kind, name=shown(person, viewer))


def router() -> Router:
    """The switch."""
    routes = Router(name="who")
    routes.callback_query.register(tapped, WhoTap.filter())
    return routes
