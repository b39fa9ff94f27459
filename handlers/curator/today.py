"""The curator's home: today, the stage, what waits for them, each line one tap from being done."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.curator.acts import ActTap
from handlers.curator.admission import AdmitTap
from handlers.curator.back import SectionsTap
from handlers.curator.calls import CallsTap
from handlers.curator.case_taps import CasesTap
from handlers.curator.door import CuratorOnly
from handlers.curator.form_choice import WaitingTap
from handlers.curator.gathering_taps import CameTap
from handlers.curator.letters import LettersTap
from handlers.curator.matching_taps import ConfirmedTap, MatchingTap
from handlers.curator.order_taps import OrdersTap
from handlers.curator.paper_returns import PaperTap
from handlers.curator.people_taps import OwingTap
from handlers.curator.safety import SafetyTap
from handlers.curator.stuck_pairs import StuckListTap, pair_button, pair_line
from handlers.curator.withdrawals import WithdrawalTap
from handlers.home import Panel
from handlers.parting_taps import PausesTap, RequestsTap
from handlers.roadmap_screens import LateTap, RoadmapTap, day_words
from handlers.screen import Button, HomeTap, Row, Screen, fitting
from locales.words import Say
from mentoring.people import Speaker
from mentoring.rights import Deed, may
from services.filling import Filling
from services.today import Day, Line, Today, Waits

OPENS: Mapping[Waits, CallbackData] = {
    Waits.SAFETY: SafetyTap(),
    Waits.PARTINGS_LATE: RequestsTap(),
    Waits.STUCK: StuckListTap(),
    Waits.NEWCOMERS: AdmitTap(step="l"),
    Waits.PARTINGS: RequestsTap(),
    Waits.GATHERINGS: CameTap(gathering=0),
    Waits.PAUSES: PausesTap(),
    Waits.CALLS: CallsTap(),
    Waits.LETTERS: LettersTap(),
    Waits.CONSENTS: OwingTap(),
    Waits.PAPERS: PaperTap(step="l"),
    Waits.QUESTIONNAIRES: OwingTap(),
    Waits.FORMS: WaitingTap(),
    Waits.REFUSED: MatchingTap(),
    Waits.TRIES_DUE: CasesTap(),
    Waits.LONG_WAITING: CasesTap(),
    Waits.UNANSWERED: ConfirmedTap(),
    Waits.PAIRS_FOR_ORDER: OrdersTap(),
    Waits.AGREEMENTS: OrdersTap(),
    Waits.ORDERS_UNSIGNED: OrdersTap(),
    Waits.AMENDMENTS: OrdersTap(),
    Waits.WITHDRAWALS: WithdrawalTap(),
    Waits.ACTS: ActTap(),
    Waits.LATE: LateTap(),
}  # where each line leads
MOST = 8  # lines, the most pressing ones; the others are one tap away


class DayTap(CallbackData, prefix="day1"):
    """«Ещё»: everything that waits."""


async def panel(say: Say, speaker: Speaker, today: Today) -> Panel | None:
    """The curator's part of the home screen, once the school is set up."""
    if not may(speaker, Deed.SEE_TODAY) or not speaker.set_up:
        return None
    day = await today.seen(speaker)
    return None if day is None else _panel(say, speaker, day)


async def opened(chat: Chat, speaker: Speaker, filling: Filling) -> None:
    """`/today`: whatever is open is put aside."""
    await filling.leave(speaker)
    await chat.call(_show, whole=False)


async def whole(chat: Chat) -> None:
    """«Ещё»."""
    await chat.call(_show, whole=True)


async def _show(chat: Chat, say: Say, speaker: Speaker, today: Today, whole: bool) -> None:
    day = await today.seen(speaker)
    shown = _panel(say, speaker, day, whole=whole) if day else Panel([say("set-up-first")])
    await chat.show(Screen("\n".join(shown.lines), (*shown.rows, [Button(say.plain("to-home"), HomeTap())])))


def _panel(say: Say, speaker: Speaker, day: Day, *, whole: bool = False) -> Panel:
    lines: list[str] = [say("today-title", day=day_words(say, day.today), title=day.title)]
    if day.stage is not None and day.until is not None:
        title = say.plain(f"roadmap-stage-{day.stage}")
        lines.append(say("today-stage", stage=day.stage, title=title, until=day_words(say, day.until)))
    lines += ["", say("today-waiting" if day.lines else "today-nothing")]
    told = day.lines if whole or len(day.lines) <= MOST + 1 else day.lines[:MOST]
    deeds: list[Button] = []
    named: list[Row] = []
    for each in told:
        lines.append(_line(say, each))
        if each.what is Waits.STUCK:
            lines += [pair_line(say, speaker, one, day.now) for one in day.stuck]
            named = [[pair_button(say, speaker, one)] for one in day.stuck]
        if each.what is not Waits.STUCK or each.count > len(day.stuck):
            deeds.append(Button(say.plain(f"today-do-{_id(each.what)}"), OPENS[each.what]))
    if left := len(day.lines) - len(told):
        deeds.append(Button(say.plain("today-more", count=left), DayTap()))
    lines += ["", say("today-week", meetings=day.week.meetings, questionnaires=day.week.questionnaires)]
    always = [Button(say.plain("roadmap"), RoadmapTap()), Button(say.plain("sections"), SectionsTap())]
    return Panel(lines, [*named, *fitting(deeds, 44), always])


def _line(say: Say, line: Line) -> str:
    words = say(f"today-{_id(line.what)}", count=line.count)
    if line.since is None:
        return say("today-line", text=words)
    return say("today-line-since", text=words, day=day_words(say, line.since))


def _id(what: Waits) -> str:
    return what.replace("_", "-")


def router() -> Router:
    """/today, for curators."""
    routes = Router(name="today")
    routes.message.filter(CuratorOnly())
    routes.callback_query.filter(CuratorOnly())
    routes.message.register(opened, Command("today"))
    routes.callback_query.register(whole, DayTap.filter())
    return routes
