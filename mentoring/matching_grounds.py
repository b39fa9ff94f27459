"""What speaks for a pair and what against it, as ids and names, chosen by the points the criteria gave."""

from collections.abc import Mapping

from mentoring import free_time
from mentoring.matching_criteria import Criterion
from mentoring.matching_outcome import Params, Reason, Said, Weakness
from mentoring.matching_people import Meets, Mentee, Mentor, WishedAge
from mentoring.matching_rules import classes
from mentoring.matching_score import WEIGHTS

MOST_REASONS = 3

# Wishes that are met or not met: half of their points only means that nothing is known.
_WISHES = frozenset({Criterion.AGE, Criterion.CLASSES, Criterion.GENDER})
# Said last, whatever they weigh: any two who can meet at all share a way; waiting speaks for the mentee alone.
_LAST = {Criterion.FORMAT: 1, Criterion.WAITING: 2, Criterion.LEFT_BEFORE: 2}

Given = Mapping[Criterion, int]


def reasons(mentee: Mentee, mentor: Mentor, given: Given) -> tuple[Said[Reason], ...]:
    """Up to three reasons for a pair, the weightiest first."""
    areas = tuple(sorted(mentee.areas & mentor.areas))
    interests = tuple(sorted(mentee.interests & mentor.interests))
    slots = free_time.common(mentee.free, mentor.free)
    way = _common_way(mentee, mentor)
    wishes_age = mentee.wished_age is not WishedAge.ANY
    wishes_classes = mentor.youngest is not None or mentor.oldest is not None
    facts: tuple[tuple[Criterion, bool, Reason, Params], ...] = (
        (Criterion.REQUEST, bool(areas), Reason.REQUEST, {"areas": areas}),
        (Criterion.HOURS, bool(slots), Reason.HOURS, {"slots": slots}),
        (Criterion.AGE, wishes_age, Reason.AGE, {"wish": mentee.wished_age, **classes(mentee, mentor)}),
        (Criterion.CLASSES, wishes_classes, Reason.CLASSES, classes(mentee, mentor)),
        (Criterion.INTERESTS, bool(interests), Reason.INTERESTS, {"interests": interests}),
        (Criterion.GENDER, mentee.gender_wish is not None, Reason.GENDER, {}),
        (Criterion.FORMAT, way is not None, Reason.FORMAT, {"meets": way or ""}),
        (Criterion.WAITING, True, Reason.WAITING, {"days": mentee.waiting_days}),
        (Criterion.LEFT_BEFORE, True, Reason.LEFT_BEFORE, {}),
    )
    true = [fact for fact in facts if fact[1] and _speaks(fact[0], given)]
    true.sort(key=lambda fact: (_LAST.get(fact[0], 0), -given[fact[0]]))
    return tuple(Said(kind, params) for _, _, kind, params in true[:MOST_REASONS])


def weakness(mentee: Mentee, mentor: Mentor, given: Given) -> Said[Weakness] | None:
    """What costs the pair most points, if anything worth saying does."""
    missing = tuple(sorted(mentee.areas - mentor.areas))
    slots = free_time.common(mentee.free, mentor.free)
    unsaid = tuple(name for name, one in (("mentee", mentee), ("mentor", mentor)) if not one.free)
    both_named = bool(mentee.interests and mentor.interests)
    facts: tuple[tuple[Criterion, bool, Weakness, Params], ...] = (
        (Criterion.REQUEST, not mentee.areas, Weakness.REQUEST_NOT_SAID, {}),
        (Criterion.REQUEST, bool(missing), Weakness.PART_OF_REQUEST, {"missing": missing}),
        (Criterion.HOURS, bool(unsaid), Weakness.HOURS_NOT_SAID, {"who": unsaid}),
        (Criterion.HOURS, not unsaid, Weakness.FEW_HOURS, {"slots": slots}),
        (Criterion.AGE, given[Criterion.AGE] == 0, Weakness.AGE, {"wish": mentee.wished_age}),
        (Criterion.CLASSES, given[Criterion.CLASSES] == 0, Weakness.CLASSES, _wished_classes(mentee, mentor)),
        (Criterion.INTERESTS, both_named and given[Criterion.INTERESTS] == 0, Weakness.INTERESTS, {}),
        (Criterion.GENDER, given[Criterion.GENDER] == 0, Weakness.GENDER, {}),
    )
    lost = [(WEIGHTS[of] - given[of], Said(kind, params)) for of, holds, kind, params in facts if holds]
    worst = max(lost, key=lambda loss: loss[0], default=None)
    return worst[1] if worst and worst[0] > 0 else None


def _speaks(criterion: Criterion, given: Given) -> bool:
    return given[criterion] == WEIGHTS[criterion] if criterion in _WISHES else given[criterion] > 0


def _common_way(mentee: Mentee, mentor: Mentor) -> Meets | None:
    if mentee.meets is Meets.ANY:
        return mentor.meets
    return mentee.meets if mentor.meets in (Meets.ANY, mentee.meets) else None


def _wished_classes(mentee: Mentee, mentor: Mentor) -> Params:
    wish = {"mentee_class": mentee.class_level, "youngest": mentor.youngest, "oldest": mentor.oldest}
    return {name: level for name, level in wish.items() if level is not None}
