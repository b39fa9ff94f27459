"""The best set of pairs of a programme found by another road: a mixed-integer solver, over plain comparisons."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from mentoring.matching import explain
from mentoring.matching_criteria import Knob
from mentoring.matching_outcome import Draft
from mentoring.matching_people import Programme
from tests.mentoring.matching_worlds import forbidden


@dataclass
class Optimum:
    """What the best set is worth."""

    pairs: int
    strong: int
    kept: int
    points: int


def optimum(programme: Programme, draft: Draft) -> Optimum:
    """The optimum of all forms by HiGHS, given the pins the draft has kept."""
    parts = [_of_form(programme, draft, form) for form in sorted({one.form for one in programme.mentees})]
    return Optimum(*(sum(getattr(part, name) for part in parts) for name in ("pairs", "strong", "kept", "points")))


def worth(programme: Programme, draft: Draft) -> Optimum:
    """What a draft is worth."""
    return Optimum(
        pairs=len(draft.pairs),
        strong=sum(pair.strong for pair in draft.pairs),
        kept=sum((pair.mentee, pair.mentor) in programme.kept for pair in draft.pairs),
        points=sum(pair.points for pair in draft.pairs),
    )


def _of_form(programme: Programme, draft: Draft, form: str) -> Optimum:
    mentees = [one for one in programme.mentees if one.form == form]
    mentors = [one for one in programme.mentors if one.form == form]
    pinned = {(pair.mentee, pair.mentor) for pair in draft.pairs if pair.pinned}
    busy = {mentee for mentee, _ in pinned}
    arcs = [
        (mentee, mentor)
        for mentee in mentees
        for mentor in mentors
        if (mentee.id, mentor.id) in pinned or (mentee.id not in busy and not forbidden(mentee, mentor, programme))
    ]
    if not arcs:
        return Optimum(0, 0, 0, 0)
    told = [explain(mentee, mentor, programme) for mentee, mentor in arcs]
    points = np.array([each.points for each in told])
    strong = np.array([each.strong for each in told]).astype(int)
    kept = np.array([(one.id, other.id) in programme.kept for one, other in arcs]).astype(int)
    first = _first(programme.rules_of(form).knob, strong, len(mentees))
    second = kept * (int(points.max()) * len(mentees) + 1) + points
    limits = _limits(programme, form, arcs, pinned)
    best = _most(first, len(mentors), limits)
    same = LinearConstraint(np.array([[*first, *[0] * len(mentors)]], dtype=float), best[0], best[0])
    _, taken = _most(second, len(mentors), [*limits, same])
    return Optimum(int(taken.sum()), int(strong[taken].sum()), int(kept[taken].sum()), int(points[taken].sum()))


def _first(knob: Knob, strong: np.ndarray, most: int) -> np.ndarray:
    match knob:
        case Knob.MOST_PAIRS:
            return strong + (most + 1)
        case Knob.ONLY_STRONG:
            return strong * (most + 1) - 1
        case _:
            return 2 * strong + {Knob.MORE_PAIRS: 5, Knob.BALANCED: 3, Knob.KEEP_STRONG: 1}[knob]


def _limits(programme, form, arcs, pinned):
    """Rows of one choice a mentee, of places, of the smallest group and of loops; the last columns are «takes anybody»."""
    mentors = [one for one in programme.mentors if one.form == form]
    rows, least, most = [], [], []

    def limit(row, at_least, at_most):
        rows.append(row)
        least.append(at_least)
        most.append(at_most)

    nobody = [0] * len(mentors)
    for mentee in {one.id for one, _ in arcs}:
        mine = any(one == mentee for one, _ in pinned)
        limit([*[int(one.id == mentee) for one, _ in arcs], *nobody], int(mine), 1)
    for at, mentor in enumerate(mentors):
        takes = [int(at == each) for each in range(len(mentors))]
        limit([*[int(other is mentor) for _, other in arcs], *nobody], 0, mentor.places)
        fixed = sum(other == mentor.id for _, other in pinned)
        new = [int(other is mentor and (one.id, other.id) not in pinned) for one, other in arcs]
        lacking = programme.rules_of(form).smallest - fixed - mentor.has
        limit([*new, *[-max(lacking, 0) * each for each in takes]], 0, np.inf)
        limit([*new, *[-len(arcs) * each for each in takes]], -np.inf, 0)
    place = {(one.person, other.person): at for at, (one, other) in enumerate(arcs)}
    for (one, other), at in place.items():
        if (other, one) in place:
            limit([*[int(here in (at, place[other, one])) for here in range(len(arcs))], *nobody], 0, 1)
    return [LinearConstraint(np.array(rows, dtype=float), least, most)]


def _most(value, mentors, limits):
    found = milp(
        -np.array([*value, *[0] * mentors], dtype=float),
        constraints=limits,
        bounds=Bounds(0, 1),
        integrality=np.ones(len(value) + mentors),
        options={"mip_rel_gap": 0},
    )
    assert found.status == 0, found.message
    taken = np.round(found.x[: len(value)]).astype(bool)
    return int(np.array(value)[taken].sum()), taken
