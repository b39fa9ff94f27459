"""Updates of the messenger: written before they are confirmed, done once, shown at least once (DECISIONS 3)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from storage.database import Transaction

T = TypeVar("T")


class AlreadyDone(Exception):
    """This update has had its effect before: only its screen may be missing."""


@dataclass(slots=True)
class Handling:
    """The update whose handler is running in this context."""

    update_id: int
    done: bool = False


handling: ContextVar[Handling | None] = ContextVar("handling", default=None)


def once(unit: Callable[[Transaction], T], current: Handling | None) -> Callable[[Transaction], T]:
    """The unit, preceded by marking its update done in the same transaction, if it is the update's first."""
    if current is None or current.done:
        return unit

    def marked(tx: Transaction) -> T:
        hit = tx.run(
            "UPDATE inbox SET done_at = :now WHERE update_id = :id AND done_at IS NULL",
            now=tx.now,
            id=current.update_id,
        )
        if not hit:
            raise AlreadyDone(current.update_id)
        return unit(tx)

    return marked


@dataclass(frozen=True, slots=True)
class Received:
    """One update as it came: whose it is, and its JSON."""

    update_id: int
    sender: int
    payload: str
    done: bool = False


def keep(tx: Transaction, updates: Iterable[Received]) -> list[int]:
    """Write a batch down; returns the ids that are new (a repeated delivery is not)."""
    fresh = []
    for each in updates:
        if tx.run(
            "INSERT INTO inbox (update_id, sender, payload, received_at) VALUES (:id, :sender, :payload, :now) "
            "ON CONFLICT (update_id) DO NOTHING",
            id=each.update_id,
            sender=each.sender,
            payload=each.payload,
            now=tx.now,
        ):
            fresh.append(each.update_id)
    return fresh


def unfinished(tx: Transaction) -> list[Received]:
    """What a stop left over, in order: not done, or done but perhaps never answered.

    In the order it came: after a quiet week the messenger numbers its updates anew, from anywhere.
    """
    return [
        Received(row["update_id"], row["sender"], row["payload"], row["done_at"] is not None)
        for row in tx.all("SELECT * FROM inbox WHERE sent_at IS NULL ORDER BY received_at, update_id")
    ]


def finish(tx: Transaction, update_ids: Iterable[int]) -> None:
    """These were handled and answered; nothing of what was written in them stays."""
    tx.run_many(
        "UPDATE inbox SET done_at = coalesce(done_at, :now), sent_at = :now, payload = '' WHERE update_id = :id",
        [{"now": tx.now, "id": update_id} for update_id in update_ids],
    )


def forget(tx: Transaction, before: datetime) -> int:
    """Drop finished updates received before a time (the messenger keeps its own for 24 hours)."""
    return tx.run("DELETE FROM inbox WHERE sent_at IS NOT NULL AND received_at < :before", before=before)
