"""Plausible answers to any questionnaire: what is known of a person, then words from the rehearsal's list, then a middling choice."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import Any

from mentoring.questionnaire import SKIPPED, Answer, Form, Given, Kind, Question

_TICKED = 2  # options of a question of several, where nothing is known
_CIRCLES = 3  # people of one circle tick the same, so that some have interests in common


def plausible(
    form: Form, given: Given, known: Mapping[str, Any], seed: int, most: int | None = None
) -> dict[str, Answer]:
    """Answers from the first question to the last, or to the first `most` of them.

    `known` gives answers by the question's name; a list for a question of one answer is a choice, taken by the seed.
    """
    answers: dict[str, Answer] = {}
    for _ in islice(form.questions, most):
        question = form.walk(answers, given).question
        if question is None:
            break
        answers = _answered(form, answers, question, given, known, seed)
    return answers


def _answered(
    form: Form, answers: dict[str, Answer], question: Question, given: Given, known: Mapping[str, Any], seed: int
) -> dict[str, Answer]:
    name, said = question.name, known.get(question.name)
    if question.kind is Kind.SELECT_MULTIPLE:
        for option in said or _some(question, given, seed):
            answers = form.toggle(answers, name, option, given)
        return form.go_on(answers, name, given)
    if isinstance(said, list):
        said = said[seed % len(said)]
    match question.kind:
        case Kind.NOTE:
            return form.go_on(answers, name, given)
        case Kind.RANGE:
            return form.tap(answers, name, said or _high(question, seed), given)
        case Kind.SELECT_ONE:
            options = given.options(question)
            return form.tap(answers, name, said or options[seed % len(options)].name, given)
        case _ if said:
            return form.take(answers, name, str(said), given)
        case _:
            return {**answers, name: SKIPPED}


def _some(question: Question, given: Given, seed: int) -> list[str]:
    options = given.options(question)
    return sorted({options[(seed % _CIRCLES + step * 5) % len(options)].name for step in range(_TICKED)})


def _high(question: Question, seed: int) -> int:
    """One of the upper values: people who have just come hope for much."""
    upper = question.values[len(question.values) // 2 :]
    return upper[(seed * 7 + len(question.name)) % len(upper)]
