"""What waits for the curator and what has happened this week, counted by the database in three queries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mentoring.settings import GuardianRule
from mentoring.standing import CONSENT_LACKS, Lack
from storage import answering, cases, lack_conditions
from storage.database import Transaction
from storage.moments import maybe_date, maybe_time


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much of each kind waits; a time says since when."""

    newcomers: int
    consents: int
    consents_since: datetime | None
    papers: int
    questionnaires: int
    forms: int
    unanswered: int
    refused: int
    pairs_for_order: int
    agreements: int
    orders_unsigned: int
    amendments: int
    gatherings: int
    letters: int
    calls: int
    acts: int
    withdrawals: int
    partings_late: int
    partings_late_since: date | None
    partings: int
    pauses: int
    tries_due: int
    long_waiting: int


@dataclass(frozen=True, slots=True)
class Week:
    """What has been done since Monday."""

    meetings: int
    questionnaires: int


_TAKES_PART = (
    "FROM participations q JOIN persons p ON p.id = q.person_id "
    "WHERE q.programme_id = :programme AND q.left_at IS NULL AND p.removed_at IS NULL "
)
_NO_CONSENT = lack_conditions.lacking(*CONSENT_LACKS)
_NOT_AGREED = lack_conditions.lacking(Lack.CONSENT, Lack.ASSENT, Lack.GUARDIAN)
_NO_PAPER = lack_conditions.lacking(Lack.PAPER)
_NO_ANSWERS = lack_conditions.lacking(Lack.APPLICATION, Lack.ENTRY)
_FOR_ORDER = (
    "(SELECT count(*) FROM members b JOIN matches m ON m.id = b.match_id WHERE b.programme_id = :programme "
    "AND b.live = 1 AND b.state = 'accepted' AND NOT EXISTS (SELECT 1 FROM order_lines o WHERE o.member_id = b.id) AND "
)
_NO_AGREEMENT = "(b.form = 'teacher_teacher' AND (m.worker_consent_on IS NULL OR m.agreement_number = '' OR m.agreement_on IS NULL))"
_ASKED = (
    "FROM partings a JOIN members b ON b.id = a.member_id WHERE b.programme_id = :programme AND a.answer IS NULL "
    "AND a.kind <> 'leave'"
)
_WITHOUT_PAIR = (
    "FROM cases c JOIN participations q ON q.id = c.participation_id WHERE c.programme_id = :programme "
    "AND c.closed_at IS NULL AND q.left_at IS NULL AND NOT EXISTS (SELECT 1 FROM members l WHERE l.mentee_id = q.id "
    "AND l.live = 1)"
)
_WAITING = f"""
SELECT
(SELECT count(*) FROM persons p WHERE p.school_id = :school AND p.removed_at IS NULL AND p.admitted_at IS NULL
    AND p.withdrawn_at IS NULL AND p.kind IN ('pupil', 'teacher', 'student', 'partner')) AS newcomers,
(SELECT count(DISTINCT p.id) {_TAKES_PART} AND {_NOT_AGREED}) AS consents,
(SELECT min(q.joined_at) {_TAKES_PART} AND {_NOT_AGREED}) AS consents_since,
(SELECT count(DISTINCT p.id) {_TAKES_PART} AND {_NO_PAPER}) AS papers,
(SELECT count(DISTINCT p.id) {_TAKES_PART} AND {_NO_ANSWERS} AND NOT {_NO_CONSENT}) AS questionnaires,
(SELECT count(*) FROM members b JOIN offers o ON o.member_id = b.id AND o.answer IS NULL
    WHERE b.programme_id = :programme AND b.live = 1) AS unanswered,
(SELECT count(DISTINCT b.mentee_id) FROM members b JOIN participations q ON q.id = b.mentee_id AND q.left_at IS NULL
    WHERE b.programme_id = :programme AND b.state IN ('declined', 'returned', 'ended') AND q.resting_from IS NULL
    AND NOT EXISTS (SELECT 1 FROM members l WHERE l.mentee_id = b.mentee_id AND l.live = 1)) AS refused,
{_FOR_ORDER} NOT {_NO_AGREEMENT}) AS pairs_for_order,
{_FOR_ORDER} {_NO_AGREEMENT}) AS agreements,
(SELECT count(*) FROM orders o WHERE o.programme_id = :programme AND o.signed_on IS NULL) AS orders_unsigned,
(SELECT count(*) FROM members m JOIN order_lines l ON l.member_id = m.id JOIN orders s ON s.id = l.order_id
    WHERE m.programme_id = :programme AND m.live = 0 AND s.signed_on IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM order_endings e WHERE e.member_id = m.id)) AS amendments,
(SELECT count(*) FROM gatherings g WHERE g.programme_id = :programme AND g.state = 'planned'
    AND g.invited_at IS NOT NULL AND g.starts_at <= :now) AS gatherings,
(SELECT count(*) FROM letters l WHERE l.school_id = :school AND l.to_id IS NULL AND l.closed_at IS NULL) AS letters,
(SELECT count(*) FROM calls c JOIN persons p ON p.id = c.person_id WHERE c.school_id = :school AND c.done_at IS NULL
    AND p.removed_at IS NULL) AS calls,
(SELECT count(*) FROM acts a WHERE a.school_id = :school AND a.signed_on IS NULL) AS acts,
(SELECT count(*) FROM withdrawals w WHERE w.school_id = :school AND w.due_on IS NOT NULL AND w.done_at IS NULL
    AND w.cancelled_at IS NULL) AS withdrawals,
(SELECT count(*) {_WITHOUT_PAIR} AND c.next_try_on <= :today) AS tries_due,
(SELECT count(*) {_WITHOUT_PAIR} AND {cases.SINCE} <= :waiting_since) AS long_waiting,
(SELECT count(*) {_ASKED} AND a.answer_by < :today) AS partings_late,
(SELECT min(a.answer_by) {_ASKED} AND a.answer_by < :today) AS partings_late_since,
(SELECT count(*) {_ASKED} AND a.answer_by >= :today) AS partings,
(SELECT count(*) FROM pauses u WHERE u.programme_id = :programme AND u.ended_at IS NULL AND u.until_on < :today
    AND NOT EXISTS (SELECT 1 {_ASKED} AND a.asked_by = u.mentor_id)) AS pauses
"""


