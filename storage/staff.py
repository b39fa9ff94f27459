"""The staff of a school: who is in which role."""

from __future__ import annotations

from collections import defaultdict

from mentoring.people import Person, Role, SchoolClass
from storage.database import Transaction
from storage.people import person_of

PAGE = 8


def by_role(tx: Transaction, school_id: int) -> dict[Role, list[int]]:
    """The ids of everybody in each role, in the order they came."""
    found: dict[Role, list[int]] = defaultdict(list)
    for row in tx.all(
        "SELECT r.role, p.id FROM staff_roles r JOIN persons p ON p.id = r.person_id "
        "WHERE p.school_id = :school AND p.removed_at IS NULL ORDER BY r.since, p.id",
        school=school_id,
    ):
        found[Role(row["role"])].append(row["id"])
    return found


def class_teachers(tx: Transaction, school_id: int, of_class: SchoolClass | None) -> list[int]:
    """Whoever teaches this class, in the order they came."""
    if of_class is None:
        return []
    rows = tx.all(
        "SELECT p.id FROM staff_roles r JOIN persons p ON p.id = r.person_id WHERE p.school_id = :school "
        "AND p.removed_at IS NULL AND r.role = 'class_teacher' AND r.class_level = :level AND r.class_letter = :letter "
        "ORDER BY r.since, p.id",
        school=school_id,
        level=of_class.level,
        letter=of_class.letter,
    )
    return [row["id"] for row in rows]


def page(tx: Transaction, school_id: int, after: int = 0) -> list[Person]:
    """One page of the staff by id, and one more to tell whether there is another page."""
    rows = tx.all(
        "SELECT p.* FROM persons p WHERE p.school_id = :school AND p.id > :after AND p.removed_at IS NULL "
        "AND EXISTS (SELECT 1 FROM staff_roles r WHERE r.person_id = p.id) ORDER BY p.id LIMIT :limit",
        school=school_id,
        after=after,
        limit=PAGE + 1,
    )
    return [person_of(row) for row in rows]
