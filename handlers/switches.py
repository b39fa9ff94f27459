"""«Уведомления»: what a person wants to hear of, switched by a tap; a curator's digest of the day at their hour."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.home import Panel
from handlers.screen import Button, HomeTap, Screen, grid, screen
from locales.words import Say
from mentoring.manners import Switch
from mentoring.people import Speaker
from services.switches import HOURS, Switches, Switchings


class SwitchesTap(CallbackData, prefix="swi1"):
    """«Уведомления»."""


class SwitchTap(CallbackData, prefix="swt1"):
    """Switch one thing on or off."""

    switch: Switch
    on: bool


class DigestTap(CallbackData, prefix="dig1"):
    """The hour of the digest by its place; 0: show the hours, the place after the last: no digest."""

    at: int = 0


async def panel(say: Say, speaker: Speaker) -> Panel | None:
    """The button on everybody's home screen."""
    if speaker.person is None or not speaker.roles:
        return None
    return Panel(aside=[[Button(say.plain("switches"), SwitchesTap())]])


async def opened(chat: Chat, say: Say, speaker: Speaker, switches: Switches) -> None:
    """«Уведомления», `/notices`."""
    await chat.show(_screen(say, await switches.standing(speaker)))


async def switched(chat: Chat, say: Say, speaker: Speaker, callback_data: SwitchTap, switches: Switches) -> None:
    """One of them on or off."""
    now = await switches.turn(speaker, callback_data.switch, on=callback_data.on)
    toast = say.plain("switches-turned", on="yes" if callback_data.on else "no")
    await chat.show(_screen(say, now), toast)


async def hour_tapped(chat: Chat, say: Say, speaker: Speaker, callback_data: DigestTap, switches: Switches) -> None:
    """The hours to choose from, or one of them."""
    if callback_data.at:
        hour = HOURS[callback_data.at - 1] if callback_data.at <= len(HOURS) else ""
        await chat.show(_screen(say, await switches.choose_hour(speaker, hour)), say.plain("settings-changed"))
        return
    standing = (await switches.standing(speaker)).hour
    hours = [
        Button(("\u2705 " if each == standing else "") + each, DigestTap(at=place))
        for place, each in enumerate(HOURS, start=1)
    ]
    stream = Button(("\u2705 " if not standing else "") + say.plain("switches-stream"), DigestTap(at=len(HOURS) + 1))
    back = [Button(say.plain("switches-back"), SwitchesTap()), Button(say.plain("to-home"), HomeTap())]
    await chat.show(screen(say("switches-ask-digest"), *grid(hours, 3), [stream], back))


def _screen(say: Say, now: Switchings) -> Screen:
    rows = [
        [Button(say.plain("switches-switch", switch=each, on="yes" if on else "no"), SwitchTap(switch=each, on=not on))]
        for each, on in now.on.items()
    ]
    if now.hour is not None:
        rows.append([Button(say.plain("switches-digest", hour=now.hour or "stream"), DigestTap())])
    text = say("switches-title") + "\n\n" + say("switches-always")
    return screen(text, *rows, [Button(say.plain("to-home"), HomeTap())])


def router() -> Router:
    """/notices and the taps."""
    routes = Router(name="switches")
    routes.message.register(opened, Command("notices"))
    routes.callback_query.register(opened, SwitchesTap.filter())
    routes.callback_query.register(switched, SwitchTap.filter())
    routes.callback_query.register(hour_tapped, DigestTap.filter())
    return routes
