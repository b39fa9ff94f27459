"""Orders about pairs: drawn up from those both sides of whom agreed, or from the difference, signed, and pairs begin.

Stage 5 of the roadmap. A worker mentors another worker only by written consent and an agreement (ТК ст. 351.8).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from types import MappingProxyType

from mentoring.consents import PARTNER_FORMS, Capacity, Purpose, Way, organisation, partners_of
from mentoring.editions import Edition
from mentoring.people import MentoringForm, Person, Speaker
from mentoring.questionnaire import Answers
from mentoring.refusal import NotYours, Refusal
from mentoring.rights import Deed
from mentoring.standing import UNCOVERED
from services import first_contact
from services.authority import acting
from services.filling import Sent
from services.offer_notices import tell, tell_mentor_once
from services.order_sheets import Left, Line, Sheet, named_by, sheet_of
from storage import consents, journal, matches, orders, people, schools, standing
from storage.database import Database, Transaction
from storage.matches import LIVE, Member, State
from storage.orders import Order
from storage.schools import Programme, School

__all__ = ["Left", "Line", "Names", "Order", "Orders", "Overview", "School", "Sheet", "own_order"]

_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Names:
    """A pair, for a line on the screen."""

    match_id: int
    mentor: Person
    mentee: Person


@dataclass(frozen=True, slots=True)
class Overview:
    """What can be ordered now, what is in the way, and the orders there are."""

    ready: int
    obstacles: tuple[Names, ...]  # teachers' pairs without consent and agreement
    unready: tuple[Names, ...]  # somebody's consents are not complete any more
    orders: tuple[Order, ...]
    leaving: int = 0  # pairs an order named that are over, and that no amendment has taken out
    fallen: int = 0  # pairs of drafts that are not agreed to any more
    amendable: Order | None = None  # the order a list of which new pairs may be added to


class Orders:
    """What the curator does about orders."""

    def __init__(
        self, database: Database, editions: Mapping[tuple[Purpose, Capacity], Edition] = MappingProxyType({})
    ) -> None:
        self._database = database
        self._editions = editions

    async def overview(self, speaker: Speaker) -> Overview:
        """What can be ordered now, what is in the way, and the orders there are."""

        def query(tx: Transaction) -> Overview:
            _, programme = _here(tx, speaker)
            waiting = matches.waiting_for_order(matches.live(tx, programme.id))
            lapsed = _lapsed(tx, programme, waiting)
            hindered = [each for each in waiting if _lacks_agreement(each)]
            return Overview(
                ready=len([each for each in waiting if each.id not in lapsed and not _lacks_agreement(each)]),
                obstacles=_names(tx, hindered[:_SHOWN]),
                unready=_names(tx, [each for each in waiting if each.id in lapsed][:_SHOWN]),
                orders=tuple(orders.latest(tx, programme.id, _SHOWN)),
                leaving=len(orders.waiting_to_leave(tx, programme.id)),
                fallen=orders.fallen(tx, programme.id),
                amendable=orders.to_amend(tx, programme.id),
            )

        return await self._database.read(query)

    async def draw_up(self, speaker: Speaker) -> int:
        """Draw up an order about exactly those who wait for one and lack nothing. Raises Refusal when nobody does."""

        def unit(tx: Transaction) -> int:
            me, programme = _here(tx, speaker)
            ready = _ready(tx, programme)
            if not ready:
                raise Refusal("orders-nothing")
            order = orders.draw_up(tx, programme.id, ready, me.person_id)
            journal.note(tx, "drew-up-order", "order", order, school=me.school_id, by=me.person_id)
            return order

        return await self._database.work(unit)

    async def draw_up_amendment(self, speaker: Speaker) -> int:
        """Draw up the difference: pairs over since an order named them go out, those who wait come in.

        Raises Refusal when there is nothing to change or no signed order to amend.
        """

        def unit(tx: Transaction) -> int:
            me, programme = _here(tx, speaker)
            amended = orders.to_amend(tx, programme.id)
            over = [each.member_id for each in orders.waiting_to_leave(tx, programme.id)]
            ready = _ready(tx, programme)
            if amended is None or not (over or ready):
                raise Refusal("orders-nothing-to-amend")
            order = orders.draw_up(tx, programme.id, ready, me.person_id, amends=amended.id, endings=over)
            journal.note(tx, "drew-up-order", "order", order, school=me.school_id, by=me.person_id, details="amendment")
            return order

        return await self._database.work(unit)

    async def sheet(self, speaker: Speaker, order_id: int) -> Sheet:
        """All that an order says, to be shown or printed (again)."""

        def query(tx: Transaction) -> Sheet:
            me, programme, order = own_order(tx, speaker, order_id)
            signed = order.signed_on is not None
            named = named_by(matches.of_order(tx, order.id), signed=signed)
            if not signed:
                lapsed = _lapsed(tx, programme, named)
                named = [each for each in named if each.id not in lapsed]
            return sheet_of(tx, me, programme, order, named)

        return await self._database.read(query)

    async def drop(self, speaker: Speaker, order_id: int) -> None:
        """Drop a draft; its pairs wait for a next one. Raises Refusal for a signed order."""

        def unit(tx: Transaction) -> None:
            me, _, order = own_order(tx, speaker, order_id)
            if not orders.drop(tx, order.id):
                raise Refusal("orders-signed-already")
            journal.note(tx, "dropped-order", "order", order.id, school=me.school_id, by=me.person_id)

        await self._database.work(unit)

    def receive_signing(self, tx: Transaction, speaker: Speaker, sent: Sent) -> bool:
        """The order is signed: its pairs begin, both sides are told. Later only number and date are corrected.

        Returns whether it was signed just now. Raises Refusal when a consent has ended since the order was drawn up.
        """
        me, programme, order = own_order(tx, speaker, sent.about)
        first = order.signed_on is None
        begin = [each for each in matches.of_order(tx, order.id) if first and each.state is State.ACCEPTED]
        if _lapsed(tx, programme, begin):
            raise Refusal("orders-lapsed")
        orders.sign(tx, order.id, sent.text("number"), date.fromisoformat(sent.text("signed_on")))
        deed = "signed-order" if first else "corrected-order"
        journal.note(tx, deed, "order", order.id, school=me.school_id, by=me.person_id)
        for member in begin:
            matches.turn(tx, member, State.ACTIVE)
            journal.note(tx, "pair-began", "member", member.id, school=me.school_id, by=me.person_id)
            tell(tx, "pair-active", member, member.mentee_person, school=me.school_id)
            tell_mentor_once(tx, "pair-active", member, school=me.school_id)
        for match in dict.fromkeys(each.match_id for each in begin):
            first_contact.begin(tx, match)
        return first

    def proposed_signing(self, tx: Transaction, speaker: Speaker, about: int) -> Answers:
        """The number and date that stand, when they are corrected."""
        _, _, order = own_order(tx, speaker, about)
        if order.signed_on is None:
            return {}
        return {"number": order.number, "signed_on": order.signed_on.isoformat()}

    def receive_worker_consent(self, tx: Transaction, speaker: Speaker, sent: Sent) -> None:
        """A worker's written consent and the agreement to the contract are recorded."""
        me, member = _match(tx, speaker, sent.about)
        matches.agree(
            tx,
            member.match_id,
            date.fromisoformat(sent.text("consent_on")),
            sent.text("agreement_number"),
            date.fromisoformat(sent.text("agreement_on")),
        )
        self._into_ledger(tx, me, member, sent)
        journal.note(tx, "recorded-agreement", "match", member.match_id, school=me.school_id, by=me.person_id)

    def _into_ledger(self, tx: Transaction, me: Speaker, member: Member, sent: Sent) -> None:
        """The written consent to a mentor's duty stands in the ledger of consents too."""
        edition = self._editions.get((Purpose.WORKER_DUTY, Capacity.SELF))
        programme = schools.programme(tx, me.school_id)
        if edition is None or programme is None:
            return
        consents.give(
            tx, member.mentor_person, Capacity.SELF, Way.PAPER, edition,
            agreed=True, given_by=member.mentor_person,
            given_at=datetime.combine(date.fromisoformat(sent.text("consent_on")), time(12), UTC),
            until=programme.ends_on, original=sent.text("agreement_number"), checked_by=me.person_id,
            purpose=Purpose.WORKER_DUTY,
        )  # fmt: skip

    def proposed_worker_consent(self, tx: Transaction, speaker: Speaker, about: int) -> Answers:
        """What is recorded already."""
        _, member = _match(tx, speaker, about)
        if member.worker_consent_on is None or member.agreement_on is None:
            return {}
        return {
            "consent_on": member.worker_consent_on.isoformat(),
            "agreement_number": member.agreement_number,
            "agreement_on": member.agreement_on.isoformat(),
        }


