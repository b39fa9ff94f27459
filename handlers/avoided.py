"""«Кто с кем не хотел бы»: a page for curators and psychologists."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers import matching_words
from handlers.chat import Chat
from handlers.home import Panel
from handlers.screen import Button, HomeTap, Row, screen
from locales.words import Say
from mentoring.people import Role, Speaker
from services.avoided import Avoided


class AvoidedTap(CallbackData, prefix="avd1"):
    """A page of them, after this participation."""

    after: int = 0


async def panel(say: Say, speaker: Speaker, avoided: Avoided) -> Panel | None:
    """A psychologist's way to it; curators have it beside the group meetings."""
    if Role.PSYCHOLOGIST not in speaker.roles or not await avoided.any(speaker):
        return None
    return Panel([], [], [[Button(say.plain("avoided-section"), AvoidedTap())]])


async def opened(chat: Chat, say: Say, speaker: Speaker, callback_data: AvoidedTap, avoided: Avoided) -> None:
    """Who, and with whom not."""
    found, more = await avoided.page(speaker, callback_data.after)
    lines: list[str] = [say("avoided-title"), say("avoided-about")]
    if not found:
        lines += ["", say("avoided-none")]
    for each in found:
        who = matching_words.who(say, each.person, speaker)
        whom = ", ".join(matching_words.who(say, one, speaker) for one in each.whom)
        lines += ["", say("avoided-line", who=who, side=each.side, whom=whom)]
    turning: Row = []
    if more:
        turning = [Button(say.plain("avoided-next"), AvoidedTap(after=found[-1].participation))]
    elif callback_data.after:
        turning = [Button(say.plain("avoided-first"), AvoidedTap())]
    await chat.show(screen("\n".join(lines), turning, [Button(say.plain("to-home"), HomeTap())]))


def router() -> Router:
    """The page; the service asks the table of rights."""
    routes = Router(name="avoided")
    routes.callback_query.register(opened, AvoidedTap.filter())
    return routes
