"""What speaks for a pair and what against it, as ids and names, chosen by the points the criteria gave."""

from collections.abc import Mapping

from mentoring import free_time
from mentoring.matching_criteria import Criterion
from mentoring.matching_outcome import Cause, Params, Reason, Said, Weakness
from mentoring.matching_people import ClassRule, Meets, Mentee, Mentor, WishedAge
from mentoring.matching_rules import classes

MOST_REASONS = 3

# Wishes that are met or not met: half of their points only means that nothing is known.
_WISHES = frozenset({Criterion.AGE, Criterion.CLASSES, Criterion.GENDER, Criterion.LANGUAGE, Criterion.BUILDING})
# Said last, whatever they weigh: any two who can meet at all share a way; waiting speaks for the mentee alone.
_LAST = {Criterion.FORMAT: 1, Criterion.WAITING: 2, Criterion.LEFT_BEFORE: 2}

Given = Mapping[Criterion, int]


def reasons(mentee: Mentee, mentor: Mentor, given: Given, weights: Given) -> tuple[Said[Reason], ...]:
    """Up to three reasons for a pair, the weightiest first; what the curator ignores is none."""
    areas = tuple(sorted(mentee.areas & mentor.areas))
    interests = tuple(sorted(mentee.interests & mentor.interests))
    languages = tuple(sorted(mentee.languages & mentor.languages))
    slots = free_time.common(mentee.free, mentor.free)
    way = _common_way(mentee, mentor)
    named = _named(mentee, mentor)
    wishes_age = mentee.wished_age is not WishedAge.ANY
    wishes_classes = mentor.youngest is not None or mentor.oldest is not None
    one_building = bool(mentee.building) and mentee.building == mentor.building
    facts: tuple[tuple[Criterion, bool, Reason, Params], ...] = (
        (Criterion.REQUEST, bool(areas), Reason.REQUEST, {"areas": areas}),
        (Criterion.MUTUAL, len(named) == 2, Reason.MUTUAL, {}),
        (Criterion.MUTUAL, len(named) == 1, Reason.CHOSEN, {"who": named}),
        (Criterion.HOURS, bool(slots), Reason.HOURS, {"slots": slots}),
        (Criterion.AGE, wishes_age, Reason.AGE, {"wish": mentee.wished_age, **classes(mentee, mentor)}),
        (Criterion.CLASSES, wishes_classes, Reason.CLASSES, classes(mentee, mentor)),
        (Criterion.INTERESTS, bool(interests), Reason.INTERESTS, {"interests": interests}),
        (Criterion.GENDER, mentee.gender_wish is not None, Reason.GENDER, {}),
        (Criterion.LANGUAGE, bool(languages), Reason.LANGUAGE, {"languages": languages}),
        (Criterion.BUILDING, one_building, Reason.BUILDING, {}),
        (Criterion.FORMAT, way is not None, Reason.FORMAT, {"meets": way or ""}),
        (Criterion.WAITING, True, Reason.WAITING, {"days": mentee.waiting_days}),
        (Criterion.LEFT_BEFORE, True, Reason.LEFT_BEFORE, {}),
    )
    true = [fact for fact in facts if fact[1] and _speaks(fact[0], given, weights)]
    true.sort(key=lambda fact: (_LAST.get(fact[0], 0), -given[fact[0]]))
    return tuple(Said(kind, params) for _, _, kind, params in true[:MOST_REASONS])


