"""Who is too near to be somebody's mentor: their parent or guardian, a child of the same family, their class teacher."""

from __future__ import annotations

from storage.database import Transaction

Two = tuple[int, int]
"""A mentee's person and a mentor's person."""

_SIDES = (
    "SELECT m.person_id AS mentee, t.person_id AS mentor FROM {near} "
    "JOIN participations m ON m.person_id = {mentee} AND m.side = 'mentee' "
    "JOIN participations t ON t.person_id = {mentor} AND t.side = 'mentor' "
    "WHERE m.programme_id = :programme AND m.form = :form AND m.left_at IS NULL "
    "AND t.programme_id = :programme AND t.form = :form AND t.left_at IS NULL"
)
_PARENT = _SIDES.format(near="guardianships g", mentee="g.child_id", mentor="g.guardian_id")
_SIBLING = _SIDES.format(
    near="guardianships g JOIN guardianships o ON o.guardian_id = g.guardian_id AND o.child_id <> g.child_id",
    mentee="g.child_id",
    mentor="o.child_id",
)
_CLASS_TEACHER = _SIDES.format(
    near="staff_roles r JOIN persons w ON w.id = r.person_id JOIN persons p ON r.role = 'class_teacher' "
    "AND p.school_id = w.school_id AND p.class_level = r.class_level AND p.class_letter = r.class_letter",
    mentee="p.id",
    mentor="r.person_id",
)


def relatives(tx: Transaction, programme_id: int, form: str) -> frozenset[Two]:
    """Mentees and mentors of a form who are known as parent and child, or as children of one parent."""
    rows = tx.all(f"{_PARENT} UNION {_SIBLING}", programme=programme_id, form=form)
    return frozenset((row["mentee"], row["mentor"]) for row in rows)


def class_teachers(tx: Transaction, programme_id: int, form: str) -> frozenset[Two]:
    """Mentees of a form with the teacher of their own class among its mentors."""
    rows = tx.all(_CLASS_TEACHER, programme=programme_id, form=form)
    return frozenset((row["mentee"], row["mentor"]) for row in rows)
