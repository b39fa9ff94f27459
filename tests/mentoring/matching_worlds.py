"""Random programmes for the tests of matching, where everything happens at once."""

from hypothesis import strategies as st

from mentoring.matching_criteria import NEVER_MUST, Criterion, Knob, Level, Rules
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
    "languages": _some(("tatar", "russian")),
    "building": st.sampled_from(("", "old", "new")),
    "hindrances": st.sampled_from([(), (), (), (Hindrance.CONSENT_MISSING,), tuple(Hindrance)[:2]]),
}


MENTEES, MENTORS = st.integers(1, 9).map(lambda one: 100 + one), st.integers(5, 13).map(lambda one: 200 + one)


@st.composite
def rules(draw, knobs=tuple(Knob), smallest=(1, 1, 1, 2, 3)):
    """A curator's choice: mostly the default levels, a few of them moved."""
    chosen = Rules(knob=draw(st.sampled_from(knobs)), smallest=draw(st.sampled_from(smallest)))
    for criterion in draw(st.lists(st.sampled_from(Criterion), max_size=5)):
        levels = [level for level in Level if level is not Level.MUST or criterion not in NEVER_MUST]
        chosen = chosen.with_level(criterion, draw(st.sampled_from(levels)))
    return chosen


@st.composite
def programmes(draw, most_mentees=7, most_mentors=6, rules=rules()):  # noqa: B008
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
                chosen=st.lists(MENTORS, max_size=3, unique=True).map(tuple),
                avoided=st.frozensets(MENTORS, max_size=1),
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
                has=st.sampled_from((0, 0, 0, 1)),
                chosen=st.lists(MENTEES, max_size=3, unique=True).map(tuple),
                avoided=st.frozensets(MENTEES, max_size=1),
                partner=st.sampled_from((None, None, None, "plant", "")),
                **_SHARED,
            )
        )
        for person in draw(st.lists(st.integers(5, 13), unique=True, max_size=most_mentors))
    ]
    persons = st.integers(1, 13)
    two = st.tuples(persons, persons)
    ids = st.tuples(persons.map(lambda one: 100 + one), persons.map(lambda one: 200 + one))
    return Programme(
        mentees=tuple(mentees),
        mentors=tuple(mentors),
        bans=draw(st.frozensets(two, max_size=6)),
        relatives=draw(st.frozensets(two, max_size=2)),
        class_teachers=draw(st.frozensets(two, max_size=2)),
        kept=draw(st.frozensets(ids, max_size=6)),
        rules=tuple((form, draw(rules)) for form in FORMS),
        pins=draw(st.frozensets(ids, max_size=3)),
        standing=draw(st.frozensets(st.tuples(st.sampled_from(FORMS), persons, persons), max_size=4)),
    )


def forbidden(mentee: Mentee, mentor: Mentor, programme: Programme) -> bool:
    """The hard rules between two people, written out plainly and apart from the product's."""
    if mentee.form != mentor.form or mentee.person == mentor.person or mentee.hindrances or mentor.hindrances:
        return True
    two = mentee.person, mentor.person
    if two in programme.bans | programme.relatives | programme.class_teachers:
        return True
    if mentor.id in mentee.avoided or mentee.id in mentor.avoided:
        return True
    if mentor.partner is not None and mentor.partner not in mentee.partners:
        return True
    if (mentee.form, mentor.person, mentee.person) in programme.standing:
        return True
    rules = programme.rules_of(mentee.form)
    return any(rules.level(each) is Level.MUST and unmet(each, mentee, mentor) for each in Criterion)


def unmet(criterion: Criterion, mentee: Mentee, mentor: Mentor) -> bool:
    """Whether a must is broken."""
    one, other = mentee, mentor
    match criterion:
        case Criterion.REQUEST:
            return bool(one.areas) and not one.areas & other.areas
        case Criterion.MUTUAL:
            named = other.id in one.chosen and one.id in other.chosen
            return bool(one.chosen and other.chosen) and not named
        case Criterion.HOURS:
            return bool(one.free and other.free) and not one.free & other.free
        case Criterion.FORMAT:
            return {one.meets, other.meets} == {Meets.IN_PERSON, Meets.ONLINE}
        case Criterion.AGE:
            if one.form != "pupil_pupil":
                return False
            if one.class_level is None or other.class_level is None:
                return True
            return other.class_level < one.class_level + (one.model == "achiever")
        case Criterion.CLASSES:
            youngest, oldest = other.youngest or 0, other.oldest or 99
            if other.youngest is None and other.oldest is None:
                return False
            return one.class_level is None or not youngest <= one.class_level <= oldest
        case Criterion.GENDER:
            return one.gender_wish is not None and one.gender_wish != other.gender
        case Criterion.INTERESTS:
            return bool(one.interests and other.interests) and not one.interests & other.interests
        case Criterion.LANGUAGE:
            return bool(one.languages and other.languages) and not one.languages & other.languages
        case Criterion.BUILDING:
            return bool(one.building and other.building) and one.building != other.building
        case _:
            return False
