"""The first measurement in chat: a mentee about themselves; a psychologist enters levels by code, without a name."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers import home
from handlers.chat import Chat
from handlers.home import Panel
from handlers.participant import FillTap
from handlers.screen import Button, HomeTap, Row, Screen, screen
from locales.words import Say
from mentoring.people import Role, Speaker
from mentoring.rights import Deed, may
from services.baseline import PAGE, Baseline, Coded
from services.notices import Notice, Values


class LevelsTap(CallbackData, prefix="lvl1"):
    """The list of codes."""

    at: int = 0


class LevelTap(CallbackData, prefix="lvv1"):
    """One code; a level 1 to 3 enters it."""

    participation: int
    level: int = 0


async def panel(say: Say, speaker: Speaker, baseline: Baseline) -> Panel | None:
    """One's own questionnaire while it is not sent; levels for the psychologist."""
    lines: list[str] = []
    rows: list[Row] = []
    aside: list[Row] = []
    if Role.MENTEE in speaker.roles and (mine := await baseline.own(speaker)) is not None:
        form, about, begun = mine
        lines.append(say("baseline-panel"))
        if not begun:  # one that was begun is offered by «Вы остановились»
            rows.append([Button(say.plain("baseline-fill"), FillTap(form=form, about=about))])
    if may(speaker, Deed.MEASURE_LEVELS) and speaker.set_up:
        _, _, everyone, done = await baseline.coded(speaker)
        if done < everyone:
            lines.append(say("levels-panel", done=done, everyone=everyone))
            rows.append([Button(say.plain("levels-open", done=done, everyone=everyone), LevelsTap())])
        elif everyone:
            aside.append([Button(say.plain("levels-look"), LevelsTap())])
    return Panel(lines, rows, aside) if lines or aside else None


def nudged(say: Say, values: Values, notice: Notice) -> Screen:
    """The one reminder."""
    fill = Button(say.plain("baseline-fill"), FillTap(form=values["form"], about=notice.about))
    return screen(say("notice-baseline"), [fill], [Button(say.plain("to-home"), HomeTap())])


async def after_own(chat: Chat, say: Say) -> None:
    """Sent."""
    await chat.call(home.show, note=say("baseline-thanks"))


async def levels(chat: Chat, say: Say, speaker: Speaker, callback_data: LevelsTap, baseline: Baseline) -> None:
    """The codes of those who have agreed, with their levels."""
    await _show(chat, say, speaker, baseline, callback_data.at)


async def _show(chat: Chat, say: Say, speaker: Speaker, baseline: Baseline, at: int, note: str = "") -> None:
    found, place, everyone, done = await baseline.coded(speaker, at)
    if not everyone:
        await chat.show(screen(say("levels-none"), [Button(say.plain("to-home"), HomeTap())]))
        return
    rows: list[Row] = [[_code(say, each)] for each in found]
    turning: list[Button] = []
    if place:
        turning.append(Button("\u2039", LevelsTap(at=max(0, place - PAGE))))
    if place + PAGE < everyone:
        turning.append(Button("\u203a", LevelsTap(at=place + PAGE)))
    text = say("levels-title", done=done, everyone=everyone)
    view = screen(text, *rows, turning, [Button(say.plain("to-home"), HomeTap())])
    await chat.show(view.under(note) if note else view)


def _code(say: Say, each: Coded) -> Button:
    parameter = say.plain("baseline-level-person", parameter=each.parameter)
    words = say.plain("levels-code", code=each.code, parameter=parameter, level=each.level)
    return Button(words, LevelTap(participation=each.participation))


async def level(chat: Chat, say: Say, speaker: Speaker, callback_data: LevelTap, baseline: Baseline) -> None:
    """One code: choose a level, or the level is chosen."""
    tap = callback_data
    if tap.level:
        kept = await baseline.enter_level(speaker, tap.participation, tap.level)
        await _show(chat, say, speaker, baseline, 0, say("levels-kept", code=kept.code))
        return
    found = await baseline.one(speaker, tap.participation)
    text = say("levels-ask", code=found.code, parameter=say.plain("baseline-level-person", parameter=found.parameter))
    choices = [
        Button(say.plain("levels-choose", level=each), LevelTap(participation=tap.participation, level=each))
        for each in (1, 2, 3)
    ]
    back = [Button(say.plain("notes-to-list"), LevelsTap()), Button(say.plain("to-home"), HomeTap())]
    await chat.show(screen(text, choices, back))


def router() -> Router:
    """Levels; the service asks the table of rights."""
    routes = Router(name="baseline")
    routes.callback_query.register(levels, LevelsTap.filter())
    routes.callback_query.register(level, LevelTap.filter())
    return routes
