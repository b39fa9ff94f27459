"""A mentee proposes a time in chat, the mentor answers in one tap."""

from __future__ import annotations

from datetime import date, datetime

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers import pickers
from handlers.chat import Chat
from handlers.meeting_parts import (
    TIME,
    MeetTap,
    PairTap,
    PlanTap,
    ProposalTap,
    ProposeTap,
    others,
    propose_tap,
    short_time,
    when,
)
from handlers.meeting_screens import pair_screen
from handlers.notices import View
from handlers.screen import Button, HomeTap, Row, Screen, fitting, screen
from locales.words import Markup, Say
from mentoring.people import Speaker
from mentoring.refusal import NotYours
from services.meetings import PairView
from services.notices import Notice, Values
from services.proposals import Proposals

_DAY = len("2027-02-09")
_MONTH = len("2027-02")


class ProposedTimeTap(CallbackData, prefix="mprt1", sep="|"):
    """This time, in the school's zone."""

    match: int
    meeting: int
    at: str


async def asked(chat: Chat, say: Say, speaker: Speaker, callback_data: ProposeTap, proposals: Proposals) -> None:
    """«Предложить другое время», «Когда встретимся?», another day: a leaf of choosing."""
    view = await proposals.choosing(speaker, callback_data.match)
    if propose_tap(view).meeting != callback_data.meeting or view.over:
        await chat.show(pair_screen(say, view, speaker), say.plain("meeting-refused-changed"))
        return
    try:
        shown = _choose_screen(say, view, speaker, callback_data.leaf)
    except (ValueError, OverflowError):  # no month of any calendar
        shown = pair_screen(say, view, speaker)
    await chat.show(shown)


async def chosen(chat: Chat, say: Say, speaker: Speaker, callback_data: ProposedTimeTap, proposals: Proposals) -> None:
    """A time is proposed; the mentor hears of it."""
    tap = callback_data
    try:
        local = datetime.strptime(tap.at, TIME)  # noqa: DTZ007 - the service gives it the school's zone
    except ValueError:
        raise NotYours from None
    view = await proposals.propose(speaker, tap.match, tap.meeting, local)
    await chat.show(pair_screen(say, view, speaker).under(say("proposal-sent")))


async def answered(chat: Chat, say: Say, speaker: Speaker, callback_data: ProposalTap, proposals: Proposals) -> None:
    """«Согласиться», «Оставить как есть»."""
    if callback_data.agree:
        view = await proposals.agree(speaker, callback_data.proposal)
        note = say("proposal-agreed", when=when(say, view.starts, view.now.date())) if view.starts else ""
    else:
        view = await proposals.keep(speaker, callback_data.proposal)
        note = say("proposal-kept")
    await chat.show(pair_screen(say, view, speaker).under(note))


def _choose_screen(say: Say, view: PairView, viewer: Speaker, leaf: str) -> Screen:
    lines: list[str] = [say("proposal-title", who=others(view, viewer))]
    if view.starts is not None:
        lines.append(say("meeting-is-at", when=when(say, view.starts, view.now.date())))
    if len(leaf) == _DAY:
        lines += ["", say("meeting-which-hour", day=say.day(date.fromisoformat(leaf)))]
        rows = _hours(say, view, leaf)
    elif leaf:
        lines += ["", say("meeting-which-day")]
        rows = _days(say, view, leaf)
    else:
        lines += ["", say("proposal-choose")]
        rows = fitting([_time(say, view, each) for each in sorted(view.suggestions)], 36)
        rows.append([Button(say.plain("meeting-other-day"), propose_tap(view, f"{view.now:%Y-%m}"))])
        if view.meeting is not None:
            tap = MeetTap(meeting=view.meeting.id, revision=view.meeting.revision, do="m")
            rows.append([Button(say.plain("proposal-dont-know"), tap)])
    back: CallbackData = PairTap(match=view.pair.match_id)
    if leaf:
        back = propose_tap(view, leaf[:_MONTH] if len(leaf) > _MONTH else "")
    home = Button(say.plain("to-home"), HomeTap())
    return screen(Markup("\n").join(lines), *rows, [Button(say.plain("form-back"), back), home])


def _time(say: Say, view: PairView, local: datetime, text: str = "") -> Button:
    tap = propose_tap(view)
    return Button(
        text or short_time(say, local), ProposedTimeTap(match=tap.match, meeting=tap.meeting, at=local.strftime(TIME))
    )


def _days(say: Say, view: PairView, leaf: str) -> list[Row]:
    def turn_to(value: str, text: str) -> Button:
        return Button(text, propose_tap(view, value))

    def pick(value: str, text: str) -> Button:
        day = date.fromisoformat(value)
        return turn_to(value, text) if view.now.date() <= day <= view.pair.ends_on else Button("\u00b7")

    return pickers.date_rows(say, "", leaf, "", view.now.date(), pick, turn_to)


def _hours(say: Say, view: PairView, day: str) -> list[Row]:
    def pick(value: str, text: str) -> Button:
        local = datetime.fromisoformat(f"{day}T{value}").replace(tzinfo=view.now.tzinfo)
        return _time(say, view, local, text) if local > view.now else Button("\u00b7")

    return pickers.time_rows(pick)


def proposed(say: Say, values: Values, notice: Notice) -> Screen:
    """The mentor hears of a proposal, and answers."""
    text = _text(say, values, notice)
    agree = Button(say.plain("proposal-agree"), ProposalTap(proposal=notice.about, agree=True))
    other = PlanTap(match=values["match"], meeting=values["meeting"], closing=False, leaf="")
    rows: list[Row] = [[agree, Button(say.plain("meeting-other-day"), other)]]
    if values["was"] is not None:
        rows.append([Button(say.plain("proposal-keep"), ProposalTap(proposal=notice.about, agree=False))])
    return screen(text, *rows, [Button(say.plain("to-home"), HomeTap())])


def kept(say: Say, values: Values, notice: Notice) -> Screen:
    """Whoever proposed hears that the time stays."""
    pair = Button(say.plain("meeting-to-pair"), PairTap(match=values["match"]))
    return screen(_text(say, values, notice), [pair, Button(say.plain("to-home"), HomeTap())])


def _text(say: Say, values: Values, notice: Notice) -> Markup:
    was = values["was"]
    return say(
        f"notice-{notice.kind}",
        who=values["who"],
        when=when(say, values["starts"], values["today"]),
        planned="no" if was is None else "yes",
        was="" if was is None else when(say, was, values["today"]),
    )


VIEWS: dict[str, View] = {"proposal": proposed, "proposal-kept": kept}


def router() -> Router:
    """Times that mentees propose."""
    routes = Router(name="meeting_proposals")
    routes.callback_query.register(asked, ProposeTap.filter())
    routes.callback_query.register(chosen, ProposedTimeTap.filter())
    routes.callback_query.register(answered, ProposalTap.filter())
    return routes
