"""The key of codes and names: who stands behind every code, class by class; it is kept on paper, apart from the messenger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from mentoring.listed import ListedPerson
from mentoring.people import Kind, Person
from mentoring.rights import Deed
from services.authority import acting
from services.operator import Operator
from storage import listing, people
from storage.database import Database, Transaction

T = TypeVar("T")
_ORDER = " ".join((Kind.PUPIL, Kind.TEACHER, Kind.STUDENT, Kind.PARTNER, Kind.STAFF))


@dataclass(frozen=True, slots=True)
class Keyed:
    """Somebody with a code; the guardians of a pupil stand with them."""

    person: Person
    guardians: tuple[Person, ...] = ()


async def code_key(database: Database, operator: Operator) -> list[Keyed]:
    """Everyone of the school but those who were removed or erased: pupils by class and name, then the others by kind."""
    return await database.read(lambda tx: _key(tx, acting(tx, operator, Deed.EXPORT).school_id))


def _key(tx: Transaction, school: int) -> list[Keyed]:
    guardians: dict[int, list[Person]] = defaultdict(list)
    for row in tx.all(
        "SELECT g.child_id, p.* FROM guardianships g JOIN persons p ON p.id = g.guardian_id "
        "WHERE p.school_id = :school AND p.removed_at IS NULL AND p.erased_at IS NULL ORDER BY g.since, p.id",
        school=school,
    ):
        guardians[row["child_id"]].append(people.person_of(row))
    rows = tx.all(
        "SELECT * FROM persons WHERE school_id = :school AND removed_at IS NULL AND erased_at IS NULL AND kind <> :parent "
        "ORDER BY instr(:order, kind), class_level IS NULL, class_level, class_letter, sought, id",
        school=school,
        parent=Kind.GUARDIAN,
        order=_ORDER,
    )
    return [Keyed(people.person_of(row), tuple(guardians[row["id"]])) for row in rows]


async def people_list(database: Database, operator: Operator, write: Callable[[Iterator[ListedPerson]], T]) -> T:
    """Everyone as lines of a list, given one by one to `write` while the snapshot lasts; what it returns."""
    return await database.read(lambda tx: write(listing.lines(tx, acting(tx, operator, Deed.EXPORT).school_id)))
