"""Who did what to whom and when: a line in the same transaction as the change, ids only, never changed afterwards."""

from __future__ import annotations

from datetime import datetime

from storage.database import Row, Transaction


def note(
    tx: Transaction, deed: str, subject: str, subject_id: int, *, school: int | None, by: int | None, details: str = ""
) -> int:
    """Write the line and return its id; `by` is a person's id, or None when the bot did it by itself. No names, no answers."""
    return tx.insert(
        "journal",
        school_id=school,
        at=tx.now,
        person_id=by,
        deed=deed,
        subject=subject,
        subject_id=subject_id,
        details=details,
    )


def lines_about(tx: Transaction, subject: str, subject_id: int) -> list[Row]:
    """Everything that happened to one subject, oldest first."""
    return tx.all(
        "SELECT * FROM journal WHERE subject = :subject AND subject_id = :id ORDER BY id",
        subject=subject,
        id=subject_id,
    )


def done_by_others(tx: Transaction, deed: str, subject_id: int, by: int, since: datetime) -> bool:
    """Whether somebody else has done this to the subject since a moment."""
    return bool(
        tx.value(
            "SELECT 1 FROM journal WHERE subject_id = :id AND deed = :deed AND at > :since AND person_id <> :by",
            id=subject_id,
            deed=deed,
            since=since,
            by=by,
        )
    )
