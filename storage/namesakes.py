"""Finds somebody of the school by the name others wrote: a patronymic left out, «ё» as «е» do no harm."""

from __future__ import annotations

from mentoring.people import Kind, Name, Person, SchoolClass, folded
from storage import people
from storage.database import Transaction


def named(text: str) -> Name:
    """A name written in one line, surname first."""
    family, _, rest = " ".join(text.split()).partition(" ")
    given, _, patronymic = rest.partition(" ")
    return Name(family, given, patronymic)


def find(tx: Transaction, school_id: int, kind: Kind, name: Name, school_class: SchoolClass | None) -> list[Person]:
    """Everyone of this kind whom the name may mean; where a class is written, of that class only."""
    start = folded(name.family, name.given)
    rows = tx.all(
        "SELECT * FROM persons WHERE school_id = :school AND kind = :kind AND removed_at IS NULL AND erased_at IS NULL "
        "AND sought >= :start AND sought < :start || char(1114111) ORDER BY id",
        school=school_id,
        kind=kind,
        start=start,
    )
    found = [people.person_of(row) for row in rows]
    return [
        each
        for each in found
        if folded(each.name.family, each.name.given) == start
        and _same_patronymic(each.name, name)
        and (school_class is None or each.school_class is None or each.school_class == school_class)
    ]


def _same_patronymic(one: Name, other: Name) -> bool:
    return not one.patronymic or not other.patronymic or folded(one.patronymic) == folded(other.patronymic)
