"""Who has asked for another pair or for the end of it, and what came of that; who does not look for a pair for now."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date, datetime

from mentoring.partings import Outcome, Wanted
from mentoring.people import Side
from mentoring.refusal import NotYours, TakenMeanwhile
from storage.database import Row, Transaction
from storage.moments import to_date, to_time


@dataclass(frozen=True, slots=True)
class Parting:
    """What somebody has asked for about a pair. `reason` and `words` are for curators only."""

    id: int
    member_id: int
    whole: bool
    asked_by: int
    side: Side
    kind: Wanted
    reason: str
    words: str
    asked_at: datetime
    answer_by: date
    answer: Outcome | None


def ask(
    tx: Transaction,
    member_id: int,
    asked_by: int,
    side: Side,
    kind: Wanted,
    answer_by: date,
    *,
    reason: str = "",
    words: str = "",
    whole: bool = False,
) -> int:
    """Write down what is asked for; its id. Raises TakenMeanwhile when the same person has asked already."""
    try:
        return tx.insert(
            "partings", member_id=member_id, whole=int(whole), asked_by=asked_by, side=side, kind=kind, reason=reason,
            words=words, asked_at=tx.now, answer_by=answer_by,
        )  # fmt: skip
    except sqlite3.IntegrityError as violated:
        raise TakenMeanwhile("partings-asked-already") from violated


def get(tx: Transaction, parting_id: int) -> Parting:
    """One of them. Raises NotYours for an unknown id."""
    row = tx.one("SELECT * FROM partings WHERE id = :id", id=parting_id)
    if row is None:
        raise NotYours
    return _parting(row)


def asked(tx: Transaction, asked_by: int, member_ids: list[int]) -> dict[int, Parting]:
    """What a person has asked for about these members and nobody has answered yet, by member."""
    ids = ",".join(str(int(each)) for each in member_ids) or "NULL"
    rows = tx.all(
        f"SELECT * FROM partings WHERE asked_by = :person AND answer IS NULL AND member_id IN ({ids})", person=asked_by
    )
    return {row["member_id"]: _parting(row) for row in rows}


def of_person(tx: Transaction, person_id: int) -> list[Parting]:
    """Everything a person has asked for that is open."""
    rows = tx.all("SELECT * FROM partings WHERE asked_by = :person AND answer IS NULL ORDER BY id", person=person_id)
    return [_parting(row) for row in rows]


def open_of(tx: Transaction, member_ids: list[int]) -> list[Parting]:
    """What is open about these members, the oldest first."""
    ids = ",".join(str(int(each)) for each in member_ids) or "NULL"
    return [
        _parting(row)
        for row in tx.all(f"SELECT * FROM partings WHERE answer IS NULL AND member_id IN ({ids}) ORDER BY id")
    ]


def waiting(tx: Transaction, programme_id: int, after: int, limit: int) -> list[Parting]:
    """A page of what waits for a curator, the longest first."""
    rows = tx.all(
        "SELECT p.* FROM partings p JOIN members m ON m.id = p.member_id WHERE m.programme_id = :programme "
        "AND p.answer IS NULL AND p.id > :after ORDER BY p.id LIMIT :limit",
        programme=programme_id,
        after=after,
        limit=limit,
    )
    return [_parting(row) for row in rows]


def answer(tx: Transaction, parting_id: int, outcome: Outcome, by: int | None) -> bool:
    """Write the answer down; False when there is one already."""
    return bool(
        tx.run(
            "UPDATE partings SET answer = :answer, answered_by = :by, answered_at = :now "
            "WHERE id = :id AND answer IS NULL",
            answer=outcome,
            by=by,
            now=tx.now,
            id=parting_id,
        )
    )


def rest(tx: Transaction, participation_id: int, *, resting: bool) -> bool:
    """Leave the search for a pair, or come back to it; False when that was so already."""
    return bool(
        tx.run(
            "UPDATE participations SET resting_from = CASE WHEN :resting THEN :now ELSE NULL END "
            "WHERE id = :id AND (resting_from IS NULL) = :resting",
            resting=int(resting),
            now=tx.now,
            id=participation_id,
        )
    )


def resting(tx: Transaction, programme_id: int) -> frozenset[int]:
    """The participations that do not look for a pair for now."""
    rows = tx.all(
        "SELECT id FROM participations WHERE programme_id = :programme AND resting_from IS NOT NULL",
        programme=programme_id,
    )
    return frozenset(row["id"] for row in rows)


def resting_of(tx: Transaction, person_id: int) -> list[tuple[int, Side]]:
    """A person's own: participation and side, in open programmes."""
    rows = tx.all(
        "SELECT q.id, q.side FROM participations q JOIN programmes o ON o.id = q.programme_id "
        "WHERE q.person_id = :person AND q.resting_from IS NOT NULL AND q.left_at IS NULL AND o.closed_at IS NULL "
        "ORDER BY q.id",
        person=person_id,
    )
    return [(row["id"], Side(row["side"])) for row in rows]


def _parting(row: Row) -> Parting:
    return Parting(
        id=row["id"],
        member_id=row["member_id"],
        whole=bool(row["whole"]),
        asked_by=row["asked_by"],
        side=Side(row["side"]),
        kind=Wanted(row["kind"]),
        reason=row["reason"],
        words=row["words"],
        asked_at=to_time(row["asked_at"]),
        answer_by=to_date(row["answer_by"]),
        answer=None if row["answer"] is None else Outcome(row["answer"]),
    )
