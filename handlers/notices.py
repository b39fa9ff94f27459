"""How a notice looks in chat: a sentence, and buttons one can act with; for whom it is, where one phone serves several."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers import home
from handlers.chat import Chat
from handlers.screen import Button, HomeTap, Screen, screen
from locales.words import Say
from mentoring.naming import shown
from mentoring.people import Speaker
from services.notices import Notice, Notices, Ready, Values

View = Callable[[Say, Values, Notice], Screen]


class ForTap(CallbackData, prefix="for1"):
    """Speak for whom the notice is, and see it with its buttons."""

    notice: int


def notice_screen(say: Say, ready: Ready, views: Mapping[str, View]) -> Screen:
    """What is sent. Its buttons would act for whom the account speaks now: for another person, one button switches."""
    whole = _screen(say, ready.values, ready.notice, views)
    if ready.instead_of is None or ready.to.person is None:
        return whole
    whom = shown(ready.to.person, ready.to)
    switch = Button(say.plain("notice-answer-for", who=whom), ForTap(notice=ready.notice.id))
    return screen(whole.text, [switch]).under(say("notice-for", who=whom))


def _screen(say: Say, values: Values, notice: Notice, views: Mapping[str, View]) -> Screen:
    view = views.get(notice.kind)
    if view is not None:
        return view(say, values, notice)
    return screen(say(f"notice-{notice.kind}", **values), [Button(say.plain("to-home"), HomeTap())])


async def switched(chat: Chat, say: Say, speaker: Speaker, callback_data: ForTap, notices: Notices) -> None:
    """«Ответить за …»: the account speaks for that person now, and the notice gets its buttons."""
    from handlers import notice_views

    notice, values = await notices.again(speaker, callback_data.notice)
    if values is None:
        await chat.call(home.show)
        return
    await chat.show(_screen(say, values, notice, notice_views()))


def router() -> Router:
    """The button that switches."""
    routes = Router(name="notices")
    routes.callback_query.register(switched, ForTap.filter())
    return routes
