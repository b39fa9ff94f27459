"""A pair's page: who, since when, what is next, everything that happened, and few buttons."""

from __future__ import annotations

from collections.abc import Callable

from aiogram import Router

from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.curator.pair_lines import timeline
from handlers.curator.pair_taps import EarlierTap, MoreTap, NudgeTap, SettleTap, WatchPairTap, WatchTap
from handlers.curator.stuck_pairs import StuckTap, why_words
from handlers.diary_taps import WatchDiaryTap
from handlers.meeting_parts import names, short_day
from handlers.parting_taps import EndTap, PauseTap
from handlers.plan_taps import PlansTap
from handlers.screen import Button, Row, Screen, screen
from locales.words import Say
from mentoring.naming import shown
from mentoring.people import Speaker
from services.pair_page import Key, Member, PairPage, PairPages, State
from services.pairs_watch import PairsWatch

RowsOf = Callable[[Say, PairPage], list[Row]]
"""Buttons of one topic on a pair's page, none where there is nothing to do."""


async def opened(chat: Chat, say: Say, speaker: Speaker, callback_data: WatchPairTap, pair_pages: PairPages) -> None:
    """One pair, from its newest line."""
    await chat.show(page_screen(say, speaker, await pair_pages.page(speaker, callback_data.match)))


async def earlier(chat: Chat, say: Say, speaker: Speaker, callback_data: EarlierTap, pair_pages: PairPages) -> None:
    """«Раньше»."""
    tap = callback_data
    page = await pair_pages.page(speaker, tap.match, Key(tap.at, tap.source, tap.id))
    await chat.show(page_screen(say, speaker, page))


async def more(chat: Chat, say: Say, speaker: Speaker, callback_data: MoreTap, pair_pages: PairPages) -> None:
    """«Ещё»."""
    page = await pair_pages.page(speaker, callback_data.match)
    rows = [row for rows_of in MORE for row in rows_of(say, page)]
    back = Button(say.plain("form-back"), WatchPairTap(match=page.match_id))
    await chat.show(screen(say("pair-more-title", who=_title(speaker, page)), *rows, [back, *ways_back(say)]))


async def nudged(
    chat: Chat, say: Say, speaker: Speaker, callback_data: NudgeTap, pairs_watch: PairsWatch, pair_pages: PairPages
) -> None:
    """«Напомнить наставнику»."""
    await pairs_watch.nudge(speaker, callback_data.match)
    page = await pair_pages.page(speaker, callback_data.match)
    await chat.show(page_screen(say, speaker, page).under(say("pairs-nudged")), say.plain("pairs-nudged"))


async def settled(
    chat: Chat, say: Say, speaker: Speaker, callback_data: SettleTap, pairs_watch: PairsWatch, pair_pages: PairPages
) -> None:
    """«Была», «Не было»: the sides disagreed."""
    match = await pairs_watch.settle(speaker, callback_data.meeting, held=callback_data.held)
    page = await pair_pages.page(speaker, match)
    await chat.show(page_screen(say, speaker, page).under(say("pairs-settled")), say.plain("pairs-settled"))


def page_screen(say: Say, viewer: Speaker, page: PairPage) -> Screen:
    """The head (on the first page all of it), the timeline, the buttons."""
    lines: list[str] = [say("pair-title", who=_title(viewer, page))]
    if page.first:
        lines += _head(say, viewer, page)
    lines += ["", *(timeline(say, viewer, page) or [say("pair-nothing")])]
    rows = [row for rows_of in (TOP if page.first else ()) for row in rows_of(say, page)]
    back = Button(say.plain("pair-list"), WatchTap())
    return screen("\n".join(lines), *rows, _turning(say, page), [back, *ways_back(say)])


def _title(viewer: Speaker, page: PairPage) -> str:
    return f"{shown(page.mentor, viewer)} \u2192 {names(page.mentees, viewer)}"


def _head(say: Say, viewer: Speaker, page: PairPage) -> list[str]:
    since = say.date(page.began) if page.began else "none"
    lines: list[str] = [say("pair-since", form=page.form, day=since)]
    if len(page.members) > 1:
        lines += [_member(say, viewer, page, each) for each in page.members]
    if page.planned is not None:
        local = page.planned.starts_at.astimezone(page.zone)
        words = "pairs-card-next" if local > page.now else "pairs-card-over"
        lines.append(say(words, kind=say(page.planned.kind.words), when=say.moment(local)))
        if page.planned.place and local > page.now:
            lines.append(say("meeting-where", place=page.planned.place))
    elif page.at_work:
        lines.append(say("pairs-card-no-next"))
    if page.away_until is not None:
        lines.append(say("pairs-card-away", day=say.day(page.away_until)))
    if page.stuck is not None:
        lines += [say("pair-needs-help", why=why_words(say, each, page.now)) for each in page.stuck.troubles]
    return lines


