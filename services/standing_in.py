"""Whoever enters a paper answers as the person whose paper it is: the one place where that is allowed."""

from __future__ import annotations

from dataclasses import replace

from mentoring.people import Speaker
from mentoring.refusal import NotYours
from mentoring.rights import Deed, may
from storage import accounts, paper_entry, people
from storage.database import Transaction


def stand_in(tx: Transaction, speaker: Speaker, person_id: int) -> Speaker:
    """The person, answered for by the speaker as they are at this moment.

    Raises NotYours for whoever may not enter papers (any more), and for a person of another school or removed.
    """
    now = accounts.as_account(tx, speaker.account_id)
    if not may_enter(tx, now):
        raise NotYours
    person = people.of_school(tx, now.school_id, person_id)
    if person.removed_at is not None or person.erased_at is not None:
        raise NotYours
    return replace(now, person=person, roles=people.roles(tx, person.id), entered_by=now)


def may_enter(tx: Transaction, now: Speaker) -> bool:
    """Whether somebody may enter papers: a curator, or one of the staff whom a curator has named."""
    if now.person is None or now.entered_by is not None:
        return False
    return may(now, Deed.ENTER_PAPERS) or paper_entry.is_helper(tx, now.person.id)


def may_enter_of(tx: Transaction, speaker: Speaker, school: int | None) -> bool:
    """Whether the speaker may, as they are at this moment, enter papers of this school."""
    now = accounts.as_account(tx, speaker.account_id)
    return may_enter(tx, now) and now.school_id == school
