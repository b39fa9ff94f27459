"""What the curator asks of a draft before deciding: why not these two, who is next, what would be if. Nothing is stored.

Stage 5 of the roadmap: a draft can be argued with, so that the decision stays a person's (152-FZ, art. 16).
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass, replace
from enum import IntEnum

from mentoring.matching_difference import Difference
from mentoring.matching_outcome import Cause, Draft
from mentoring.matching_questions import Answer, Change, RunnerUp, Verdict, runner_up, what_if, why_not
from mentoring.people import Person, Side, Speaker
from mentoring.questionnaire import Phrase
from mentoring.refusal import NotYours, Refusal, TakenMeanwhile
from mentoring.rights import Deed
from mentoring.standing import Lack, Standing
from services.authority import acting
from services.filling import Sent
from services.matching import Compute
from services.matching_here import left_in, of_participation, run_of, superseded
from services.matching_inputs import Inputs, gather
from services.people import frame
from storage import areas, cases, people, place_asks, roster, runs
from storage.database import Database, Transaction
from storage.roster import Go, Wanted
from storage.runs import Run

__all__ = ["PAGE", "Change", "Go", "MatchingQuestions", "NextChoice", "PeoplePage", "Step", "Told", "Verdict"]

PAGE = 8

log = logging.getLogger(__name__)


class Step(IntEnum):
    """Whom the curator is choosing, and for which question."""

    WHY_MENTEE = 0
    WHY_MENTOR = 1
    ALLOW_MENTEE = 2
    ALLOW_MENTOR = 3
    PLACE = 4
    MENTEE_LEAVES = 5
    MENTOR_LEAVES = 6

    @property
    def side(self) -> Side:
        """Of which side people are shown."""
        mentees = (Step.WHY_MENTEE, Step.ALLOW_MENTEE, Step.MENTEE_LEAVES)
        return Side.MENTEE if self in mentees else Side.MENTOR

    @property
    def second(self) -> bool:
        """Whether a mentee has been chosen before."""
        return self in (Step.WHY_MENTOR, Step.ALLOW_MENTOR)

    def about(self, run_id: int, mentee_id: int) -> int:
        """The step and what it belongs to in one number: what the search form is about."""
        return (mentee_id if self.second else run_id) * 8 + self


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """People to choose from, with the participations that stand for them; `key`s of leafing are persons."""

    step: Step
    run_id: int
    form: str
    mentee_id: int  # chosen before, or 0
    mentee: Person | None
    people: tuple[tuple[int, Person], ...]
    before: bool
    after: bool
    sought: str = ""
    by_code: bool = False  # a surname was sought in coded mode: nobody is looked for


@dataclass(frozen=True, slots=True)
class Told:
    """An answer with the people it names; `lacks` is what keeps one of the two out of matching altogether."""

    run_id: int
    form: str
    mentee_id: int
    mentor_id: int
    answer: Answer
    people: Mapping[int, Person]  # by participation
    labels: Mapping[str, Phrase]
    lacks: Mapping[int, tuple[Lack, ...]]
    case: int = 0  # of somebody one more place would help: from it this mentor can be asked for one


@dataclass(frozen=True, slots=True)
class NextChoice:
    """The runner-up of a card, or that there is none, with the people named."""

    found: RunnerUp | None
    people: Mapping[int, Person]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What every question is answered from: the draft as it stands and today's data."""

    run: Run
    draft: Draft
    inputs: Inputs
    labels: Mapping[str, Phrase]


