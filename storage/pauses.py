"""Mentors' pauses: until what day, one at a time; the places are kept meanwhile."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mentoring.refusal import NotYours, TakenMeanwhile
from storage.database import Row, Transaction
from storage.moments import to_date


@dataclass(frozen=True, slots=True)
class Pause:
    """A mentor's pause in a programme. `reason` is for curators only."""

    id: int
    programme_id: int
    mentor_id: int
    reason: str
    until_on: date
    ended: bool


def begin(tx: Transaction, programme_id: int, mentor_id: int, reason: str, until_on: date, by: int) -> int:
    """Begin a pause; its id. Raises TakenMeanwhile when the mentor pauses already."""
    try:
        return tx.insert(
            "pauses", programme_id=programme_id, mentor_id=mentor_id, reason=reason, until_on=until_on, set_by=by,
            set_at=tx.now,
        )  # fmt: skip
    except sqlite3.IntegrityError as violated:
        raise TakenMeanwhile("pauses-already") from violated


def get(tx: Transaction, pause_id: int) -> Pause:
    """One of them. Raises NotYours for an unknown id."""
    row = tx.one("SELECT * FROM pauses WHERE id = :id", id=pause_id)
    if row is None:
        raise NotYours
    return _pause(row)


def running(tx: Transaction, programme_id: int, mentors: Iterable[int] = ()) -> dict[int, Pause]:
    """The pauses that are on, by the mentor; of these mentors only, where any are named."""
    ids = ",".join(str(int(each)) for each in mentors)
    only = f"AND mentor_id IN ({ids})" if ids else ""
    rows = tx.all(
        f"SELECT * FROM pauses WHERE programme_id = :programme AND ended_at IS NULL {only} ORDER BY id",
        programme=programme_id,
    )
    return {row["mentor_id"]: _pause(row) for row in rows}


def over(tx: Transaction, programme_id: int, today: date, limit: int) -> list[Pause]:
    """Pauses whose day of return has gone by without a word, the longest first."""
    rows = tx.all(
        "SELECT * FROM pauses WHERE programme_id = :programme AND ended_at IS NULL AND until_on < :today "
        "ORDER BY until_on, id LIMIT :limit",
        programme=programme_id,
        today=today,
        limit=limit,
    )
    return [_pause(row) for row in rows]


def put_off(tx: Transaction, pause_id: int, until_on: date) -> bool:
    """Another day of return; False when the pause is over."""
    return bool(
        tx.run("UPDATE pauses SET until_on = :until WHERE id = :id AND ended_at IS NULL", until=until_on, id=pause_id)
    )


def end(tx: Transaction, pause_id: int) -> bool:
    """The mentor is back; False when that was so already."""
    return bool(
        tx.run("UPDATE pauses SET ended_at = :now WHERE id = :id AND ended_at IS NULL", now=tx.now, id=pause_id)
    )


def _pause(row: Row) -> Pause:
    return Pause(
        id=row["id"],
        programme_id=row["programme_id"],
        mentor_id=row["mentor_id"],
        reason=row["reason"],
        until_on=to_date(row["until_on"]),
        ended=row["ended_at"] is not None,
    )
