"""The interest poll as everyone sees it: three taps, nothing kept of whoever taps, and a way on to joining."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.screen import Button, HomeTap, Row, Screen, fitting, grid, screen
from locales.words import Say
from mentoring.people import Kind, Speaker
from mentoring.poll import ANY_FORM, CHOICES, LEVELS, WHO, PollAnswer, Wish, forms, wishes
from mentoring.refusal import NotYours
from services.poll import Polls

_LEVELS_IN_A_ROW = 4


class PollTap(CallbackData, prefix="pol1"):
    """An answer so far: what has not been tapped yet is empty. It travels in the buttons, so nothing is stored."""

    link: int
    ballot: str
    who: Kind | None = None
    level: int = 0
    wish: Wish | None = None
    form: str = ""  # its place among all that can be chosen: names would not fit


class PollJoinTap(CallbackData, prefix="polj1"):
    """«Хочу участвовать» on the poll's last screen."""

    token: str


async def begin(chat: Chat, say: Say, link_id: int, polls: Polls) -> None:
    """The poll was opened by its link."""
    await chat.show(_who(say, PollTap(link=link_id, ballot=polls.ballot())))


async def tapped(chat: Chat, say: Say, speaker: Speaker, callback_data: PollTap, polls: Polls) -> None:
    """The next question, or the last answer: then it counts."""
    tap = callback_data
    who, wish = tap.who, tap.wish
    if who is None:
        await chat.show(_who(say, tap))
        return
    if who not in WHO or (wish and wish not in wishes(who)):
        raise NotYours
    if wish is None:
        await chat.show(_wish(say, tap, who))
        return
    choice = forms(who, wish)
    if len(choice) > 1 and not tap.form:
        await chat.show(_form(say, tap, who, choice))
        return
    form = _chosen(tap.form) or "".join(choice)
    token = await polls.answer(speaker, tap.link, tap.ballot, PollAnswer(who, tap.level, wish, form))
    rows: list[Row] = []
    if token and wish is not Wish.NOTHING and who is not Kind.GUARDIAN:
        rows.append([Button(say.plain("poll-join"), PollJoinTap(token=token))])
    rows.append([Button(say.plain("poll-again"), PollTap(link=tap.link, ballot=tap.ballot))])
    rows.append([Button(say.plain("to-home"), HomeTap())])
    await chat.show(screen(say("poll-thanks", who=who, wish=wish), *rows))


def _with(tap: PollTap, **changes: str | int | None) -> PollTap:
    return tap.model_copy(update=changes)


def _chosen(place: str) -> str:
    """The form a button means; empty where none was asked."""
    if place and place not in (str(number) for number in range(len(CHOICES))):
        raise NotYours
    return CHOICES[int(place)] if place else ""


def _who(say: Say, tap: PollTap) -> Screen:
    blank = PollTap(link=tap.link, ballot=tap.ballot)
    levels = [
        Button(say.plain("poll-level", level=str(level)), _with(blank, who=Kind.PUPIL, level=level)) for level in LEVELS
    ]
    others = [Button(say.plain("poll-who", who=each), _with(blank, who=each)) for each in WHO if each is not Kind.PUPIL]
    return screen(say("poll-ask-who"), *grid(levels, _LEVELS_IN_A_ROW), *fitting(others), _out(say))


def _wish(say: Say, tap: PollTap, who: Kind) -> Screen:
    buttons = [[Button(say.plain("poll-wish", who=who, wish=wish), _with(tap, wish=wish))] for wish in wishes(who)]
    back = Button(say.plain("poll-back"), PollTap(link=tap.link, ballot=tap.ballot))
    return screen(say("poll-ask-wish", who=who), *buttons, [back, *_out(say)])


def _form(say: Say, tap: PollTap, who: Kind, choice: tuple[str, ...]) -> Screen:
    buttons = [
        [Button(say.plain("poll-with", form=form, who=who), _with(tap, form=str(CHOICES.index(form))))]
        for form in (*choice, ANY_FORM)
    ]
    back = Button(say.plain("poll-back"), _with(tap, wish=None))
    return screen(say("poll-ask-form", who=who), *buttons, [back, *_out(say)])


def _out(say: Say) -> Row:
    return [Button(say.plain("to-home"), HomeTap())]


def router() -> Router:
    """The poll's buttons, for everyone."""
    routes = Router(name="poll")
    routes.callback_query.register(tapped, PollTap.filter())
    return routes
