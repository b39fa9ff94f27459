"""Asks the table of rights once more, in the transaction itself: the filter before the handler is only a door."""

from __future__ import annotations

from mentoring.people import Person, Speaker
from mentoring.refusal import NotYours
from mentoring.rights import Deed, require
from services.operator import Operator, operator_of
from services.standing_in import stand_in
from storage import accounts, people
from storage.database import Transaction


def acting(tx: Transaction, speaker: Speaker, deed: Deed) -> Speaker:
    """The speaker as they are at this moment. Raises NotYours unless they may do the deed.

    Whoever enters a paper for somebody acts as that person in one thing only: answering. Whoever sits at the server has
    no account and acts as the school's curator.
    """
    if isinstance(speaker, Operator):
        operator = operator_of(tx, speaker.school_id)
        require(operator, deed)
        return operator
    now = accounts.as_account(tx, speaker.account_id)
    if speaker.entered_by is not None:
        if deed is not Deed.FILL_QUESTIONNAIRES:
            raise NotYours
        now = stand_in(tx, now, speaker.person_id)
    require(now, deed)
    return now


def person_for(tx: Transaction, speaker: Speaker, deed: Deed, person_id: int) -> tuple[Speaker, Person]:
    """The acting speaker and a person of their school. Raises NotYours for anyone else's."""
    now = acting(tx, speaker, deed)
    return now, people.of_school(tx, now.school_id, person_id)
