"""Writes tables into an XLSX workbook: what people typed stays text, whatever it looks like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING

from papers.text import printable

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

Cell = str | int | float | bool | date | datetime | None

_LONGEST_TEXT = 32_767  # signs in a cell, Excel's limit
_LONGEST_TITLE = 31
_FORBIDDEN_IN_TITLE = re.compile(r"[\[\]:*?/\\]")
_RESERVED_TITLE = "history"
_LINE = 15.0  # points
_MOST_LINES = 25  # Excel's highest row is 409 points


_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading and its width in signs."""

    heading: str
    width: float = 18


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its title, its columns, and rows as wide as the columns; None leaves a cell empty."""

    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Cell]]


def workbook(sheets: Iterable[Sheet], zone: tzinfo) -> bytes:
    """Return an XLSX of the sheets, each with a frozen and filtered header row; times are shown in the zone.

    Rows are taken one by one and written as they come. Raises ValueError without sheets.
    """
    from io import BytesIO
    from tempfile import TemporaryDirectory

    import xlsxwriter

    file = BytesIO()
    # Rows wait on disk until the book is closed; they are personal, so nothing may stay there after a failure.
    with TemporaryDirectory() as folder:
        book = xlsxwriter.Workbook(file, {**_OPTIONS, "tmpdir": folder})
        try:
            _fill(book, sheets, zone)
            book.close()
        finally:
            for page in book.worksheets():
                page.row_data_fh.close()
    return file.getvalue()


def sheet_title(wished: str, taken: set[str]) -> str:
    """Return a title Excel accepts (31 signs, no []:*?/\\, not taken in any case of letters) and add it to `taken`."""
    cleaned = _FORBIDDEN_IN_TITLE.sub(" ", printable(wished).replace("\n", " ")).strip(" '") or "-"
    if cleaned.lower() == _RESERVED_TITLE:
        cleaned += "_"
    title, number = _cut(cleaned, _LONGEST_TITLE).rstrip(" '"), 1
    while title.lower() in taken:
        number += 1
        title = _cut(cleaned, _LONGEST_TITLE - len(f" {number}")) + f" {number}"
    taken.add(title.lower())
    return title


def _cut(text: str, longest: int) -> str:
    """Cut to a number of UTF-16 units, which is how Excel counts; half an emoji is dropped."""
    return text.encode("utf-16-le")[: 2 * longest].decode("utf-16-le", "ignore")


def _fill(book: Workbook, sheets: Iterable[Sheet], zone: tzinfo) -> None:
    # A paper is the same whenever it is made; only its rows carry dates.
    book.set_properties({"created": datetime(2020, 1, 1)})  # noqa: DTZ001 - the library takes naive times only
    taken: set[str] = set()
    for sheet in sheets:
        _Page(book, book.add_worksheet(sheet_title(sheet.title, taken)), zone).fill(sheet)
    if not taken:
        raise ValueError("a workbook has at least one sheet")


def _tallest(columns: Sequence[Column], row: Sequence[Cell]) -> int:
    """How many lines a row takes: LibreOffice does not find out by itself, and would print over what is below."""
    texts = ((value, column.width) for column, value in zip(columns, row, strict=True) if isinstance(value, str))
    return min(max((_lines(text, width) for text, width in texts), default=1), _MOST_LINES)


def _lines(text: str, width: float) -> int:
    """How many lines a text takes in a cell so many signs wide; words that do not fit a line go to the next."""
    if len(text) <= 0.85 * width and "\n" not in text:
        return 1
    count = 0
    for part in text.split("\n"):
        count, left = count + 1, width
        for word in part.split():
            if len(word) * 1.15 > left and left < width:
                count, left = count + 1, width
            count += int(len(word) * 1.15 // (width + 1))
            left -= len(word) * 1.15 + 1
    return count


class _Page:
    """One worksheet being written, row after row."""

    def __init__(self, book: Workbook, page: Worksheet, zone: tzinfo) -> None:
        self._page = page
        self._zone = zone
        self._heading = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#EDEDED"}
        )
        self._text = book.add_format({"text_wrap": True, "valign": "top"})
        self._plain = book.add_format({"valign": "top"})
        self._day = book.add_format({"num_format": "dd.mm.yyyy", "valign": "top", "align": "left", "indent": 1})
        self._time = book.add_format({"num_format": "dd.mm.yyyy hh:mm", "valign": "top", "align": "left"})

    def fill(self, sheet: Sheet) -> None:
        """Write the header and the rows, and set the page up for printing."""
        self._page.set_row(0, _LINE * max((_lines(each.heading, each.width) for each in sheet.columns), default=1))
        for number, column in enumerate(sheet.columns):
            self._page.set_column(number, number, column.width)
            self._page.write_string(0, number, printable(column.heading), self._heading)
        self._page.freeze_panes(1, 0)
        self._page.repeat_rows(0)
        self._page.set_landscape()
        self._page.set_paper(9)  # A4
        self._page.fit_to_pages(1, 0)
        last = 0
        for last, row in enumerate(sheet.rows, 1):
            if (lines := _tallest(sheet.columns, row)) > 1:
                self._page.set_row(last, _LINE * lines)
            for number, (_, value) in enumerate(zip(sheet.columns, row, strict=True)):
                self._cell(last, number, value)
        self._page.autofilter(0, 0, last, max(len(sheet.columns) - 1, 0))

    def _cell(self, row: int, column: int, value: Cell) -> None:
        match value:
            case None | "":
                return
            case str():
                self._page.write_string(row, column, _cut(printable(value), _LONGEST_TEXT), self._text)
            case bool():
                self._page.write_boolean(row, column, value, self._plain)
            case int() | float():
                self._page.write_number(row, column, value, self._plain)
            case datetime():
                local = value.astimezone(self._zone).replace(tzinfo=None) if value.tzinfo else value
                self._page.write_datetime(row, column, local, self._time)
            case date():
                self._page.write_datetime(row, column, value, self._day)
