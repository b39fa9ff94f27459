"""Random programmes for the tests of matching, and an optimum found by another road."""

from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from mentoring.matching import explain
from mentoring.matching_outcome import Draft
from mentoring.matching_people import Hindrance, Meets, Mentee, Mentor, Programme, WishedAge

FORMS = ("pupil_pupil", "teacher_teacher")
AREAS = ("physics", "chess", "speech", "maths")
SLOTS = ("mon_1", "tue_2", "fri_3")


def _some(names):
    return st.frozensets(st.sampled_from(names))


_SHARED = {
    "areas": _some(AREAS),
    "free": _some(SLOTS),
    "meets": st.sampled_from(Meets),
    "class_level": st.none() | st.integers(5, 9),
    "interests": _some(("music", "football", "films")),
    "gender": st.sampled_from((None, "f", "m")),
    "hindrances": st.sampled_from([(), (), (), (Hindrance.CONSENT_MISSING,), tuple(Hindrance)[:2]]),
}


@st.composite
def programmes(draw, most_mentees=7, most_mentors=6):
    """Small programmes where everything happens: loops, bans, pins, two forms, full mentors, silent people."""
    mentees = [
        draw(
            st.builds(
                Mentee,
                id=st.just(100 + person),
                person=st.just(person),
                form=st.sampled_from(FORMS),
                wished_age=st.sampled_from(WishedAge),
                gender_wish=st.sampled_from((None, "f", "m")),
                model=st.sampled_from((None, "achiever", "equal")),
                waiting_days=st.integers(0, 100),
                left_before=st.booleans(),
                partners=_some(("plant", "college")),
                **_SHARED,
            )
        )
        for person in draw(st.lists(st.integers(1, 9), unique=True, max_size=most_mentees))
    ]
    mentors = [
        draw(
            st.builds(
                Mentor,
                id=st.just(200 + person),
                person=st.just(person),
                form=st.sampled_from(FORMS),
                youngest=st.none() | st.integers(5, 7),
                oldest=st.none() | st.integers(6, 9),
                places=st.integers(0, 3),
                partner=st.sampled_from((None, None, None, "plant", "")),
                **_SHARED,
            )
        )
        for person in draw(st.lists(st.integers(5, 13), unique=True, max_size=most_mentors))
    ]
    persons = st.integers(1, 13)
    return Programme(
        mentees=tuple(mentees),
        mentors=tuple(mentors),
        bans=draw(st.frozensets(st.tuples(persons, persons), max_size=6)),
        pins=draw(st.frozensets(st.tuples(persons.map(lambda one: 100 + one), persons.map(lambda one: 200 + one)))),
        standing=draw(st.frozensets(st.tuples(st.sampled_from(FORMS), persons, persons), max_size=4)),
    )


def forbidden(mentee: Mentee, mentor: Mentor, programme: Programme) -> bool:
    """The hard rules between two people, written out plainly and apart from the product's."""
    if mentee.form != mentor.form or mentee.person == mentor.person or mentee.hindrances or mentor.hindrances:
        return True
    if mentee.areas and not mentee.areas & mentor.areas:
        return True
    if mentee.free and mentor.free and not mentee.free & mentor.free:
        return True
    if {mentee.meets, mentor.meets} == {Meets.IN_PERSON, Meets.ONLINE}:
        return True
    if mentee.form == "pupil_pupil":
        if mentee.class_level is None or mentor.class_level is None:
            return True
        if mentor.class_level < mentee.class_level + (mentee.model == "achiever"):
            return True
    if (mentee.person, mentor.person) in programme.bans:
        return True
    if mentor.partner is not None and mentor.partner not in mentee.partners:
        return True
    return (mentee.form, mentor.person, mentee.person) in programme.standing


@dataclass
class Optimum:
    """How many pairs a programme can have at most, and the most points so many pairs can give."""

    pairs: int
    points: int


def optimum(programme: Programme, draft: Draft) -> Optimum:
    """The optimum by HiGHS, given the pins the draft has kept."""
    pinned = {(pair.mentee, pair.mentor) for pair in draft.pairs if pair.pinned}
    busy = {mentee for mentee, _ in pinned}
    arcs = [
        (mentee, mentor)
        for mentee in programme.mentees
        for mentor in programme.mentors
        if (mentee.id, mentor.id) in pinned or (mentee.id not in busy and not forbidden(mentee, mentor, programme))
    ]
    if not arcs:
        return Optimum(0, 0)
    points = np.array([explain(mentee, mentor, programme).points for mentee, mentor in arcs])
    rows, most, least = [], [], []
    for mentee in programme.mentees:
        rows.append([one is mentee for one, _ in arcs])
        most.append(1)
        least.append(mentee.id in busy)
    for mentor in programme.mentors:
        rows.append([one is mentor for _, one in arcs])
        most.append(mentor.places)
        least.append(0)
    place = {(mentee.form, mentee.person, mentor.person): at for at, (mentee, mentor) in enumerate(arcs)}
    for (form, one, other), at in place.items():
        if (form, other, one) in place:
            rows.append([here in (at, place[form, other, one]) for here in range(len(arcs))])
            most.append(1)
            least.append(0)
    a_pair = int(points.max()) * (len(programme.mentees) + 1) + 1
    found = milp(
        -(points + a_pair),
        constraints=LinearConstraint(np.array(rows, dtype=float), least, most),
        bounds=Bounds(0, 1),
        integrality=np.ones(len(arcs)),
    )
    assert found.status == 0, found.message
    taken = np.round(found.x).astype(bool)
    return Optimum(int(taken.sum()), int(points[taken].sum()))
