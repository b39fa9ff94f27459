"""What holds for every draft, whatever the school."""

import pickle
import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.matching import allowed, explain, propose
from mentoring.matching_outcome import Cause, Reason
from mentoring.matching_people import Mentee, Mentor, Programme
from mentoring.matching_rules import WAIVABLE
from tests.mentoring.matching_worlds import AREAS, SLOTS, forbidden, optimum, programmes

thoroughly = settings(max_examples=300, deadline=None)
often = settings(max_examples=60, deadline=None)


@thoroughly
@given(programmes())
def test_as_many_pairs_as_possible_and_then_the_most_points_as_a_milp_finds_them(programme):
    draft = propose(programme)
    best = optimum(programme, draft)
    assert draft.proven
    assert (len(draft.pairs), sum(pair.points for pair in draft.pairs)) == (best.pairs, best.points)


@pytest.mark.parametrize("seed", range(12))
def test_a_school_of_eighty_is_matched_as_well_as_by_a_milp(seed):
    programme = a_school(random.Random(seed), mentees=60, mentors=20)
    draft = propose(programme)
    best = optimum(programme, draft)
    assert draft.pairs
    assert (len(draft.pairs), sum(pair.points for pair in draft.pairs)) == (best.pairs, best.points)


@often
@given(programmes(), st.randoms(use_true_random=False))
def test_the_order_people_come_in_changes_nothing(programme, chance):
    shuffled = Programme(
        mentees=tuple(chance.sample(programme.mentees, len(programme.mentees))),
        mentors=tuple(chance.sample(programme.mentors, len(programme.mentors))),
        bans=programme.bans,
        pins=programme.pins,
        standing=programme.standing,
    )
    assert propose(shuffled) == propose(programme)


@pytest.mark.parametrize("seed", range(5))
def test_equals_are_told_apart_the_same_way_in_any_order(seed):
    chance = random.Random(seed)
    mentees = [Mentee(number, number, "pupil_pupil", class_level=7) for number in range(1, 30)]
    mentors = [Mentor(number, 100 + number, "pupil_pupil", class_level=8, places=2) for number in range(1, 12)]
    first = propose(Programme(tuple(mentees), tuple(mentors)))
    chance.shuffle(mentees)
    chance.shuffle(mentors)
    assert propose(Programme(tuple(mentees), tuple(mentors))) == first


@often
@given(programmes())
def test_everyone_is_told_of_once_and_nobody_has_more_than_their_places(programme):
    draft = propose(programme)
    told = [pair.mentee for pair in draft.pairs] + [one.mentee for one in draft.unpaired]
    assert sorted(told) == sorted(mentee.id for mentee in programme.mentees)
    taken = Counter(pair.mentor for pair in draft.pairs)
    places = {mentor.id: mentor.places for mentor in programme.mentors}
    assert all(taken[mentor] <= places[mentor] for mentor in taken)
    assert {one.mentor: one.places for one in draft.free_mentors} == {
        mentor.id: mentor.places - taken[mentor.id]
        for mentor in programme.mentors
        if mentor.places > taken[mentor.id] and not mentor.hindrances
    }


@often
@given(programmes())
def test_no_pair_breaks_a_hard_rule_unless_the_curator_pinned_it_over_one(programme):
    mentees = {one.id: one for one in programme.mentees}
    mentors = {one.id: one for one in programme.mentors}
    persons = set()
    for pair in propose(programme).pairs:
        mentee, mentor = mentees[pair.mentee], mentors[pair.mentor]
        rule = allowed(mentee, mentor, programme)
        assert rule is None or (pair.pinned and rule in WAIVABLE)
        assert pair.pinned or not forbidden(mentee, mentor, programme)
        assert (mentee.person, mentor.person) not in programme.bans
        persons.add((mentee.form, mentee.person, mentor.person))
    assert not any((form, mentor, mentee) in persons for form, mentee, mentor in persons)


@often
@given(programmes())
def test_two_people_are_allowed_exactly_when_no_rule_written_out_plainly_forbids_them(programme):
    for mentee in programme.mentees:
        for mentor in programme.mentors:
            forbids = forbidden(mentee, mentor, programme) or mentor.places == 0
            assert (allowed(mentee, mentor, programme) is not None) == forbids


@often
@given(programmes())
def test_every_pin_is_kept_or_named_with_the_rule_it_would_break(programme):
    draft = propose(programme)
    here = {one.id for one in programme.mentees}, {one.id for one in programme.mentors}
    kept = {(pair.mentee, pair.mentor) for pair in draft.pairs if pair.pinned}
    broken = {(pin.mentee, pin.mentor) for pin in draft.broken_pins}
    assert kept | broken == {pin for pin in programme.pins if pin[0] in here[0] and pin[1] in here[1]}
    assert not kept & broken
    assert not {pin.cause.kind for pin in draft.broken_pins} & WAIVABLE


