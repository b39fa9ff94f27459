"""What a person's consents lack: who must agree, by age and by the school's rule."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from mentoring.consents import Capacity, Consent, ConsentLack, Purpose, Way, missing
from mentoring.people import Kind, Person
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
    assert missing(adult, [ASSENT, PAPER], GuardianRule.PAPER, TODAY) == (ConsentLack.OWN,)
    assert missing(adult, [given(Capacity.SELF)], GuardianRule.PAPER, TODAY) == ()


def test_eighteen_is_reached_on_the_birthday_not_the_day_before():
    consents = [ASSENT, PAPER]
    assert missing(pupil(date(2009, 2, 6)), consents, GuardianRule.PAPER, TODAY) == ()
    assert missing(pupil(date(2009, 2, 5)), consents, GuardianRule.PAPER, TODAY) == (ConsentLack.OWN,)


def test_a_pupil_of_unknown_age_counts_as_a_minor_a_teacher_does_not():
    assert missing(pupil(None), [given(Capacity.SELF)], GuardianRule.PAPER, TODAY) != ()
    teacher = Person(2, 1, Kind.TEACHER, "P-002")
    assert missing(teacher, [given(Capacity.SELF)], GuardianRule.PAPER, TODAY) == ()
