"""Any form, in one message edited in place: a question, its buttons, «‹ Назад · Пропустить · Позже», a review, sending."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from aiogram import Router
from aiogram.filters import Filter
from aiogram.filters.callback_data import CallbackData
from aiogram.types import Message

from handlers import pickers
from handlers.chat import Chat
from handlers.screen import Button, HomeTap, Row, Screen, fitting, grid, screen
from locales.words import Say
from mentoring.people import Speaker
from mentoring.questionnaire import Kind, Question, Style, Unacceptable
from services.filling import Filling, Turn

_ANSWER_SHOWN = 60  # letters of an answer on the review screen

Continuation = Callable[..., Awaitable[Any]]


class OptionTap(CallbackData, prefix="qo1"):
    """A tapped option: the draft, the question's and the option's place."""

    draft: int
    question: int
    option: int


class StepTap(CallbackData, prefix="qs1"):
    """A button of the bottom row: b back, s skip, l later, g go on, e edit from the review, y send, n anew."""

    draft: int
    question: int
    step: str


class PickTap(CallbackData, prefix="qp1", sep="|"):
    """A date or time picked from a keyboard."""

    draft: int
    question: int
    value: str


class LeafTap(CallbackData, prefix="ql1", sep="|"):
    """Another leaf of a picker: a month, a year, a decade."""

    draft: int
    question: int
    leaf: str


class Answering(Filter):
    """The person is in the middle of a form: what they type is its answer."""

    async def __call__(self, message: Message, speaker: Speaker) -> bool:
        """Whether so."""
        return speaker.draft_id is not None and not (message.text or "").startswith("/")


async def show_turn(chat: Chat, say: Say, turn: Turn, after: Mapping[str, Continuation], leaf: str = "") -> None:
    """Show what comes next: the question, the review, or what the topic does after sending."""
    if turn.sent is not None:
        await chat.call(after[turn.sent.form], turn=turn, sent=turn.sent, outcome=turn.outcome)
        return
    toast = say.plain("stale-question") if turn.stale else ""
    view = _review(say, turn) if turn.step.question is None else question_screen(say, turn, leaf)
    if turn.problem is not None:
        view = view.under("\u26a0\ufe0f " + _problem(say, turn.problem))
    await chat.show(view, toast)


def question_screen(say: Say, turn: Turn, leaf: str = "") -> Screen:
    """The current question with its buttons."""
    step, form = turn.step, turn.form
    question = step.question
    if question is None:
        raise LookupError("no question is open")
    title = form.title.to(say.language)
    if step.part is not None and step.parts > 1:
        title = say(
            "form-part", form=title, part=step.part_number, parts=step.parts, name=step.part.title.to(say.language)
        )
    else:
        title = say("form-title", form=title)
    lines = [title, "", say("form-question", text=question.label.to(say.language))]
    if hint := question.hint.to(say.language):
        lines.append(say("form-hint", text=hint))
    if question.kind is Kind.TEXT and isinstance(step.answer, str) and step.answer:
        lines += ["", say("form-answered", text=step.answer)]
    return screen("\n".join(lines), *_answers(say, turn, question, leaf), *_bottom(say, turn, question))


def _answers(say: Say, turn: Turn, question: Question, leaf: str) -> list[Row]:
    step = turn.step

    def option(place: int, text: str) -> Button:
        return Button(text, OptionTap(draft=turn.draft_id, question=step.index, option=place))

    def pick(value: str, text: str) -> Button:
        return Button(text, PickTap(draft=turn.draft_id, question=step.index, value=value))

    def turn_to(value: str, text: str) -> Button:
        return Button(text, LeafTap(draft=turn.draft_id, question=step.index, leaf=value))

    match question.kind:
        case Kind.RANGE:
            return grid([option(place, str(value)) for place, value in enumerate(question.values)], 5)
        case Kind.SELECT_ONE | Kind.SELECT_MULTIPLE:
            ticked = step.answer if isinstance(step.answer, tuple) else (step.answer,)
            buttons = [
                option(place, ("\u2705 " if each.name in ticked else "") + each.label.to(say.language))
                for place, each in enumerate(step.options)
            ]
            if question.appearance.startswith("columns-"):
                return grid(buttons, int(question.appearance.removeprefix("columns-")))
            return fitting(buttons)
        case Kind.DATE:
            return pickers.date_rows(say, question.appearance, leaf, str(step.answer or ""), turn.today, pick, turn_to)
        case Kind.TIME:
            return pickers.time_rows(pick)
        case _:
            return []


def _bottom(say: Say, turn: Turn, question: Question) -> list[Row]:
    step = turn.step

    def button(word: str, letter: str, **values: Any) -> Button:
        return Button(say.plain(word, **values), StepTap(draft=turn.draft_id, question=step.index, step=letter))

    rows: list[Row] = []
    if question.kind is Kind.NOTE:
        rows.append([button("form-next", "g")])
    elif question.kind is Kind.SELECT_MULTIPLE:
        chosen = len(step.answer) if isinstance(step.answer, tuple) else 0
        rows.append([button("form-done", "g", count=chosen)])
    elif step.can_go_on and question.kind in (Kind.TEXT, Kind.INTEGER, Kind.DECIMAL, Kind.DATE, Kind.TIME):
        rows.append([button("form-keep", "g", answer=_shortened(str(step.answer)))])
    last = []
    if not step.first:
        last.append(button("form-back", "b"))
    if step.can_skip:
        last.append(button("form-skip", "s"))
    last.append(button("form-later" if turn.form.style is Style.QUESTIONNAIRE else "form-cancel", "l"))
    rows.append(last)
    return rows


def _review(say: Say, turn: Turn) -> Screen:
    lines = [say("review-title", form=turn.form.title.to(say.language)), ""]
    buttons = []
    for number, line in enumerate(turn.review, start=1):
        shown = line.shown.to(say.language)
        words = say("review-line", number=number, question=_shortened(line.question.label.to(say.language)))
        lines.append(words)
        lines.append(say("review-answer", answer=_shortened(shown)) if shown else say("review-skipped"))
        place = turn.form.index(line.question.name)
        buttons.append(Button(f"\u270f\ufe0f {number}", StepTap(draft=turn.draft_id, question=place, step="e")))
    send = Button(say.plain("review-send"), StepTap(draft=turn.draft_id, question=0, step="y"))
    later = Button(say.plain("form-later"), StepTap(draft=turn.draft_id, question=0, step="l"))
    return screen("\n".join(lines), *grid(buttons, 6), [send], [later])


def _problem(say: Say, problem: Unacceptable) -> str:
    own = problem.message.to(say.language)
    return say("form-problem", text=own) if own else say(problem.reason, **problem.values)


def _shortened(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _ANSWER_SHOWN else flat[: _ANSWER_SHOWN - 1] + "\u2026"


def resume_screen(say: Say, turn: Turn) -> Screen:
    """«Вы остановились …»: go on, begin anew, later."""
    question = turn.step.question
    place = turn.form.title.to(say.language) if question is None else question.label.to(say.language)

    def button(word: str, letter: str) -> Button:
        return Button(say.plain(word), StepTap(draft=turn.draft_id, question=turn.step.index, step=letter))

    text = say("resume-text", question=_shortened(place), answered=turn.step.answered, left=turn.step.remaining)
    return screen(
        text, [button("resume-go-on", "r"), button("resume-anew", "n")], [Button(say.plain("form-later"), HomeTap())]
    )


async def option_tapped(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: OptionTap,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """Take a tapped option; a tap on an older question only shows the current one again."""
    turn = await filling.take_option(speaker, callback_data.draft, callback_data.question, callback_data.option)
    await show_turn(chat, say, turn, after)


async def picked(
    chat: Chat, say: Say, speaker: Speaker, callback_data: PickTap, filling: Filling, after: Mapping[str, Continuation]
) -> None:
    """Take a date or time picked from a keyboard."""
    turn = await filling.take_value(speaker, callback_data.draft, callback_data.question, callback_data.value)
    await show_turn(chat, say, turn, after)


async def leaf_turned(
    chat: Chat, say: Say, speaker: Speaker, callback_data: LeafTap, filling: Filling, after: Mapping[str, Continuation]
) -> None:
    """Show another month or year of the picker."""
    turn = await filling.resume(speaker)
    if turn is None or turn.draft_id != callback_data.draft or turn.step.index != callback_data.question:
        await chat.toast(say.plain("stale-question"))
        return
    await show_turn(chat, say, turn, after, callback_data.leaf)


async def stepped(
    chat: Chat, say: Say, speaker: Speaker, callback_data: StepTap, filling: Filling, after: Mapping[str, Continuation]
) -> None:
    """A button of the bottom row, of the review or of «Вы остановились»."""
    draft, question = callback_data.draft, callback_data.question
    match callback_data.step:
        case "b":
            turn = await filling.step_back(speaker, draft, question)
        case "s":
            turn = await filling.skip(speaker, draft, question)
        case "g":
            turn = await filling.go_on(speaker, draft, question)
        case "e":
            turn = await filling.revisit(speaker, draft, question)
        case "y":
            turn = await filling.send(speaker, draft)
        case "r" | "n":
            turn = await filling.reopen(speaker, draft, afresh=callback_data.step == "n")
        case _:
            from handlers import home

            await filling.put_aside(speaker, draft)
            await chat.call(home.show_again, toast=say.plain("form-kept"))
            return
    await show_turn(chat, say, turn, after)


async def answer_typed(
    chat: Chat, say: Say, speaker: Speaker, filling: Filling, after: Mapping[str, Continuation]
) -> None:
    """Take a typed answer; what is no text gets a sentence and the question again."""
    text = chat.typed.text if chat.typed else None
    if text is None:
        turn = await filling.resume(speaker)
        if turn is None or turn.step.question is None:
            await chat.call(_home_again)
            return
        await chat.show(question_screen(say, turn).under("\u26a0\ufe0f " + say("answer-with-text")))
        return
    await show_turn(chat, say, await filling.take_typed(speaker, text), after)


async def _home_again(chat: Chat) -> None:
    from handlers import home

    await chat.call(home.show)


def router() -> Router:
    """Taps of forms, and whatever is typed while one is open."""
    routes = Router(name="questionnaire")
    routes.callback_query.register(option_tapped, OptionTap.filter())
    routes.callback_query.register(picked, PickTap.filter())
    routes.callback_query.register(leaf_turned, LeafTap.filter())
    routes.callback_query.register(stepped, StepTap.filter())
    routes.message.register(answer_typed, Answering())
    return routes
