"""Who is not to be brought together and who is to stay together: the curator's bans and pins, person by person."""

from __future__ import annotations

from enum import StrEnum

from storage.database import Transaction


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
