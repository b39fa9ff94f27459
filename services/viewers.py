"""The person a notice goes to, as whoever names are shown to."""

from __future__ import annotations

from mentoring.people import Speaker
from storage import people
from storage.database import Transaction


def viewer(tx: Transaction, person_id: int) -> Speaker:
    """A speaker who is this person, through no account: good for showing names, not for acting."""
    person = people.get(tx, person_id)
    return Speaker(account_id=0, external_id=0, person=person, roles=people.roles(tx, person_id))
