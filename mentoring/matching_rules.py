"""Hard rules of matching: each forbids a pair altogether, none ever merely scores low."""

from collections.abc import Iterable, Mapping

import numpy as np

from mentoring.matching_outcome import Cause, Params, Said
from mentoring.matching_people import ClassRule, Mentee, Mentor, Programme
from mentoring.matching_table import Mask, Table

# What the curator may go over by making a pair by hand; the rest binds everyone.
WAIVABLE = frozenset({Cause.NOT_OFFERED, Cause.NO_COMMON_HOURS, Cause.FORMAT, Cause.CLASS_RULE})

Broken = Mapping[Cause, Mask]


def broken(table: Table, programme: Programme, form: str, standing: Iterable[tuple[int, int]]) -> Broken:
    """For every rule between two people of a form, where it is broken; in the order the first one is told.

    ``standing`` are (mentee's person, mentor's person) who are, or will be, a match of this form.
    """
    everywhere = np.ones(table.shape, dtype=bool)
    return {
        Cause.OWN_HINDRANCE: everywhere & table.down(lambda one: bool(one.hindrances)),
        Cause.SAME_PERSON: table.down(lambda one: one.person) == table.across(lambda one: one.person),
        Cause.MENTOR_HINDRANCE: everywhere & table.across(lambda one: bool(one.hindrances)),
        Cause.NOT_OFFERED: (table.common_areas == 0) & table.down(lambda one: bool(one.areas)),
        Cause.NO_COMMON_HOURS: (table.common_hours == 0) & ~table.hours_unsaid,
        Cause.FORMAT: (table.mentee_ways & table.mentor_ways) == 0,
        Cause.CLASS_RULE: _class_rule(table, programme.class_rule(form)),
        Cause.BANNED: table.marked(programme.bans),
        Cause.LOOP: table.marked((mentor, mentee) for mentee, mentor in standing),
        Cause.PARTNER: _not_passed(table),
        Cause.NO_PLACES: everywhere & (table.across(lambda one: one.places) <= 0),
    }


def first_broken(rules: Broken, row: int, column: int) -> Cause | None:
    """The first rule these two would break."""
    return next((cause for cause, mask in rules.items() if mask[row, column]), None)


def first_binding(rules: Broken, row: int, column: int) -> Cause | None:
    """The first rule these two would break that no curator may waive."""
    return first_broken({cause: mask for cause, mask in rules.items() if cause not in WAIVABLE}, row, column)


def told(cause: Cause, mentee: Mentee, mentor: Mentor) -> Said[Cause]:
    """The rule that forbids these two, with what its sentence needs."""
    return Said(cause, _params(cause, mentee, mentor))


def _class_rule(table: Table, rule: ClassRule | None) -> Mask:
    if rule is None:
        return np.zeros(table.shape, dtype=bool)
    least = table.down(lambda one: rule.least(one.model))
    # Written by denial, because an unknown class compares as False: a rule that cannot be checked is not kept.
    return ~(table.mentor_class - table.mentee_class >= least)


def _not_passed(table: Table) -> Mask:
    """Where a mentee's data may not be passed to the mentor's organisation."""
    mask = np.zeros(table.shape, dtype=bool)
    for column, mentor in enumerate(table.mentors):
        if mentor.partner is not None:
            mask[:, column] = [mentor.partner not in one.partners for one in table.mentees]
    return mask


def _params(cause: Cause, mentee: Mentee, mentor: Mentor) -> Params:
    match cause:
        case Cause.OWN_HINDRANCE:
            return {"hindrance": mentee.hindrances[0]}
        case Cause.MENTOR_HINDRANCE:
            return {"hindrance": mentor.hindrances[0]}
        case Cause.OTHER_FORM:
            return {"mentee_form": mentee.form, "mentor_form": mentor.form}
        case Cause.NOT_OFFERED:
            return {"areas": tuple(sorted(mentee.areas))}
        case Cause.CLASS_RULE:
            return classes(mentee, mentor)
        case _:
            return {}


def classes(mentee: Mentee, mentor: Mentor) -> Params:
    """The classes of both, where they have one."""
    levels = {"mentee_class": mentee.class_level, "mentor_class": mentor.class_level}
    return {name: level for name, level in levels.items() if level is not None}
