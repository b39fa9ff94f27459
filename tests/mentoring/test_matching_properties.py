"""What holds for every draft, whatever the school."""

import pickle
import random
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.matching import allowed, numbers, propose
from mentoring.matching_criteria import Criterion, Knob, Level, Rules
from mentoring.matching_outcome import Cause, Reason
from mentoring.matching_people import Meets, Mentee, Mentor, Programme
from mentoring.matching_rules import WAIVABLE
from tests.mentoring.matching_optimum import optimum, worth
from tests.mentoring.matching_worlds import AREAS, FORMS, SLOTS, crowds, forbidden, programmes, unmet

thoroughly = settings(max_examples=200, deadline=None)
often = settings(max_examples=40, deadline=None)
worlds = programmes() | crowds()


@thoroughly
@given(crowds())
def test_where_there_is_much_to_choose_the_draft_is_as_good_as_a_milp_finds_it(programme):
    draft = propose(programme)
    assert draft.proven
    assert worth(programme, draft) == optimum(programme, draft)


@often
@given(programmes())
def test_the_draft_is_as_good_as_a_milp_finds_it_whatever_the_rules_the_knob_and_the_groups(programme):
    draft = propose(programme)
    assert draft.proven
    assert worth(programme, draft) == optimum(programme, draft)


@pytest.mark.parametrize(("knob", "smallest"), [*((knob, 1) for knob in Knob), (0, 3), (3, 3), (4, 3)])
def test_a_school_of_eighty_is_matched_as_well_as_by_a_milp(knob, smallest):
    programme = a_school(random.Random(10 * knob + smallest), mentees=60, mentors=20)
    programme = replace(programme, rules=(("pupil_pupil", Rules(knob=Knob(knob), smallest=smallest)),))
    draft = propose(programme)
    assert draft.pairs
    assert worth(programme, draft) == optimum(programme, draft)


