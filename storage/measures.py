"""How questionnaires are answered: how many were sent and begun, how long it took, which were left half way. No names."""

from __future__ import annotations

from datetime import datetime

from storage.database import Transaction
from storage.drafts import Draft, draft_of

_MOST_LEFT = 300  # drafts looked at for where people stop


def sent(tx: Transaction, school_id: int) -> dict[str, int]:
    """How many of each questionnaire were sent."""
    rows = tx.all(
        "SELECT form, count(*) AS n FROM submissions WHERE school_id = :school GROUP BY form", school=school_id
    )
    return {row["form"]: row["n"] for row in rows}


def sent_of(tx: Transaction, school_id: int, form: str) -> int:
    """How many of one questionnaire people have sent by themselves."""
    return int(
        tx.value(
            "SELECT count(*) FROM submissions WHERE school_id = :school AND form = :form AND entered_by IS NULL",
            school=school_id,
            form=form,
        )
    )


def begun(tx: Transaction, school_id: int, form: str) -> int:
    """How many people have begun a questionnaire about something, by the journal, sent it, or have it open."""
    return int(
        tx.value(
            "SELECT count(*) FROM ("
            "SELECT person_id, subject_id AS about FROM journal WHERE school_id = :school AND details = :form "
            "AND deed = 'questionnaire-begun' "
            "UNION SELECT person_id, about FROM submissions WHERE school_id = :school AND form = :form "
            "AND entered_by IS NULL "
            "UNION SELECT d.person_id, d.about FROM drafts d JOIN persons p ON p.id = d.person_id "
            "WHERE p.school_id = :school AND d.form = :form AND d.about >= 0 AND d.for_id IS NULL) AS begun",
            school=school_id,
            form=form,
        )
    )


def times(tx: Transaction, school_id: int, form: str) -> list[int]:
    """Seconds each person was at it, least first."""
    rows = tx.all(
        "SELECT spent FROM submissions WHERE school_id = :school AND form = :form AND spent IS NOT NULL ORDER BY spent",
        school=school_id,
        form=form,
    )
    return [row["spent"] for row in rows]


def left(tx: Transaction, school_id: int, form: str, before: datetime) -> list[Draft]:
    """What was begun, not touched since that moment and never sent."""
    rows = tx.all(
        "SELECT d.* FROM drafts d JOIN persons p ON p.id = d.person_id WHERE d.form = :form AND p.school_id = :school "
        "AND d.touched_at < :before AND d.about >= 0 AND d.for_id IS NULL AND NOT EXISTS (SELECT 1 FROM submissions s "
        "WHERE s.person_id = d.person_id AND s.form = d.form AND s.about = d.about) ORDER BY d.touched_at DESC "
        "LIMIT :most",
        form=form,
        school=school_id,
        before=before,
        most=_MOST_LEFT,
    )
    return [draft_of(row) for row in rows]


def in_the_middle(tx: Transaction, school_id: int, form: str, version: str) -> int:
    """How many are in the middle of another version of a questionnaire than this."""
    return int(
        tx.value(
            "SELECT count(*) FROM drafts d JOIN persons p ON p.id = d.person_id WHERE d.form = :form "
            "AND p.school_id = :school AND d.version <> :version AND d.about >= 0 AND d.for_id IS NULL",
            form=form,
            school=school_id,
            version=version,
        )
    )
