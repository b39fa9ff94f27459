"""The poster that invites a school into the programme, and the sheets of personal codes that go with a class list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from locales.words import Words
from papers.page import HEIGHT, TYPEFACE, WIDTH, blank_document, draw_qr, fitting_size, shown

if TYPE_CHECKING:
    from fpdf import FPDF

_COLUMNS, _ROWS = 2, 5
_EDGE, _TOP = 10.0, 27.0
_CARD_WIDTH = (WIDTH - 2 * _EDGE) / _COLUMNS
_CARD_HEIGHT = (HEIGHT - _TOP - _EDGE) / _ROWS


@dataclass(frozen=True, slots=True)
class Poster:
    """What a poster shows: whose programme it is and how to join; or how to answer the poll, when it is `about` that."""

    school: str
    programme: str
    link: str
    code: str = ""
    about: str = "join"


@dataclass(frozen=True, slots=True)
class CodeCard:
    """One person's own way in: `place` is the class, `link` already carries the code."""

    name: str
    place: str
    code: str
    link: str


def poster_pdf(poster: Poster, words: Words, language: str = "ru") -> bytes:
    """Return one A4 page in black on white: the school, three lines, a large QR code, the link and the code."""
    with blank_document() as page:
        page.set_auto_page_break(False)
        page.add_page()
        _draw_poster(page, poster, words, language)
        return bytes(page.output())


def code_cards_pdf(cards: Iterable[CodeCard], words: Words, language: str = "ru") -> bytes:
    """Return A4 pages of ten cards each with lines to cut along; every class begins a page of its own.

    Cards are taken in the order given, so sort them by class and name. Raises ValueError when there are none.
    """
    with blank_document() as page:
        page.set_auto_page_break(False)
        for place, of_class in groupby(cards, key=lambda card: card.place):
            for number, card in enumerate(of_class):
                if number % (_COLUMNS * _ROWS) == 0:
                    _cards_page(page, place, words, language)
                row, column = divmod(number % (_COLUMNS * _ROWS), _COLUMNS)
                _card(page, card, _EDGE + column * _CARD_WIDTH, _TOP + row * _CARD_HEIGHT, words, language)
        if not page.pages_count:
            raise ValueError("codes are somebody's")
        return bytes(page.output())


def _draw_poster(page: FPDF, poster: Poster, words: Words, language: str) -> None:
    _frame(page)
    _school(page, poster.school)
    _centred(page, words.plain("paper-poster-title", language), y=42, size=40, bold=True)
    _centred(page, poster.programme, y=59, size=13, grey=70)
    for number, y in ((1, 80), (2, 92), (3, 104)):
        _centred(
            page,
            words.plain(f"paper-poster-line-{number}", language, about=poster.about),
            y=y,
            size=18,
            bold=number == 1,
        )
    side = 110.0
    draw_qr(page, poster.link, (WIDTH - side) / 2, 124, side)
    _centred(page, poster.link, y=243, size=14)
    if poster.code:
        _centred(page, words.plain("paper-poster-code", language, code=poster.code), y=254, size=20, bold=True)
    _centred(page, words.plain("paper-poster-help", language), y=270, size=11, grey=70)


def _frame(page: FPDF) -> None:
    page.set_draw_color(120)
    page.set_line_width(0.4)
    page.rect(12, 12, WIDTH - 24, HEIGHT - 24, style="D", round_corners=True, corner_radius=5)
    page.line(70, 71, WIDTH - 70, 71)


def _school(page: FPDF, name: str) -> None:
    """The full name of a school is long: up to three lines of it."""
    page.set_font(TYPEFACE, "")
    page.set_text_color(70)
    line = shown(page, name)
    page.set_font_size(fitting_size(page, line, 2.7 * (WIDTH - 60), 12))
    page.set_xy(30, 20)
    page.multi_cell(WIDTH - 60, 5.6, line, align="C")


def _centred(page: FPDF, text: str, *, y: float, size: float, bold: bool = False, grey: int = 0) -> None:
    page.set_font(TYPEFACE, "B" if bold else "")
    page.set_text_color(grey)
    line = shown(page, text)
    page.set_font_size(fitting_size(page, line, WIDTH - 44, size))
    page.set_xy(22, y)
    page.cell(WIDTH - 44, size * 0.45, line, align="C")


def _cards_page(page: FPDF, place: str, words: Words, language: str) -> None:
    page.add_page()
    page.set_text_color(0)
    page.set_font(TYPEFACE, "B")
    title = shown(page, words.plain("paper-codes-title", language, place=place))
    page.set_font_size(fitting_size(page, title, WIDTH - 2 * _EDGE, 13))
    page.text(_EDGE, 14, title)
    page.set_font(TYPEFACE, "")
    note = shown(page, words.plain("paper-codes-note", language))
    page.set_font_size(fitting_size(page, note, WIDTH - 2 * _EDGE, 9))
    page.text(_EDGE, 21, note)


def _card(page: FPDF, card: CodeCard, x: float, y: float, words: Words, language: str) -> None:
    page.set_draw_color(140)
    page.set_line_width(0.2)
    page.set_dash_pattern(dash=1.5, gap=1.5)
    page.rect(x, y, _CARD_WIDTH, _CARD_HEIGHT, style="D")
    page.set_dash_pattern()
    side = 34.0
    draw_qr(page, card.link, x + _CARD_WIDTH - side - 6, y + (_CARD_HEIGHT - side) / 2, side)
    width = _CARD_WIDTH - side - 16
    _card_name(page, card.name, x + 4, y + 5, width + 1)
    _card_line(page, card.place, x + 5, y + 20, width, 10)
    _card_line(page, card.code, x + 5, y + 31, width, 17, bold=True)
    page.set_xy(x + 4, y + 34.5)
    page.set_font(TYPEFACE, "", 7)
    page.set_text_color(80)
    page.multi_cell(width + 1, 3.4, shown(page, words.plain("paper-codes-hint", language)), align="L")
    _card_line(page, card.link, x + 5, y + _CARD_HEIGHT - 5, width, 7)


def _card_name(page: FPDF, name: str, x: float, y: float, width: float) -> None:
    """A name takes two lines where one is not enough."""
    page.set_text_color(0)
    page.set_font(TYPEFACE, "B")
    line = shown(page, name)
    longest = max(line.split(), key=page.get_string_width, default="")
    page.set_font_size(min(fitting_size(page, line, 1.7 * width, 11), fitting_size(page, longest, width - 2.2, 11)))
    page.set_xy(x, y)
    page.multi_cell(width, 5, line, align="L")


def _card_line(page: FPDF, text: str, x: float, y: float, width: float, size: float, *, bold: bool = False) -> None:
    page.set_text_color(0)
    page.set_font(TYPEFACE, "B" if bold else "")
    line = shown(page, text)
    page.set_font_size(fitting_size(page, line, width, size))
    page.text(x, y, line)
