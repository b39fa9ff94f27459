"""Personal codes: who of a class list has not come in yet, and by which code they may."""

from __future__ import annotations

from mentoring.people import Person
from storage import links
from storage.database import Transaction
from storage.links import Purpose
from storage.people import person_of

_WAITING = (
    "FROM links l JOIN persons p ON p.id = l.person_id WHERE l.school_id = :school AND l.purpose = 'personal' "
    "AND l.closed_at IS NULL AND l.uses_left > 0 AND p.removed_at IS NULL"
)


def waiting(tx: Transaction, school: int) -> list[tuple[Person, str]]:
    """Everyone with a code not used yet, by class and name, with the code."""
    rows = tx.all(
        f"SELECT p.*, l.token {_WAITING} ORDER BY p.class_level, p.class_letter, p.sought, p.id", school=school
    )
    return [(person_of(row), row["token"]) for row in rows]


def count(tx: Transaction, school: int) -> int:
    """How many they are."""
    return int(tx.value(f"SELECT count(*) {_WAITING}", school=school))


def give(tx: Transaction, school: int, person_id: int, made_by: int | None) -> str:
    """The person's code: the one they have, else a new one for one use."""
    standing = links.for_person(tx, Purpose.PERSONAL, person_id)
    if standing is None:
        standing = links.make(tx, Purpose.PERSONAL, school_id=school, person_id=person_id, made_by=made_by, uses=1)
    return standing.token


def pupils_known(tx: Transaction, school: int) -> set[tuple[str, int | None, str]]:
    """Name as it is sought and class of every pupil there is: who is in a list twice is not added again."""
    rows = tx.all(
        "SELECT sought, class_level, class_letter FROM persons "
        "WHERE school_id = :school AND kind = 'pupil' AND removed_at IS NULL",
        school=school,
    )
    return {(row["sought"], row["class_level"], row["class_letter"]) for row in rows}
