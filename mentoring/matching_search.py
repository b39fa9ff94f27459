"""A search over all sets of pairs, where flows do not prove the best: groups of a smallest size, many loops of mentors."""

from collections.abc import Iterable

import numpy as np

from mentoring.matching_criteria import Knob
from mentoring.matching_flow import Arc, Network
from mentoring.matching_objective import Measure
from mentoring.matching_table import Numbers

_MOST_ARCS = 2000  # a greater form is answered by flows alone
_MOST_WORK = 0.08  # in the solver's own seconds, which are the same on every machine


def searched(
    network: Network, least: Numbers, measure: Measure, knob: Knob, good: tuple[Arc, ...]
) -> tuple[tuple[Arc, ...], bool]:
    """The taken arcs in order, and whether they are proven to be the best; never worse than the good ones given."""
    if network.allowed.sum() > _MOST_ARCS:
        return good, False
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
    found = tuple(arc for arc in arcs if solver.boolean_value(taken[arc]))
    return max(found, good, key=lambda arcs: measure.rank(knob, arcs)), status == cp_model.OPTIMAL


def _by_side(arcs: Iterable[Arc], side: int) -> dict[int, list[Arc]]:
    found: dict[int, list[Arc]] = {}
    for arc in arcs:
        found.setdefault(arc[side], []).append(arc)
    return found
