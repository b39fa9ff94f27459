"""The rhythms of matches: how often a pair meets by itself, and until when."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime

from mentoring.refusal import NotYours, TakenMeanwhile
from mentoring.rhythms import Rhythm
from storage.database import Row, Transaction
from storage.moments import to_date

_CLOCK = "%Y-%m-%dT%H:%M"


def begin(tx: Transaction, match_id: int, weeks: int, first_at: datetime, until_on: date, by: int) -> Rhythm:
    """Begin a rhythm (`first_at` by the school's clock). Raises TakenMeanwhile when one is running."""
    try:
        made = tx.insert(
            "rhythms", match_id=match_id, weeks=weeks, first_at=first_at.strftime(_CLOCK), until_on=until_on, made_by=by,
            made_at=tx.now,
        )  # fmt: skip
    except sqlite3.IntegrityError as violated:
        raise TakenMeanwhile("rhythm-refused-running") from violated
    return Rhythm(made, match_id, weeks, first_at, until_on)


def get(tx: Transaction, rhythm_id: int) -> Rhythm:
    """One of them, running or not. Raises NotYours for an unknown id."""
    row = tx.one("SELECT * FROM rhythms WHERE id = :id", id=rhythm_id)
    if row is None:
        raise NotYours
    return _rhythm(row)


def running(tx: Transaction, match_id: int) -> Rhythm | None:
    """The rhythm a match is in, if any."""
    row = tx.one("SELECT * FROM rhythms WHERE match_id = :match AND stopped_at IS NULL", match=match_id)
    return None if row is None else _rhythm(row)


def stop(tx: Transaction, match_id: int) -> bool:
    """No meeting is planned by itself any more; the planned one stands. False when none was running."""
    return bool(
        tx.run(
            "UPDATE rhythms SET stopped_at = :now WHERE match_id = :match AND stopped_at IS NULL",
            now=tx.now,
            match=match_id,
        )
    )


def last_stands_on(tx: Transaction, rhythm_id: int) -> date | None:
    """The latest day of a rhythm for which a meeting was planned, whatever became of it."""
    found = tx.value("SELECT max(stands_on) FROM meetings WHERE rhythm_id = :id", id=rhythm_id)
    return to_date(found) if found else None


def _rhythm(row: Row) -> Rhythm:
    return Rhythm(
        id=row["id"],
        match_id=row["match_id"],
        weeks=row["weeks"],
        first_at=datetime.strptime(row["first_at"], _CLOCK),  # noqa: DTZ007 - by the school's clock, on purpose
        until_on=to_date(row["until_on"]),
    )
