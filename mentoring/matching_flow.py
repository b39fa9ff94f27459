"""The cheapest way to give as many mentees as possible a mentor: a minimum-cost flow over the allowed arcs."""

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

import numpy as np
import numpy.typing as npt

from mentoring.matching_table import Mask, Numbers

Arc = tuple[int, int]  # a mentee's row, a mentor's column

_TIE_BITS = 20
_MOST_TRIES = 200


@dataclass(frozen=True)
class Network:
    """The allowed arcs of a form: ``costs`` are whole numbers, ``places`` what each column may take.

    ``rivals`` are arcs of which only one of two may be taken: people who would mentor each other.
    """

    allowed: Mask
    costs: npt.NDArray[np.int64]
    places: Numbers
    rivals: Mapping[Arc, Arc] = field(default_factory=dict)


@dataclass(frozen=True, order=True)
class Flow:
    """Taken arcs, compared as the objective says: more of them first, then the lower cost."""

    lacking: int
    cost: int
    arcs: tuple[Arc, ...] = field(compare=False)


def costs(points: Numbers, mentees: Iterable[int], mentors: Iterable[int]) -> npt.NDArray[np.int64]:
    """Integer costs: points first; among equal sums, a toss that depends on both ids only.

    The toss makes the best set of pairs one, whatever order people came in and whoever else joins later.
    """
    toss = _toss(np.array(list(mentees), dtype=np.uint64).reshape(-1, 1), np.array(list(mentors), dtype=np.uint64))
    dearest_toss = (len(points) + 1) << _TIE_BITS
    dear: npt.NDArray[np.int64] = (points.max(initial=0) - points).astype(np.int64) * dearest_toss + toss
    return dear


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
    so the first set without loops is the best one; after many tries a good one is taken instead.
    """
    turn = count()
    start = _flow(network)
    waiting = [(start, next(turn), network)]
    for _ in range(_MOST_TRIES):
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
        return Flow(mentees, 0, ())
    solver = min_cost_flow.SimpleMinCostFlow()
    arc_costs = network.costs[rows, columns]
    solver.add_arcs_with_capacity_and_unit_cost(
        rows.astype(np.int32), (mentees + columns).astype(np.int32), np.ones(len(rows), dtype=np.int64), arc_costs
    )
    supplies = np.concatenate([np.ones(mentees, dtype=np.int64), -network.places.reshape(-1).astype(np.int64)])
    solver.set_nodes_supplies(np.arange(mentees + mentors, dtype=np.int32), supplies)
    status = solver.solve_max_flow_with_min_cost()
    if status != solver.OPTIMAL:
        raise ArithmeticError(f"the solver found no flow: {status}")
    taken = np.flatnonzero(solver.flows(np.arange(len(rows), dtype=np.int32)))
    arcs = tuple(zip(rows[taken].tolist(), columns[taken].tolist(), strict=True))
    return Flow(mentees - len(arcs), int(arc_costs[taken].sum()), arcs)


def _toss(mentees: npt.NDArray[np.uint64], mentors: npt.NDArray[np.uint64]) -> npt.NDArray[np.int64]:
    """A number below 2 ** _TIE_BITS for every two ids, evenly spread (the finaliser of SplitMix64)."""
    mixed = mentees * np.uint64(0x9E3779B97F4A7C15) + mentors * np.uint64(0xC2B2AE3D27D4EB4F)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    spread: npt.NDArray[np.uint64] = (mixed ^ (mixed >> np.uint64(31))) >> np.uint64(64 - _TIE_BITS)
    return spread.astype(np.int64)
