"""`/pairs`: pairs week by week as a picture, and from it to every pair."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby

from aiogram import Router
from aiogram.filters import Command

from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.curator.pair_taps import GlanceTap, WatchPairTap, WatchTap
from handlers.screen import Button, Screen, grid, screen
from locales.words import Say
from mentoring.meetings import MeetingState
from mentoring.naming import initialled
from mentoring.people import Speaker
from papers.pairs_picture import Group, Line, Week, pairs_png
from services.filling import Filling
from services.matching import Compute
from services.pairs_glance import PAGE, Glance, Mark, PairsGlance, Seen

_LEGEND = (Mark.HELD, Mark.MISSED, Mark.SILENT, Mark.PLANNED, Mark.OPEN, Mark.CANCELLED, Mark.AWAY)


async def asked(
    chat: Chat, say: Say, speaker: Speaker, filling: Filling, pairs_glance: PairsGlance, workshop: Compute
) -> None:
    """`/pairs`."""
    await filling.leave(speaker)
    await _show(chat, say, speaker, await pairs_glance.page(speaker), workshop)


async def turned(
    chat: Chat, say: Say, speaker: Speaker, callback_data: GlanceTap, pairs_glance: PairsGlance, workshop: Compute
) -> None:
    """«Картинкой», another page of it."""
    await _show(chat, say, speaker, await pairs_glance.page(speaker, callback_data.page), workshop)


async def _show(chat: Chat, say: Say, speaker: Speaker, glance: Glance, workshop: Compute) -> None:
    if not glance.seen:
        await chat.show(screen(say("pairs-none"), ways_back(say)))
        return
    await chat.toast(say.plain("glance-drawing"))
    title = say.plain("glance-title", first=glance.seen[0].number, last=glance.seen[-1].number, count=glance.pairs)
    legend = [(mark, say.plain("glance-mark", mark=mark)) for mark in _LEGEND]
    picture = await workshop(pairs_png, title, _weeks(say, glance), _groups(say, speaker, glance), legend)
    await chat.send_picture(picture, caption(say, glance))
    await chat.show_anew(_buttons(say, glance))


def caption(say: Say, glance: Glance) -> str:
    """How all pairs of the programme do in these weeks."""
    counts = {each.value: glance.counts.get(each, 0) for each in MeetingState}
    return say("glance-counts", pairs=glance.pairs, silent=glance.silent, **counts)


def _weeks(say: Say, glance: Glance) -> list[Week]:
    this = glance.today - timedelta(days=glance.today.weekday())
    return [
        Week(str(monday.day), _month(say, monday, first=place == 0), monday == this)
        for place, monday in enumerate(glance.mondays)
    ]


def _month(say: Say, monday: date, *, first: bool) -> str:
    begins = first or monday.day <= 7  # its first Monday
    return say.plain("month-name", month=monday.month) if begins else ""


def _groups(say: Say, speaker: Speaker, glance: Glance) -> list[Group]:
    return [
        Group(
            say.plain("glance-form", form=form), [Line(each.number, _who(speaker, each), each.cells) for each in found]
        )
        for form, found in groupby(glance.seen, key=lambda each: each.pair.form)
    ]


def _who(speaker: Speaker, seen: Seen) -> str:
    first, *others = seen.pair.mentees
    more = f" +{len(others)}" if others else ""
    return f"{initialled(seen.pair.mentor, speaker)} \u2192 {initialled(first, speaker)}{more}"


def _buttons(say: Say, glance: Glance) -> Screen:
    numbers = [Button(str(each.number), WatchPairTap(match=each.pair.match_id)) for each in glance.seen]
    pages = [
        Button(
            ("\u2022 " if at == glance.page else "") + f"{at * PAGE + 1}\u2013{min((at + 1) * PAGE, glance.pairs)}",
            GlanceTap(page=at),
        )
        for at in range(glance.pages)
    ]
    turning = grid(pages, 4) if glance.pages > 1 else []
    as_list = [Button(say.plain("glance-list"), WatchTap())]
    return screen(say("glance-open"), *grid(numbers, 7), *turning, as_list, ways_back(say))


def router() -> Router:
    """The picture, for curators."""
    routes = Router(name="pairs-glance")
    routes.message.filter(CuratorOnly())
    routes.callback_query.filter(CuratorOnly())
    routes.message.register(asked, Command("pairs"))
    routes.callback_query.register(turned, GlanceTap.filter())
    return routes
