"""Persons of a school: one row each, found by id, by name, by class."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from mentoring.people import AgeGroup, Kind, Name, Person, Role, SchoolClass, folded
from mentoring.refusal import NotYours
from storage.database import Row, Transaction
from storage.moments import maybe_date, maybe_time

_LETTERS = {Kind.GUARDIAN: "R", Kind.STAFF: "S"}  # of a code; everyone else is a participant, «P»


def person_of(row: Row) -> Person:
    """A row of `persons` as a value."""
    level = row["class_level"]
    return Person(
        id=row["id"],
        school_id=row["school_id"],
        kind=Kind(row["kind"]),
        code=row["code"],
        name=Name(row["family"], row["given"], row["patronymic"]),
        birth_date=maybe_date(row["birth_date"]),
        age_band=AgeGroup(row["age_band"]) if row["age_band"] else None,
        gender=row["gender"],
        school_class=None if level is None else SchoolClass(level, row["class_letter"]),
        post=row["post"],
        workplace=row["workplace"],
        admitted_at=maybe_time(row["admitted_at"]),
        cleared_on=maybe_date(row["cleared_on"]),
        withdrawn_at=maybe_time(row["withdrawn_at"]),
        erased_at=maybe_time(row["erased_at"]),
        removed_at=maybe_time(row["removed_at"]),
    )


def get(tx: Transaction, person_id: int) -> Person:
    """The person. Raises NotYours for an unknown id."""
    row = tx.one("SELECT * FROM persons WHERE id = :id", id=person_id)
    if row is None:
        raise NotYours
    return person_of(row)


def of_school(tx: Transaction, school_id: int, person_id: int) -> Person:
    """The person, if of this school. Raises NotYours otherwise: a second school's people do not exist here."""
    person = get(tx, person_id)
    if person.school_id != school_id:
        raise NotYours
    return person


def some(tx: Transaction, person_ids: Iterable[int]) -> dict[int, Person]:
    """Many persons by id, in one query."""
    ids = ",".join(str(int(each)) for each in set(person_ids))
    if not ids:
        return {}
    return {row["id"]: person_of(row) for row in tx.all(f"SELECT * FROM persons WHERE id IN ({ids})")}


def add(
    tx: Transaction,
    school_id: int,
    kind: Kind,
    *,
    name: Name | None = None,
    birth_date: date | None = None,
    school_class: SchoolClass | None = None,
    post: str = "",
    workplace: str = "",
    admitted_by: int | None = None,
) -> int:
    """Add a person and return the id. `admitted_by` says which curator answers for them; without it they are «новый»."""
    name = name or Name()
    letter = _LETTERS.get(kind, "P")
    last = tx.value(
        "SELECT max(CAST(substr(code, 3) AS INTEGER)) FROM persons WHERE school_id = :school AND code LIKE :like",
        school=school_id,
        like=f"{letter}-%",
    )
    return tx.insert(
        "persons",
        school_id=school_id,
        kind=kind,
        family=name.family,
        given=name.given,
        patronymic=name.patronymic,
        sought=sought(name),
        birth_date=birth_date,
        class_level=school_class.level if school_class else None,
        class_letter=school_class.letter if school_class else "",
        post=post,
        workplace=workplace,
        code=f"{letter}-{(last or 0) + 1:03}",
        admitted_at=tx.now if admitted_by else None,
        admitted_by=admitted_by,
        created_at=tx.now,
    )


def sought(name: Name) -> str:
    """A name as it is sought."""
    return folded(name.family, name.given, name.patronymic)


def rename(tx: Transaction, person_id: int, name: Name) -> None:
    """Give a person a name, as it is and as it is sought."""
    change(
        tx,
        person_id,
        family=name.family,
        given=name.given,
        patronymic=name.patronymic,
        sought=sought(name),
    )


def change(tx: Transaction, person_id: int, **columns: Any) -> None:
    """Set columns of a person."""
    assignments = ", ".join(f"{column} = :{column}" for column in columns)
    tx.run(f"UPDATE persons SET {assignments} WHERE id = :id", id=person_id, **columns)


def roles(tx: Transaction, person_id: int) -> frozenset[Role]:
    """Everything this person is: staff roles, sides taken in an open programme, guardian of somebody."""
    return frozenset(
        Role(row[0])
        for row in tx.all(
            "SELECT role FROM staff_roles WHERE person_id = :id "
            "UNION SELECT side FROM participations p JOIN programmes g ON g.id = p.programme_id "
            "  WHERE p.person_id = :id AND p.left_at IS NULL AND g.closed_at IS NULL "
            "UNION SELECT 'guardian' FROM guardianships WHERE guardian_id = :id",
            id=person_id,
        )
    )


def give_role(tx: Transaction, person_id: int, role: Role, school_class: SchoolClass | None = None) -> None:
    """Give a staff role; giving it twice changes nothing."""
    tx.run(
        "INSERT INTO staff_roles (person_id, role, class_level, class_letter, since) "
        "VALUES (:id, :role, :level, :letter, :now) ON CONFLICT DO NOTHING",
        id=person_id,
        role=role,
        level=school_class.level if school_class else None,
        letter=school_class.letter if school_class else "",
        now=tx.now,
    )


def take_role(tx: Transaction, person_id: int, role: Role) -> int:
    """Take a staff role away; returns how many were taken."""
    return tx.run("DELETE FROM staff_roles WHERE person_id = :id AND role = :role", id=person_id, role=role)


def classes_of(tx: Transaction, person_id: int) -> list[SchoolClass]:
    """The classes somebody is the class teacher of."""
    rows = tx.all(
        "SELECT class_level, class_letter FROM staff_roles WHERE person_id = :id AND class_level IS NOT NULL",
        id=person_id,
    )
    return [SchoolClass(row["class_level"], row["class_letter"]) for row in rows]


def with_role(tx: Transaction, school_id: int, role: Role) -> list[Person]:
    """The staff of a school in one role, in the order they came."""
    return [
        person_of(row)
        for row in tx.all(
            "SELECT p.* FROM persons p JOIN staff_roles r ON r.person_id = p.id "
            "WHERE p.school_id = :school AND r.role = :role AND p.removed_at IS NULL ORDER BY r.since, p.id",
            school=school_id,
            role=role,
        )
    ]


def guardians_of(tx: Transaction, child_id: int) -> list[Person]:
    """The guardians of a child."""
    return [
        person_of(row)
        for row in tx.all(
            "SELECT p.* FROM persons p JOIN guardianships g ON g.guardian_id = p.id "
            "WHERE g.child_id = :child ORDER BY g.since, p.id",
            child=child_id,
        )
    ]


def children_of(tx: Transaction, guardian_id: int) -> list[Person]:
    """The children a guardian answers for."""
    return [
        person_of(row)
        for row in tx.all(
            "SELECT p.* FROM persons p JOIN guardianships g ON g.child_id = p.id "
            "WHERE g.guardian_id = :guardian AND p.removed_at IS NULL ORDER BY g.since, p.id",
            guardian=guardian_id,
        )
    ]
