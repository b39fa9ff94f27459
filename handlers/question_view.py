"""How a form looks: the question with its buttons, «Вы остановились …», and why an answer is no good."""

from __future__ import annotations

from datetime import date
from typing import Any

from handlers import pickers
from handlers.curator.questionnaire_taps import QuestionnaireTap
from handlers.question_taps import LeafTap, Move, OptionTap, PickTap, StepTap
from handlers.screen import Button, Row, Screen, fitting, grid, screen
from locales.words import Say
from mentoring.questionnaire import Answer, Kind, Question, Style, Unacceptable
from services.turns import Turn

_SAID_BACK = 300  # letters of an answer that is said back
_ON_BUTTON = 24  # letters of an answer on a button
_OPTIONS_SHOWN = 40  # at once: a message holds a hundred buttons, a thumb does not
_TICK = "\u2705 "


def question_screen(say: Say, turn: Turn, leaf: str = "") -> Screen:
    """The current question with its buttons; `leaf` is what a picker or a long list has been turned to."""
    question = _open_question(turn)
    lines = [_title(say, turn), *_about(say, turn), "", say("form-question", text=question.label.to(say.language))]
    if hint := question.hint.to(say.language):
        lines.append(say("form-hint", text=hint))
    answer = turn.step.answer
    if question.kind is Kind.TEXT and isinstance(answer, str) and answer:
        lines += ["", say("form-answered", text=shortened(answer, 1000))]
    view = screen("\n".join(lines), *_answers(say, turn, question, leaf), *_bottom(say, turn, question))
    return over_paper(say, turn, view)


def over_paper(say: Say, turn: Turn, view: Screen) -> Screen:
    """The screen with a line above it that says whose paper is being entered, lest it be taken for one's own."""
    return view.under(say("paper-entry-over", who=turn.entered_for)) if turn.entered_for else view


