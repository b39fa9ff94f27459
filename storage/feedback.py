"""Which matches the interim questionnaire is to go to, and what came of it."""

from __future__ import annotations

from datetime import datetime

from storage.database import Transaction
from storage.drafts import Submission, submission_of


def waiting(tx: Transaction, school_id: int, active_before: datetime) -> list[int]:
    """Matches that have worked since before this time and have not been asked yet (at most 500 a night)."""
    rows = tx.all(
        "SELECT m.id FROM matches m JOIN programmes g ON g.id = m.programme_id "
        "WHERE g.school_id = :school AND g.closed_at IS NULL AND m.ended_at IS NULL "
        "AND EXISTS (SELECT 1 FROM members b WHERE b.match_id = m.id AND b.state = 'active' AND b.since <= :before) "
        "AND NOT EXISTS (SELECT 1 FROM notices n WHERE n.kind = 'feedback' AND n.about = m.id) "
        "ORDER BY m.id LIMIT 500",
        school=school_id,
        before=active_before,
    )
    return [row["id"] for row in rows]


def asked(tx: Transaction, person_id: int) -> list[int]:
    """The matches about which a person has been asked and has not answered."""
    rows = tx.all(
        "SELECT DISTINCT n.about FROM notices n WHERE n.kind = 'feedback' AND n.person_id = :person "
        "AND n.not_before <= :now AND NOT EXISTS (SELECT 1 FROM submissions s WHERE s.person_id = :person "
        "AND s.about = n.about AND s.form LIKE 'interim_%') ORDER BY n.about",
        person=person_id,
        now=tx.now,
    )
    return [row["about"] for row in rows]


def asked_of_school(tx: Transaction, school_id: int) -> set[tuple[int, int]]:
    """Everyone of a school who has been asked, each with the match."""
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
    """What both sides of a match have sent."""
    rows = tx.all(
        "SELECT * FROM submissions WHERE about = :match AND form LIKE 'interim_%' ORDER BY id", match=match_id
    )
    return [submission_of(row) for row in rows]
