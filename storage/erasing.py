"""Erasing a person: what they are, wrote and answered goes; ids, counts and the proof of consents stay (3 years)."""

from __future__ import annotations

from storage.database import Row, Transaction
from storage.forgetting import unlink

_MATCHES = (
    "(SELECT t.id FROM matches t JOIN participations p ON p.id = t.mentor_id WHERE p.person_id = :id "
    "UNION SELECT m.match_id FROM members m JOIN participations p ON p.id = m.mentee_id WHERE p.person_id = :id)"
)
_BLANKED = (
    "UPDATE persons SET family = '', given = '', patronymic = '', sought = '', birth_date = NULL, gender = NULL, "
    "class_letter = '', post = '', workplace = '', contact = '', clearance_note = '', erased_at = :now, "
    "erase_after = NULL, removed_at = coalesce(removed_at, :now) WHERE id = :id",
    "DELETE FROM submissions WHERE person_id = :id",
    "UPDATE accounts SET draft_id = NULL WHERE draft_id IN (SELECT id FROM drafts WHERE person_id = :id)",
    "DELETE FROM drafts WHERE person_id = :id",
    "UPDATE letters SET text = '' WHERE from_id = :id OR to_id = :id",
    f"UPDATE meetings SET note = '', place = '' WHERE logged_by = :id OR made_by = :id OR match_id IN {_MATCHES}",
    "UPDATE offers SET reason = '' WHERE person_id = :id",
    "UPDATE wishes SET reason = '' WHERE mentor_id = :id OR mentee_id = :id",
    "UPDATE participations SET left_at = coalesce(left_at, :now) WHERE person_id = :id",
    "UPDATE links SET closed_at = coalesce(closed_at, :now) WHERE person_id = :id",
    "DELETE FROM staff_roles WHERE person_id = :id",
    "DELETE FROM notices WHERE person_id = :id AND done_at IS NULL",
)


def erase(tx: Transaction, person_id: int) -> None:
    """Blank the person; a guardian who answered for nobody else goes too, and so does an account left without people."""
    accounts = [row[0] for row in tx.all("SELECT account_id FROM account_persons WHERE person_id = :id", id=person_id)]
    for statement in _BLANKED:
        names = {"id": person_id} | ({"now": tx.now} if ":now" in statement else {})
        tx.run(statement, **names)
    unlink(tx, person_id)
    for guardian in _lonely_guardians(tx, person_id):
        erase(tx, guardian["guardian_id"])
    for account in accounts:
        _erase_account(tx, account)


def _lonely_guardians(tx: Transaction, child_id: int) -> list[Row]:
    return tx.all(
        "SELECT g.guardian_id FROM guardianships g JOIN persons p ON p.id = g.guardian_id AND p.erased_at IS NULL "
        "WHERE g.child_id = :id AND p.kind = 'guardian' AND NOT EXISTS (SELECT 1 FROM guardianships o "
        "JOIN persons c ON c.id = o.child_id WHERE o.guardian_id = g.guardian_id AND c.erased_at IS NULL)",
        id=child_id,
    )


def _erase_account(tx: Transaction, account_id: int) -> None:
    """The number of a messenger's account is personal data too."""
    if tx.value("SELECT 1 FROM account_persons WHERE account_id = :id", id=account_id):
        return
    tx.run("UPDATE accounts SET draft_id = NULL WHERE id = :id", id=account_id)
    tx.run("DELETE FROM drafts WHERE account_id = :id", id=account_id)
    tx.run("DELETE FROM accounts WHERE id = :id", id=account_id)
