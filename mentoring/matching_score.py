"""Criteria of matching: how many points each gives a pair."""

import numpy as np

from mentoring.matching_criteria import Criterion
from mentoring.matching_people import WishedAge
from mentoring.matching_table import Numbers, Table

# The most each can give. No official weights exist: request 40, time and format 15, age 10, interests 5 are the
# school default; who has waited or was left without a pair goes before others when places are short.
WEIGHTS: dict[Criterion, int] = {
    Criterion.REQUEST: 40,
    Criterion.HOURS: 10,
    Criterion.FORMAT: 5,
    Criterion.AGE: 5,
    Criterion.CLASSES: 5,
    Criterion.INTERESTS: 5,
    Criterion.GENDER: 5,
    Criterion.WAITING: 10,
    Criterion.LEFT_BEFORE: 5,
}
MOST_POINTS = sum(WEIGHTS.values())

ENOUGH_HOURS = 3  # more common slots a week than this make a pair no better
ENOUGH_INTERESTS = 2
LONG_WAIT = 60  # days

Points = dict[Criterion, Numbers]


def points(table: Table) -> Points:
    """The points of every mentee with every mentor of a form, by criterion, as whole numbers.

    What a person has not said gives half: it is neither favoured nor punished.
    """
    given = {
        Criterion.REQUEST: _request(table),
        Criterion.HOURS: _hours(table),
        Criterion.FORMAT: np.where(table.mentee_ways == table.mentor_ways, WEIGHTS[Criterion.FORMAT], 3),
        Criterion.AGE: _age(table),
        Criterion.CLASSES: _classes(table),
        Criterion.INTERESTS: _interests(table),
        Criterion.GENDER: _gender(table),
        Criterion.WAITING: table.down(
            lambda one: WEIGHTS[Criterion.WAITING] * min(max(one.waiting_days, 0), LONG_WAIT) // LONG_WAIT
        ),
        Criterion.LEFT_BEFORE: table.down(lambda one: WEIGHTS[Criterion.LEFT_BEFORE] * one.left_before),
    }
    return {criterion: np.broadcast_to(some, table.shape).astype(np.int64) for criterion, some in given.items()}


def _request(table: Table) -> Numbers:
    weight = WEIGHTS[Criterion.REQUEST]
    asked = table.down(lambda one: len(one.areas))
    return np.where(asked > 0, weight * table.common_areas // np.maximum(asked, 1), weight // 2)


def _hours(table: Table) -> Numbers:
    weight = WEIGHTS[Criterion.HOURS]
    return np.where(
        table.hours_unsaid, weight // 2, weight * np.minimum(table.common_hours, ENOUGH_HOURS) // ENOUGH_HOURS
    )


def _age(table: Table) -> Numbers:
    """The mentee's wish; a mentor of no class is grown up, a mentee of no class has nothing to compare with."""
    weight = WEIGHTS[Criterion.AGE]
    gap = table.mentor_class - table.mentee_class
    older = (gap >= 1) | np.isnan(table.mentor_class)
    wishes_older = table.down(lambda one: one.wished_age is WishedAge.OLDER)
    fits = np.where(wishes_older, older, np.abs(gap) <= 1)
    wish = np.where(np.isnan(table.mentee_class), weight // 2, weight * fits)
    return np.where(table.down(lambda one: one.wished_age is WishedAge.ANY), weight, wish)


def _classes(table: Table) -> Numbers:
    """The mentor's wish."""
    weight = WEIGHTS[Criterion.CLASSES]
    youngest = table.across(lambda one: -np.inf if one.youngest is None else one.youngest)
    oldest = table.across(lambda one: np.inf if one.oldest is None else one.oldest)
    inside = (youngest <= table.mentee_class) & (table.mentee_class <= oldest)
    wish = np.where(np.isnan(table.mentee_class), weight // 2, weight * inside)
    return np.where(np.isinf(youngest) & np.isinf(oldest), weight, wish)


def _interests(table: Table) -> Numbers:
    weight = WEIGHTS[Criterion.INTERESTS]
    said = table.down(lambda one: bool(one.interests)) & table.across(lambda one: bool(one.interests))
    shared = weight * np.minimum(table.common_interests, ENOUGH_INTERESTS) // ENOUGH_INTERESTS
    return np.where(said, shared, weight // 2)


def _gender(table: Table) -> Numbers:
    weight = WEIGHTS[Criterion.GENDER]
    wish = np.array([one.gender_wish or "" for one in table.mentees], dtype=object).reshape(-1, 1)
    is_ = np.array([one.gender or "" for one in table.mentors], dtype=object).reshape(1, -1)
    met = np.where(is_ == "", weight // 2, weight * (wish == is_))
    return np.where(wish == "", weight, met)
