"""The interest poll as everyone sees it: three taps, nothing kept of whoever taps, and a way on to joining."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.screen import Button, HomeTap, Row, Screen, fitting, grid, screen
from locales.words import Say
from mentoring.people import Kind, Speaker
from mentoring.poll import ANY_FORM, LEVELS, WHO, PollAnswer, Wish, forms, wishes
from mentoring.refusal import NotYours
from services.poll import Polls

_LEVELS_IN_A_ROW = 4


class PollTap(CallbackData, prefix="pol1"):
    """An answer so far: what has not been tapped yet is empty. It travels in the buttons, so nothing is stored."""

    link: int
    ballot: str
    who: str = ""
    level: int = 0
    wish: str = ""
    form: str = ""


class PollJoinTap(CallbackData, prefix="polj1"):
    """«Хочу участвовать» on the poll's last screen."""

    token: str


async def begin(chat: Chat, say: Say, link_id: int, polls: Polls) -> None:
    """The poll was opened by its link."""
    await chat.show(_who(say, PollTap(link=link_id, ballot=polls.ballot())))


async def tapped(chat: Chat, say: Say, speaker: Speaker, callback_data: PollTap, polls: Polls) -> None:
    """The next question, or the last answer: then it counts."""
    tap = callback_data
    if not tap.who:
        await chat.show(_who(say, tap))
        return
    if tap.who not in WHO or (tap.wish and tap.wish not in wishes(Kind(tap.who))):
        raise NotYours
    who = Kind(tap.who)
    if not tap.wish:
        await chat.show(_wish(say, tap, who))
        return
    wish = Wish(tap.wish)
    choice = forms(who, wish)
    if len(choice) > 1 and not tap.form:
        await chat.show(_form(say, tap, choice))
        return
    form = tap.form or "".join(choice)
    token = await polls.answer(speaker, tap.link, tap.ballot, PollAnswer(who, tap.level, wish, form))
    rows: list[Row] = []
    if token and wish is not Wish.NOTHING and who is not Kind.GUARDIAN:
        rows.append([Button(say.plain("poll-join"), PollJoinTap(token=token))])
    rows.append([Button(say.plain("poll-again"), PollTap(link=tap.link, ballot=tap.ballot))])
    rows.append([Button(say.plain("to-home"), HomeTap())])
    await chat.show(screen(say("poll-thanks", who=who, wish=wish), *rows))


def _with(tap: PollTap, **changes: str | int) -> PollTap:
    return tap.model_copy(update=changes)


def _who(say: Say, tap: PollTap) -> Screen:
    blank = PollTap(link=tap.link, ballot=tap.ballot)
    levels = [
        Button(say.plain("poll-level", level=str(level)), _with(blank, who=Kind.PUPIL.value, level=level))
        for level in LEVELS
    ]
    others = [
        Button(say.plain("poll-who", who=each), _with(blank, who=each.value)) for each in WHO if each is not Kind.PUPIL
    ]
    return screen(say("poll-ask-who"), *grid(levels, _LEVELS_IN_A_ROW), *fitting(others), _out(say))


def _wish(say: Say, tap: PollTap, who: Kind) -> Screen:
    buttons = [
        [Button(say.plain("poll-wish", who=who, wish=wish), _with(tap, wish=wish.value))] for wish in wishes(who)
    ]
    back = Button(say.plain("poll-back"), PollTap(link=tap.link, ballot=tap.ballot))
    return screen(say("poll-ask-wish", who=who), *buttons, [back, *_out(say)])


def _form(say: Say, tap: PollTap, choice: tuple[str, ...]) -> Screen:
    buttons = [
        [Button(say.plain("poll-with", form=form, who=tap.who), _with(tap, form=form))] for form in (*choice, ANY_FORM)
    ]
    back = Button(say.plain("poll-back"), _with(tap, wish=""))
    return screen(say("poll-ask-form", who=tap.who), *buttons, [back, *_out(say)])


def _out(say: Say) -> Row:
    return [Button(say.plain("to-home"), HomeTap())]


def router() -> Router:
    """The poll's buttons, for everyone."""
    routes = Router(name="poll")
    routes.callback_query.register(tapped, PollTap.filter())
    return routes
