"""A list of people put on the server: a class list, and beside it codes, ages, parents, teachers and partners."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mentoring.listed import ListedGuardian, ListedPerson
from mentoring.people import AgeGroup, Kind, Name, SchoolClass, Side
from papers.list_cells import CellReader
from papers.list_words import all_words, class_of, class_text, headings, meaning_of, nearest, side_of
from papers.pairs_list import PairsList, read_pairs_list
from papers.table import Fault, Problem, Row, Table, UnreadableTableError, read_table

KIND = "people_list"
_NO_PAIRS = {Fault.NO_TABLE, Fault.NO_HEADER, Fault.NO_COLUMN, Fault.UNKNOWN_COLUMN, Fault.TOO_LARGE}
_NAME_COLUMNS = ("family", "given", "patronymic")


@dataclass(frozen=True, slots=True)
class PeopleList:
    """The people of a list, and what is wrong with it; a line with a problem has nobody among the people."""

    people: tuple[ListedPerson, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether the table itself could be read: what is wrong is wrong in single lines."""
        return all(problem.row is not None for problem in self.problems)


def read_people_list(content: bytes, today: date) -> PeopleList:
    """Return the people of an XLSX or CSV list. Nothing raises: a file that is no list is one problem."""
    try:
        table = _read(content)
    except UnreadableTableError as refusal:
        return PeopleList(problems=tuple(refusal.problems))
    reader = _Reader(CellReader(table), today)
    people = [reader.person(row) for row in table.rows]
    problems = sorted((*reader.cells.problems, *_repeated(people)), key=lambda problem: problem.row or 0)
    wrong = {problem.row for problem in problems}
    return PeopleList(tuple(each for each in people if each and each.row not in wrong), tuple(problems))


def read_server_list(content: bytes, today: date) -> PeopleList | PairsList:
    """Return the pairs of a file that has columns for both sides, else the people of it."""
    pairs = read_pairs_list(content, today, csv=True)
    if {problem.fault for problem in pairs.problems} & _NO_PAIRS:
        return read_people_list(content, today)
    return pairs


def _read(content: bytes) -> Table:
    table = read_table(content, KIND, (), csv=True, usual=("family", "given", "class"))
    if "full_name" not in table.headings and "given" not in table.headings:
        raise UnreadableTableError(Problem(Fault.NO_COLUMN, column=headings(KIND)["full_name"][0]))
    if "full_name" not in table.headings and "family" not in table.headings:
        raise UnreadableTableError(Problem(Fault.NO_COLUMN, column=headings(KIND)["family"][0]))
    if "class" not in table.headings and "kind" not in table.headings and "code" not in table.headings:
        raise UnreadableTableError(Problem(Fault.NO_COLUMN, column=headings(KIND)["class"][0]))
    return table


@dataclass(slots=True)
class _Reader:
    """Reads a line as a person."""

    cells: CellReader
    today: date

    def person(self, row: Row) -> ListedPerson | None:
        """The person, or None where the line cannot be understood: then it has been blamed.

        A code without a name is somebody not known yet: there is nothing to bring in.
        """
        named = any(self.cells.text(row, column) for column in ("full_name", *_NAME_COLUMNS))
        if self.cells.text(row, "code") and not named:
            return None
        blamed = len(self.cells.problems)
        kind = Kind(self._word(row, "kind", "kind") or Kind.PUPIL)
        found = ListedPerson(
            row=row.number,
            kind=kind,
            name=self._name(row),
            code=self.cells.text(row, "code"),
            school_class=self._class(row, kind),
            birth_date=self.cells.day(row, "birth_date", self.today),
            age_band=self._age(row),
            gender=self._word(row, "gender", "gender") or "",
            sides=self._sides(row),
            post=self.cells.text(row, "post"),
            workplace=self.cells.text(row, "workplace"),
            contact=self.cells.text(row, "contact"),
            guardian=self._guardian(row),
        )
        return found if len(self.cells.problems) == blamed else None

    def _name(self, row: Row) -> Name:
        if "full_name" in self.cells.table.headings:
            return self._whole(row, "full_name", required=True)
        family, given, patronymic = (
            self.cells.name(row, column, required=column != "patronymic") for column in _NAME_COLUMNS
        )
        return Name(family, given, patronymic)

    def _whole(self, row: Row, column: str, *, required: bool = False) -> Name:
        """A name in one cell, surname first."""
        full = self.cells.name(row, column, required=required)
        family, _, rest = full.partition(" ")
        given, _, patronymic = rest.partition(" ")
        if full and not given:
            self.cells.blame(Fault.NO_NAME, row, column, full)
        return Name(family, given, patronymic)

    def _class(self, row: Row, kind: Kind) -> SchoolClass | None:
        """A pupil not known by a code must have one; others have none."""
        if kind is not Kind.PUPIL:
            return None
        coded = bool(self.cells.text(row, "code"))
        written = self.cells.text(row, "class", required=not coded)
        if written.isdecimal():  # school registers keep the letter in a column of its own
            written += self.cells.text(row, "class_letter")
        found = class_of(written)
        if written and found is None:
            self.cells.blame(Fault.NO_CLASS, row, "class", written, nearest(written, self._classes()))
        return found

    def _classes(self) -> list[str]:
        """Classes others of the list are in: a wrong one is most like one of them."""
        found = (class_of(str(row.cells.get("class", ""))) for row in self.cells.table.rows)
        return sorted({class_text(each) for each in found if each is not None})

    def _age(self, row: Row) -> AgeGroup | None:
        found = self._word(row, "age_band", "age")
        return AgeGroup(found) if found else None

    def _sides(self, row: Row) -> frozenset[Side]:
        text = self.cells.text(row, "side")
        sides = side_of(text)
        if text and sides is None:
            self.cells.blame(Fault.UNKNOWN, row, "side", text, nearest(text, all_words("side")))
        return sides or frozenset()

    def _guardian(self, row: Row) -> ListedGuardian | None:
        name = self._whole(row, "guardian")
        contact = self.cells.text(row, "guardian_contact")
        if contact and not name:
            self.cells.blame(Fault.EMPTY, row, "guardian")
        return ListedGuardian(name, contact) if name else None

    def _word(self, row: Row, column: str, kind: str) -> str | None:
        text = self.cells.text(row, column)
        meaning = meaning_of(kind, text)
        if text and meaning is None:
            self.cells.blame(Fault.UNKNOWN, row, column, text, nearest(text, all_words(kind)))
        return meaning


def name_in_one(name: Name) -> str:
    """Return a name as it stands in one cell, surname first."""
    return " ".join(part for part in (name.family, name.given, name.patronymic) if part)


def _repeated(people: Iterable[ListedPerson | None]) -> list[Problem]:
    """The same person stands in the list twice: by the code, or by name, class and birth date."""
    first: dict[tuple[object, ...], int] = {}
    found: list[Problem] = []
    for each in people:
        if each is None:
            continue
        who = name_in_one(each.name)
        keys: list[tuple[object, ...]] = [(each.code.casefold(),)] if each.code else []
        keys.append((who.casefold(), each.kind, each.school_class, each.birth_date, each.code.casefold()))
        for key in keys:
            if key in first:
                found.append(
                    Problem(Fault.TWICE, each.row, value=each.code if len(key) == 1 else who, other_row=first[key])
                )
                break
        for key in keys:
            first.setdefault(key, each.row)
    return found
