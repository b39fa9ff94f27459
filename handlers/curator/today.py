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
from handlers.curator.case_taps import CasesTap
from handlers.curator.door import CuratorOnly
from handlers.curator.form_choice import WaitingTap
from handlers.curator.gathering_taps import CameTap
from handlers.curator.letters import LettersTap
from handlers.curator.matching_taps import ConfirmedTap, MatchingTap
from handlers.curator.meetings import WatchTap
from handlers.curator.order_taps import OrdersTap
from handlers.curator.paper_returns import PaperTap
from handlers.curator.people_taps import OwingTap
from handlers.curator.withdrawals import WithdrawalTap
from handlers.home import Panel
from handlers.parting_taps import PausesTap, RequestsTap
from handlers.roadmap_screens import LateTap, RoadmapTap, day_words
from handlers.screen import Button, HomeTap, Screen, fitting
from locales.words import Say
from mentoring.people import Speaker
from mentoring.rights import Deed, may
from services.filling import Filling
from services.pairs_watch import Which
from services.today import Day, Line, Today, Waits

OPENS: Mapping[Waits, CallbackData] = {
    Waits.PARTINGS_LATE: RequestsTap(),
    Waits.NEWCOMERS: AdmitTap(step="l"),
    Waits.PARTINGS: RequestsTap(),
    Waits.GATHERINGS: CameTap(gathering=0),
    Waits.PAUSES: PausesTap(),
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
    Waits.WITHOUT_MEETING: WatchTap(which=Which.WITHOUT),
    Waits.MISMATCHES: WatchTap(which=Which.DISPUTED),
    Waits.WITHDRAWALS: WithdrawalTap(),
    Waits.ACTS: ActTap(),
    Waits.LATE: LateTap(),
}  # where each line leads


async def panel(say: Say, speaker: Speaker, today: Today) -> Panel | None:
    """The curator's part of the home screen, once the school is set up."""
    if not may(speaker, Deed.SEE_TODAY) or not speaker.set_up:
        return None
    day = await today.seen(speaker)
    return None if day is None else _panel(say, day)


async def opened(chat: Chat, say: Say, speaker: Speaker, today: Today, filling: Filling) -> None:
    """`/today`: whatever is open is put aside."""
    await filling.leave(speaker)
    day = await today.seen(speaker)
    shown = _panel(say, day) if day else Panel([say("set-up-first")])
    await chat.show(Screen("\n".join(shown.lines), (*shown.rows, [Button(say.plain("to-home"), HomeTap())])))


def _panel(say: Say, day: Day) -> Panel:
    lines: list[str] = [say("today-title", day=day_words(say, day.today), title=day.title)]
    if day.stage is not None and day.until is not None:
        title = say.plain(f"roadmap-stage-{day.stage}")
        lines.append(say("today-stage", stage=day.stage, title=title, until=day_words(say, day.until)))
    lines += ["", say("today-waiting" if day.lines else "today-nothing")]
    lines += [_line(say, each) for each in day.lines]
    lines += ["", say("today-week", meetings=day.week.meetings, questionnaires=day.week.questionnaires)]
    deeds = [Button(say.plain(f"today-do-{_id(each.what)}"), OPENS[each.what]) for each in day.lines]
    always = [Button(say.plain("roadmap"), RoadmapTap()), Button(say.plain("sections"), SectionsTap())]
    return Panel(lines, [*fitting(deeds, 44), always])


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
    routes.message.register(opened, Command("today"))
    return routes
