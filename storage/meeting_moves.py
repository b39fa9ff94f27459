"""Meetings that were moved or cancelled: from when to when, by whom, why. For curators only (текущий контроль)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from mentoring.meetings import Reason
from storage.database import Transaction
from storage.moments import maybe_time, to_time


@dataclass(frozen=True, slots=True)
class Move:
    """One change. `now_at` None: cancelled. `by_id` None: by the bot, with the end or a pause of the pair."""

    id: int
    meeting_id: int
    was_at: datetime
    now_at: datetime | None
    by_id: int | None
    reason: Reason | None
    at: datetime


def note(tx: Transaction, meeting_id: int, was_at: datetime, now_at: datetime | None, by: int | None) -> int:
    """Keep that a meeting was moved (`now_at`) or cancelled (None); returns the id of the move."""
    return tx.insert("meeting_moves", meeting_id=meeting_id, was_at=was_at, now_at=now_at, by_id=by, at=tx.now)


def give_reason(tx: Transaction, meeting_id: int, by: int, reason: Reason) -> bool:
    """Why, in one tap: about the latest move of a meeting that is this person's; False when there is none."""
    return bool(
        tx.run(
            "UPDATE meeting_moves SET reason = :reason WHERE id = "
            "(SELECT max(id) FROM meeting_moves WHERE meeting_id = :meeting AND by_id = :by)",
            reason=reason,
            meeting=meeting_id,
            by=by,
        )
    )


def of_match(tx: Transaction, match_id: int, limit: int = 50) -> list[Move]:
    """The latest moves and cancellations of a match, the last first."""
    rows = tx.all(
        "SELECT v.* FROM meeting_moves v JOIN meetings m ON m.id = v.meeting_id WHERE m.match_id = :match "
        "ORDER BY v.id DESC LIMIT :limit",
        match=match_id,
        limit=limit,
    )
    return [
        Move(
            id=row["id"],
            meeting_id=row["meeting_id"],
            was_at=to_time(row["was_at"]),
            now_at=maybe_time(row["now_at"]),
            by_id=row["by_id"],
            reason=Reason(row["reason"]) if row["reason"] else None,
            at=to_time(row["at"]),
        )
        for row in rows
    ]


def cancelled_in_a_row(tx: Transaction, match_ids: Iterable[int]) -> dict[int, int]:
    """How many of a match's latest meetings somebody cancelled one after another, since one was held; by match.

    What the bot called off itself (an end, a pause) does not count; matches without any are left out.
    """
    ids = ",".join(str(int(each)) for each in set(match_ids)) or "NULL"
    rows = tx.all(
        "SELECT m.match_id, count(*) AS many FROM meetings m WHERE m.state = 'cancelled' "
        f"AND m.match_id IN ({ids}) AND EXISTS (SELECT 1 FROM meeting_moves v WHERE v.meeting_id = m.id "
        "AND v.now_at IS NULL AND v.by_id IS NOT NULL) AND m.starts_at > coalesce((SELECT max(h.starts_at) FROM meetings h "
        "WHERE h.match_id = m.match_id AND h.state = 'held'), '') GROUP BY m.match_id"
    )
    return {row["match_id"]: row["many"] for row in rows}


def moved_times(tx: Transaction, meeting_id: int) -> int:
    """How often a meeting was moved."""
    return int(
        tx.value("SELECT count(*) FROM meeting_moves WHERE meeting_id = :id AND now_at IS NOT NULL", id=meeting_id)
    )
