"""The curator's draft of pairs: nobody is told about it; looked through pair by pair, with reasons and causes.

Stage 5 of the roadmap. The draft proposes and explains, the curator decides (152-FZ, art. 16).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mentoring.matching_outcome import Pair, Unpaired
from mentoring.matching_tasks import Candidate, candidates
from mentoring.people import MentoringForm, Person, Speaker
from mentoring.questionnaire import Phrase
from mentoring.refusal import NotYours, Refusal, TakenMeanwhile
from services import matching_groups as groups
from services.drafting import Compute, Drafting, Seen
from services.matching_here import in_programme, left_in, of_participation, run_of, superseded
from services.matching_inputs import Inputs, gather, gather_two
from services.matching_views import Card, Choice, Choices, Group, Left, LeftPage, Overview
from storage import areas, match_rules, matches, people, run_changes, runs
from storage.database import Database, Transaction
from storage.matches import State
from storage.moments import to_time
from storage.run_changes import Change
from storage.runs import Run
from storage.schools import Programme

__all__ = ["PAGE", "Compute", "Matching"]

PAGE = 5


class Matching:
    """Everything the curator does about pairs before the order."""

    def __init__(self, database: Database, compute: Compute) -> None:
        self._database = database
        self._compute = compute
        self._drafting = Drafting(database, compute)

    async def forms(self, speaker: Speaker) -> tuple[MentoringForm, ...]:
        """The mentoring forms the programme runs."""

        def query(tx: Transaction) -> tuple[MentoringForm, ...]:
            return tuple(in_programme(tx, speaker)[1].forms)

        return await self._database.read(query)

    async def overview(self, speaker: Speaker, form: str, *, afresh: bool = False) -> Overview:
        """The draft at a glance; computed when there is none, when the data have changed, or when asked for.

        One that a curator has worked on is kept to where it can be, unless it is asked for `afresh`.
        """
        seen = await self._drafting.bring_up(speaker, form, afresh=afresh)
        return await self._database.read(lambda tx: _overview(tx, speaker, form, seen))

    async def card(self, speaker: Speaker, run_id: int, at: int) -> Card | Group | None:
        """The pair, or the group, at this place among those left; None when none is left, or a newer draft has come.

        That a curator looks through a draft is remembered: from then on it is kept to.
        """

        def query(tx: Transaction) -> tuple[Card | Group | None, bool]:
            me, programme, run = run_of(tx, speaker, run_id)
            left = left_in(tx, run)
            if not left or superseded(tx, run):
                return None, True
            seen = run_changes.looked(tx, run_id, me.person_id)
            if run.rules.smallest > 1:
                return groups.card(tx, me, programme, run, left, at), seen
            place = at % len(left)
            return _card(tx, me, programme, run, left[place], place, len(left)), seen

        found, seen = await self._database.read(query)
        if not seen:
            await self._database.work(lambda tx: _looked(tx, speaker, run_id))
        return found

    async def member(self, speaker: Speaker, run_id: int, mentee_id: int) -> Card | None:
        """One of a proposed group; None when a newer draft has come, or they have a mentor."""

        def query(tx: Transaction) -> Card | None:
            me, programme, run = run_of(tx, speaker, run_id)
            left = left_in(tx, run)
            pair = next((each for each in left if each.mentee == mentee_id), None)
            if pair is None or superseded(tx, run):
                return None
            group, total = groups.place(left, pair.mentor)
            return replace(_card(tx, me, programme, run, pair, group, total), group=group)

        return await self._database.read(query)

    async def unpaired(self, speaker: Speaker, run_id: int, at: int) -> LeftPage:
        """A page of mentees left without a pair, those who wait longest first."""

        def query(tx: Transaction) -> LeftPage:
            me, programme, run = run_of(tx, speaker, run_id)
            taken = {each.mentee_id for each in matches.live(tx, programme.id, run.form)}
            every = [each for each in run.draft.unpaired if each.mentee not in taken]
            shown = every[at : at + PAGE]
            named = {each.mentee for each in shown}
            for each in shown:
                named |= {*_mentors_of(each)}
            persons = _persons(tx, programme.id, named)
            waited = _waited(tx, programme.id, named)
            lines = tuple(_left_line(each, persons, waited) for each in shown if each.mentee in persons)
            return LeftPage(run.id, run.form, at, len(every), lines, areas.labels(tx, me.school_id))

        return await self._database.read(query)

    async def choices(self, speaker: Speaker, mentee_id: int, at: int) -> Choices:
        """A page of mentors for one mentee: those allowed first, then those a rule forbids, with the rule."""
        page = await self._choices(speaker, mentee_id)
        return replace(page, at=at, lines=page.lines[at : at + PAGE])

    async def choice(self, speaker: Speaker, mentee_id: int, mentor_id: int) -> tuple[Choices, Choice]:
        """One mentor for one mentee, explained. Raises NotYours for a mentor who is not there."""
        page = await self._choices(speaker, mentee_id)
        for each in page.lines:
            if each.candidate.mentor == mentor_id:
                return page, each
        raise NotYours

    async def form_of(self, speaker: Speaker, run_id: int) -> str:
        """The form a draft is of."""
        return await self._database.read(lambda tx: run_of(tx, speaker, run_id)[2].form)

    async def form_of_mentee(self, speaker: Speaker, participation_id: int) -> str:
        """The form somebody takes part in."""
        return await self._database.read(lambda tx: of_participation(tx, speaker, participation_id)[2])

    async def _choices(self, speaker: Speaker, mentee_id: int) -> Choices:
        inputs, labels = await self._database.read(lambda tx: self._inputs_of(tx, speaker, mentee_id))
        mentee = inputs.mentee(mentee_id)
        if mentee is None:
            raise TakenMeanwhile("match-has-mentor") if inputs.taken(mentee_id) else Refusal("match-not-ready")
        every: tuple[Candidate, ...] = await self._compute(candidates, mentee, inputs.programme)
        free = {each.id: each.places for each in inputs.programme.mentors}
        lines = tuple(Choice(each, inputs.standings[each.mentor].person, free[each.mentor]) for each in every)
        return Choices(inputs.form, mentee_id, inputs.standings[mentee_id].person, 0, len(lines), lines, labels)

    def _inputs_of(self, tx: Transaction, speaker: Speaker, mentee_id: int) -> tuple[Inputs, Mapping[str, Phrase]]:
        me, programme, form = of_participation(tx, speaker, mentee_id)
        return gather(tx, programme, form), areas.labels(tx, me.school_id)


def _looked(tx: Transaction, speaker: Speaker, run_id: int) -> None:
    me, _, run = run_of(tx, speaker, run_id)
    if not run_changes.looked(tx, run.id, me.person_id):
        run_changes.note(tx, run.id, Change.LOOKED, by=me.person_id)


def _overview(tx: Transaction, speaker: Speaker, form: str, seen: Seen) -> Overview:
    """The newest draft with the people as they were looked at a moment ago: gathering them costs most of a tap."""
    run, inputs = runs.last(tx, in_programme(tx, speaker)[1].id, form), seen.inputs
    if run is None:
        raise NotYours
    known = {key: each.person for key, each in inputs.standings.items()}
    states = [each.state for each in inputs.live if each.form == form]
    waiting = {each.id for each in inputs.programme.mentees}
    left = left_in(tx, run)
    free = [each for each in inputs.programme.mentors if each.places > 0 and not each.hindrances]
    return Overview(
        run_id=run.id,
        form=form,
        pairs=len(left),
        unpaired=len(waiting - {each.mentee for each in left}),
        free_mentors=len(free),
        free_places=sum(each.places for each in free),
        unready=inputs.unready,
        recomputed=seen.stale,
        broken_pins=tuple(
            (each, known[each.mentee], known[each.mentor])
            for each in run.draft.broken_pins
            if each.mentee in known and each.mentor in known
        ),
        confirmed={state: states.count(state) for state in State if state in states},
        rules=match_rules.of_form(tx, run.programme_id, form),
        numbers=run.numbers,
        strong=sum(1 for each in left if each.strong),
        groups=len({each.mentor for each in left}) if run.rules.smallest > 1 else 0,
        kept=run.kept_from is not None,
        changes=len(run.changes),
    )


def _card(tx: Transaction, me: Speaker, programme: Programme, run: Run, pair: Pair, at: int, total: int) -> Card:
    two = gather_two(tx, programme, run.form, pair.mentee, pair.mentor)
    return Card(
        run_id=run.id,
        form=run.form,
        at=at,
        total=total,
        pair=pair,
        mentee=two.standings[pair.mentee].person,
        mentor=two.standings[pair.mentor].person,
        free=two.free(pair.mentor),
        labels=areas.labels(tx, me.school_id),
    )


def _mentors_of(unpaired: Unpaired) -> list[int]:
    named = unpaired.cause.params.get("mentors", ())
    ids = [each for each in named if isinstance(each, int)] if isinstance(named, tuple) else []
    return ids + ([unpaired.remedy.mentor] if unpaired.remedy else [])


def _persons(tx: Transaction, programme_id: int, participation_ids: set[int]) -> dict[int, Person]:
    """Persons by participation, in one query for the participations and one for the persons."""
    ids = ",".join(str(each) for each in participation_ids)
    if not ids:
        return {}
    rows = tx.all(f"SELECT id, person_id FROM participations WHERE programme_id = :p AND id IN ({ids})", p=programme_id)
    known = people.some(tx, (row["person_id"] for row in rows))
    return {row["id"]: known[row["person_id"]] for row in rows}


def _waited(tx: Transaction, programme_id: int, participation_ids: set[int]) -> dict[int, int]:
    """Full days since the entry questionnaire was sent, by participation."""
    ids = ",".join(str(each) for each in participation_ids) or "0"
    rows = tx.all(
        f"SELECT id, entered_at FROM participations WHERE programme_id = :p AND entered_at IS NOT NULL AND id IN ({ids})",
        p=programme_id,
    )
    return {row["id"]: (tx.now - to_time(row["entered_at"])).days for row in rows}


def _left_line(unpaired: Unpaired, persons: Mapping[int, Person], waited: Mapping[int, int]) -> Left:
    mentors = {each: persons[each] for each in _mentors_of(unpaired) if each in persons}
    return Left(unpaired, persons[unpaired.mentee], waited.get(unpaired.mentee, 0), mentors)
