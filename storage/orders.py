"""Orders that approve pairs: drawn up, signed with a number and a date; each pair stands in one order at most."""

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
    """An order; without a date it is a draft."""

    id: int
    programme_id: int
    number: str
    signed_on: date | None
    made_at: datetime
    lines: int


_ORDERS = "SELECT o.*, (SELECT count(*) FROM order_lines l WHERE l.order_id = o.id) AS lines FROM orders o "


def draw_up(
    tx: Transaction,
    programme_id: int,
    member_ids: Iterable[int],
    by: int | None,
    *,
    number: str = "",
    signed_on: date | None = None,
) -> int:
    """A new order about these members; its id. Raises TakenMeanwhile when one of them stands in an order already."""
    order = tx.insert(
        "orders", programme_id=programme_id, number=number, signed_on=signed_on, made_by=by, made_at=tx.now
    )
    try:
        tx.run_many(
            "INSERT INTO order_lines (order_id, member_id) VALUES (:order, :member)",
            [{"order": order, "member": member} for member in member_ids],
        )
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


def add_line(tx: Transaction, order_id: int, member_id: int) -> None:
    """One more pair that an order names."""
    tx.run("INSERT INTO order_lines (order_id, member_id) VALUES (:o, :m)", o=order_id, m=member_id)


def sign(tx: Transaction, order_id: int, number: str, signed_on: date) -> None:
    """Write the number and date down, or correct them."""
    tx.run(
        "UPDATE orders SET number = :number, signed_on = :day WHERE id = :id", number=number, day=signed_on, id=order_id
    )


def drop(tx: Transaction, order_id: int) -> bool:
    """Drop a draft: its pairs wait for an order again. False when it is signed, or gone."""
    if not tx.value("SELECT 1 FROM orders WHERE id = :id AND signed_on IS NULL", id=order_id):
        return False
    tx.run("DELETE FROM order_lines WHERE order_id = :id", id=order_id)
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
    )
