"""What adults have begun to tell about a mentee and not sent: it is in their accounts, and it is about the mentee."""

from __future__ import annotations

from storage.database import Transaction

ABOUT = (
    "(about = :id AND form LIKE 'note/_%' ESCAPE '/') OR (form LIKE 'baseline/_%' ESCAPE '/' "
    "AND about / 2 IN (SELECT b.id FROM participations b WHERE b.person_id = :id))"
)
"""The condition that a draft is of this kind; what a questionnaire of measures is about: `mentoring.baseline.subject`."""


def drop(tx: Transaction, person_id: int) -> None:
    """They disappear: nobody may tell about this person any more, or must not keep what they were about to."""
    tx.run(f"UPDATE accounts SET draft_id = NULL WHERE draft_id IN (SELECT id FROM drafts WHERE {ABOUT})", id=person_id)
    tx.run(f"DELETE FROM drafts WHERE {ABOUT}", id=person_id)
