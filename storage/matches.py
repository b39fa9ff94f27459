"""Matches and their members: a mentor's numbered places, taken and given back; the indexes decide who was first."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mentoring.refusal import NotYours, TakenMeanwhile
from storage import cases
from storage.database import Row, Transaction
from storage.moments import maybe_date, to_time


class State(StrEnum):
    """Where a mentee stands in a match; the first four are live and hold a place."""

    OFFERED = "offered"
    ACCEPTED = "accepted"  # both sides agreed, the order is not signed yet
    ACTIVE = "active"
    FROZEN = "frozen"
    DECLINED = "declined"
    RETURNED = "returned"  # nobody answered in time
    UNDONE = "undone"  # the curator took it back
    ENDED = "ended"


LIVE = frozenset({State.OFFERED, State.ACCEPTED, State.ACTIVE, State.FROZEN})
AGREED = frozenset({State.ACCEPTED, State.ACTIVE, State.FROZEN})  # both sides have said yes


@dataclass(frozen=True, slots=True)
class Member:
    """A mentee in a match, with the mentor beside: participations are `…_id`, people are `…_person`."""

    id: int
    match_id: int
    programme_id: int
    form: str
    role_model: str
    mentor_id: int
    mentor_person: int
    mentee_id: int
    mentee_person: int
    place: int
    state: State
    since: datetime
    worker_consent_on: date | None
    agreement_number: str
    agreement_on: date | None
    order_id: int | None


_MEMBERS = (
    "SELECT m.*, g.role_model, g.mentor_id, g.worker_consent_on, g.agreement_number, g.agreement_on, "
    "p.person_id AS mentee_person, l.order_id FROM members m JOIN matches g ON g.id = m.match_id "
    "JOIN participations p ON p.id = m.mentee_id LEFT JOIN order_lines l ON l.member_id = m.id "
)


def get(tx: Transaction, member_id: int) -> Member:
    """The member. Raises NotYours for an unknown id."""
    row = tx.one(_MEMBERS + "WHERE m.id = :id", id=member_id)
    if row is None:
        raise NotYours
    return _member(row)


def of_match(tx: Transaction, match_id: int) -> list[Member]:
    """Everyone who is or was in a match."""
    return [_member(row) for row in tx.all(_MEMBERS + "WHERE m.match_id = :id ORDER BY m.id", id=match_id)]


def of_order(tx: Transaction, order_id: int) -> list[Member]:
    """Everyone an order names, in the order of their matches."""
    return [_member(row) for row in tx.all(_MEMBERS + "WHERE l.order_id = :id ORDER BY m.match_id, m.id", id=order_id)]


def taken_out(tx: Transaction, order_id: int) -> list[Member]:
    """Everyone an amending order takes out."""
    rows = tx.all(
        _MEMBERS + "JOIN order_endings e ON e.member_id = m.id WHERE e.order_id = :id ORDER BY m.match_id, m.id",
        id=order_id,
    )
    return [_member(row) for row in rows]


def live(tx: Transaction, programme_id: int, form: str = "") -> list[Member]:
    """Every live member of a programme, or of one form of it."""
    rows = tx.all(
        _MEMBERS + "WHERE m.programme_id = :programme AND m.live = 1 AND (:form = '' OR m.form = :form) ORDER BY m.id",
        programme=programme_id,
        form=form,
    )
    return [_member(row) for row in rows]


def page(tx: Transaction, programme_id: int, after: int, limit: int) -> list[Member]:
    """One page of the live members, in the order they were confirmed."""
    rows = tx.all(
        _MEMBERS + "WHERE m.programme_id = :programme AND m.live = 1 AND m.id > :after ORDER BY m.id LIMIT :limit",
        programme=programme_id,
        after=after,
        limit=limit,
    )
    return [_member(row) for row in rows]


def of_person(tx: Transaction, person_id: int) -> list[Member]:
    """The live matches of a person on either side, in open programmes."""
    rows = tx.all(
        _MEMBERS + "JOIN programmes o ON o.id = m.programme_id WHERE m.live = 1 AND o.closed_at IS NULL "
        "AND (m.mentor_person_id = :person OR p.person_id = :person) ORDER BY m.id",
        person=person_id,
    )
    return [_member(row) for row in rows]


def begin(
    tx: Transaction,
    *,
    programme: int,
    form: str,
    role_model: str,
    mentor: tuple[int, int],
    mentee: int,
    places: int,
    by: int | None,
    run: int | None = None,
    state: State = State.OFFERED,
    match: int | None = None,
    in_form: int | None = None,
) -> int:
    """Make a pair, or add to a `match`, on the mentor's lowest free place and return the member's id.

    `mentor` is (participation, person), `mentee` a participation, `places` how many the mentor has over all forms,
    `in_form` how many of them in this one (None: any). Raises TakenMeanwhile when there is no place, or the mentee has
    a mentor already.
    """
    taken, here = taken_places(tx, programme, mentor[1]), taken_places(tx, programme, mentor[1], form)
    in_form = places if in_form is None else in_form
    place = next((number for number in range(1, places + 1) if number not in taken), None)
    if tx.value("SELECT 1 FROM members WHERE mentee_id = :mentee AND live = 1", mentee=mentee):
        raise TakenMeanwhile("match-has-mentor")
    if place is None or len(taken) >= places or len(here) >= in_form:
        raise TakenMeanwhile("match-no-place")
    offer_places(tx, programme, mentor[1], places)
    offer_places(tx, programme, mentor[1], in_form, form)
    if match is None:
        match = tx.insert(
            "matches",
            programme_id=programme,
            form=form,
            role_model=role_model,
            mentor_id=mentor[0],
            run_id=run,
            confirmed_by=by,
            confirmed_at=tx.now,
        )
    try:
        made = tx.insert(
            "members",
            match_id=match,
            programme_id=programme,
            form=form,
            mentor_person_id=mentor[1],
            mentee_id=mentee,
            place=place,
            state=state,
            accepted=state in AGREED,
            since=tx.now,
        )
    except sqlite3.IntegrityError as violated:
        reason = "match-has-mentor" if "mentee_id" in str(violated) else "match-no-place"
        raise TakenMeanwhile(reason) from violated
    if state in AGREED:
        cases.settle(tx, participation=mentee)
    # A group whose members need different role models has none of its own: no paper says of one what is another's.
    tx.run("UPDATE matches SET role_model = '' WHERE id = :id AND role_model <> :model", id=match, model=role_model)
    return made


def taken_places(tx: Transaction, programme_id: int, mentor_person: int, form: str = "") -> set[int]:
    """The numbers of a mentor's places that are taken, over all their forms or in one."""
    rows = tx.all(
        "SELECT place FROM members WHERE programme_id = :programme AND mentor_person_id = :person AND live = 1 "
        "AND :form IN ('', form)",
        programme=programme_id,
        person=mentor_person,
        form=form,
    )
    return {row["place"] for row in rows}


