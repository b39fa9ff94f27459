"""Until when the first meeting's time of a match is to be set; the table itself notes when it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from storage.database import Transaction
from storage.moments import to_time


def begin(tx: Transaction, match_id: int, until: datetime) -> bool:
    """Wait for it from now on; False where a meeting is ahead already."""
    return bool(
        tx.run(
            "UPDATE matches SET contact_at = :until WHERE id = :match AND ended_at IS NULL AND NOT EXISTS "
            "(SELECT 1 FROM meetings n WHERE n.match_id = :match AND n.state = 'planned' AND n.starts_at > :now)",
            until=until,
            match=match_id,
            now=tx.now,
        )
    )


def waiting(tx: Transaction, match_ids: Iterable[int]) -> dict[int, datetime]:
    """Until when, of these matches those that still wait."""
    ids = ",".join(str(int(each)) for each in set(match_ids)) or "NULL"
    rows = tx.all(f"SELECT id, contact_at FROM matches WHERE id IN ({ids}) AND contact_at IS NOT NULL")
    return {row["id"]: to_time(row["contact_at"]) for row in rows}
