"""Orders that approve pairs or amend such an order: drawn up, signed with a number and a date.

Each pair comes in by one order at most and goes out by one at most; the tables see to it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from mentoring.refusal import NotYours, TakenMeanwhile
from storage.database import Row, Transaction
from storage.moments import maybe_date, to_time


@dataclass(frozen=True, slots=True)
class Order:
    """An order; without a date it is a draft. `amends` is the order whose list it changes, by its id."""

    id: int
    programme_id: int
    number: str
    signed_on: date | None
    made_at: datetime
    lines: int
    endings: int
    amends: int | None


@dataclass(frozen=True, slots=True)
class Leaving:
    """A pair that goes out: its member, the order that named it (`of`, or the one that order amends), ground, moment."""

    member_id: int
    of: int
    ground: str
    ended_at: datetime


_ORDERS = (
    "SELECT o.*, (SELECT count(*) FROM order_lines l WHERE l.order_id = o.id) AS lines, "
    "(SELECT count(*) FROM order_endings e WHERE e.order_id = o.id) AS endings FROM orders o "
)
_COMES = "INSERT INTO order_lines (order_id, member_id) VALUES (:order, :member)"
_GOES = "INSERT INTO order_endings (order_id, member_id) VALUES (:order, :member)"
_LEAVING = (
    "SELECT m.id, m.ground, m.ended_at, coalesce(s.amends, s.id) AS of FROM members m "
    "JOIN order_lines l ON l.member_id = m.id JOIN orders s ON s.id = l.order_id AND s.signed_on IS NOT NULL "
)


def draw_up(
    tx: Transaction,
    programme_id: int,
    member_ids: Iterable[int],
    by: int | None,
    *,
    number: str = "",
    signed_on: date | None = None,
    amends: int | None = None,
    endings: Iterable[int] = (),
) -> int:
    """A new order about these members, and, where it amends one, about those who go out (`endings`); its id.

    Raises TakenMeanwhile when one of them stands in another order already.
    """
    order = tx.insert(
        "orders",
        programme_id=programme_id,
        kind="pairs" if amends is None else "amendment",
        number=number,
        signed_on=signed_on,
        made_by=by,
        made_at=tx.now,
        amends=amends,
    )
    try:
        for statement, members in ((_COMES, member_ids), (_GOES, endings)):
            tx.run_many(statement, [{"order": order, "member": member} for member in members])
    except sqlite3.IntegrityError as violated:
        raise TakenMeanwhile("orders-taken") from violated
    return order


def get(tx: Transaction, order_id: int) -> Order:
    """The order. Raises NotYours for an unknown id."""
    row = tx.one(_ORDERS + "WHERE o.id = :id", id=order_id)
    if row is None:
        raise NotYours
    return _order(row)


def latest(tx: Transaction, programme_id: int, limit: int) -> list[Order]:
    """The newest orders of a programme, drafts first."""
    rows = tx.all(
        _ORDERS + "WHERE o.programme_id = :programme ORDER BY o.signed_on IS NOT NULL, o.id DESC LIMIT :limit",
        programme=programme_id,
        limit=limit,
    )
    return [_order(row) for row in rows]


def of_number(tx: Transaction, programme_id: int, number: str, signed_on: date | None) -> Order | None:
    """A signed order by what stands on it."""
    row = tx.one(
        _ORDERS + "WHERE o.programme_id = :programme AND o.number = :number AND o.signed_on IS :day",
        programme=programme_id,
        number=number,
        day=signed_on,
    )
    return None if row is None else _order(row)


def to_amend(tx: Transaction, programme_id: int) -> Order | None:
    """The newest signed order of its own (no amendment): new pairs may be added to its list."""
    row = tx.one(
        _ORDERS + "WHERE o.programme_id = :programme AND o.signed_on IS NOT NULL AND o.amends IS NULL "
        "ORDER BY o.signed_on DESC, o.id DESC LIMIT 1",
        programme=programme_id,
    )
    return None if row is None else _order(row)


def waiting_to_leave(tx: Transaction, programme_id: int) -> list[Leaving]:
    """Pairs over since a signed order named them, that no amendment has taken out."""
    rows = tx.all(
        _LEAVING + "WHERE m.programme_id = :programme AND m.live = 0 "
        "AND NOT EXISTS (SELECT 1 FROM order_endings e WHERE e.member_id = m.id) ORDER BY m.ended_at, m.id",
        programme=programme_id,
    )
    return [_leaving(row) for row in rows]


def leaving(tx: Transaction, order_id: int) -> list[Leaving]:
    """Whom an amendment takes out."""
    rows = tx.all(
        _LEAVING + "JOIN order_endings e ON e.member_id = m.id WHERE e.order_id = :id ORDER BY m.match_id, m.id",
        id=order_id,
    )
    return [_leaving(row) for row in rows]


def in_force(tx: Transaction, order_id: int) -> list[tuple[int, int]]:
    """Who stands in the matches that an amendment touches once it is signed: (match, member), by orders up to it.

    Only matches more than one mentee of which are concerned: what is left of a group, or what it has become.
    """
    rows = tx.all(
        "SELECT m.match_id, m.id FROM members m JOIN order_lines l ON l.member_id = m.id "
        "JOIN orders s ON s.id = l.order_id WHERE (s.id = :id OR (s.id < :id AND s.signed_on IS NOT NULL)) "
        "AND m.match_id IN (SELECT t.match_id FROM members t WHERE t.id IN (SELECT member_id FROM order_lines "
        "WHERE order_id = :id UNION SELECT member_id FROM order_endings WHERE order_id = :id)) "
        "AND EXISTS (SELECT 1 FROM members b JOIN order_lines k ON k.member_id = b.id AND k.order_id < :id "
        "WHERE b.match_id = m.match_id) "
        "AND NOT EXISTS (SELECT 1 FROM order_endings e WHERE e.member_id = m.id AND e.order_id <= :id) "
        "ORDER BY m.match_id, m.id",
        id=order_id,
    )
    return [(row["match_id"], row["id"]) for row in rows]


def add_line(tx: Transaction, order_id: int, member_id: int) -> None:
    """One more pair that an order names."""
    tx.run(_COMES, order=order_id, member=member_id)


def sign(tx: Transaction, order_id: int, number: str, signed_on: date) -> None:
    """Write the number and date down, or correct them; a draft's pairs that are not agreed to any more are left out."""
    tx.run(
        "DELETE FROM order_lines WHERE order_id = :id AND (SELECT state FROM members WHERE id = member_id) <> 'accepted' "
        "AND (SELECT signed_on FROM orders WHERE id = :id) IS NULL",
        id=order_id,
    )
    tx.run(
        "UPDATE orders SET number = :number, signed_on = :day WHERE id = :id", number=number, day=signed_on, id=order_id
    )


