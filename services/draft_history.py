"""Where a draft of pairs came from: by whom and on what, what it changed, what curators decided; computed once more to check.

The law wants a person to decide (152-FZ, art. 16): what was proposed and what was decided can be told apart afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mentoring.matching_changes import Changed
from mentoring.matching_criteria import Criterion
from mentoring.matching_outcome import Draft
from mentoring.matching_redraft import redraft
from mentoring.people import Person, Speaker
from mentoring.questionnaire import Phrase
from services.drafting import Compute, again
from services.match_rules import criteria_of
from services.matching_here import left_in, run_of
from services.matching_inputs import Inputs, gather
from storage import areas, people, run_changes, runs, schools
from storage.database import Database, Transaction
from storage.run_changes import Change, RunChange
from storage.runs import Run

__all__ = ["PAGE", "AboutDraft", "Change", "ChangedPage", "DraftHistory", "RunChange", "Verdict"]

PAGE = 6


class Verdict(StrEnum):
    """What computing once more gave."""

    SAME = "same"
    LEFT = "left"  # some have been confirmed since: those who are left have the same pairs
    CHANGED = "changed"  # the data have: there is nothing to compare
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class AboutDraft:
    """All about a draft but its pairs; moments are the school's, people of the changes by participation."""

    run: Run
    author: Person | None
    at: datetime
    digest: str  # of the data now
    criteria: tuple[Criterion, ...]
    decided: tuple[RunChange, ...]  # the newest, at most a page
    more: int
    curators: Mapping[int, Person]
    people: Mapping[int, Person]

    @property
    def same_data(self) -> bool:
        """Whether the data are as they were, but for what was confirmed out of it."""
        return self.run.fits == self.digest


@dataclass(frozen=True, slots=True)
class ChangedPage:
    """A page of what a draft changed in the one before; people by participation."""

    run: Run
    at: int
    total: int
    lines: tuple[Changed, ...]
    people: Mapping[int, Person]
    labels: Mapping[str, Phrase]


class DraftHistory:
    """Looking back at drafts."""

    def __init__(self, database: Database, compute: Compute) -> None:
        self._database = database
        self._compute = compute

    async def about(self, speaker: Speaker, run_id: int) -> AboutDraft:
        """Who made a draft, on which data and by which rules, and what curators decided about it."""

        def query(tx: Transaction) -> AboutDraft:
            me, programme, run = run_of(tx, speaker, run_id)
            zone = schools.settings(tx, me.school_id).zone
            every = run_changes.of_run(tx, run.id)
            shown = every[-PAGE:]
            return AboutDraft(
                run=run,
                author=people.get(tx, run.made_by) if run.made_by else None,
                at=run.made_at.astimezone(zone),
                digest=gather(tx, programme, run.form).digest,
                criteria=criteria_of(run.form),
                decided=tuple(shown),
                more=len(every) - len(shown),
                curators=people.some(tx, (each.by for each in shown if each.by)),
                people=_by_participation(
                    tx, programme.id, (p for each in shown for p in (each.mentee_id, each.mentor_id))
                ),
            )

        return await self._database.read(query)

    async def changed(self, speaker: Speaker, run_id: int, at: int) -> ChangedPage:
        """What a draft changed in the one it keeps to, and why."""

        def query(tx: Transaction) -> ChangedPage:
            me, programme, run = run_of(tx, speaker, run_id)
            lines = run.changes[at : at + PAGE]
            named = [p for each in lines for p in (each.mentee, each.before, each.now, each.params.get("other"))]
            labels = areas.labels(tx, me.school_id)
            return ChangedPage(run, at, len(run.changes), lines, _by_participation(tx, programme.id, named), labels)

        return await self._database.read(query)

    async def verify(self, speaker: Speaker, run_id: int) -> tuple[Verdict, AboutDraft]:
        """Compute a draft once more on the same data, as of the day it was made: the pairs must be the same."""
        run, before, inputs, taken, days = await self._database.read(lambda tx: _then(tx, speaker, run_id))
        about = await self.about(speaker, run_id)
        if not about.same_data:
            return Verdict.CHANGED, about
        made, _, _ = await self._compute(redraft, again(inputs, before, days))
        if _pairs(made, set()) != _pairs(run.draft, taken):
            return Verdict.OTHER, about
        return (Verdict.LEFT if taken else Verdict.SAME), about


def _then(tx: Transaction, speaker: Speaker, run_id: int) -> tuple[Run, Run | None, Inputs, set[int], int]:
    """What a draft was computed from, how long ago in days, and which of its mentees have a mentor since."""
    me, programme, run = run_of(tx, speaker, run_id)
    zone = schools.settings(tx, me.school_id).zone
    days = (tx.now.astimezone(zone).date() - run.made_at.astimezone(zone).date()).days
    left = {each.mentee for each in left_in(tx, run)}
    taken = {each.mentee for each in run.draft.pairs} - left
    before = runs.get(tx, run.kept_from) if run.kept_from is not None else None
    return run, before, gather(tx, programme, run.form), taken, days


def _pairs(draft: Draft, without: set[int]) -> set[tuple[int, int]]:
    return {(each.mentee, each.mentor) for each in draft.pairs if each.mentee not in without}


def _by_participation(tx: Transaction, programme_id: int, named: Iterable[object]) -> dict[int, Person]:
    """Persons by participation, in two queries."""
    ids = {each for each in named if isinstance(each, int)}
    known_ids = ",".join(str(int(each)) for each in ids)
    if not ids:
        return {}
    rows = tx.all(
        f"SELECT id, person_id FROM participations WHERE programme_id = :p AND id IN ({known_ids})", p=programme_id
    )
    known = people.some(tx, (row["person_id"] for row in rows))
    return {row["id"]: known[row["person_id"]] for row in rows}