def leaf_of(option: int) -> str:
    """The leaf of a long list of options on which this one stands."""
    return str(option // _OPTIONS_SHOWN)


def said_back(say: Say, turn: Turn) -> str:
    """«Записал: …», to a typed answer that was taken."""
    shown = turn.taken.shown.to(say.language) if turn.taken else ""
    return say("form-answered", text=shortened(shown, _SAID_BACK))


def problem_words(say: Say, problem: Unacceptable) -> str:
    """Why an answer is no good: in the questionnaire's own words, if it has any."""
    own = problem.message.to(say.language)
    return say("form-problem", text=own) if own else say(problem.reason, **problem.values)


def shortened(text: str, limit: int) -> str:
    """The beginning of a text, in one line."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1].rstrip() + "\u2026"


def stopped_at(say: Say, turn: Turn) -> str:
    """«Вы остановились …»: which questionnaire, at what, how much is left."""
    title, question = _named(say, turn), turn.step.question
    if question is None:
        return say("resume-ready", form=title)
    return say(
        "resume-text",
        form=title,
        question=shortened(question.label.to(say.language), 80),
        answered=turn.step.answered,
        left=turn.step.remaining,
    )


def resume_row(say: Say, turn: Turn, *, named: bool = False) -> Row:
    """Go on, or begin anew; `named` where several stand side by side and only going on is offered."""
    if named:
        return [_button(say, turn, "resume-go-on-named", Move.RESUME, form=_named(say, turn))]
    return [_button(say, turn, "resume-go-on", Move.RESUME), _button(say, turn, "resume-anew", Move.ANEW)]


def _named(say: Say, turn: Turn) -> str:
    """The questionnaire, and whose paper it is."""
    title = turn.form.title.to(say.language)
    return say.plain("paper-entry-resume", who=turn.entered_for, form=title) if turn.entered_for else title


def _open_question(turn: Turn) -> Question:
    if turn.step.question is None:
        raise LookupError("no question is open")
    return turn.step.question


def _about(say: Say, turn: Turn) -> list[str]:
    """About whom the questions are, on every one of them: whoever tells about a whole class must not mix pupils up."""
    return [say("form-about", who=turn.about_whom)] if turn.about_whom else []


def _title(say: Say, turn: Turn) -> str:
    title = turn.form.title.to(say.language)
    if turn.trial:
        return f"{say('questionnaires-trial-mark')}\n{_parted(say, turn, title)}"
    return _parted(say, turn, title)


def _parted(say: Say, turn: Turn, title: str) -> str:
    step = turn.step
    if step.part is None or step.parts < 2:
        return say("form-title", form=title)
    name = step.part.title.to(say.language)
    return say("form-part", form=title, part=step.part_number, parts=step.parts, name=name)


def _answers(say: Say, turn: Turn, question: Question, leaf: str) -> list[Row]:
    step = turn.step

    def pick(value: str, text: str) -> Button:
        return Button(text, PickTap(draft=turn.draft_id, question=step.index, value=value))

    def turn_to(value: str, text: str) -> Button:
        return Button(text, LeafTap(draft=turn.draft_id, question=step.index, leaf=value))

    match question.kind:
        case Kind.RANGE:
            values = [
                _option(turn, place, str(value), ticked=value == step.answer)
                for place, value in enumerate(question.values)
            ]
            return grid(values, _columns(question) or 5)
        case Kind.SELECT_ONE | Kind.SELECT_MULTIPLE:
            return _options(say, turn, question, leaf)
        case Kind.DATE:
            return pickers.date_rows(say, question.appearance, leaf, str(step.answer or ""), turn.today, pick, turn_to)
        case Kind.TIME:
            return pickers.time_rows(pick)
        case _:
            return []


def _options(say: Say, turn: Turn, question: Question, leaf: str) -> list[Row]:
    step = turn.step
    chosen = step.answer if isinstance(step.answer, tuple) else (step.answer,)
    buttons = [
        _option(turn, place, each.label.to(say.language), ticked=each.name in chosen)
        for place, each in enumerate(step.options)
    ]
    pages = -(-len(buttons) // _OPTIONS_SHOWN)
    page = min(int(leaf), pages - 1) if leaf.isdecimal() and len(leaf) < 4 else 0
    shown = buttons[page * _OPTIONS_SHOWN : (page + 1) * _OPTIONS_SHOWN]
    columns = _columns(question)
    rows = grid(shown, columns) if columns else fitting(shown)
    if pages > 1:
        step_to = {"\u2039": (page - 1) % pages, "\u203a": (page + 1) % pages}
        around = [
            Button(sign, LeafTap(draft=turn.draft_id, question=step.index, leaf=str(to)))
            for sign, to in step_to.items()
        ]
        rows.append([around[0], Button(f"{page + 1}/{pages}"), around[1]])
    return rows


def _option(turn: Turn, place: int, text: str, *, ticked: bool) -> Button:
    tap = OptionTap(draft=turn.draft_id, question=turn.step.index, option=place)
    return Button((_TICK if ticked else "") + text, tap)


def _columns(question: Question) -> int:
    wanted = question.appearance.removeprefix("columns-")
    return int(wanted) if wanted.isdecimal() else 0


def _bottom(say: Say, turn: Turn, question: Question) -> list[Row]:
    step = turn.step
    rows: list[Row] = []
    if question.kind is Kind.NOTE:
        rows.append([_button(say, turn, "form-next", Move.GO_ON)])
    elif question.kind is Kind.SELECT_MULTIPLE:
        chosen = len(step.answer) if isinstance(step.answer, tuple) else 0
        rows.append([_button(say, turn, "form-done", Move.GO_ON, count=chosen)])
    elif step.can_go_on and question.kind in (Kind.TEXT, Kind.INTEGER, Kind.DECIMAL, Kind.DATE, Kind.TIME):
        answer = shortened(_as_read(say, question, step.answer), _ON_BUTTON)
        rows.append([_button(say, turn, "form-keep", Move.GO_ON, answer=answer)])
    long = turn.form.style is Style.QUESTIONNAIRE
    last = []
    if long and turn.revisiting:
        last.append(_button(say, turn, "form-to-review", Move.TO_REVIEW))
    elif not step.first:
        last.append(_button(say, turn, "form-back", Move.BACK))
    if step.can_skip:
        last.append(_button(say, turn, "form-skip", Move.SKIP))
    last.append(leaving_button(say, turn))
    rows.append(last)
    return rows


def leaving_button(say: Say, turn: Turn) -> Button:
    """«Позже», «Отмена»; a trial ends where it began."""
    if turn.trial:
        return Button(say.plain("questionnaires-trial-stop"), QuestionnaireTap(step="e", key=turn.form.key))
    return _button(say, turn, "form-later" if turn.form.style is Style.QUESTIONNAIRE else "form-cancel", Move.LATER)


def _button(say: Say, turn: Turn, word: str, move: str, **values: Any) -> Button:
    return Button(say.plain(word, **values), StepTap(draft=turn.draft_id, question=turn.step.index, step=move))


def _as_read(say: Say, question: Question, answer: Answer | None) -> str:
    if question.kind is Kind.DATE and answer:
        return say.date(date.fromisoformat(str(answer)))
    return str(answer)