def offer_places(tx: Transaction, programme_id: int, mentor_person: int, places: int, form: str = "") -> None:
    """Note how many places a mentor has over all forms, or in one; the tables hold every pair to both."""
    tx.run(
        "INSERT INTO capacities (programme_id, person_id, form, places) VALUES (:programme, :person, :form, :places) "
        "ON CONFLICT (programme_id, person_id, form) DO UPDATE SET places = excluded.places",
        programme=programme_id,
        person=mentor_person,
        form=form,
        places=places,
    )


def turn(tx: Transaction, member: Member, state: State, ground: str = "") -> bool:
    """Give a member another state; False when it is not in the state it was read in. A place given back ends it."""
    over = state not in LIVE
    changed = tx.run(
        "UPDATE members SET state = :state, live = :live, accepted = max(accepted, :agreed), since = :now, "
        "ground = :ground, ended_at = CASE WHEN :live = 1 THEN NULL ELSE :now END WHERE id = :id AND state = :was",
        state=state,
        live=0 if over else 1,
        agreed=state is State.ACCEPTED,
        now=tx.now,
        ground=ground,
        id=member.id,
        was=member.state,
    )
    if changed:
        cases.settle(tx, participation=member.mentee_id)
    if changed and over:
        tx.run(
            "UPDATE matches SET ended_at = :now WHERE id = :id "
            "AND NOT EXISTS (SELECT 1 FROM members WHERE match_id = :id AND live = 1)",
            now=tx.now,
            id=member.match_id,
        )
    return bool(changed)


def agree(tx: Transaction, match_id: int, consent_on: date, number: str, agreement_on: date) -> None:
    """Note a worker's written consent and the agreement to the contract (ТК ст. 351.8)."""
    tx.run(
        "UPDATE matches SET worker_consent_on = :consent, agreement_number = :number, agreement_on = :signed "
        "WHERE id = :id",
        consent=consent_on,
        number=number,
        signed=agreement_on,
        id=match_id,
    )


def waiting_for_order(members: Iterable[Member]) -> list[Member]:
    """Those both sides of whom agreed, and whom no order names yet."""
    return [each for each in members if each.state is State.ACCEPTED and each.order_id is None]


def _member(row: Row) -> Member:
    return Member(
        id=row["id"],
        match_id=row["match_id"],
        programme_id=row["programme_id"],
        form=row["form"],
        role_model=row["role_model"],
        mentor_id=row["mentor_id"],
        mentor_person=row["mentor_person_id"],
        mentee_id=row["mentee_id"],
        mentee_person=row["mentee_person"],
        place=row["place"],
        state=State(row["state"]),
        since=to_time(row["since"]),
        worker_consent_on=maybe_date(row["worker_consent_on"]),
        agreement_number=row["agreement_number"],
        agreement_on=maybe_date(row["agreement_on"]),
        order_id=row["order_id"],
    )
