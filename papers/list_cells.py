"""Reads one cell of a sent table as a name, a class, a date or a word; what does not fit becomes a problem."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from mentoring.people import SchoolClass
from papers.list_words import class_of, is_nothing, one_alphabet
from papers.table import Fault, Problem, Raw, Row, Table

_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|[ .'\-()\N{RIGHT SINGLE QUOTATION MARK}])*")
_LONGEST_NAME = 100
_EARLIEST_YEAR = 1920
_AROUND_HYPHEN = re.compile(r"(?<=\w)\s*[-\N{EN DASH}\N{EM DASH}]\s*(?=\w)")
_FIRST_DAY = date(1899, 12, 30)  # of Excel's count: a date that lost its look is a number
_COUNTED_DAYS = range(7_306, 73_051)  # 1920 to 2099: not a year
_DATE = re.compile(r"(\d{1,2})[.\-/](\d{1,2})[.\-/](\d{4})")
_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


@dataclass(slots=True)
class CellReader:
    """Takes the cells of a table one by one and gathers what is wrong with them."""

    table: Table
    problems: list[Problem] = field(default_factory=list)
    _blamed: set[tuple[int | None, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.problems.extend(self.table.problems)
        self._blamed.update((problem.row, problem.column) for problem in self.problems)

    def text(self, row: Row, column: str, *, required: bool = False) -> str:
        """Return the cell's words, single spaces, empty when it is empty."""
        value = row.cells.get(column)
        if value is None:
            if required:
                self.blame(Fault.EMPTY, row, column)
            return ""
        return as_text(value)

    def name(self, row: Row, column: str, *, required: bool = False) -> str:
        """Return a name as typed (hyphens, dots and apostrophes kept), single spaces; a dash or «none» is no name."""
        found = one_alphabet(_AROUND_HYPHEN.sub("-", self.text(row, column, required=required)))
        if not required and is_nothing(found):
            return ""
        if found and not is_name(found):
            self.blame(Fault.NO_NAME, row, column, found)
        return found

    def school_class(self, row: Row, column: str) -> SchoolClass | None:
        """Return the class; an empty cell and no class at all are problems."""
        found = self.text(row, column, required=True)
        school_class = class_of(found)
        if found and school_class is None:
            self.blame(Fault.NO_CLASS, row, column, found)
        return school_class

    def day(self, row: Row, column: str, latest: date) -> date | None:
        """Return a date not after `latest`, None when the cell is empty."""
        value = row.cells.get(column)
        if value is None:
            return None
        found = as_day(value)
        if found is None or not found.year >= _EARLIEST_YEAR or found > latest:
            self.blame(Fault.NO_DATE, row, column, as_text(value))
            return None
        return found

    def blame(self, fault: Fault, row: Row, column: str, value: str = "", nearest: str | None = None) -> None:
        """Note a problem, unless the cell is blamed already (a formula is no wrong name besides)."""
        title = self.table.headings.get(column, column)
        if (row.number, title) not in self._blamed:
            self._blamed.add((row.number, title))
            self.problems.append(Problem(fault, row.number, title, value, nearest))


def is_name(text: str) -> bool:
    """Return whether this may be a person's name: letters first, then letters, spaces, hyphens, apostrophes, dots."""
    return len(text) <= _LONGEST_NAME and _NAME.fullmatch(text) is not None


def as_text(value: Raw) -> str:
    """Return a cell's value as it is read on the screen: 7.0 is 7, a date is DD.MM.YYYY, spaces are single."""
    match value:
        case date():
            return f"{value:%d.%m.%Y}"
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return " ".join(str(value).split())


def as_day(value: Raw) -> date | None:
    """Return the date a cell holds: a date, Excel's number of one, or a text (05.03.2012, 2012-03-05)."""
    match value:
        case datetime():
            return value.date()
        case date():
            return value
        case bool():
            return None
        case int() | float():
            return _FIRST_DAY + timedelta(days=int(value)) if int(value) in _COUNTED_DAYS else None
        case str():
            return _typed_day(value.strip())
        case _:
            return None


def _typed_day(text: str) -> date | None:
    if found := _DATE.fullmatch(text):
        day, month, year = map(int, found.groups())
    elif found := _ISO_DATE.fullmatch(text):
        year, month, day = map(int, found.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
