"""A class list sent as XLSX: the people of a school come in all at once, or not at all."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from locales.words import Words
from mentoring.people import Name, SchoolClass, Side
from papers.list_blank import BlankColumn, blank_list
from papers.list_cells import CellReader
from papers.list_words import all_words, class_text, headings, nearest, proper_words, side_of
from papers.table import Fault, Problem, Row, Table, UnreadableTableError, read_table

KIND = "class_list"
_NAME_COLUMNS = ("family", "given", "patronymic")


@dataclass(frozen=True, slots=True)
class ListedPupil:
    """A pupil of a class list; no sides means that the person chooses; `row` is where they stand in the sheet."""

    row: int
    name: Name
    school_class: SchoolClass
    birth_date: date | None = None
    sides: frozenset[Side] = frozenset()


@dataclass(frozen=True, slots=True)
class ClassList:
    """Either every pupil of the list, or what is wrong with it: never both."""

    pupils: tuple[ListedPupil, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_class_list(content: bytes, today: date) -> ClassList:
    """Return the pupils of an XLSX list (surname, given name, patronymic, or all in one column; class; the rest may lack).

    Nothing raises: a file that is no list is one problem, up to 2,000 rows are read, every wrong cell is named.
    """
    try:
        table = _read(content)
    except UnreadableTableError as refusal:
        return ClassList(problems=tuple(refusal.problems))
    cells = CellReader(table)
    pupils = [_pupil(cells, row, today) for row in table.rows]
    problems = [*_with_nearest_class(cells.problems, pupils), *_repeated(pupils)]
    if problems:
        return ClassList(problems=tuple(sorted(problems, key=lambda problem: problem.row or 0)))
    return ClassList(tuple(pupil for pupil in pupils if pupil is not None))


def class_list_template(words: Words, language: str = "ru") -> bytes:
    """Return an empty XLSX list to fill and send, with a sheet on how to fill it."""
    known = headings(KIND)
    columns = [
        BlankColumn(known["family"][0], 24),
        BlankColumn(known["given"][0], 20),
        BlankColumn(known["patronymic"][0], 24),
        BlankColumn(known["class"][0], 10),
        BlankColumn(known["birth_date"][0], 16, day=True),
        BlankColumn(known["side"][0], 18, tuple(proper_words("side"))),
    ]
    return blank_list(columns, "class", words, language)


def _read(content: bytes) -> Table:
    """A list has the name in one column or in several; what it has decides what it lacks."""
    table = read_table(content, KIND, ("class",))
    if "full_name" not in table.headings:
        lacking = [headings(KIND)[column][0] for column in ("family", "given") if column not in table.headings]
        if lacking:
            raise UnreadableTableError(*(Problem(Fault.NO_COLUMN, column=column) for column in lacking))
    return table


def _pupil(cells: CellReader, row: Row, today: date) -> ListedPupil | None:
    name = _name(cells, row)
    school_class = cells.school_class(row, "class")
    born = cells.day(row, "birth_date", today)
    sides = _sides(cells, row)
    return ListedPupil(row.number, name, school_class, born, sides) if name and school_class else None


def _name(cells: CellReader, row: Row) -> Name:
    if "full_name" not in cells.table.headings:
        family, given, patronymic = (
            cells.name(row, column, required=column != "patronymic") for column in _NAME_COLUMNS
        )
        return Name(family, given, patronymic)
    full = cells.name(row, "full_name", required=True)
    family, _, rest = full.partition(" ")
    given, _, patronymic = rest.partition(" ")
    if full and not given:
        cells.blame(Fault.NO_NAME, row, "full_name", full)
    return Name(family, given, patronymic)


def _sides(cells: CellReader, row: Row) -> frozenset[Side]:
    text = cells.text(row, "side")
    sides = side_of(text)
    if text and sides is None:
        cells.blame(Fault.UNKNOWN, row, "side", text, nearest(text, all_words("side")))
    return sides or frozenset()


def _with_nearest_class(problems: Iterable[Problem], pupils: Iterable[ListedPupil | None]) -> list[Problem]:
    """A wrong class is most like one that others of the list are in."""
    right = sorted({class_text(pupil.school_class) for pupil in pupils if pupil is not None})
    return [
        replace(problem, nearest=nearest(problem.value, right)) if problem.fault is Fault.NO_CLASS else problem
        for problem in problems
    ]


def _repeated(pupils: Iterable[ListedPupil | None]) -> list[Problem]:
    """The same name in the same class, born on the same day, stands in the list twice."""
    first: dict[tuple[object, ...], int] = {}
    found: list[Problem] = []
    for pupil in pupils:
        if pupil is None:
            continue
        name = pupil.name
        who = " ".join(part for part in (name.family, name.given, name.patronymic) if part)
        key = (who.casefold(), pupil.school_class, pupil.birth_date)
        if key in first:
            found.append(Problem(Fault.TWICE, pupil.row, value=who, other_row=first[key]))
        first.setdefault(key, pupil.row)
    return found
