"""Whether a draft still fits after pairs were confirmed out of it: the data then are those before with just these pairs more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace

from mentoring.people import Speaker
from services.matching_here import run_of
from services.matching_inputs import Inputs, gather
from storage import matches, runs
from storage.database import Transaction
from storage.matches import Member
from storage.runs import Run


def fitting(tx: Transaction, speaker: Speaker, run_id: int) -> Inputs | None:
    """The people a draft fits, or None when it fits them no longer. It takes a while: not for where changes wait."""
    _, programme, run = run_of(tx, speaker, run_id)
    inputs = gather(tx, programme, run.form)
    return inputs if run.fits == inputs.digest else None


def follow(tx: Transaction, run: Run, before: Inputs) -> None:
    """What was confirmed out of a draft is no news to it: it fits the people before with those pairs more.

    Whatever else has changed since makes a difference to that, and the draft does not fit.
    """
    known = {each.id for each in before.live}
    new = [each for each in matches.live(tx, run.programme_id) if each.id not in known]
    drafted = {(each.mentee, each.mentor) for each in run.draft.pairs}
    if all((each.mentee_id, each.mentor_id) in drafted for each in new):
        runs.follow(tx, run.id, _with(before, new).digest)


def _with(before: Inputs, new: Iterable[Member]) -> Inputs:
    """The same people with these pairs confirmed."""
    programme, gone = before.programme, {each.mentee_person for each in new}
    taken, more = {each.mentee_id for each in new}, Counter(each.mentor_id for each in new)
    return replace(
        before,
        programme=replace(
            programme,
            mentees=tuple(each for each in programme.mentees if each.id not in taken),
            mentors=tuple(
                replace(each, places=max(each.places - more[each.id], 0), has=each.has + more[each.id])
                for each in programme.mentors
            ),
            pins=_without(taken, programme.pins),
            standing=programme.standing | {(each.form, each.mentee_person, each.mentor_person) for each in new},
            bans=_without(gone, programme.bans),
            relatives=_without(gone, programme.relatives),
            class_teachers=_without(gone, programme.class_teachers),
        ),
    )


def _without(gone: Collection[int], pairs: Iterable[tuple[int, int]]) -> frozenset[tuple[int, int]]:
    return frozenset(two for two in pairs if two[0] not in gone)
