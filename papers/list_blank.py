"""Empty tables to fill and send back: the headings we read, choices to pick from, a sheet that says how."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from locales.words import Words
from papers.table import MOST_ROWS


@dataclass(frozen=True, slots=True)
class BlankColumn:
    """A column to fill: its heading, its width in signs, words to choose from, whether it holds a date."""

    heading: str
    width: float
    choices: tuple[str, ...] = ()
    day: bool = False


def blank_list(columns: Sequence[BlankColumn], how: str, words: Words, language: str, **values: str) -> bytes:
    """Return an XLSX with the columns and, on a second sheet, the words paper-list-<how>-how line by line."""
    from io import BytesIO

    import xlsxwriter

    file = BytesIO()
    book = xlsxwriter.Workbook(file)
    book.set_properties({"created": datetime(2020, 1, 1)})  # noqa: DTZ001 - the library takes naive times only
    page = book.add_worksheet(words.plain("paper-list-sheet", language))
    bold = book.add_format({"bold": True, "bg_color": "#EDEDED", "bottom": 1})
    # Excel turns 7-1 into a date and drops zeros in numbers unless cells are text from the start.
    text, day = book.add_format({"num_format": "@"}), book.add_format({"num_format": "dd.mm.yyyy"})
    for number, column in enumerate(columns):
        page.set_column(number, number, column.width, day if column.day else text)
        page.write_string(0, number, column.heading, bold)
        if column.choices:
            choice = {"validate": "list", "source": list(column.choices), "error_type": "warning"}
            page.data_validation(1, number, MOST_ROWS, number, choice)
    page.freeze_panes(1, 0)
    notes = book.add_worksheet(words.plain("paper-list-how-sheet", language))
    notes.set_column(0, 0, 110, book.add_format({"text_wrap": True}))
    lines = words.plain(f"paper-list-{how}-how", language, limit=str(MOST_ROWS), **values).splitlines()
    for number, line in enumerate(lines):
        notes.write_string(number, 0, line)
    book.close()
    return file.getvalue()
