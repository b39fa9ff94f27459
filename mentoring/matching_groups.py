"""Groups of a smallest size: a mentor takes nobody, or at least so many; a good set found by flows alone."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from mentoring import matching_flow
from mentoring.matching_flow import Arc, Network
from mentoring.matching_table import Mask, Numbers


def short(arcs: Iterable[Arc], least: Numbers) -> Mask:
    """Mentors who would have somebody, but too few."""
    taken = _taken(arcs, len(least))
    mask: Mask = (taken > 0) & (taken < least)
    return mask


def by_flows(network: Network, least: Numbers) -> tuple[Arc, ...]:
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
