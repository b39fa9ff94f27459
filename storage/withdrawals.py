"""Consents taken back: what each touched, what the curator has still to do about it, whether they came back in time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from mentoring.consents import Purpose
from mentoring.refusal import NotYours
from storage.database import Row, Transaction
from storage.moments import maybe_date, maybe_time, to_time


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """One consent taken back. `touched`: what stopped, and how much of it; `due_on`: something is left to do by a day."""

    id: int
    school_id: int
    person_id: int
    purpose: Purpose
    by_id: int | None
    at: datetime
    touched: Mapping[str, int]
    due_on: date | None
    done_at: datetime | None
    cancelled_at: datetime | None


def write(
    tx: Transaction,
    school_id: int,
    person_id: int,
    purpose: Purpose,
    *,
    by: int,
    touched: Mapping[str, int],
    due_on: date | None,
) -> int:
    """Write one down; returns its id."""
    return tx.insert(
        "withdrawals",
        school_id=school_id,
        person_id=person_id,
        purpose=purpose,
        by_id=by,
        at=tx.now,
        touched=json.dumps({what: count for what, count in touched.items() if count}),
        due_on=due_on,
    )


def get(tx: Transaction, withdrawal_id: int) -> Withdrawal:
    """The withdrawal. Raises NotYours for an unknown id."""
    row = tx.one("SELECT * FROM withdrawals WHERE id = :id", id=withdrawal_id)
    if row is None:
        raise NotYours
    return _withdrawal(row)


def page(tx: Transaction, school_id: int, before: int, limit: int) -> list[Withdrawal]:
    """A page of a school's withdrawals, the newest first; `before` 0 is the first page."""
    rows = tx.all(
        "SELECT * FROM withdrawals WHERE school_id = :school AND (:before = 0 OR id < :before) "
        "ORDER BY id DESC LIMIT :limit",
        school=school_id,
        before=before,
        limit=limit,
    )
    return [_withdrawal(row) for row in rows]


def finish(tx: Transaction, withdrawal_id: int, by: int) -> bool:
    """The curator has done what was left to do; False when it was done before."""
    return bool(
        tx.run(
            "UPDATE withdrawals SET done_at = :now, done_by = :by WHERE id = :id AND done_at IS NULL",
            now=tx.now,
            by=by,
            id=withdrawal_id,
        )
    )


def cancel(tx: Transaction, person_id: int) -> int:
    """The person came back before anything was erased; returns how many were cancelled."""
    return tx.run(
        "UPDATE withdrawals SET cancelled_at = :now WHERE person_id = :person AND purpose = 'participation' "
        "AND cancelled_at IS NULL",
        now=tx.now,
        person=person_id,
    )


def _withdrawal(row: Row) -> Withdrawal:
    return Withdrawal(
        id=row["id"],
        school_id=row["school_id"],
        person_id=row["person_id"],
        purpose=Purpose(row["purpose"]),
        by_id=row["by_id"],
        at=to_time(row["at"]),
        touched=json.loads(row["touched"]),
        due_on=maybe_date(row["due_on"]),
        done_at=maybe_time(row["done_at"]),
        cancelled_at=maybe_time(row["cancelled_at"]),
    )
