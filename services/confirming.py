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
from services.matching_follow import fitting, follow
from services.matching_here import drafted, in_programme, left_in, of_participation, own_member, place_of, run_of
from services.matching_inputs import Inputs, gather, gather_two
from services.matching_meanwhile import by_whom_banned, require_left, require_newest, taken
from services.offer_notices import tell
from services.offers import ask_both, recall
from storage import journal, matches, offers, pacts, people, run_changes, runs, schools
from storage.database import Database, Transaction
from storage.matches import LIVE, Member, State
from storage.offers import Offer, Reply
from storage.run_changes import Change
from storage.runs import Run
from storage.schools import Programme

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
    others: tuple[Person, ...] = ()  # the rest of the group, where it is one


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
            before = gather_two(tx, programme, form, mentee_id, mentor_id)
            member = _confirm(tx, me, before, programme, mentee_id, mentor_id, None, _standing(before))
            if (last := runs.newest(tx, programme.id, form)) is not None:
                run_changes.note(tx, last, Change.BY_HAND, by=me.person_id, mentee=mentee_id, mentor=mentor_id)
            return member

        return await self._database.work(unit)

    async def confirm_drafted(self, speaker: Speaker, run_id: int, mentee_id: int) -> int:
        """Confirm the pair a draft has for this mentee; returns its place among those left.

        Raises as `confirm`, and TakenMeanwhile when a newer draft has come.
        """

        fitted = await self._database.read(lambda tx: fitting(tx, speaker, run_id))

        def unit(tx: Transaction) -> int:
            me, programme, run = run_of(tx, speaker, run_id)
            pair = drafted(run, mentee_id)
            _confirm_of(tx, me, programme, run, [pair], fitted)
            return place_of(tx, run, mentee_id)

        return await self._database.work(unit)

    async def confirm_group(self, speaker: Speaker, run_id: int, mentor_id: int) -> int:
        """Confirm all the mentees a draft gives to this mentor, as one match; returns the group's place.

        Nobody is confirmed when one of them cannot be. Raises as `confirm_drafted`, NotYours where there is no such group.
        """

        fitted = await self._database.read(lambda tx: fitting(tx, speaker, run_id))

        def unit(tx: Transaction) -> int:
            me, programme, run = run_of(tx, speaker, run_id)
            whole = [each for each in run.draft.pairs if each.mentor == mentor_id]
            if not whole:
                raise NotYours
            left = {each.mentee for each in left_in(tx, run)}
            _confirm_of(tx, me, programme, run, [each for each in whole if each.mentee in left] or whole, fitted)
            return place_of(tx, run, whole[0].mentee)

        return await self._database.work(unit)

    async def before_all(self, speaker: Speaker, run_id: int) -> Asked:
        """What «confirm all» would do now. Raises Refusal when a newer draft has come."""

        def query(tx: Transaction) -> Asked:
            me, _, run = run_of(tx, speaker, run_id)
            require_newest(tx, me, run)
            require_left(tx, me, run)
            return Asked(len(left_in(tx, run)), schools.settings(tx, me.school_id).offer_days)

        return await self._database.read(query)

    async def confirm_all(self, speaker: Speaker, run_id: int, asked: int | None = None) -> tuple[int, int]:
        """Confirm every pair that is left; returns how many were, and how many could not be any more.

        Raises TakenMeanwhile when there are not as many any more as the curator was asked about.
        """

        def unit(tx: Transaction) -> tuple[int, int]:
            me, programme, run = run_of(tx, speaker, run_id)
            require_newest(tx, me, run)
            require_left(tx, me, run, asked)
            before = gather(tx, programme, run.form)
            left, together = left_in(tx, run), _standing(before)
            done = 0
            for pair in left:
                try:
                    _confirm(tx, me, before, programme, pair.mentee, pair.mentor, run, together)
                except Refusal:
                    continue
                done += 1
            if run.fits == before.digest:
                follow(tx, run, before)
            return done, len(left) - done

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
            accepted = tuple(_local(each, zone) for each in one.pacts)
            return replace(one, offers=asked, pacts=accepted, others=_others(tx, member))

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


def _confirm_of(
    tx: Transaction, me: Speaker, programme: Programme, run: Run, pairs: list[Pair], fitted: Inputs | None
) -> None:
    """Confirm pairs of the newest draft, all of them or none; `fitted` are the people it was seen to fit."""
    before = gather_two(tx, programme, run.form, pairs[0].mentor, *(each.mentee for each in pairs))
    for pair in pairs:
        if there := next((each for each in before.live if each.mentee_id == pair.mentee), None):
            raise taken(tx, me, there, pair.mentor)
    require_newest(tx, me, run, pairs[0].mentee)
    together = _standing(before)
    for pair in pairs:
        _confirm(tx, me, before, programme, pair.mentee, pair.mentor, run, together)
    if fitted is not None:
        follow(tx, run, fitted)


def _standing(inputs: Inputs) -> dict[int, int]:
    """The live match of each mentor's group, where the form makes groups: whoever comes later joins it."""
    if inputs.programme.rules_of(inputs.form).smallest == 1:
        return {}
    return {each.mentor_id: each.match_id for each in reversed(inputs.live) if each.form == inputs.form}


def _confirm(
    tx: Transaction,
    me: Speaker,
    inputs: Inputs,
    programme: Programme,
    mentee_id: int,
    mentor_id: int,
    run: Run | None,
    together: dict[int, int],
) -> int:
    if there := next((each for each in inputs.live if each.mentee_id == mentee_id), None):
        raise taken(tx, me, there, mentor_id)
    mentee, mentor = inputs.mentee(mentee_id), inputs.mentor(mentor_id)
    if mentee is None or mentor is None:
        raise Refusal("match-not-ready")
    if cause := binding(mentee, mentor, inputs.programme):
        who = by_whom_banned(tx, me, programme.id, mentee.person, mentor.person) if cause == "banned" else {}
        raise TakenMeanwhile("match-no-place") if cause == "no_places" else Refusal(f"match-forbidden-{cause}", **who)
    member_id = matches.begin(
        tx,
        programme=programme.id,
        form=inputs.form,
        role_model=mentee.model or "",
        mentor=(mentor.id, mentor.person),
        mentee=mentee.id,
        places=inputs.totals[mentor.id],
        in_form=inputs.places[mentor.id],
        by=me.person_id,
        run=run.id if run else None,
        match=together.get(mentor.id),
    )
    member = matches.get(tx, member_id)
    if inputs.programme.rules_of(inputs.form).smallest > 1:
        together.setdefault(mentor.id, member.match_id)
    ask_both(tx, member, me.school_id)
    if run is not None:
        run_changes.note(tx, run.id, Change.CONFIRMED, by=me.person_id, mentee=mentee_id, mentor=mentor_id)
    journal.note(tx, "confirmed-pair", "member", member_id, school=me.school_id, by=me.person_id)
    return member_id


def _others(tx: Transaction, member: Member) -> tuple[Person, ...]:
    """Whoever is in the match beside this member."""
    every = [each for each in matches.of_match(tx, member.match_id) if each.state in LIVE and each.id != member.id]
    known = people.some(tx, [each.mentee_person for each in every])
    return tuple(known[each.mentee_person] for each in every)


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