@often
@given(programmes())
def test_every_pair_has_one_to_three_different_reasons(programme):
    for pair in propose(programme).pairs:
        kinds = [reason.kind for reason in pair.reasons]
        assert 1 <= len(kinds) <= 3
        assert len(set(kinds)) == len(kinds)
        assert (kinds[0] is Reason.PINNED) == pair.pinned


@often
@given(programmes())
def test_whoever_is_left_hears_the_first_cause(programme):
    draft = propose(programme)
    mentees = {one.id: one for one in programme.mentees}
    taken = Counter(pair.mentor for pair in draft.pairs)
    for one in draft.unpaired:
        mentee = mentees[one.mentee]
        assert one.cause.kind is first_cause(mentee, programme, draft, taken)


def first_cause(mentee, programme, draft, taken):
    """The cause found step by step, as the issue tells it, apart from the product's arrays."""
    if mentee.hindrances:
        return Cause.OWN_HINDRANCE
    persons = {one.id: one.person for one in (*programme.mentees, *programme.mentors)}
    forms = {one.id: one.form for one in programme.mentees}
    matches = {(forms[pair.mentee], persons[pair.mentee], persons[pair.mentor]) for pair in draft.pairs}
    matches |= programme.standing
    left = [
        mentor
        for mentor in programme.mentors
        if mentor.form == mentee.form and mentor.person != mentee.person and not mentor.hindrances
    ]
    if not left:
        return Cause.NO_MENTORS
    gap = 1 if mentee.model == "achiever" else 0
    steps = (
        (Cause.NOT_OFFERED, lambda one: not mentee.areas or mentee.areas & one.areas),
        (Cause.NO_COMMON_HOURS, lambda one: not mentee.free or not one.free or mentee.free & one.free),
        (Cause.FORMAT, lambda one: "any" in (mentee.meets, one.meets) or mentee.meets == one.meets),
        (
            Cause.CLASS_RULE,
            lambda one: (
                mentee.form != "pupil_pupil"
                or (mentee.class_level and one.class_level and one.class_level >= mentee.class_level + gap)
            ),
        ),
        (Cause.BANNED, lambda one: (mentee.person, one.person) not in programme.bans),
        (Cause.LOOP, lambda one: (mentee.form, one.person, mentee.person) not in matches),
        (Cause.PARTNER, lambda one: one.partner is None or one.partner in mentee.partners),
    )
    for cause, keeps in steps:
        left = [one for one in left if keeps(one)]
        if not left:
            return cause
    assert all(taken[one.id] >= one.places for one in left), "a free mentor was there for the taking"
    return Cause.NO_PLACES


@often
@given(programmes())
def test_the_change_proposed_would_really_give_that_mentor(programme):
    draft = propose(programme)
    mentees = {one.id: one for one in programme.mentees}
    mentors = {one.id: one for one in programme.mentors}
    taken = Counter(pair.mentor for pair in draft.pairs)
    for one in draft.unpaired:
        if one.remedy is None:
            continue
        mentee, mentor = mentees[one.mentee], mentors[one.remedy.mentor]
        full = taken[mentor.id] >= mentor.places
        assert full == (one.remedy.lift is Cause.NO_PLACES)
        rule = explain(mentee, mentor, programme).forbidden
        assert rule is None or rule.kind is one.remedy.lift


@given(programmes())
@settings(max_examples=30, deadline=None)
def test_a_programme_and_its_draft_travel_to_a_worker_and_back(programme):
    there = pickle.loads(pickle.dumps(programme))  # noqa: S301
    draft = propose(there)
    assert pickle.loads(pickle.dumps(draft)) == propose(programme)  # noqa: S301


def a_school(chance, mentees, mentors):
    def some(names, least):
        return frozenset(chance.sample(names, chance.randint(least, len(names))))

    return Programme(
        mentees=tuple(
            Mentee(
                number,
                number,
                "pupil_pupil",
                some(AREAS, 1),
                some(SLOTS, 1),
                class_level=chance.randint(5, 9),
                model=chance.choice((None, "achiever")),
                interests=some(("music", "films"), 0),
                waiting_days=chance.randint(0, 60),
            )
            for number in range(1, mentees + 1)
        ),
        mentors=tuple(
            Mentor(
                number,
                1000 + number,
                "pupil_pupil",
                some(AREAS, 1),
                some(SLOTS, 1),
                class_level=chance.randint(6, 11),
                interests=some(("music", "films"), 0),
                places=chance.randint(1, 4),
            )
            for number in range(1, mentors + 1)
        ),
    )
