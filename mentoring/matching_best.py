"""The best set of pairs of a form at a position of the knob: by a flow, and where groups need it, by a search."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TypeVar

from mentoring import matching_flow, matching_groups, matching_search
from mentoring.matching_criteria import Knob
from mentoring.matching_flow import Arc, Network
from mentoring.matching_objective import Measure
from mentoring.matching_table import Mask, Numbers

_SPARED = (0, 2, 5)  # bits

# In which order the positions are looked at, and between which two each lies.
_BETWEEN: dict[Knob, tuple[Knob, ...]] = {
    Knob.MOST_PAIRS: (),
    Knob.KEEP_STRONG: (),
    Knob.BALANCED: (Knob.MOST_PAIRS, Knob.KEEP_STRONG),
    Knob.MORE_PAIRS: (Knob.MOST_PAIRS, Knob.BALANCED),
    Knob.ONLY_STRONG: (),
}

T = TypeVar("T")


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


class Search:
    """One problem, looked at from several positions of the knob; what is found for one helps the others."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._allowed: Mask = problem.allowed & (problem.least <= problem.places)
        self._found: dict[Knob, Best] = {}

    def best(self, knob: Knob) -> Best:
        """The best set at this position.

        Where it cannot be proven, the sets found for the other positions are looked at too, so that moving the knob
        towards better pairs never gives more pairs, nor fewer strong ones: each position has the best of the same sets.
        """
        found = self._found.get(knob) or self._found.setdefault(knob, self._sought(knob))
        return found if found.proven else self.positions()[knob]

    def positions(self) -> dict[Knob, Best]:
        """The best set at each position of the knob."""
        for knob, ends in _BETWEEN.items():
            own = self._found.get(knob)
            if own is None or not own.proven:
                self._found[knob] = self._same(ends) or own or self._sought(knob)
        return {
            knob: own if own.proven else Best(self._greatest(knob), proven=False) for knob, own in self._found.items()
        }

    def _same(self, ends: Sequence[Knob]) -> Best | None:
        """The best set between two positions that agree on how many pairs and how many strong ones, if they do.

        What a set is worth between them lies between what it is worth at both, so nothing else is worth more.
        """
        every, strong = [self._found[knob] for knob in ends], self._problem.measure.strong
        counted = {(len(one.arcs), sum(bool(strong[arc]) for arc in one.arcs)) for one in every}
        return every[0] if len(counted) == 1 and all(one.proven for one in every) else None

    def _greatest(self, knob: Knob) -> tuple[Arc, ...]:
        sets = (one.arcs for one in self._found.values())
        return max(sets, key=lambda arcs: self._problem.measure.rank(knob, arcs))

    def _sought(self, knob: Knob) -> Best:
        """The answer of the solvers."""
        return _fitting(partial(self._tried, knob))

    @cached_property
    def _most_pairs(self) -> tuple[tuple[Arc, ...], tuple[int, ...]]:
        """A good set of as many pairs as there can be in groups, and the mentors who take nobody in it."""
        return _fitting(
            lambda spare: matching_groups.by_flows(
                _network(self._problem, Knob.MOST_PAIRS, self._allowed, spare), self._problem.least, ()
            )
        )

    def _tried(self, knob: Knob, spare: int) -> Best:
        problem = self._problem
        wanted = self._allowed & problem.measure.strong if knob is Knob.ONLY_STRONG else self._allowed
        network = _network(problem, knob, wanted, spare)
        arcs, proven = matching_flow.cheapest(network)
        if matching_groups.short(arcs, problem.least).any():
            arcs, closed = self._most_pairs
            if knob is not Knob.MOST_PAIRS:
                arcs, _ = matching_groups.by_flows(network, problem.least, closed)
            proven = False
        if not proven:
            # A weak pair the flow has no use for may be what a strong one needs for its group.
            every = network if knob is not Knob.ONLY_STRONG else _network(problem, knob, self._allowed, spare)
            arcs, proven = matching_search.searched(every, problem.least, problem.measure, knob, arcs)
        return Best(arcs, proven)


def _fitting(tried: Callable[[int], T]) -> T:
    """What a solver finds; where chains are so long that sums do not fit, with a shorter toss."""
    for spare in _SPARED:
        try:
            return tried(spare)
        except matching_flow.TooDear:
            continue
    return tried(_SPARED[-1] + 1)


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
