"""Who opened a child's card, and when: lines of the journal, one per viewer and hour at most."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from storage import journal
from storage.database import Transaction
from storage.moments import to_time

DEED = "card-opened"


@dataclass(frozen=True, slots=True)
class Opening:
    """One opening: the line's id, who, when."""

    id: int
    by: int
    at: datetime


def note(tx: Transaction, person_id: int, school_id: int, by: int) -> bool:
    """Note that a card was opened; False when the same viewer's line of this hour is there."""
    hour = tx.now.replace(minute=0, second=0, microsecond=0)
    if noted(tx, person_id, by, hour):
        return False
    journal.note(tx, DEED, "person", person_id, school=school_id, by=by)
    return True


def noted(tx: Transaction, person_id: int, by: int, since: datetime) -> bool:
    """Whether this viewer's opening has been noted since a moment."""
    return bool(
        tx.value(
            "SELECT 1 FROM journal WHERE deed = 'card-opened' AND subject_id = :id AND person_id = :by AND at >= :since",
            id=person_id,
            by=by,
            since=since,
        )
    )


def page(tx: Transaction, person_id: int, before: int, limit: int) -> list[Opening]:
    """The last openings, the newest first; `before` 0 begins with the last."""
    rows = tx.all(
        "SELECT id, person_id, at FROM journal WHERE deed = 'card-opened' AND subject_id = :id AND person_id IS NOT NULL "
        "AND (:before = 0 OR id < :before) ORDER BY id DESC LIMIT :limit",
        id=person_id,
        before=before,
        limit=limit,
    )
    return [Opening(row["id"], row["person_id"], to_time(row["at"])) for row in rows]
