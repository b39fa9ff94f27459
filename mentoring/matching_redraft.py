"""A draft anew, as near to the one the curator has worked on as its quality allows, with what that changed and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mentoring.matching_changes import Changed
from mentoring.matching_outcome import Draft
from mentoring.matching_people import Programme


@dataclass(frozen=True, slots=True)
class Redraft:
    """What the worker process is given: the people now, the draft before, and who of it has a mentor for good.

    ``count`` is the form of which every position of the knob is counted as well; empty for none.
    """

    programme: Programme
    before: Draft | None = None
    taken: frozenset[int] = frozenset()
    new_rules: bool = False
    count: str = ""


def redraft(work: Redraft) -> tuple[Draft, tuple[Changed, ...], tuple[tuple[int, int], ...]]:
    """The new draft, what it changed in the one before, and pairs and strong pairs at every position, if asked for.

    Nothing is kept to where there is none before.
    """
    from mentoring.matching import propose, propose_and_count
    from mentoring.matching_changes import changes

    made, counted = propose_and_count(work.programme, work.count) if work.count else (propose(work.programme), ())
    if work.before is None:
        return made, (), counted
    told = changes(work.before, made, work.programme, taken=work.taken, new_rules=work.new_rules)
    return made, told, counted


def kept(before: Draft, pins: Iterable[tuple[int, int]], taken: Iterable[int]) -> frozenset[tuple[int, int]]:
    """The pairs of a draft that the next one keeps to: not those that stood by a pin which is gone."""
    pins, taken = {*pins}, {*taken}
    return frozenset(
        (each.mentee, each.mentor)
        for each in before.pairs
        if each.mentee not in taken and (not each.pinned or (each.mentee, each.mentor) in pins)
    )
