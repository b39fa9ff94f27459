"""Proposing pairs, whole forms at once: as many or as strong as the curator wants, then the best by what is kept and points.

Hard rules (`matching_rules`) are missing arcs, criteria (`matching_score`) are the costs (`matching_objective`), a
mentor's places are capacities of a minimum-cost flow (`matching_best`, `matching_flow`). The curator decides; this only proposes and explains
(152-FZ, art. 16). Pure and synchronous: meant to run in a worker process.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from mentoring import (
    matching_grounds,
    matching_leftovers,
    matching_pins,
    matching_rules,
    matching_score,
)
from mentoring.matching_best import Best, Problem, Search
from mentoring.matching_criteria import Criterion, Knob, Rules
from mentoring.matching_flow import Arc
from mentoring.matching_leftovers import Drafted
from mentoring.matching_objective import Measure
from mentoring.matching_outcome import (
    BrokenPin,
    Cause,
    Draft,
    Explanation,
    FreeMentor,
    Pair,
    Reason,
    Said,
    Unpaired,
    Weakness,
)
from mentoring.matching_people import ClassRule, Mentee, Mentor, Programme
from mentoring.matching_rules import Broken
from mentoring.matching_score import Points
from mentoring.matching_table import Mask, Numbers, Table


def propose(programme: Programme) -> Draft:
    """The draft of pairs for everyone in the programme, form by form.

    Pins are kept and use up places, unless they would break what no curator may waive (see `BrokenPin`); a pin of
    somebody who is not here any more means nothing.
    """
    return _whole(programme, [_of_form(programme, form) for form in _forms(programme)])


def propose_and_count(programme: Programme, form: str) -> tuple[Draft, tuple[tuple[int, int], ...]]:
    """`propose`, and `numbers` of one form with it: what both need is done once."""
    scored = _form(programme, form)
    search = Search(_problem(programme, scored))
    others = [_of_form(programme, other) for other in _forms(programme) if other != form]
    draft = _whole(programme, [_part(scored, search.best(scored.chosen.knob)), *others])
    return draft, _counted(scored, search.positions())


def _forms(programme: Programme) -> list[str]:
    return sorted({one.form for one in programme.mentees} | {one.form for one in programme.mentors})


def _whole(programme: Programme, parts: Sequence["_Part"]) -> Draft:
    broken_pins = [*matching_pins.across_forms(programme), *(pin for part in parts for pin in part.broken_pins)]
    return Draft(
        pairs=tuple(sorted((pair for part in parts for pair in part.pairs), key=lambda pair: pair.mentee)),
        unpaired=tuple(sorted((one for part in parts for one in part.unpaired), key=lambda one: one.mentee)),
        free_mentors=tuple(sorted((one for part in parts for one in part.free), key=lambda one: one.mentor)),
        broken_pins=tuple(sorted(broken_pins, key=lambda pin: (pin.mentee, pin.mentor))),
        proven=all(part.proven for part in parts),
        digest=programme.digest(),
    )


def explain(mentee: Mentee, mentor: Mentor, programme: Programme) -> Explanation:
    """What is for and against these two, and the first rule that forbids them, before any draft.

    Of the programme everything is read but its people, its pins and what is kept.
    """
    return explain_each(mentee, (mentor,), programme)[0]


def explain_each(mentee: Mentee, mentors: Sequence[Mentor], programme: Programme) -> list[Explanation]:
    """The same for one mentee with each of many mentors, all at once."""
    table = Table((mentee,), tuple(mentors))
    chosen, class_rule = programme.rules_of(mentee.form), programme.class_rule(mentee.form)
    standing = ((one, other) for form, one, other in programme.standing if form == mentee.form)
    rules = matching_rules.broken(table, programme, mentee.form, standing)
    points, weights = matching_score.points(table, chosen, class_rule), matching_score.weights(chosen)
    strong = matching_score.strong(table, points, chosen)
    found = []
    for column, mentor in enumerate(mentors):
        cause = matching_rules.first_broken(rules, 0, column)
        if mentee.form != mentor.form and cause is not Cause.OWN_HINDRANCE:
            cause = Cause.OTHER_FORM
        given = _at(points, (0, column))
        found.append(
            Explanation(
                forbidden=matching_rules.told(cause, mentee, mentor, chosen) if cause else None,
                reasons=matching_grounds.reasons(mentee, mentor, given, weights),
                weakness=matching_grounds.weakness(mentee, mentor, given, weights, class_rule),
                points=sum(given.values()),
                strong=bool(strong[0, column]),
            )
        )
    return found


def allowed(mentee: Mentee, mentor: Mentor, programme: Programme) -> Cause | None:
    """The first hard rule these two would break, or None; reads of the programme what `explain` reads."""
    forbidden = explain(mentee, mentor, programme).forbidden
    return forbidden.kind if forbidden else None


def numbers(programme: Programme, form: str) -> tuple[tuple[int, int], ...]:
    """How many pairs, and how many strong ones, the draft of a form would have at each position of the knob."""
    scored = _form(programme, form)
    return _counted(scored, Search(_problem(programme, scored)).positions())


def _counted(scored: "_Form", found: Mapping[Knob, Best]) -> tuple[tuple[int, int], ...]:
    sets = ([*scored.pinned, *found[knob].arcs] for knob in Knob)
    return tuple((len(taken), sum(bool(scored.strong[arc]) for arc in taken)) for taken in sets)


@dataclass(frozen=True)
class _Part:
    """The draft of one form."""

    pairs: list[Pair]
    unpaired: list[Unpaired]
    free: list[FreeMentor]
    broken_pins: list[BrokenPin]
    proven: bool


@dataclass(frozen=True)
class _Form:
    """A form with its rules and points."""

    table: Table
    chosen: Rules
    class_rule: ClassRule | None
    weights: Mapping[Criterion, int]
    rules: Broken
    points: Points
    total: Numbers
    strong: Mask
    pinned: frozenset[Arc]
    broken_pins: list[BrokenPin]


def _form(programme: Programme, form: str) -> _Form:
    table = Table.of(form, programme.mentees, programme.mentors)
    chosen, class_rule = programme.rules_of(form), programme.class_rule(form)
    standing = ((one, other) for of, one, other in programme.standing if of == form)
    rules = matching_rules.broken(table, programme, form, standing)
    pinned, broken_pins = matching_pins.keep(table, rules, programme.pins)
    points = matching_score.points(table, chosen, class_rule)
    return _Form(
        table,
        chosen,
        class_rule,
        matching_score.weights(chosen),
        rules=matching_pins.without_loops_into(table, rules, pinned),
        points=points,
        total=sum(points.values(), start=np.zeros(table.shape, dtype=np.int64)),
        strong=matching_score.strong(table, points, chosen),
        pinned=pinned,
        broken_pins=broken_pins,
    )


def _of_form(programme: Programme, form: str) -> _Part:
    scored = _form(programme, form)
    return _part(scored, Search(_problem(programme, scored)).best(scored.chosen.knob))


def _part(scored: _Form, found: Best) -> _Part:
    taken = tuple(sorted([*scored.pinned, *found.arcs]))
    left = _places_left(scored.table, taken)
    counted = Counter(column for _, column in taken)
    lacking = scored.chosen.smallest - np.array(
        [one.has + counted[column] for column, one in enumerate(scored.table.mentors)], dtype=np.int64
    )
    drafted = Drafted(
        scored.table,
        scored.chosen,
        scored.rules,
        scored.total,
        scored.strong,
        taken,
        scored.pinned,
        free=left,
        lacking=lacking,
    )
    return _Part(
        pairs=[_pair(scored, arc, too_small=bool(lacking[arc[1]] > 0)) for arc in taken],
        unpaired=matching_leftovers.unpaired(drafted),
        free=[
            FreeMentor(one.id, int(places))
            for one, places in zip(scored.table.mentors, left, strict=True)
            if places > 0 and not one.hindrances
        ],
        broken_pins=scored.broken_pins,
        proven=found.proven,
    )


def _problem(programme: Programme, form: _Form) -> Problem:
    table, mentees, mentors = form.table, form.table.mentees, form.table.mentors
    allowed = ~np.logical_or.reduce(list(form.rules.values()))
    allowed[[row for row, _ in form.pinned], :] = False
    rows = {one.id: row for row, one in enumerate(mentees)}
    columns = {one.id: column for column, one in enumerate(mentors)}
    kept = np.zeros(table.shape, dtype=bool)
    for mentee, mentor in programme.kept:
        if mentee in rows and mentor in columns:
            kept[rows[mentee], columns[mentor]] = True
    pinned = Counter(column for _, column in form.pinned)
    have = np.array([one.has + pinned[column] for column, one in enumerate(mentors)], dtype=np.int64)
    return Problem(
        allowed=allowed,
        measure=Measure.of(
            form.strong, kept & allowed, form.total, (one.id for one in mentees), (one.id for one in mentors)
        ),
        places=np.maximum(_places_left(table, form.pinned), 0),
        least=np.maximum(form.chosen.smallest - have, 0),
        both_sides=table.both_sides(),
    )


def _places_left(table: Table, taken: Iterable[Arc]) -> Numbers:
    used = Counter(column for _, column in taken)
    return np.array([one.places - used[column] for column, one in enumerate(table.mentors)], dtype=np.int64)


def _pair(form: _Form, arc: Arc, *, too_small: bool) -> Pair:
    mentee, mentor, pinned = form.table.mentees[arc[0]], form.table.mentors[arc[1]], arc in form.pinned
    given, weights = _at(form.points, arc), form.weights
    reasons = matching_grounds.reasons(mentee, mentor, given, weights)
    weakness = matching_grounds.weakness(mentee, mentor, given, weights, form.class_rule)
    if pinned:
        reasons = (Said(Reason.PINNED), *reasons)[: matching_grounds.MOST_REASONS]
        waived = matching_rules.first_broken(form.rules, *arc)
        params = matching_rules.params(waived, mentee, mentor, form.chosen) if waived is Cause.MUST else {}
        if too_small:
            weakness = Said(Weakness.SMALL_GROUP, {"least": form.chosen.smallest})
        weakness = Said(Weakness.RULE, {"cause": waived, **params}) if waived else weakness
    return Pair(mentee.id, mentor.id, reasons, weakness, pinned, sum(given.values()), bool(form.strong[arc]))


def _at(points: Points, arc: Arc) -> dict[Criterion, int]:
    return {criterion: int(given[arc]) for criterion, given in points.items()}
