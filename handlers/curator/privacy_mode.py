"""What of people the messenger may see: the mode that holds, made stricter in two taps, and what stands for a person."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.screen import Button, Row, Screen, screen
from locales.words import Say
from mentoring.people import Speaker
from mentoring.privacy_mode import Privacy, ShownAs
from services.privacy_modes import PrivacyModes


class PrivacyModeTap(CallbackData, prefix="pmd1"):
    """o what holds, t tighten, y really; c codes, g given names with an initial."""

    step: str = "o"


async def tapped(
    chat: Chat, say: Say, speaker: Speaker, callback_data: PrivacyModeTap, privacy_modes: PrivacyModes
) -> None:
    """«Имена в мессенджере»."""
    match callback_data.step:
        case "t":
            await chat.show(_sure(say))
        case "y":
            held = await privacy_modes.tighten(speaker)
            await chat.show(_held(say, held).under(say("privacy-mode-tightened")))
        case "c" | "g":
            shown_as = ShownAs.CODE if callback_data.step == "c" else ShownAs.GIVEN_INITIAL
            await chat.show(_held(say, await privacy_modes.show_as(speaker, shown_as)), say.plain("settings-changed"))
        case _:
            await chat.show(_held(say, await privacy_modes.now(speaker)))


def _held(say: Say, held: Privacy) -> Screen:
    rows: list[Row] = [[Button(say.plain("privacy-mode-tighten"), PrivacyModeTap(step="t"))]]
    if held.coded:
        rows = [
            [_ticked(say, ShownAs.CODE, held, "c")],
            [_ticked(say, ShownAs.GIVEN_INITIAL, held, "g")],
        ]
    return screen(say(f"privacy-mode-{held.mode}"), *rows, ways_back(say))


def _ticked(say: Say, shown_as: ShownAs, held: Privacy, step: str) -> Button:
    mark = "\u2705 " if held.shown_as is shown_as else ""
    return Button(mark + say.plain("privacy-mode-shown", shown=shown_as), PrivacyModeTap(step=step))


def _sure(say: Say) -> Screen:
    return screen(
        say("privacy-mode-ask"),
        [Button(say.plain("privacy-mode-yes"), PrivacyModeTap(step="y"))],
        [Button(say.plain("form-back"), PrivacyModeTap())],
    )


def router() -> Router:
    """The mode, for curators."""
    routes = Router(name="privacy-mode")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(tapped, PrivacyModeTap.filter())
    return routes
