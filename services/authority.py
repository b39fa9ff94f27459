"""Asks the table of rights once more, in the transaction itself: the filter before the handler is only a door."""

from __future__ import annotations

from mentoring.people import Person, Speaker
from mentoring.rights import Deed, require
from storage import accounts, people
from storage.database import Transaction


def acting(tx: Transaction, speaker: Speaker, deed: Deed) -> Speaker:
    """The speaker as they are at this moment. Raises NotYours unless they may do the deed."""
    now = accounts.as_account(tx, speaker.account_id)
    require(now, deed)
    return now


def person_for(tx: Transaction, speaker: Speaker, deed: Deed, person_id: int) -> tuple[Speaker, Person]:
    """The acting speaker and a person of their school. Raises NotYours for anyone else's."""
    now = acting(tx, speaker, deed)
    return now, people.of_school(tx, now.school_id, person_id)
