"""The curator's look at pairs: who meets, who has nothing planned, where the two sides disagree; one nudge a day."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.meeting_parts import names, short_time
from handlers.meeting_screens import past_line
from handlers.notices import View
from handlers.screen import Button, HomeTap, Row, Screen, screen
from locales.words import Markup, Say
from mentoring.people import Speaker
from services.notices import Notice, Values
from services.pairs_watch import PairCard, PairsPage, PairsWatch, Which


class WatchTap(CallbackData, prefix="pwl1"):
    """A list of pairs, from the one after this id."""

    which: Which = Which.ALL
    after: int = 0


class WatchPairTap(CallbackData, prefix="pwp1"):
    """One pair."""

    match: int


class NudgeTap(CallbackData, prefix="pwn1"):
    """Remind the mentor of a pair without a meeting."""

    match: int


async def listed(chat: Chat, say: Say, speaker: Speaker, callback_data: WatchTap, pairs_watch: PairsWatch) -> None:
    """«Пары и встречи»."""
    page = await pairs_watch.page(speaker, callback_data.which, callback_data.after)
    await chat.show(_list_screen(say, speaker, callback_data.which, callback_data.after, page))


async def opened(chat: Chat, say: Say, speaker: Speaker, callback_data: WatchPairTap, pairs_watch: PairsWatch) -> None:
    """One pair with its meetings."""
    await chat.show(_card_screen(say, speaker, await pairs_watch.card(speaker, callback_data.match)))


async def nudged(chat: Chat, say: Say, speaker: Speaker, callback_data: NudgeTap, pairs_watch: PairsWatch) -> None:
    """«Напомнить наставнику»."""
    card = await pairs_watch.nudge(speaker, callback_data.match)
    await chat.show(_card_screen(say, speaker, card).under(say("pairs-nudged")), say.plain("pairs-nudged"))


def asked_for(say: Say, values: Values, notice: Notice) -> Screen:
    """A side asks for another pair, or for help."""
    lines = [say("notice-feedback-asks", who=values["who"])]
    lines += [say(f"feedback-asks-{each.replace('_', '-')}") for each in values["asked"]]
    open_pair = Button(say.plain("pairs-open"), WatchPairTap(match=values["match"]))
    return screen(Markup("\n").join(lines), [open_pair], [Button(say.plain("to-home"), HomeTap())])


def unreachable(say: Say, values: Values, notice: Notice) -> Screen:
    """Somebody has blocked the bot: to be called."""
    return screen(say("notice-person-unreachable", who=values["who"]), [Button(say.plain("to-home"), HomeTap())])


VIEWS: dict[str, View] = {"feedback-asks": asked_for, "person-unreachable": unreachable}


def _list_screen(say: Say, speaker: Speaker, which: Which, after: int, page: PairsPage) -> Screen:
    tabs = [
        Button(
            ("\u2022 " if each is which else "") + say.plain(f"pairs-which-{each.name.lower()}", count=count),
            WatchTap(which=each),
        )
        for each, count in page.counts.items()
    ]
    rows: list[Row] = [tabs[:1], tabs[1:]]
    for line in page.lines:
        pair = line.pair
        text = say.plain(
            "pairs-line",
            mentor=names((pair.mentor,), speaker),
            mentees=names(pair.mentees, speaker),
            held=line.held,
            next=short_time(say, line.next_at.astimezone(page.zone)) if line.next_at else "",
            set="yes" if line.next_at else "no",
        )
        rows.append([Button(("\u26a0\ufe0f " if line.disputed else "") + text, WatchPairTap(match=pair.match_id))])
    turning = []
    if after:
        turning.append(Button(say.plain("pairs-first-page"), WatchTap(which=which)))
    if page.go_on_after:
        turning.append(Button(say.plain("pairs-next-page"), WatchTap(which=which, after=page.go_on_after)))
    text = say("pairs-title") if page.lines else say("pairs-none")
    return screen(text, *rows, turning, ways_back(say))


def _card_screen(say: Say, speaker: Speaker, card: PairCard) -> Screen:
    pair = card.pair
    lines = [
        say("pairs-card-title"),
        say("pairs-card-mentor", who=names((pair.mentor,), speaker)),
        say("pairs-card-mentees", who=names(pair.mentees, speaker), count=len(pair.mentees)),
        Markup(""),
    ]
    rows: list[Row] = []
    if card.planned is not None:
        local = card.planned.starts_at.astimezone(card.zone)
        lines.append(say("pairs-card-next", kind=say(card.planned.kind.words), when=say.moment(local)))
    else:
        lines.append(say("pairs-card-no-next"))
        rows.append([Button(say.plain("pairs-nudge"), NudgeTap(match=pair.match_id))])
    if card.past:
        lines += [Markup(""), say("pairs-card-past")]
    for meeting in card.past:
        now = meeting.starts_at.astimezone(card.zone)
        lines.append(past_line(say, meeting, now, notes=True))
        if card.disputed(meeting):
            lines.append(say("pairs-disputed-held" if meeting.state == "held" else "pairs-disputed-missed"))
    people = {each.id: each for each in pair.everyone}
    for sent in card.feedback:
        author = people.get(sent.person_id)
        for name in ("change_pair", "curator_help"):
            if author is not None and sent.answers.get(name) == "yes":
                words = f"pairs-feedback-{name.replace('_', '-')}"
                lines += [say(words, who=names((author,), speaker))]
        if author is not None and sent.answers.get("obstacles"):
            lines.append(
                say(
                    "pairs-feedback-obstacles", who=names((author,), speaker), text=str(sent.answers["obstacles"])[:400]
                )
            )
    back = Button(say.plain("form-back"), WatchTap())
    return screen(Markup("\n").join(lines), *rows, [back, *ways_back(say)])


def router() -> Router:
    """Pairs and their meetings, for curators."""
    routes = Router(name="pairs-watch")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(listed, WatchTap.filter())
    routes.callback_query.register(opened, WatchPairTap.filter())
    routes.callback_query.register(nudged, NudgeTap.filter())
    return routes
