"""Everyone as a list that can be corrected and brought in again: the columns are those it is read by."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC

from locales.words import Words
from mentoring.listed import ListedPerson
from mentoring.people import Side
from papers.list_words import class_text, headings, word_for
from papers.people_list import KIND, name_in_one
from papers.workbook import Cell, Column, Sheet, workbook

_WIDTHS = {
    "code": 10,
    "full_name": 36,
    "kind": 14,
    "class": 8,
    "birth_date": 14,
    "age_band": 16,
    "gender": 8,
    "side": 16,
    "post": 24,
    "workplace": 24,
    "contact": 22,
    "guardian": 36,
    "guardian_contact": 22,
}


def people_list_xlsx(lines: Iterable[ListedPerson], words: Words, language: str = "ru") -> bytes:
    """Return an XLSX of the people, a line each, taken one by one."""
    known = headings(KIND)
    columns = [Column(known[column][0], width) for column, width in _WIDTHS.items()]
    return workbook([Sheet(words.plain("paper-list-sheet", language), columns, map(_row, lines))], UTC)


def _row(line: ListedPerson) -> tuple[Cell, ...]:
    sides = " ".join(side for side in (Side.MENTOR, Side.MENTEE) if side in line.sides)
    return (
        line.code,
        name_in_one(line.name),
        word_for("kind", line.kind),
        class_text(line.school_class) if line.school_class else None,
        line.birth_date,
        word_for("age", line.age_band or ""),
        word_for("gender", line.gender),
        word_for("side", sides),
        line.post,
        line.workplace,
        line.contact,
        name_in_one(line.guardian.name) if line.guardian else None,
        line.guardian.contact if line.guardian else None,
    )
