"""Computes drafts of pairs and keeps them: anew when the data have changed, near to the one the curator has worked on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from mentoring.matching_changes import Changed
from mentoring.matching_outcome import Draft
from mentoring.matching_redraft import Redraft, kept, redraft
from mentoring.matching_tasks import numbers
from mentoring.people import Speaker
from services.matching_here import in_programme, running
from services.matching_inputs import Inputs, gather
from storage import cases, journal, run_changes, runs
from storage.database import Database, Transaction
from storage.runs import Numbers, Run

Compute = Callable[..., Awaitable[Any]]
"""Does a piece of work elsewhere and returns what it returned: `await compute(work, *values)`."""


class Stale(StrEnum):
    """Why a draft does not fit any more."""

    RULES = "rules"
    DATA = "data"


@dataclass(frozen=True, slots=True)
class Seen:
    """The newest draft of a form, the people now with their fingerprint, and whether a curator has worked on it."""

    run: Run | None
    inputs: Inputs
    digest: str
    worked_on: bool

    @property
    def stale(self) -> Stale | None:
        """Why the draft does not fit any more, if it does not."""
        if self.run is None or self.run.fits == self.digest:
            return None
        return Stale.RULES if self.run.rules != self.inputs.programme.rules_of(self.inputs.form) else Stale.DATA


class Drafting:
    """The newest draft of a form, always of the data as they are."""

    def __init__(self, database: Database, compute: Compute) -> None:
        self._database = database
        self._compute = compute

    async def bring_up(self, speaker: Speaker, form: str, *, afresh: bool = False) -> Seen:
        """Make sure that the newest draft fits the data; returns what was there before.

        `afresh`: compute anew, without regard to the one before. What every position of the knob would give is counted
        with it; a knob that was moved asks for nothing new.
        """
        seen = await self._database.read(lambda tx: _look(tx, speaker, form))
        run, of = seen.run, seen.inputs.digest_without_knob
        counted = run is not None and run.numbers_of == of
        if run is None or seen.stale is not None or afresh:
            before = run if seen.worked_on and not afresh else None
            work = replace(_work(seen.inputs, before), count="" if counted else form)
            made, told, found = await self._compute(redraft, work)
            draft = replace(made, digest=seen.digest)
            known = (run.numbers_of, run.numbers) if run is not None and counted else (of, found)
            await self._database.work(lambda tx: _keep(tx, speaker, form, draft, told, known, seen, before))
        elif not counted:
            number: Numbers = await self._compute(numbers, seen.inputs.programme, form)
            await self._database.work(lambda tx: runs.count(tx, run.id, of, number))
        return seen


def _look(tx: Transaction, speaker: Speaker, form: str) -> Seen:
    programme = running(in_programme(tx, speaker)[1], form)
    run, inputs = runs.last(tx, programme.id, form), gather(tx, programme, form)
    worked_on = run is not None and (run.kept_from is not None or run_changes.any_of(tx, run.id))
    return Seen(run, inputs, inputs.digest, worked_on)


def again(inputs: Inputs, before: Run | None, days_ago: int) -> Redraft:
    """The work a draft came from, to be done once more on the same data."""
    then = replace(inputs, programme=inputs.as_on(days_ago))
    return _work(then, before)


def _work(inputs: Inputs, before: Run | None) -> Redraft:
    if before is None:
        return Redraft(inputs.programme)
    taken = frozenset(each.mentee_id for each in inputs.live)
    near = kept(before.draft, inputs.programme.pins, taken)
    rules = inputs.programme.rules_of(inputs.form)
    return Redraft(replace(inputs.programme, kept=near), before.draft, taken, new_rules=before.rules != rules)


def _keep(
    tx: Transaction,
    speaker: Speaker,
    form: str,
    draft: Draft,
    told: tuple[Changed, ...],
    numbers: tuple[str, Numbers],
    seen: Seen,
    before: Run | None,
) -> None:
    me, programme = in_programme(tx, speaker)
    newest = runs.last(tx, programme.id, form)
    if newest is not None and (seen.run is None or newest.id != seen.run.id) and newest.fits == draft.digest:
        return  # another curator looked at the same time
    run = runs.keep(
        tx,
        programme.id,
        form,
        draft,
        me.person_id,
        rules=seen.inputs.programme.rules_of(form),
        kept_from=before.id if before else None,
        changes=told,
    )
    runs.count(tx, run, *numbers)
    journal.note(tx, "drafted-pairs", "run", run, school=me.school_id, by=me.person_id)
    cases.after_draft(tx, programme.id, form, draft)
