"""The key of codes and names, printed: a page or more for each class, kept locked and apart from phones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from locales.words import Words
from papers.dates import date_in_words
from papers.page import HEIGHT, TYPEFACE, WIDTH, blank_document, fitting_size, shown

if TYPE_CHECKING:
    from fpdf import FPDF

_LEFT, _TOP, _BOTTOM = 15.0, 34.0, 18.0
_LINE = 6.6
_NUMBER, _CODE = 10.0, 26.0
_NAME = WIDTH - 2 * _LEFT - _NUMBER - _CODE
_LINES = int((HEIGHT - _TOP - _BOTTOM - _LINE) / _LINE)


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A code and whose it is; `place` is the class or the kind of people the line is printed with.

    `beside` is said after the name: of whom somebody is the guardian; such a line has no number of its own.
    """

    place: str
    code: str
    name: str
    beside: str = ""


def code_key_pdf(school: str, lines: Iterable[KeyLine], as_of: date, words: Words, language: str = "ru") -> bytes:
    """Return A4 pages of code and name, every place on pages of its own. Raises ValueError without lines."""
    with blank_document() as document:
        document.set_auto_page_break(False)
        document.set_line_width(0.1)
        for place, of_place in groupby(lines, key=lambda line: line.place):
            number = 0
            for index, line in enumerate(of_place):
                if index % _LINES == 0:
                    _page(document, school, place, as_of, words, language)
                number += not line.beside
                _line(document, line, number, _TOP + _LINE * (1 + index % _LINES))
        if not document.pages_count:
            raise ValueError("a key is to somebody's code")
        _number_pages(document, words, language)
        return bytes(document.output())


def _page(document: FPDF, school: str, place: str, as_of: date, words: Words, language: str) -> None:
    document.add_page()
    document.set_text_color(0)
    _text(document, words.plain("paper-key-title", language, place=place), _LEFT, 20, WIDTH - 2 * _LEFT, 14, bold=True)
    day = words.plain("paper-missing-as-of", language, date=date_in_words(words, as_of, language))
    document.set_text_color(80)
    note = words.plain("paper-key-note", language, school=school)
    _text(document, f"{note} {day}", _LEFT, 26.5, WIDTH - 2 * _LEFT, 8.5)
    document.set_text_color(0)
    at = _TOP + 4.6
    _text(document, words.plain("paper-key-code", language), _LEFT + _NUMBER, at, _CODE, 9, bold=True)
    _text(document, words.plain("paper-key-name", language), _LEFT + _NUMBER + _CODE, at, _NAME, 9, bold=True)
    _rule(document, _TOP + _LINE, 100)


def _line(document: FPDF, line: KeyLine, number: int, top: float) -> None:
    at, left = top + 4.6, _LEFT + _NUMBER
    if line.beside:
        document.set_text_color(80)
        _text(document, line.code, left + 4, at, _CODE - 4, 9)
        _text(document, f"{line.name} \N{EN DASH} {line.beside}", left + _CODE + 4, at, _NAME - 4, 9)
        document.set_text_color(0)
    else:
        document.set_text_color(120)
        _text(document, str(number), _LEFT, at, _NUMBER, 8)
        document.set_text_color(0)
        _text(document, line.code, left, at, _CODE, 11, bold=True)
        _text(document, line.name, left + _CODE, at, _NAME, 11)
    _rule(document, top + _LINE, 200)


def _rule(document: FPDF, y: float, grey: int) -> None:
    document.set_draw_color(grey)
    document.line(_LEFT, y, WIDTH - _LEFT, y)


def _text(document: FPDF, text: str, x: float, y: float, width: float, size: float, *, bold: bool = False) -> None:
    document.set_font(TYPEFACE, "B" if bold else "")
    line = shown(document, text)
    document.set_font_size(fitting_size(document, line, width, size))
    document.text(x, y, line)


def _number_pages(document: FPDF, words: Words, language: str) -> None:
    for page in range(1, document.pages_count + 1):
        document.page = page
        document.set_font(TYPEFACE, "B", 8)
        document.set_font(
            TYPEFACE, "", 8
        )  # a font that has not changed since the last page would not be set on this one
        document.set_xy(_LEFT, -12)
        text = words.plain("paper-page", language, page=str(page), pages=str(document.pages_count))
        document.cell(0, 4, text, align="R")