class MatchingQuestions:
    """Questions to a draft; the answers are computed in the worker process."""

    def __init__(self, database: Database, compute: Compute) -> None:
        self._database = database
        self._compute = compute

    async def people(
        self, speaker: Speaker, step: Step, run_id: int, mentee_id: int = 0, go: Go = Go.ON, key: int = 0
    ) -> PeoplePage:
        """A page of one side of the draft's form, by class and name; `key` is the person the page lies from."""
        return await self._database.read(lambda tx: _people(tx, speaker, step, run_id, mentee_id, go, key))

    async def why_not(self, speaker: Speaker, run_id: int, mentee_id: int, mentor_id: int) -> Told:
        """Why the draft does not have these two together. Raises NotYours for people of another form or school."""
        asked = await self._database.read(lambda tx: _asked(tx, speaker, run_id))
        if (out := _out(asked, mentee_id, mentor_id)) is not None:
            return out
        answer: Answer = await self._compute(why_not, asked.inputs.programme, asked.draft, mentee_id, mentor_id)
        return _told(asked, mentee_id, mentor_id, answer)

    async def what_if(
        self, speaker: Speaker, run_id: int, change: Change, mentee_id: int = 0, mentor_id: int = 0
    ) -> Told:
        """What would differ with one thing changed; a change reads those of the two ids it is about."""
        asked = await self._database.read(lambda tx: _asked(tx, speaker, run_id))
        mentee_id = mentee_id if change in (Change.ALLOW, Change.MENTEE_LEAVES) else 0
        mentor_id = 0 if change is Change.MENTEE_LEAVES else mentor_id
        if (out := _out(asked, mentee_id, mentor_id)) is not None:
            return out
        programme = asked.inputs.programme
        answer: Answer = await self._compute(what_if, programme, asked.draft, change, mentee_id, mentor_id)
        told = _told(asked, mentee_id, mentor_id, answer)
        if change is not Change.PLACE or answer.change is None:
            return told
        gained = answer.change.gained
        return replace(told, case=await self._database.read(lambda tx: _case(tx, gained, mentor_id)))

    async def runner_up(self, speaker: Speaker, run_id: int, mentee_id: int) -> NextChoice | None:
        """The next choice for a mentee of the draft; None when the draft fits the data no longer, or it cannot be told now."""
        try:
            asked = await self._database.read(lambda tx: _asked(tx, speaker, run_id))
        except Refusal as refused:
            if refused.reason != "match-draft-old":
                raise
            return None
        if asked.inputs.mentee(mentee_id) is None:
            return None
        try:
            found: RunnerUp | None = await self._compute(runner_up, asked.inputs.programme, asked.draft, mentee_id)
        except BrokenExecutor:
            log.exception("no runner-up for draft %s", run_id)
            return None  # the card tells everything else
        if found is None:
            return NextChoice(None, {})
        return NextChoice(found, _named(asked, found.change, found.mentor))

    def receive_search(self, tx: Transaction, speaker: Speaker, sent: Sent) -> PeoplePage:
        """Whoever is found by a part of a name among those to choose from; in coded mode by a code.

        The text is kept nowhere.
        """
        number, step = divmod(sent.about, 8)
        if step not in set(Step):
            raise NotYours
        step, text = Step(step), sent.text("text")
        curator = acting(tx, speaker, Deed.MATCH)
        mentee_id = number if step.second else 0
        run_id = _newest(tx, speaker, mentee_id) if mentee_id else number
        if curator.privacy.coded and not roster.code_in(text):
            known = not curator.privacy.by_code and roster.is_given(tx, curator.school_id, text)
            if not known:
                page = _people(tx, speaker, step, run_id, mentee_id, Go.ON, 0)
                return replace(page, people=(), before=False, after=False, by_code=True)
        return _people(tx, speaker, step, run_id, mentee_id, Go.ON, 0, text)


def _newest(tx: Transaction, speaker: Speaker, mentee_id: int) -> int:
    _, programme, form = of_participation(tx, speaker, mentee_id)
    run = runs.last(tx, programme.id, form)
    if run is None:
        raise NotYours
    return run.id


def _people(
    tx: Transaction, speaker: Speaker, step: Step, run_id: int, mentee_id: int, go: Go, key: int, sought: str = ""
) -> PeoplePage:
    me, programme, run = run_of(tx, speaker, run_id)
    mentee = _participant(tx, programme.id, run.form, Side.MENTEE, mentee_id) if step.second else None
    wanted = Wanted(side=step.side, form=run.form, sought=sought)
    leaf = roster.leaf(tx, frame(tx, me.school_id), wanted, go, key, PAGE)
    parts = _participations(tx, run, step.side, leaf.people)
    shown = tuple((parts[each.id], each) for each in leaf.people if each.id in parts)
    chosen = mentee_id if mentee else 0
    return PeoplePage(step, run.id, run.form, chosen, mentee, shown, leaf.before, leaf.after, sought)


