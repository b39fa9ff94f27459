"""Matching by example: who becomes a pair with whom, and what is said about it."""

import subprocess
import sys

import pytest

from mentoring.matching import allowed, explain, propose
from mentoring.matching_criteria import DEFAULT, Criterion, Level, Rules
from mentoring.matching_outcome import Cause, Reason, Said, Weakness
from mentoring.matching_people import Hindrance, Meets, Mentee, Mentor, Programme, WishedAge
from mentoring.matching_score import WEIGHTS, weights

PUPILS, TEACHERS = "pupil_pupil", "teacher_teacher"
PHYSICS, CHESS = frozenset({"physics"}), frozenset({"chess"})
MONDAY, FRIDAY = frozenset({"mon_1"}), frozenset({"fri_2"})


def mentee(number=1, **said):
    said = {"person": number, "form": PUPILS, "areas": PHYSICS, "free": MONDAY, "class_level": 7} | said
    return Mentee(id=number, **said)


def mentor(number=51, **said):
    said = {"person": number, "form": PUPILS, "areas": PHYSICS, "free": MONDAY, "class_level": 9} | said
    return Mentor(id=number, **said)


def draft(*people, **decided):
    return propose(
        Programme(
            tuple(one for one in people if isinstance(one, Mentee)),
            tuple(one for one in people if isinstance(one, Mentor)),
            **decided,
        )
    )


def pairs(found):
    return [(pair.mentee, pair.mentor) for pair in found.pairs]


def explained(one, other, **decided):
    return explain(one, other, Programme((), (), **decided))


def kinds(said):
    return [one.kind for one in said]


def test_nobody_is_no_draft():
    found = draft()
    assert (found.pairs, found.unpaired, found.free_mentors) == ((), (), ())


def test_a_request_goes_to_the_one_who_offers_it():
    found = draft(mentee(1), mentee(2, areas=CHESS), mentor(51, areas=CHESS), mentor(52))
    assert pairs(found) == [(1, 52), (2, 51)]


def test_two_modest_pairs_are_better_than_one_splendid():
    splendid = mentor(51, areas=PHYSICS | CHESS)
    modest = mentor(52, areas=PHYSICS)
    found = draft(mentee(1, areas=PHYSICS | CHESS), mentee(2, areas=CHESS), splendid, modest)
    assert pairs(found) == [(1, 52), (2, 51)]


def test_a_mentor_takes_as_many_as_there_are_places_and_the_rest_is_told():
    found = draft(mentee(1), mentee(2), mentor(51, places=3), mentor(52, areas=CHESS, places=2))
    assert pairs(found) == [(1, 51), (2, 51)]
    assert [(one.mentor, one.places) for one in found.free_mentors] == [(51, 1), (52, 2)]


def test_whoever_has_waited_longer_goes_first_when_places_are_short():
    assert pairs(draft(mentee(1), mentee(2, waiting_days=30), mentor())) == [(2, 51)]
    assert pairs(draft(mentee(1, waiting_days=30), mentee(2), mentor())) == [(1, 51)]


def test_whoever_was_left_before_goes_first_when_places_are_short():
    assert pairs(draft(mentee(1), mentee(2, left_before=True), mentor())) == [(2, 51)]
    assert pairs(draft(mentee(1, left_before=True), mentee(2), mentor())) == [(1, 51)]


def test_forms_do_not_mix():
    found = draft(mentee(form=TEACHERS, class_level=None), mentor())
    assert [one.cause for one in found.unpaired] == [Said(Cause.NO_MENTORS, {"form": TEACHERS})]


def test_a_pin_is_kept_even_where_another_pair_has_more_points():
    people = mentee(1, areas=PHYSICS | CHESS), mentor(51), mentor(52, areas=PHYSICS | CHESS)
    assert pairs(draft(*people)) == [(1, 52)]
    found = draft(*people, pins=frozenset({(1, 51)}))
    assert pairs(found) == [(1, 51)]
    assert found.pairs[0].pinned
    assert kinds(found.pairs[0].reasons) == [Reason.PINNED, Reason.REQUEST, Reason.HOURS]


def test_a_pin_may_go_over_the_hours_and_says_so():
    found = draft(mentee(free=MONDAY), mentor(free=FRIDAY), pins=frozenset({(1, 51)}))
    assert found.pairs[0].weakness == Said(Weakness.RULE, {"cause": Cause.NO_COMMON_HOURS})


