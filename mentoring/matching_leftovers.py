"""Why a mentee was left without a pair: the first cause, and the smallest change that would help."""

from collections.abc import Iterable, Mapping

import numpy as np
import numpy.typing as npt

from mentoring.matching_criteria import Criterion
from mentoring.matching_outcome import Cause, Params, Remedy, Said, Unpaired
from mentoring.matching_people import Mentee
from mentoring.matching_rules import Broken, told
from mentoring.matching_table import Mask, Numbers, Table

# One after the other, each among those mentors whom the rules before have left.
_ORDER = (
    *(Cause.NOT_OFFERED, Cause.NO_COMMON_HOURS, Cause.FORMAT, Cause.CLASS_RULE),
    *(Cause.BANNED, Cause.AVOIDED, Cause.RELATIVES, Cause.CLASS_TEACHER, Cause.MUST, Cause.LOOP, Cause.PARTNER),
)
# What a person can change, the easiest first.
_CHANGES = (
    *(Cause.NO_PLACES, Cause.MENTOR_HINDRANCE, Cause.NO_COMMON_HOURS),
    *(Cause.FORMAT, Cause.BANNED, Cause.PARTNER),
)
_MOST_NAMED = 3


def unpaired(
    table: Table,
    rules: Broken,
    musts: Mapping[Criterion, Mask],
    points: Numbers,
    row: int,
    full: Mask,
    mentees_of_own: Iterable[int],
) -> Unpaired:
    """What to say about the mentee in this row.

    ``full`` marks the mentors who have no place left in the draft, ``mentees_of_own`` are the persons this mentee
    mentors in the draft.
    """
    mentee = table.mentees[row]
    if mentee.hindrances:
        return Unpaired(mentee.id, Said(Cause.OWN_HINDRANCE, {"hindrance": mentee.hindrances[0]}), None)
    own = set(mentees_of_own)
    mine = {cause: mask[row] for cause, mask in rules.items()}
    mine[Cause.LOOP] = mine[Cause.LOOP] | np.array([one.person in own for one in table.mentors], dtype=bool)
    mine[Cause.NO_PLACES] = full
    unmet = {criterion: mask[row] for criterion, mask in musts.items()}
    first = _first(table, mentee, mine, unmet, points[row])
    return Unpaired(mentee.id, first, _remedy(table, mentee, mine, points[row]))


def _first(table: Table, mentee: Mentee, mine: Broken, unmet: Mapping[Criterion, Mask], points: Numbers) -> Said[Cause]:
    left = ~mine[Cause.SAME_PERSON] & ~mine[Cause.MENTOR_HINDRANCE]
    if not left.any():
        return Said(Cause.NO_MENTORS, {"form": mentee.form})
    steps: list[tuple[Cause, Mask, Params]] = []
    for cause in _ORDER:
        if cause is Cause.MUST:
            steps += ((cause, mask, {"criterion": criterion}) for criterion, mask in unmet.items())
        else:
            steps.append((cause, mine[cause], {}))
    for cause, mask, params in steps:
        still = left & ~mask
        if not still.any():
            return Said(cause, {**params, **_params(table, mentee, cause, left, points)})
        left = still
    return Said(Cause.NO_PLACES, _params(table, mentee, Cause.NO_PLACES, left, points))


def _params(table: Table, mentee: Mentee, cause: Cause, left: npt.NDArray[np.bool_], points: Numbers) -> Params:
    if cause is Cause.NOT_OFFERED:
        return {"areas": tuple(sorted(mentee.areas))}
    return {"mentors": tuple(table.mentors[column].id for column in _best(left, points)[:_MOST_NAMED])}


def _remedy(table: Table, mentee: Mentee, mine: Broken, points: Numbers) -> Remedy | None:
    """One change that is enough by itself: the mentor breaks one rule only, and it is one that can be lifted."""
    troubles = sum(mask.astype(np.int64) for mask in mine.values())
    troubles = troubles + np.array([max(len(one.hindrances) - 1, 0) for one in table.mentors])
    for cause in _CHANGES:
        near = _best((troubles == 1) & mine[cause], points)
        if near:
            mentor = table.mentors[near[0]]
            return Remedy(cause, mentor.id, told(cause, mentee, mentor).params)
    return None


def _best(columns: npt.NDArray[np.bool_], points: Numbers) -> list[int]:
    """The marked columns, most points first, then by id."""
    marked = np.flatnonzero(columns)
    return [int(column) for column in marked[np.argsort(-points[marked], kind="stable")]]
