"""What somebody else has typed of a person's name and not sent yet, and where a paper of theirs is said to lie."""

from __future__ import annotations

import re

from mentoring.people import folded
from storage.database import Row, Transaction

_SHORTEST = 4  # letters of a stem; shorter names are taken whole
_ENDING = 2  # letters that change with the case


def leave_none(tx: Transaction, row: Row) -> None:
    """Whatever was last searched for is forgotten; begun questionnaires that name the person go; papers lose the name.

    `row` is the person's row while the name is still in it.
    """
    tx.run("UPDATE accounts SET sought = '' WHERE sought <> ''")
    stems = {_stem(row[part]) for part in ("family", "given", "patronymic") if len(row[part]) > _ENDING}
    if not stems:
        return
    surname = _stem(row["family"]) if row["family"] else ""
    if surname:
        for draft in tx.all("SELECT id, answers FROM drafts"):
            if surname in folded(draft["answers"]):
                tx.run("UPDATE accounts SET draft_id = NULL WHERE draft_id = :id", id=draft["id"])
                tx.run("DELETE FROM drafts WHERE id = :id", id=draft["id"])
    for consent in tx.all(
        "SELECT id, original FROM consents WHERE original <> '' AND (person_id = :id OR given_by = :id)", id=row["id"]
    ):
        nameless = without(consent["original"], stems)
        if nameless != consent["original"]:
            tx.run("UPDATE consents SET original = :original WHERE id = :id", original=nameless, id=consent["id"])


def without(text: str, stems: set[str]) -> str:
    """A text without the words that begin with one of the stems."""
    return re.sub(
        r"\w+", lambda word: "\u2026" if any(folded(word[0]).startswith(each) for each in stems) else word[0], text
    )


def _stem(name: str) -> str:
    return folded(name)[: max(_SHORTEST, len(name) - _ENDING)]
