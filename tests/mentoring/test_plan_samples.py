"""Samples of plans are whole: sections and lines of the usual form, both languages, days that fit a programme."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.people import MentoringForm
from mentoring.plan_samples import PUPIL, TEACHER, audience_of, fitting, offered, samples, sections
from mentoring.plans import MOST_ITEMS, Item, ItemState, Mark, PlanKind, numbered, progress, spread
from mentoring.questionnaire_catalogue import catalogue, default_areas

EVERY = list(samples().values())


def item(number, **values):
    plain = Item(
        id=number, plan_id=1, section=1, number=number, task="t", place="", due_on=date(2027, 2, 1), expected="",
        actual="", mark=None, word="", ticked_at=None, removed_at=None,
    )  # fmt: skip
    return replace(plain, **values)


@pytest.mark.parametrize("sample", EVERY, ids=lambda each: each.key)
def test_a_sample_is_whole_in_both_languages(sample):
    known = sections(sample.kind, sample.audience)
    assert {each.section for each in sample.tasks} == set(known)
    assert 6 <= len(sample.tasks) <= MOST_ITEMS
    assert len({each.name for each in sample.tasks}) == len(sample.tasks)
    for phrase in (sample.label, sample.goal, *known.values()):
        assert set(phrase.by_language) == {"ru", "en"}
        assert all(phrase.by_language.values())
    for each in sample.tasks:
        for phrase in (each.task, each.expected, *([each.place] if sample.kind is PlanKind.PATH else [])):
            assert all(phrase.by_language.values()), each.name
            assert max(map(len, phrase.by_language.values())) <= 200
    assert {"{until}", "({areas})"} <= {word.strip(",.:;") for word in sample.goal.to("ru").split()}


def test_sections_are_those_of_the_usual_form():
    assert [each.to("ru") for each in sections(PlanKind.PLAN, PUPIL).values()] == [
        "Анализ трудностей и способы их преодоления",
        "Направления развития",
    ]
    assert [each.to("ru") for each in sections(PlanKind.PLAN, TEACHER).values()] == [
        "Вхождение в должность",
        "Направления профессионального развития",
    ]
    full = {name: [each.section for each in samples()[name].tasks] for name in ("pupil_full", "teacher_full")}
    assert full["pupil_full"].count(2) == 11
    assert full["teacher_full"].count(2) == 10


def test_every_goal_and_area_of_an_application_speaks_for_a_sample():
    areas = {each.name for each in default_areas()}
    for form, audience in (("application_mentee_pupil", PUPIL), ("application_mentee_teacher", TEACHER)):
        situations = {each.name for each in catalogue()[form].question("situation").options}
        named = {answer for sample in offered(PlanKind.PLAN, audience) for answer in sample.answers}
        assert situations <= named
        assert named <= situations | areas
        for each in situations:
            assert each in fitting(PlanKind.PLAN, audience, each, ()).answers
    assert fitting(PlanKind.PLAN, PUPIL, "", ("sport",)).key == "sport"
    assert audience_of(MentoringForm.TEACHER_TEACHER) == TEACHER
    with pytest.raises(LookupError):
        fitting(PlanKind.PATH, TEACHER, "starting", ())


def test_a_goal_without_areas_has_no_brackets():
    goal = samples()["subject"].goal_for((), date(2027, 5, 31), "ru")
    assert goal.startswith("К 31.05.2027 ")
    assert "(" not in goal
    assert "{" not in goal


@given(st.integers(0, 30), st.dates(date(2026, 9, 1), date(2027, 6, 1)), st.integers(0, 300))
def test_days_are_in_order_and_within_the_programme(count, today, left):
    end = date.fromordinal(today.toordinal() + left)
    days = spread(count, today, end)
    assert len(days) == count
    assert days == sorted(days)
    assert all(today <= day <= end for day in days)


def test_progress_counts_marks_before_ticks_and_leaves_out_what_was_taken_out():
    now = datetime(2027, 2, 2, tzinfo=UTC)
    items = [
        item(1, mark=Mark.NOT, ticked_at=now), item(2, mark=Mark.PARTLY), item(3, ticked_at=now), item(4),
        item(5, removed_at=now), item(6, due_on=date(2027, 3, 1)), item(7, mark=Mark.DONE),
    ]  # fmt: skip
    found = progress(items, date(2027, 2, 2))
    assert (found.planned, found.done, found.partly, found.undone, found.late, found.waiting) == (6, 2, 1, 1, 1, 1)
    assert [number for number, _ in numbered(items)] == ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6"]
    assert items[0].state(date(2027, 2, 2)) is ItemState.NOT
