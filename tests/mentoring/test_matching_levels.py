"""What the curator calls a must, important, wished or ignored, by example; which pairs are strong."""

from dataclasses import replace

import pytest

from mentoring.matching import allowed, explain, propose
from mentoring.matching_criteria import Criterion, Level, Rules
from mentoring.matching_outcome import Cause, Reason, Said, Weakness
from mentoring.matching_people import Hindrance, Meets, Mentee, Mentor, Programme, WishedAge
from mentoring.matching_score import weights
from mentoring.questionnaire_catalogue import catalogue

PUPILS = "pupil_pupil"
PHYSICS, CHESS = frozenset({"physics"}), frozenset({"chess"})
WEEK = frozenset({"mon_1", "tue_1", "wed_1"})
TATAR, RUSSIAN = frozenset({"tatar"}), frozenset({"russian"})


def mentee(number=1, **said):
    said = {"person": number, "form": PUPILS, "areas": PHYSICS, "free": WEEK, "class_level": 7} | said
    return Mentee(id=number, **said)


def mentor(number=51, **said):
    said = {"person": number, "form": PUPILS, "areas": PHYSICS, "free": WEEK, "class_level": 9} | said
    return Mentor(id=number, **said)


def under(*levels, **decided):
    rules = Rules()
    for criterion, level in levels:
        rules = rules.with_level(criterion, level)
    return Programme((), (), rules=((PUPILS, rules),), **decided)


APART = [
    (Criterion.REQUEST, {"areas": CHESS}, {}, Cause.NOT_OFFERED),
    (Criterion.HOURS, {"free": frozenset({"sat_1"})}, {}, Cause.NO_COMMON_HOURS),
    (Criterion.FORMAT, {"meets": Meets.ONLINE}, {"meets": Meets.IN_PERSON}, Cause.FORMAT),
    (Criterion.AGE, {"class_level": 10}, {}, Cause.CLASS_RULE),
    (Criterion.MUTUAL, {"chosen": (52,)}, {"chosen": (1,)}, Cause.MUST),
    (Criterion.CLASSES, {}, {"youngest": 8}, Cause.MUST),
    (Criterion.GENDER, {"gender_wish": "woman"}, {"gender": "man"}, Cause.MUST),
    (Criterion.GENDER, {"gender_wish": "woman"}, {"gender": None}, Cause.MUST),
    (Criterion.INTERESTS, {"interests": CHESS}, {"interests": PHYSICS}, Cause.MUST),
    (Criterion.LANGUAGE, {"languages": TATAR}, {"languages": RUSSIAN}, Cause.MUST),
    (Criterion.BUILDING, {"building": "old"}, {"building": "new"}, Cause.MUST),
]


@pytest.mark.parametrize(("criterion", "asks", "offers", "cause"), APART)
def test_a_must_forbids_and_anything_less_does_not(criterion, asks, offers, cause):
    two = mentee(**asks), mentor(**offers)
    must = explain(*two, under((criterion, Level.MUST)))
    assert must.forbidden.kind is cause
    if cause is Cause.MUST:
        assert must.forbidden.params == {"criterion": criterion}
    for level in (Level.IMPORTANT, Level.WISHED, Level.IGNORED):
        assert allowed(*two, under((criterion, level))) is None


@pytest.mark.parametrize(("criterion", "asks", "offers", "cause"), APART)
def test_what_is_ignored_gives_no_points_and_is_not_spoken_of(criterion, asks, offers, cause):
    met = explain(mentee(), mentor(), under((criterion, Level.IGNORED)))
    unmet = explain(mentee(**asks), mentor(**offers), under((criterion, Level.IGNORED)))
    assert (met.points, met.reasons, met.weakness, met.strong) == (
        unmet.points,
        tuple(reason for reason in unmet.reasons if reason.kind is not Reason.CHOSEN),
        unmet.weakness,
        unmet.strong,
    ) or criterion in (Criterion.REQUEST, Criterion.HOURS, Criterion.FORMAT)
    assert unmet.strong
    assert unmet.weakness is None


@pytest.mark.parametrize(
    ("criterion", "silent_mentee", "silent_mentor"),
    [
        (Criterion.REQUEST, {"areas": frozenset()}, {}),
        (Criterion.HOURS, {"free": frozenset()}, {"free": frozenset()}),
        (Criterion.MUTUAL, {}, {"chosen": (2,)}),
        (Criterion.MUTUAL, {"chosen": (52,)}, {}),
        (Criterion.CLASSES, {"class_level": 7}, {}),
        (Criterion.GENDER, {}, {"gender": None}),
        (Criterion.INTERESTS, {}, {"interests": CHESS}),
        (Criterion.LANGUAGE, {"languages": TATAR}, {}),
        (Criterion.BUILDING, {}, {"building": "old"}),
    ],
)
def test_what_was_not_said_breaks_no_must(criterion, silent_mentee, silent_mentor):
    assert allowed(mentee(**silent_mentee), mentor(**silent_mentor), under((criterion, Level.MUST))) is None