def _participations(tx: Transaction, run: Run, side: Side, persons: Iterable[Person]) -> dict[int, int]:
    """The participations of persons on one side of the draft's form, by person."""
    ids = ",".join(str(int(each.id)) for each in persons)
    if not ids:
        return {}
    rows = tx.all(
        "SELECT id, person_id FROM participations WHERE programme_id = :programme AND form = :form AND side = :side "
        f"AND left_at IS NULL AND person_id IN ({ids})",
        programme=run.programme_id,
        form=run.form,
        side=side,
    )
    return {row["person_id"]: row["id"] for row in rows}


def _participant(tx: Transaction, programme_id: int, form: str, side: Side, participation_id: int) -> Person:
    """One person of a form's side. Raises NotYours for anybody else."""
    person_id = tx.value(
        "SELECT person_id FROM participations WHERE id = :id AND programme_id = :programme AND form = :form "
        "AND side = :side AND left_at IS NULL",
        id=participation_id,
        programme=programme_id,
        form=form,
        side=side,
    )
    found = people.some(tx, [] if person_id is None else [person_id])
    if not found:
        raise NotYours
    return found[person_id]


def _asked(tx: Transaction, speaker: Speaker, run_id: int) -> _Asked:
    me, programme, run = run_of(tx, speaker, run_id)
    inputs = gather(tx, programme, run.form)
    if superseded(tx, run) or run.fits != inputs.digest:
        raise Refusal("match-draft-old")
    draft = replace(run.draft, pairs=tuple(left_in(tx, run)))
    return _Asked(run, draft, inputs, areas.labels(tx, me.school_id))


def _out(asked: _Asked, mentee_id: int, mentor_id: int) -> Told | None:
    """The answer about somebody who is not looked at in matching at all: what they lack. 0 is nobody."""
    inputs = asked.inputs
    lacks: dict[int, tuple[Lack, ...]] = {}
    if mentee_id and inputs.mentee(mentee_id) is None:
        standing = _standing(inputs, mentee_id, Side.MENTEE)
        if inputs.taken(mentee_id):
            raise TakenMeanwhile("match-has-mentor")
        lacks[mentee_id] = standing.lacks
    if mentor_id and inputs.mentor(mentor_id) is None:
        lacks[mentor_id] = _standing(inputs, mentor_id, Side.MENTOR).lacks
    if not lacks:
        return None
    return replace(_told(asked, mentee_id, mentor_id, Answer(Verdict.FORBIDDEN)), lacks=lacks)


def _standing(inputs: Inputs, id_: int, side: Side) -> Standing:
    found = inputs.standings.get(id_)
    if found is None or found.participation.side is not side:
        raise NotYours
    return found


def _case(tx: Transaction, mentees: Iterable[int], mentor_id: int) -> int:
    """The first open case of these mentees that a place at this mentor would help and who was not asked yet, or 0."""
    for mentee_id in tuple(mentees)[:PAGE]:
        case = cases.open_of(tx, mentee_id)
        remedy = case.found.remedy if case is not None and case.found is not None else None
        if case is None or remedy is None or (remedy.lift, remedy.mentor) != (Cause.NO_PLACES, mentor_id):
            continue
        if mentor_id not in place_asks.of_case(tx, case.id):
            return case.id
    return 0


def _told(asked: _Asked, mentee_id: int, mentor_id: int, answer: Answer) -> Told:
    named = _named(asked, answer.change, mentee_id, mentor_id)
    return Told(asked.run.id, asked.run.form, mentee_id, mentor_id, answer, named, asked.labels, {})


def _named(asked: _Asked, change: Difference | None, *also: int) -> dict[int, Person]:
    """Everybody an answer names, by participation."""
    ids = set(also)
    for move in change.moves if change else ():
        ids |= {each for each in (move.mentee, move.was, move.becomes, move.frees) if each}
    return {id_: asked.inputs.standings[id_].person for id_ in ids if id_ in asked.inputs.standings}
