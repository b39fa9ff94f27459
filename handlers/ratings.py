"""The monthly rating in chat: one tap in the notice itself, another one the same day, a word for the curator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.home import Panel
from handlers.notices import View
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, HomeTap, Row, Screen, grid, screen
from locales.words import Say
from mentoring.naming import shown
from mentoring.people import Role, Speaker
from mentoring.ratings import MARKS
from services.filling import Filling
from services.notices import Notice, Values
from services.ratings import Asking, Ratings

_FIVE = 5


class RateTap(CallbackData, prefix="rat1"):
    """A mark of one rating; 0: choose it."""

    rating: int
    mark: int = 0


class WordsTap(CallbackData, prefix="ratw1"):
    """«Добавить слово»."""

    rating: int


def asked(say: Say, values: Values, notice: Notice) -> Screen:
    """The question with its ten buttons."""
    return _question(say, values["who"], values["rating"], again=notice.kind == "rating-again")


async def rated(chat: Chat, say: Say, speaker: Speaker, callback_data: RateTap, ratings: Ratings) -> None:
    """A mark was tapped: it is kept, and whoever else is to be rated comes next."""
    tap = callback_data
    if not tap.mark:
        one = await ratings.look(speaker, tap.rating)
        await chat.show(_question(say, shown(one.other, speaker), tap.rating, mark=one.rating.mark or 0))
        return
    mine = await ratings.rate(speaker, tap.rating, tap.mark)
    await chat.show(_kept(say, speaker, mine, tap), say.plain("rating-toast", mark=tap.mark))


async def words_asked(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: WordsTap,
    ratings: Ratings,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """«Добавить слово»."""
    await ratings.look(speaker, callback_data.rating)
    await show_turn(chat, say, await filling.begin(speaker, "rating_words", callback_data.rating), after)


async def after_words(chat: Chat, say: Say, speaker: Speaker, ratings: Ratings) -> None:
    """The word is kept."""
    mine = await ratings.mine(speaker)
    await chat.show(_done(say, speaker, mine).under(say("rating-words-kept")))


async def panel(say: Say, speaker: Speaker, ratings: Ratings) -> Panel | None:
    """Whom one has not rated this month."""
    if speaker.person is None or speaker.roles.isdisjoint((Role.MENTOR, Role.MENTEE)):
        return None
    left = [each for each in await ratings.mine(speaker) if each.rating.mark is None]
    if not left:
        return None
    rows: list[Row] = [
        [Button(say.plain("rating-rate", who=shown(each.other, speaker)), RateTap(rating=each.rating.id))]
        for each in left[:1]  # the next one follows by itself
    ]
    return Panel([say("rating-waits")], rows)


VIEWS: dict[str, View] = {"rating": asked, "rating-again": asked}


def _kept(say: Say, speaker: Speaker, mine: Sequence[Asking], tap: RateTap) -> Screen:
    """What was just rated, and the next one, if there is any."""
    left = [each for each in mine if each.rating.mark is None]
    if not left:
        return _done(say, speaker, mine, tap.rating)
    who = next((shown(each.other, speaker) for each in mine if each.rating.id == tap.rating), "")
    following = _question(say, shown(left[0].other, speaker), left[0].rating.id)
    return following.under(say("rating-kept-one", who=who, mark=tap.mark))


def _done(say: Say, speaker: Speaker, mine: Sequence[Asking], last: int = 0) -> Screen:
    """Everything rated: what may be changed today, a word for the curator."""
    today = [each for each in mine if each.open and each.rating.mark is not None]
    lines = [
        say("rating-kept"),
        *(say("rating-line", who=shown(each.other, speaker), mark=each.rating.mark) for each in today),
    ]
    rows: list[Row] = [
        [Button(say.plain("rating-change", who=shown(each.other, speaker)), RateTap(rating=each.rating.id))]
        for each in today
    ]
    about = [each.rating.id for each in today if not last or each.rating.id == last]
    rows += [[Button(say.plain("rating-words"), WordsTap(rating=each))] for each in about[:1]]
    return screen("\n".join(lines), *rows, [Button(say.plain("to-home"), HomeTap())])


def _question(say: Say, who: str, rating: int, *, mark: int = 0, again: bool = False) -> Screen:
    marks = [
        Button(f"\u2705 {each}" if each == mark else str(each), RateTap(rating=rating, mark=each)) for each in MARKS
    ]
    text = say("notice-rating-again" if again else "notice-rating", who=who)
    return screen(text, *grid(marks, _FIVE), [Button(say.plain("to-home"), HomeTap())])


def router() -> Router:
    """Marks and words."""
    routes = Router(name="ratings")
    routes.callback_query.register(rated, RateTap.filter())
    routes.callback_query.register(words_asked, WordsTap.filter())
    return routes
