"""Walks a person through a questionnaire: what is asked next, what was answered, what became of no matter.

The walk is pure. It is given the answers so far and returns the step or new answers; who shows and who stores is not
its concern. An answer to a question that became irrelevant is kept while the person is still answering (they may change
their mind) and counts as empty; `clean` and `result` leave it out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from mentoring.expressions import Value
from mentoring.questionnaire_answers import depends_on_today, known, meets, shown, value_of
from mentoring.questionnaire_items import (
    NO_PHRASE,
    SEEN,
    SKIPPED,
    TODAY,
    Answer,
    Answers,
    Given,
    Kind,
    Line,
    Option,
    Part,
    Phrase,
    Question,
    Step,
    Unacceptable,
    Why,
    answers_from,
)
from mentoring.questionnaire_typing import understood

__all__ = [
    "NO_PHRASE",
    "SEEN",
    "SKIPPED",
    "Answer",
    "Answers",
    "Form",
    "Given",
    "Kind",
    "Line",
    "Option",
    "Part",
    "Phrase",
    "Question",
    "Step",
    "Style",
    "Unacceptable",
    "Why",
    "answers_from",
    "shown",
]


class Style(StrEnum):
    """How a form ends: with a review before sending, or with its last answer."""

    QUESTIONNAIRE = "questionnaire"
    QUICK = "quick"


@dataclass(frozen=True, slots=True)
class _State:
    """What the answers come to: the questions that are asked, the answers that stand, and how conditions see them."""

    asked: tuple[Question, ...]
    standing: dict[str, Answer]
    values: dict[str, Value]

    def current(self, cursor: str | None) -> int:
        """Place among the asked of the cursor's question, else of the first unanswered one, else past the last."""
        for place, question in enumerate(self.asked):
            if question.name == cursor:
                return place
        for place, question in enumerate(self.asked):
            if question.name not in self.standing:
                return place
        return len(self.asked)


