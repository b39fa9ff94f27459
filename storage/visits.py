"""The meetings ahead to which curators are invited, as one of them sees them."""

from __future__ import annotations

from dataclasses import dataclass

from storage.database import Transaction
from storage.meetings import Meeting, meeting_of

_MOST = 12


@dataclass(frozen=True, slots=True)
class Invited:
    """A meeting ahead, and what this curator has answered."""

    meeting: Meeting
    comes: bool | None


def ahead(tx: Transaction, school_id: int, curator_id: int) -> list[Invited]:
    """The first, planning and closing meetings ahead to which this curator comes, or nobody does and they may; soonest first.

    Not of pairs they are in themselves.
    """
    rows = tx.all(
        "SELECT n.*, a.answer AS said FROM meetings n JOIN matches m ON m.id = n.match_id "
        "JOIN programmes g ON g.id = m.programme_id JOIN participations o ON o.id = m.mentor_id "
        "LEFT JOIN meeting_answers a ON a.meeting_id = n.id AND a.revision = n.revision AND a.question = 'coming' "
        "AND a.person_id = :curator "
        "WHERE n.state = 'planned' AND n.starts_at > :now AND n.kind IN ('first', 'planning', 'closing') "
        "AND g.school_id = :school AND g.closed_at IS NULL AND o.person_id <> :curator "
        "AND coalesce(a.answer, 'yes') = 'yes' "
        "AND EXISTS (SELECT 1 FROM members b WHERE b.match_id = m.id AND b.state = 'active') "
        "AND NOT EXISTS (SELECT 1 FROM members b JOIN participations p ON p.id = b.mentee_id "
        "WHERE b.match_id = m.id AND p.person_id = :curator) "
        "AND NOT EXISTS (SELECT 1 FROM meeting_answers c JOIN staff_roles r ON r.person_id = c.person_id "
        "AND r.role = 'curator' WHERE c.meeting_id = n.id AND c.revision = n.revision AND c.question = 'coming' "
        "AND c.answer = 'yes' AND c.person_id NOT IN (:curator, o.person_id)) "
        "ORDER BY n.starts_at, n.id LIMIT :most",
        school=school_id,
        curator=curator_id,
        now=tx.now,
        most=_MOST,
    )
    return [Invited(meeting_of(row), None if row["said"] is None else row["said"] == "yes") for row in rows]