def test_who_chose_whom_counts_for_both_and_the_silent_stand_in_the_middle():
    def given(chosen=(), named=()):
        return explain(mentee(chosen=chosen), mentor(chosen=named), under()).points

    nobody = given()
    assert given((51,), (1,)) - nobody == 30
    assert given((51,), (2,)) == given((52,), (1,)) == nobody
    assert given((52,), (2,)) == nobody - 30
    assert given((52, 53, 51), (1,)) < given((52, 51), (1,)) < given((51,), (1,))
    assert given((52,)) < nobody < given((51,))


def test_as_the_curator_finds_the_levels_the_named_criteria_give_a_hundred_points_and_no_other_more_than_interests():
    half_points = weights(Rules())
    named = {Criterion.REQUEST: 40, Criterion.MUTUAL: 30, Criterion.AGE: 10, Criterion.INTERESTS: 5}
    assert {criterion: half_points.pop(criterion) / 2 for criterion in named} == named
    assert (half_points.pop(Criterion.HOURS) + half_points.pop(Criterion.FORMAT)) / 2 == 15
    assert {most / 2 for most in half_points.values()} == {3, 5}


def choice_of(chosen, named):
    """The points a choice gives, beside what there is without any."""
    every = under(), under((Criterion.MUTUAL, Level.IGNORED))
    given = [explain(mentee(chosen=chosen), mentor(chosen=named), each).points for each in every]
    return (given[0] - given[1]) / 2


@pytest.mark.parametrize(
    ("chosen", "named", "points"),
    [
        ((51,), (1,), 30),  # both named each other
        ((51,), (2,), 15),  # one named the other, who named somebody else
        ((52,), (2,), 0),
        ((), (), 15),  # nothing was said: as much as half a choice
        ((51,), (), 22.5),  # the silent one neither adds nor takes away
        ((52,), (), 7.5),
        ((52, 51), (1,), 28.5),
        ((52, 53, 51), (1,), 27),
    ],
)
def test_each_side_of_a_choice_is_half_of_it_and_silence_is_the_middle_of_a_side(chosen, named, points):
    assert choice_of(chosen, named) == points


def test_one_who_named_nobody_goes_neither_before_nor_after_the_others():
    one_place, said = mentor(51, chosen=()), {1: (), 2: (51,), 3: (52,)}
    every = [mentee(number, chosen=chosen) for number, chosen in said.items()]
    by_points = sorted(every, key=lambda one: -explain(one, one_place, under()).points)
    assert [one.id for one in by_points] == [2, 1, 3]
    silent = mentee(1)
    two = mentor(51), mentor(52)
    assert len({explain(silent, each, under()).points for each in two}) == 1, "and sways nothing for any mentor"


@pytest.mark.parametrize("wish", ["woman", "man"])
def test_a_wish_of_gender_is_met_by_the_words_people_and_questionnaires_use(wish):
    catalogue_words = {
        option.name for option in catalogue()["application_mentee_pupil"].question("gender_wish").options
    }
    assert wish in catalogue_words
    met = explain(mentee(gender_wish=wish), mentor(gender=wish), under((Criterion.GENDER, Level.MUST)))
    assert met.forbidden is None
    assert (
        Said(Reason.GENDER)
        in explain(mentee(gender_wish=wish, areas=frozenset()), mentor(gender=wish), under()).reasons
    )


@pytest.mark.parametrize("level", Level)
def test_where_nobody_was_named_the_choice_moves_nobody(level):
    mentees = tuple(mentee(number, areas=areas) for number, areas in ((1, PHYSICS), (2, PHYSICS | CHESS), (3, CHESS)))
    mentors = mentor(51, places=2), mentor(52, areas=PHYSICS | CHESS, free=WEEK | {"sat_1"})
    programme = Programme(mentees, mentors, rules=under((Criterion.MUTUAL, level)).rules)
    pairs = [(pair.mentee, pair.mentor) for pair in propose(programme).pairs]
    assert pairs == [(pair.mentee, pair.mentor) for pair in propose(replace(programme, rules=())).pairs]


def test_one_who_named_nobody_changes_the_points_of_no_pair():
    programme = Programme((mentee(1, chosen=(51,)),), (mentor(51, chosen=(1,)), mentor(52)))
    wider = replace(programme, mentees=(*programme.mentees, mentee(2)))
    before, after = propose(programme).pairs, propose(wider).pairs
    assert before == tuple(pair for pair in after if pair.mentee == 1)


@pytest.mark.parametrize(
    ("asks", "offers", "weakness"),
    [
        ({"chosen": (52,)}, {}, Said(Weakness.NOT_CHOSEN, {"who": ("mentee",)})),
        ({"chosen": (52,)}, {"chosen": (2,)}, Said(Weakness.NOT_CHOSEN, {"who": ("mentee", "mentor")})),
        ({"languages": TATAR}, {"languages": RUSSIAN}, Said(Weakness.LANGUAGE)),
        ({"building": "old"}, {"building": "new"}, Said(Weakness.BUILDING)),
    ],
)
def test_what_is_not_met_is_the_weakness(asks, offers, weakness):
    assert explain(mentee(**asks), mentor(**offers), under()).weakness == weakness


