"""Guardians' objections to the pairs of their children; why is for curators only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from storage.database import Transaction
from storage.moments import to_time


@dataclass(frozen=True, slots=True)
class Objection:
    """Which pair, who objected, for which child, why."""

    member_id: int
    guardian_id: int
    child_id: int
    reason: str
    made_at: datetime


def keep(tx: Transaction, member_id: int, guardian_id: int, child_id: int, reason: str) -> None:
    """Write an objection down."""
    tx.run(
        "INSERT INTO objections (member_id, guardian_id, child_id, reason, made_at) "
        "VALUES (:member, :guardian, :child, :reason, :now)",
        member=member_id,
        guardian=guardian_id,
        child=child_id,
        reason=reason,
        now=tx.now,
    )


def of_member(tx: Transaction, member_id: int) -> Objection | None:
    """What stopped this pair, if a guardian did."""
    row = tx.one("SELECT * FROM objections WHERE member_id = :id", id=member_id)
    if row is None:
        return None
    return Objection(row["member_id"], row["guardian_id"], row["child_id"], row["reason"], to_time(row["made_at"]))
