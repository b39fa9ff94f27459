"""The curator's list of pairs: who meets, who has nothing planned or is silent, where the two sides disagree."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router

from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.curator.pair_taps import FindPairTap, GlanceTap, NudgeTap, SettleTap, WatchPairTap, WatchTap
from handlers.diary_taps import WatchDiaryTap
from handlers.meeting_parts import names, short_time
from handlers.notices import View
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, HomeTap, Screen, grid, screen
from locales.words import Markup, Say
from mentoring.people import Speaker
from services.filling import Filling
from services.notices import Notice, Values
from services.pairs_watch import PairLine, PairsPage, PairsWatch, Which

__all__ = ["NudgeTap", "SettleTap", "WatchPairTap", "WatchTap"]

FORM = "pairs_search"


async def listed(chat: Chat, say: Say, speaker: Speaker, callback_data: WatchTap, pairs_watch: PairsWatch) -> None:
    """«Пары и встречи»."""
    page = await pairs_watch.page(speaker, callback_data.which, callback_data.after)
    await chat.show(_list_screen(say, speaker, callback_data.which, callback_data.after, page))


async def search(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: FindPairTap,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """«Найти»: a part of a name is typed."""
    await show_turn(chat, say, await filling.begin(speaker, FORM), after)


async def after_search(chat: Chat, say: Say, speaker: Speaker, outcome: PairsPage) -> None:
    """Whoever was found."""
    find = Button(say.plain("pairs-find-again"), FindPairTap())
    back = Button(say.plain("pairs-all"), WatchTap())
    if not outcome.lines:
        await chat.show(screen(say("pairs-found-none"), [find], [back], ways_back(say)))
        return
    lines = [_line(say, speaker, number, line, outcome) for number, line in enumerate(outcome.lines, 1)]
    more = [say("pairs-found-more")] if outcome.go_on_after else []
    text = Markup("\n").join([say("pairs-found"), *lines, *more])
    await chat.show(screen(text, *grid(_numbers(outcome), 4), [find], [back], ways_back(say)))


def asked_for(say: Say, values: Values, notice: Notice) -> Screen:
    """A side asks for another pair, or for help."""
    lines = [say("notice-feedback-asks", who=values["who"])]
    lines += [say(f"feedback-asks-{each.replace('_', '-')}") for each in values["asked"]]
    open_pair = Button(say.plain("pairs-open"), WatchPairTap(match=values["match"]))
    return screen(Markup("\n").join(lines), [open_pair], [Button(say.plain("to-home"), HomeTap())])


VIEWS: dict[str, View] = {"feedback-asks": asked_for}


def _list_screen(say: Say, speaker: Speaker, which: Which, after: int, page: PairsPage) -> Screen:
    tabs = [
        Button(
            ("\u2022 " if each is which else "") + say.plain(f"pairs-which-{each.name.lower()}", count=count),
            WatchTap(which=each),
        )
        for each, count in page.counts.items()
    ]
    lines = [_line(say, speaker, number, line, page) for number, line in enumerate(page.lines, 1)]
    turning = []
    if after:
        turning.append(Button(say.plain("pairs-first-page"), WatchTap(which=which)))
    if page.go_on_after:
        turning.append(Button(say.plain("pairs-next-page"), WatchTap(which=which, after=page.go_on_after)))
    text = Markup("\n").join([say("pairs-title"), *lines]) if lines else say("pairs-none")
    other = [Button(say.plain("glance-picture"), GlanceTap()), Button(say.plain("pairs-find"), FindPairTap())]
    rows = (*grid(tabs, 2), *grid(_numbers(page), 4), turning)
    every = [Button(say.plain("diary-of-all"), WatchDiaryTap(do="a"))] if lines else []
    return screen(text, *rows, other if lines or after else [], every, ways_back(say))


def _numbers(page: PairsPage) -> list[Button]:
    return [
        Button(("\u26a0\ufe0f " if line.disputed else "") + str(number), WatchPairTap(match=line.pair.match_id))
        for number, line in enumerate(page.lines, 1)
    ]


def _line(say: Say, speaker: Speaker, number: int, line: PairLine, page: PairsPage) -> Markup:
    next_at = line.next_at.astimezone(page.now.tzinfo) if line.next_at else None
    return say(
        "pairs-line",
        number=number,
        mentor=names((line.pair.mentor,), speaker),
        mentees=names(line.pair.mentees, speaker),
        held=line.held,
        next=short_time(say, next_at) if next_at else "",
        state="none" if next_at is None else "set" if next_at > page.now else "over",
        disputed=line.disputed,
    )


def router() -> Router:
    """Pairs and their meetings, for curators."""
    routes = Router(name="pairs-watch")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(listed, WatchTap.filter())
    routes.callback_query.register(search, FindPairTap.filter())
    return routes
