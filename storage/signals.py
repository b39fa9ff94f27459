"""What a side has told the curators quietly about its pair: rows without words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mentoring.stuck_pairs import SignalKind
from storage.database import Transaction
from storage.moments import to_time


@dataclass(frozen=True, slots=True)
class Told:
    """One signal: about which match, who told it and of whom."""

    id: int
    match_id: int
    person_id: int
    about_id: int | None
    kind: SignalKind
    at: datetime


def tell(tx: Transaction, match_id: int, kind: SignalKind, by: int, about: int | None = None) -> int:
    """Keep it; its id."""
    return tx.insert("signals", match_id=match_id, person_id=by, about_id=about, kind=kind, at=tx.now)


def get(tx: Transaction, signal_id: int) -> Told | None:
    """One of them."""
    row = tx.one("SELECT * FROM signals WHERE id = :id", id=signal_id)
    if row is None:
        return None
    return Told(
        row["id"],
        row["match_id"],
        row["person_id"],
        row["about_id"],
        SignalKind(row["kind"]),
        to_time(row["at"]),
    )


def told_since(tx: Transaction, match_id: int, by: int, kind: SignalKind, since: datetime, about: int | None) -> bool:
    """Whether a person has told the same of the same one since a moment."""
    return bool(
        tx.value(
            "SELECT 1 FROM signals WHERE match_id = :match AND person_id = :by AND kind = :kind AND at > :since "
            "AND coalesce(about_id, 0) = :about",
            match=match_id,
            by=by,
            kind=kind,
            since=since,
            about=about or 0,
        )
    )


def take_back(tx: Transaction, match_id: int, by: int) -> None:
    """What a person told of a match in a questionnaire stands no longer: it was sent anew."""
    tx.run(
        "DELETE FROM signals WHERE match_id = :match AND person_id = :by AND kind IN ('change_pair', 'curator_help')",
        match=match_id,
        by=by,
    )
