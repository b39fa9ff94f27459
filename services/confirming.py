"""The curator's word on pairs: confirmed one by one or all, forbidden, kept together, taken back before the order.

Both sides are asked when a pair is confirmed; the tables keep the last word on places (numbered, one person each).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import tzinfo

from mentoring.matching_binding import binding
from mentoring.matching_outcome import Pair
from mentoring.pacts import Pact
from mentoring.people import Person, Side, Speaker
from mentoring.refusal import NotYours, Refusal, TakenMeanwhile
from services.guardian_notices import tell_guardians
from services.matching_here import in_programme, left_in, of_participation, own_member, run_of, superseded
from services.matching_inputs import Inputs, gather, gather_two
from services.offer_notices import tell
from services.offers import ask_both, recall
from storage import journal, matches, offers, pacts, people, runs, schools, wishes
from storage.database import Database, Transaction
from storage.matches import LIVE, Member, State
from storage.offers import Offer, Reply
from storage.runs import Run
from storage.schools import Programme
from storage.wishes import Wish

__all__ = ["PAGE", "Asked", "Confirmed", "Confirming", "Wish"]

PAGE = 5
_UNDOABLE = frozenset({State.OFFERED, State.ACCEPTED})


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A confirmed pair with both sides' answers; `undoable` until an order names it."""

    member: Member
    mentor: Person
    mentee: Person
    offers: tuple[Offer, ...]
    undoable: bool
    pacts: tuple[Pact | None, ...] = (None, None)  # the pair's rules: the mentor's word, the mentee's


@dataclass(frozen=True, slots=True)
class Asked:
    """What confirming all would mean: how many pairs, how many days people have to answer."""

    pairs: int
    days: int


class Confirming:
    """Confirming pairs and what belongs to it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def confirm(self, speaker: Speaker, mentee_id: int, mentor_id: int) -> int:
        """Confirm a pair made by hand and ask both sides; returns the member's id.

        Raises TakenMeanwhile when the place or the mentee is taken, Refusal when a rule that binds everyone is in the way.
        """

        def unit(tx: Transaction) -> int:
            me, programme, form = of_participation(tx, speaker, mentee_id)
            return _confirm(tx, me, gather(tx, programme, form), programme, mentee_id, mentor_id, None)

        return await self._database.work(unit)

    async def confirm_drafted(self, speaker: Speaker, run_id: int, mentee_id: int) -> int:
        """Confirm the pair a draft has for this mentee; returns its place among those left. Raises as `confirm`."""

        def unit(tx: Transaction) -> int:
            me, programme, run = run_of(tx, speaker, run_id)
            pair = _drafted(run, mentee_id)
            before = gather(tx, programme, run.form)
            _confirm(tx, me, before, programme, pair.mentee, pair.mentor, run)
            if run.draft.digest == before.digest:
                runs.follow(tx, run.id, gather(tx, programme, run.form).digest)
            return _place(tx, run, mentee_id)

        return await self._database.work(unit)

    async def before_all(self, speaker: Speaker, run_id: int) -> Asked:
        """What «confirm all» would do now. Raises Refusal when a newer draft has come."""

        def query(tx: Transaction) -> Asked:
            me, _, run = run_of(tx, speaker, run_id)
            if superseded(tx, run):
                raise Refusal("match-draft-old")
            return Asked(len(left_in(tx, run)), schools.settings(tx, me.school_id).offer_days)

        return await self._database.read(query)

    async def confirm_all(self, speaker: Speaker, run_id: int) -> tuple[int, int]:
        """Confirm every pair that is left; returns how many were, and how many could not be any more."""

        def unit(tx: Transaction) -> tuple[int, int]:
            me, programme, run = run_of(tx, speaker, run_id)
            if superseded(tx, run):
                raise Refusal("match-draft-old")
            before = gather(tx, programme, run.form)
            left = left_in(tx, run)
            done = 0
            for pair in left:
                try:
                    _confirm(tx, me, before, programme, pair.mentee, pair.mentor, run)
                except Refusal:
                    continue
                done += 1
            if run.draft.digest == before.digest:
                runs.follow(tx, run.id, gather(tx, programme, run.form).digest)
            return done, len(left) - done

        return await self._database.work(unit)

    async def wish(self, speaker: Speaker, kind: Wish, mentee_id: int, mentor_id: int, *, take_back: bool) -> str:
        """Forbid two people, or keep them together; or take that back. Returns the form whose draft is to be redone."""

        def unit(tx: Transaction) -> str:
            me, programme, form = of_participation(tx, speaker, mentee_id)
            _wish(tx, me, programme, form, kind, (mentee_id, mentor_id), take_back=take_back)
            return form

        return await self._database.work(unit)

    async def wish_drafted(
        self, speaker: Speaker, kind: Wish, run_id: int, mentee_id: int, *, take_back: bool
    ) -> tuple[str, int]:
        """The same for the pair a draft has for this mentee; returns the form and the pair's place among those left."""

        def unit(tx: Transaction) -> tuple[str, int]:
            me, programme, run = run_of(tx, speaker, run_id)
            pair = _drafted(run, mentee_id)
            _wish(tx, me, programme, run.form, kind, (pair.mentee, pair.mentor), take_back=take_back)
            return run.form, _place(tx, run, mentee_id)

        return await self._database.work(unit)

    async def confirmed(self, speaker: Speaker, after: int) -> tuple[Confirmed, ...]:
        """One page of confirmed pairs that are not over, one more than a page when more follow."""

        def query(tx: Transaction) -> tuple[Confirmed, ...]:
            _, programme = in_programme(tx, speaker)
            return _confirmed(tx, matches.page(tx, programme.id, after, PAGE + 1))

        return await self._database.read(query)

    async def one_confirmed(self, speaker: Speaker, member_id: int) -> Confirmed:
        """One confirmed pair; the times of its offers are the school's."""

        def query(tx: Transaction) -> Confirmed:
            me, member = own_member(tx, speaker, member_id)
            if member.state not in LIVE:
                raise Refusal("match-over")
            zone = schools.settings(tx, me.school_id).zone
            one = _confirmed(tx, [member])[0]
            asked = tuple(replace(each, answer_by=each.answer_by.astimezone(zone)) for each in one.offers)
            return replace(one, offers=asked, pacts=tuple(_local(each, zone) for each in one.pacts))

        return await self._database.read(query)

    async def undo(self, speaker: Speaker, member_id: int) -> None:
        """Take a confirmed pair back before an order names it; both sides are told. Raises Refusal afterwards."""

        def unit(tx: Transaction) -> None:
            me, member = own_member(tx, speaker, member_id)
            if member.order_id is not None:
                raise Refusal("match-in-order")
            if member.state not in _UNDOABLE:
                raise Refusal("match-over")
            matches.turn(tx, member, State.UNDONE, ground="undone")
            journal.note(tx, "undid-pair", "member", member.id, school=me.school_id, by=me.person_id)
            for offer in recall(tx, member):
                if offer.answer in (None, Reply.ACCEPTED):
                    tell(tx, "offer-undone", member, offer.person_id, school=me.school_id)
            tell_guardians(tx, "offer-guardian-over", member, school=me.school_id)

        await self._database.work(unit)