@pytest.mark.parametrize(
    ("one", "other", "decided", "cause"),
    [
        (mentee(hindrances=(Hindrance.CONSENT_MISSING,)), mentor(), {}, Cause.OWN_HINDRANCE),
        (mentee(), mentor(hindrances=(Hindrance.CLEARANCE_MISSING,)), {}, Cause.MENTOR_HINDRANCE),
        (mentee(), mentor(person=1), {}, Cause.SAME_PERSON),
        (mentee(), mentor(), {"bans": frozenset({(1, 51)})}, Cause.BANNED),
        (mentee(), mentor(), {"standing": frozenset({(PUPILS, 51, 1)})}, Cause.LOOP),
        (mentee(partners=frozenset({"plant"})), mentor(partner="college"), {}, Cause.PARTNER),
        (mentee(), mentor(places=0), {}, Cause.NO_PLACES),
        (mentee(), mentor(form=TEACHERS), {}, Cause.OTHER_FORM),
    ],
)
def test_a_pin_over_what_nobody_may_waive_is_not_kept_and_is_named(one, other, decided, cause):
    found = draft(one, other, pins=frozenset({(1, 51)}), **decided)
    assert not found.pairs
    assert [(pin.mentee, pin.mentor, pin.cause.kind) for pin in found.broken_pins] == [(1, 51, cause)]


def test_of_two_pins_of_one_mentee_one_is_kept():
    found = draft(mentee(), mentor(51), mentor(52), pins=frozenset({(1, 51), (1, 52)}))
    assert pairs(found) == [(1, 51)]
    assert [(pin.mentor, pin.cause.kind) for pin in found.broken_pins] == [(52, Cause.HAS_MENTOR)]


def test_a_pin_too_many_for_the_places_is_named():
    found = draft(mentee(1), mentee(2), mentor(51), pins=frozenset({(1, 51), (2, 51)}))
    assert pairs(found) == [(1, 51)]
    assert [(pin.mentee, pin.cause.kind) for pin in found.broken_pins] == [(2, Cause.NO_PLACES)]


def test_a_pin_of_one_who_has_left_means_nothing():
    found = draft(mentee(), mentor(), pins=frozenset({(99, 51), (1, 99)}))
    assert pairs(found) == [(1, 51)]
    assert found.broken_pins == ()


def test_two_people_never_mentor_each_other():
    teachers = {"form": TEACHERS, "class_level": None}
    one, other = mentee(1, person=7, **teachers), mentee(2, person=8, **teachers)
    found = draft(one, other, mentor(51, person=7, **teachers), mentor(52, person=8, **teachers))
    assert len(found.pairs) == 1
    assert [left.cause.kind for left in found.unpaired] == [Cause.LOOP]


def test_whoever_is_pinned_to_a_mentor_is_not_given_to_them_as_one():
    teachers = {"form": TEACHERS, "class_level": None}
    one, other = mentee(1, person=7, **teachers), mentee(2, person=8, **teachers)
    mentors = mentor(51, person=7, **teachers), mentor(52, person=8, **teachers)
    found = draft(one, other, *mentors, pins=frozenset({(1, 52)}))
    assert pairs(found) == [(1, 52)]
    assert [left.cause for left in found.unpaired] == [Said(Cause.LOOP, {"mentors": (51,)})]


def test_of_two_pins_that_make_a_loop_one_is_kept():
    teachers = {"form": TEACHERS, "class_level": None}
    people = [kind(number, person=number, **teachers) for number in (7, 8) for kind in (mentee, mentor)]
    found = draft(*people, pins=frozenset({(7, 8), (8, 7)}))
    assert pairs(found) == [(7, 8)]
    assert [(pin.mentee, pin.cause.kind) for pin in found.broken_pins] == [(8, Cause.LOOP)]


def test_a_loop_is_avoided_by_another_mentor_where_there_is_one():
    teachers = {"form": TEACHERS, "class_level": None}
    one, other = mentee(1, person=7, **teachers), mentee(2, person=8, **teachers)
    third = mentor(53, person=9, areas=PHYSICS, free=MONDAY | FRIDAY, meets=Meets.ONLINE, **teachers)
    found = draft(one, other, third, mentor(51, person=7, **teachers), mentor(52, person=8, **teachers))
    assert not found.unpaired
    assert found.proven
    assert set(pairs(found)) != {(1, 52), (2, 51)}


def test_a_form_where_everybody_could_mentor_everybody_gives_a_draft_without_loops():
    teachers = {"form": TEACHERS, "class_level": None}
    areas = [frozenset({f"a{number % 3}", f"a{number % 5}", f"a{number % 7}"}) for number in range(26)]
    people = [
        kind(number, person=number, areas=areas[number], **teachers)
        for number in range(26)
        for kind in (mentee, mentor)
    ]
    found = draft(*people)
    taken = set(pairs(found))
    assert found.proven
    assert len(taken) == 26
    assert not any((other, one) in taken for one, other in taken)