def _here(tx: Transaction, speaker: Speaker) -> tuple[Speaker, Programme]:
    me = acting(tx, speaker, Deed.ISSUE_ORDERS)
    programme = schools.programme(tx, me.school_id)
    if programme is None:
        raise Refusal("match-no-programme")
    return me, programme


def own_order(tx: Transaction, speaker: Speaker, order_id: int) -> tuple[Speaker, Programme, Order]:
    """The curator, their programme and one of its orders. Raises NotYours for another's."""
    me, programme = _here(tx, speaker)
    order = orders.get(tx, order_id)
    if order.programme_id != programme.id:
        raise NotYours
    return me, programme, order


def _match(tx: Transaction, speaker: Speaker, match_id: int) -> tuple[Speaker, Member]:
    me, programme = _here(tx, speaker)
    members = [each for each in matches.of_match(tx, match_id) if each.state in LIVE]
    if not members or members[0].programme_id != programme.id:
        raise NotYours
    return me, members[0]


def _ready(tx: Transaction, programme: Programme) -> list[int]:
    """The members an order may name now: both sides have agreed, and nothing is lacking."""
    waiting = matches.waiting_for_order(matches.live(tx, programme.id))
    lapsed = _lapsed(tx, programme, waiting)
    return [each.id for each in waiting if each.id not in lapsed and not _lacks_agreement(each)]


