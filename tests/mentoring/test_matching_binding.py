"""The rules nobody may waive are the same for two people at a time and for a whole form at once."""

from __future__ import annotations

import random

import pytest

from mentoring import matching_rules
from mentoring.matching_binding import binding
from mentoring.matching_people import Hindrance, Mentee, Mentor, Programme
from mentoring.matching_table import Table
from mentoring.matching_tasks import candidates, draft
from tests.mentoring.matching_worlds import programme as any_programme


def world(seed: int) -> Programme:
    chance = random.Random(seed)
    some = lambda: (Hindrance.QUESTIONNAIRE_MISSING,) if chance.random() < 0.2 else ()  # noqa: E731
    people = range(1, 9)
    mentees = tuple(
        Mentee(
            id=n,
            person=n,
            form="pupil_pupil",
            class_level=7,
            hindrances=some(),
            partners=frozenset(chance.sample("abc", 2)),
        )
        for n in people
        if n % 2
    )
    mentors = tuple(
        Mentor(
            id=20 + n,
            person=n,
            form="pupil_pupil",
            class_level=9,
            places=chance.randint(0, 2),
            hindrances=some(),
            partner=chance.choice((None, None, "a", "")),
        )
        for n in people
    )
    two = [(one, other) for one in people for other in people if one != other]
    return Programme(
        mentees,
        mentors,
        bans=frozenset(chance.sample(two, 8)),
        standing=frozenset(("pupil_pupil", *pair) for pair in chance.sample(two, 8)),
    )


@pytest.mark.parametrize("seed", range(60))
def test_two_at_a_time_and_all_at_once_agree(seed):
    programme = world(seed) if seed < 20 else any_programme(random.Random(seed))
    for form in {one.form for one in programme.mentees}:
        table = Table.of(form, programme.mentees, programme.mentors)
        standing = [(one, other) for of, one, other in programme.standing if of == form]
        rules = matching_rules.broken(table, programme, form, standing)
        for row, mentee in enumerate(table.mentees):
            for column, mentor in enumerate(table.mentors):
                assert binding(mentee, mentor, programme) == matching_rules.first_binding(rules, row, column)


@pytest.mark.parametrize("seed", range(10))
def test_whom_the_draft_gives_is_allowed_among_the_candidates(seed):
    programme = world(seed)
    mentees = {each.id: each for each in programme.mentees}
    for pair in draft(programme).pairs:
        found = {each.mentor: each for each in candidates(mentees[pair.mentee], programme)}
        assert found[pair.mentor].explanation.forbidden is None
        order = [each.explanation.forbidden is not None for each in candidates(mentees[pair.mentee], programme)]
        assert order == sorted(order), "those allowed come first"
