"""Tells curators that something waits for them: never more than one such notice at a time about one thing."""

from __future__ import annotations

from datetime import timedelta

from mentoring.people import Role
from storage import notices, people
from storage.database import Transaction

GATHER = timedelta(minutes=15)  # a class that joins together is one notice


def tell_curators(tx: Transaction, school: int, kind: str, *, after: timedelta = GATHER) -> None:
    """Write the notice to every curator who has none of this kind waiting; it counts when it is said, not now."""
    for curator in people.with_role(tx, school, Role.CURATOR):
        waiting = tx.value(
            "SELECT 1 FROM notices WHERE kind = :kind AND person_id = :person AND done_at IS NULL",
            kind=kind,
            person=curator.id,
        )
        if not waiting:
            at = tx.now + after
            key = f"{kind}:{curator.id}:{at.isoformat()}"
            notices.write(tx, kind, school=school, person=curator.id, not_before=at, key=key)
