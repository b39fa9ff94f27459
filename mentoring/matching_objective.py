"""What the best set of pairs is: more pairs or more strong ones as the knob says, then what is kept, then points.

The value of a set is a number that is compared like words in a dictionary: pairs and strong pairs first, together; then
how many pairs of the draft the curator has worked on stay; then points; then a toss by ids.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mentoring.matching_criteria import Knob
from mentoring.matching_table import Mask, Numbers

# What a pair is worth, in halves of what its strength is worth: that many strong pairs may become weak for one more.
PAIR = {Knob.MORE_PAIRS: 5, Knob.BALANCED: 3, Knob.KEEP_STRONG: 1}
STRONG = 2
TOSS_BITS = 20

# The solver multiplies costs by the number of its nodes, and adds some of them up.
_LARGEST = 1 << 60

Values = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Measure:
    """What makes pairs of a form better, each arc's: whether strong, whether kept, points, and the toss."""

    strong: Mask
    kept: Mask
    points: Numbers
    toss: Values

    @classmethod
    def of(cls, strong: Mask, kept: Mask, points: Numbers, mentees: Iterable[int], mentors: Iterable[int]) -> "Measure":
        """The measure, with a toss that depends on both ids only: it makes the best set of pairs one, whoever joins."""
        return cls(
            strong,
            kept,
            points,
            _toss(np.array(list(mentees), dtype=np.uint64), np.array(list(mentors), dtype=np.uint64)),
        )

    def values(self, knob: Knob, most: int, spare: int = 0) -> Values:
        """The value of each arc, where at most so many are taken; for MOST_PAIRS without that of the pair itself.

        The toss gets as many bits as the solver's whole numbers have room for, less those that are to be spared.
        Raises OverflowError where they have none.
        """
        half = self.half(most)
        bits = _room(half * (STRONG + PAIR.get(knob, 0)), sum(self.strong.shape), most) - spare
        if bits < 0:
            raise OverflowError("too many people for one form")
        values = self.lesser(most) + half * (STRONG * self.strong + PAIR.get(knob, 0))
        tossed: Values = values * ((most + 1) << bits) - (self.toss >> (TOSS_BITS - bits))
        return tossed

    def worth(self, knob: Knob, most: int) -> Values:
        """The whole value of each arc, without the toss, where at most so many are taken."""
        half = self.half(most)
        pair = {Knob.MOST_PAIRS: STRONG * (most + 1), Knob.ONLY_STRONG: -1, **PAIR}[knob]
        strong = most + 1 if knob is Knob.ONLY_STRONG else STRONG
        return self.lesser(most) + half * (pair + strong * self.strong)

    def lesser(self, most: int) -> Values:
        """What matters after pairs and strong pairs: what is kept, then points."""
        return self.points.astype(np.int64) + (most * int(self.points.max(initial=0)) + 1) * self.kept

    def half(self, most: int) -> int:
        """Half of what a strong pair is worth: more than all that comes after, of so many pairs."""
        return most * int(self.lesser(most).max(initial=0)) + 1

    def rank(self, knob: Knob, arcs: Sequence[tuple[int, int]]) -> tuple[int, ...]:
        """What a set is worth, as numbers compared one after the other: the greater the better."""
        taken = tuple(np.array(arcs, dtype=np.int64).reshape(-1, 2).T)
        pairs, strong = len(arcs), int(self.strong[taken].sum())
        first: dict[Knob, tuple[int, ...]] = {Knob.MOST_PAIRS: (pairs, strong), Knob.ONLY_STRONG: (strong, -pairs)}
        last = int(self.kept[taken].sum()), int(self.points[taken].sum()), -int(self.toss[taken].sum())
        return (*first.get(knob, (PAIR.get(knob, 0) * pairs + STRONG * strong,)), *last)


def _room(largest: int, nodes: int, most: int) -> int:
    """How many bits the toss may have; below nought where there is no room even without."""
    room = _LARGEST // ((largest + 1) * (most + 1) * (nodes + 4))
    return min(room.bit_length() - 1, TOSS_BITS)


def _toss(mentees: npt.NDArray[np.uint64], mentors: npt.NDArray[np.uint64]) -> Values:
    """A number below 2 ** TOSS_BITS for every two ids, evenly spread (the finaliser of SplitMix64)."""
    mixed = mentees.reshape(-1, 1) * np.uint64(0x9E3779B97F4A7C15) + mentors * np.uint64(0xC2B2AE3D27D4EB4F)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    spread: npt.NDArray[np.uint64] = (mixed ^ (mixed >> np.uint64(31))) >> np.uint64(64 - TOSS_BITS)
    return spread.astype(np.int64)
