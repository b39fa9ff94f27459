"""Times that mentees propose: for another hour of a planned meeting, or for a first one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mentoring.refusal import NotYours
from storage.database import Row, Transaction
from storage.moments import to_time


class ProposalAnswer(StrEnum):
    """What became of a proposal."""

    AGREED = "agreed"
    KEPT = "kept"  # the meeting stays when it was
    OTHER = "other"  # the mentor chose another time
    DROPPED = "dropped"  # the mentee proposed another one, or it fell with the meeting


@dataclass(frozen=True, slots=True)
class Proposal:
    """A time a mentee proposes; `meeting_id` None: nothing was planned."""

    id: int
    match_id: int
    meeting_id: int | None
    person_id: int
    starts_at: datetime
    answer: ProposalAnswer | None


def propose(tx: Transaction, match_id: int, meeting_id: int | None, person_id: int, starts_at: datetime) -> Proposal:
    """Keep a proposal in place of an open one of this person."""
    tx.run(
        "UPDATE meeting_proposals SET answer = 'dropped', answered_at = :now "
        "WHERE match_id = :match AND person_id = :person AND answer IS NULL",
        now=tx.now,
        match=match_id,
        person=person_id,
    )
    made = tx.insert(
        "meeting_proposals", match_id=match_id, meeting_id=meeting_id, person_id=person_id, starts_at=starts_at,
        made_at=tx.now,
    )  # fmt: skip
    return get(tx, made)


def get(tx: Transaction, proposal_id: int) -> Proposal:
    """One of them. Raises NotYours for an unknown id."""
    row = tx.one("SELECT * FROM meeting_proposals WHERE id = :id", id=proposal_id)
    if row is None:
        raise NotYours
    return _proposal(row)


def open_of(tx: Transaction, match_id: int) -> list[Proposal]:
    """The proposals of a match that wait for an answer and can still come true, the first first."""
    rows = tx.all(
        "SELECT * FROM meeting_proposals WHERE match_id = :match AND answer IS NULL AND starts_at > :now ORDER BY id",
        match=match_id,
        now=tx.now,
    )
    return [_proposal(row) for row in rows]


def answer(tx: Transaction, proposal_id: int, given: ProposalAnswer) -> bool:
    """Answer one; False when that was done before."""
    return bool(
        tx.run(
            "UPDATE meeting_proposals SET answer = :given, answered_at = :now WHERE id = :id AND answer IS NULL",
            given=given,
            now=tx.now,
            id=proposal_id,
        )
    )


def close_all(tx: Transaction, match_id: int, given: ProposalAnswer) -> None:
    """The meeting got another time, was cancelled, or the pair is over: what is open of it is answered with that."""
    tx.run(
        "UPDATE meeting_proposals SET answer = :given, answered_at = :now WHERE match_id = :match AND answer IS NULL",
        given=given,
        now=tx.now,
        match=match_id,
    )


def _proposal(row: Row) -> Proposal:
    return Proposal(
        id=row["id"],
        match_id=row["match_id"],
        meeting_id=row["meeting_id"],
        person_id=row["person_id"],
        starts_at=to_time(row["starts_at"]),
        answer=ProposalAnswer(row["answer"]) if row["answer"] else None,
    )
