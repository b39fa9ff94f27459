"""The person a notice goes to, as whoever names are shown to."""

from __future__ import annotations

from mentoring.people import Speaker
from storage import accounts
from storage.database import Transaction


def viewer(tx: Transaction, person_id: int) -> Speaker:
    """A speaker who is this person, through no account: good for showing names, not for acting."""
    return accounts.as_person(tx, person_id)
