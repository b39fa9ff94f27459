"""The mentor's report in chat: asked for before the programme ends, written as a form, taken out for signature."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.home import Panel
from handlers.meeting_parts import PastTap, briefly, names
from handlers.notices import View
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, HomeTap, Screen, screen
from locales.words import Say
from mentoring.leaving import Paper
from mentoring.mentor_report import KEY
from mentoring.people import Speaker
from papers.mentor_report import printed_report
from services.filling import Filling
from services.matching import Compute
from services.mentor_report import NOTICE, MentorReports
from services.notices import Notice, Values


class ReportTap(CallbackData, prefix="mre1"):
    """The report about a match: w write it, f its file."""

    match: int
    do: str = "w"


async def tapped(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: ReportTap,
    mentor_reports: MentorReports,
    filling: Filling,
    after: Mapping[str, Continuation],
    workshop: Compute,
) -> None:
    """Write it, or take it out."""
    tap = callback_data
    if tap.do != "f":
        await show_turn(chat, say, await filling.begin(speaker, KEY, tap.match), after)
        return
    report = await mentor_reports.mine(speaker, tap.match)
    await chat.toast(say.plain("diary-making"))
    content: bytes = await workshop(printed_report, report)
    await chat.send_file(content, f"{say.plain('report-file-name')}.docx", paper=Paper.REPORT)
    await chat.show_anew(written_screen(say, tap.match))


async def after_report(chat: Chat, say: Say, outcome: int) -> None:
    """Written: the file to sign is one tap away."""
    await chat.show(written_screen(say, outcome))


def written_screen(say: Say, match: int) -> Screen:
    """What may be done about a report that is written."""
    edit = Button(say.plain("report-edit"), ReportTap(match=match))
    take = Button(say.plain("report-file"), ReportTap(match=match, do="f"))
    back = [Button(say.plain("form-back"), PastTap(match=match)), Button(say.plain("to-home"), HomeTap())]
    return screen(say("report-written"), [take], [edit], back)


def asked(say: Say, values: Values, notice: Notice) -> Screen:
    """The programme ends soon."""
    text = say(f"notice-{NOTICE}", who=values["who"], again=values["again"])
    write = Button(say.plain("report-write"), ReportTap(match=values["match"]))
    return screen(text, [write], [Button(say.plain("to-home"), HomeTap())])


async def panel(say: Say, speaker: Speaker, mentor_reports: MentorReports) -> Panel | None:
    """The reports that are asked for."""
    panel = Panel()
    for match, mentees in await mentor_reports.waiting(speaker):
        who = names(mentees, speaker)
        panel.lines.append(say("report-waits", who=who))
        label = briefly(say, mentees, speaker)
        panel.rows.append([Button(say.plain("report-write-of", who=label), ReportTap(match=match))])
    return panel if panel.lines else None


AFTER: dict[str, Continuation] = {KEY: after_report}
VIEWS: dict[str, View] = {NOTICE: asked}


def router() -> Router:
    """The mentor's report."""
    routes = Router(name="mentor_report")
    routes.callback_query.register(tapped, ReportTap.filter())
    return routes
