"""How the pairs of a programme are doing, for the curator: pages by key, counts, where the two sides disagree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from storage.database import Transaction
from storage.meetings import Pair, pairs
from storage.moments import maybe_time


class Which(StrEnum):
    """Which pairs are listed."""

    ALL = "a"
    WITHOUT = "w"  # no meeting ahead
    DISPUTED = "d"  # the sides disagree whether a meeting took place


@dataclass(frozen=True, slots=True)
class PairLine:
    """One pair and its meetings at a glance."""

    pair: Pair
    next_at: datetime | None
    held: int
    disputed: int


DISAGREED = (
    "meetings n JOIN meeting_answers a ON a.meeting_id = n.id AND n.settled_at IS NULL "
    "AND a.question = 'took_place' AND a.revision = n.revision "
    "AND ((n.state = 'held' AND a.answer = 'no') OR (n.state = 'missed' AND a.answer = 'yes'))"
)
"""Meetings `n` about which the mentor and a mentee say different things, and nobody has found out yet."""

_DISPUTED = f"SELECT n.match_id, count(DISTINCT n.id) AS disputed FROM {DISAGREED} GROUP BY n.match_id"
_AT_WORK = (
    "m.programme_id = :programme AND m.ended_at IS NULL "
    "AND EXISTS (SELECT 1 FROM members b WHERE b.match_id = m.id AND b.state = 'active')"
)
_WHICH = {
    Which.ALL: "1 = 1",
    Which.WITHOUT: "NOT EXISTS (SELECT 1 FROM meetings n WHERE n.match_id = m.id AND n.state = 'planned' AND n.starts_at > :now) "
    "AND NOT EXISTS (SELECT 1 FROM pauses u JOIN participations w ON w.person_id = u.mentor_id "
    "WHERE w.id = m.mentor_id AND u.programme_id = m.programme_id AND u.ended_at IS NULL)",
    Which.DISPUTED: f"m.id IN (SELECT match_id FROM ({_DISPUTED}) d)",
}


def page(tx: Transaction, programme_id: int, which: Which, after: int, limit: int) -> list[PairLine]:
    """Pairs at work whose id is above `after`, in a fixed number of queries."""
    rows = tx.all(
        "SELECT m.id, (SELECT n.starts_at FROM meetings n WHERE n.match_id = m.id AND n.state = 'planned' AND n.lapsed_at IS NULL) AS next_at, "
        "(SELECT count(*) FROM meetings n WHERE n.match_id = m.id AND n.state = 'held') AS held "
        f"FROM matches m WHERE {_AT_WORK} AND m.id > :after AND {_WHICH[which]} ORDER BY m.id LIMIT :limit",
        programme=programme_id,
        now=tx.now,
        after=after,
        limit=limit,
    )
    found = {each.match_id: each for each in pairs(tx, [row["id"] for row in rows])}
    disputes = disputed(tx, list(found))
    return [
        PairLine(found[row["id"]], maybe_time(row["next_at"]), row["held"], disputes.get(row["id"], 0))
        for row in rows
        if row["id"] in found
    ]


def disputed(tx: Transaction, match_ids: list[int]) -> dict[int, int]:
    """How many meetings of each of these matches the sides disagree about."""
    ids = ",".join(str(int(each)) for each in match_ids) or "NULL"
    return {
        row["match_id"]: row["disputed"] for row in tx.all(f"SELECT * FROM ({_DISPUTED}) d WHERE match_id IN ({ids})")
    }


def count(tx: Transaction, programme_id: int, which: Which) -> int:
    """How many pairs a list has."""
    query = f"SELECT count(*) FROM matches m WHERE {_AT_WORK} AND {_WHICH[which]}"
    return int(tx.value(query, programme=programme_id, now=tx.now))


def took_place_answers(tx: Transaction, match_id: int) -> dict[int, dict[int, bool]]:
    """What mentees said of the meetings of a match, where they were asked: by meeting, then by person."""
    said: dict[int, dict[int, bool]] = {}
    for row in tx.all(
        "SELECT a.meeting_id, a.person_id, a.answer FROM meeting_answers a JOIN meetings n ON n.id = a.meeting_id "
        "AND n.revision = a.revision WHERE n.match_id = :match AND a.question = 'took_place'",
        match=match_id,
    ):
        said.setdefault(row["meeting_id"], {})[row["person_id"]] = row["answer"] == "yes"
    return said
