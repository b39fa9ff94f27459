"""Who is not to be brought together and who is to stay together: the curator's bans and pins, person by person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mentoring.refusal import NotYours
from storage.database import Row, Transaction
from storage.moments import to_time


class Wish(StrEnum):
    """What is wished of two people."""

    BAN = "ban"
    PIN = "pin"


Two = tuple[int, int]
"""A mentee's person and a mentor's person."""


def of_programme(tx: Transaction, programme_id: int) -> dict[Wish, frozenset[Two]]:
    """All bans and pins of a programme."""
    rows = tx.all("SELECT kind, mentor_id, mentee_id FROM wishes WHERE programme_id = :id", id=programme_id)
    return {
        kind: frozenset((row["mentee_id"], row["mentor_id"]) for row in rows if row["kind"] == kind) for kind in Wish
    }


def wish(
    tx: Transaction, programme_id: int, kind: Wish, *, mentee: int, mentor: int, by: int | None, reason: str = ""
) -> bool:
    """Wish it; the opposite wish about the two is forgotten. False when it was wished already."""
    opposite = Wish.PIN if kind is Wish.BAN else Wish.BAN
    forget(tx, programme_id, opposite, mentee=mentee, mentor=mentor)
    return bool(
        tx.run(
            "INSERT INTO wishes (programme_id, kind, mentor_id, mentee_id, made_by, made_at, reason) "
            "VALUES (:programme, :kind, :mentor, :mentee, :by, :now, :reason) ON CONFLICT DO NOTHING",
            programme=programme_id,
            kind=kind,
            mentor=mentor,
            mentee=mentee,
            by=by,
            now=tx.now,
            reason=reason,
        )
    )


def forget(tx: Transaction, programme_id: int, kind: Wish, *, mentee: int, mentor: int) -> bool:
    """Take a wish back; False when there was none."""
    return bool(
        tx.run(
            "DELETE FROM wishes WHERE programme_id = :programme AND kind = :kind "
            "AND mentor_id = :mentor AND mentee_id = :mentee",
            programme=programme_id,
            kind=kind,
            mentor=mentor,
            mentee=mentee,
        )
    )


class Reason(StrEnum):
    """Why a curator keeps two people apart, or together; the first line of what is kept, a word of their own below it."""

    RELATIVES = "relatives"
    CONFLICT = "conflict"
    FAMILY = "family"
    TEACHERS = "teachers"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Wished:
    """A ban or a pin with its author, date and reason: persons by id."""

    id: int
    programme_id: int
    kind: Wish
    mentor: int
    mentee: int
    by: int | None
    at: datetime
    reason: str

    @property
    def why(self) -> str:
        """The reason in a word of ours; empty where none was given."""
        return self.reason.partition("\n")[0]

    @property
    def words(self) -> str:
        """The curator's own words about it."""
        return self.reason.partition("\n")[2]


def get(tx: Transaction, wish_id: int) -> Wished:
    """One ban or pin. Raises NotYours for an unknown one."""
    row = tx.one("SELECT * FROM wishes WHERE id = :id", id=wish_id)
    if row is None:
        raise NotYours
    return _wished(row)


def find(tx: Transaction, programme_id: int, kind: Wish, *, mentee: int, mentor: int) -> Wished | None:
    """What is wished of just these two."""
    row = tx.one(
        "SELECT * FROM wishes WHERE programme_id = :programme AND kind = :kind AND mentor_id = :mentor "
        "AND mentee_id = :mentee",
        programme=programme_id,
        kind=kind,
        mentor=mentor,
        mentee=mentee,
    )
    return None if row is None else _wished(row)


def pins_of(tx: Transaction, programme_id: int, form: str, mentee: int) -> list[Wished]:
    """With whom of a form's mentors a mentee is kept together."""
    rows = tx.all(
        "SELECT w.* FROM wishes w JOIN participations t ON t.programme_id = w.programme_id AND t.person_id = w.mentor_id "
        "AND t.side = 'mentor' AND t.form = :form AND t.left_at IS NULL "
        "WHERE w.programme_id = :programme AND w.kind = 'pin' AND w.mentee_id = :mentee ORDER BY w.id",
        programme=programme_id,
        form=form,
        mentee=mentee,
    )
    return [_wished(row) for row in rows]


def page(tx: Transaction, programme_id: int, after: int, limit: int) -> list[Wished]:
    """One page of them, the newest first, older than `after` (0: from the newest)."""
    rows = tx.all(
        "SELECT * FROM wishes WHERE programme_id = :programme AND (:after = 0 OR id < :after) ORDER BY id DESC LIMIT :limit",
        programme=programme_id,
        after=after,
        limit=limit,
    )
    return [_wished(row) for row in rows]


def give_reason(tx: Transaction, wish_id: int, reason: str) -> None:
    """Say why, in place of what was said before."""
    tx.run("UPDATE wishes SET reason = :reason WHERE id = :id", reason=reason, id=wish_id)


def _wished(row: Row) -> Wished:
    return Wished(
        id=row["id"],
        programme_id=row["programme_id"],
        kind=Wish(row["kind"]),
        mentor=row["mentor_id"],
        mentee=row["mentee_id"],
        by=row["made_by"],
        at=to_time(row["made_at"]),
        reason=row["reason"],
    )
