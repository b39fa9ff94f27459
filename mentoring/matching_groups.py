"""Groups of a smallest size: a mentor takes nobody, or at least so many; by flows first, then by a search over all."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from mentoring import matching_flow
from mentoring.matching_criteria import Knob
from mentoring.matching_flow import Arc, Network
from mentoring.matching_objective import Measure
from mentoring.matching_table import Mask, Numbers

_MOST_ARCS = 2000  # of a search; a greater form is answered by flows alone
_MOST_WORK = 0.08  # of a search, in the solver's own seconds, which are the same on every machine


def short(arcs: Iterable[Arc], least: Numbers) -> Mask:
    """Mentors who would have somebody, but too few."""
    taken = _taken(arcs, len(least))
    mask: Mask = (taken > 0) & (taken < least)
    return mask


def cheapest(
    network: Network, every: Network, least: Numbers, measure: Measure, knob: Knob
) -> tuple[tuple[Arc, ...], bool]:
    """The taken arcs in order, and whether they are proven to be the best.

    ``every`` has the arcs the flow has no use for too: weak pairs, without which a strong one may have no group.
    """
    good = _by_flows(network, least)
    if every.allowed.sum() > _MOST_ARCS:
        return good, False
    found, proven = _searched(every, least, measure, knob, good)
    return max(found, good, key=lambda arcs: measure.rank(knob, arcs)), proven


def _searched(
    network: Network, least: Numbers, measure: Measure, knob: Knob, good: tuple[Arc, ...]
) -> tuple[tuple[Arc, ...], bool]:
    """What a search over all sets finds, which begins with a good one."""
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    arcs = list(zip(*(side.tolist() for side in np.nonzero(network.allowed)), strict=True))
    taken = {arc: model.new_bool_var("") for arc in arcs}
    of_row, of_column = _by_side(arcs, 0), _by_side(arcs, 1)
    for row in of_row.values():
        model.add_at_most_one(taken[arc] for arc in row)
    for column, row in of_column.items():
        many = sum(taken[arc] for arc in row)
        if least[column] > 1:
            any_ = model.new_bool_var("")
            model.add(many >= int(least[column]) * any_)
            model.add(many <= int(network.places[column]) * any_)
            for arc in row:
                model.add_implication(taken[arc], any_)
            model.add_hint(any_, any(arc[1] == column for arc in good))
        else:
            model.add(many <= int(network.places[column]))
    for arc, rival in network.rivals.items():
        if arc < rival:
            model.add_at_most_one(taken[arc], taken[rival])
    worth = measure.worth(knob, min(len(of_row), int(network.places.sum())))
    model.maximize(cp_model.LinearExpr.weighted_sum(list(taken.values()), [int(worth[arc]) for arc in arcs]))
    chosen = frozenset(good)
    for arc in arcs:
        model.add_hint(taken[arc], arc in chosen)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1
    solver.parameters.max_deterministic_time = _MOST_WORK
    solver.parameters.linearization_level = 2  # with it hard forms are proven in a tenth of the time
    status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return good, False
    return tuple(arc for arc in arcs if solver.boolean_value(taken[arc])), status == cp_model.OPTIMAL


def _by_side(arcs: Iterable[Arc], side: int) -> dict[int, list[Arc]]:
    found: dict[int, list[Arc]] = {}
    for arc in arcs:
        found.setdefault(arc[side], []).append(arc)
    return found


def _by_flows(network: Network, least: Numbers) -> tuple[Arc, ...]:
    """A good set: those mentors who lack most for a group take nobody, half of them at a time, until none lacks any."""
    while True:
        arcs, _ = matching_flow.cheapest(network)
        lacking = np.where(short(arcs, least), least - _taken(arcs, len(least)), 0)
        closed = sorted(np.flatnonzero(lacking).tolist(), key=lambda column: (-lacking[column], column))
        if not closed:
            return arcs
        allowed = network.allowed.copy()
        allowed[:, closed[: (len(closed) + 1) // 2]] = False
        network = replace(network, allowed=allowed)


def _taken(arcs: Iterable[Arc], mentors: int) -> Numbers:
    counted = Counter(column for _, column in arcs)
    return np.array([counted[column] for column in range(mentors)], dtype=np.int64)
