"""Monthly ratings: who is asked about whom for which month, what mark was given; read by curators only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from mentoring.people import Side
from mentoring.ratings import Mark
from mentoring.refusal import NotYours
from storage.database import Row, Transaction
from storage.moments import maybe_time, to_time

_KEPT = timedelta(days=200)  # marks of so long are looked at
_WHO = "CASE r.side WHEN 'mentor' THEN b.mentor_person_id ELSE t.person_id END"
_OTHER = "CASE r.side WHEN 'mentor' THEN t.person_id ELSE b.mentor_person_id END"
_RATINGS = (
    f"SELECT r.*, b.match_id, b.state, {_WHO} AS who, {_OTHER} AS other FROM ratings r "
    "JOIN members b ON b.id = r.member_id JOIN participations t ON t.id = b.mentee_id "
)


@dataclass(frozen=True, slots=True)
class Rating:
    """One rating: who gives it, about the work with whom; `mark` None while it is only asked for."""

    id: int
    match_id: int
    member_id: int
    side: Side
    who: int
    other: int
    period: str
    mark: int | None
    words: str
    marked_at: datetime | None
    at_work: bool


@dataclass(frozen=True, slots=True)
class MarkLine:
    """The marks of both sides about the work with one mentee, by month."""

    match_id: int
    member_id: int
    mentor: Sequence[Mark]
    mentee: Sequence[Mark]


def ask(tx: Transaction, school_id: int, period: str, since: datetime) -> list[Rating]:
    """Ask both sides of every pair at work since before `since` for a month, once; whom it is asked of just now.

    Pairs whose mentor pauses are left alone.
    """
    last = int(tx.value("SELECT coalesce(max(id), 0) FROM ratings"))
    tx.run(
        "INSERT INTO ratings (member_id, side, period, asked_at) "
        "SELECT b.id, s.side, :period, :now FROM members b JOIN programmes g ON g.id = b.programme_id "
        "JOIN (SELECT 'mentor' AS side UNION SELECT 'mentee') s ON 1 = 1 "
        "WHERE g.school_id = :school AND g.closed_at IS NULL AND b.state = 'active' AND b.since <= :since "
        "AND NOT EXISTS (SELECT 1 FROM pauses u WHERE u.programme_id = b.programme_id "
        "AND u.mentor_id = b.mentor_person_id AND u.ended_at IS NULL) ON CONFLICT DO NOTHING",
        school=school_id,
        period=period,
        since=since,
        now=tx.now,
    )
    rows = tx.all(_RATINGS + "WHERE r.id > :last AND r.period = :period ORDER BY r.id", last=last, period=period)
    return [_rating(row) for row in rows]


def get(tx: Transaction, rating_id: int) -> Rating:
    """One of them. Raises NotYours for an unknown id."""
    row = tx.one(_RATINGS + "WHERE r.id = :id", id=rating_id)
    if row is None:
        raise NotYours
    return _rating(row)


def of_person(tx: Transaction, person_id: int, period: str) -> list[Rating]:
    """What a person is asked to rate for a month, and what they have: pairs at work only."""
    rows = tx.all(
        _RATINGS + "WHERE r.period = :period AND b.state = 'active' AND ((r.side = 'mentee' AND b.mentee_id IN "
        "(SELECT id FROM participations WHERE person_id = :person)) OR (r.side = 'mentor' AND b.match_id IN "
        "(SELECT m.id FROM participations p JOIN matches m ON m.mentor_id = p.id AND m.ended_at IS NULL "
        "WHERE p.person_id = :person))) ORDER BY r.id",
        period=period,
        person=person_id,
    )
    return [_rating(row) for row in rows]


def mark(tx: Transaction, rating_id: int, given: int) -> None:
    """Keep the mark; the last one of its day counts."""
    tx.run("UPDATE ratings SET mark = :mark, marked_at = :now WHERE id = :id", mark=given, now=tx.now, id=rating_id)


def write(tx: Transaction, rating_id: int, words: str) -> None:
    """Keep the word about it."""
    tx.run("UPDATE ratings SET words = :words WHERE id = :id", words=words, id=rating_id)


def lines(tx: Transaction, programme_id: int, match_id: int = 0) -> list[MarkLine]:
    """The marks of the last half year about every mentee at work, or of one match; one query."""
    found: dict[tuple[int, int], dict[str, list[Mark]]] = {}
    one, of = ("AND b.match_id = :match ", {"match": match_id}) if match_id else ("", {})
    for row in tx.all(
        "SELECT b.match_id, r.member_id, r.side, r.period, r.mark, r.marked_at FROM members b "
        "JOIN ratings r ON r.member_id = b.id AND r.mark IS NOT NULL AND r.period >= :first "
        f"WHERE b.programme_id = :programme AND b.live = 1 AND b.state = 'active' {one}"
        "ORDER BY r.member_id, r.side, r.period",
        programme=programme_id,
        **of,
        first=f"{tx.now - _KEPT:%Y-%m}",
    ):
        line = found.setdefault((row["match_id"], row["member_id"]), {"mentor": [], "mentee": []})
        line[row["side"]].append(Mark(row["period"], row["mark"], to_time(row["marked_at"])))
    return [MarkLine(match, member, each["mentor"], each["mentee"]) for (match, member), each in found.items()]


def words_of(tx: Transaction, match_id: int) -> list[Rating]:
    """The ratings of a match that have a word with them, the latest first (at most eight)."""
    rows = tx.all(
        _RATINGS + "WHERE b.match_id = :match AND r.words <> '' ORDER BY r.period DESC, r.id LIMIT 8", match=match_id
    )
    return [_rating(row) for row in rows]


def _rating(row: Row) -> Rating:
    return Rating(
        id=row["id"],
        match_id=row["match_id"],
        member_id=row["member_id"],
        side=Side(row["side"]),
        who=row["who"],
        other=row["other"],
        period=row["period"],
        mark=row["mark"],
        words=row["words"],
        marked_at=maybe_time(row["marked_at"]),
        at_work=row["state"] == "active",
    )
