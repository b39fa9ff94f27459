"""What differs between two drafts of pairs: who moves where, and who is moved by whom, told along the chain."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from mentoring.matching_outcome import Draft


@dataclass(frozen=True, slots=True)
class Move:
    """A mentee with another mentor than before; None is nobody. ``frees`` is the mentee whose place this one takes."""

    mentee: int
    was: int | None
    becomes: int | None
    frees: int | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that would change, and both drafts in numbers: (before, after).

    ``moves`` follow one another along the chain. Whoever is in the second draft neither with nor without a mentor has left
    the programme and is no move.
    """

    moves: tuple[Move, ...]
    pairs: tuple[int, int]
    strong: tuple[int, int]
    free: tuple[int, int]  # places

    @property
    def gained(self) -> tuple[int, ...]:
        """Mentees who get a mentor, by id."""
        return tuple(sorted(each.mentee for each in self.moves if each.was is None))

    @property
    def lost(self) -> tuple[int, ...]:
        """Mentees who are left without one, by id."""
        return tuple(sorted(each.mentee for each in self.moves if each.becomes is None))


def difference(before: Draft, after: Draft, first: int | None = None) -> Difference:
    """What has to change for the second draft; the chain of the mentee ``first`` is told first, beginning with them."""
    return Difference(
        moves=_along(_moves(before, after), first),
        pairs=(len(before.pairs), len(after.pairs)),
        strong=(_strong(before), _strong(after)),
        free=(_free(before), _free(after)),
    )


def _strong(draft: Draft) -> int:
    return sum(1 for each in draft.pairs if each.strong)


def _free(draft: Draft) -> int:
    return sum(each.places for each in draft.free_mentors)


def _moves(before: Draft, after: Draft) -> dict[int, Move]:
    was = {each.mentee: each.mentor for each in before.pairs}
    becomes = {each.mentee: each.mentor for each in after.pairs}
    here = becomes.keys() | {each.mentee for each in after.unpaired}
    changed = sorted(mentee for mentee in here if was.get(mentee) != becomes.get(mentee))
    leaving: dict[int, list[int]] = defaultdict(list)
    for mentee in changed:
        if mentee in was:
            leaving[was[mentee]].append(mentee)
    moves = {}
    for mentee in changed:
        place = becomes.get(mentee)
        left = leaving.get(place) if place is not None else None
        moves[mentee] = Move(mentee, was.get(mentee), place, left.pop(0) if left else None)
    return moves


def _along(moves: dict[int, Move], first: int | None) -> tuple[Move, ...]:
    """Chain by chain: each takes the place of the next; whoever asked is told first, those who come after them last."""
    taken_by = {each.frees: each.mentee for each in moves.values() if each.frees is not None}
    told: dict[int, Move] = {}
    heads = [mentee for mentee in moves if mentee not in taken_by]
    for head in (*([first] if first in moves else []), *heads, *moves):
        at: int | None = head
        while at is not None and at not in told:
            told[at] = moves[at]
            at = moves[at].frees
        if head == first:
            _tell_followers(told, moves, taken_by, head)
    return tuple(told.values())


def _tell_followers(told: dict[int, Move], moves: dict[int, Move], taken_by: dict[int, int], mentee: int) -> None:
    at = taken_by.get(mentee)
    while at is not None and at not in told:
        told[at] = moves[at]
        at = taken_by.get(at)
