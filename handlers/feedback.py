"""The interim questionnaire in chat: asked, opened, thanked for; what it asks of the curator goes to the curator."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers import home
from handlers.chat import Chat
from handlers.home import Panel
from handlers.notices import View
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, HomeTap, Screen, screen
from locales.words import Say
from mentoring.people import Role, Side, Speaker
from services.feedback import Feedback
from services.filling import Filling
from services.notices import Notice, Values


class FeedbackTap(CallbackData, prefix="fb1"):
    """«Ответить»."""

    match: int
    side: Side


def asked(say: Say, values: Values, notice: Notice) -> Screen:
    """Both sides are asked how it goes."""
    text = say("notice-feedback", who=values["who"], side=values["side"], again=values["again"])
    return screen(text, [_answer(say, notice.about, values["side"])], [Button(say.plain("to-home"), HomeTap())])


async def opened(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: FeedbackTap,
    feedback: Feedback,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """«Ответить»: the questionnaire, where it was left."""
    form = await feedback.mine(speaker, callback_data.match, callback_data.side)
    turn = await filling.begin(speaker, form, callback_data.match)
    await show_turn(chat, say, turn, after)


async def after_interim(chat: Chat, say: Say) -> None:
    """Sent."""
    await chat.call(home.show, note=say("feedback-thanks"))


async def panel(say: Say, speaker: Speaker, feedback: Feedback) -> Panel | None:
    """A questionnaire that waits for an answer."""
    if speaker.person is None or speaker.roles.isdisjoint((Role.MENTOR, Role.MENTEE)):
        return None
    waiting = await feedback.waiting(speaker)
    if not waiting:
        return None
    return Panel([str(say("feedback-waits"))], [[_answer(say, match, side)] for match, side in waiting])


VIEWS: dict[str, View] = {"feedback": asked}


def _answer(say: Say, match: int, side: Side) -> Button:
    return Button(say.plain("feedback-answer"), FeedbackTap(match=match, side=side))


def router() -> Router:
    """The button that opens it."""
    routes = Router(name="feedback")
    routes.callback_query.register(opened, FeedbackTap.filter())
    return routes
