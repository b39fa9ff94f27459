"""Any form, in one message edited in place: a question, its buttons, «‹ Назад · Пропустить · Позже», a review, sending."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import Message

from handlers.chat import Chat
from handlers.question_taps import LeafTap, Move, OptionTap, PickTap, StepTap
from handlers.question_view import leaf_of, problem_words, question_screen, said_back
from handlers.review_view import review_screen
from handlers.screen import Screen
from locales.words import Say
from mentoring.people import Speaker
from mentoring.questionnaire import Kind, Style
from services.filling import DraftGone, Filling, Turn

__all__ = [
    "Continuation",
    "LeafTap",
    "OptionTap",
    "PickTap",
    "StepTap",
    "come_back",
    "question_screen",
    "router",
    "show_turn",
    "turn_screen",
]

Continuation = Callable[..., Awaitable[Any]]


class Answering(Filter):
    """The person is in the middle of a form: what they type is its answer. Commands have been taken before."""

    async def __call__(self, message: Message, speaker: Speaker) -> bool:
        """Whether so."""
        return speaker.draft_id is not None


async def show_turn(chat: Chat, say: Say, turn: Turn, after: Mapping[str, Continuation], leaf: str = "") -> None:
    """Show what comes next: the question, the review, or what the topic does after sending."""
    if turn.sent is not None and turn.entered_for:
        from handlers import paper_entry

        await chat.call(paper_entry.entered, turn=turn)
        return
    if turn.sent is not None:
        await chat.call(after[turn.sent.form], turn=turn, sent=turn.sent, outcome=turn.outcome)
        return
    view = turn_screen(say, turn, leaf)
    if turn.problem is not None:
        view = view.under("\u26a0\ufe0f " + problem_words(say, turn.problem))
    elif turn.taken is not None and turn.step.question is not None:
        view = view.under(said_back(say, turn))
    elif turn.renewed:
        view = view.under(say("questionnaires-renewed"))
    await chat.show(view, say.plain("stale-question") if turn.stale else "")


def turn_screen(say: Say, turn: Turn, leaf: str = "", page: int = 0) -> Screen:
    """The question, or the review when all is answered."""
    return review_screen(say, turn, page) if turn.step.question is None else question_screen(say, turn, leaf)


async def option_tapped(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: OptionTap,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """Take a tapped option; a tap on an older question only shows the current one again."""
    tap = callback_data
    turn = await _or_fresh(chat, say, filling.take_option(speaker, tap.draft, tap.question, tap.option))
    if turn is None:
        return
    still = turn.step.index == tap.question and turn.step.question is not None
    ticking = still and turn.step.question is not None and turn.step.question.kind is Kind.SELECT_MULTIPLE
    await show_turn(chat, say, turn, after, leaf_of(tap.option) if ticking else "")


async def picked(
    chat: Chat, say: Say, speaker: Speaker, callback_data: PickTap, filling: Filling, after: Mapping[str, Continuation]
) -> None:
    """Take a date or time picked from a keyboard."""
    tap = callback_data
    turn = await _or_fresh(chat, say, filling.take_value(speaker, tap.draft, tap.question, tap.value))
    if turn is not None:
        await show_turn(chat, say, turn, after)


async def leaf_turned(
    chat: Chat, say: Say, speaker: Speaker, callback_data: LeafTap, filling: Filling, after: Mapping[str, Continuation]
) -> None:
    """Show another month or year of the picker, or more options."""
    turn = await filling.resume(speaker)
    if turn is None or turn.draft_id != callback_data.draft or turn.step.index != callback_data.question:
        await _show_fresh(chat, say)
        return
    await show_turn(chat, say, turn, after, callback_data.leaf)


async def stepped(
    chat: Chat, say: Say, speaker: Speaker, callback_data: StepTap, filling: Filling, after: Mapping[str, Continuation]
) -> None:
    """A button of the bottom row, of the review or of «Вы остановились»."""
    draft, question, move = callback_data.draft, callback_data.question, callback_data.step
    match move:
        case Move.BACK:
            moving = filling.step_back(speaker, draft, question)
        case Move.SKIP:
            moving = filling.skip(speaker, draft, question)
        case Move.GO_ON:
            moving = filling.go_on(speaker, draft, question)
        case Move.EDIT:
            moving = filling.revisit(speaker, draft, question)
        case Move.TO_REVIEW | Move.PAGE:
            moving = filling.revisit(speaker, draft, None)
        case Move.SEND:
            moving = filling.send(speaker, draft)
        case Move.RESUME | Move.ANEW:
            moving = filling.reopen(speaker, draft, afresh=move == Move.ANEW)
        case _:
            await _put_aside(chat, say, speaker, filling, draft)
            return
    turn = await _or_fresh(chat, say, moving)
    if turn is None:
        return
    if move == Move.PAGE:
        await chat.show(turn_screen(say, turn, page=question))
        return
    await show_turn(chat, say, turn, after)


async def answer_typed(
    chat: Chat, say: Say, speaker: Speaker, filling: Filling, after: Mapping[str, Continuation]
) -> None:
    """Take a typed answer; what is no answer gets a sentence and the question again."""
    text = chat.typed.text if chat.typed else None
    if text is None or text.startswith("/"):
        await _ask_again(chat, say, speaker, filling, "answer-no-command" if text else "answer-with-text")
        return
    turn = await _or_fresh(chat, say, filling.take_typed(speaker, text))
    if turn is None:
        return
    if turn.step.question is None and turn.sent is None and turn.taken is None:
        await chat.show(turn_screen(say, turn).under(say("review-typed")))
        return
    await show_turn(chat, say, turn, after)


async def come_back(chat: Chat, say: Say, speaker: Speaker, filling: Filling) -> bool:
    """`/start` in the middle of a form: a small one asks on, and True; a questionnaire waits at home, which offers it."""
    turn = await filling.resume(speaker)
    if turn is None:
        return False
    if turn.form.style is Style.QUICK:
        await chat.show(turn_screen(say, turn))
        return True
    await filling.put_aside(speaker, turn.draft_id)
    return False


async def _ask_again(chat: Chat, say: Say, speaker: Speaker, filling: Filling, why: str) -> None:
    turn = await filling.resume(speaker)
    if turn is None:
        await _show_fresh(chat, say)
        return
    await chat.show(turn_screen(say, turn).under("\u26a0\ufe0f " + say(why)))


async def _put_aside(chat: Chat, say: Say, speaker: Speaker, filling: Filling, draft: int) -> None:
    from handlers import home

    try:
        kept = await filling.put_aside(speaker, draft)
    except DraftGone:
        await _show_fresh(chat, say)
        return
    await chat.call(home.show_again, toast=say.plain("form-kept") if kept else "")


async def _or_fresh(chat: Chat, say: Say, taking: Awaitable[Turn]) -> Turn | None:
    """The turn; when the form is no more (sent by an earlier tap, on another phone), the fresh screen instead."""
    try:
        return await taking
    except DraftGone:
        await _show_fresh(chat, say)
        return None


async def _show_fresh(chat: Chat, say: Say) -> None:
    from handlers import home

    await chat.toast(say.plain("stale-screen"))
    await chat.call(home.show_current)


def taps() -> Router:
    """Taps of forms: by far the most frequent, so they are looked at before anything else."""
    routes = Router(name="question taps")
    routes.callback_query.register(option_tapped, OptionTap.filter())
    routes.callback_query.register(stepped, StepTap.filter())
    routes.callback_query.register(picked, PickTap.filter())
    routes.callback_query.register(leaf_turned, LeafTap.filter())
    return routes


def router() -> Router:
    """Whatever is typed while a form is open: after every command's router."""
    routes = Router(name="questionnaire")
    routes.message.register(answer_typed, Answering())
    return routes
