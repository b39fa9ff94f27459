"""Opens a table somebody sent as XLSX: finds its headings, takes its rows, and says exactly what cannot be taken."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from locales.words import Words
from papers.csv_rows import csv_rows
from papers.list_words import folded, headings, nearest

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

MOST_ROWS = 2_000
_MOST_BYTES = 5_000_000
_MOST_UNPACKED = 40_000_000
_MOST_COLUMNS = 60
_HEADER_WITHIN = 15  # rows above the headings may hold a title
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z0-9:]+)"')

Raw = str | int | float | bool | date | datetime | time
Filled = Iterator[tuple[int, dict[int, tuple[str, Raw]]]]
"""Rows that hold anything: their numbers, and their cells' types and values by column."""


class Fault(StrEnum):
    """What can be wrong with a table; each is the id of the words that say it."""

    NO_TABLE = "paper-list-no-table"
    TOO_LARGE = "paper-list-too-large"
    TOO_MANY_ROWS = "paper-list-too-many-rows"
    NO_ROWS = "paper-list-no-rows"
    TWO_SHEETS = "paper-list-two-sheets"
    NO_HEADER = "paper-list-no-header"
    NO_COLUMN = "paper-list-no-column"
    UNKNOWN_COLUMN = "paper-list-unknown-column"
    TWO_COLUMNS = "paper-list-two-columns"
    MERGED = "paper-list-merged"
    FORMULA = "paper-list-formula"
    EMPTY = "paper-list-empty"
    NO_NAME = "paper-list-no-name"
    NO_CLASS = "paper-list-no-class"
    NO_DATE = "paper-list-no-date"
    UNKNOWN = "paper-list-unknown"
    TWICE = "paper-list-twice"
    UNEVEN = "paper-list-uneven"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to correct: where it is, what stands there, and the nearest right value where there is one."""

    fault: Fault
    row: int | None = None
    column: str = ""
    value: str = ""
    nearest: str | None = None
    other_row: int | None = None

    def said(self, words: Words, language: str = "ru") -> str:
        """Return the sentence for the sender, plain text (a chat escapes it)."""
        # Fluent does not mind parameters a sentence leaves out, so all are given.
        sentence = words.plain(
            self.fault,
            language,
            row=str(self.row or ""),
            column=self.column,
            value=self.value,
            other=str(self.other_row or ""),
            limit=str(MOST_ROWS),
        )
        if self.nearest is None:
            return sentence
        return sentence + " " + words.plain("paper-list-nearest", language, nearest=self.nearest)


@dataclass(frozen=True, slots=True)
class Row:
    """A filled row: its number in the sheet and its cells by column; a cell left empty is absent."""

    number: int
    cells: dict[str, Raw]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as sent: the headings it uses, its filled rows, and what is wrong with its cells so far."""

    headings: dict[str, str]
    rows: list[Row]
    problems: list[Problem]


class UnreadableTableError(ValueError):
    """The table as a whole cannot be taken; `problems` say why."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(", ".join(problem.fault for problem in problems))
        self.problems = list(problems)


def read_table(
    content: bytes, kind: str, required: Collection[str], *, csv: bool = False, usual: Collection[str] = ()
) -> Table:
    """Return the table of the one sheet that has headings of the kind (templates/<language>/<kind>_columns.csv).

    `required` are the columns it cannot do without, `usual` those to name where there are none at all; a `csv` is taken
    too where asked for. Raises UnreadableTableError.
    """
    proper = ", ".join(headings(kind)[column][0] for column in required or usual)
    no_header = UnreadableTableError(Problem(Fault.NO_HEADER, value=proper))
    if csv and (lines := csv_rows(content)) is not None:
        if len(content) > _MOST_BYTES:
            raise UnreadableTableError(Problem(Fault.TOO_LARGE))
        table = _table(lines, headings(kind), required)
        if table is None:
            raise no_header
        return table
    _check_size(content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl mentions looks it does not keep; we keep none
        book = _opened(content)
        try:
            sheets = iter([each for each in book.worksheets if each.sheet_state == "visible"])
            for sheet in sheets:
                merged = partial(_merged, sheet, content)
                if table := _table(_filled_rows(sheet), headings(kind), required, merged):
                    _nothing_else(sheets, headings(kind))
                    return table
        finally:
            book.close()
    raise no_header


def _check_size(content: bytes) -> None:
    if len(content) > _MOST_BYTES:
        raise UnreadableTableError(Problem(Fault.TOO_LARGE))
    try:
        with ZipFile(BytesIO(content)) as parts:
            unpacked = sum(part.file_size for part in parts.infolist())
    except BadZipFile:
        raise UnreadableTableError(Problem(Fault.NO_TABLE)) from None
    if unpacked > _MOST_UNPACKED:
        raise UnreadableTableError(Problem(Fault.TOO_LARGE))


def _opened(content: bytes) -> Workbook:
    from openpyxl import load_workbook

    try:
        return load_workbook(BytesIO(content), read_only=True)
    except Exception:  # openpyxl raises whatever the broken part happened to raise
        raise UnreadableTableError(Problem(Fault.NO_TABLE)) from None


def _table(
    rows: Filled,
    known: dict[str, list[str]],
    required: Collection[str],
    merged: Callable[[int], list[Problem]] = lambda header: [],
) -> Table | None:
    header = _header(rows, known)
    if header is None:
        return None
    number, columns = header
    titles = _checked_columns(columns, known, required)
    found, problems = _body(rows, {index: column for column, (index, _) in titles.items()}, titles)
    problems = [*merged(number), *problems]
    if not found and not problems:
        raise UnreadableTableError(Problem(Fault.NO_ROWS))
    return Table({column: title for column, (_, title) in titles.items()}, found, problems)


def _nothing_else(sheets: Iterable[ReadOnlyWorksheet], known: dict[str, list[str]]) -> None:
    """Whoever has a list on every sheet would think that all of them were read."""
    for sheet in sheets:
        rows = _filled_rows(sheet)
        if _header(rows, known) and next(rows, None):
            raise UnreadableTableError(Problem(Fault.TWO_SHEETS, value=sheet.title))


def _filled_rows(sheet: ReadOnlyWorksheet) -> Filled:
    """Yield numbers of rows that hold anything, with their cells' types and values by column."""
    sheet.reset_dimensions()  # the size a file declares may be wrong
    try:
        for number, cells in enumerate(sheet.iter_rows(max_col=_MOST_COLUMNS), 1):
            filled = {
                index: (cell.data_type, cell.value)
                for index, cell in enumerate(cells)
                if cell.value is not None and str(cell.value).strip()
            }
            if filled:
                yield number, filled
    except Exception:  # a broken sheet comes to light only while it is read
        raise UnreadableTableError(Problem(Fault.NO_TABLE)) from None


