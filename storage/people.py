"""Persons of a school: one row each, found by id, by name, by class."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from mentoring.people import AgeGroup, Kind, Name, Person, Role, SchoolClass, Side, folded
from mentoring.refusal import NotYours
from storage.database import Row, Transaction
from storage.moments import maybe_date, maybe_time

_LETTERS = {Kind.GUARDIAN: "\u0420", Kind.STAFF: "\u0421"}  # of a code: parents and staff
_SIDES = {Side.MENTEE: "\u041d", Side.MENTOR: "\u041c"}  # participants by their side, numbered together
_NO_SIDE = "\u0423"  # a participant whose side is not known yet


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
    side: Side | None = None,
) -> int:
    """Add a person and return the id. `admitted_by` says which curator answers for them; without it they are «новый».

    The code says the side where it is known by then.
    """
    name = name or Name()
    letter = _LETTERS.get(kind) or (_SIDES[side] if side else _NO_SIDE)
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
        code=f"{letter}-{_last_number(tx, school_id, kind) + 1:03}",
        admitted_at=tx.now if admitted_by else None,
        admitted_by=admitted_by,
        created_at=tx.now,
    )


def _last_number(tx: Transaction, school_id: int, kind: Kind) -> int:
    letters = [_LETTERS[kind]] if kind in _LETTERS else [*_SIDES.values(), _NO_SIDE]
    found = tx.value(
        "SELECT max(CAST(substr(code, 3) AS INTEGER)) FROM persons "
        "WHERE school_id = :school AND instr(:letters, substr(code, 1, 1)) > 0",
        school=school_id,
        letters="".join(letters),
    )
    return found or 0


def mark_side(tx: Transaction, person_id: int, side: Side) -> None:
    """A side was taken: a code that said none says it from now on; the number stays."""
    tx.run(
        "UPDATE persons SET code = :letter || substr(code, 2) WHERE id = :id AND substr(code, 1, 1) = :none",
        letter=_SIDES[side],
        id=person_id,
        none=_NO_SIDE,
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


def contacts(tx: Transaction, person_ids: Iterable[int]) -> dict[int, str]:
    """How these people are reached past the bot, where it is known."""
    ids = ",".join(str(int(each)) for each in person_ids) or "NULL"
    rows = tx.all(f"SELECT id, contact FROM persons WHERE id IN ({ids}) AND contact <> ''")
    return {row["id"]: row["contact"] for row in rows}


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
    """The guardians of a child who may decide for it."""
    return [
        person_of(row)
        for row in tx.all(
            "SELECT p.* FROM persons p JOIN guardianships g ON g.guardian_id = p.id "
            "WHERE g.child_id = :child AND g.barred_at IS NULL ORDER BY g.since, p.id",
            child=child_id,
        )
    ]


def children_of(tx: Transaction, guardian_id: int) -> list[Person]:
    """The children a guardian may answer for."""
    return [
        person_of(row)
        for row in tx.all(
            "SELECT p.* FROM persons p JOIN guardianships g ON g.child_id = p.id "
            "WHERE g.guardian_id = :guardian AND g.barred_at IS NULL AND p.removed_at IS NULL ORDER BY g.since, p.id",
            guardian=guardian_id,
        )
    ]
