"""All that an order says, put together from the tables: who comes, who goes and why, what groups become, what it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from mentoring.people import Person, Speaker
from storage import matches, orders, people, runs, schools
from storage.database import Transaction
from storage.matches import Member, State
from storage.orders import Order
from storage.schools import Programme, School

_ACQUAINT = timedelta(days=3)  # usual: those named are acquainted within three days …
_PLANS = timedelta(days=14)  # … and make their development plans within two weeks


@dataclass(frozen=True, slots=True)
class Basis:
    """The draft a match came from: its number, the school's day it was computed, its fingerprint."""

    run: int
    on: date
    digest: str


@dataclass(frozen=True, slots=True)
class Line:
    """One match of an order, as it is printed; without a basis it was made by hand."""

    mentor: Person
    mentees: tuple[Person, ...]
    form: str
    role_model: str
    consent_on: date | None
    agreement_number: str
    agreement_on: date | None
    basis: Basis | None = None


@dataclass(frozen=True, slots=True)
class Left:
    """Who goes out of a match by an amendment: on which ground, since when, named by which order."""

    mentor: Person
    mentees: tuple[Person, ...]
    form: str
    ground: str
    on: date
    order: Order


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that an order says; `amended`, `left` and `groups` are of an amendment."""

    order: Order
    school: School
    programme_title: str
    curator: Speaker
    lines: tuple[Line, ...]
    starts: date
    ends: date
    acquaint_by: date
    plans_by: date
    amended: tuple[Order, ...] = ()
    left: tuple[Left, ...] = ()
    groups: tuple[Line, ...] = ()
    fallen: int = 0  # pairs of the draft that are not agreed to any more


def sheet_of(tx: Transaction, me: Speaker, programme: Programme, order: Order, named: list[Member]) -> Sheet:
    """The sheet of an order that names these members."""
    chosen = schools.settings(tx, me.school_id)
    today = tx.now.astimezone(chosen.zone).date()
    day = order.signed_on or today
    left = _left(tx, order, chosen.zone)
    base = [orders.get(tx, order.amends)] if order.amends is not None and named else []
    amended = {each.id: each for each in [*base, *(each.order for each in left)]}
    if order.amends is not None and not amended:
        amended = {order.amends: orders.get(tx, order.amends)}
    return Sheet(
        order=order,
        school=schools.get(tx, me.school_id),
        programme_title=chosen.programme_title,
        curator=me,
        lines=lines(tx, named, chosen.zone),
        starts=min(max(day, programme.starts_on), programme.ends_on),
        ends=programme.ends_on,
        acquaint_by=day + _ACQUAINT,
        plans_by=day + _PLANS,
        amended=tuple(amended[each] for each in sorted(amended)),
        left=left,
        fallen=orders.fallen(tx, programme.id, order.id),
        groups=_groups(tx, order, {each.id for each in named}, chosen.zone) if order.amends is not None else (),
    )


def lines(tx: Transaction, members: Iterable[Member], zone: ZoneInfo) -> tuple[Line, ...]:
    """One line a match."""
    by_match: dict[int, list[Member]] = {}
    for each in members:
        by_match.setdefault(each.match_id, []).append(each)
    every = [each for group in by_match.values() for each in group]
    known = people.some(tx, [each.mentor_person for each in every] + [each.mentee_person for each in every])
    bases = _bases(tx, by_match, zone)
    return tuple(
        Line(
            mentor=known[group[0].mentor_person],
            mentees=tuple(known[each.mentee_person] for each in group),
            form=group[0].form,
            role_model=group[0].role_model,
            consent_on=group[0].worker_consent_on,
            agreement_number=group[0].agreement_number,
            agreement_on=group[0].agreement_on,
            basis=bases.get(match),
        )
        for match, group in by_match.items()
    )


def _bases(tx: Transaction, match_ids: Iterable[int], zone: ZoneInfo) -> dict[int, Basis]:
    return {
        match: Basis(run, made.astimezone(zone).date(), digest)
        for match, (run, made, digest) in runs.of_matches(tx, match_ids).items()
    }


def _left(tx: Transaction, order: Order, zone: ZoneInfo) -> tuple[Left, ...]:
    """One row for all who left a match on the same day and ground."""
    members = {each.id: each for each in matches.taken_out(tx, order.id)}
    known = people.some(tx, [each.mentor_person for each in members.values()])
    known |= people.some(tx, [each.mentee_person for each in members.values()])
    found: dict[tuple[int, int, str, date], list[Member]] = {}
    for each in orders.leaving(tx, order.id):
        day = each.ended_at.astimezone(zone).date()
        member = members[each.member_id]
        found.setdefault((each.of, member.match_id, each.ground, day), []).append(member)
    named = {of: orders.get(tx, of) for of, *_ in found}
    return tuple(
        Left(
            mentor=known[group[0].mentor_person],
            mentees=tuple(known[each.mentee_person] for each in group),
            form=group[0].form,
            ground=ground,
            on=day,
            order=named[of],
        )
        for (of, _, ground, day), group in sorted(found.items(), key=lambda row: row[0])
    )


def _groups(tx: Transaction, order: Order, coming: set[int], zone: ZoneInfo) -> tuple[Line, ...]:
    """What the groups that somebody left or joined look like once this order is signed."""
    standing = orders.in_force(tx, order.id)
    members = {each.id: each for match in {match for match, _ in standing} for each in matches.of_match(tx, match)}
    kept = [members[each] for _, each in standing]
    if order.signed_on is None:  # a draft leaves out whoever has dropped out meanwhile
        kept = [each for each in kept if each.order_id != order.id or each.id in coming]
    return lines(tx, kept, zone)


def named_by(members: list[Member], *, signed: bool) -> list[Member]:
    """Whom an order names: a draft only those who are agreed still, a signed order whom it was signed with."""
    return [each for each in members if signed or each.state is State.ACCEPTED]
