"""The curator changes the roadmap: when a point is due and who answers for it."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.curator.door import CuratorOnly
from handlers.questionnaire import Continuation, show_turn
from handlers.roadmap_screens import DatesTap, PointTap, WhoTap, card_screen, last_row, title
from handlers.screen import Button, fitting, screen
from locales.words import Say
from mentoring.naming import shown
from mentoring.people import STAFF_ROLES, Speaker
from services.filling import Filling
from services.roadmap import Card, Roadmap, answering


class AssignTap(CallbackData, prefix="rma1"):
    """A role (by its place in the list of staff roles) or a person, and who answered for the point on this screen."""

    point: int
    was: int
    role: int = 0
    person: int = 0


async def dates_asked(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: DatesTap,
    roadmap: Roadmap,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """«Изменить сроки»."""
    await roadmap.changing(speaker, callback_data.point)
    await show_turn(chat, say, await filling.begin(speaker, "roadmap_dates", callback_data.point), after)


async def after_dates(chat: Chat, say: Say, speaker: Speaker, outcome: Card) -> None:
    """The point has other dates."""
    heard = say("roadmap-moved-already") if outcome.beaten else say("roadmap-moved")
    await chat.show(card_screen(say, speaker, outcome).under(heard))


async def who_asked(chat: Chat, say: Say, speaker: Speaker, callback_data: WhoTap, roadmap: Roadmap) -> None:
    """«Кто отвечает»: roles on the first page, people on every."""
    point = callback_data.point
    page = await roadmap.staff(speaker, point, callback_data.after)
    was = answering(page.point)
    roles = [
        Button(say.plain("roadmap-role-all", role=role), AssignTap(point=point, was=was, role=place))
        for place, role in enumerate(STAFF_ROLES)
    ]
    people = [Button(shown(each, speaker), AssignTap(point=point, was=was, person=each.id)) for each in page.people]
    more = [Button(say.plain("roadmap-more"), WhoTap(point=point, after=page.people[-1].id))] if page.more else []
    text = say("roadmap-who-title", number=page.point.number, title=title(say, page.point))
    back = Button(say.plain("roadmap-back-to-point"), PointTap(point=point))
    rows = fitting([*([] if callback_data.after else roles), *people])
    await chat.show(screen(text, *rows, more, last_row(say, back)))


async def assigned(chat: Chat, say: Say, speaker: Speaker, callback_data: AssignTap, roadmap: Roadmap) -> None:
    """Somebody answers for the point now."""
    role = STAFF_ROLES[callback_data.role % len(STAFF_ROLES)]
    card = await roadmap.assign(speaker, callback_data.point, role, callback_data.person, callback_data.was)
    heard = "roadmap-assigned-already" if card.beaten else "roadmap-assigned"
    await chat.show(card_screen(say, speaker, card), say.plain(heard))


def router() -> Router:
    """Changes of the roadmap, for curators."""
    routes = Router(name="curator-roadmap")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(dates_asked, DatesTap.filter())
    routes.callback_query.register(who_asked, WhoTap.filter())
    routes.callback_query.register(assigned, AssignTap.filter())
    return routes
