"""The tables of an XLSForm apart from the file they came in: what is taken out as Excel, and what a methodist sends back."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

SHEETS = ("survey", "choices", "settings")
_RUSSIAN = "label::\u0420\u0443\u0441\u0441\u043a\u0438\u0439 (ru)"
_OUTER = re.compile(r"(select_(?:one|multiple))_from_file (\w+)\.csv")
_INNER = re.compile(r"(select_(?:one|multiple)) (\w+)_csv")


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row with anything in it: its number in the sheet (the heading is row 1) and its cells by column."""

    number: int
    cells: Mapping[str, str]

    def get(self, column: str) -> str:
        """The cell's words; empty when there are none."""
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Tables:
    """The three sheets of an XLSForm."""

    survey: tuple[TableRow, ...]
    choices: tuple[TableRow, ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict)

    def source(self) -> str:
        """The same as one text, from which `tables_of` and `load_form` read it again."""
        rows = {
            "survey": [dict(row.cells) for row in self.survey],
            "choices": [dict(row.cells) for row in self.choices],
            "settings": [dict(self.settings)],
        }
        return json.dumps(rows, ensure_ascii=False, indent=0)

    def named(self, version: str, settings: Mapping[str, str]) -> Tables:
        """The same under a version, with the settings a methodist need not keep."""
        return replace(self, settings={**settings, **self.settings, "version": version})


def tables_of(source: str) -> Tables:
    """Read the tables of a questionnaire that `load_form` takes: Markdown, or what `Tables.source` wrote."""
    rows = json.loads(source) if source.startswith("{") else _of_markdown(source)
    survey, choices = (
        tuple(TableRow(number, _filled(row)) for number, row in enumerate(rows[sheet], start=2))
        for sheet in ("survey", "choices")
    )
    return Tables(survey, choices, _filled(rows["settings"][0]) if rows["settings"] else {})


def _of_markdown(source: str) -> dict[str, list[dict[str, str]]]:
    from pyxform.xls2json_backends import get_xlsform

    book = get_xlsform(source, file_type=".md")
    return {sheet: list(getattr(book, sheet) or ()) for sheet in SHEETS}


def _filled(row: Mapping[str, str]) -> dict[str, str]:
    return {column: str(value) for column, value in row.items() if value not in (None, "")}


def outer_lists(tables: Tables) -> list[str]:
    """The names of the lists that stand outside the form (`areas.csv`), each once."""
    found = (_OUTER.fullmatch(row.get("type")) for row in tables.survey)
    return list(dict.fromkeys(f"{each[2]}.csv" for each in found if each))


def with_lists(tables: Tables, options: Mapping[str, Sequence[Mapping[str, str]]]) -> Tables:
    """Write outer lists out as choices (rows by list, without its name), for programmes that know no lists of a school.

    A list of which nothing is given is one option with the list's name: a list without any opens nowhere.
    """
    survey = tuple(
        replace(row, cells={**row.cells, "type": _OUTER.sub(r"\1 \2_csv", row.get("type"))}) for row in tables.survey
    )
    choices = list(tables.choices)
    for name in outer_lists(tables):
        for option in options.get(name) or ({"name": "none", _RUSSIAN: name},):
            choices.append(TableRow(len(choices) + 2, {"list_name": name.replace(".", "_"), **option}))
    return Tables(survey, tuple(choices), tables.settings)


def without_lists(tables: Tables, outer: Sequence[str]) -> Tables:
    """The other way round: choices that stand for an outer list are left out, the school's own list stands."""
    inner = {name.replace(".", "_") for name in outer}

    def put_back(row: TableRow) -> TableRow:
        found = _INNER.fullmatch(row.get("type"))
        if found is None or f"{found[2]}_csv" not in inner:
            return row
        return replace(row, cells={**row.cells, "type": f"{found[1]}_from_file {found[2]}.csv"})

    choices = tuple(row for row in tables.choices if row.get("list_name") not in inner)
    return Tables(tuple(put_back(row) for row in tables.survey), choices, tables.settings)
