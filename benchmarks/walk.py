"""The walk of a questionnaire of 25 questions with conditions, beside elementpath evaluating the same conditions anew.

A step is what a tap costs the engine: the answer is taken and the next question is found. The bare side only asks every
condition of the form once a step, each read by elementpath as it stands, with nothing remembered.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from elementpath import XPathContext

from mentoring.questionnaire import SKIPPED, Answers, Form, Given, Kind
from mentoring.xlsform import load_form

ITEMS = 25
RUNS = 7
FILLS = 40
GIVEN = Given(date(2027, 2, 1), {}, {})


def questionnaire() -> Form:
    """Twenty-five questions: every third depends on the one before it, every fifth has a constraint."""
    path = Path(__file__).with_suffix(".md")
    return load_form(path.read_text("utf-8"), path.name)


def fill(form: Form) -> Iterator[Answers]:
    """Answer to the end, and give the answers after each step."""
    answers: Answers = {}
    step = form.walk(answers, GIVEN)
    number = 0
    while step.question is not None:
        number += 1
        if step.question.kind is Kind.INTEGER:
            answers = form.take(answers, step.question.name, str(number), GIVEN)
        else:
            answers = form.tap(answers, step.question.name, str(number % 10 + 1), GIVEN)
        step = form.walk(answers, GIVEN)
        yield answers


def bare(form: Form, steps: list[Answers]) -> None:
    """Every condition of the form, once a step."""
    for answers in steps:
        values = {name: "" if answer == SKIPPED else answer for name, answer in answers.items()}
        for question in form.questions:
            for condition in question.relevant:
                variables = {name: values.get(name, "") for name in condition.names}
                root = condition._root
                root.boolean_value(root.evaluate(XPathContext(item="", variables=variables)))


def run() -> list[str]:
    """Measure both in turn and say the ratio."""
    form = questionnaire()
    steps = list(fill(form))
    ours = _median(lambda: [sum(1 for _ in fill(form)) for _ in range(FILLS)]) / FILLS / len(steps)
    plain = _median(lambda: [bare(form, steps) for _ in range(FILLS)]) / FILLS / len(steps)
    return [
        f"Walk of a questionnaire: {ITEMS} questions, {len(steps)} asked, {FILLS} times",
        f"  a step of ours: {ours * 1e6:.0f} µs (answer taken, next question found)",
        f"  its conditions alone, by elementpath with nothing remembered: {plain * 1e6:.0f} µs",
        f"  ratio: {ours / plain:.2f}",
    ]


def _median(work: Callable[[], object]) -> float:
    took = []
    for _ in range(RUNS):
        began = time.perf_counter()
        work()
        took.append(time.perf_counter() - began)
    return statistics.median(took)
