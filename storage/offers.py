"""Offers: what each side of a pair was asked, until when, and what they answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mentoring.people import Side
from mentoring.refusal import NotYours
from storage.database import Row, Transaction
from storage.moments import to_time


class Reply(StrEnum):
    """How an offer ended."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    LAPSED = "lapsed"  # not answered in time
    RECALLED = "recalled"  # the other side refused, or the curator took it back


@dataclass(frozen=True, slots=True)
class Offer:
    """One side of a pair asked."""

    id: int
    member_id: int
    person_id: int
    side: Side
    answer_by: datetime
    answer: Reply | None
    reason: str


def ask(tx: Transaction, member_id: int, person_id: int, side: Side, answer_by: datetime) -> int:
    """Write down that a side is asked."""
    return tx.insert(
        "offers", member_id=member_id, person_id=person_id, side=side, asked_at=tx.now, answer_by=answer_by
    )


def get(tx: Transaction, offer_id: int) -> Offer:
    """The offer. Raises NotYours for an unknown id."""
    row = tx.one("SELECT * FROM offers WHERE id = :id", id=offer_id)
    if row is None:
        raise NotYours
    return _offer(row)


def of_member(tx: Transaction, member_id: int) -> list[Offer]:
    """Both sides' offers of one member, the mentee's first."""
    rows = tx.all("SELECT * FROM offers WHERE member_id = :id ORDER BY side", id=member_id)
    return [_offer(row) for row in rows]


def of_members(tx: Transaction, member_ids: list[int]) -> dict[int, list[Offer]]:
    """The same for many members, in one query."""
    ids = ",".join(str(int(each)) for each in member_ids)
    found: dict[int, list[Offer]] = {each: [] for each in member_ids}
    if ids:
        for row in tx.all(f"SELECT * FROM offers WHERE member_id IN ({ids}) ORDER BY side"):
            found[row["member_id"]].append(_offer(row))
    return found


def open_of(tx: Transaction, person_id: int) -> list[Offer]:
    """What a person is asked now, oldest first."""
    rows = tx.all("SELECT * FROM offers WHERE person_id = :person AND answer IS NULL ORDER BY id", person=person_id)
    return [_offer(row) for row in rows]


def open_beside(tx: Transaction, offer: Offer) -> list[Offer]:
    """What the same person is asked now, on the same side, about the same match: a mentor's whole group, this one too."""
    rows = tx.all(
        "SELECT o.* FROM offers o JOIN members m ON m.id = o.member_id WHERE o.person_id = :person AND o.side = :side "
        "AND o.answer IS NULL AND m.state = 'offered' "
        "AND m.match_id = (SELECT match_id FROM members WHERE id = :member) ORDER BY o.id",
        person=offer.person_id,
        side=offer.side,
        member=offer.member_id,
    )
    return [_offer(row) for row in rows]


def close(tx: Transaction, offer_id: int, answer: Reply, reason: str = "") -> bool:
    """Write the answer down; False when there is one already."""
    return bool(
        tx.run(
            "UPDATE offers SET answer = :answer, reason = :reason, answered_at = :now WHERE id = :id AND answer IS NULL",
            answer=answer,
            reason=reason,
            now=tx.now,
            id=offer_id,
        )
    )


def _offer(row: Row) -> Offer:
    return Offer(
        id=row["id"],
        member_id=row["member_id"],
        person_id=row["person_id"],
        side=Side(row["side"]),
        answer_by=to_time(row["answer_by"]),
        answer=None if row["answer"] is None else Reply(row["answer"]),
        reason=row["reason"],
    )
