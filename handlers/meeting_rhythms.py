"""Recurring meetings in chat: how often, until when; stop, change."""

from __future__ import annotations

from datetime import datetime

from aiogram import Router

from handlers.chat import Chat
from handlers.meeting_parts import PairTap, RhythmTap, others, short_day, short_time
from handlers.notices import View
from handlers.screen import Button, HomeTap, Row, Screen, grid, screen
from locales.words import Markup, Say
from mentoring.people import Speaker
from mentoring.refusal import NotYours
from mentoring.rhythms import FOR_WEEKS, WEEKS
from services.notices import Notice, Values
from services.rhythms import Rhythms, RhythmView


async def opened(chat: Chat, say: Say, speaker: Speaker, callback_data: RhythmTap, rhythms: Rhythms) -> None:
    """«Повторять», «Изменить», how often: another leaf of it."""
    tap = callback_data
    found = await rhythms.of_pair(speaker, tap.match)
    if tap.do == "w" and tap.weeks in WEEKS and found.view.starts is not None and not found.view.over:
        await chat.show(_how_long(say, found, speaker, tap.weeks))
        return
    await chat.show(_screen(say, found, speaker, changing=tap.do == "e"))


async def begun(chat: Chat, say: Say, speaker: Speaker, callback_data: RhythmTap, rhythms: Rhythms) -> None:
    """Every week, every two weeks, until a day; the mentees are told."""
    found = await rhythms.begin(speaker, callback_data.match, callback_data.weeks, callback_data.lasting)
    shown = _screen(say, found, speaker)
    await chat.show(shown.under(say("rhythm-set", count=len(found.view.pair.mentees))))


async def stopped(chat: Chat, say: Say, speaker: Speaker, callback_data: RhythmTap, rhythms: Rhythms) -> None:
    """«Остановить повтор»."""
    found = await rhythms.stop(speaker, callback_data.match)
    await chat.show(_screen(say, found, speaker).under(say("rhythm-stopped")))


async def tapped(chat: Chat, say: Say, speaker: Speaker, callback_data: RhythmTap, rhythms: Rhythms) -> None:
    """Whatever is tapped about a rhythm."""
    deeds = {"s": opened, "e": opened, "w": opened, "l": begun, "x": stopped}
    if callback_data.do not in deeds:
        raise NotYours
    await deeds[callback_data.do](chat, say, speaker, callback_data, rhythms)


def _screen(say: Say, found: RhythmView, viewer: Speaker, *, changing: bool = False) -> Screen:
    view, rhythm = found.view, found.rhythm
    lines: list[str] = [say("rhythm-title", who=others(view, viewer)), ""]
    rows: list[Row] = []
    if rhythm is not None:
        when = on_day(say, rhythm.first_at)
        lines.append(say("rhythm-now", weeks=rhythm.weeks, when=when, until=say.day(rhythm.until_on)))
        if found.ahead:
            lines.append(say("rhythm-ahead", days=", ".join(short_day(say, each) for each in found.ahead)))
        lines += ["", say("rhythm-rule")]
    if rhythm is None or changing:
        if view.starts is None or view.over:
            lines.append(say("rhythm-refused-no-meeting"))
        else:
            lines += [] if rhythm is None else [""]
            lines.append(say("rhythm-none", when=short_time(say, view.starts)))
            order = sorted(WEEKS, key=lambda each: each != found.proposed_weeks)
            rows.append([_do(say, _OFTEN[each], found, "w", weeks=each) for each in order])
    if rhythm is not None:
        stop = _do(say, "rhythm-stop", found, "x")
        rows.append([stop] if changing else [stop, _do(say, "rhythm-change", found, "e")])
    return screen(Markup("\n").join(lines), *rows, _last(say, view.pair.match_id))


def _how_long(say: Say, found: RhythmView, viewer: Speaker, weeks: int) -> Screen:
    if found.view.starts is None:
        return _screen(say, found, viewer)
    lines = [
        say("rhythm-title", who=others(found.view, viewer)),
        "",
        say("rhythm-how-long", weeks=weeks, when=on_day(say, found.view.starts)),
        "",
        say("rhythm-rule"),
    ]
    to_end = _do(say, "rhythm-to-end", found, "l", weeks=weeks)
    terms = [
        Button(say.plain("rhythm-for-weeks", weeks=each), _tap(found, "l", weeks=weeks, lasting=each))
        for each in FOR_WEEKS
    ]
    back = _do(say, "form-back", found, "e" if found.rhythm else "s")
    return screen(Markup("\n").join(lines), [to_end], *grid(terms, 3), [back, Button(say.plain("to-home"), HomeTap())])


def on_day(say: Say, first: datetime) -> str:
    """«по вторникам в 15:00»."""
    return say.plain("rhythm-on-day", weekday=first.isoweekday(), time=f"{first:%H:%M}")


def told(say: Say, values: Values, notice: Notice) -> Screen:
    """The mentees hear that meetings repeat."""
    text = say(
        "notice-meeting-repeats", who=values["who"], weeks=values["weeks"], when=on_day(say, values["first"]),
        until=say.day(values["until"]),
    )  # fmt: skip
    return screen(text, _last(say, values["match"]))


_OFTEN = {1: "rhythm-weekly", 2: "rhythm-fortnightly"}


def _tap(found: RhythmView, do: str, *, weeks: int = 0, lasting: int = 0) -> RhythmTap:
    return RhythmTap(match=found.view.pair.match_id, do=do, weeks=weeks, lasting=lasting)


def _do(say: Say, words: str, found: RhythmView, do: str, *, weeks: int = 0) -> Button:
    return Button(say.plain(words), _tap(found, do, weeks=weeks))


def _last(say: Say, match: int) -> Row:
    return [Button(say.plain("meeting-to-pair"), PairTap(match=match)), Button(say.plain("to-home"), HomeTap())]


VIEWS: dict[str, View] = {"meeting-repeats": told}


def router() -> Router:
    """How often a pair meets by itself."""
    routes = Router(name="meeting_rhythms")
    routes.callback_query.register(tapped, RhythmTap.filter())
    return routes
