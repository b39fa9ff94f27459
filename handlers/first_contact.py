"""First contact at home: the mentor's task with its date, the mentee's quiet word; «Не отвечает» of either side."""

from __future__ import annotations

from datetime import datetime

from aiogram import Router

from handlers import home
from handlers.chat import Chat
from handlers.home import Panel
from handlers.meeting_parts import PairTap, PlanTap, names
from handlers.notices import View
from handlers.screen import Button, HomeTap, Row, Screen, screen
from handlers.signal_taps import NoContactTap, SilentTap
from locales.words import Markup, Say
from mentoring.naming import shown
from mentoring.people import Role, Side, Speaker
from services.first_contact import FirstContact
from services.notices import Notice, Values
from services.signals import Signals


async def panel(say: Say, speaker: Speaker, first_contact: FirstContact) -> Panel | None:
    """What is to be set until when, for mentors; for mentees what they may tell once the date has gone by."""
    if speaker.person is None or speaker.roles.isdisjoint((Role.MENTOR, Role.MENTEE)):
        return None
    lines: list[str] = []
    rows: list[Row] = []
    for each in await first_contact.waiting(speaker):
        if each.side is Side.MENTOR:
            words = "first-contact-late" if each.late else "first-contact-task"
            lines.append(say(words, who=names(each.pair.mentees, speaker), until=until_words(say, each.until)))
            rows.append([_set(say, each.pair.match_id)])
        elif each.told:
            lines.append(say("first-contact-told"))
        else:
            lines.append(say("first-contact-mentee"))
            rows.append([Button(say.plain("first-contact-none"), NoContactTap(match=each.pair.match_id))])
    return Panel(lines, rows) if lines else None


async def not_contacted(chat: Chat, say: Say, speaker: Speaker, callback_data: NoContactTap, signals: Signals) -> None:
    """«Со мной ещё не связались»: to the curators only."""
    await signals.no_contact(speaker, callback_data.match)
    await chat.call(home.show, note=say("first-contact-noted"))


async def silent(chat: Chat, say: Say, speaker: Speaker, callback_data: SilentTap, signals: Signals) -> None:
    """«Не отвечает»: to the curators only; of a group, who is asked first."""
    tap = callback_data
    pair, side = await signals.pair(speaker, tap.match)
    if side is Side.MENTOR and len(pair.mentees) > 1 and not tap.person:
        whom = [[Button(shown(each, speaker), SilentTap(match=tap.match, person=each.id))] for each in pair.mentees]
        back = [Button(say.plain("form-back"), PairTap(match=tap.match)), Button(say.plain("to-home"), HomeTap())]
        await chat.show(screen(say("signal-silent-who"), *whom, back))
        return
    await signals.no_answer(speaker, tap.match, tap.person)
    await chat.call(home.show, note=say("signal-silent-told", side=side))


def reminded(say: Say, values: Values, notice: Notice) -> Screen:
    """The date has come and no time is set: the mentor, once."""
    text = say("notice-first-contact", who=values["who"], until=until_words(say, values["until"]))
    return screen(text, [_set(say, values["match"])], [Button(say.plain("to-home"), HomeTap())])


VIEWS: dict[str, View] = {"first-contact": reminded}


def until_words(say: Say, local: datetime) -> Markup:
    """«до четверга, 12 февраля, 15:00»."""
    return say(
        "first-contact-until", weekday=local.isoweekday(), day=local.day, month=local.month, time=f"{local:%H:%M}"
    )


def _set(say: Say, match: int) -> Button:
    return Button(say.plain("first-contact-set"), PlanTap(match=match, meeting=0, closing=False, leaf=""))


def router() -> Router:
    """What is told quietly."""
    routes = Router(name="first-contact")
    routes.callback_query.register(not_contacted, NoContactTap.filter())
    routes.callback_query.register(silent, SilentTap.filter())
    return routes
