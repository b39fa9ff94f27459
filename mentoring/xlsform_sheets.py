"""Opens an XLSForm: lets `pyxform` parse and check its tables, and remembers which row each thing stands in."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_ROW = re.compile(r"\[row : (\d+)\]\s*(?:On the '(\w+)' sheet,)?\s*")
_HEADINGS_OF_NAMES = ("name", "value", "tag")
_REFUSED_SHEETS = ("external_choices", "entities", "osm")
_KNOWN_SETTINGS = frozenset(("form_id", "form_title", "version", "style", "default_language"))


class FormError(ValueError):
    """A questionnaire that is not taken: which file, sheet and row (the heading is row 1), and why."""

    def __init__(self, file: str, sheet: str, row: int | None, reason: str) -> None:
        where = f"{file}, {sheet}" + (f", row {row}" if row else "")
        super().__init__(f"{where}: {reason}")
        self.file, self.sheet, self.row, self.reason = file, sheet, row, reason


@dataclass(frozen=True, slots=True)
class Source:
    """A parsed form: what pyxform made of it, the raw rows, and the settings by column."""

    file: str
    tree: Mapping[str, Any]
    rows: Mapping[str, list[dict[str, str]]]
    settings: Mapping[str, str]
    warnings: tuple[str, ...]

    def error(self, reason: str, name: str | None) -> FormError:
        """An error about the row in which this question stands."""
        return FormError(self.file, "survey", row_of(self.rows["survey"], name), reason)

    def option_error(self, reason: str, options: str, name: str) -> FormError:
        """An error about the row in which this option of a list stands."""
        for number, row in enumerate(self.rows["choices"], start=2):
            if options in row.values() and name in row.values():
                return FormError(self.file, "choices", number, reason)
        return FormError(self.file, "choices", None, reason)

    def unknown_settings(self) -> list[str]:
        """The columns of `settings` that mean nothing here."""
        return [column for column in self.settings if column.split("::")[0] not in _KNOWN_SETTINGS]


def opened(source: str, file: str) -> Source:
    """Parse an XLSForm: tables in Markdown, or rows by sheet in JSON. Raises FormError."""
    from pyxform.builder import create_survey_element_from_dict
    from pyxform.errors import PyXFormError
    from pyxform.xls2json import workbook_to_json
    from pyxform.xls2json_backends import get_xlsform

    rows: dict[str, list[dict[str, str]]] = {}
    warnings: list[str] = []
    try:
        tables = json.loads(source) if source.startswith("{") else source
        book = get_xlsform(tables, file_type=None if source.startswith("{") else ".md")
        rows = {
            sheet: list(getattr(book, sheet) or ()) for sheet in ("survey", "choices", "settings", *_REFUSED_SHEETS)
        }
        _refuse_rows(file, rows)
        settings = dict(rows["settings"][0]) if rows["settings"] else {}
        _hide_translated_titles(book)
        tree = workbook_to_json(workbook_dict=book, form_name="form", warnings=warnings)
        _refuse_types(file, rows, tree)
        create_survey_element_from_dict(tree).validate()
    except PyXFormError as error:
        raise _with_row(file, rows, str(error)) from error
    except (IndexError, KeyError, TypeError) as error:  # what pyxform says of a table that is none
        raise FormError(file, "survey", None, f"these are not the tables of an XLSForm ({error})") from error
    return Source(file, tree, rows, settings, tuple(warnings))


def row_of(rows: list[dict[str, str]], name: str | None) -> int | None:
    """The number of the first row with this name, the heading being row 1."""
    for number, row in enumerate(rows, start=2):
        if name is not None and name in (row.get(heading) for heading in _HEADINGS_OF_NAMES):
            return number
    return None


def _hide_translated_titles(book: Any) -> None:
    """XLSForm knows one title; ours has one in each language, which pyxform need not see."""
    for row in [*(book.settings or ()), *(book.settings_header or ())]:
        for column in [column for column in row if column.startswith("form_title::")]:
            row.setdefault("form_title", row[column])
            del row[column]


def _refuse_rows(file: str, rows: Mapping[str, list[dict[str, str]]]) -> None:
    for sheet in _REFUSED_SHEETS:
        if rows[sheet]:
            raise FormError(file, sheet, 2, "this sheet is not taken")
    for number, row in enumerate(rows["survey"], start=2):
        words = str(row.get("type", "")).lower()
        if words.endswith(("or_other", "or other", "or specify other")):
            raise FormError(file, "survey", number, "or_other is not taken: make it an option and ask on")
        if re.match(r"(begin|end)[ _](repeat|lgroup|loop)", words):
            raise FormError(file, "survey", number, "a repeat is not taken")


def _refuse_types(file: str, rows: Mapping[str, list[dict[str, str]]], tree: Mapping[str, Any]) -> None:
    """pyxform does not name the row of an unknown type."""
    from pyxform.question_type_dictionary import QUESTION_TYPE_DICT

    for element in tree["children"]:
        if element["type"] == "group":
            _refuse_types(file, rows, element)
        elif element["type"] not in QUESTION_TYPE_DICT:
            row = row_of(rows["survey"], element.get("name"))
            raise FormError(file, "survey", row, f"there is no type {element['type']}")


def _with_row(file: str, rows: Mapping[str, list[dict[str, str]]], message: str) -> FormError:
    message = " ".join(message.split())
    found = _ROW.search(message)
    if found:
        return FormError(file, found[2] or "survey", int(found[1]), _ROW.sub("", message))
    for sheet, named in rows.items():
        for word in re.findall(r"'[^']+'|\[[^]]+\]", message):
            row = row_of(named, word[1:-1])
            if row:
                return FormError(file, sheet, row, message)
    return FormError(file, "survey", None, message)
