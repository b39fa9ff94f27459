"""Why a mentee was left without a pair: the first cause, and the smallest change that would help."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mentoring.matching_criteria import Criterion, Knob, Rules
from mentoring.matching_flow import Arc
from mentoring.matching_outcome import Cause, Params, Remedy, Said, Unpaired
from mentoring.matching_people import Mentee
from mentoring.matching_rules import Broken, musts, told
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


@dataclass(frozen=True)
class Drafted:
    """A form as the draft leaves it: ``free`` places of each mentor, ``lacking`` mentees for the smallest group."""

    table: Table
    chosen: Rules
    rules: Broken
    points: Numbers
    strong: Mask
    taken: tuple[Arc, ...]
    pinned: frozenset[Arc]
    free: Numbers
    lacking: Numbers


def unpaired(draft: Drafted) -> list[Unpaired]:
    """What to say about everyone without a pair."""
    table = draft.table
    mentees_of: dict[int, set[int]] = {}
    for row, column in draft.taken:
        mentees_of.setdefault(table.mentors[column].person, set()).add(table.mentees[row].person)
    unmet = musts(table, draft.chosen)
    room = draft.free > 0
    better = _reached(draft, room & (draft.lacking <= 1)) & (draft.chosen.knob is not Knob.MOST_PAIRS)
    small = _reached(draft, room & (draft.lacking > 1))
    found = []
    for row in sorted(set(range(len(table.mentees))) - {row for row, _ in draft.taken}):
        mentee = table.mentees[row]
        if mentee.hindrances:
            found.append(Unpaired(mentee.id, Said(Cause.OWN_HINDRANCE, {"hindrance": mentee.hindrances[0]}), None))
            continue
        own = mentees_of.get(mentee.person, set())
        mine = {cause: mask[row] for cause, mask in draft.rules.items()}
        mine[Cause.LOOP] = mine[Cause.LOOP] | np.array([one.person in own for one in table.mentors], dtype=bool)
        mine[Cause.NO_PLACES] = ~room
        rest = {Cause.WEAK: better, Cause.SMALL_GROUP: small, Cause.NO_PLACES: np.ones_like(room)}
        first = _first(draft, row, mine, {criterion: mask[row] for criterion, mask in unmet.items()}, rest)
        found.append(Unpaired(mentee.id, first, _remedy(draft, row, mine)))
    return found


def _reached(draft: Drafted, columns: Mask) -> Mask:
    """The mentors who would have a place for one more if those they have were moved on, to end with the given ones."""
    allowed = ~np.logical_or.reduce(list(draft.rules.values()))
    movable = [arc for arc in draft.taken if arc not in draft.pinned]
    rows, at = np.array(movable, dtype=np.int64).reshape(-1, 2).T
    reached = columns.copy()
    while True:
        further = np.zeros_like(reached)
        further[at[(allowed[rows] & reached).any(axis=1)]] = True
        if not (further & ~reached).any():
            return reached
        reached |= further


def _first(
    draft: Drafted, row: int, mine: Broken, unmet: Mapping[Criterion, Mask], rest: Mapping[Cause, Mask]
) -> Said[Cause]:
    mentee, points = draft.table.mentees[row], draft.points[row]
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
            return Said(cause, {**params, **_params(draft.table, mentee, cause, left, points)})
        left = still
    cause = next(cause for cause, mask in rest.items() if (left & mask).any())
    least: Params = {"least": draft.chosen.smallest} if cause is Cause.SMALL_GROUP else {}
    return Said(cause, {**least, **_params(draft.table, mentee, cause, left & rest[cause], points)})


def _params(table: Table, mentee: Mentee, cause: Cause, left: npt.NDArray[np.bool_], points: Numbers) -> Params:
    if cause is Cause.NOT_OFFERED:
        return {"areas": tuple(sorted(mentee.areas))}
    return {"mentors": tuple(table.mentors[column].id for column in _best(left, points)[:_MOST_NAMED])}


def _remedy(draft: Drafted, row: int, mine: Broken) -> Remedy | None:
    """One change that is enough by itself: the mentor breaks one rule only, and it is one that can be lifted."""
    table, mentee = draft.table, draft.table.mentees[row]
    troubles = sum(mask.astype(np.int64) for mask in mine.values())
    troubles = troubles + np.array([max(len(one.hindrances) - 1, 0) for one in table.mentors])
    wanted = draft.lacking <= 1
    if draft.chosen.knob is Knob.ONLY_STRONG:
        wanted = wanted & draft.strong[row]
    for cause in _CHANGES:
        near = _best((troubles == 1) & wanted & mine[cause], draft.points[row])
        if near:
            mentor = table.mentors[near[0]]
            return Remedy(cause, mentor.id, told(cause, mentee, mentor).params)
    return None


def _best(columns: npt.NDArray[np.bool_], points: Numbers) -> list[int]:
    """The marked columns, most points first, then by id."""
    marked = np.flatnonzero(columns)
    return [int(column) for column in marked[np.argsort(-points[marked], kind="stable")]]
