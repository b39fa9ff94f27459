"""Whatever is answered, the walk comes to an end, and every step can be undone."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from questionnaire_samples import GIVEN, form

from mentoring.questionnaire import SKIPPED, Answer, Form, Kind, Question, Step, Unacceptable
from mentoring.questionnaire_catalogue import catalogue

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), min_size=1, max_size=20)
DAYS = st.dates(date(2026, 1, 1), date(2028, 1, 1))


@st.composite
def forms(draw: st.DrawFn) -> Form:
    """Forms of up to eight questions, each asked always or only after an earlier answer."""
    kinds = ["select_one yn", "select_multiple letters", "integer", "range", "text", "date", "note", "decimal", "time"]
    rows, choosers = [], []
    for place in range(draw(st.integers(1, 8))):
        kind, name = draw(st.sampled_from(kinds)), f"q{place}"
        required = draw(st.sampled_from(["yes", "no"]))
        relevant = ""
        if choosers and draw(st.booleans()):
            other = draw(st.sampled_from(choosers))
            relevant = draw(st.sampled_from([f"${{{other}}} = 'yes'", f"not(selected(${{{other}}}, 'a'))"]))
        rows.append(f"{kind} | {name} | Вопрос | {required} | {relevant}")
        if kind.startswith("select"):
            choosers.append(name)
    return form(*rows)


def answered(draw: st.DrawFn, sample: Form, answers: dict[str, Answer], step: Step) -> dict[str, Answer]:
    """One acceptable thing a person may do at this step."""
    question = step.question
    assert question is not None
    if step.can_skip and draw(st.booleans()):
        return sample.skip(answers, question.name)
    match question.kind:
        case Kind.NOTE:
            return sample.go_on(answers, question.name, GIVEN)
        case Kind.SELECT_ONE:
            return sample.tap(answers, question.name, draw(st.sampled_from(options(sample, answers, step))), GIVEN)
        case Kind.SELECT_MULTIPLE:
            fitting = options(sample, answers, step)
            for option in draw(st.lists(st.sampled_from(fitting), min_size=1, max_size=3, unique=True)):
                if option not in (answers.get(question.name) or ()):
                    answers = sample.toggle(answers, question.name, option, GIVEN)
            return sample.go_on(answers, question.name, GIVEN)
        case Kind.RANGE:
            return sample.tap(
                answers, question.name, draw(st.sampled_from(acceptable(sample, answers, question))), GIVEN
            )
        case Kind.DATE:
            day = draw(st.sampled_from(acceptable(sample, answers, question)))
            return sample.tap(answers, question.name, day, GIVEN)
        case Kind.TEXT:
            standing = sample.clean({**answers}, GIVEN)
            # anything, else a letter of a class, a whole name, the numbers of an organisation
            texts = [draw(TEXTS), "Б", "Образцова Анна", "7701234567", "1027700132195"]
            fits = [each for each in texts if question.name in sample.clean({**standing, question.name: each}, GIVEN)]
            return sample.take(answers, question.name, fits[0], GIVEN)
        case Kind.TIME:
            return sample.take(answers, question.name, draw(st.times()).strftime("%H:%M"), GIVEN)
        case Kind.INTEGER:
            number = draw(st.sampled_from(acceptable(sample, answers, question)))
            return sample.take(answers, question.name, str(number), GIVEN)
        case _:
            return sample.take(answers, question.name, str(draw(st.integers(-5, 5))), GIVEN)


def options(sample: Form, answers: dict[str, Answer], step: Step) -> list[str]:
    """The options the constraint lets through, each by itself."""
    question, standing = step.question, sample.clean({**answers}, GIVEN)
    several = question.kind is Kind.SELECT_MULTIPLE
    values: dict[str, Answer] = {each.name: (each.name,) if several else each.name for each in step.options}
    return [
        name
        for name, value in values.items()
        if question.name in sample.clean({**standing, question.name: value}, GIVEN)
    ]


def acceptable(sample: Form, answers: dict[str, Answer], question: Question) -> list[int | str]:
    """The values of a range, some numbers or some days that the constraint lets through; the last one only if there is no other.

    Something may have to come after it: a programme's end after its start.
    """
    days = [date(2014, 6, 1), date(2027, 1, 1), date(2027, 2, 5), date(2027, 6, 1), date(2028, 1, 1), date(2029, 1, 1)]
    numbers = [*range(-5, 6)] if question.kind is Kind.INTEGER else []
    values: list[int | str] = list(question.values) or numbers or [day.isoformat() for day in days]
    standing = sample.clean({**answers}, GIVEN)
    found = [value for value in values if question.name in sample.clean({**standing, question.name: value}, GIVEN)]
    return found[:-1] or found


def waits_for_a_file(sample: Form) -> bool:
    """Whether no text is ever an answer: the form is sent by sending a file."""
    return any(question.constraint and question.constraint.text == ". = ''" for question in sample.questions)


def walk_to_the_end(draw: st.DrawFn, sample: Form) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}
    for _ in range(len(sample.questions) + 1):
        step = sample.walk(answers, GIVEN)
        if step.question is None:
            return answers
        before = step.question.name
        answers = answered(draw, sample, answers, step)
        cursor = sample.back(answers, GIVEN)
        assert cursor == before, "one step back is where the person was"
        assert sample.walk(answers, GIVEN, cursor).question == step.question
    raise AssertionError("the walk does not end")


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_any_answers_lead_to_an_end_and_back_undoes_each(data):
    sample = data.draw(forms())
    answers = walk_to_the_end(data.draw, sample)
    assert sample.complete(answers, GIVEN)
    assert set(sample.result(answers, GIVEN)) <= set(answers)


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_any_answers_lead_through_every_shipped_form(data):
    typed = [each for each in catalogue().values() if not waits_for_a_file(each)]
    sample = data.draw(st.sampled_from(sorted(typed, key=lambda each: each.key)))
    answers = walk_to_the_end(data.draw, sample)
    assert sample.complete(answers, GIVEN)
    assert not sample.missing(answers, GIVEN)


def test_a_form_that_waits_for_a_file_takes_no_text():
    waiting = [each for each in catalogue().values() if waits_for_a_file(each)]
    assert {each.key for each in waiting} == {"class_list", "pairs_list", "questionnaire_file", "order_scan"}
    for each in waiting:
        with pytest.raises(Unacceptable):
            each.take({}, each.questions[0].name, "a list", GIVEN)


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_what_is_not_asked_is_empty(data):
    sample = data.draw(forms())
    full = walk_to_the_end(data.draw, sample)
    choosers = [question.name for question in sample.questions if question.kind is Kind.SELECT_ONE]
    for name in choosers:
        full = {**full, name: data.draw(st.sampled_from(["yes", "no"]))}
    cleaned = sample.clean(full, GIVEN)
    for question in sample.questions:
        values = {name: " ".join(a) if isinstance(a, tuple) else a for name, a in cleaned.items() if a != SKIPPED}
        asked = all(condition.holds(values, GIVEN.today) for condition in question.relevant)
        assert asked or question.name not in cleaned
    assert sample.clean(cleaned, GIVEN) == cleaned, "cleaning twice changes nothing more"


@settings(deadline=None)
@given(st.integers(1, 10), st.sampled_from("abcd"), st.lists(st.sampled_from("abcd"), min_size=1, unique=True), DAYS)
def test_typed_and_tapped_give_the_same_value(score, letter, several, day):
    sample = form("range | a | А", "select_one letters | b | Б", "select_multiple letters | c | В", "date | d | Г")
    tapped = sample.tap({}, "a", score, GIVEN)
    tapped = sample.tap(tapped, "b", letter, GIVEN)
    for name in several:
        tapped = sample.toggle(tapped, "c", name, GIVEN)
    tapped = sample.tap(sample.go_on(tapped, "c", GIVEN), "d", day.isoformat(), GIVEN)
    typed = sample.take({}, "a", f" {score} ", GIVEN)
    typed = sample.take(typed, "b", f"БУКВА {letter}", GIVEN)
    typed = sample.take(typed, "c", ", ".join(f"Letter {name}" for name in several), GIVEN)
    typed = sample.take(typed, "d", day.strftime("%d.%m.%Y"), GIVEN)
    assert typed == tapped


def test_a_step_through_a_long_form_takes_about_a_millisecond():
    rows = ["select_one yn | q0 | Вопрос | yes"]
    rows += [f"integer | q{n} | Вопрос | yes | ${{q{n - 1}}} != '' | . >= 0 and . <= 100" for n in range(1, 15)]
    rows += [f"text | q{n} | Вопрос | no" for n in range(15, 30)]
    sample = form(*rows)
    answers = {"q0": "yes"} | {f"q{n}": 5 for n in range(1, 15)} | {f"q{n}": "текст" for n in range(15, 29)}
    best = min(_seconds(sample, answers) for _ in range(20))
    assert best < 0.005, "half a millisecond was measured: ten times that is a mistake, not a slow machine"


def _seconds(sample: Form, answers: dict[str, Answer]) -> float:
    began = time.perf_counter()
    assert sample.walk(answers, GIVEN).question is not None
    return time.perf_counter() - began
