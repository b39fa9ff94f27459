"""A questionnaire as an Excel file: taken out as XLSForm, which KoboToolbox and ODK open, and read back when it was edited."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from locales.words import Words
from mentoring.xlsform_faults import Flaw, Wrong, nearest
from mentoring.xlsform_tables import TableRow, Tables, with_lists
from papers.workbook import Column, Sheet, workbook

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

MOST_BYTES = 2_000_000
_MOST_UNPACKED = 20_000_000
_MOST_ROWS, _MOST_COLUMNS = 2_000, 60
_RUSSIAN, _ENGLISH = "\u0420\u0443\u0441\u0441\u043a\u0438\u0439 (ru)", "English (en)"
_LANGUAGES = {"": _RUSSIAN, "ru": _RUSSIAN, "en": _ENGLISH}
_SPOKEN = ("label", "hint", "constraint_message", "required_message")
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "survey": (
        *("type", "name", "label", "hint", "required", "relevant", "constraint", "constraint_message"),
        *("parameters", "appearance", "default"),
    ),
    "choices": ("list_name", "name", "label"),
    "settings": ("form_id", "form_title", "version", "style", "default_language"),
}
_LOCKED = b"\xd0\xcf\x11\xe0"  # how a file with a password begins, and one of the old format
_TITLE_ROWS = 10  # a title or a note may stand above the heading
_QUOTES = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb\u2032", "'")
)  # put by themselves
_NOT_TAKEN = (
    "calculation",
    "choice_filter",
    "repeat_count",
    "trigger",
    "readonly",
    "read_only",
    "image",
    "audio",
    "video",
    "media",
)
_WIDTHS = {"type": 30, "name": 22, "list_name": 20, "label": 50, "hint": 40, "relevant": 34, "constraint": 34}
_REQUIRED = {"survey": ("type", "name", "label"), "choices": ("list_name", "name", "label")}


class UnreadableBookError(ValueError):
    """The file as a whole cannot be taken; `flaws` say why."""

    def __init__(self, *flaws: Flaw) -> None:
        super().__init__(", ".join(flaw.what for flaw in flaws))
        self.flaws = flaws


def xlsform_book(
    tables: Tables, lists: Mapping[str, Sequence[Mapping[str, str]]], words: Words, language: str = "ru"
) -> bytes:
    """Return the XLSX: survey, choices, settings, and how to edit them. `lists` are the outer lists' options by name."""
    whole = with_lists(tables, lists)
    title = whole.settings.get(f"form_title::{_RUSSIAN}", whole.settings.get("form_title", ""))
    plain = {column: value for column, value in whole.settings.items() if "::" not in column}
    settings = {**plain, "form_title": title, "default_language": _RUSSIAN}  # XLSForm knows one title
    sheets = [
        _sheet("survey", [row.cells for row in whole.survey]),
        _sheet("choices", [row.cells for row in whole.choices]),
        _sheet("settings", [settings]),
        _how(words, language),
    ]
    return workbook((sheet for sheet in sheets if sheet.columns), UTC)


def _sheet(name: str, rows: Sequence[Mapping[str, str]]) -> Sheet:
    found = dict.fromkeys(column for row in rows for column in row)
    order = {column: place for place, column in enumerate(_COLUMNS[name])}
    columns = sorted(
        found,
        key=lambda column: (
            order.get(column.split("::")[0], len(order)),
            column != column.split("::")[0],
            _ENGLISH in column,
        ),
    )
    return Sheet(
        name,
        [Column(column, _WIDTHS.get(column.split("::")[0], 18)) for column in columns],
        [[row.get(column) for column in columns] for row in rows],
    )


def _how(words: Words, language: str) -> Sheet:
    """The sheet for whoever edits; other programmes pass over a sheet they do not know."""
    lines = words.plain("xlsform-how", language).split("\n")
    return Sheet(words.plain("xlsform-how-sheet", language), [Column(lines[0], 110)], [[line] for line in lines[1:]])