@pytest.mark.parametrize(
    ("asks", "offers", "reason"),
    [
        ({"chosen": (51,)}, {"chosen": (1,)}, Said(Reason.MUTUAL)),
        ({"chosen": (51,)}, {"chosen": (2,)}, Said(Reason.CHOSEN, {"who": ("mentee",)})),
        ({"chosen": (52,)}, {"chosen": (1,)}, Said(Reason.CHOSEN, {"who": ("mentor",)})),
        ({"languages": TATAR | RUSSIAN}, {"languages": TATAR}, Said(Reason.LANGUAGE, {"languages": ("tatar",)})),
        ({"building": "old"}, {"building": "old"}, Said(Reason.BUILDING)),
    ],
)
def test_what_is_met_is_a_reason(asks, offers, reason):
    assert reason in explain(mentee(**asks), mentor(**offers), under()).reasons


@pytest.mark.parametrize(
    ("criterion", "asks", "offers", "cause"),
    [
        (Criterion.REQUEST, {"areas": CHESS}, {}, Cause.NOT_OFFERED),
        (Criterion.FORMAT, {"meets": Meets.ONLINE}, {"meets": Meets.IN_PERSON}, Cause.FORMAT),
        (Criterion.AGE, {"class_level": 10}, {}, Cause.CLASS_RULE),
    ],
)
def test_a_rule_that_is_only_important_is_the_weakness_and_makes_the_pair_weak(criterion, asks, offers, cause):
    told = explain(mentee(**asks), mentor(**offers), under((criterion, Level.IMPORTANT)))
    assert told.weakness == Said(Weakness.RULE, {"cause": cause})
    assert not told.strong


def test_a_pair_is_strong_when_all_that_matters_is_met_by_half():
    strong = lambda one, other, *levels: explain(one, other, under(*levels)).strong  # noqa: E731
    assert strong(mentee(areas=PHYSICS | CHESS), mentor())
    assert not strong(mentee(areas=PHYSICS | CHESS | {"speech"}), mentor())
    assert not strong(mentee(free=frozenset({"mon_1"})), mentor())
    assert strong(mentee(free=frozenset({"mon_1", "tue_1"})), mentor())
    assert strong(mentee(wished_age=WishedAge.PEER), mentor())
    assert strong(mentee(chosen=(52, 53, 51)), mentor(chosen=(2,)))
    assert not strong(mentee(chosen=(52,)), mentor())
    far = mentee(building="old"), mentor(building="new")
    assert strong(*far)
    assert not strong(*far, (Criterion.BUILDING, Level.IMPORTANT))
    assert strong(mentee(waiting_days=0), mentor(), (Criterion.WAITING, Level.IMPORTANT))


@pytest.mark.parametrize(
    ("one", "other", "decided", "cause"),
    [
        (mentee(avoided=frozenset({51})), mentor(), {}, Cause.AVOIDED),
        (mentee(), mentor(avoided=frozenset({1})), {}, Cause.AVOIDED),
        (mentee(), mentor(), {"relatives": frozenset({(1, 51)})}, Cause.RELATIVES),
        (mentee(), mentor(), {"class_teachers": frozenset({(1, 51)})}, Cause.CLASS_TEACHER),
        (mentee(), mentor(hindrances=(Hindrance.TRAINING_MISSING,)), {}, Cause.MENTOR_HINDRANCE),
    ],
)
def test_what_binds_everybody_binds_under_any_levels_and_no_pin_goes_over_it(one, other, decided, cause):
    ignoring = under(*((criterion, Level.IGNORED) for criterion in Criterion), **decided)
    assert allowed(one, other, ignoring) is cause
    found = propose(replace(ignoring, mentees=(one,), mentors=(other,), pins=frozenset({(1, 51)})))
    assert [pin.cause.kind for pin in found.broken_pins] == [cause]
    assert not found.pairs


def test_a_pin_may_go_over_what_was_called_a_must_and_says_so():
    programme = under((Criterion.BUILDING, Level.MUST), pins=frozenset({(1, 51)}))
    found = propose(replace(programme, mentees=(mentee(building="old"),), mentors=(mentor(building="new"),)))
    assert found.pairs[0].weakness == Said(Weakness.RULE, {"cause": Cause.MUST, "criterion": Criterion.BUILDING})


def test_whoever_is_left_by_a_must_is_told_which():
    programme = under((Criterion.BUILDING, Level.MUST))
    (left,) = propose(replace(programme, mentees=(mentee(building="old"),), mentors=(mentor(building="new"),))).unpaired
    assert left.cause == Said(Cause.MUST, {"criterion": Criterion.BUILDING, "mentors": (51,)})
