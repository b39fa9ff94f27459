"""Whoever enters a paper answers as the person whose paper it is: the one place where that is allowed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from mentoring.people import Speaker
from mentoring.refusal import NotYours, Refusal
from mentoring.rights import Deed, may
from mentoring.standing import CONSENT_LACKS, Lack, Standing
from storage import accounts, paper_entry, people, standing
from storage.database import Transaction

_FIRST = (*CONSENT_LACKS, Lack.WITHDRAWN, Lack.NAME)  # nothing is asked before it (ст. 9 152-ФЗ)


def stand_in(tx: Transaction, speaker: Speaker, person_id: int) -> Speaker:
    """The person, answered for by the speaker as they are at this moment.

    Raises NotYours for whoever may not enter papers (any more), and for a person of another school or removed; Refusal
    while nothing may be asked of the person: paper waits for the consent as the chat does.
    """
    now = accounts.as_account(tx, speaker.account_id)
    if not may_enter(tx, now):
        raise NotYours
    person = people.of_school(tx, now.school_id, person_id)
    if person.removed_at is not None or person.erased_at is not None:
        raise NotYours
    lack = waits(standing.of_person(tx, person_id))
    if lack is not None:
        raise Refusal("paper-entry-waits", lack=str(lack))
    return replace(now, person=person, roles=people.roles(tx, person.id), entered_by=now)


def waits(found: Iterable[Standing]) -> Lack | None:
    """The first thing without which nothing may be asked of a person; None when they may answer on some side."""
    sides = tuple(found)
    if any(each.may_answer for each in sides):
        return None
    return next((lack for each in sides for lack in each.lacks if lack in _FIRST), None)


def may_enter(tx: Transaction, now: Speaker) -> bool:
    """Whether somebody may enter papers: a curator, or one of the staff whom a curator has named."""
    if now.person is None or now.entered_by is not None:
        return False
    return may(now, Deed.ENTER_PAPERS) or paper_entry.is_helper(tx, now.person.id)


def may_enter_of(tx: Transaction, speaker: Speaker, school: int | None) -> bool:
    """Whether the speaker may, as they are at this moment, enter papers of this school."""
    now = accounts.as_account(tx, speaker.account_id)
    return may_enter(tx, now) and now.school_id == school
