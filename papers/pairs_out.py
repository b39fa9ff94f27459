"""The list of pairs and groups for the base: the same rows as a table and as a document to print."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from zoneinfo import ZoneInfo

from locales.words import Words
from mentoring.exported import Exported
from papers.dates import date_in_figures
from papers.export import MatchRow, matches_sheet
from papers.exported import match_rows
from papers.word_template import fill, shipped_template
from papers.workbook import workbook

TEMPLATE = "pairs_list.docx"


def pairs_xlsx(exported: Exported, language: str) -> bytes:
    """Return the list as XLSX: one sheet, a pair or a group a row."""
    words = Words.shipped()
    rows = match_rows(exported, words, language)
    return workbook([matches_sheet(rows, words, language)], ZoneInfo(exported.time_zone))


def pairs_docx(exported: Exported, language: str) -> bytes:
    """Return the list as DOCX, A4 across."""
    words = Words.shipped()
    rows = match_rows(exported, words, language)
    return fill(shipped_template(TEMPLATE), pairs_values(exported.school, rows))


def pairs_values(school: str, rows: Iterable[MatchRow]) -> dict[str, object]:
    """Return every variable the template may use; templates/ru/README.md lists them."""
    return {"school": school, "matches": [_match(number, row) for number, row in enumerate(rows, 1)]}


def _match(number: int, row: MatchRow) -> dict[str, object]:
    return {
        "number": number,
        "mentor": row.mentor,
        "mentor_place": row.mentor_place,
        "mentees": row.mentees,
        "mentee_place": row.mentee_place,
        "form": row.form,
        "role_model": row.role_model,
        "starts": _day(row.starts),
        "ends": _day(row.ends),
        "order_number": row.order_number or "",
        "order_date": _day(row.order_date),
        "state": row.state,
    }


def _day(day: date | None) -> str:
    return date_in_figures(day) if day else ""
