"""The cheapest way to give mentees a mentor: a minimum-cost flow over the allowed arcs, each mentee given or left."""

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

import numpy as np

from mentoring.matching_objective import Values
from mentoring.matching_table import Mask, Numbers

Arc = tuple[int, int]  # a mentee's row, a mentor's column

_MOST_TRIES = 30
_MOST_WORK = 400_000  # arcs of all tries together


class TooDear(ArithmeticError):
    """Long chains of changes add up to more than the solver's whole numbers hold."""


@dataclass(frozen=True)
class Network:
    """The allowed arcs of a form: ``costs`` are whole numbers, ``places`` what each column may take.

    ``leave`` is what it costs to leave a mentee without a mentor; None where as many as possible are to have one.
    ``rivals`` are arcs of which only one of two may be taken: people who would mentor each other.
    """

    allowed: Mask
    costs: Values
    places: Numbers
    leave: int | None = None
    rivals: Mapping[Arc, Arc] = field(default_factory=dict)


@dataclass(frozen=True, order=True)
class Flow:
    """Taken arcs, compared as the objective says: more of them first, then the lower cost."""

    lacking: int
    cost: int
    arcs: tuple[Arc, ...] = field(compare=False)


def rivals(allowed: Mask, both_sides: Sequence[tuple[int, int]]) -> dict[Arc, Arc]:
    """Every allowed arc that would close a loop, with the arc it closes it with.

    ``both_sides`` are the row and the column of each person who is a mentee and a mentor.
    """
    rows, columns = ([place[side] for place in both_sides] for side in (0, 1))
    among = allowed[np.ix_(rows, columns)]
    ones, others = np.nonzero(among & among.T)
    return {
        (rows[one], columns[other]): (rows[other], columns[one])
        for one, other in zip(ones.tolist(), others.tolist(), strict=True)
    }


def cheapest(network: Network) -> tuple[tuple[Arc, ...], bool]:
    """The taken arcs in order, and whether they are proven to be the best.

    Without loops one flow is the answer. A loop is undone both ways, the more promising set first (best-first search),
    so the first set without loops is the best one; after many tries a good one is taken.
    """
    turn = count()
    start = _flow(network)
    waiting = [(start, next(turn), network)]
    for _ in range(min(_MOST_TRIES, _MOST_WORK // max(1, int(network.allowed.sum())) + 1)):
        flow, _, tried = heapq.heappop(waiting)
        loop = next(iter(_loops_in(flow, tried)), None)
        if loop is None:
            return flow.arcs, True
        for arc in loop:
            narrower = _without(tried, [arc])
            heapq.heappush(waiting, (_flow(narrower), next(turn), narrower))
    return _untangled(waiting[0][2]), False


def _untangled(network: Network) -> tuple[Arc, ...]:
    while True:
        flow = _flow(network)
        loops = _loops_in(flow, network)
        if not loops:
            return flow.arcs
        network = _without(network, [max(loop, key=lambda arc: network.costs[arc]) for loop in loops])


def _loops_in(flow: Flow, network: Network) -> list[tuple[Arc, Arc]]:
    taken = frozenset(flow.arcs)
    loops = ((arc, network.rivals[arc]) for arc in flow.arcs if arc in network.rivals)
    return [loop for loop in loops if loop[0] < loop[1] and loop[1] in taken]


def _without(network: Network, arcs: Iterable[Arc]) -> Network:
    allowed = network.allowed.copy()
    for arc in arcs:
        allowed[arc] = False
    return replace(network, allowed=allowed)


def _flow(network: Network) -> Flow:
    """One minimum-cost flow; its solver is deterministic, and sees arcs in the order of ids."""
    from ortools.graph.python import min_cost_flow

    rows, columns = np.nonzero(network.allowed)
    mentees, mentors = network.allowed.shape
    if not len(rows):
        return Flow(0 if network.leave is not None else mentees, mentees * (network.leave or 0), ())
    arc_costs, arcs = network.costs[rows, columns], len(rows)
    ends, demands = mentees + columns, [-network.places.reshape(-1).astype(np.int64)]
    if network.leave is not None:  # one more node takes whoever is left
        rows = np.concatenate([rows, np.arange(mentees)])
        ends = np.concatenate([ends, np.full(mentees, mentees + mentors)])
        arc_costs = np.concatenate([arc_costs, np.full(mentees, network.leave, dtype=np.int64)])
        demands.append(np.array([-mentees], dtype=np.int64))
    solver = min_cost_flow.SimpleMinCostFlow()
    solver.add_arcs_with_capacity_and_unit_cost(
        rows.astype(np.int32), ends.astype(np.int32), np.ones(len(rows), dtype=np.int64), arc_costs
    )
    supplies = np.concatenate([np.ones(mentees, dtype=np.int64), *demands])
    solver.set_nodes_supplies(np.arange(len(supplies), dtype=np.int32), supplies)
    status = solver.solve_max_flow_with_min_cost()
    if status != solver.OPTIMAL:
        raise TooDear(f"the solver found no flow: {status}")
    flows = np.flatnonzero(solver.flows(np.arange(len(rows), dtype=np.int32)))
    taken = flows[flows < arcs]
    cost = sum(arc_costs[flows].tolist())  # may be greater than the solver's numbers
    lacking = 0 if network.leave is not None else mentees - len(taken)
    return Flow(lacking, cost, tuple(zip(rows[taken].tolist(), columns[taken].tolist(), strict=True)))