def _drafted(run: Run, mentee_id: int) -> Pair:
    for pair in run.draft.pairs:
        if pair.mentee == mentee_id:
            return pair
    raise NotYours


def _place(tx: Transaction, run: Run, mentee_id: int) -> int:
    """Where the pair of this mentee stands, or stood, among those left: drafts are sorted by mentee."""
    return sum(1 for each in left_in(tx, run) if each.mentee < mentee_id)


def _wish(
    tx: Transaction, me: Speaker, programme: Programme, form: str, kind: Wish, two: tuple[int, int], *, take_back: bool
) -> None:
    known = gather_two(tx, programme, form, *two).standings
    if not known.keys() >= set(two):
        raise NotYours
    mentee, mentor = (known[each].person.id for each in two)
    if take_back:
        wishes.forget(tx, programme.id, kind, mentee=mentee, mentor=mentor)
    else:
        wishes.wish(tx, programme.id, kind, mentee=mentee, mentor=mentor, by=me.person_id)
    deed = f"{'took-back' if take_back else 'wished'}-{kind}"
    journal.note(tx, deed, "participation", two[0], school=me.school_id, by=me.person_id)


def _confirm(
    tx: Transaction,
    me: Speaker,
    inputs: Inputs,
    programme: Programme,
    mentee_id: int,
    mentor_id: int,
    run: Run | None,
) -> int:
    if matches_mentee := next((each for each in inputs.live if each.mentee_id == mentee_id), None):
        same = matches_mentee.mentor_id == mentor_id
        raise TakenMeanwhile("match-confirmed-already" if same else "match-has-mentor")
    mentee, mentor = inputs.mentee(mentee_id), inputs.mentor(mentor_id)
    if mentee is None or mentor is None:
        raise Refusal("match-not-ready")
    if cause := binding(mentee, mentor, inputs.programme):
        raise TakenMeanwhile("match-no-place") if cause == "no_places" else Refusal(f"match-forbidden-{cause}")
    member_id = matches.begin(
        tx,
        programme=programme.id,
        form=inputs.form,
        role_model=mentee.model or "",
        mentor=(mentor.id, mentor.person),
        mentee=mentee.id,
        places=inputs.places[mentor.id],
        by=me.person_id,
        run=run.id if run else None,
    )
    ask_both(tx, matches.get(tx, member_id), me.school_id)
    journal.note(tx, "confirmed-pair", "member", member_id, school=me.school_id, by=me.person_id)
    return member_id


def _local(pact: Pact | None, zone: tzinfo) -> Pact | None:
    return pact and replace(pact, accepted_at=pact.accepted_at.astimezone(zone))


def _confirmed(tx: Transaction, members: list[Member]) -> tuple[Confirmed, ...]:
    known = people.some(tx, [each.mentor_person for each in members] + [each.mentee_person for each in members])
    asked = offers.of_members(tx, [each.id for each in members])
    accepted = pacts.of_members(tx, [each.id for each in members])
    return tuple(
        Confirmed(
            member=each,
            mentor=known[each.mentor_person],
            mentee=known[each.mentee_person],
            offers=tuple(asked[each.id]),
            undoable=each.state in _UNDOABLE and each.order_id is None,
            pacts=(accepted.get((each.id, Side.MENTOR)), accepted.get((each.id, Side.MENTEE))),
        )
        for each in members
    )
