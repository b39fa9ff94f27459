"""A psychologist enters levels by code, without a name."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.home import Panel
from handlers.screen import Button, HomeTap, Row, Screen, screen
from locales.words import Say
from mentoring.people import Speaker
from mentoring.rights import Deed, may
from services.levels import Coded, Codes, Go, Levels


class LevelsTap(CallbackData, prefix="lvl2"):
    """A page of codes; `key` is the person at its edge."""

    go: Go = Go.ON
    key: int = 0


class LevelTap(CallbackData, prefix="lvv1"):
    """One code; a level 1 to 3 enters it."""

    participation: int
    level: int = 0


async def panel(say: Say, speaker: Speaker, levels: Levels) -> Panel | None:
    """How many levels are still to be entered; when none is, a way to look at them."""
    if not may(speaker, Deed.MEASURE_LEVELS) or not speaker.set_up:
        return None
    everyone, done = await levels.counts(speaker)
    if not everyone:
        return None
    if done == everyone:
        return Panel([], [], [[Button(say.plain("levels-look"), LevelsTap())]])
    line = say("levels-panel", done=done, everyone=everyone)
    return Panel([line], [[Button(say.plain("levels-open", done=done, everyone=everyone), LevelsTap())]])


async def opened(chat: Chat, say: Say, speaker: Speaker, callback_data: LevelsTap, levels: Levels) -> None:
    """The codes of those who have agreed, with their levels."""
    await chat.show(list_screen(say, await levels.page(speaker, callback_data.go, callback_data.key)))


def list_screen(say: Say, found: Codes) -> Screen:
    """A page of codes."""
    home = [Button(say.plain("to-home"), HomeTap())]
    if not found.everyone:
        return screen(say("levels-none"), home)
    leaf = found.leaf
    rows: list[Row] = [[_code(say, each)] for each in leaf.codes]
    turning: list[Button] = []
    if leaf.before:
        turning.append(Button("\u2039", LevelsTap(go=Go.BACK, key=leaf.first)))
    if leaf.after:
        turning.append(Button("\u203a", LevelsTap(go=Go.ON, key=leaf.last)))
    return screen(say("levels-title", done=found.done, everyone=found.everyone), *rows, turning, home)


def _code(say: Say, each: Coded) -> Button:
    parameter = say.plain("baseline-level-person", parameter=each.parameter)
    words = say.plain("levels-code", code=each.code, parameter=parameter, level=each.level)
    return Button(words, LevelTap(participation=each.participation))


async def tapped(chat: Chat, say: Say, speaker: Speaker, callback_data: LevelTap, levels: Levels) -> None:
    """One code: choose a level; or the level is chosen, and the list goes on from there."""
    tap = callback_data
    if tap.level:
        person, kept = await levels.enter(speaker, tap.participation, tap.level)
        view = list_screen(say, await levels.page(speaker, Go.AT, person))
        await chat.show(view.under(say("levels-kept", code=kept.code)))
        return
    found = await levels.one(speaker, tap.participation)
    text = say("levels-ask", code=found.code, parameter=say.plain("baseline-level-person", parameter=found.parameter))
    choices = [
        Button(say.plain("levels-choose", level=each), LevelTap(participation=tap.participation, level=each))
        for each in (1, 2, 3)
    ]
    back = [Button(say.plain("notes-to-list"), LevelsTap()), Button(say.plain("to-home"), HomeTap())]
    await chat.show(screen(text, choices, back))


def router() -> Router:
    """Levels; the service asks the table of rights."""
    routes = Router(name="levels")
    routes.callback_query.register(opened, LevelsTap.filter())
    routes.callback_query.register(tapped, LevelTap.filter())
    return routes
