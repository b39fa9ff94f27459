"""Hard rules of matching: each forbids a pair altogether, none ever merely scores low."""

from collections.abc import Callable, Iterable, Mapping

import numpy as np

from mentoring.matching_criteria import DEFAULT, Criterion, Level, Rules
from mentoring.matching_outcome import Cause, Params, Said
from mentoring.matching_people import ClassRule, Mentee, Mentor, Programme
from mentoring.matching_table import Mask, Table, classes_short

# What the curator may go over by making a pair by hand, because the curator has called it a must; the rest binds everyone.
_OWN_CAUSES = {
    Criterion.REQUEST: Cause.NOT_OFFERED,
    Criterion.HOURS: Cause.NO_COMMON_HOURS,
    Criterion.FORMAT: Cause.FORMAT,
    Criterion.AGE: Cause.CLASS_RULE,
}
WAIVABLE = frozenset({*_OWN_CAUSES.values(), Cause.MUST})

Broken = Mapping[Cause, Mask]


def broken(table: Table, programme: Programme, form: str, standing: Iterable[tuple[int, int]]) -> Broken:
    """For every rule between two people of a form, where it is broken; in the order the first one is told.

    ``standing`` are (mentee's person, mentor's person) who are, or will be, a match of this form.
    """
    everywhere, nowhere = np.ones(table.shape, dtype=bool), np.zeros(table.shape, dtype=bool)
    chosen = programme.rules_of(form)
    own = {
        cause: nowhere if chosen.level(criterion) is not Level.MUST else _unmet(table, criterion, programme, form)
        for criterion, cause in _OWN_CAUSES.items()
    }
    return {
        Cause.OWN_HINDRANCE: everywhere & table.down(lambda one: bool(one.hindrances)),
        Cause.SAME_PERSON: table.down(lambda one: one.person) == table.across(lambda one: one.person),
        Cause.MENTOR_HINDRANCE: everywhere & table.across(lambda one: bool(one.hindrances)),
        **own,
        Cause.BANNED: table.marked(programme.bans),
        Cause.AVOIDED: table.avoided,
        Cause.RELATIVES: table.marked(programme.relatives),
        Cause.CLASS_TEACHER: table.marked(programme.class_teachers),
        Cause.MUST: np.logical_or.reduce([nowhere, *musts(table, chosen).values()]),
        Cause.LOOP: table.marked((mentor, mentee) for mentee, mentor in standing),
        Cause.PARTNER: _not_passed(table),
        Cause.NO_PLACES: everywhere & (table.across(lambda one: one.places) <= 0),
    }


def musts(table: Table, chosen: Rules) -> Mapping[Criterion, Mask]:
    """Where each criterion the curator has called a must is not met, of those that have no cause of their own.

    What somebody has not said breaks none of them, but a wish that was said and cannot be checked is not met.
    """
    return {
        criterion: unmet(table).astype(bool)
        for criterion, unmet in _UNMET.items()
        if chosen.level(criterion) is Level.MUST
    }


_UNMET: dict[Criterion, Callable[[Table], Mask]] = {
    Criterion.MUTUAL: lambda table: (
        ~table.silent_mentee & ~table.silent_mentor & ~((table.named_by_mentee > 0) & (table.named_by_mentor > 0))
    ),
    Criterion.CLASSES: lambda table: ~table.no_class_wish & ~table.class_wished,
    Criterion.GENDER: lambda table: (table.gender_wish != 0) & (table.gender_wish != table.mentor_gender),
    Criterion.INTERESTS: lambda table: table.interests_said & (table.common_interests == 0),
    Criterion.LANGUAGE: lambda table: table.languages_said & (table.common_languages == 0),
    Criterion.BUILDING: lambda table: table.buildings_said & ~table.same_building,
}


def first_broken(rules: Broken, row: int, column: int) -> Cause | None:
    """The first rule these two would break."""
    return next((cause for cause, mask in rules.items() if mask[row, column]), None)


def first_binding(rules: Broken, row: int, column: int) -> Cause | None:
    """The first rule these two would break that no curator may waive."""
    return first_broken({cause: mask for cause, mask in rules.items() if cause not in WAIVABLE}, row, column)


def told(cause: Cause, mentee: Mentee, mentor: Mentor, chosen: Rules = DEFAULT) -> Said[Cause]:
    """The rule that forbids these two, with what its sentence needs."""
    return Said(cause, params(cause, mentee, mentor, chosen))


def _unmet(table: Table, criterion: Criterion, programme: Programme, form: str) -> Mask:
    match criterion:
        case Criterion.REQUEST:
            mask: Mask = (table.common_areas == 0) & table.down(lambda one: bool(one.areas)).astype(bool)
        case Criterion.HOURS:
            mask = (table.common_hours == 0) & ~table.hours_unsaid
        case Criterion.FORMAT:
            mask = (table.mentee_ways & table.mentor_ways) == 0
        case _:
            mask = _class_rule(table, programme.class_rule(form))
    return mask


def _class_rule(table: Table, rule: ClassRule | None) -> Mask:
    if rule is None:
        return np.zeros(table.shape, dtype=bool)
    # A rule that cannot be checked, because a class is not known, is not kept.
    unknown: Mask = np.isnan(table.mentor_class - table.mentee_class)
    return classes_short(table, rule) | unknown


def _not_passed(table: Table) -> Mask:
    """Where a mentee's data may not be passed to the mentor's organisation."""
    mask = np.zeros(table.shape, dtype=bool)
    for column, mentor in enumerate(table.mentors):
        if mentor.partner is not None:
            mask[:, column] = [mentor.partner not in one.partners for one in table.mentees]
    return mask


def params(cause: Cause, mentee: Mentee, mentor: Mentor, chosen: Rules) -> Params:
    """What the sentence about a broken rule needs to know of these two."""
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
        case Cause.MUST:
            unmet = musts(Table((mentee,), (mentor,)), chosen)
            return {"criterion": next(criterion for criterion, mask in unmet.items() if mask[0, 0])}
        case _:
            return {}


def classes(mentee: Mentee, mentor: Mentor) -> Params:
    """The classes of both, where they have one."""
    levels = {"mentee_class": mentee.class_level, "mentor_class": mentor.class_level}
    return {name: level for name, level in levels.items() if level is not None}
