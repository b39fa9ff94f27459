"""Criteria of matching: how many points each gives a pair, as the curator weighs it, and which pairs are strong."""

from collections.abc import Callable
from functools import partial

import numpy as np

from mentoring.matching_criteria import NEVER_MUST, Criterion, Level, Rules
from mentoring.matching_people import ClassRule, WishedAge
from mentoring.matching_table import Mask, Numbers, Table, classes_short

# The most each can give where it is important, in half points, so that a half is always whole; what is wished weighs
# half of it. No official weights exist: as the curator finds the levels, request gives 40 points, mutual choice 30, hours
# and format 15, age 10, interests 5; whatever else a school may wish for gives no more than interests.
WEIGHTS: dict[Criterion, int] = {
    Criterion.REQUEST: 80,
    Criterion.MUTUAL: 60,
    Criterion.HOURS: 20,
    Criterion.FORMAT: 10,
    Criterion.AGE: 20,
    Criterion.CLASSES: 20,
    Criterion.INTERESTS: 20,
    Criterion.GENDER: 20,
    Criterion.LANGUAGE: 20,
    Criterion.BUILDING: 12,
    Criterion.WAITING: 20,
    Criterion.LEFT_BEFORE: 20,
}
_PARTS = {Level.MUST: 2, Level.IMPORTANT: 2, Level.WISHED: 1, Level.IGNORED: 0}  # halves

ENOUGH_HOURS = 3  # more common slots a week than this make a pair no better
ENOUGH_INTERESTS = 2
LONG_WAIT = 60  # days
_LAST_NAMED = 2  # from the third name on, the order says nothing

Points = dict[Criterion, Numbers]
_Scores = Callable[[Table, int], Numbers]


def weights(rules: Rules) -> dict[Criterion, int]:
    """The most each criterion can give under the curator's rules; 0 where it is ignored."""
    return {criterion: most * _PARTS[rules.level(criterion)] // 2 for criterion, most in WEIGHTS.items()}


def points(table: Table, rules: Rules, class_rule: ClassRule | None) -> Points:
    """The points of every mentee with every mentor of a form, by criterion, as whole numbers.

    What a person has not said gives half: it is neither favoured nor punished. What is ignored is not there.
    """
    scored: dict[Criterion, _Scores] = {**_GIVEN, Criterion.AGE: partial(_age, rule=class_rule)}
    given = {criterion: scored[criterion](table, most) for criterion, most in weights(rules).items() if most}
    return {
        criterion: np.broadcast_to(some, table.shape).astype(np.int64, copy=False) for criterion, some in given.items()
    }


def strong(table: Table, given: Points, rules: Rules) -> Mask:
    """Where everything the curator called important, or a must, is met at least by half."""
    enough = np.ones(table.shape, dtype=bool)
    for criterion, some in given.items():
        if criterion not in NEVER_MUST and rules.level(criterion) in (Level.MUST, Level.IMPORTANT):
            enough &= some >= _half(criterion)
    return enough


def _half(criterion: Criterion) -> int:
    # A choice of one side only is half a choice, though the order of names takes a little of it.
    late = _LAST_NAMED * _later(WEIGHTS[criterion]) if criterion is Criterion.MUTUAL else 0
    return WEIGHTS[criterion] // 2 - late


def _later(most: int) -> int:
    """What each earlier name takes from a choice."""
    return most // 20


def _request(table: Table, most: int) -> Numbers:
    asked = table.down(lambda one: len(one.areas))
    return np.where(asked > 0, most * table.common_areas // np.maximum(asked, 1), most // 2)


def _mutual(table: Table, most: int) -> Numbers:
    """Each side gives half of it: whoever named nobody stands in the middle."""
    sides = []
    for named, silent in ((table.named_by_mentee, table.silent_mentee), (table.named_by_mentor, table.silent_mentor)):
        choice = most // 2 - _later(most) * np.minimum(named - 1, _LAST_NAMED)
        sides.append(np.where(named > 0, choice, np.where(silent, most // 4, 0)))
    return sides[0] + sides[1]


def _hours(table: Table, most: int) -> Numbers:
    return np.where(table.hours_unsaid, most // 2, most * np.minimum(table.common_hours, ENOUGH_HOURS) // ENOUGH_HOURS)


def _format(table: Table, most: int) -> Numbers:
    """Everything for the same wish, a little more than half for one that has room for the other."""
    meets = (table.mentee_ways & table.mentor_ways) != 0
    return np.where(table.mentee_ways == table.mentor_ways, most, (most // 2 + most // 10) * meets)


def _age(table: Table, most: int, rule: ClassRule | None) -> Numbers:
    """The mentee's wish; a mentor of no class is grown up, a mentee of no class has nothing to compare with.

    Where the form has a class rule, keeping it is half of it, and breaking it leaves nothing.
    """
    gap = table.mentor_class - table.mentee_class
    older = (gap >= 1) | np.isnan(table.mentor_class)
    wishes_older = table.down(lambda one: one.wished_age is WishedAge.OLDER)
    fits = np.where(wishes_older, older, np.abs(gap) <= 1)
    unmet = 0 if rule is None else most // 2
    wish = np.where(np.isnan(table.mentee_class), most // 2, np.where(fits, most, unmet))
    wish = np.where(table.down(lambda one: one.wished_age is WishedAge.ANY), most, wish)
    if rule is None:
        return wish
    return np.where(np.isnan(gap), most // 2, np.where(classes_short(table, rule), 0, wish))


def _classes(table: Table, most: int) -> Numbers:
    """The mentor's wish."""
    wish = np.where(np.isnan(table.mentee_class), most // 2, most * table.class_wished)
    return np.where(table.no_class_wish, most, wish)


def _interests(table: Table, most: int) -> Numbers:
    shared = most * np.minimum(table.common_interests, ENOUGH_INTERESTS) // ENOUGH_INTERESTS
    return np.where(table.interests_said, shared, most // 2)


def _gender(table: Table, most: int) -> Numbers:
    met = np.where(table.mentor_gender == 0, most // 2, most * (table.gender_wish == table.mentor_gender))
    return np.where(table.gender_wish == 0, most, met)


def _language(table: Table, most: int) -> Numbers:
    return np.where(table.languages_said, most * (table.common_languages > 0), most // 2)


def _building(table: Table, most: int) -> Numbers:
    return np.where(table.buildings_said, most * table.same_building, most // 2)


def _waiting(table: Table, most: int) -> Numbers:
    return table.down(lambda one: most * min(max(one.waiting_days, 0), LONG_WAIT) // LONG_WAIT)


def _left_before(table: Table, most: int) -> Numbers:
    return table.down(lambda one: most * one.left_before)


_GIVEN: dict[Criterion, _Scores] = {
    Criterion.REQUEST: _request,
    Criterion.MUTUAL: _mutual,
    Criterion.HOURS: _hours,
    Criterion.FORMAT: _format,
    Criterion.CLASSES: _classes,
    Criterion.GENDER: _gender,
    Criterion.INTERESTS: _interests,
    Criterion.LANGUAGE: _language,
    Criterion.BUILDING: _building,
    Criterion.WAITING: _waiting,
    Criterion.LEFT_BEFORE: _left_before,
}