def read_xlsform_book(content: bytes) -> Tables:
    """Read an edited XLSX: the values of cells only (no formula is computed), columns of other tools left out.

    Raises UnreadableBookError with what is wrong.
    """
    _check_size(content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl mentions looks it does not keep; we keep none
        book = _opened(content)
        try:
            return _tables(book)
        finally:
            book.close()


def _check_size(content: bytes) -> None:
    if content.startswith(_LOCKED):
        raise UnreadableBookError(Flaw(Wrong.LOCKED))
    try:
        with ZipFile(BytesIO(content)) as parts:
            unpacked = sum(part.file_size for part in parts.infolist())
    except BadZipFile:
        raise UnreadableBookError(Flaw(Wrong.NO_BOOK)) from None
    if len(content) > MOST_BYTES or unpacked > _MOST_UNPACKED:
        raise UnreadableBookError(Flaw(Wrong.TOO_LARGE))


def _opened(content: bytes) -> Workbook:
    from openpyxl import load_workbook

    try:
        return load_workbook(BytesIO(content), read_only=True, data_only=True)
    except Exception:  # openpyxl raises whatever the broken part happened to raise
        raise UnreadableBookError(Flaw(Wrong.NO_BOOK)) from None


def _tables(book: Workbook) -> Tables:
    sheets: dict[str, Any] = {sheet.title.strip().lower(): sheet for sheet in book.worksheets}
    survey = _read("survey", _sheet_of("survey", sheets))
    choices = []
    if "choices" in sheets or any(row.get("type").startswith("select_") for row in survey):
        choices = _read("choices", _sheet_of("choices", sheets))
    settings = _read("settings", sheets["settings"]) if "settings" in sheets else []
    return Tables(tuple(survey), tuple(choices), _titled(dict(settings[0].cells) if settings else {}))


def _sheet_of(name: str, sheets: Mapping[str, Any]) -> Any:
    """The sheet of that name; else the flaw names the one whose heading is like its heading, or whose name is."""
    if name in sheets:
        return sheets[name]
    own = set(_REQUIRED[name])
    alike = (other.title for title, other in sheets.items() if title not in _COLUMNS and own <= _headings(other))
    found = next(alike, "") or nearest(name, (title for title in sheets if title not in _COLUMNS))
    raise UnreadableBookError(Flaw(Wrong.NO_SHEET, value=name, nearest=found))


def _headings(sheet: Any) -> set[str]:
    first = next(_filled_rows(sheet), (0, {}))
    return {_column(str(value)).split("::")[0] for value in first[1].values()}


def _titled(settings: dict[str, str]) -> dict[str, str]:
    """One title, as the standard has it; ours by language goes before it when it is the same or was left out."""
    title = settings.pop("form_title", "")
    own = f"form_title::{_RUSSIAN}"
    if title and not settings.get(own):
        settings[own] = title
    return {column: value for column, value in settings.items() if column != "default_language"}


def _read(name: str, sheet: ReadOnlyWorksheet) -> list[TableRow]:
    rows = _filled_rows(sheet)
    header = _heading(name, rows)
    if header is None:
        return []
    columns = _columns(name, header[1])
    found = []
    for number, cells in rows:
        known = {columns[place]: _text(value) for place, value in cells.items() if place in columns}
        if known:
            found.append(TableRow(number, _tidied(known)))
        strange = [place for place in cells if place not in columns and header[1].get(place)]
        for place in strange:
            title = str(header[1][place]).strip().lower().split("::")[0]
            if title in _NOT_TAKEN:
                raise UnreadableBookError(Flaw(Wrong.COLUMN_NOT_TAKEN, name, number, title))
    return found


def _heading(name: str, rows: Iterator[tuple[int, dict[int, Any]]]) -> tuple[int, dict[int, Any]] | None:
    """The first row that has a column of ours under what may stand above it; else the very first, to be named."""
    first = None
    for row in islice(rows, _TITLE_ROWS):
        first = first or row
        if sum(_column(str(value)).split("::")[0] in _COLUMNS[name] for value in row[1].values()) > 1:
            return row
    return first


def _filled_rows(sheet: ReadOnlyWorksheet) -> Iterator[tuple[int, dict[int, Any]]]:
    sheet.reset_dimensions()  # the size a file declares may be wrong
    try:
        for number, row in enumerate(sheet.iter_rows(max_col=_MOST_COLUMNS, values_only=True), 1):
            if number > _MOST_ROWS:
                raise UnreadableBookError(Flaw(Wrong.TOO_LARGE))
            filled = {place: value for place, value in enumerate(row) if value is not None and str(value).strip()}
            if filled:
                yield number, filled
    except UnreadableBookError:
        raise
    except Exception:  # a broken sheet comes to light only while it is read
        raise UnreadableBookError(Flaw(Wrong.NO_BOOK)) from None


def _columns(name: str, header: Mapping[int, Any]) -> dict[int, str]:
    """Each known column by its place; one that is almost a known one is named, the rest belong to other tools."""
    found: dict[int, str] = {}
    flaws = []
    for place, value in header.items():
        title = _column(str(value))
        base = title.split("::")[0]
        if base in _COLUMNS[name]:
            if title not in found.values():
                found[place] = title
        elif base not in (*_NOT_TAKEN, *_SPOKEN) and (right := nearest(base, _COLUMNS[name], cutoff=0.75)):
            flaws.append(Flaw(Wrong.UNKNOWN_COLUMN, name, None, str(value), right))
    if not flaws:
        bases = {title.split("::")[0] for title in found.values()}
        flaws = [Flaw(Wrong.NO_COLUMN, name, None, each) for each in _REQUIRED.get(name, ()) if each not in bases]
        if "label" in bases and f"label::{_RUSSIAN}" not in found.values():
            flaws.append(Flaw(Wrong.NO_COLUMN, name, None, f"label::{_RUSSIAN}"))
    if flaws:
        raise UnreadableBookError(*flaws)
    return found


def _column(heading: str) -> str:
    """A heading as the questionnaires have it: `Label::Russian (ru)` and `label` alike are the Russian label."""
    base, _, language = (part.strip() for part in heading.partition("::"))
    base = re.sub(r"[\s-]+", "_", base.lower())
    base = {"list": "list_name", "value": "name", "relevance": "relevant"}.get(base, base)
    if base not in (*_SPOKEN, "form_title") or (base == "form_title" and not language):
        return base
    code = re.search(r"\((\w+)\)\s*$", language)
    short = code[1] if code else language.lower()[:2]
    return f"{base}::{_LANGUAGES.get(short, language)}"


def _tidied(cells: dict[str, str]) -> dict[str, str]:
    for column in cells.keys() & {"relevant", "constraint"}:
        cells[column] = cells[column].translate(_QUOTES)
    kind = cells.get("type")
    if kind is not None:
        words = kind.split()
        first = "_".join(words[:2]) if words[:2] in (["select", "one"], ["select", "multiple"]) else words[0]
        rest = words[2:] if first != words[0] else words[1:]
        cells["type"] = (
            " ".join([first, *rest]) if first not in ("begin_group", "end_group") else first.replace("_", " ")
        )
    return cells


def _text(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer():
            return str(int(value))
        case datetime() | date():
            return value.isoformat()[:10]
        case _:
            return "\n".join(line.strip() for line in str(value).strip().splitlines())