def _header(rows: Filled, known: dict[str, list[str]]) -> tuple[int, list[tuple[int, str, str | None]]] | None:
    """Find the first row with two known headings: its number, and each cell's place, words and column."""
    columns = {folded(title): column for column, titles in known.items() for title in titles}
    for number, cells in rows:
        if number > _HEADER_WITHIN:
            return None
        titles = [(index, " ".join(str(value).split())) for index, (_, value) in cells.items()]
        recognised = [(index, title, columns.get(folded(title))) for index, title in titles]
        if sum(column is not None for *_, column in recognised) >= 2:
            return number, recognised
    return None


def _checked_columns(
    cells: list[tuple[int, str, str | None]], known: dict[str, list[str]], required: Collection[str]
) -> dict[str, tuple[int, str]]:
    problems: list[Problem] = []
    found: dict[str, tuple[int, str]] = {}
    proper = [title for titles in known.values() for title in titles]
    for index, title, column in cells:
        if column is None:
            if (guess := nearest(title, proper, cutoff=0.8)) is not None:
                problems.append(Problem(Fault.UNKNOWN_COLUMN, column=title, nearest=guess))
        elif column in found:
            problems.append(Problem(Fault.TWO_COLUMNS, column=title))
        else:
            found[column] = index, title
    if not problems:
        problems = [Problem(Fault.NO_COLUMN, column=known[column][0]) for column in required if column not in found]
    if problems:
        raise UnreadableTableError(*problems)
    return found


def _body(
    rows: Filled,
    columns: dict[int, str],
    titles: dict[str, tuple[int, str]],
) -> tuple[list[Row], list[Problem]]:
    found: list[Row] = []
    problems: list[Problem] = []
    for number, cells in rows:
        taken = {columns[index]: cell for index, cell in cells.items() if index in columns}
        if not taken:
            continue
        if len(found) == MOST_ROWS:
            raise UnreadableTableError(Problem(Fault.TOO_MANY_ROWS))
        for column, (kind, value) in taken.items():
            if kind in ("f", "e"):
                fault = Fault.FORMULA if kind == "f" else Fault.UNKNOWN
                problems.append(Problem(fault, number, titles[column][1], str(value)))
        found.append(Row(number, {column: value for column, (_, value) in taken.items()}))
    return found, problems


def _merged(sheet: ReadOnlyWorksheet, content: bytes, header: int) -> list[Problem]:
    """Merged cells below the headings: all but the first of them are empty, so nobody knows what they mean."""
    from openpyxl.utils.cell import range_boundaries

    with ZipFile(BytesIO(content)) as parts:
        # Read-only worksheets do not tell their merged cells, only where their part lies.
        ranges = _MERGED.findall(parts.read(sheet._worksheet_path))
    named = [found.decode("ascii") for found in ranges]
    return [Problem(Fault.MERGED, value=cells) for cells in named if range_boundaries(cells)[3] > header]
