"""The list of areas, page by page: added to, renamed, closed and opened again."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, HomeTap, Screen, fitting, screen
from locales.words import Say
from mentoring.people import Speaker
from services.areas import AreaLine, Areas
from services.filling import Filling


class AreasTap(CallbackData, prefix="are1"):
    """The list, after an id."""

    after: int = 0


class AreaTap(CallbackData, prefix="ara1"):
    """One area."""

    area: int


class EditTap(CallbackData, prefix="arf1"):
    """Add an area (0), or rename one."""

    area: int = 0


class OpenTap(CallbackData, prefix="aro1"):
    """Open an area again (1), or close it (0)."""

    area: int
    is_open: int


async def opened(chat: Chat, say: Say, speaker: Speaker, callback_data: AreasTap, areas: Areas) -> None:
    """One page of the list."""
    page = await areas.page(speaker, callback_data.after)
    buttons = [
        Button(each.label if each.is_open else f"\u2716 {each.label}", AreaTap(area=each.id)) for each in page.areas
    ]
    turning = [Button(say.plain("areas-first"), AreasTap())] if callback_data.after else []
    turning += [Button(say.plain("areas-more"), AreasTap(after=page.areas[-1].id))] if page.more else []
    add = [Button(say.plain("areas-add"), EditTap())]
    await chat.show(screen(say("areas-title"), *fitting(buttons), turning, add, ways_back(say)))


async def area_opened(chat: Chat, say: Say, speaker: Speaker, callback_data: AreaTap, areas: Areas) -> None:
    """One area."""
    await chat.show(_card(say, await areas.area(speaker, callback_data.area)))


async def edited(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: EditTap,
    areas: Areas,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """Ask for the name of a new area, or the new name of one."""
    if callback_data.area:
        await areas.area(speaker, callback_data.area)
    await show_turn(chat, say, await filling.begin(speaker, "area", callback_data.area), after)


async def after_area(chat: Chat, say: Say, outcome: AreaLine) -> None:
    """The area is kept."""
    await chat.show(_card(say, outcome).under(say("areas-kept")))


async def switched(chat: Chat, say: Say, speaker: Speaker, callback_data: OpenTap, areas: Areas) -> None:
    """The area is closed, or open again."""
    area = await areas.set_open(speaker, callback_data.area, is_open=bool(callback_data.is_open))
    await chat.show(_card(say, area), say.plain("areas-opened" if area.is_open else "areas-closed"))


def _card(say: Say, area: AreaLine) -> Screen:
    text = say("areas-card", label=area.label, audience=area.audience, open=int(area.is_open))
    switch = Button(
        say.plain("areas-close" if area.is_open else "areas-open"), OpenTap(area=area.id, is_open=int(not area.is_open))
    )
    back = Button(say.plain("areas-back"), AreasTap())
    rename = Button(say.plain("areas-rename"), EditTap(area=area.id))
    return screen(text, [rename, switch], [back, Button(say.plain("to-home"), HomeTap())])


def router() -> Router:
    """The list of areas, for curators."""
    routes = Router(name="areas")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(opened, AreasTap.filter())
    routes.callback_query.register(area_opened, AreaTap.filter())
    routes.callback_query.register(edited, EditTap.filter())
    routes.callback_query.register(switched, OpenTap.filter())
    return routes
