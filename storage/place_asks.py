"""Mentors asked whether they would take one mentee more: once for a case, one question at a time."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from mentoring.refusal import NotYours, TakenMeanwhile
from storage.database import Row, Transaction
from storage.moments import to_time


@dataclass(frozen=True, slots=True)
class PlaceAsk:
    """One question. `answer`: yes, no, over (nobody needs it any more), or empty while it waits."""

    id: int
    case: int
    mentor: int
    mentor_person: int
    asked_at: datetime
    answer: str


_ASKS = "SELECT a.*, q.person_id FROM place_asks a JOIN participations q ON q.id = a.mentor_id "


def ask(tx: Transaction, case: int, mentor: int, by: int) -> int:
    """Ask; returns the question's id. Raises TakenMeanwhile when it was asked, or another one waits for an answer."""
    try:
        return tx.insert("place_asks", case_id=case, mentor_id=mentor, asked_by=by, asked_at=tx.now)
    except sqlite3.IntegrityError as violated:
        reason = "cases-asked-already" if "case_id" in str(violated) else "cases-mentor-thinks"
        raise TakenMeanwhile(reason) from violated


def get(tx: Transaction, ask_id: int) -> PlaceAsk:
    """The question. Raises NotYours for an unknown id."""
    row = tx.one(f"{_ASKS} WHERE a.id = :id", id=ask_id)
    if row is None:
        raise NotYours
    return _ask(row)


def answer(tx: Transaction, ask_id: int, *, yes: bool) -> bool:
    """Write the answer down; False when there is one already."""
    return bool(
        tx.run(
            "UPDATE place_asks SET answer = :answer, answered_at = :now WHERE id = :id AND answer IS NULL",
            answer="yes" if yes else "no",
            now=tx.now,
            id=ask_id,
        )
    )


def waiting(tx: Transaction, person_id: int) -> PlaceAsk | None:
    """What a mentor is asked now, in an open programme."""
    row = tx.one(
        f"{_ASKS} JOIN programmes g ON g.id = q.programme_id WHERE q.person_id = :person AND a.answer IS NULL "
        "AND q.left_at IS NULL AND g.closed_at IS NULL ORDER BY a.id LIMIT 1",
        person=person_id,
    )
    return None if row is None else _ask(row)


def of_case(tx: Transaction, case: int) -> dict[int, str]:
    """Which mentors were asked for a case, and what each said."""
    rows = tx.all("SELECT mentor_id, answer FROM place_asks WHERE case_id = :case", case=case)
    return {row["mentor_id"]: row["answer"] or "" for row in rows}


def _ask(row: Row) -> PlaceAsk:
    return PlaceAsk(
        row["id"], row["case_id"], row["mentor_id"], row["person_id"], to_time(row["asked_at"]), row["answer"] or ""
    )
