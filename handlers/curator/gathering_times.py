"""Choosing the time of a group meeting: a day of a month, an hour of the day."""

from __future__ import annotations

from datetime import date, datetime

from aiogram import Router

from handlers import pickers
from handlers.chat import Chat
from handlers.curator.door import CuratorOnly
from handlers.curator.gathering_taps import GatheringsTap, GatheringTap, WhenTap
from handlers.curator.gatherings import card_screen, changed_words
from handlers.meeting_parts import TIME
from handlers.screen import Button, HomeTap, Screen, screen
from locales.words import Say
from mentoring.people import Speaker
from mentoring.refusal import NotYours
from services.gatherings import Gatherings


async def time_asked(chat: Chat, say: Say, speaker: Speaker, callback_data: WhenTap, gatherings: Gatherings) -> None:
    """A month's days, the hours of a day; then the time is set."""
    tap = callback_data
    try:
        if len(tap.leaf) == len("2027-02-09T1500"):
            local = datetime.strptime(tap.leaf, TIME)  # noqa: DTZ007 - the service gives it the school's zone
            card = await gatherings.set_time(speaker, tap.form, tap.gathering, local)
            note = changed_words(say, card) if tap.gathering else say("gathering-set")
            await chat.show(card_screen(say, card).under(note))
            return
        now, ends_on = await gatherings.now(speaker)
        await chat.show(_times(say, tap, now, ends_on))
    except (ValueError, OverflowError):  # no time of any calendar
        raise NotYours from None


def _times(say: Say, tap: WhenTap, now: datetime, ends_on: date) -> Screen:
    def turn_to(value: str, text: str) -> Button:
        return Button(text, WhenTap(form=tap.form, gathering=tap.gathering, leaf=value))

    def pick_day(value: str, text: str) -> Button:
        free = now.date() <= date.fromisoformat(value) <= ends_on
        return turn_to(value, text) if free else Button("\u00b7")

    def pick_hour(value: str, text: str) -> Button:
        local = datetime.fromisoformat(f"{tap.leaf}T{value}")
        return turn_to(local.strftime(TIME), text) if local > now.replace(tzinfo=None) else Button("\u00b7")

    if len(tap.leaf) == len("2027-02-09"):
        text = say("gathering-which-hour", day=say.day(date.fromisoformat(tap.leaf)))
        rows = pickers.time_rows(pick_hour)
    else:
        text = say("gathering-which-day", form=say.plain("matching-form", form=tap.form))
        rows = pickers.date_rows(say, "", tap.leaf, "", now.date(), pick_day, turn_to)
    back = GatheringTap(gathering=tap.gathering) if tap.gathering else GatheringsTap(form=tap.form)
    return screen(text, *rows, [Button(say.plain("form-back"), back), Button(say.plain("to-home"), HomeTap())])


def router() -> Router:
    """Times, for curators."""
    routes = Router(name="gathering_times")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(time_asked, WhenTap.filter())
    return routes
