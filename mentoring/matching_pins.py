"""Pairs the curator keeps: they are not computed again, use up places, and stand in the way of their own loops."""

from collections import Counter
from collections.abc import Iterable

from mentoring.matching_outcome import BrokenPin, Cause
from mentoring.matching_people import Programme
from mentoring.matching_rules import Broken, first_binding, told
from mentoring.matching_table import Table

Arc = tuple[int, int]


def keep(table: Table, rules: Broken, pins: Iterable[tuple[int, int]]) -> tuple[frozenset[Arc], list[BrokenPin]]:
    """The pins of a form that can be kept, as rows and columns, and those that cannot; taken in the order of ids."""
    rows = {one.id: row for row, one in enumerate(table.mentees)}
    columns = {one.id: column for column, one in enumerate(table.mentors)}
    kept: set[Arc] = set()
    broken: list[BrokenPin] = []
    for mentee, mentor in sorted(pins):
        if mentee not in rows or mentor not in columns:
            continue
        arc = rows[mentee], columns[mentor]
        cause = _against(table, rules, kept, arc)
        if cause is None:
            kept.add(arc)
        else:
            broken.append(BrokenPin(mentee, mentor, told(cause, table.mentees[arc[0]], table.mentors[arc[1]])))
    return frozenset(kept), broken


def across_forms(programme: Programme) -> list[BrokenPin]:
    """Pins of two people of different forms."""
    mentees = {one.id: one for one in programme.mentees}
    mentors = {one.id: one for one in programme.mentors}
    return [
        BrokenPin(one, other, told(Cause.OTHER_FORM, mentees[one], mentors[other]))
        for one, other in sorted(programme.pins)
        if one in mentees and other in mentors and mentees[one].form != mentors[other].form
    ]


def without_loops_into(table: Table, rules: Broken, kept: Iterable[Arc]) -> Broken:
    """The rules, with nobody mentoring their own mentor of a kept pin."""
    turned = table.marked((table.mentors[column].person, table.mentees[row].person) for row, column in kept)
    return {**rules, Cause.LOOP: rules[Cause.LOOP] | turned}


def _against(table: Table, rules: Broken, kept: set[Arc], arc: Arc) -> Cause | None:
    row, column = arc
    if cause := first_binding(rules, row, column):
        return cause
    if row in {other for other, _ in kept}:
        return Cause.HAS_MENTOR
    if Counter(other for _, other in kept)[column] >= table.mentors[column].places:
        return Cause.NO_PLACES
    persons = {(table.mentees[one].person, table.mentors[other].person) for one, other in kept}
    if (table.mentors[column].person, table.mentees[row].person) in persons:
        return Cause.LOOP
    return None
