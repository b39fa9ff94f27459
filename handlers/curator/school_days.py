"""«Каникулы и выходные»: put in by a tap on the usual ones or by two days of a calendar, taken out by a tap."""

from __future__ import annotations

from datetime import date

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.curator.door import CuratorOnly
from handlers.pickers import date_rows
from handlers.screen import Button, HomeTap, Row, Screen, screen
from locales.words import Say
from mentoring.people import Speaker
from mentoring.refusal import NotYours
from mentoring.school_days import Break, Holiday
from services.school_days import SchoolCalendar, Seen


class HolidaysTap(CallbackData, prefix="hol1"):
    """«Каникулы и выходные»."""


class UsualTap(CallbackData, prefix="hol2"):
    """Put the usual holidays of a kind in."""

    kind: Break


class OutTap(CallbackData, prefix="hol3"):
    """Take holidays out."""

    holiday: int


class DayTap(CallbackData, prefix="hol4"):
    """A day of the calendar: the first one, then the last; `leaf` is the month that is turned to."""

    first: str = ""
    last: str = ""
    leaf: str = ""


async def opened(chat: Chat, say: Say, speaker: Speaker, school_calendar: SchoolCalendar) -> None:
    """The holidays ahead."""
    await chat.show(_screen(say, await school_calendar.seen(speaker)))


async def usual_tapped(
    chat: Chat, say: Say, speaker: Speaker, callback_data: UsualTap, school_calendar: SchoolCalendar
) -> None:
    """«Осенние: 31 октября – 8 ноября»."""
    now = await school_calendar.add_usual(speaker, callback_data.kind)
    await chat.show(_screen(say, now), say.plain("settings-changed"))


async def out_tapped(
    chat: Chat, say: Say, speaker: Speaker, callback_data: OutTap, school_calendar: SchoolCalendar
) -> None:
    """These days are school days again."""
    now = await school_calendar.remove(speaker, callback_data.holiday)
    await chat.show(_screen(say, now), say.plain("holidays-out"))


async def day_tapped(
    chat: Chat, say: Say, speaker: Speaker, callback_data: DayTap, school_calendar: SchoolCalendar
) -> None:
    """The first day, the last day; with both they are put in."""
    tapped = callback_data
    if tapped.last:
        now = await school_calendar.add(speaker, _day(tapped.first), _day(tapped.last))
        await chat.show(_screen(say, now), say.plain("settings-changed"))
        return
    seen = await school_calendar.seen(speaker)
    begins = _day(tapped.first) if tapped.first else None

    def pick(value: str, text: str) -> Button:
        return Button(text, DayTap(first=tapped.first, last=value) if begins else DayTap(first=value))

    def turn_to(leaf: str, text: str) -> Button:
        return Button(text, DayTap(first=tapped.first, leaf=leaf))

    rows = date_rows(say, "", tapped.leaf, tapped.first, seen.today, pick, turn_to)
    asked = say("holidays-ask-last", day=f"{begins:%d.%m}") if begins else say("holidays-ask-first")
    await chat.show(screen(asked, *rows, _back(say)))


def _screen(say: Say, seen: Seen) -> Screen:
    lines = [say("holidays-title"), ""]
    lines += [_named(say, each.holiday) for each in seen.kept] or [say("holidays-none")]
    rows: list[Row] = [
        [Button("\u2796 " + _named(say, each.holiday, plain=True), OutTap(holiday=each.id))] for each in seen.kept
    ]
    rows += [[Button("\u2795 " + _named(say, each, plain=True), UsualTap(kind=each.kind))] for each in seen.usual]
    rows.append([Button(say.plain("holidays-other"), DayTap())])
    return screen("\n".join(lines), *rows, [Button(say.plain("to-home"), HomeTap())])


def _named(say: Say, holiday: Holiday, *, plain: bool = False) -> str:
    speaking = say.plain if plain else say
    return speaking(
        "holidays-one" if holiday.first < holiday.last else "holidays-day",
        kind=holiday.kind,
        first=f"{holiday.first:%d.%m}",
        last=f"{holiday.last:%d.%m}",
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NotYours from None


def _back(say: Say) -> Row:
    return [Button(say.plain("holidays-back"), HolidaysTap()), Button(say.plain("to-home"), HomeTap())]


def router() -> Router:
    """The school's calendar, for curators."""
    routes = Router(name="school_days")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(opened, HolidaysTap.filter())
    routes.callback_query.register(usual_tapped, UsualTap.filter())
    routes.callback_query.register(out_tapped, OutTap.filter())
    routes.callback_query.register(day_tapped, DayTap.filter())
    return routes
