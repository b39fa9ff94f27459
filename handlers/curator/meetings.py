"""The curator's look at pairs: who meets, who has nothing planned, where the two sides disagree; one nudge a day."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.meeting_parts import names, short_day, short_time
from handlers.meeting_screens import past_line
from handlers.notices import View
from handlers.parting_taps import EndTap, PauseTap
from handlers.screen import Button, HomeTap, Row, Screen, grid, screen
from locales.words import Markup, Say
from mentoring.people import Speaker
from services.notices import Notice, Values
from services.pairs_watch import PairCard, PairLine, PairsPage, PairsWatch, Which


class WatchTap(CallbackData, prefix="pwl1"):
    """A list of pairs, from the one after this id."""

    which: Which = Which.ALL
    after: int = 0


class WatchPairTap(CallbackData, prefix="pwp1"):
    """One pair."""

    match: int


class SettleTap(CallbackData, prefix="pws1"):
    """The curator has found out whether a meeting took place."""

    meeting: int
    held: bool


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


async def settled(chat: Chat, say: Say, speaker: Speaker, callback_data: SettleTap, pairs_watch: PairsWatch) -> None:
    """«Была», «Не было»: the sides disagreed."""
    card = await pairs_watch.settle(speaker, callback_data.meeting, held=callback_data.held)
    await chat.show(_card_screen(say, speaker, card).under(say("pairs-settled")), say.plain("pairs-settled"))


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
    lines = [_line(say, speaker, number, line, page) for number, line in enumerate(page.lines, 1)]
    numbers = [
        Button(("\u26a0\ufe0f " if line.disputed else "") + str(number), WatchPairTap(match=line.pair.match_id))
        for number, line in enumerate(page.lines, 1)
    ]
    turning = []
    if after:
        turning.append(Button(say.plain("pairs-first-page"), WatchTap(which=which)))
    if page.go_on_after:
        turning.append(Button(say.plain("pairs-next-page"), WatchTap(which=which, after=page.go_on_after)))
    text = Markup("\n").join([say("pairs-title"), *lines]) if lines else say("pairs-none")
    return screen(text, tabs[:1], tabs[1:], *grid(numbers, 4), turning, ways_back(say))


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
        words = "pairs-card-next" if card.planned.starts_at > card.now else "pairs-card-over"
        lines.append(say(words, kind=say(card.planned.kind.words), when=say.moment(local)))
    else:
        lines.append(say("pairs-card-no-next"))
        if card.away_until is None:
            rows.append([Button(say.plain("pairs-nudge"), NudgeTap(match=pair.match_id))])
    if card.away_until is not None:
        lines.append(say("pairs-card-away", day=say.day(card.away_until)))
    if card.past:
        lines += [Markup(""), say("pairs-card-past")]
    for meeting in card.past:
        now = meeting.starts_at.astimezone(card.zone)
        lines.append(past_line(say, meeting, now, notes=True))
        if card.disputed(meeting):
            lines.append(say("pairs-disputed-held" if meeting.state == "held" else "pairs-disputed-missed"))
            rows.append(
                [
                    Button(say.plain(words, day=short_day(say, now)), SettleTap(meeting=meeting.id, held=held))
                    for words, held in (("pairs-settle-held", True), ("pairs-settle-missed", False))
                ]
            )
        elif meeting.settled_at is not None:
            lines.append(say("pairs-settled-line"))
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
    rows.append(
        [
            Button(say.plain("pauses-for-mentor"), PauseTap(match=pair.match_id)),
            Button(say.plain("partings-close"), EndTap(match=pair.match_id)),
        ]
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
    routes.callback_query.register(settled, SettleTap.filter())
    return routes
