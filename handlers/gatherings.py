"""A group meeting as those invited see it: on the home screen, in notices, «Приду / Не смогу», a file for the calendar."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.home import Panel
from handlers.meeting_parts import when
from handlers.notices import View
from handlers.screen import Button, HomeTap, Row, Screen, screen
from locales.words import Markup, Say
from mentoring.leaving import Paper
from mentoring.people import Speaker
from mentoring.refusal import TakenMeanwhile
from mentoring.rights import Deed, may
from papers.calendar_file import CalendarMeeting, meeting_ics
from services.invitations import Invitation, Invitations, Reply
from services.notices import Notice, Values


class InvitedTap(CallbackData, prefix="gti1"):
    """A group meeting as it stood at a revision: v see it, c coming, n cannot, i calendar file."""

    gathering: int
    revision: int
    do: str = "v"


async def panel(say: Say, speaker: Speaker, invitations: Invitations) -> Panel | None:
    """The next group meetings and whether one comes."""
    if not may(speaker, Deed.ANSWER_INVITATIONS):
        return None
    found = await invitations.mine(speaker)
    if not found:
        return None
    lines: list[str] = [
        say("gathering-mine", when=_when(say, each), place=each.gathering.place or "none", reply=each.reply)
        for each in found
    ]
    rows: list[Row] = []
    for each in found:
        if each.reply is Reply.NONE:
            rows.append(_answers(say, each.gathering.id, each.gathering.revision))
        else:
            text = say.plain("gathering-mine-button", when=_when(say, each))
            rows.append([Button(text, InvitedTap(gathering=each.gathering.id, revision=each.gathering.revision))])
    return Panel(lines, rows)


async def tapped(chat: Chat, say: Say, speaker: Speaker, callback_data: InvitedTap, invitations: Invitations) -> None:
    """See it, answer, take it into the calendar."""
    tap = callback_data
    if tap.do in ("c", "n"):
        try:
            found = await invitations.answer(speaker, tap.gathering, tap.revision, yes=tap.do == "c")
        except TakenMeanwhile as changed:
            found = await invitations.one(speaker, tap.gathering)
            await chat.show(_screen(say, found), say.plain(changed.reason))
            return
        note = say("gathering-noted-yes" if tap.do == "c" else "gathering-noted-no")
        await chat.show(_screen(say, found).under(note), say.plain("gathering-noted"))
        return
    found = await invitations.one(speaker, tap.gathering)
    if tap.do != "i":
        await chat.show(_screen(say, found))
        return
    await chat.toast()
    await chat.send_file(_calendar(say, found), "meeting.ics", say("gathering-calendar-caption"), paper=Paper.CALENDAR)


def _calendar(say: Say, found: Invitation) -> bytes:
    gathering = found.gathering
    return meeting_ics(
        CalendarMeeting(
            uid=f"gathering-{gathering.id}@mentoring",
            revision=gathering.revision,
            starts=gathering.starts_at,
            minutes=gathering.minutes,
            title=say.plain("gathering-calendar-title"),
            changed=found.now,
            place=gathering.place,
        )
    )


def _screen(say: Say, found: Invitation) -> Screen:
    gathering = found.gathering
    form = say.plain("matching-form", form=gathering.form)
    text = "\n\n".join(
        (
            say("gathering-mine", when=_when(say, found), place=gathering.place or "none", reply=found.reply),
            say("gathering-mine-what", form=form),
        )
    )
    return screen(
        text, _answers(say, gathering.id, gathering.revision, found.reply), _last(say, gathering.id, gathering.revision)
    )


def told(say: Say, values: Values, notice: Notice) -> Screen:
    """Invited, or it was moved: answered at once."""
    text = _text(say, values, f"notice-gathering-{values['news']}")
    return screen(
        text, _answers(say, notice.about, notice.revision, values["reply"]), _last(say, notice.about, notice.revision)
    )


def reminded(say: Say, values: Values, notice: Notice) -> Screen:
    """The day before."""
    text = _text(say, values, "notice-gathering-day")
    return screen(
        text, _answers(say, notice.about, notice.revision, values["reply"]), _last(say, notice.about, notice.revision)
    )


def called_off(say: Say, values: Values, notice: Notice) -> Screen:
    """It will not take place."""
    text = say("notice-gathering-off", when=when(say, values["starts"], values["today"]))
    return screen(text, [Button(say.plain("to-home"), HomeTap())])


def to_parent(say: Say, values: Values, notice: Notice) -> Screen:
    """To a parent: which children, when and where."""
    words = "notice-gathering-parent" if values["news"] == "set" else "notice-gathering-parent-moved"
    if notice.kind == "gathering-parent-off":
        words = "notice-gathering-parent-off"
    moment = when(say, values["starts"], values["today"])
    text = say(words, who=values["who"], when=moment)
    if values["place"] and notice.kind != "gathering-parent-off":
        text = Markup(text + "\n" + say("gathering-where", place=values["place"]))
    return screen(text, [Button(say.plain("to-home"), HomeTap())])


VIEWS: dict[str, View] = {
    "gathering-set": told,
    "gathering-moved": told,
    "gathering-day": reminded,
    "gathering-off": called_off,
    "gathering-parent": to_parent,
    "gathering-parent-moved": to_parent,
    "gathering-parent-off": to_parent,
}


def _text(say: Say, values: Values, words: str) -> Markup:
    text = say(words, when=when(say, values["starts"], values["today"]))
    place = values["place"]
    return Markup(text + "\n" + say("gathering-where", place=place)) if place else text


def _answers(say: Say, gathering: int, revision: int, reply: Reply = Reply.NONE) -> Row:
    return [
        Button(
            ("\u2705 " if reply is means else "") + say.plain(words),
            InvitedTap(gathering=gathering, revision=revision, do=do),
        )
        for words, do, means in (("gathering-come", "c", Reply.YES), ("gathering-come-not", "n", Reply.NO))
    ]


def _last(say: Say, gathering: int, revision: int) -> Row:
    calendar = Button(say.plain("gathering-to-calendar"), InvitedTap(gathering=gathering, revision=revision, do="i"))
    return [calendar, Button(say.plain("to-home"), HomeTap())]


def _when(say: Say, found: Invitation) -> str:
    return when(say, found.starts, found.today)


def router() -> Router:
    """Whoever is invited; the service asks the table of rights."""
    routes = Router(name="invitations")
    routes.callback_query.register(tapped, InvitedTap.filter())
    return routes
