"""Whose paper consent has not come back yet: minors without a guardian's paper or signed document, by class.

Where names are not for the messenger, whoever came by themselves has none: they are on the list once they are admitted.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentoring.people import Person, SchoolClass
from storage.database import Transaction
from storage.people import person_of

_LACKING = (
    "FROM persons p WHERE p.school_id = :school AND p.removed_at IS NULL AND p.withdrawn_at IS NULL "
    "AND p.kind IN ('pupil', 'student') AND (p.birth_date > :grown OR p.birth_date IS NULL "
    "AND coalesce(p.age_band, '') <> 'adult') AND (p.family || p.given <> '' OR p.admitted_at IS NOT NULL AND EXISTS "
    "(SELECT 1 FROM settings s WHERE s.school_id = p.school_id AND s.name = 'privacy_mode' AND s.value = 'coded')) "
    "AND NOT EXISTS (SELECT 1 FROM consents c WHERE c.person_id = p.id "
    "AND c.purpose = 'participation' AND c.capacity = 'guardian' AND c.way <> 'tap' AND c.answer = 'agreed' "
    "AND c.withdrawn_at IS NULL) "
)
_OF_CLASS = "AND p.class_level IS :level AND p.class_letter = :letter "


@dataclass(frozen=True, slots=True)
class ClassCount:
    """A class (none: no class is known), how many of it lack the paper, and one of them by id."""

    school_class: SchoolClass | None
    count: int
    someone: int


def classes(tx: Transaction, school: int, grown: date) -> list[ClassCount]:
    """Every class with papers missing; `grown` is the birth date of whoever comes of age today."""
    rows = tx.all(
        "SELECT p.class_level AS level, p.class_letter AS letter, count(*) AS count, min(p.id) AS someone "
        f"{_LACKING} GROUP BY p.class_level, p.class_letter ORDER BY p.class_level IS NULL, p.class_level, p.class_letter",
        school=school,
        grown=grown,
    )
    return [
        ClassCount(
            None if row["level"] is None else SchoolClass(row["level"], row["letter"]), row["count"], row["someone"]
        )
        for row in rows
    ]


def of_class(
    tx: Transaction, school: int, grown: date, school_class: SchoolClass | None, after: int = 0, limit: int = -1
) -> list[Person]:
    """Those of a class who lack the paper, from an id on."""
    rows = tx.all(
        f"SELECT p.* {_LACKING} {_OF_CLASS} AND p.id > :after ORDER BY p.id LIMIT :limit",
        school=school,
        grown=grown,
        level=school_class.level if school_class else None,
        letter=school_class.letter if school_class else "",
        after=after,
        limit=limit,
    )
    return [person_of(row) for row in rows]


def count(tx: Transaction, school: int, grown: date) -> int:
    """How many papers are missing."""
    return int(tx.value(f"SELECT count(*) {_LACKING}", school=school, grown=grown))
