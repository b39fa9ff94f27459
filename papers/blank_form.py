"""A questionnaire to fill in by hand, for those without a phone: A4 pages with a person's code and a QR code to enter it by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from locales.words import Words
from mentoring.questionnaire import Form, Given
from papers.blank_layout import GREY, NOTHING, Block, Ink, draw, paged, stacked, written
from papers.blank_questions import WIDTH as ROOM
from papers.blank_questions import Sheet, mixed, printed, questions
from papers.page import HEIGHT, TYPEFACE, WIDTH, blank_document, draw_qr, fitting_size, shown

if TYPE_CHECKING:
    from fpdf import FPDF

_LEFT, _TOP, _FOOT = 15.0, 14.0, 14.0
_GAP = 3.6
_QR = 24.0


@dataclass(frozen=True, slots=True)
class BlankOwner:
    """Whose blank it is; without a person everything is empty, and there are lines to write on instead.

    `label` is what may be printed of the person beside the code; `link` leads back to the blank, as `token` does typed.
    """

    code: str = ""
    label: str = ""
    token: str = ""
    link: str = ""


def blank_forms_pdf(
    form: Form, owners: Sequence[BlankOwner], given: Given, school: str, words: Words, language: str = "ru"
) -> bytes:
    """Return an A4 PDF of the questionnaire for each owner in turn, each from a page of its own, no question divided.

    `given` holds the outer lists of options (the school's areas). Raises ValueError when there is nobody to print for.
    """
    if not owners:
        raise ValueError("a blank is somebody's, or nobody's in particular")
    with blank_document() as document:
        document.set_auto_page_break(False)
        document.c_margin = 0
        sheet = Sheet(document, form, given, words, language)
        document.add_page()
        head = _head(sheet, school)
        first = HEIGHT - _TOP - _FOOT - head.height - _GAP
        pages = paged(questions(sheet), first, HEIGHT - _TOP - _FOOT, _GAP)
        for number, owner in enumerate(owners):
            if number:
                document.add_page()
            _print(sheet, owner, head, pages)
        return bytes(document.output())


def _print(sheet: Sheet, owner: BlankOwner, head: Block, pages: Sequence[Sequence[tuple[float, Block]]]) -> None:
    for number, blocks in enumerate(pages, start=1):
        if number > 1:
            sheet.document.add_page()
        else:
            draw(sheet.document, head, _LEFT, _TOP)
            _owner(sheet, owner, _TOP + head.height)
        top = _TOP + (head.height + _GAP if number == 1 else 0)
        for at, block in blocks:
            draw(sheet.document, block, _LEFT, top + at)
        _foot(sheet, owner, number, len(pages))


def _head(sheet: Sheet, school: str) -> Block:
    """Title and what to do with it, beside the room for the QR code; the last of it is the owner's line."""
    document, title = sheet.document, sheet.form.title.to(sheet.language)
    width = ROOM - _QR - 8
    said = stacked(
        [
            written(document, school, 0, width, size=8.5, grey=GREY),
            written(document, title, 0, width, size=17, bold=True),
            written(document, sheet.word("blank-how"), 0, width, size=8.5),
            written(document, sheet.word("blank-star"), 0, width, size=8.5)
            if mixed(printed(sheet.form, sheet.outer))
            else NOTHING,
        ],
        1.6,
    )
    return Block(max(said.height, _QR + 5) + 10.5, said.inks)


def _owner(sheet: Sheet, owner: BlankOwner, bottom: float) -> None:
    """The line of the person at the foot of the head, and the QR code above its right end."""
    document, y = sheet.document, bottom - 8.5
    if owner.link:
        draw_qr(document, owner.link, WIDTH - _LEFT - _QR, _TOP, _QR)
        code = Ink(ROOM - _QR - 4, _TOP + _QR + 1, owner.token, size=8, bold=True, width=_QR + 4, align="R")
        draw(document, Block(0, (code,)), _LEFT, 0)
    document.set_fill_color(238)
    document.rect(_LEFT, y, ROOM, 8.2, style="F")
    if not owner.code:
        blank = Block(0, (Ink(3, 2.3, sheet.word("blank-nobody")), Ink(60, 6.4, width=ROOM - 64, grey=GREY)))
        draw(document, blank, _LEFT, y)
        return
    code_width = 40.0
    document.set_font(TYPEFACE, "B")
    size = fitting_size(document, owner.code, code_width, 12)
    inks = [Ink(3, 1.9, owner.code, size=size, bold=True)]
    if owner.label:
        document.set_font(TYPEFACE, "")
        label = shown(document, owner.label)
        inks.append(Ink(code_width, 2.3, label, size=fitting_size(document, label, ROOM - code_width - 4, 11)))
    draw(document, Block(0, tuple(inks)), _LEFT, y)


def _foot(sheet: Sheet, owner: BlankOwner, number: int, pages: int) -> None:
    page = sheet.word("blank-page", page=str(number), pages=str(pages))
    right = " \N{MIDDLE DOT} ".join(part for part in (owner.code, owner.token, page) if part)
    document: FPDF = sheet.document
    document.set_font(TYPEFACE, "", 7.5)
    title = _shortened(document, sheet.form.title.to(sheet.language), ROOM - document.get_string_width(right) - 6)
    inks = (
        Ink(0, 0, title, size=7.5, grey=GREY),
        Ink(0, 0, right, size=7.5, grey=GREY, width=ROOM, align="R"),
    )
    draw(document, Block(0, inks), _LEFT, HEIGHT - 10)


def _shortened(document: FPDF, text: str, width: float) -> str:
    line = shown(document, text)
    while line and document.get_string_width(line) > width:
        line = line[:-2].rstrip() + "\N{HORIZONTAL ELLIPSIS}"
    return line