def weakness(
    mentee: Mentee, mentor: Mentor, given: Given, weights: Given, class_rule: ClassRule | None
) -> Said[Weakness] | None:
    """What costs the pair most points, if anything worth saying does; `class_rule` is that of the form."""
    missing = tuple(sorted(mentee.areas - mentor.areas))
    nothing = missing and not mentee.areas & mentor.areas
    slots = free_time.common(mentee.free, mentor.free)
    unsaid = tuple(name for name, one in (("mentee", mentee), ("mentor", mentor)) if not one.free)
    others = _named_others(mentee, mentor)
    no_way = _common_way(mentee, mentor) is None
    both_named = bool(mentee.interests and mentor.interests)
    short = _short(mentee, mentor, class_rule)
    zero = {criterion for criterion, points in given.items() if points == 0}
    facts: tuple[tuple[Criterion, bool, Weakness, Params], ...] = (
        (Criterion.REQUEST, not mentee.areas, Weakness.REQUEST_NOT_SAID, {}),
        (Criterion.REQUEST, bool(nothing), Weakness.RULE, {"cause": Cause.NOT_OFFERED}),
        (Criterion.REQUEST, bool(missing) and not nothing, Weakness.PART_OF_REQUEST, {"missing": missing}),
        (Criterion.MUTUAL, bool(others), Weakness.NOT_CHOSEN, {"who": others}),
        (Criterion.HOURS, bool(unsaid), Weakness.HOURS_NOT_SAID, {"who": unsaid}),
        (Criterion.HOURS, not unsaid, Weakness.FEW_HOURS, {"slots": slots}),
        (Criterion.FORMAT, no_way, Weakness.RULE, {"cause": Cause.FORMAT}),
        (Criterion.AGE, short, Weakness.RULE, {"cause": Cause.CLASS_RULE}),
        (Criterion.AGE, _age_known(mentee, mentor) and not short, Weakness.AGE, {"wish": mentee.wished_age}),
        (Criterion.CLASSES, Criterion.CLASSES in zero, Weakness.CLASSES, _wished_classes(mentee, mentor)),
        (Criterion.INTERESTS, both_named and Criterion.INTERESTS in zero, Weakness.INTERESTS, {}),
        (Criterion.GENDER, Criterion.GENDER in zero, Weakness.GENDER, {}),
        (Criterion.LANGUAGE, Criterion.LANGUAGE in zero, Weakness.LANGUAGE, {}),
        (Criterion.BUILDING, Criterion.BUILDING in zero, Weakness.BUILDING, {}),
    )
    lost = [(weights[of] - given[of], Said(kind, params)) for of, holds, kind, params in facts if holds and of in given]
    worst = max(lost, key=lambda loss: loss[0], default=None)
    return worst[1] if worst and worst[0] > 0 else None


def _named(mentee: Mentee, mentor: Mentor) -> tuple[str, ...]:
    """Which side named the other after the group meeting."""
    sides = (("mentee", mentor.id in mentee.chosen), ("mentor", mentee.id in mentor.chosen))
    return tuple(name for name, did in sides if did)


def _named_others(mentee: Mentee, mentor: Mentor) -> tuple[str, ...]:
    """Which side named somebody, and not the other."""
    sides = (
        ("mentee", mentee.chosen and mentor.id not in mentee.chosen),
        ("mentor", mentor.chosen and mentee.id not in mentor.chosen),
    )
    return tuple(name for name, did in sides if did)


def _short(mentee: Mentee, mentor: Mentor, rule: ClassRule | None) -> bool:
    """Whether the mentor is known to be fewer classes above than the rule asks for."""
    if rule is None or mentee.class_level is None or mentor.class_level is None:
        return False
    return mentor.class_level - mentee.class_level < rule.least(mentee.model)


def _age_known(mentee: Mentee, mentor: Mentor) -> bool:
    """Whether there is something to compare a wish about age with: a mentor of no class is grown up."""
    wishes = mentee.wished_age is not WishedAge.ANY and mentee.class_level is not None
    return wishes and (mentor.class_level is not None or mentee.wished_age is WishedAge.PEER)


def _speaks(criterion: Criterion, given: Given, weights: Given) -> bool:
    if criterion not in given:
        return False
    return given[criterion] == weights[criterion] if criterion in _WISHES else given[criterion] > 0


def _common_way(mentee: Mentee, mentor: Mentor) -> Meets | None:
    if mentee.meets is Meets.ANY:
        return mentor.meets
    return mentee.meets if mentor.meets in (Meets.ANY, mentee.meets) else None


def _wished_classes(mentee: Mentee, mentor: Mentor) -> Params:
    wish = {"mentee_class": mentee.class_level, "youngest": mentor.youngest, "oldest": mentor.oldest}
    return {name: level for name, level in wish.items() if level is not None}
