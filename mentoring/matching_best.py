"""The best set of pairs of a form at a position of the knob: by a flow, and where groups need it, by a search."""

from collections.abc import Sequence
from dataclasses import dataclass

from mentoring import matching_flow, matching_groups, matching_search
from mentoring.matching_criteria import Knob
from mentoring.matching_flow import Arc, Network
from mentoring.matching_objective import Measure
from mentoring.matching_table import Mask, Numbers

_SPARED = (0, 2, 5)  # bits


@dataclass(frozen=True)
class Problem:
    """Who may be given to whom, beyond the pairs that are kept by hand.

    ``places`` are those each mentor has left, ``least`` how many more a mentor takes at least, if any.
    ``both_sides`` are the row and the column of each person who is a mentee and a mentor.
    """

    allowed: Mask
    measure: Measure
    places: Numbers
    least: Numbers
    both_sides: Sequence[tuple[int, int]]


@dataclass(frozen=True)
class Best:
    """The taken arcs in order, and whether they are proven to be the best."""

    arcs: tuple[Arc, ...]
    proven: bool


def best(problem: Problem, knob: Knob) -> Best:
    """The best set at this position.

    Where it cannot be proven, the sets found for the other positions are looked at too, so that moving the knob towards
    better pairs never gives more pairs, nor fewer strong ones: each position has the best of the same sets.
    """
    found = _found(problem, knob)
    return found if found.proven else _of_all(problem, {knob: found})[knob]


def positions(problem: Problem) -> dict[Knob, Best]:
    """The best set at each position of the knob."""
    return _of_all(problem, {})


def _of_all(problem: Problem, known: dict[Knob, Best]) -> dict[Knob, Best]:
    every = {knob: known.get(knob) or _found(problem, knob) for knob in Knob}
    if all(one.proven for one in every.values()):
        return every
    return {
        knob: own if own.proven else Best(_greatest(problem, knob, every), proven=False) for knob, own in every.items()
    }


def _greatest(problem: Problem, knob: Knob, every: dict[Knob, Best]) -> tuple[Arc, ...]:
    sets = (one.arcs for one in every.values())
    return max(sets, key=lambda arcs: problem.measure.rank(knob, arcs))


def _found(problem: Problem, knob: Knob) -> Best:
    """The answer of the solvers; where chains are so long that sums do not fit, with a shorter toss."""
    for spare in _SPARED:
        try:
            return _tried(problem, knob, spare)
        except matching_flow.TooDear:
            continue
    return _tried(problem, knob, _SPARED[-1] + 1)


def _tried(problem: Problem, knob: Knob, spare: int) -> Best:
    allowed = problem.allowed & (problem.least <= problem.places)
    wanted = allowed & problem.measure.strong if knob is Knob.ONLY_STRONG else allowed
    network = _network(problem, knob, wanted, spare)
    arcs, proven = matching_flow.cheapest(network)
    if matching_groups.short(arcs, problem.least).any():
        arcs, proven = matching_groups.by_flows(network, problem.least), False
    if not proven:
        # A weak pair the flow has no use for may be what a strong one needs for its group.
        every = network if wanted is allowed else _network(problem, knob, allowed, spare)
        arcs, proven = matching_search.searched(every, problem.least, problem.measure, knob, arcs)
    return Best(arcs, proven)


def _network(problem: Problem, knob: Knob, allowed: Mask, spare: int) -> Network:
    most = min(int(allowed.any(axis=1).sum()), int(problem.places.sum()))
    values = problem.measure.values(knob, most, spare)
    dearest = int(values.max(initial=0))
    return Network(
        allowed=allowed,
        costs=dearest - values,
        places=problem.places,
        leave=None if knob is Knob.MOST_PAIRS else dearest,
        rivals=matching_flow.rivals(allowed, problem.both_sides),
    )