def test_a_class_rule_holds_between_pupils_and_is_stricter_for_one_role_model():
    equals = mentee(class_level=8), mentor(class_level=8)
    assert explained(*equals).forbidden is None
    struggling = mentee(class_level=8, model="achiever")
    assert explained(struggling, equals[1]).forbidden == Said(Cause.CLASS_RULE, {"mentee_class": 8, "mentor_class": 8})
    assert explained(struggling, mentor(class_level=9)).forbidden is None
    assert explained(mentee(class_level=8), mentor(class_level=7)).forbidden.kind is Cause.CLASS_RULE
    assert explained(mentee(class_level=None), mentor()).forbidden.kind is Cause.CLASS_RULE


def test_a_form_without_a_class_rule_asks_for_no_class():
    teachers = {"form": TEACHERS, "class_level": None}
    assert explained(mentee(**teachers), mentor(**teachers)).forbidden is None


def test_the_first_rule_is_told_when_several_forbid():
    everything = mentor(areas=CHESS, free=FRIDAY, meets=Meets.ONLINE, class_level=5, places=0)
    programme = Programme((), (), bans=frozenset({(1, 51)}))
    assert allowed(mentee(meets=Meets.IN_PERSON), everything, programme) is Cause.NOT_OFFERED
    offered = mentor(areas=PHYSICS, free=FRIDAY, meets=Meets.ONLINE, class_level=5, places=0)
    assert allowed(mentee(meets=Meets.IN_PERSON), offered, programme) is Cause.NO_COMMON_HOURS


def test_what_was_not_said_forbids_nothing_and_is_the_weakness():
    assert explained(mentee(areas=frozenset()), mentor()).weakness == Said(Weakness.REQUEST_NOT_SAID)
    silent = explained(mentee(), mentor(free=frozenset()))
    assert silent.forbidden is None
    assert silent.weakness == Said(Weakness.HOURS_NOT_SAID, {"who": ("mentor",)})


def test_the_weightiest_reasons_come_first_with_the_names_they_speak_of():
    one = mentee(areas=PHYSICS | CHESS, free=MONDAY | FRIDAY | {"tue_3"}, wished_age=WishedAge.OLDER)
    other = mentor(areas=PHYSICS | CHESS, free=FRIDAY | MONDAY | {"tue_3"})
    assert explained(one, other).reasons == (
        Said(Reason.REQUEST, {"areas": ("chess", "physics")}),
        Said(Reason.HOURS, {"slots": ("mon_1", "tue_3", "fri_2")}),
        Said(Reason.AGE, {"wish": "older", "mentee_class": 7, "mentor_class": 9}),
    )


def test_waiting_is_named_last_though_it_weighs_more():
    one = mentee(free=frozenset(), waiting_days=200)
    assert kinds(explained(one, mentor()).reasons) == [Reason.REQUEST, Reason.FORMAT, Reason.WAITING]


@pytest.mark.parametrize(
    ("one", "other", "weakness"),
    [
        (mentee(areas=PHYSICS | CHESS), mentor(), Said(Weakness.PART_OF_REQUEST, {"missing": ("chess",)})),
        (mentee(), mentor(), Said(Weakness.FEW_HOURS, {"slots": ("mon_1",)})),
    ],
)
def test_the_weakness_is_what_costs_most(one, other, weakness):
    assert explained(one, other).weakness == weakness


WEEK = frozenset({"mon_1", "tue_1", "wed_1"})


@pytest.mark.parametrize(
    ("asks", "offers", "weakness"),
    [
        ({"wished_age": WishedAge.PEER}, {}, Said(Weakness.AGE, {"wish": "peer"})),
        ({"wished_age": WishedAge.OLDER, "class_level": 9}, {}, Said(Weakness.AGE, {"wish": "older"})),
        ({}, {"oldest": 6}, Said(Weakness.CLASSES, {"mentee_class": 7, "oldest": 6})),
        ({"interests": CHESS}, {"interests": PHYSICS}, Said(Weakness.INTERESTS)),
        ({"gender_wish": "woman"}, {"gender": "man"}, Said(Weakness.GENDER)),
        ({"gender_wish": "woman"}, {"gender": "woman"}, None),
        ({"gender_wish": "woman"}, {"gender": None}, None),
        ({"wished_age": WishedAge.PEER, "class_level": 8}, {}, None),
        ({"wished_age": WishedAge.OLDER}, {}, None),
    ],
)
def test_a_wish_that_is_not_met_is_the_weakness_and_costs_points(asks, offers, weakness):
    plain = explained(mentee(free=WEEK), mentor(free=WEEK))
    wishing = explained(mentee(free=WEEK, **asks), mentor(free=WEEK, **offers))
    assert plain.weakness is None
    assert wishing.weakness == weakness
    if weakness:
        assert wishing.points < plain.points


