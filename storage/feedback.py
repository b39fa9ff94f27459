"""Which matches the interim questionnaire is to go to, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mentoring.feedback_rounds import ROUND
from storage.database import Transaction
from storage.drafts import Submission, submission_of
from storage.moments import to_time


@dataclass(frozen=True, slots=True)
class Round:
    """One round of a match: which, how many meetings had been held by then, when it was asked."""

    number: int
    held: int
    asked_at: datetime


def last_round(tx: Transaction, match_id: int) -> Round | None:
    """The round a match was asked last; None before the first."""
    row = tx.one("SELECT * FROM rounds WHERE match_id = :match ORDER BY number DESC LIMIT 1", match=match_id)
    return None if row is None else Round(row["number"], row["held"], to_time(row["asked_at"]))


def begin_round(tx: Transaction, match_id: int, number: int) -> bool:
    """Begin a round; False when it has begun already."""
    return bool(
        tx.run(
            "INSERT INTO rounds (match_id, number, held, asked_at) SELECT :match, :number, count(*), :now FROM meetings "
            "WHERE match_id = :match AND state = 'held' ON CONFLICT DO NOTHING",
            match=match_id,
            number=number,
            now=tx.now,
        )
    )


def waiting(tx: Transaction, school_id: int, before: datetime, *, again: bool) -> list[int]:
    """Matches that have worked since before this time and have not been asked (at most 500 a night).

    `again`: also those that were last asked before it.
    """
    rows = tx.all(
        "SELECT m.id FROM matches m JOIN programmes g ON g.id = m.programme_id "
        "WHERE g.school_id = :school AND g.closed_at IS NULL AND m.ended_at IS NULL "
        "AND EXISTS (SELECT 1 FROM members b WHERE b.match_id = m.id AND b.state = 'active' AND b.since <= :before) "
        "AND NOT EXISTS (SELECT 1 FROM rounds r WHERE r.match_id = m.id AND (r.asked_at > :before OR NOT :again)) "
        "ORDER BY m.id LIMIT 500",
        school=school_id,
        before=before,
        again=again,
    )
    return [row["id"] for row in rows]


def asked(tx: Transaction, person_id: int) -> list[int]:
    """What a person has been asked in the latest rounds and has not answered: match and round in one number."""
    rows = tx.all(
        "SELECT l.about FROM (SELECT max(n.about) AS about FROM notices n WHERE n.kind = 'feedback' "
        f"AND n.person_id = :person AND n.not_before <= :now GROUP BY n.about % {ROUND}) l "
        "WHERE NOT EXISTS (SELECT 1 FROM submissions s WHERE s.person_id = :person "
        "AND s.about = l.about AND s.form LIKE 'interim_%') ORDER BY l.about",
        person=person_id,
        now=tx.now,
    )
    return [row["about"] for row in rows]


def asked_of_school(tx: Transaction, school_id: int) -> set[tuple[int, int]]:
    """Everyone of a school who has been asked, each with what the answers are about."""
    rows = tx.all(
        "SELECT DISTINCT person_id, about FROM notices WHERE kind = 'feedback' AND school_id = :school "
        "AND person_id IS NOT NULL AND not_before <= :now",
        school=school_id,
        now=tx.now,
    )
    return {(row["person_id"], row["about"]) for row in rows}


def submission(tx: Transaction, submission_id: int) -> Submission | None:
    """One interim questionnaire that was sent."""
    row = tx.one("SELECT * FROM submissions WHERE id = :id AND form LIKE 'interim_%'", id=submission_id)
    return None if row is None else submission_of(row)


def of_match(tx: Transaction, match_id: int) -> list[Submission]:
    """What both sides of a match have sent, round by round."""
    rows = tx.all(
        "SELECT s.* FROM (SELECT p.person_id FROM matches m JOIN participations p ON p.id = m.mentor_id "
        "WHERE m.id = :match UNION SELECT p.person_id FROM members b JOIN participations p ON p.id = b.mentee_id "
        "WHERE b.match_id = :match) w JOIN submissions s ON s.person_id = w.person_id AND s.form LIKE 'interim_%' "
        f"AND s.about % {ROUND} = :match ORDER BY s.about, s.id",
        match=match_id,
    )
    return [submission_of(row) for row in rows]
