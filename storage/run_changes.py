"""What curators did about a draft: who confirmed, forbade or pinned which two of it, and when; and that it was looked through."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from storage.database import Row, Transaction
from storage.moments import to_time


class Change(StrEnum):
    """What was done."""

    LOOKED = "looked"
    CONFIRMED = "confirmed"
    BY_HAND = "by_hand"  # confirmed, and not as the draft had it
    BANNED = "banned"
    TAKEN_OUT = "taken_out"  # of a group: not with this mentor
    UNBANNED = "unbanned"
    PINNED = "pinned"
    UNPINNED = "unpinned"


@dataclass(frozen=True, slots=True)
class RunChange:
    """One deed about a draft; two participations, a curator's person."""

    run_id: int
    deed: Change
    mentee_id: int | None
    mentor_id: int | None
    by: int | None
    at: datetime
    reason: str


def note(
    tx: Transaction,
    run_id: int,
    deed: Change,
    *,
    by: int,
    mentee: int | None = None,
    mentor: int | None = None,
    reason: str = "",
) -> None:
    """Write a deed down."""
    tx.insert(
        "run_changes", run_id=run_id, deed=deed, mentee_id=mentee, mentor_id=mentor, by_id=by, at=tx.now, reason=reason
    )


def of_run(tx: Transaction, run_id: int) -> list[RunChange]:
    """Everything done about a draft, in order."""
    return [_change(row) for row in tx.all("SELECT * FROM run_changes WHERE run_id = :run ORDER BY id", run=run_id)]


def any_of(tx: Transaction, run_id: int) -> bool:
    """Whether a curator has worked on this draft."""
    return bool(tx.value("SELECT 1 FROM run_changes WHERE run_id = :run LIMIT 1", run=run_id))


def looked(tx: Transaction, run_id: int, by: int) -> bool:
    """Whether this curator has looked through the draft."""
    return bool(
        tx.value("SELECT 1 FROM run_changes WHERE run_id = :run AND by_id = :by AND deed = 'looked'", run=run_id, by=by)
    )


def last_about(tx: Transaction, programme_id: int, form: str, mentee: int) -> RunChange | None:
    """What was last decided about a mentee, in whichever draft of the form."""
    row = tx.one(
        "SELECT c.* FROM run_changes c JOIN runs r ON r.id = c.run_id "
        "WHERE c.mentee_id = :mentee AND r.programme_id = :programme AND r.form = :form ORDER BY c.id DESC LIMIT 1",
        mentee=mentee,
        programme=programme_id,
        form=form,
    )
    return None if row is None else _change(row)


def _change(row: Row) -> RunChange:
    return RunChange(
        run_id=row["run_id"],
        deed=Change(row["deed"]),
        mentee_id=row["mentee_id"],
        mentor_id=row["mentor_id"],
        by=row["by_id"],
        at=to_time(row["at"]),
        reason=row["reason"],
    )
