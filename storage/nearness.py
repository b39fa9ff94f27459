"""Who is too near to be somebody's mentor: their parent or guardian, a child of the same family, their class teacher."""

from __future__ import annotations

from storage.database import Transaction

Two = tuple[int, int]
"""A mentee's person and a mentor's person."""

# CROSS JOIN keeps the order: from each mentee to those near, and only then to mentors; thousands of both meet otherwise.
_SIDES = (
    "SELECT m.person_id AS mentee, t.person_id AS mentor FROM participations m CROSS JOIN {near} "
    "CROSS JOIN participations t WHERE m.programme_id = :programme AND m.form = :form AND m.side = 'mentee' "
    "AND m.left_at IS NULL AND {of_mentee} AND t.person_id = {mentor} AND t.programme_id = :programme "
    "AND t.form = :form AND t.side = 'mentor' AND t.left_at IS NULL"
)
_PARENT = _SIDES.format(near="guardianships g", of_mentee="g.child_id = m.person_id", mentor="g.guardian_id")
_SIBLING = _SIDES.format(
    near="guardianships g CROSS JOIN guardianships o",
    of_mentee="g.child_id = m.person_id AND o.guardian_id = g.guardian_id AND o.child_id <> g.child_id",
    mentor="o.child_id",
)
_CLASS_TEACHER = _SIDES.format(
    near="persons p CROSS JOIN staff_roles r CROSS JOIN persons w",
    of_mentee="p.id = m.person_id AND r.role = 'class_teacher' AND r.class_level = p.class_level "
    "AND r.class_letter = p.class_letter AND w.id = r.person_id AND w.school_id = p.school_id",
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
