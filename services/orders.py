"""The order about pairs: drawn up from those both sides of whom agreed, signed with number and date, and pairs begin.

Stage 5 of the roadmap. A worker mentors another worker only by written consent and an agreement (ТК ст. 351.8).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType

from mentoring.consents import PARTNER_FORMS, Capacity, Purpose, Way, organisation, partners_of
from mentoring.editions import Edition
from mentoring.people import MentoringForm, Person, Speaker
from mentoring.questionnaire import Answers
from mentoring.refusal import NotYours, Refusal
from mentoring.rights import Deed
from mentoring.standing import UNCOVERED
from services.authority import acting
from services.filling import Sent
from services.offer_notices import tell
from storage import consents, journal, matches, orders, people, schools, standing
from storage.database import Database, Transaction
from storage.matches import LIVE, Member, State
from storage.orders import Order
from storage.schools import Programme, School

__all__ = ["Line", "Names", "Order", "Orders", "Overview", "School", "Sheet"]

_SHOWN = 8
_ACQUAINT = timedelta(days=3)  # usual: those named are acquainted within three days …
_PLANS = timedelta(days=14)  # … and make their development plans within two weeks


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


@dataclass(frozen=True, slots=True)
class Line:
    """One match of an order, as it is printed."""

    mentor: Person
    mentees: tuple[Person, ...]
    form: str
    role_model: str
    consent_on: date | None
    agreement_number: str
    agreement_on: date | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that an order says."""

    order: Order
    school: School
    programme_title: str
    curator: Speaker
    lines: tuple[Line, ...]
    starts: date
    ends: date
    acquaint_by: date
    plans_by: date


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
            )

        return await self._database.read(query)

    async def draw_up(self, speaker: Speaker) -> int:
        """Draw up an order about exactly those who wait for one and lack nothing. Raises Refusal when nobody does."""

        def unit(tx: Transaction) -> int:
            me, programme = _here(tx, speaker)
            waiting = matches.waiting_for_order(matches.live(tx, programme.id))
            lapsed = _lapsed(tx, programme, waiting)
            ready = [each.id for each in waiting if each.id not in lapsed and not _lacks_agreement(each)]
            if not ready:
                raise Refusal("orders-nothing")
            order = orders.draw_up(tx, programme.id, ready, me.person_id)
            journal.note(tx, "drew-up-order", "order", order, school=me.school_id, by=me.person_id)
            return order

        return await self._database.work(unit)

    async def sheet(self, speaker: Speaker, order_id: int) -> Sheet:
        """All that an order says, to be shown or printed (again)."""

        def query(tx: Transaction) -> Sheet:
            me, programme, order = _own(tx, speaker, order_id)
            named = matches.of_order(tx, order.id)
            if order.signed_on is None:
                lapsed = _lapsed(tx, programme, named)
                named = [each for each in named if each.id not in lapsed]
            chosen = schools.settings(tx, me.school_id)
            today = tx.now.astimezone(chosen.zone).date()
            day = order.signed_on or today
            return Sheet(
                order=order,
                school=schools.get(tx, me.school_id),
                programme_title=chosen.programme_title,
                curator=me,
                lines=_lines(tx, named, signed=order.signed_on is not None),
                starts=min(max(day, programme.starts_on), programme.ends_on),
                ends=programme.ends_on,
                acquaint_by=day + _ACQUAINT,
                plans_by=day + _PLANS,
            )

        return await self._database.read(query)

    async def drop(self, speaker: Speaker, order_id: int) -> None:
        """Drop a draft; its pairs wait for a next one. Raises Refusal for a signed order."""

        def unit(tx: Transaction) -> None:
            me, _, order = _own(tx, speaker, order_id)
            if not orders.drop(tx, order.id):
                raise Refusal("orders-signed-already")
            journal.note(tx, "dropped-order", "order", order.id, school=me.school_id, by=me.person_id)

        await self._database.work(unit)

    def receive_signing(self, tx: Transaction, speaker: Speaker, sent: Sent) -> bool:
        """The order is signed: its pairs begin, both sides are told. Later only number and date are corrected.

        Returns whether it was signed just now. Raises Refusal when a consent has ended since the order was drawn up.
        """
        me, programme, order = _own(tx, speaker, sent.about)
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
            for person in (member.mentor_person, member.mentee_person):
                tell(tx, "pair-active", member, person, school=me.school_id)
        return first

    def proposed_signing(self, tx: Transaction, speaker: Speaker, about: int) -> Answers:
        """The number and date that stand, when they are corrected."""
        _, _, order = _own(tx, speaker, about)
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


def _own(tx: Transaction, speaker: Speaker, order_id: int) -> tuple[Speaker, Programme, Order]:
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


def _lines(tx: Transaction, members: list[Member], *, signed: bool) -> tuple[Line, ...]:
    """One line a match. A draft leaves out whoever has dropped out meanwhile; a signed order stays as it was."""
    named = [each for each in members if signed or each.state is State.ACCEPTED]
    known = people.some(tx, [each.mentor_person for each in named] + [each.mentee_person for each in named])
    by_match: dict[int, list[Member]] = {}
    for each in named:
        by_match.setdefault(each.match_id, []).append(each)
    return tuple(
        Line(
            mentor=known[group[0].mentor_person],
            mentees=tuple(known[each.mentee_person] for each in group),
            form=group[0].form,
            role_model=group[0].role_model,
            consent_on=group[0].worker_consent_on,
            agreement_number=group[0].agreement_number,
            agreement_on=group[0].agreement_on,
        )
        for group in by_match.values()
    )
