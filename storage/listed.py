"""Finds the people a list means: by the code, else by name, class and birth date; every school is read once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from mentoring.listed import ListedGuardian, ListedPerson
from mentoring.people import Kind, Name, Person
from storage import people
from storage.database import Transaction

_CODE = re.compile(r"([A-Z\u0410-\u042f])\W*0*(\d+)")
_LIKE_CYRILLIC = str.maketrans("HMPCY", "\u041d\u041c\u0420\u0421\u0423")
_ONE_COUNT = "\u041d\u041c\u0423"  # mentees, mentors and those without a side are numbered together


class Known:
    """Everyone of a school, as a list is compared with them; kept up to date while the list comes in."""

    def __init__(self, tx: Transaction, school_id: int) -> None:
        rows = tx.all("SELECT * FROM persons WHERE school_id = :school AND removed_at IS NULL", school=school_id)
        self._tx = tx
        self.people = {row["id"]: people.person_of(row) for row in rows}
        self.contacts = {row["id"]: row["contact"] for row in rows}
        self._by_code = {code_key(row["code"]): row["id"] for row in rows}
        self._by_name: dict[tuple[Kind, str], set[int]] = defaultdict(set)
        for person in self.people.values():
            self._by_name[person.kind, _short(person.name)].add(person.id)
        self.guardians: dict[int, list[int]] = defaultdict(list)
        for row in tx.all(
            "SELECT g.guardian_id, g.child_id FROM guardianships g JOIN persons p ON p.id = g.child_id "
            "WHERE p.school_id = :school ORDER BY g.since",
            school=school_id,
        ):
            self.guardians[row["child_id"]].append(row["guardian_id"])

    def again(self, person_id: int) -> Person:
        """Read a person anew after a change."""
        row = self._tx.one("SELECT * FROM persons WHERE id = :id", id=person_id)
        if row is None:
            raise LookupError(person_id)
        person = people.person_of(row)
        before = self.people.get(person_id)
        if before is not None:
            self._by_name[before.kind, _short(before.name)].discard(person_id)
        self.people[person_id], self.contacts[person_id] = person, row["contact"]
        self._by_name[person.kind, _short(person.name)].add(person_id)
        return person

    def coded(self, code: str) -> Person | None:
        """Whoever has this code; a side that was not known when the code was printed does no harm."""
        found = self._by_code.get(code_key(code))
        return None if found is None else self.people[found]

    def called(self, listed: ListedPerson) -> list[Person]:
        """Everyone the line may mean: of that name and birth date, else of that name and class."""
        namesakes = self._namesakes(listed.kind, listed.name)
        if listed.birth_date is not None:
            born = [each for each in namesakes if each.birth_date == listed.birth_date]
            if born:
                return born
            namesakes = [each for each in namesakes if each.birth_date is None]
        return [each for each in namesakes if listed.school_class in (None, each.school_class)]

    def guardian(self, child_id: int, listed: ListedGuardian) -> Person | None:
        """The guardian of a child the line means: of that name, else the only one who has none yet."""
        standing = [self.people[each] for each in self.guardians[child_id] if each in self.people]
        same = [each for each in standing if each.name and _same(each.name, listed.name)]
        nameless = [each for each in standing if not each.name and each.erased_at is None]
        return same[0] if same else nameless[0] if len(nameless) == 1 else None

    def parent_of_another(self, listed: ListedGuardian) -> Person | None:
        """A guardian of the school of that name and contact: the mother of two."""
        found = self._namesakes(Kind.GUARDIAN, listed.name) if listed.contact else []
        return next((each for each in found if self.contacts[each.id] == listed.contact), None)

    def _namesakes(self, kind: Kind, name: Name) -> list[Person]:
        """Everyone of that surname and given name; a patronymic that is left out does no harm."""
        found = [self.people[each] for each in sorted(self._by_name[kind, _short(name)])]
        return [each for each in found if _same(each.name, name)]


def _short(name: Name) -> str:
    return people.sought(Name(name.family, name.given))


def _same(one: Name, other: Name) -> bool:
    """Whether two names may be one person's; of a patronymic either has none or both have the same."""
    patronymics = {people.sought(Name("", "", each.patronymic)) for each in (one, other) if each.patronymic}
    return _short(one) == _short(other) and len(patronymics) < 2


def code_key(code: str) -> str:
    """A code as it is compared: Latin letters for Cyrillic ones of the same look, no dash, no zeros."""
    upper = " ".join(code.upper().split())
    found = _CODE.fullmatch(upper.translate(_LIKE_CYRILLIC))
    if not found:
        return upper
    letter = _ONE_COUNT[0] if found[1] in _ONE_COUNT else found[1]
    return f"{letter}{found[2]}"


def may_be_same(standing: Name, listed: Name) -> bool:
    """Whether one name may be a correction of the other: the surname or the given name has stayed."""
    if not standing:
        return True
    own = (people.sought(Name(standing.family)), people.sought(Name("", standing.given)))
    new = (people.sought(Name(listed.family)), people.sought(Name("", listed.given)))
    return own[0] == new[0] or own[1] == new[1]


def changes(person: Person, contact: str, listed: ListedPerson) -> dict[str, object]:
    """The columns of a person a line changes; what it leaves empty stays."""
    wished: dict[str, object] = {
        "birth_date": listed.birth_date,
        "age_band": listed.age_band,
        "gender": listed.gender,
        "post": listed.post,
        "workplace": listed.workplace,
        "contact": listed.contact,
    }
    standing: dict[str, object] = {
        "birth_date": person.birth_date,
        "age_band": person.age_band,
        "gender": person.gender,
        "post": person.post,
        "workplace": person.workplace,
        "contact": contact,
    }
    found = {column: value for column, value in wished.items() if value and value != standing[column]}
    if listed.school_class is not None and listed.school_class != person.school_class:
        found |= {"class_level": listed.school_class.level, "class_letter": listed.school_class.letter}
    name = listed.name
    if not name.patronymic and _short(name) == _short(person.name):
        name = Name(name.family, name.given, person.name.patronymic)
    if name and name != person.name:
        found |= dict(name_columns(name))
    return found


def name_columns(name: Name) -> Iterable[tuple[str, str]]:
    """A name as the table keeps it, as it is and as it is sought."""
    return (
        ("family", name.family),
        ("given", name.given),
        ("patronymic", name.patronymic),
        ("sought", people.sought(name)),
    )
