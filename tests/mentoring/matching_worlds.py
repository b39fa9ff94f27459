"""Random programmes for the tests of matching, where everything happens at once."""

import random

from hypothesis import strategies as st

from mentoring.matching_criteria import NEVER_MUST, Criterion, Knob, Level, Rules
from mentoring.matching_people import Hindrance, Meets, Mentee, Mentor, Programme, WishedAge

FORMS = ("pupil_pupil", "teacher_teacher")
AREAS = ("physics", "chess", "speech", "maths")
SLOTS = ("mon_1", "tue_2", "fri_3")


def programmes(most_mentees=7, most_mentors=6):
    """Small programmes where everything happens: loops, bans, pins, two forms, full mentors, silent people, any rules.

    Made from a number, which is ten times faster than drawing every answer.
    """
    return st.integers(0, 2**32).map(lambda seed: programme(random.Random(seed), most_mentees, most_mentors))


def programme(chance: random.Random, most_mentees: int = 7, most_mentors: int = 6) -> Programme:
    """One of them."""
    levelled = {form: rules(chance) for form in FORMS}
    mentees = [
        Mentee(
            id=100 + person,
            person=person,
            form=chance.choice(FORMS),
            wished_age=chance.choice(list(WishedAge)),
            gender_wish=chance.choice((None, None, "woman", "man")),
            model=chance.choice((None, "achiever", "equal")),
            waiting_days=chance.randint(0, 100),
            left_before=chance.random() < 0.3,
            partners=_some(chance, ("plant", "college")),
            chosen=_named(chance, 205, 213),
            avoided=frozenset(_named(chance, 205, 213)[2:]),
            **_shared(chance),
        )
        for person in chance.sample(range(1, 10), chance.randint(0, most_mentees))
    ]
    mentors = [
        Mentor(
            id=200 + person,
            person=person,
            form=chance.choice(FORMS),
            youngest=chance.choice((None, None, 5, 6, 7)),
            oldest=chance.choice((None, None, 6, 7, 9)),
            places=chance.choice((0, 1, 1, 2, 3, 4)),
            has=chance.choice((0, 0, 0, 1)),
            partner=chance.choice((None, None, None, "plant", "")),
            chosen=_named(chance, 101, 109),
            avoided=frozenset(_named(chance, 101, 109)[2:]),
            **_shared(chance),
        )
        for person in chance.sample(range(5, 14), chance.randint(0, most_mentors))
    ]

    def some(most, *kinds):
        return frozenset(tuple(kind() for kind in kinds) for _ in range(chance.randint(0, most)))

    def person():
        return chance.randint(1, 13)

    def mentee():
        return 100 + chance.randint(1, 9)

    def mentor():
        return 200 + chance.randint(5, 13)

    return Programme(
        mentees=tuple(mentees),
        mentors=tuple(mentors),
        bans=some(6, person, person),
        relatives=some(2, person, person),
        class_teachers=some(2, person, person),
        pins=some(3, mentee, mentor),
        kept=some(8, mentee, mentor),
        standing=some(4, lambda: chance.choice(FORMS), person, person),
        rules=tuple(levelled.items()),
    )


def crowds(most_mentees=9, most_mentors=7):
    """Programmes of one form where most people suit each other, so that there is much to choose between."""
    return st.integers(0, 2**32).map(lambda seed: crowd(random.Random(seed), most_mentees, most_mentors))


def crowd(chance: random.Random, most_mentees: int = 9, most_mentors: int = 7) -> Programme:
    """One of them: everything that forbids, binds or weighs is there, and names people who are."""
    form, chosen = chance.choice(FORMS), rules(chance)
    mentees = [100 + one for one in range(1, chance.randint(3, most_mentees) + 1)]
    mentors = [
        200 + one for one in range(4, chance.randint(2, most_mentors) + 4)
    ]  # some of the persons are mentees too

    def two(most, *, of=0):
        every = [(one - 100 * of, other - 200 * of) for one in mentees for other in mentors]
        return frozenset(chance.sample(every, min(chance.randint(0, most), len(every))))

    def named(ids):
        return tuple(chance.sample(ids, min(chance.choice((0, 1, 2, 3)), len(ids))))

    def suits():
        return _shared(chance) | {
            "areas": frozenset({"physics"}) | _some(chance, AREAS),
            "free": frozenset({"mon_1"}) | _some(chance, SLOTS),
            "meets": chance.choice((Meets.ANY, Meets.ANY, Meets.ONLINE, Meets.IN_PERSON)),
            "hindrances": chance.choice(((),) * 9 + ((Hindrance.CONSENT_MISSING,),)),
        }

    return Programme(
        mentees=tuple(
            Mentee(
                id=one,
                person=one - 100,
                form=form,
                wished_age=chance.choice(list(WishedAge)),
                gender_wish=chance.choice((None, "woman", "man")),
                model=chance.choice((None, "achiever")),
                waiting_days=chance.randint(0, 100),
                partners=frozenset({"plant"}),
                chosen=named(mentors),
                avoided=frozenset(named(mentors)[2:]),
                **(suits() | {"class_level": chance.choice((5, 6, 7))}),
            )
            for one in mentees
        ),
        mentors=tuple(
            Mentor(
                id=one,
                person=one - 200,
                form=form,
                youngest=chance.choice((None, 5, 7)),
                places=chance.choice((1, 1, 2, 3, 4)),
                has=chance.choice((0, 0, 0, 1)),
                partner=chance.choice((None, None, None, None, "plant", "college")),
                chosen=named(mentees),
                avoided=frozenset(named(mentees)[2:]),
                **(suits() | {"class_level": chance.choice((6, 7, 8, 9))}),
            )
            for one in mentors
        ),
        bans=two(3, of=1),
        relatives=two(2, of=1),
        class_teachers=two(2, of=1),
        pins=two(2),
        kept=two(8),
        standing=frozenset((form, *pair) for pair in two(3, of=1)),
        rules=((form, chosen),),
    )


def rules(chance: random.Random) -> Rules:
    """A curator's choice: mostly the default levels, a few of them moved."""
    chosen = Rules(knob=chance.choice(list(Knob)), smallest=chance.choice((1, 1, 1, 2, 3)))
    for criterion in chance.sample(list(Criterion), chance.randint(0, 6)):
        levels = [level for level in Level if level is not Level.MUST or criterion not in NEVER_MUST]
        chosen = chosen.with_level(criterion, chance.choice(levels))
    return chosen


def _shared(chance):
    return {
        "areas": _some(chance, AREAS),
        "free": _some(chance, SLOTS),
        "meets": chance.choice(list(Meets)),
        "class_level": chance.choice((None, 5, 6, 7, 8, 9)),
        "interests": _some(chance, ("music", "football", "films")),
        "gender": chance.choice((None, "woman", "man")),
        "languages": _some(chance, ("tatar", "russian")),
        "building": chance.choice(("", "old", "new")),
        "hindrances": chance.choice(((),) * 8 + ((Hindrance.CONSENT_MISSING,), tuple(Hindrance)[:2])),
    }


def _some(chance, names):
    return frozenset(chance.sample(names, chance.randint(0, len(names))))


def _named(chance, first, last):
    return tuple(chance.sample(range(first, last + 1), chance.choice((0, 0, 0, 1, 2, 3))))


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
