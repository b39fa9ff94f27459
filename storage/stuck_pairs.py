"""What is known of the pairs at work that may need help, in a fixed number of queries by index; what curators did about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from mentoring.people import Side
from mentoring.ratings import Mark
from mentoring.stuck_pairs import RESTS, SETTLE, Cause, Facts, Signal, SignalKind, Step
from storage import plans, ratings
from storage.database import Row, Transaction
from storage.moments import maybe_time, to_time

_SETTLING = ", ".join(f"'{step}'" for step in sorted(SETTLE))
_SETTLED = f"(SELECT max(s.at) FROM pair_steps s WHERE s.match_id = m.id AND s.kind IN ({_SETTLING}))"
# The last meeting set, whatever came of it but being called off: by index, however many there were.
_LAST = "(SELECT max(n.starts_at) FROM meetings n WHERE n.match_id = m.id AND n.starts_at <= :now AND n.state = "
_AT_WORK = (
    "FROM matches m JOIN participations t ON t.id = m.mentor_id WHERE m.programme_id = :programme "
    "AND m.ended_at IS NULL AND EXISTS (SELECT 1 FROM members b WHERE b.match_id = m.id AND b.state = 'active') "
    "AND NOT EXISTS (SELECT 1 FROM pauses u WHERE u.programme_id = m.programme_id AND u.mentor_id = t.person_id "
    "AND u.ended_at IS NULL)"
)
_PAIRS = f"""
SELECT m.id, m.contact_at,
(SELECT min(b.since) FROM members b WHERE b.match_id = m.id AND b.state = 'active') AS since,
(SELECT max(u.ended_at) FROM pauses u WHERE u.mentor_id = t.person_id AND u.programme_id = m.programme_id) AS back_at,
(SELECT n.starts_at FROM meetings n WHERE n.match_id = m.id AND n.state = 'planned' AND n.starts_at > :now LIMIT 1) AS next_at,
{_LAST}'planned') AS set_at, {_LAST}'held') AS held_at, {_LAST}'missed') AS missed_at,
(SELECT count(*) FROM meetings n WHERE n.match_id = m.id AND n.disputed = 1) AS disputed,
{_SETTLED} AS settled_at
{_AT_WORK}"""
_NOT_RESTING = " AND NOT EXISTS (SELECT 1 FROM pair_steps s WHERE s.match_id = m.id AND s.rests_until > :now)"
_ONE = " AND m.id = :match"
# Of the meetings called off by the sides, how many are after the last one that was set and kept.
_CANCELLED = (
    "SELECT m.id, n.starts_at FROM matches m JOIN meetings n ON n.match_id = m.id AND n.state = 'cancelled' "
    "AND n.starts_at > coalesce((SELECT max(k.starts_at) FROM meetings k WHERE k.match_id = m.id AND k.state = 'held'), "
    ":horizon) WHERE m.programme_id = :programme AND m.ended_at IS NULL AND NOT EXISTS (SELECT 1 "
    "FROM meeting_moves v WHERE v.meeting_id = n.id AND v.now_at IS NULL AND v.by_id IS NULL)"
)
_HORIZON = timedelta(days=120)  # older ones were long ago


@dataclass(frozen=True, slots=True)
class Done:
    """A step somebody took about a pair."""

    kind: Step
    cause: str
    by_id: int | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Nudge:
    """A reminder a curator has sent: about which pair, to whom, in words of their own or (none) ready ones."""

    id: int
    match_id: int
    cause: str
    to_id: int
    words: str


def facts(tx: Transaction, programme_id: int, today: date, match: int = 0) -> list[Facts]:
    """Every pair at work that neither pauses nor rests after a step; five queries, however many meetings there were.

    Of one `match` also while it rests; what that costs does not depend on the others.
    """
    one, of = (_ONE, {"match": match}) if match else ("", {})
    rows = tx.all(_PAIRS + (one or _NOT_RESTING), programme=programme_id, now=tx.now, **of)
    if not rows:
        return []
    cancelled: dict[int, list[datetime]] = defaultdict(list)
    for row in tx.all(_CANCELLED + one, programme=programme_id, horizon=tx.now - _HORIZON, **of):
        cancelled[row["id"]].append(to_time(row["starts_at"]))
    told = _signals(tx, programme_id, match)
    lines = _lines(tx, programme_id, match)
    late: dict[int, date] = {}
    for each in plans.overdue(tx, programme_id, today, match):
        late[each.match_id] = min(each.since, late.get(each.match_id, each.since))
    return [_facts(row, cancelled, told, lines, late) for row in rows]


def _facts(
    row: Row,
    cancelled: dict[int, list[datetime]],
    told: dict[int, list[Signal]],
    lines: dict[int, list[tuple[Sequence[Mark], Sequence[Mark]]]],
    late: dict[int, date],
) -> Facts:
    match = row["id"]
    since = max(to_time(row["since"]), maybe_time(row["back_at"]) or to_time(row["since"]))
    kept = [to_time(row[name]) for name in ("set_at", "held_at", "missed_at") if row[name]]
    last = max(kept, default=None)
    after = max(since, last) if last else since
    return Facts(
        match_id=match,
        since=since,
        contact_at=maybe_time(row["contact_at"]),
        next_at=maybe_time(row["next_at"]),
        last_at=last,
        cancelled=sum(each > after for each in cancelled[match]),
        disputed=row["disputed"],
        overdue_at=datetime.combine(late[match] + timedelta(days=1), time(), UTC) if match in late else None,
        lines=tuple(lines[match]),
        signals=tuple(told[match]),
        settled_at=maybe_time(row["settled_at"]),
    )


def _signals(tx: Transaction, programme_id: int, match: int) -> dict[int, list[Signal]]:
    """What was told of pairs at work since somebody has last dealt with them, by the match."""
    found: dict[int, list[Signal]] = defaultdict(list)
    one, of = (_ONE, {"match": match}) if match else ("", {})
    for row in tx.all(
        "SELECT g.match_id, g.kind, g.at, g.person_id = t.person_id AS leads FROM matches m "
        "JOIN participations t ON t.id = m.mentor_id JOIN signals g ON g.match_id = m.id "
        f"WHERE m.programme_id = :programme AND m.ended_at IS NULL AND g.at > coalesce({_SETTLED}, ''){one} ORDER BY g.id",
        programme=programme_id,
        **of,
    ):
        by = Side.MENTOR if row["leads"] else Side.MENTEE
        found[row["match_id"]].append(Signal(SignalKind(row["kind"]), by, to_time(row["at"])))
    return found


def _lines(tx: Transaction, programme_id: int, match: int) -> dict[int, list[tuple[Sequence[Mark], Sequence[Mark]]]]:
    """The marks of both sides about every mentee at work, by the match."""
    found: dict[int, list[tuple[Sequence[Mark], Sequence[Mark]]]] = defaultdict(list)
    for line in ratings.lines(tx, programme_id, match):
        found[line.match_id].append((line.mentor, line.mentee))
    return found


def take(
    tx: Transaction, match_id: int, step: Step, cause: Cause | None, by: int, *, to: int | None = None, words: str = ""
) -> int:
    """Note what a curator did about a pair; it rests from now on. Returns the step's id."""
    return tx.insert(
        "pair_steps",
        match_id=match_id,
        kind=step,
        cause=cause or "",
        to_id=to,
        words=words,
        by_id=by,
        at=tx.now,
        rests_until=tx.now + RESTS[step],
    )


def steps(tx: Transaction, match_id: int, limit: int = 3) -> list[Done]:
    """What has been done about a pair, the latest first."""
    rows = tx.all(
        "SELECT kind, cause, by_id, at FROM pair_steps WHERE match_id = :match ORDER BY id DESC LIMIT :limit",
        match=match_id,
        limit=limit,
    )
    return [Done(Step(row["kind"]), row["cause"], row["by_id"], to_time(row["at"])) for row in rows]


def nudged(tx: Transaction, match_id: int, to: int, since: datetime) -> bool:
    """Whether a curator has reminded this person about the pair since a moment."""
    return bool(
        tx.value(
            "SELECT 1 FROM pair_steps WHERE match_id = :match AND kind = 'nudged' AND to_id = :to AND at > :since",
            match=match_id,
            to=to,
            since=since,
        )
    )


def nudge(tx: Transaction, step_id: int) -> Nudge | None:
    """A reminder that was sent, if the step is one."""
    row = tx.one("SELECT * FROM pair_steps WHERE id = :id AND to_id IS NOT NULL", id=step_id)
    return None if row is None else Nudge(row["id"], row["match_id"], row["cause"], row["to_id"], row["words"])
