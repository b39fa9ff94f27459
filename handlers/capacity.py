"""A mentor says how many mentees they take: from home, from an offer, after an answer to one."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers import home
from handlers.chat import Chat
from handlers.home import Panel
from handlers.screen import Button, HomeTap, Row, Screen, grid, screen
from locales.words import Say
from mentoring.people import Speaker
from services.capacity import Capacity, Room


class PlacesTap(CallbackData, prefix="cap1"):
    """How many mentees a mentor takes in a form of theirs; -1: show the choices."""

    participation: int
    places: int = -1


async def tapped(chat: Chat, say: Say, speaker: Speaker, callback_data: PlacesTap, capacity: Capacity) -> None:
    """The choices, or one of them."""
    tap = callback_data
    if tap.places < 0:
        await chat.show(places_screen(say, await capacity.look(speaker, tap.participation)))
        return
    room = await capacity.choose(speaker, tap.participation, tap.places)
    await chat.call(home.show, note=say("places-kept", places=room.places))


def places_screen(say: Say, room: Room, note: str = "") -> Screen:
    """How many may be said, the present answer ticked."""
    buttons = [
        Button(
            f"\u2705 {number}" if number == room.places else str(number),
            PlacesTap(participation=room.participation_id, places=number),
        )
        for number in room.choices
    ]
    lines = [say("places-title", taken=room.taken), say("places-title-form", form=room.form)]
    if room.elsewhere is not None:
        lines.append(say("places-shared", used=room.used))
    shown = screen("\n".join(lines), *grid(buttons, 4), [Button(say.plain("to-home"), HomeTap())])
    return shown.under(note) if note else shown


async def panel(say: Say, speaker: Speaker, capacity: Capacity) -> Panel | None:
    """The way to change it, below everything else."""
    rows: list[Row] = []
    for room in await capacity.mine(speaker):
        if room.most:
            words = "places-button" if room.elsewhere is None else "places-button-form"
            name = say.plain(words, places=room.places, form=room.form)
            rows.append([Button(name, PlacesTap(participation=room.participation_id))])
    return Panel(aside=rows) if rows else None


def router() -> Router:
    """A mentor's places."""
    routes = Router(name="capacity")
    routes.callback_query.register(tapped, PlacesTap.filter())
    return routes
