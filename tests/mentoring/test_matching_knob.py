"""More pairs or better ones, groups of a smallest size, and the least change, by example."""

from dataclasses import replace

import numpy as np
import pytest

from mentoring.matching import numbers, propose
from mentoring.matching_best import Problem, Search
from mentoring.matching_criteria import Knob, Rules
from mentoring.matching_objective import Measure
from mentoring.matching_outcome import Cause, Said, Weakness
from mentoring.matching_people import Mentee, Mentor, Programme

FORM = "teacher_teacher"
PHYSICS, CHESS, MATHS = frozenset({"physics"}), frozenset({"chess"}), frozenset({"maths"})
EVERYTHING = PHYSICS | CHESS | MATHS


def school(mentees, mentors, knob=Knob.MOST_PAIRS, smallest=1, **decided):
    """Mentees by what they ask for, mentors by what they offer and how many they take."""
    return Programme(
        tuple(Mentee(number, number, FORM, areas) for number, areas in enumerate(mentees, start=1)),
        tuple(
            Mentor(number, number, FORM, areas, places=places)
            for number, (areas, places) in enumerate(mentors, start=51)
        ),
        rules=((FORM, Rules(knob=knob, smallest=smallest)),),
        **decided,
    )


def pairs(found):
    return [(pair.mentee, pair.mentor) for pair in found.pairs]


def test_one_strong_pair_may_become_weak_for_one_more_or_may_not():
    # Alone with 51 the first is a strong pair; making room for the second there weakens both.
    mentees, mentors = (
        [CHESS | MATHS | PHYSICS, frozenset({"physics", "speech", "art"})],
        [(PHYSICS | CHESS, 1), (MATHS, 1)],
    )
    told = numbers(school(mentees, mentors), FORM)
    assert told == ((2, 0), (2, 0), (2, 0), (1, 1), (1, 1))
    for knob, (count, strong) in zip(Knob, told, strict=True):
        found = propose(school(mentees, mentors, knob))
        assert (len(found.pairs), sum(pair.strong for pair in found.pairs)) == (count, strong)
    (left,) = propose(school(mentees, mentors, Knob.KEEP_STRONG)).unpaired
    assert left.cause == Said(Cause.WEAK, {"mentors": (51,)})


def test_weak_pairs_that_cost_nothing_are_made_until_none_are_wanted():
    mentees, mentors = [PHYSICS, EVERYTHING], [(PHYSICS, 1), (MATHS, 1)]
    assert numbers(school(mentees, mentors), FORM) == ((2, 1),) * 4 + ((1, 1),)
    (left,) = propose(school(mentees, mentors, Knob.ONLY_STRONG)).unpaired
    assert left.cause == Said(Cause.WEAK, {"mentors": (52,)})
    assert left.remedy is None or left.remedy.lift is Cause.NO_PLACES


def test_of_drafts_as_good_the_one_is_taken_that_keeps_most_of_the_last_though_points_are_lost():
    mentees, mentors = [PHYSICS] * 4, [(PHYSICS, 2), (PHYSICS, 2)]
    first = pairs(propose(school(mentees, mentors)))
    kept = frozenset((mentee, 103 - mentor) for mentee, mentor in first)
    assert pairs(propose(school(mentees, mentors, kept=kept))) == sorted(kept)
    better = [(PHYSICS, 2), (PHYSICS, 2)]
    liking = replace(
        school(mentees, better, kept=kept),
        mentees=tuple(
            Mentee(number, number, FORM, PHYSICS, interests=frozenset({"music"}) if number % 2 else frozenset())
            for number in range(1, 5)
        ),
        mentors=(
            Mentor(51, 51, FORM, PHYSICS, places=2, interests=frozenset({"music"})),
            Mentor(52, 52, FORM, PHYSICS, places=2),
        ),
    )
    assert pairs(propose(liking)) == sorted(kept)


def test_one_who_leaves_moves_nobody_else_who_need_not_move():
    mentees, mentors = [PHYSICS] * 6, [(PHYSICS, 2), (PHYSICS, 2), (PHYSICS, 2)]
    before = pairs(propose(school(mentees, mentors)))
    programme = school(mentees, mentors, kept=frozenset(before))
    after = pairs(propose(replace(programme, mentees=programme.mentees[1:])))
    assert after == [pair for pair in before if pair[0] != 1]


def test_nobody_is_kept_at_the_price_of_a_pair_or_of_a_strong_one():
    programme = school([PHYSICS, EVERYTHING], [(PHYSICS, 1), (EVERYTHING, 1)], kept=frozenset({(1, 52)}))
    found = propose(programme)
    assert (len(found.pairs), sum(pair.strong for pair in found.pairs)) == (2, 2)


def test_a_mentor_takes_a_group_or_nobody():
    found = propose(school([PHYSICS] * 5, [(PHYSICS, 4), (PHYSICS, 4)], smallest=3))
    assert len(found.pairs) == 4
    assert len({mentor for _, mentor in pairs(found)}) == 1
    (left,) = found.unpaired
    assert left.cause.kind is Cause.SMALL_GROUP
    assert left.cause.params["least"] == 3
    assert found.proven


def test_six_are_two_groups_of_three_though_four_would_fit_one():
    found = propose(school([PHYSICS] * 6, [(PHYSICS, 4), (PHYSICS, 4)], smallest=3))
    assert sorted(mentor for _, mentor in pairs(found)) == [51, 51, 51, 52, 52, 52]


def test_those_a_mentor_has_already_count_towards_the_group():
    programme = school([PHYSICS], [(PHYSICS, 2)], smallest=3)
    assert not propose(programme).pairs
    joined = replace(programme, mentors=tuple(replace(one, has=2) for one in programme.mentors))
    assert pairs(propose(joined)) == [(1, 51)]


def test_pins_count_towards_the_group_and_are_kept_though_it_stays_too_small():
    programme = school([PHYSICS] * 3, [(PHYSICS, 4)], smallest=3, pins=frozenset({(1, 51), (2, 51)}))
    assert len(propose(programme).pairs) == 3
    alone = replace(programme, mentees=programme.mentees[:2])
    found = propose(alone)
    assert pairs(found) == [(1, 51), (2, 51)]
    assert [pair.weakness for pair in found.pairs] == [Said(Weakness.SMALL_GROUP, {"least": 3})] * 2


@pytest.mark.parametrize("knob", Knob)
@pytest.mark.parametrize("everyone_kept", [False, True])
def test_the_numbers_of_the_largest_form_fit_the_solver(knob, everyone_kept):
    mentees, mentors = 3000, 1000
    chance = np.random.default_rng(1)
    allowed = np.zeros((mentees, mentors), dtype=bool)
    allowed[np.repeat(np.arange(mentees), 2), chance.integers(0, mentors, 2 * mentees)] = True
    measure = Measure.of(
        strong=chance.random(allowed.shape) < 0.5,
        kept=allowed & everyone_kept,
        points=chance.integers(0, 343, allowed.shape),
        mentees=range(mentees),
        mentors=range(mentors),
    )
    problem = Problem(allowed, measure, np.full(mentors, 3), np.ones(mentors, dtype=np.int64), ())
    found = Search(problem).best(knob)
    assert found.proven
    assert len(found.arcs) > 1000