@dataclass(frozen=True, slots=True)
class Form:
    """A questionnaire as loaded. `digest` is the SHA-256 of its text, `notes` say what was ignored in it and where."""

    key: str
    version: str
    title: Phrase
    style: Style
    questions: tuple[Question, ...]
    notes: tuple[str, ...]
    digest: str
    lists: frozenset[str] = field(init=False, repr=False, compare=False)
    """Names of the outer lists its options come from."""
    asks_for_today: bool = field(init=False, repr=False, compare=False)
    """Whether it matters on which day it is answered."""
    _places: Mapping[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_places", {question.name: place for place, question in enumerate(self.questions)})
        object.__setattr__(self, "lists", frozenset(each.list_name for each in self.questions if each.list_name))
        object.__setattr__(self, "asks_for_today", any(depends_on_today(each) for each in self.questions))

    def __contains__(self, name: object) -> bool:
        """Whether there is a question of that name."""
        return name in self._places

    def question(self, name: str) -> Question:
        """The question of that name. Raises KeyError."""
        return self.questions[self._places[name]]

    def index(self, name: str) -> int:
        """The place of a question in the whole form, for buttons. Raises KeyError."""
        return self._places[name]

    def walk(self, answers: Answers, given: Given, cursor: str | None = None) -> Step:
        """Where the person is: at the cursor's question if it is asked at all, else at the first unanswered one."""
        state = self._state(answers, given)
        place = state.current(cursor)
        counted = [question for question in state.asked if question.kind is not Kind.NOTE]
        answered = sum(question.name in state.standing for question in counted)
        question = state.asked[place] if place < len(state.asked) else None
        if question is None:
            return Step(None, -1, None, (), None, 0, 0, answered, len(counted) - answered, False, False, False)
        parts = list(dict.fromkeys(other.part.name for other in state.asked if other.part is not None))
        answer = self._proposed(question, state, given, answers)
        return Step(
            question=question,
            index=self._places[question.name],
            answer=answer,
            options=given.options(question),
            part=question.part,
            part_number=parts.index(question.part.name) + 1 if question.part else 0,
            parts=len(parts),
            answered=answered,
            remaining=len(counted) - answered,
            first=place == 0,
            can_skip=not question.required and question.kind is not Kind.NOTE,
            can_go_on=question.kind is Kind.NOTE or answer not in (None, SKIPPED, ()),
        )

    def take(self, answers: Answers, name: str, text: str, given: Given) -> dict[str, Answer]:
        """Take a typed answer. Raises Unacceptable with the reason."""
        question = self.question(name)
        return self._put(answers, question, understood(question, text, given), given)

    def tap(self, answers: Answers, name: str, value: str | int, given: Given) -> dict[str, Answer]:
        """Take a tapped option (its name) or value of a range, or a date or time picked from a keyboard (ISO).

        Raises Unacceptable, also when there is no such option (any more).
        """
        question = self.question(name)
        if question.kind in (Kind.DATE, Kind.TIME, Kind.INTEGER, Kind.DECIMAL, Kind.TEXT):
            return self.take(answers, name, str(value), given)
        return self._put(answers, question, value, given)

    def toggle(self, answers: Answers, name: str, option: str, given: Given) -> dict[str, Answer]:
        """Tick or untick an option of several. How many may be ticked is asked at `go_on`. Raises Unacceptable."""
        question = self.question(name)
        options = given.options(question)
        if question.kind is not Kind.SELECT_MULTIPLE or option not in {other.name for other in options}:
            raise Unacceptable(question, Why.NOT_AN_OPTION)
        ticked = answers.get(name, given.defaults.get(name, question.default))
        chosen = {*ticked} ^ {option} if isinstance(ticked, tuple) else {option}
        return {**answers, name: tuple(other.name for other in options if other.name in chosen)}

    def go_on(self, answers: Answers, name: str, given: Given) -> dict[str, Answer]:
        """Leave a question as it is: a note was read, several options are ticked, the proposed answer is right.

        Raises Unacceptable when there is nothing to go on with, or the ticked options do not meet the constraint.
        """
        question = self.question(name)
        if question.kind is Kind.NOTE:
            return {**answers, name: SEEN}
        answer = self._proposed(question, self._state(answers, given), given, answers)
        if answer in (None, SKIPPED, ()):
            multiple = question.kind is Kind.SELECT_MULTIPLE
            raise Unacceptable(question, Why.CHOOSE_SOMETHING if multiple else Why.REQUIRED)
        return self._put(answers, question, answer, given)

    def skip(self, answers: Answers, name: str) -> dict[str, Answer]:
        """Leave a question without an answer. Raises Unacceptable when one is required."""
        question = self.question(name)
        if question.required or question.kind is Kind.NOTE:
            raise Unacceptable(question, Why.REQUIRED)
        return {**answers, name: SKIPPED}

    def back(self, answers: Answers, given: Given, cursor: str | None = None) -> str | None:
        """The name of the question before the current one: the next cursor. None at the first question."""
        state = self._state(answers, given)
        place = state.current(cursor)
        return state.asked[place - 1].name if place else None

    def line(self, question: Question, answers: Answers, given: Given) -> Line:
        """A question with its answer as people read it."""
        answer = answers.get(question.name)
        return Line(question, None if answer == SKIPPED else answer, shown(question, answer, given))

    def reopened(self, sent: Answers, given: Given) -> dict[str, Answer]:
        """The answers to begin with when a sent questionnaire is looked at again: what was left out stays left out."""
        left_out = {
            question.name: SEEN if question.kind is Kind.NOTE else SKIPPED
            for question in self._state(sent, given).asked
            if question.name not in sent and (question.kind is Kind.NOTE or not question.required)
        }
        return {**sent, **left_out}

    def clean(self, answers: Answers, given: Given) -> dict[str, Answer]:
        """The answers that stand: asked, and acceptable beside the others. What was skipped or read stays marked."""
        return self._state(answers, given).standing

    def result(self, answers: Answers, given: Given) -> dict[str, Answer]:
        """What is sent and kept: the answers that stand, without skipped questions and notes."""
        standing = self.clean(answers, given)
        return {
            name: answer
            for name, answer in standing.items()
            if answer != SKIPPED and self.question(name).kind is not Kind.NOTE
        }

    def missing(self, answers: Answers, given: Given) -> tuple[Question, ...]:
        """The required questions that have no answer yet."""
        state = self._state(answers, given)
        return tuple(question for question in state.asked if question.required and question.name not in state.standing)

    def complete(self, answers: Answers, given: Given) -> bool:
        """Whether it can be sent."""
        return not self.missing(answers, given)

    def review(self, answers: Answers, given: Given) -> tuple[Line, ...]:
        """Every asked question with its answer as people read it."""
        state = self._state(answers, given)
        lines = []
        for question in state.asked:
            if question.kind is not Kind.NOTE:
                lines.append(self.line(question, state.standing, given))
        return tuple(lines)

    def _state(self, answers: Answers, given: Given) -> _State:
        state = _State((), {}, {})
        asked: list[Question] = []
        for question in self.questions:
            if question.list_name in given.lists and not given.options(question):
                continue  # there is nothing to choose from
            if question.relevant and not all(each.holds(state.values, given.today) for each in question.relevant):
                continue
            asked.append(question)
            answer = known(question, answers.get(question.name), given)
            if answer is None or (answer == SKIPPED and question.required):
                continue
            if answer != SKIPPED:
                value = value_of(question, answer)
                if question.constraint is not None and not meets(question, value, state.values, given):
                    continue
                state.values[question.name] = value
            state.standing[question.name] = answer
        return _State(tuple(asked), state.standing, state.values)

    def _proposed(self, question: Question, state: _State, given: Given, answers: Answers) -> Answer | None:
        """The answer that stands, else the ticks being made, else the value proposed for this question."""
        standing = state.standing.get(question.name)
        if standing is not None or question.kind is Kind.NOTE:
            return standing
        if question.kind is Kind.SELECT_MULTIPLE and question.name in answers:
            return answers[question.name]
        proposed = given.defaults.get(question.name, question.default)
        return given.today.isoformat() if proposed == TODAY else known(question, proposed, given)

    def _put(self, answers: Answers, question: Question, answer: Answer, given: Given) -> dict[str, Answer]:
        if question.kind is Kind.RANGE and answer not in question.values:
            low, high = min(question.values), max(question.values)
            raise Unacceptable(question, Why.OUT_OF_RANGE, min=low, max=high)
        if answer in (SKIPPED, ()) or known(question, answer, given) != answer:
            raise Unacceptable(question, Why.NOT_AN_OPTION)
        bound = question.constraint is not None
        if bound and not meets(question, value_of(question, answer), self._state(answers, given).values, given):
            raise Unacceptable(question, Why.NOT_ACCEPTED, question.constraint_message)
        return {**answers, question.name: answer}
