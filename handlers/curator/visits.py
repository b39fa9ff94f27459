"""The curator's invitations to pairs' meetings: «Буду», «Не смогу», the calendar file, the list of those ahead."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.curator.door import CuratorOnly
from handlers.home import Panel
from handlers.meeting_parts import calendar_file, join_row, names, place_line, when
from handlers.notices import View
from handlers.screen import Button, HomeTap, Row, Screen, grid, screen
from locales.words import Markup, Say
from mentoring.leaving import Paper
from mentoring.people import Role, Speaker
from mentoring.refusal import NotYours
from services.notices import Notice, Values
from services.visits import Visit, Visits


class VisitTap(CallbackData, prefix="vis1"):
    """A deed about a meeting a curator is invited to: l the list, s see it, c coming, n cannot, i the calendar file."""

    do: str = "l"
    meeting: int = 0
    revision: int = 0


async def tapped(chat: Chat, say: Say, speaker: Speaker, callback_data: VisitTap, visits: Visits) -> None:
    """Whatever is tapped about it."""
    tap = callback_data
    match tap.do:
        case "l":
            await chat.show(_list_screen(say, speaker, await visits.ahead(speaker)))
        case "s":
            await chat.show(_visit_screen(say, speaker, await visits.one(speaker, tap.meeting)))
        case "c" | "n":
            found = await visits.answer(speaker, tap.meeting, tap.revision, yes=tap.do == "c")
            note = say("visit-noted-yes" if tap.do == "c" else "visit-noted-no")
            await chat.show(_visit_screen(say, speaker, found).under(note))
        case "i":
            await _send_file(chat, say, speaker, await visits.one(speaker, tap.meeting))
        case _:
            raise NotYours


async def _send_file(chat: Chat, say: Say, speaker: Speaker, visit: Visit) -> None:
    await chat.toast()
    meeting = visit.meeting
    content = calendar_file(say, meeting, _who(visit, speaker), meeting.made_at)
    await chat.send_file(content, "meeting.ics", say("meeting-calendar-caption"), paper=Paper.CALENDAR)


def _list_screen(say: Say, viewer: Speaker, found: list[Visit]) -> Screen:
    lines: list[str] = [say("visit-title")] if found else [say("visit-title"), "", say("visit-none")]
    for number, each in enumerate(found, start=1):
        lines.append(
            say(
                "visit-line",
                number=str(number),
                when=say.moment(each.starts),
                kind=say(each.meeting.kind.words),
                mentor=names((each.mentor,), viewer),
                mentees=names(each.mentees, viewer),
                comes="yes" if each.comes else "asked",
            )
        )
    buttons = [
        Button(str(number), VisitTap(do="s", meeting=each.meeting.id)) for number, each in enumerate(found, start=1)
    ]
    return screen(Markup("\n").join(lines), *grid(buttons, 4), [_home(say)])


def _visit_screen(say: Say, viewer: Speaker, visit: Visit) -> Screen:
    meeting = visit.meeting
    text = say(
        "visit-one",
        kind=say(meeting.kind.words),
        when=say.moment(visit.starts),
        mentor=names((visit.mentor,), viewer),
        mentees=names(visit.mentees, viewer),
    )
    lines = [text, *place_line(say, meeting.place), "", say(meeting.kind.agenda)]
    rows = _answer_rows(say, meeting.id, meeting.revision, visit.comes)
    back = Button(say.plain("form-back"), VisitTap())
    return screen(Markup("\n").join(lines), *rows, *join_row(say, meeting.place), [back, _home(say)])


def _answer_rows(say: Say, meeting: int, revision: int, comes: bool | None = None) -> list[Row]:
    row = [
        Button(
            ("\u2705 " if comes is means else "") + say.plain(words),
            VisitTap(do=do, meeting=meeting, revision=revision),
        )
        for words, do, means in (("meeting-will-come", "c", True), ("meeting-will-not", "n", False))
    ]
    return [row, [Button(say.plain("meeting-to-calendar"), VisitTap(do="i", meeting=meeting))]]


def _who(visit: Visit, viewer: Speaker) -> str:
    return names((visit.mentor, *visit.mentees), viewer)


def invited(say: Say, values: Values, notice: Notice) -> Screen:
    """An invitation, a move, a reminder: with the two answers."""
    text = Markup("\n").join([_text(say, values, notice), *place_line(say, values["place"])])
    rows = [*_answer_rows(say, notice.about, notice.revision), *join_row(say, values["place"])]
    return screen(text, *rows, [_home(say)])


def called_off(say: Say, values: Values, notice: Notice) -> Screen:
    """It will not take place."""
    return screen(_text(say, values, notice), [_home(say)])


def _text(say: Say, values: Values, notice: Notice) -> Markup:
    return say(
        f"notice-{notice.kind}",
        when=when(say, values["starts"], values["today"]),
        kind=say(values["kind"].words),
        mentor=values["mentor"],
        mentees=values["mentees"],
    )


def _home(say: Say) -> Button:
    return Button(say.plain("to-home"), HomeTap())


VIEWS: dict[str, View] = {
    "visit-asked": invited,
    "visit-moved": invited,
    "visit-day": invited,
    "visit-hour": invited,
    "visit-off": called_off,
}


async def panel(say: Say, speaker: Speaker, visits: Visits) -> Panel | None:
    """How many meetings of pairs wait for the curator."""
    if speaker.person is None or Role.CURATOR not in speaker.roles:
        return None
    found = await visits.ahead(speaker)
    if not found:
        return None
    return Panel([say("visit-panel", count=len(found))], [[Button(say.plain("visit-list"), VisitTap())]])


def router() -> Router:
    """Behind the curator's door."""
    routes = Router(name="visits")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(tapped, VisitTap.filter())
    return routes
