"""Everyone of a school as lines of a list, page after page, so that memory does not grow with the school."""

from __future__ import annotations

from collections.abc import Iterator

from mentoring.listed import ListedGuardian, ListedPerson
from mentoring.people import Side
from storage import people
from storage.database import Row, Transaction

_PAGE = 200
_AFTER = "(sought > :sought OR (sought = :sought AND id > :id))"


def lines(tx: Transaction, school_id: int) -> Iterator[ListedPerson]:
    """Everyone but guardians, who stand with their children, and those who withdrew; by name."""
    sought, last = "", 0
    while page := tx.all(
        "SELECT *, (SELECT group_concat(a.side) FROM participations a JOIN programmes g ON g.id = a.programme_id "
        "WHERE a.person_id = persons.id AND a.left_at IS NULL AND g.closed_at IS NULL) AS sides FROM persons "
        "WHERE school_id = :school AND removed_at IS NULL AND withdrawn_at IS NULL AND erased_at IS NULL "
        f"AND kind <> 'guardian' AND {_AFTER} ORDER BY sought, id LIMIT :limit",
        school=school_id,
        sought=sought,
        id=last,
        limit=_PAGE,
    ):
        guardians = _guardians(tx, [row["id"] for row in page])
        for row in page:
            yield _line(row, guardians.get(row["id"]))
        sought, last = page[-1]["sought"], page[-1]["id"]


def _guardians(tx: Transaction, children: list[int]) -> dict[int, ListedGuardian]:
    """The first guardian with a name of each of these children."""
    ids = ",".join(str(int(each)) for each in children)
    rows = tx.all(
        "SELECT g.child_id, p.* FROM guardianships g JOIN persons p ON p.id = g.guardian_id "
        f"WHERE g.child_id IN ({ids}) AND p.removed_at IS NULL AND p.sought <> '' ORDER BY g.since DESC, p.id DESC"
    )
    return {row["child_id"]: ListedGuardian(people.person_of(row).name, row["contact"]) for row in rows}


def _line(row: Row, guardian: ListedGuardian | None) -> ListedPerson:
    person = people.person_of(row)
    return ListedPerson(
        row=0,
        kind=person.kind,
        name=person.name,
        code=person.code,
        school_class=person.school_class,
        birth_date=person.birth_date,
        age_band=person.age_band,
        gender=person.gender or "",
        sides=frozenset(map(Side, row["sides"].split(","))) if row["sides"] else frozenset(),
        post=person.post,
        workplace=person.workplace,
        contact=row["contact"],
        guardian=guardian,
    )
