"""Screens that must not stay in a chat: which message shows one, and what has been tapped on it so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from storage.database import Row, Transaction
from storage.moments import to_time


@dataclass(frozen=True, slots=True)
class QuietScreen:
    """Such a screen of an account; without a concern nothing has been said yet."""

    account_id: int
    message_id: int | None
    concern_id: int | None
    barred: frozenset[int]
    shown_at: datetime


def every(tx: Transaction) -> list[QuietScreen]:
    """All there are: few, and for minutes only."""
    return [_screen(row) for row in tx.all("SELECT * FROM concern_screens")]


def of(tx: Transaction, account_id: int) -> QuietScreen | None:
    """The one of an account."""
    row = tx.one("SELECT * FROM concern_screens WHERE account_id = :id", id=account_id)
    return None if row is None else _screen(row)


def begin(tx: Transaction, account_id: int, concern_id: int | None = None) -> None:
    """The account is about to be shown one; what was tapped on the one before stands."""
    tx.run(
        "INSERT INTO concern_screens (account_id, concern_id, shown_at) VALUES (:id, :concern, :now) "
        "ON CONFLICT (account_id) DO UPDATE SET concern_id = excluded.concern_id, shown_at = excluded.shown_at",
        id=account_id,
        concern=concern_id,
        now=tx.now,
    )


def bar(tx: Transaction, account_id: int, barred: frozenset[int]) -> None:
    """Who is not to be told."""
    tx.run(
        "UPDATE concern_screens SET barred = :barred WHERE account_id = :id",
        barred=" ".join(map(str, sorted(barred))),
        id=account_id,
    )


def shown(tx: Transaction, account_id: int, message_id: int) -> None:
    """It stands in this message."""
    tx.run(
        "INSERT INTO concern_screens (account_id, message_id, shown_at) VALUES (:id, :message, :now) "
        "ON CONFLICT (account_id) DO UPDATE SET message_id = excluded.message_id, shown_at = excluded.shown_at",
        id=account_id,
        message=message_id,
        now=tx.now,
    )


def leave(tx: Transaction, account_id: int) -> None:
    """It is no more."""
    tx.run("DELETE FROM concern_screens WHERE account_id = :id", id=account_id)


def _screen(row: Row) -> QuietScreen:
    barred = frozenset(map(int, row["barred"].split()))
    return QuietScreen(row["account_id"], row["message_id"], row["concern_id"], barred, to_time(row["shown_at"]))