def waiting(
    tx: Transaction, school_id: int, programme_id: int, today: date, rule: GuardianRule, grace: int, alarm: int
) -> Waiting:
    """Everything that waits, in two queries; `alarm` is after how many days without a pair somebody waits long."""
    row = tx.one(
        _WAITING,
        school=school_id,
        programme=programme_id,
        today=today,
        now=tx.now,
        waiting_since=tx.now - timedelta(days=alarm),
        **lack_conditions.values(today, rule, grace),
    )
    if row is None:
        raise LookupError(programme_id)
    since = ("consents_since", "partings_late_since")
    counts = {name: row[name] for name in row.keys() if name not in since}  # noqa: SIM118 (a row is no dict)
    forms, _ = answering.count_waiting(tx, programme_id)
    return Waiting(
        consents_since=maybe_time(row["consents_since"]),
        partings_late_since=maybe_date(row["partings_late_since"]),
        forms=forms,
        **counts,
    )


def week(tx: Transaction, school_id: int, programme_id: int, since: datetime) -> Week:
    """Meetings held and questionnaires sent since a moment, in one query."""
    row = tx.one(
        "SELECT (SELECT count(*) FROM meetings n JOIN matches m ON m.id = n.match_id WHERE m.programme_id = :programme "
        "AND n.state = 'held' AND n.starts_at >= :since), "
        "(SELECT count(*) FROM submissions s WHERE s.school_id = :school AND s.sent_at >= :since)",
        school=school_id,
        programme=programme_id,
        since=since,
    )
    return Week(*row) if row else Week(0, 0)
