"""Everything that happened to a pair, the newest first: each source is asked by an index for a handful of lines.

What it costs does not depend on how many other pairs, meetings and notices there are. For curators only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import IntEnum

from storage.database import Row, Transaction
from storage.moments import to_time

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class Source(IntEnum):
    """Where a line comes from; of two at one moment the later source stands above."""

    PROPOSED = 1
    ANSWERED = 2
    ORDERED = 3
    CONTACT = 4  # the time of the first meeting is set
    MEETING = 5
    MOVED = 6
    PLAN = 7
    FEEDBACK = 8
    RATED = 9
    SIGNAL = 10
    STEP = 11
    NUDGED = 12
    PAUSED = 13
    BACK = 14
    ASKED = 15  # to part
    SETTLED = 16  # what came of that
    FROZEN = 17
    ENDED = 18


@dataclass(frozen=True, slots=True)
class Key:
    """A place in the timeline: after the line of this moment (microseconds since 1970), source and id."""

    at: int
    source: int
    id: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: what it was (a word of its source), whom it is about or from, a number, words somebody wrote, another time."""

    at: datetime
    source: Source
    id: int
    what: str = ""
    person_id: int | None = None
    number: int = 0
    words: str = ""
    other_at: str = ""  # a moment or a day, as stored

    @property
    def key(self) -> Key:
        """Its place."""
        return Key((self.at - _EPOCH) // _MICROSECOND, self.source, self.id)


_OF_MATCH = "members b ON b.match_id = :match AND"
_SOURCES: dict[Source, str] = {
    Source.PROPOSED: "SELECT o.asked_at AS at, o.id, '' AS what, o.person_id AS person, 0 AS number, '' AS words, '' AS other "
    f"FROM offers o JOIN {_OF_MATCH} b.id = o.member_id WHERE o.side = 'mentee'",
    Source.ANSWERED: "SELECT o.answered_at AS at, o.id, o.answer AS what, o.person_id AS person, 0 AS number, '' AS words, "
    f"'' AS other FROM offers o JOIN {_OF_MATCH} b.id = o.member_id WHERE o.answered_at IS NOT NULL",
    Source.ORDERED: "SELECT o.signed_on || 'T00:00:00.000000Z' AS at, o.id, '' AS what, NULL AS person, count(*) AS number, "
    f"o.number AS words, '' AS other FROM order_lines l JOIN {_OF_MATCH} b.id = l.member_id "
    "JOIN orders o ON o.id = l.order_id WHERE o.signed_on IS NOT NULL GROUP BY o.id",
    Source.CONTACT: "SELECT n.made_at AS at, n.id, '' AS what, n.made_by AS person, 0 AS number, '' AS words, n.starts_at AS other "
    "FROM meetings n WHERE n.id = (SELECT min(id) FROM meetings WHERE match_id = :match)",
    Source.MEETING: "SELECT n.starts_at AS at, n.id, n.state || ':' || n.result || ':' || (n.settled_at IS NOT NULL) || ':' "
    "|| n.disputed || ':' || n.kind AS what, NULL AS person, n.minutes AS number, n.topic || '\n' || n.note AS words, '' AS other "
    "FROM meetings n WHERE n.match_id = :match AND (n.state <> 'cancelled' "
    "OR NOT EXISTS (SELECT 1 FROM meeting_moves v WHERE v.meeting_id = n.id AND v.now_at IS NULL))",
    Source.MOVED: "SELECT v.at, v.id, CASE WHEN v.now_at IS NULL THEN 'cancelled' ELSE 'moved' END AS what, v.by_id AS person, "
    "0 AS number, v.reason AS words, v.was_at || ' ' || coalesce(v.now_at, '') AS other "
    "FROM meetings n JOIN meeting_moves v ON v.meeting_id = n.id WHERE n.match_id = :match",
    Source.PLAN: "SELECT c.at, c.id, c.what || ':' || c.became AS what, c.by_id AS person, 0 AS number, "
    f"coalesce(i.task, '') AS words, '' AS other FROM plans p JOIN {_OF_MATCH} b.id = p.member_id "
    "JOIN plan_changes c ON c.plan_id = p.id LEFT JOIN plan_items i ON i.id = c.item_id "
    "WHERE c.what IN ('ready', 'goal', 'ticked', 'mark', 'signed')",
    Source.FEEDBACK: "SELECT s.sent_at AS at, s.id, '' AS what, s.person_id AS person, 0 AS number, "
    "s.answers AS words, '' AS other FROM submissions s WHERE s.form IN ('interim_mentor', 'interim_mentee', "
    "'interim_mentor_teacher_teacher', 'interim_mentee_teacher_teacher') AND s.about % 1000000000 = :match "  # any round of it
    "AND s.person_id IN (SELECT b.mentor_person_id FROM members b WHERE b.match_id = :match UNION SELECT q.person_id "
    "FROM members b JOIN participations q ON q.id = b.mentee_id WHERE b.match_id = :match)",
    Source.RATED: "SELECT r.marked_at AS at, r.id, r.side AS what, "
    "CASE r.side WHEN 'mentor' THEN b.mentor_person_id ELSE q.person_id END AS person, r.mark AS number, r.words AS words, "
    f"'' AS other FROM ratings r JOIN {_OF_MATCH} b.id = r.member_id JOIN participations q ON q.id = b.mentee_id "
    "WHERE r.marked_at IS NOT NULL",
    Source.SIGNAL: "SELECT g.at, g.id, g.kind AS what, g.person_id AS person, 0 AS number, '' AS words, '' AS other "
    "FROM signals g WHERE g.match_id = :match",
    Source.STEP: "SELECT t.at, t.id, t.kind AS what, t.to_id AS person, 0 AS number, t.words, t.rests_until AS other "
    "FROM pair_steps t WHERE t.match_id = :match",
    Source.NUDGED: "SELECT k.not_before AS at, k.id, coalesce(k.outcome, '') AS what, k.person_id AS person, 0 AS number, "
    "'' AS words, '' AS other FROM notices k WHERE k.kind = 'meeting-nudge' AND k.about = :match",
    Source.PAUSED: "SELECT u.set_at AS at, u.id, '' AS what, u.mentor_id AS person, 0 AS number, u.reason AS words, "
    "u.until_on AS other FROM pauses u WHERE u.mentor_id = :mentor AND u.programme_id = :programme AND u.set_at >= :since",
    Source.BACK: "SELECT u.ended_at AS at, u.id, '' AS what, u.mentor_id AS person, 0 AS number, '' AS words, '' AS other "
    "FROM pauses u WHERE u.mentor_id = :mentor AND u.programme_id = :programme AND u.set_at >= :since AND u.ended_at IS NOT NULL",
    Source.ASKED: "SELECT a.asked_at AS at, a.id, a.kind AS what, a.asked_by AS person, 0 AS number, a.reason AS words, "
    f"'' AS other FROM partings a JOIN {_OF_MATCH} b.id = a.member_id WHERE 1 = 1",
    Source.SETTLED: "SELECT a.answered_at AS at, a.id, a.answer AS what, a.asked_by AS person, 0 AS number, '' AS words, "
    f"'' AS other FROM partings a JOIN {_OF_MATCH} b.id = a.member_id WHERE a.answered_at IS NOT NULL",
    Source.FROZEN: "SELECT b.since AS at, b.id, '' AS what, q.person_id AS person, 0 AS number, '' AS words, '' AS other "
    "FROM members b JOIN participations q ON q.id = b.mentee_id WHERE b.match_id = :match AND b.state = 'frozen'",
    Source.ENDED: "SELECT b.ended_at AS at, b.id, b.ground AS what, q.person_id AS person, 0 AS number, '' AS words, '' AS other "
    "FROM members b JOIN participations q ON q.id = b.mentee_id "
    "WHERE b.match_id = :match AND b.state = 'ended' AND b.ended_at IS NOT NULL",
}
_NO_ID = 2**62  # above every id
_EVERY = " UNION ALL ".join(
    f"SELECT {int(source)} AS source, l.* FROM (SELECT * FROM ({query}) e WHERE e.at < :at OR (e.at = :at AND e.id < "
    f"CASE WHEN {int(source)} < :source THEN {_NO_ID} WHEN {int(source)} = :source THEN :id ELSE 0 END) "
    "ORDER BY e.at DESC, e.id DESC LIMIT :limit) l"
    for source, query in _SOURCES.items()
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose timeline: the match, its programme, the mentor, and since when the match has been there."""

    match_id: int
    programme_id: int
    mentor_id: int
    since: datetime


def page(tx: Transaction, asked: Asked, after: Key | None, limit: int) -> list[Entry]:
    """The lines below `after`, the newest first, in one query; of no source more than `limit` lines are looked at."""
    rows = tx.all(
        f"SELECT * FROM ({_EVERY}) ORDER BY at DESC, source DESC, id DESC LIMIT :limit",
        match=asked.match_id,
        programme=asked.programme_id,
        mentor=asked.mentor_id,
        since=asked.since,
        at=_EPOCH + after.at * _MICROSECOND if after else datetime.max.replace(tzinfo=UTC),
        source=after.source if after else 0,
        id=after.id if after else 0,
        limit=limit,
    )
    return [_entry(row) for row in rows]


def _entry(row: Row) -> Entry:
    return Entry(
        at=to_time(row["at"]),
        source=Source(row["source"]),
        id=row["id"],
        what=row["what"],
        person_id=row["person"],
        number=row["number"],
        words=row["words"],
        other_at=row["other"],
    )


def disputed(tx: Transaction, match_id: int, limit: int) -> list[tuple[int, datetime]]:
    """Meetings of a match about which the sides disagree, the oldest first: ids and times."""
    rows = tx.all(
        "SELECT id, starts_at FROM meetings WHERE match_id = :match AND disputed = 1 ORDER BY starts_at LIMIT :limit",
        match=match_id,
        limit=limit,
    )
    return [(row["id"], to_time(row["starts_at"])) for row in rows]
