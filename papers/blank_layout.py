"""What a printed questionnaire is laid out of: words, boxes and lines in blocks that no page break divides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from papers.page import TYPEFACE, shown

if TYPE_CHECKING:
    from fpdf import FPDF

BLACK, GREY, PALE = 0, 90, 165
_POINT = 0.3528  # mm
_LEADING = 1.28


@dataclass(frozen=True, slots=True)
class Ink:
    """One thing drawn, from the block's upper left corner, in mm: words on one line, a box, a line to write on."""

    x: float
    y: float
    text: str = ""
    size: float = 9.5
    bold: bool = False
    grey: int = BLACK
    align: str = "L"
    width: float = 0.0
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Block:
    """Something that stays together: its height (mm) and what is drawn in it."""

    height: float
    inks: tuple[Ink, ...] = ()

    def __bool__(self) -> bool:
        return self.height > 0

    def under(self, other: Block, gap: float = 0.0) -> Block:
        """The two as one, this one below."""
        moved = (replace(ink, y=ink.y + other.height + gap) for ink in self.inks)
        return Block(other.height + gap + self.height, (*other.inks, *moved))

    def lowered(self, by: float) -> Block:
        """The same with so much room above it."""
        return Block(by + self.height, tuple(replace(ink, y=ink.y + by) for ink in self.inks))

    def beside(self, other: Block) -> Block:
        """The two as one, from the same upper edge."""
        return Block(max(self.height, other.height), (*self.inks, *other.inks))


NOTHING = Block(0.0)


def stacked(blocks: Iterable[Block], gap: float = 0.0) -> Block:
    """Blocks below one another; empty ones take no room."""
    whole = NOTHING
    for block in blocks:
        if block:
            whole = block.under(whole, gap if whole else 0.0)
    return whole


def written(
    document: FPDF, text: str, x: float, width: float, *, size: float = 9.5, bold: bool = False, grey: int = BLACK
) -> Block:
    """A text in as many lines as the width (mm) makes of it."""
    if not text:
        return NOTHING
    document.set_font(TYPEFACE, "B" if bold else "", size)
    height = size * _POINT * _LEADING
    lines: list[str] = document.multi_cell(  # type: ignore[assignment]  # what it returns follows from `output`
        width, height, shown(document, text), dry_run=True, output="LINES", align="L"
    )
    inks = tuple(
        Ink(x, number * height, line, size=size, bold=bold, grey=grey, width=width) for number, line in enumerate(lines)
    )
    return Block(len(lines) * height, inks)


def box(x: float, y: float, width: float, height: float) -> Ink:
    """A box to tick or to write into."""
    return Ink(x, y, width=width, height=height, grey=GREY)


def ruled(x: float, width: float, lines: int, step: float = 7.2) -> Block:
    """Lines to write on."""
    inks = tuple(Ink(x, (number + 1) * step, width=width, grey=PALE) for number in range(lines))
    return Block(lines * step + 0.6, inks)


def paged(blocks: Sequence[Block], first: float, other: float, gap: float) -> list[list[tuple[float, Block]]]:
    """Blocks on pages with the room of the first and of every other page (mm), each with its place from the top."""
    pages: list[list[tuple[float, Block]]] = [[]]
    at = 0.0
    for block in (piece for whole in blocks for piece in _pieces(whole, other)):
        room = first if len(pages) == 1 else other
        if pages[-1] and at + block.height > room:
            pages.append([])
            at = 0.0
        pages[-1].append((at, block))
        at += block.height + gap
    return pages


def _pieces(block: Block, room: float) -> Iterator[Block]:
    """The block itself; one that no page holds (a very long list of options) is cut between its rows."""
    while block.height > room:
        cut = min(ink.y for ink in block.inks if ink.y + max(ink.height, 5.2) > room)
        yield Block(cut, tuple(ink for ink in block.inks if ink.y < cut))
        rest = tuple(replace(ink, y=ink.y - cut) for ink in block.inks if ink.y >= cut)
        block = Block(block.height - cut, rest)
    yield block


def draw(document: FPDF, block: Block, x: float, y: float) -> None:
    """Draw a block with its upper left corner at x, y."""
    for ink in block.inks:
        if ink.text:
            _write(document, ink, x, y)
        elif ink.height:
            document.set_draw_color(ink.grey)
            document.set_line_width(0.25)
            document.rect(x + ink.x, y + ink.y, ink.width, ink.height, style="D")
        else:
            document.set_draw_color(ink.grey)
            document.set_line_width(0.2)
            document.line(x + ink.x, y + ink.y, x + ink.x + ink.width, y + ink.y)


def _write(document: FPDF, ink: Ink, x: float, y: float) -> None:
    document.set_font(TYPEFACE, "B" if ink.bold else "", ink.size)
    document.set_text_color(ink.grey)
    left = x + ink.x
    if ink.align != "L":
        spare = ink.width - document.get_string_width(ink.text)
        left += spare / 2 if ink.align == "C" else spare
    document.text(left, y + ink.y + ink.size * _POINT * 0.95, ink.text)


def in_columns(items: Sequence[str], columns: int) -> Iterator[tuple[int, int, str]]:
    """Each item with its column and row, read downwards as people read a list."""
    rows = -(-len(items) // columns)
    for number, item in enumerate(items):
        yield number // rows, number % rows, item
