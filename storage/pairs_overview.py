"""How the pairs of a programme are doing, for the curator: pages by key, counts, where the two sides disagree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mentoring.people import folded
from storage.database import Row, Transaction
from storage.meetings import Pair, pairs
from storage.moments import maybe_time


class Which(StrEnum):
    """Which pairs are listed."""

    ALL = "a"
    WITHOUT = "w"  # no meeting ahead
    DISPUTED = "d"  # the sides disagree whether a meeting took place
    SILENT = "s"  # for long no meeting was held, and none is ahead


@dataclass(frozen=True, slots=True)
class PairLine:
    """One pair and its meetings at a glance."""

    pair: Pair
    next_at: datetime | None
    held: int
    disputed: int


DISAGREED = "(SELECT id, match_id FROM meetings WHERE disputed = 1) n"
"""Meetings `n` about which the mentor and a mentee say different things, and nobody has found out yet: few at any time."""

_DISPUTED = f"SELECT n.match_id, count(*) AS disputed FROM {DISAGREED} GROUP BY n.match_id"
_LINE = (
    "SELECT m.id, (SELECT n.starts_at FROM meetings n WHERE n.match_id = m.id AND n.state = 'planned' "
    "AND n.lapsed_at IS NULL) AS next_at, "
    "(SELECT count(*) FROM meetings n WHERE n.match_id = m.id AND n.state = 'held') AS held FROM matches m"
)
_AT_WORK = (
    "m.programme_id = :programme AND m.ended_at IS NULL "
    "AND EXISTS (SELECT 1 FROM members b WHERE b.match_id = m.id AND b.state = 'active')"
)
_NOT_AWAY = (
    "NOT EXISTS (SELECT 1 FROM pauses u JOIN participations w ON w.person_id = u.mentor_id "
    "WHERE w.id = m.mentor_id AND u.programme_id = m.programme_id AND u.ended_at IS NULL)"
)
_WHICH = {
    Which.ALL: "1 = 1",
    Which.WITHOUT: "NOT EXISTS (SELECT 1 FROM meetings n WHERE n.match_id = m.id AND n.state = 'planned' AND n.starts_at > :now) "
    f"AND {_NOT_AWAY}",
    Which.DISPUTED: f"m.id IN (SELECT match_id FROM ({_DISPUTED}) d)",
    Which.SILENT: "NOT EXISTS (SELECT 1 FROM meetings n WHERE n.match_id = m.id AND n.starts_at > :long_ago "
    "AND (n.state = 'held' OR (n.state = 'planned' AND n.starts_at > :now))) "
    f"AND EXISTS (SELECT 1 FROM members s WHERE s.match_id = m.id AND s.state = 'active' AND s.since <= :long_ago) AND {_NOT_AWAY}",
}


def page(
    tx: Transaction, programme_id: int, which: Which, idle_since: datetime, after: int, limit: int
) -> list[PairLine]:
    """Pairs at work whose id is above `after`, in a fixed number of queries; silent are those that did not meet since a moment."""
    rows = tx.all(
        f"{_LINE} WHERE {_AT_WORK} AND m.id > :after AND {_WHICH[which]} ORDER BY m.id LIMIT :limit",
        programme=programme_id,
        now=tx.now,
        long_ago=idle_since,
        after=after,
        limit=limit,
    )
    return _lines(tx, rows)


def found(tx: Transaction, programme_id: int, text: str, limit: int) -> list[PairLine]:
    """Pairs at work in which somebody's name or code has this in it, as it is sought."""
    rows = tx.all(
        f"{_LINE} WHERE {_AT_WORK} AND EXISTS (SELECT 1 FROM members b JOIN participations q ON q.id = b.mentee_id "
        "JOIN persons p ON p.id IN (q.person_id, b.mentor_person_id) WHERE b.match_id = m.id AND b.state = 'active' "
        "AND (instr(p.sought, :text) > 0 OR p.code = :code)) ORDER BY m.id LIMIT :limit",
        programme=programme_id,
        text=folded(text),
        code=text.strip().upper(),
        limit=limit,
    )
    return _lines(tx, rows)


def _lines(tx: Transaction, rows: Sequence[Row]) -> list[PairLine]:
    known = {each.match_id: each for each in pairs(tx, [row["id"] for row in rows])}
    disputes = disputed(tx, list(known))
    return [
        PairLine(known[row["id"]], maybe_time(row["next_at"]), row["held"], disputes.get(row["id"], 0))
        for row in rows
        if row["id"] in known
    ]


def disputed(tx: Transaction, match_ids: list[int]) -> dict[int, int]:
    """How many meetings of each of these matches the sides disagree about."""
    ids = ",".join(str(int(each)) for each in match_ids) or "NULL"
    return {
        row["match_id"]: row["disputed"] for row in tx.all(f"SELECT * FROM ({_DISPUTED}) d WHERE match_id IN ({ids})")
    }


def count(tx: Transaction, programme_id: int, which: Which, idle_since: datetime) -> int:
    """How many pairs a list has; silent as for `page`."""
    query = f"SELECT count(*) FROM matches m WHERE {_AT_WORK} AND {_WHICH[which]}"
    return int(tx.value(query, programme=programme_id, now=tx.now, long_ago=idle_since))


def is_disputed(tx: Transaction, meeting_id: int) -> bool:
    """Whether the sides disagree about a meeting, and nobody has found out yet."""
    return bool(tx.value("SELECT disputed FROM meetings WHERE id = :id", id=meeting_id))
