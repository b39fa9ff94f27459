"""Rows of the whole programme for the curator's export: one query a table, however many people there are."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from storage.database import Row, Transaction
from storage.drafts import Submission, submission_of
from storage.moments import to_time


def contacts(tx: Transaction, school_id: int) -> dict[int, str]:
    """How people can be reached, by person."""
    rows = tx.all("SELECT id, contact FROM persons WHERE school_id = :school AND contact <> ''", school=school_id)
    return {row["id"]: row["contact"] for row in rows}


def guardians(tx: Transaction, school_id: int) -> dict[int, list[Row]]:
    """The guardians of every child of a school (rows of `persons`), by child."""
    found: dict[int, list[Row]] = defaultdict(list)
    for row in tx.all(
        "SELECT g.child_id, p.* FROM guardianships g JOIN persons p ON p.id = g.guardian_id "
        "WHERE p.school_id = :school AND p.removed_at IS NULL ORDER BY g.since, p.id",
        school=school_id,
    ):
        found[row["child_id"]].append(row)
    return found


def members(tx: Transaction, programme_id: int) -> list[Row]:
    """Everyone who is or was in a match both sides agreed to, with the order that names them."""
    return tx.all(
        "SELECT b.match_id, b.mentee_id, b.state, b.since, b.ended_at, b.form, m.mentor_id, m.role_model, "
        "o.number AS order_number, o.signed_on FROM members b JOIN matches m ON m.id = b.match_id "
        "LEFT JOIN order_lines l ON l.member_id = b.id LEFT JOIN orders o ON o.id = l.order_id "
        "WHERE b.programme_id = :programme AND b.state IN ('offered', 'accepted', 'active', 'frozen', 'ended') "
        "ORDER BY b.match_id, b.id",
        programme=programme_id,
    )


def meetings(tx: Transaction, programme_id: int) -> list[Row]:
    """Every meeting that was not cancelled, in order."""
    return tx.all(
        "SELECT n.* FROM meetings n JOIN matches m ON m.id = n.match_id "
        "WHERE m.programme_id = :programme AND n.state <> 'cancelled' ORDER BY n.match_id, n.number",
        programme=programme_id,
    )


def took_place(tx: Transaction, programme_id: int) -> dict[int, list[bool]]:
    """What mentees said of whether a meeting took place, by meeting."""
    found: dict[int, list[bool]] = defaultdict(list)
    for row in tx.all(
        "SELECT a.meeting_id, a.answer FROM meeting_answers a JOIN meetings n ON n.id = a.meeting_id "
        "AND n.revision = a.revision JOIN matches m ON m.id = n.match_id "
        "WHERE m.programme_id = :programme AND a.question = 'took_place'",
        programme=programme_id,
    ):
        found[row["meeting_id"]].append(row["answer"] == "yes")
    return found


def consents(tx: Transaction, school_id: int) -> list[Row]:
    """Every answer to a consent, withdrawn ones too, of people whose data are not erased."""
    return tx.all(
        "SELECT c.* FROM consents c JOIN persons p ON p.id = c.person_id "
        "WHERE p.school_id = :school AND p.removed_at IS NULL AND p.erased_at IS NULL ORDER BY c.id",
        school=school_id,
    )


def participants(tx: Transaction, programme_id: int) -> dict[int, int]:
    """Who takes, or took, each side of a programme: persons by participation."""
    rows = tx.all("SELECT id, person_id FROM participations WHERE programme_id = :programme", programme=programme_id)
    return {row["id"]: row["person_id"] for row in rows}


def submissions(tx: Transaction, school_id: int) -> list[tuple[Submission, datetime]]:
    """Every questionnaire sent by people who have not withdrawn, and when it was last sent."""
    rows = tx.all(
        "SELECT s.* FROM submissions s JOIN persons p ON p.id = s.person_id WHERE s.school_id = :school "
        "AND p.removed_at IS NULL AND p.withdrawn_at IS NULL ORDER BY s.form, s.id",
        school=school_id,
    )
    return [(submission_of(row), to_time(row["changed_at"] or row["sent_at"])) for row in rows]
