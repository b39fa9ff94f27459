"""The sheet of those who have not sent what is asked of them: by class, to hang in the staff room or to hand out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from locales.words import Words
from papers.dates import date_in_words
from papers.page import TYPEFACE, WIDTH, blank_document, shown

if TYPE_CHECKING:
    from fpdf import FPDF

_WIDTHS = (12.0, 72.0, 66.0, 30.0)


@dataclass(frozen=True, slots=True)
class Lacking:
    """A person and what is missing of them, in words fit for other eyes: no reasons, no answers."""

    name: str
    missing: str


@dataclass(frozen=True, slots=True)
class ClassSheet:
    """One class (or the staff) with those of it who have not sent; each starts a page of its own."""

    place: str
    people: tuple[Lacking, ...]


def missing_pdf(school: str, classes: Sequence[ClassSheet], as_of: date, words: Words, language: str = "ru") -> bytes:
    """Return an A4 PDF with a table per class and room for a mark by hand; pages are numbered, headings repeat.

    Without classes the one page says that nothing is missing.
    """
    with blank_document() as document:
        document.set_auto_page_break(True, margin=18)
        for sheet in classes or (ClassSheet("", ()),):
            document.add_page()
            _heading(document, school, sheet, as_of, words, language)
            _table(document, sheet.people, words, language)
        _number_pages(document, words, language)
        return bytes(document.output())


def _heading(document: FPDF, school: str, sheet: ClassSheet, as_of: date, words: Words, language: str) -> None:
    day = date_in_words(words, as_of, language)
    _line(document, school, 10)
    if not sheet.people:
        _line(document, words.plain("paper-missing-nobody", language), 16, bold=True)
        _line(document, words.plain("paper-missing-as-of", language, date=day), 10)
        return
    _line(document, words.plain("paper-missing-title", language, place=sheet.place), 16, bold=True)
    total = words.plain("paper-missing-total", language, count=len(sheet.people))
    _line(document, words.plain("paper-missing-as-of", language, date=day) + " · " + total, 10)
    document.ln(4)


def _line(document: FPDF, text: str, size: float, *, bold: bool = False) -> None:
    document.set_font(TYPEFACE, "B" if bold else "", size)
    document.multi_cell(0, size * 0.55, shown(document, text), align="L", new_x="LMARGIN", new_y="NEXT")


def _table(document: FPDF, people: Sequence[Lacking], words: Words, language: str) -> None:
    from fpdf.fonts import FontFace

    if not people:
        return
    document.set_font(TYPEFACE, "", 10)
    document.set_line_width(0.2)
    headings = [words.plain(f"paper-missing-{name}", language) for name in ("number", "name", "what", "mark")]
    with document.table(
        col_widths=_WIDTHS,
        width=int(WIDTH) - 30,
        line_height=5,
        padding=(1, 2, 1, 2),
        text_align=("RIGHT", "LEFT", "LEFT", "LEFT"),
        headings_style=FontFace(emphasis="BOLD", fill_color=235),
    ) as table:
        table.row(headings)
        for number, person in enumerate(people, 1):
            table.row([str(number), shown(document, person.name), shown(document, person.missing), ""])


def _number_pages(document: FPDF, words: Words, language: str) -> None:
    document.set_auto_page_break(False)
    for page in range(1, document.pages_count + 1):
        document.page = page
        document.set_font(TYPEFACE, "", 8)
        document.set_xy(15, -12)
        text = words.plain("paper-page", language, page=str(page), pages=str(document.pages_count))
        document.cell(0, 4, text, align="R")
