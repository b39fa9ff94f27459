"""The home screen: one panel for everything a person is, then what is always there."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from aiogram import Router
from aiogram.filters import Command

from handlers import questionnaire
from handlers.chat import Chat
from handlers.screen import HomeTap, Row, Screen
from locales.words import Say
from mentoring.people import Speaker
from services.filling import Filling
from services.speakers import Speakers


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of the home screen: lines of text (HTML), rows of buttons, and rows that stand below everybody's rows."""

    lines: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    aside: list[Row] = field(default_factory=list)


PanelOf = Callable[..., Awaitable[Panel | None]]


async def show(
    chat: Chat, say: Say, speaker: Speaker, speakers: Speakers, panels: tuple[PanelOf, ...], note: str = ""
) -> None:
    """Show the home screen, with a line above it about what has just happened."""
    await chat.show(await home_screen(chat, say, await speakers.now(speaker), panels, note))


async def home_screen(chat: Chat, say: Say, speaker: Speaker, panels: tuple[PanelOf, ...], note: str = "") -> Screen:
    """The panels that concern this person, one under the other; a panel with nothing to say is left out."""
    lines: list[str] = [note] if note else []
    rows: list[Row] = []
    aside: list[Row] = []
    for panel_of in panels:
        panel: Panel | None = await chat.call(panel_of, speaker=speaker, say=say)
        if panel is None:
            continue
        if panel.lines:
            lines.append("\n".join(panel.lines))
        rows += panel.rows
        aside += panel.aside
    return Screen("\n\n".join(lines) or say("home-empty"), (*rows, *aside))


async def show_again(
    chat: Chat, say: Say, speaker: Speaker, speakers: Speakers, panels: tuple[PanelOf, ...], toast: str = ""
) -> None:
    """The home screen with a pop-up."""
    await chat.show(await home_screen(chat, say, await speakers.now(speaker), panels), toast)


async def show_current(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    speakers: Speakers,
    filling: Filling,
    panels: tuple[PanelOf, ...],
    after: Mapping[str, Callable[..., Awaitable[Any]]],
) -> None:
    """Where the person is now: in the middle of a form, or at home. Sent anew, at the bottom of the chat."""
    now = await speakers.now(speaker)
    turn = await filling.resume(now)
    if turn is not None and turn.step.question is not None:
        await chat.toast()
        await chat.show_anew(questionnaire.question_screen(say, turn))
        return
    if turn is not None:
        await questionnaire.show_turn(chat, say, turn, after)
        return
    await chat.toast()
    await chat.show_anew(await home_screen(chat, say, now, panels))


async def left(chat: Chat, say: Say, speaker: Speaker, filling: Filling) -> None:
    """`/menu`, `/cancel`, «В начало»: whatever is open is put aside, and home."""
    await filling.leave(speaker)
    await chat.call(show)


def router() -> Router:
    """The way home from anywhere."""
    routes = Router(name="home")
    routes.message.register(left, Command("menu", "cancel"))
    routes.callback_query.register(left, HomeTap.filter())
    return routes
