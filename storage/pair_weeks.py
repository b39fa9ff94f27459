"""What is known of pairs week by week: only the window that is shown is read, however many meetings there were before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from mentoring.meetings import MeetingState
from storage.database import Transaction
from storage.moments import maybe_date, maybe_time, to_date, to_time


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A meeting of the window."""

    match_id: int
    starts_at: datetime
    state: MeetingState


def ids(tx: Transaction, programme_id: int, offset: int, limit: int) -> list[int]:
    """Matches at work, form by form."""
    rows = tx.all(
        "SELECT m.id FROM matches m WHERE m.programme_id = :programme AND m.ended_at IS NULL "
        "AND EXISTS (SELECT 1 FROM members b WHERE b.match_id = m.id AND b.state = 'active') "
        "ORDER BY m.form, m.id LIMIT :limit OFFSET :offset",
        programme=programme_id,
        limit=limit,
        offset=offset,
    )
    return [row["id"] for row in rows]


def meetings(tx: Transaction, match_ids: Iterable[int], since: datetime, until: datetime) -> dict[int, list[Mentioned]]:
    """The meetings of these matches in the window, by match."""
    found: dict[int, list[Mentioned]] = defaultdict(list)
    for row in tx.all(
        "SELECT match_id, starts_at, state FROM meetings "
        f"WHERE match_id IN ({_listed(match_ids)}) AND starts_at >= :since AND starts_at < :until",
        since=since,
        until=until,
    ):
        found[row["match_id"]].append(Mentioned(row["match_id"], to_time(row["starts_at"]), MeetingState(row["state"])))
    return found


def counts(tx: Transaction, programme_id: int, since: datetime, until: datetime) -> dict[MeetingState, int]:
    """How many meetings of every state the pairs at work have in the window."""
    rows = tx.all(
        "SELECT n.state, count(*) AS many FROM meetings n JOIN matches m ON m.id = n.match_id "
        "WHERE n.state IN ('planned', 'held', 'missed', 'cancelled') AND n.starts_at >= :since AND n.starts_at < :until "
        "AND m.programme_id = :programme AND m.ended_at IS NULL GROUP BY n.state",
        programme=programme_id,
        since=since,
        until=until,
    )
    return {MeetingState(row["state"]): row["many"] for row in rows}


def began(tx: Transaction, match_ids: Iterable[int], zone: tzinfo) -> dict[int, date]:
    """Since when each match has worked: the day of its order, else the day it was made active."""
    found: dict[int, date] = {}
    for row in tx.all(
        "SELECT b.match_id, b.since, o.signed_on FROM members b LEFT JOIN order_lines l ON l.member_id = b.id "
        f"LEFT JOIN orders o ON o.id = l.order_id WHERE b.match_id IN ({_listed(match_ids)}) "
        "AND b.state IN ('active', 'frozen', 'ended')"
    ):
        day = maybe_date(row["signed_on"]) or to_time(row["since"]).astimezone(zone).date()
        found[row["match_id"]] = min(day, found.get(row["match_id"], day))
    return found


def pauses(
    tx: Transaction, programme_id: int, mentors: Iterable[int], since: datetime, zone: tzinfo
) -> dict[int, list[tuple[date, date]]]:
    """From which to which day mentors paused since a moment, both counted, by mentor."""
    found: dict[int, list[tuple[date, date]]] = defaultdict(list)
    for row in tx.all(
        f"SELECT * FROM pauses WHERE programme_id = :programme AND mentor_id IN ({_listed(mentors)}) "
        "AND (ended_at IS NULL OR ended_at >= :since)",
        programme=programme_id,
        since=since,
    ):
        ended = maybe_time(row["ended_at"])
        last = ended.astimezone(zone).date() if ended else to_date(row["until_on"])
        found[row["mentor_id"]].append((to_time(row["set_at"]).astimezone(zone).date(), last))
    return found


def _listed(numbers: Iterable[int]) -> str:
    return ",".join(str(int(each)) for each in set(numbers)) or "NULL"