def _lacks_agreement(member: Member) -> bool:
    lacking = member.worker_consent_on is None or not member.agreement_number or member.agreement_on is None
    return member.form == MentoringForm.TEACHER_TEACHER and lacking


def _lapsed(tx: Transaction, programme: Programme, members: list[Member]) -> set[int]:
    """Of these, the pairs in which somebody's consents are not complete today, by the member's id."""
    known = people.some(tx, [each.mentor_person for each in members] + [each.mentee_person for each in members])
    stands = {each.participation.id: each for each in standing.of_people(tx, known)}
    chosen, given = schools.settings(tx, programme.school_id), standing.consents_of(tx, known)
    today = tx.now.astimezone(chosen.zone).date()
    found = set()
    for each in members:
        sides = [stands.get(each.mentor_id), stands.get(each.mentee_id)]
        whole = all(side is not None and not UNCOVERED & {*side.lacks} for side in sides)
        if whole and each.form in PARTNER_FORMS:
            mentee, mentor = known[each.mentee_person], known[each.mentor_person]
            agreed, grace = given.get(mentee.id, ()), chosen.adult_grace_days
            may = partners_of(mentee, agreed, chosen.guardian_rule, today, grace=grace)
            whole = organisation(mentor.workplace) in may
        if not whole:
            found.add(each.id)
    return found


def _names(tx: Transaction, members: list[Member]) -> tuple[Names, ...]:
    known = people.some(tx, [each.mentor_person for each in members] + [each.mentee_person for each in members])
    return tuple(Names(each.match_id, known[each.mentor_person], known[each.mentee_person]) for each in members)
