"""Forgetting a person who never agreed to anything: not a row of theirs is left, only the journal's ids."""

from __future__ import annotations

from storage.database import Transaction

_THEIRS = (
    "DELETE FROM notices WHERE person_id = :id",
    "UPDATE accounts SET draft_id = NULL WHERE draft_id IN (SELECT id FROM drafts WHERE person_id = :id)",
    "DELETE FROM drafts WHERE person_id = :id",
    "DELETE FROM letters WHERE from_id = :id OR to_id = :id",
    "DELETE FROM submissions WHERE person_id = :id",
    "DELETE FROM consents WHERE person_id = :id",
    "DELETE FROM links WHERE person_id = :id",
    "DELETE FROM guardianships WHERE child_id = :id OR guardian_id = :id",
    "DELETE FROM participations WHERE person_id = :id",
    "DELETE FROM staff_roles WHERE person_id = :id",
)


def forget(tx: Transaction, person_id: int) -> None:
    """Delete the person; guardians who came only for this child go with them."""
    guardians = [row[0] for row in tx.all("SELECT guardian_id FROM guardianships WHERE child_id = :id", id=person_id)]
    unlink(tx, person_id)
    for statement in _THEIRS:
        tx.run(statement, id=person_id)
    tx.run("DELETE FROM persons WHERE id = :id", id=person_id)
    for guardian in guardians:
        if not tx.value("SELECT 1 FROM guardianships WHERE guardian_id = :id", id=guardian):
            forget(tx, guardian)


def unlink(tx: Transaction, person_id: int) -> None:
    """No account speaks for the person any more; an account that did speaks for another of its people, if any."""
    tx.run("DELETE FROM account_persons WHERE person_id = :id", id=person_id)
    tx.run(
        "UPDATE accounts SET draft_id = NULL, person_id = "
        "(SELECT a.person_id FROM account_persons a WHERE a.account_id = accounts.id ORDER BY a.since DESC LIMIT 1) "
        "WHERE person_id = :id",
        id=person_id,
    )