def fallen(tx: Transaction, programme_id: int, order_id: int = 0) -> int:
    """How many pairs of drafts, or of one, are not agreed to any more: signing leaves them out."""
    return int(
        tx.value(
            "SELECT count(*) FROM order_lines l JOIN orders o ON o.id = l.order_id JOIN members m ON m.id = l.member_id "
            "WHERE o.programme_id = :programme AND :id IN (0, o.id) AND o.signed_on IS NULL AND m.state <> 'accepted'",
            programme=programme_id,
            id=order_id,
        )
    )


def drop(tx: Transaction, order_id: int) -> bool:
    """Drop a draft: its pairs wait for an order again. False when it is signed, or gone."""
    if not tx.value("SELECT 1 FROM orders WHERE id = :id AND signed_on IS NULL", id=order_id):
        return False
    for table in ("order_lines", "order_endings"):
        tx.run(f"DELETE FROM {table} WHERE order_id = :id", id=order_id)
    tx.run("DELETE FROM orders WHERE id = :id", id=order_id)
    return True


def _order(row: Row) -> Order:
    return Order(
        id=row["id"],
        programme_id=row["programme_id"],
        number=row["number"],
        signed_on=maybe_date(row["signed_on"]),
        made_at=to_time(row["made_at"]),
        lines=row["lines"],
        endings=row["endings"],
        amends=row["amends"],
    )


def _leaving(row: Row) -> Leaving:
    return Leaving(row["id"], row["of"], row["ground"], to_time(row["ended_at"]))
