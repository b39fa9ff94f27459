"""What each side of a pair has accepted of its rules."""

from __future__ import annotations

from collections.abc import Iterable

from mentoring.pacts import Pace, Pact, PactWay
from mentoring.people import Side
from storage.database import Row, Transaction
from storage.moments import to_time


def of_members(tx: Transaction, member_ids: Iterable[int]) -> dict[tuple[int, Side], Pact]:
    """What was accepted, by member and side, in one query."""
    ids = ",".join(str(int(each)) for each in set(member_ids))
    rows = tx.all(f"SELECT * FROM pacts WHERE member_id IN ({ids}) ORDER BY member_id, side") if ids else []
    return {(row["member_id"], Side(row["side"])): _pact(row) for row in rows}


def accept(
    tx: Transaction, member_id: int, side: Side, edition: str, pace: Pace, way: PactWay, *, noted_by: int | None = None
) -> bool:
    """Write down that a side accepts; False when the same stood already."""
    return bool(
        tx.run(
            "INSERT INTO pacts (member_id, side, edition, pace, way, noted_by, accepted_at) "
            "VALUES (:member, :side, :edition, :pace, :way, :by, :now) ON CONFLICT (member_id, side) DO UPDATE SET "
            "edition = excluded.edition, pace = excluded.pace, way = excluded.way, noted_by = excluded.noted_by, "
            "accepted_at = excluded.accepted_at WHERE pacts.edition <> excluded.edition OR pacts.pace <> excluded.pace",
            member=member_id,
            side=side,
            edition=edition,
            pace=pace,
            way=way,
            by=noted_by,
            now=tx.now,
        )
    )


def _pact(row: Row) -> Pact:
    return Pact(
        member_id=row["member_id"],
        side=Side(row["side"]),
        edition=row["edition"],
        pace=Pace(row["pace"]),
        way=PactWay(row["way"]),
        accepted_at=to_time(row["accepted_at"]),
    )