def _member(say: Say, viewer: Speaker, page: PairPage, member: Member) -> str:
    return say("pair-member", who=shown(page.people[member.mentee_person], viewer), state=member.state.value)


def _turning(say: Say, page: PairPage) -> Row:
    row = []
    if not page.first:
        row.append(Button(say.plain("pair-newest"), WatchPairTap(match=page.match_id)))
    if page.go_on is not None:
        at = page.go_on
        row.append(
            Button(say.plain("pair-earlier"), EarlierTap(match=page.match_id, at=at.at, source=at.source, id=at.id))
        )
    return row


def settle_rows(say: Say, page: PairPage) -> list[Row]:
    """The sides disagree about a meeting: the curator says how it was."""
    return [
        [
            Button(say.plain(words, day=short_day(say, local)), SettleTap(meeting=meeting, held=held))
            for words, held in (("pairs-settle-held", True), ("pairs-settle-missed", False))
        ]
        for meeting, local in page.disputed
    ]


def help_rows(say: Say, page: PairPage) -> list[Row]:
    """The pair needs help: one action is prepared, with its text, and what else can be done."""
    if page.stuck is None:
        return []
    words = say.plain("pair-help", prepared=page.stuck.prepared)
    return [[Button(words, StuckTap(match=page.match_id))]]


def nudge_rows(say: Say, page: PairPage) -> list[Row]:
    """Nothing is planned, though not for long: the mentor is reminded."""
    if page.stuck is not None or not page.at_work or page.planned is not None or page.away_until is not None:
        return []
    return [[Button(say.plain("pairs-nudge"), NudgeTap(match=page.match_id))]]


def plan_rows(say: Say, page: PairPage) -> list[Row]:
    """The development plan, while the pair is at work."""
    words = say.plain("plans-button-none", kind="plan")
    return [[Button(words, PlansTap(match=page.match_id))]] if page.at_work else []


def more_rows(say: Say, page: PairPage) -> list[Row]:
    """«Ещё», while something is behind it."""
    any_rows = any(rows_of(say, page) for rows_of in MORE)
    return [[Button(say.plain("pair-more"), MoreTap(match=page.match_id))]] if any_rows else []


def pause_rows(say: Say, page: PairPage) -> list[Row]:
    """A pause of the mentor."""
    return [[Button(say.plain("pauses-for-mentor"), PauseTap(match=page.match_id))]] if page.at_work else []


def end_rows(say: Say, page: PairPage) -> list[Row]:
    """The end of the pair."""
    closable = any(each.state in (State.ACCEPTED, State.ACTIVE, State.FROZEN) for each in page.members)
    return [[Button(say.plain("partings-close"), EndTap(match=page.match_id))]] if closable else []


def diary_rows(say: Say, page: PairPage) -> list[Row]:
    """The way to the pair's diary."""
    return [[Button(say.plain("diary-of-pair"), WatchDiaryTap(match=page.match_id))]]


def report_rows(say: Say, page: PairPage) -> list[Row]:
    """The mentor's report, when it is written."""
    report = Button(say.plain("report-file"), WatchDiaryTap(match=page.match_id, do="f"))
    return [[report]] if page.reported else []


TOP: tuple[RowsOf, ...] = (settle_rows, help_rows, nudge_rows, plan_rows, diary_rows, more_rows)
"""What stands under a pair's page, from the top: one line here for a new topic."""
MORE: tuple[RowsOf, ...] = (report_rows, pause_rows, end_rows)
"""What stands behind «Ещё»."""


def router() -> Router:
    """A pair's page, for curators."""
    routes = Router(name="pair-page")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(opened, WatchPairTap.filter())
    routes.callback_query.register(earlier, EarlierTap.filter())
    routes.callback_query.register(more, MoreTap.filter())
    routes.callback_query.register(nudged, NudgeTap.filter())
    routes.callback_query.register(settled, SettleTap.filter())
    return routes