@often
@given(worlds, st.randoms(use_true_random=False))
def test_the_order_people_come_in_changes_nothing(programme, chance):
    shuffled = replace(
        programme,
        mentees=tuple(chance.sample(programme.mentees, len(programme.mentees))),
        mentors=tuple(chance.sample(programme.mentors, len(programme.mentors))),
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
@given(worlds)
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
@given(worlds)
def test_every_pin_is_kept_or_named_with_the_rule_it_would_break(programme):
    draft = propose(programme)
    here = {one.id for one in programme.mentees}, {one.id for one in programme.mentors}
    kept = {(pair.mentee, pair.mentor) for pair in draft.pairs if pair.pinned}
    broken = {(pin.mentee, pin.mentor) for pin in draft.broken_pins}
    assert kept | broken == {pin for pin in programme.pins if pin[0] in here[0] and pin[1] in here[1]}
    assert not kept & broken
    assert not {pin.cause.kind for pin in draft.broken_pins} & WAIVABLE


@often
@given(worlds)
def test_every_pair_has_one_to_three_different_reasons(programme):
    for pair in propose(programme).pairs:
        kinds = [reason.kind for reason in pair.reasons]
        assert 1 <= len(kinds) <= 3
        assert len(set(kinds)) == len(kinds)
        assert (kinds[0] is Reason.PINNED) == pair.pinned


@often
@given(worlds)
def test_whoever_is_left_hears_the_first_cause(programme):
    draft = propose(programme)
    mentees = {one.id: one for one in programme.mentees}
    taken = Counter(pair.mentor for pair in draft.pairs)
    for one in draft.unpaired:
        mentee = mentees[one.mentee]
        assert one.cause.kind in first_causes(mentee, programme, draft, taken)


def first_causes(mentee, programme, draft, taken):
    """The causes that are true, found step by step apart from the product's arrays; of rules only the first one."""
    if mentee.hindrances:
        return {Cause.OWN_HINDRANCE}
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
        return {Cause.NO_MENTORS}
    rules = programme.rules_of(mentee.form)

    def keeps(*criteria):
        return lambda one: not any(rules.level(each) is Level.MUST and unmet(each, mentee, one) for each in criteria)

    steps = (
        (Cause.NOT_OFFERED, keeps(Criterion.REQUEST)),
        (Cause.NO_COMMON_HOURS, keeps(Criterion.HOURS)),
        (Cause.FORMAT, keeps(Criterion.FORMAT)),
        (Cause.CLASS_RULE, keeps(Criterion.AGE)),
        (Cause.BANNED, lambda one: (mentee.person, one.person) not in programme.bans),
        (Cause.AVOIDED, lambda one: one.id not in mentee.avoided and mentee.id not in one.avoided),
        (Cause.RELATIVES, lambda one: (mentee.person, one.person) not in programme.relatives),
        (Cause.CLASS_TEACHER, lambda one: (mentee.person, one.person) not in programme.class_teachers),
        (Cause.MUST, keeps(*Criterion)),
        (Cause.LOOP, lambda one: (mentee.form, one.person, mentee.person) not in matches),
        (Cause.PARTNER, lambda one: one.partner is None or one.partner in mentee.partners),
    )
    for cause, keeps_it in steps:
        left = [one for one in left if keeps_it(one)]
        if not left:
            return {cause}
    room = [one for one in left if taken[one.id] < one.places]
    if rules.knob is Knob.MOST_PAIRS and rules.smallest == 1:
        assert not room, "a free mentor was there for the taking"
        return {Cause.NO_PLACES}
    if rules.smallest == 1:
        return {Cause.WEAK} if room else {Cause.WEAK, Cause.NO_PLACES}
    return {Cause.WEAK, Cause.SMALL_GROUP} if room else {Cause.WEAK, Cause.SMALL_GROUP, Cause.NO_PLACES}


@often
@given(worlds)
def test_the_change_proposed_is_enough_by_itself(programme):
    draft = propose(programme)
    taken = Counter(pair.mentor for pair in draft.pairs)
    mentors = {one.id: one for one in programme.mentors}
    for one in draft.unpaired:
        if one.remedy is None:
            continue
        mentor = mentors[one.remedy.mentor]
        assert (taken[mentor.id] >= mentor.places) == (one.remedy.lift is Cause.NO_PLACES)
        form = mentor.form
        after = changed(programme, one.mentee, mentor, one.remedy.lift)
        better = replace(after, pins=frozenset((pair.mentee, pair.mentor) for pair in draft.pairs))
        found = propose(replace(better, pins=better.pins | {(one.mentee, mentor.id)}))
        assert (one.mentee, mentor.id) in {(pair.mentee, pair.mentor) for pair in found.pairs}
        assert {(pair.mentee, pair.mentor) for pair in draft.pairs} <= {
            (pair.mentee, pair.mentor) for pair in found.pairs
        }
        assert wanted(after, propose(after), form) > wanted(programme, draft, form), "the bot would not do it by itself"


def changed(programme, mentee_id, mentor, lift):
    """The programme with the change made."""
    mentee = next(one for one in programme.mentees if one.id == mentee_id)
    bans, one, other = programme.bans, mentee, mentor
    match lift:
        case Cause.NO_PLACES:
            other = replace(mentor, places=max(mentor.places, 0) + 1)
        case Cause.MENTOR_HINDRANCE:
            other = replace(mentor, hindrances=())
        case Cause.NO_COMMON_HOURS:
            one, other = (replace(each, free=each.free | {"sat_1"}) for each in (mentee, mentor))
        case Cause.FORMAT:
            one = replace(mentee, meets=Meets.ANY)
        case Cause.BANNED:
            bans = bans - {(mentee.person, mentor.person)}
        case _:
            one = replace(mentee, partners=mentee.partners | {mentor.partner})
    return replace(
        programme,
        mentees=tuple(one if each is mentee else each for each in programme.mentees),
        mentors=tuple(other if each is mentor else each for each in programme.mentors),
        bans=bans,
    )


def wanted(programme, draft, form):
    """What the knob wants of a form, the more the better."""
    forms = {one.id: one.form for one in programme.mentees}
    pairs = [pair for pair in draft.pairs if forms[pair.mentee] == form]
    strong = sum(pair.strong for pair in pairs)
    match programme.rules_of(form).knob:
        case Knob.MOST_PAIRS:
            return len(pairs)
        case Knob.ONLY_STRONG:
            return strong
        case knob:
            return strong + len(pairs) * {Knob.MORE_PAIRS: 2.5, Knob.BALANCED: 1.5, Knob.KEEP_STRONG: 0.5}[knob]


@settings(max_examples=40, deadline=None)
@given(worlds)
def test_towards_better_pairs_there_are_never_more_of_them_nor_fewer_strong_ones(programme):
    for form in FORMS:
        told = numbers(programme, form)
        assert [pairs for pairs, _ in told] == sorted((pairs for pairs, _ in told), reverse=True)
        assert [strong for _, strong in told] == sorted(strong for _, strong in told)
        for knob in Knob:
            rules = replace(programme.rules_of(form), knob=knob)
            here = propose(replace(programme, rules=((form, rules),))).pairs
            mine = {one.id for one in programme.mentees if one.form == form}
            here = [pair for pair in here if pair.mentee in mine]
            assert told[knob] == (len(here), sum(pair.strong for pair in here))


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
