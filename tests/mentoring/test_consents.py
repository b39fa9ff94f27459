"""What a person's consents lack: who must agree, by age and by the school's rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st

from mentoring.consents import (
    OPTIONAL,
    Capacity,
    Consent,
    ConsentLack,
    Purpose,
    Terms,
    Way,
    covers,
    givers,
    missing,
    must_be_written,
    needs,
    organisation,
    partners_of,
    terms_of,
)
from mentoring.people import Kind, Person, Side
from mentoring.settings import GuardianRule

TODAY = date(2027, 2, 5)
NOW = datetime(2027, 2, 1, tzinfo=UTC)


def pupil(born: date | None) -> Person:
    return Person(1, 1, Kind.PUPIL, "P-001", birth_date=born)


def given(capacity: Capacity, way: Way = Way.TAP, *, agreed: bool = True) -> Consent:
    return Consent(Purpose.PARTICIPATION, capacity, way, agreed, NOW)


ASSENT = given(Capacity.ASSENT)
PARENT = given(Capacity.GUARDIAN)
PAPER = given(Capacity.GUARDIAN, Way.PAPER)
DOCUMENT = given(Capacity.GUARDIAN, Way.DOCUMENT)
REFUSED = given(Capacity.GUARDIAN, agreed=False)
TEEN = pupil(date(2012, 5, 12))
CHILD = pupil(date(2013, 5, 12))


@pytest.mark.parametrize(
    ("consents", "by_tap", "by_paper"),
    [
        ([], (ConsentLack.ASSENT, ConsentLack.GUARDIAN), (ConsentLack.ASSENT, ConsentLack.GUARDIAN)),
        ([ASSENT], (ConsentLack.GUARDIAN,), (ConsentLack.GUARDIAN,)),
        ([PARENT], (ConsentLack.ASSENT,), (ConsentLack.ASSENT, ConsentLack.PAPER)),
        ([ASSENT, PARENT], (), (ConsentLack.PAPER,)),
        ([ASSENT, PAPER], (), ()),
        ([ASSENT, DOCUMENT], (), ()),
        ([ASSENT, PARENT, PAPER], (), ()),
        ([ASSENT, REFUSED], (ConsentLack.DECLINED,), (ConsentLack.DECLINED,)),
        ([ASSENT, REFUSED, PAPER], (), ()),
        ([given(Capacity.ASSENT, agreed=False), PAPER], (ConsentLack.DECLINED,), (ConsentLack.DECLINED,)),
    ],
)
def test_a_minor_needs_an_assent_and_a_guardian_as_the_school_rules(consents, by_tap, by_paper):
    assert missing(TEEN, consents, GuardianRule.TAP, TODAY) == by_tap
    assert missing(TEEN, consents, GuardianRule.PAPER, TODAY) == by_paper
    own = {ConsentLack.ASSENT}  # under fourteen only the guardian decides; but a child's own refusal is heard
    assert missing(CHILD, consents, GuardianRule.TAP, TODAY) == tuple(each for each in by_tap if each not in own)
    assert missing(CHILD, consents, GuardianRule.PAPER, TODAY) == tuple(each for each in by_paper if each not in own)


def test_a_grown_up_agrees_alone_and_no_guardian_can_do_it_for_them():
    adult = pupil(date(2009, 2, 5))
    assert missing(adult, [], GuardianRule.PAPER, TODAY) == (ConsentLack.OWN,)
    assert missing(adult, [ASSENT, PAPER], GuardianRule.PAPER, TODAY + timedelta(days=30)) == (ConsentLack.OWN,)
    assert missing(adult, [given(Capacity.SELF)], GuardianRule.PAPER, TODAY) == ()


def test_eighteen_is_reached_on_the_birthday_not_the_day_before():
    assert ConsentLack.OWN not in missing(pupil(date(2009, 2, 6)), [], GuardianRule.PAPER, TODAY)
    assert missing(pupil(date(2009, 2, 5)), [], GuardianRule.PAPER, TODAY) == (ConsentLack.OWN,)


def test_a_pupil_of_unknown_age_counts_as_a_minor_a_teacher_does_not():
    assert missing(pupil(None), [given(Capacity.SELF)], GuardianRule.PAPER, TODAY) != ()
    teacher = Person(2, 1, Kind.TEACHER, "P-002")
    assert missing(teacher, [given(Capacity.SELF)], GuardianRule.PAPER, TODAY) == ()


def permitted(purpose, capacity, way=Way.TAP, *, agreed=True, **more):
    return Consent(purpose, capacity, way, agreed, NOW, **more)


@pytest.mark.parametrize(
    ("person", "by"),
    [
        (CHILD, (Capacity.GUARDIAN,)),
        (pupil(date(2013, 2, 5)), (Capacity.ASSENT, Capacity.GUARDIAN)),  # fourteen today
        (pupil(date(2013, 2, 6)), (Capacity.GUARDIAN,)),
        (TEEN, (Capacity.ASSENT, Capacity.GUARDIAN)),
        (pupil(None), (Capacity.ASSENT, Capacity.GUARDIAN)),
        (pupil(date(2009, 2, 5)), (Capacity.SELF,)),
        (Person(2, 1, Kind.TEACHER, "T"), (Capacity.SELF,)),
    ],
)
def test_who_gives_a_consent_follows_from_age(person, by):
    assert givers(person, TODAY) == by
    assert {need.by for need in needs(person, [], GuardianRule.TAP, TODAY)} == {by}


MENTEE, MENTOR = Side.MENTEE, Side.MENTOR
NAMED = {Purpose.DISTRIBUTION: "https://a.example\nhttps://b.example", Purpose.TRANSFER: "Zavod"}
TEACHER = Person(2, 1, Kind.TEACHER, "T")
PARTNER = Person(3, 1, Kind.PARTNER, "B")


@pytest.mark.parametrize(
    ("person", "sides", "required"),
    [
        (TEEN, [(MENTEE, "pupil_pupil")], {Purpose.PARTICIPATION}),
        (TEEN, [(MENTEE, "teacher_pupil")], {Purpose.PARTICIPATION}),
        (TEEN, [(MENTEE, "student_pupil")], {Purpose.PARTICIPATION, Purpose.TRANSFER}),
        (TEEN, [(MENTOR, "pupil_pupil"), (MENTEE, "employer_pupil")], {Purpose.PARTICIPATION, Purpose.TRANSFER}),
        (TEACHER, [(MENTOR, "teacher_teacher")], {Purpose.PARTICIPATION, Purpose.WORKER_DUTY}),
        (TEACHER, [(MENTEE, "teacher_teacher")], {Purpose.PARTICIPATION}),
        (TEACHER, [(MENTOR, "teacher_pupil")], {Purpose.PARTICIPATION}),
        (PARTNER, [(MENTOR, "employer_pupil")], {Purpose.PARTICIPATION, Purpose.WORKER_DUTY}),
    ],
)
def test_which_consents_are_required_follows_from_side_and_form(person, sides, required):
    found = needs(person, [], GuardianRule.TAP, TODAY, sides, NAMED)
    assert {need.purpose for need in found if need.required} == required
    assert {need.purpose for need in found if not need.required} == set(OPTIONAL)


def test_what_the_school_cannot_name_is_not_asked_for():
    found = needs(TEEN, [], GuardianRule.TAP, TODAY, [(MENTEE, "employer_pupil")])
    assert {Purpose.DISTRIBUTION, Purpose.TRANSFER}.isdisjoint({need.purpose for need in found})


@pytest.mark.parametrize("purpose", list(Purpose))
@pytest.mark.parametrize("rule", list(GuardianRule))
def test_when_a_tap_is_not_enough(purpose, rule):
    by_paper = rule is GuardianRule.PAPER
    always = purpose in (Purpose.WORKER_DUTY, Purpose.PSYCHOLOGICAL)
    assert must_be_written(purpose, (Capacity.GUARDIAN,), rule) == (by_paper or always)
    assert must_be_written(purpose, (Capacity.SELF,), rule) == (purpose is Purpose.WORKER_DUTY)


def test_a_consent_covers_only_its_purpose_its_addresses_and_its_time():
    site = NAMED[Purpose.DISTRIBUTION]
    given = [
        permitted(Purpose.DISTRIBUTION, Capacity.ASSENT, scope=site),
        permitted(Purpose.DISTRIBUTION, Capacity.GUARDIAN, scope="https://a.example", until=date(2027, 2, 5)),
    ]

    def covered(scope, day=TODAY, purpose=Purpose.DISTRIBUTION, person=TEEN):
        return covers(given, purpose, scope, person, GuardianRule.TAP, day)

    assert covered("https://a.example")
    assert not covered("https://b.example"), "the parent has not agreed to this address"
    assert not covered(site)
    assert not covered("https://a.example", date(2027, 2, 6)), "the parent's consent is over"
    assert not covered("https://a.example", purpose=Purpose.PHOTO)
    assert not covered("https://a.example", person=replace(TEEN, withdrawn_at=NOW))
    assert not covers(given, Purpose.DISTRIBUTION, "https://a.example", TEEN, GuardianRule.PAPER, TODAY)


def test_of_two_who_agree_the_stricter_terms_hold():
    given = [
        permitted(Purpose.DISTRIBUTION, Capacity.ASSENT, scope="x", terms=Terms.NAME),
        permitted(Purpose.DISTRIBUTION, Capacity.GUARDIAN, scope="x", terms=Terms.NAME_AND_CLASS),
    ]
    assert terms_of(given, "x") is Terms.NAME
    assert terms_of(given, "y") is Terms.NAMELESS


def test_a_guardian_nobody_has_made_sure_of_does_not_complete_a_consent():
    tap = permitted(Purpose.PARTICIPATION, Capacity.GUARDIAN, confirmed=False)
    assert missing(CHILD, [tap], GuardianRule.TAP, TODAY) == (ConsentLack.UNCONFIRMED,)
    assert missing(CHILD, [tap], GuardianRule.PAPER, TODAY) == (ConsentLack.PAPER,)
    assert missing(CHILD, [tap, replace(PAPER, confirmed=False)], GuardianRule.PAPER, TODAY) == ()
    assert missing(CHILD, [tap, PARENT], GuardianRule.TAP, TODAY) == ()


def test_a_second_guardians_refusal_stands_until_a_later_paper_settles_it():
    paper = replace(PAPER, id=1, given_by=5)
    refused = replace(REFUSED, id=2, given_by=6)
    assert missing(CHILD, [paper, refused], GuardianRule.PAPER, TODAY) == (ConsentLack.DECLINED,)
    settled = replace(PAPER, id=3, given_by=6)
    assert missing(CHILD, [paper, refused, settled], GuardianRule.PAPER, TODAY) == ()
    older = replace(settled, given_at=NOW - timedelta(days=1))
    assert missing(CHILD, [paper, refused, older], GuardianRule.PAPER, TODAY) == (ConsentLack.DECLINED,)


CONSENTS = st.lists(
    st.builds(
        Consent,
        purpose=st.sampled_from(list(Purpose)),
        capacity=st.sampled_from(list(Capacity)),
        way=st.sampled_from(list(Way)),
        agreed=st.sampled_from([True, True, True, False]),
        given_at=st.sampled_from([NOW, NOW + timedelta(days=1)]),
        scope=st.sampled_from(["", "a", "a\nb"]),
        until=st.sampled_from([None, TODAY, TODAY - timedelta(days=1)]),
        confirmed=st.booleans(),
        id=st.integers(0, 9),
    ),
    max_size=8,
)
BORN = st.sampled_from([None, date(2013, 2, 5), date(2013, 2, 6), date(2009, 2, 5), date(2009, 2, 6), date(1980, 1, 1)])


@given_any(CONSENTS, BORN, st.sampled_from(list(GuardianRule)), st.sampled_from(list(Purpose)), st.sampled_from("ab"))
def test_whatever_was_answered_nothing_is_covered_that_each_who_must_did_not_agree_to(
    found, born, rule, purpose, scope
):
    person = pupil(born)
    if not covers(found, purpose, scope, person, rule, TODAY, grace=0):
        return
    valid = [
        each
        for each in found
        if each.agreed
        and each.purpose is purpose
        and scope in each.scope.split()
        and (each.until is None or each.until >= TODAY)
    ]
    late = born == date(2013, 2, 5)  # fourteen today: the own answer may come later
    for capacity in (Capacity.GUARDIAN,) if late else givers(person, TODAY):
        own = [each for each in valid if each.capacity is capacity]
        assert own
        on_paper = any(each.way is not Way.TAP for each in own)
        if capacity is Capacity.GUARDIAN:
            assert on_paper or (rule is GuardianRule.TAP and any(each.confirmed for each in own))
        if purpose is Purpose.WORKER_DUTY and capacity is Capacity.SELF:
            assert on_paper


@pytest.mark.parametrize(("born", "own"), [(date(2009, 1, 20), Capacity.SELF), (date(2013, 1, 20), Capacity.ASSENT)])
def test_the_work_goes_on_for_thirty_days_after_a_birthday_until_the_own_answer_is_there(born, own):
    before = [PAPER] if own is Capacity.ASSENT else [ASSENT, PAPER]
    came = date(2027, 1, 20)
    for days, lacking in ((-1, False), (0, False), (29, False), (30, True)):
        lacks = missing(pupil(born), before, GuardianRule.PAPER, came + timedelta(days=days))
        assert bool(lacks) is lacking, days
    declined = [*before, given(own, agreed=False)]
    assert missing(pupil(born), declined, GuardianRule.PAPER, came) == (ConsentLack.DECLINED,), (
        "the answer counts at once"
    )
    assert missing(pupil(born), [], GuardianRule.PAPER, came), "nothing was agreed to before: nothing goes on"


@pytest.mark.parametrize("grace", [0, 14, 60])
def test_after_eighteen_the_work_goes_on_as_long_as_the_school_has_chosen(grace):
    came, born = date(2027, 1, 20), date(2009, 1, 20)
    for days in (-1, 0, 13, 14, 59, 60):
        lacks = missing(pupil(born), [ASSENT, PAPER], GuardianRule.PAPER, came + timedelta(days=days), grace=grace)
        assert bool(lacks) is (days >= grace and days >= 0), days
    fourteen = missing(pupil(date(2013, 1, 20)), [PAPER], GuardianRule.PAPER, came, grace=0)
    assert fourteen == (), "fourteen has thirty days whatever is chosen for eighteen"


def test_whoever_was_born_on_29_february_comes_of_age_on_the_first_of_march():
    leap = pupil(date(2008, 2, 29))
    assert givers(leap, date(2026, 2, 28)) == (Capacity.ASSENT, Capacity.GUARDIAN)
    assert givers(leap, date(2026, 3, 1)) == (Capacity.SELF,)


def test_data_go_only_to_the_organisations_everybody_who_must_has_named():
    both = "ООО «Завод»\nКолледж связи"
    child = pupil(date(2012, 2, 5))
    passing = [
        replace(ASSENT, purpose=Purpose.TRANSFER, scope="ООО «Завод»"),
        replace(PAPER, purpose=Purpose.TRANSFER, scope=both),
    ]
    assert partners_of(child, passing, GuardianRule.PAPER, TODAY) == {organisation("ооо Завод")}
    assert partners_of(child, passing[1:], GuardianRule.PAPER, TODAY) == frozenset()
    ended = [replace(each, until=date(2020, 1, 1)) for each in passing]
    assert partners_of(child, ended, GuardianRule.PAPER, TODAY) == frozenset()