def test_a_pair_with_everything_has_all_the_points():
    shared = {"free": WEEK, "interests": WEEK, "languages": frozenset({"tatar"}), "building": "old"}
    one = mentee(waiting_days=60, left_before=True, chosen=(51,), **shared)
    found = explained(one, mentor(chosen=(1,), **shared))
    assert found.points == sum(weights(DEFAULT).values())
    assert found.strong
    everything = Rules(tuple((criterion, Level.IMPORTANT) for criterion in Criterion))
    assert explained(one, mentor(chosen=(1,), **shared), rules=((PUPILS, everything),)).points == sum(WEIGHTS.values())


def test_the_first_cause_of_a_mentee_left_alone():
    def cause(one, *others, **decided):
        (left,) = draft(one, *others, **decided).unpaired
        return left.cause

    hindered = mentee(hindrances=(Hindrance.QUESTIONNAIRE_MISSING,), areas=CHESS)
    assert cause(hindered, mentor()) == Said(Cause.OWN_HINDRANCE, {"hindrance": "questionnaire_missing"})
    assert cause(mentee()) == Said(Cause.NO_MENTORS, {"form": PUPILS})
    assert cause(mentee(areas=CHESS), mentor()) == Said(Cause.NOT_OFFERED, {"areas": ("chess",)})
    assert cause(mentee(), mentor(51, free=FRIDAY), mentor(52, areas=CHESS)) == Said(
        Cause.NO_COMMON_HOURS, {"mentors": (51,)}
    )
    assert cause(mentee(), mentor(), bans=frozenset({(1, 51)})) == Said(Cause.BANNED, {"mentors": (51,)})
    assert cause(mentee(), mentor(places=0)) == Said(Cause.NO_PLACES, {"mentors": (51,)})


def test_one_more_place_at_the_best_mentor_is_the_smallest_change():
    busy = mentor(51, places=1), mentor(52, free=WEEK, places=0)
    (left,) = draft(mentee(1, free=WEEK), mentee(2, free=WEEK, waiting_days=9), *busy).unpaired
    assert (left.mentee, left.cause.kind) == (1, Cause.NO_PLACES)
    assert (left.remedy.lift, left.remedy.mentor) == (Cause.NO_PLACES, 52)


def test_of_equal_mentors_the_one_with_the_lower_id_is_named_in_whatever_order_they_come():
    for mentors in ((mentor(51, places=0), mentor(52, places=0)), (mentor(52, places=0), mentor(51, places=0))):
        (left,) = draft(mentee(), *mentors).unpaired
        assert left.cause.params == {"mentors": (51, 52)}
        assert left.remedy.mentor == 51


def test_a_mentor_who_only_lacks_a_paper_is_the_smallest_change():
    (left,) = draft(mentee(), mentor(hindrances=(Hindrance.CLEARANCE_MISSING,))).unpaired
    assert left.cause.kind is Cause.NO_MENTORS
    assert (left.remedy.lift, left.remedy.mentor) == (Cause.MENTOR_HINDRANCE, 51)
    assert left.remedy.params == {"hindrance": "clearance_missing"}


def test_where_two_things_are_in_the_way_no_change_is_promised():
    (left,) = draft(mentee(), mentor(free=FRIDAY, places=0)).unpaired
    assert left.cause.kind is Cause.NO_COMMON_HOURS
    assert left.remedy is None


def test_the_digest_tells_programmes_apart():
    one = Programme((mentee(),), (mentor(),))
    assert one.digest() == Programme((mentee(),), (mentor(),)).digest()
    others = [
        Programme((mentee(free=FRIDAY),), (mentor(),)),
        Programme((mentee(),), (mentor(places=2),)),
        Programme((mentee(),), (mentor(),), bans=frozenset({(1, 51)})),
        Programme((mentee(),), (mentor(),), pins=frozenset({(1, 51)})),
        Programme((mentee(),), (mentor(),), class_rules=()),
    ]
    assert len({one.digest(), *(other.digest() for other in others)}) == 6


@pytest.mark.parametrize("twice", [(mentee(1), mentee(1, person=9)), (mentee(1), mentee(2, person=1))])
def test_the_same_one_twice_is_refused(twice):
    with pytest.raises(ValueError, match="twice"):
        Programme(twice, ())


def test_a_worker_that_matches_loads_neither_the_chat_nor_the_solver_beforehand():
    asked = "import sys, mentoring.matching; print([m for m in ('aiogram', 'ortools') if m in sys.modules])"
    assert subprocess.check_output([sys.executable, "-c", asked], text=True).strip() == "[]"
