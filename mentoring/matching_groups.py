"""Groups of a smallest size: a mentor takes nobody, or at least so many; a good set found by flows alone."""

from collections import Counter
from collections.abc import Iterable, Sequence
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


def by_flows(network: Network, least: Numbers, closed: Sequence[int]) -> tuple[tuple[Arc, ...], tuple[int, ...]]:
    """A good set, and the mentors who take nobody in it.

    Beside those who are ``closed`` already, it is whoever lacks most for a group: half of them at a time, until none
    lacks any.
    """
    while True:
        allowed = network.allowed.copy()
        allowed[:, list(closed)] = False
        arcs, _ = matching_flow.cheapest(replace(network, allowed=allowed))
        lacking = np.where(short(arcs, least), least - _taken(arcs, len(least)), 0)
        most = sorted(np.flatnonzero(lacking).tolist(), key=lambda column: (-lacking[column], column))
        if not most:
            return arcs, tuple(closed)
        closed = (*closed, *most[: (len(most) + 1) // 2])


def _taken(arcs: Iterable[Arc], mentors: int) -> Numbers:
    counted = Counter(column for _, column in arcs)
    return np.array([counted[column] for column in range(mentors)], dtype=np.int64)
