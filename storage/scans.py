"""Scans of signed orders: the bytes as they came, few and small, with who attached them and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mentoring.refusal import NotYours
from storage.database import Row, Transaction
from storage.moments import to_time

MOST = 10  # of one order
LARGEST = 5 * 2**20  # bytes


@dataclass(frozen=True, slots=True)
class Scan:
    """A scan without its bytes: `kind` is how its file ends, `size` in bytes."""

    id: int
    order_id: int
    kind: str
    size: int
    added_by: int | None
    added_at: datetime


_SCANS = "SELECT id, order_id, kind, length(content) AS size, added_by, added_at FROM scans "


def add(tx: Transaction, order_id: int, kind: str, content: bytes, file_key: str, by: int | None) -> bool:
    """Keep a scan; False when this very file is there already. The tables refuse one too many or too large."""
    return bool(
        tx.run(
            "INSERT INTO scans (order_id, kind, content, file_key, added_by, added_at) "
            "VALUES (:order, :kind, :content, :key, :by, :now) ON CONFLICT (order_id, file_key) DO NOTHING",
            order=order_id,
            kind=kind,
            content=content,
            key=file_key,
            by=by,
            now=tx.now,
        )
    )


def count(tx: Transaction, order_id: int) -> int:
    """How many an order has."""
    return int(tx.value("SELECT count(*) FROM scans WHERE order_id = :id", id=order_id))


def of_order(tx: Transaction, order_id: int) -> list[Scan]:
    """The scans of an order, in the order they came."""
    return [_scan(row) for row in tx.all(_SCANS + "WHERE order_id = :id ORDER BY id", id=order_id)]


def get(tx: Transaction, scan_id: int) -> Scan:
    """One scan. Raises NotYours for an unknown id."""
    row = tx.one(_SCANS + "WHERE id = :id", id=scan_id)
    if row is None:
        raise NotYours
    return _scan(row)


def content(tx: Transaction, scan_id: int) -> bytes:
    """Its bytes; none when it is gone."""
    return bytes(tx.value("SELECT content FROM scans WHERE id = :id", id=scan_id) or b"")


def remove(tx: Transaction, scan_id: int) -> bool:
    """Take a scan away; False when it is gone already."""
    return bool(tx.run("DELETE FROM scans WHERE id = :id", id=scan_id))


def _scan(row: Row) -> Scan:
    return Scan(row["id"], row["order_id"], row["kind"], row["size"], row["added_by"], to_time(row["added_at"]))
