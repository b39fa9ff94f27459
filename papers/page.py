"""An A4 page to print: a typeface with Cyrillic embedded, a QR code drawn sharp, signs the typeface lacks replaced."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from papers.qr import qr_bars
from papers.text import one_line

if TYPE_CHECKING:
    from fpdf import FPDF

TYPEFACE = "DejaVu"
WIDTH, HEIGHT = 210.0, 297.0  # mm, A4
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_INVISIBLE = frozenset("\N{ZERO WIDTH JOINER}\N{VARIATION SELECTOR-15}\N{VARIATION SELECTOR-16}")


def typeface_folder() -> Path:
    """Return where matplotlib keeps DejaVu, found without importing matplotlib (its import takes half a second)."""
    package = find_spec("matplotlib")
    if package is None or not package.submodule_search_locations:
        raise FileNotFoundError("matplotlib brings the typeface the papers embed, and it is not installed")
    return Path(package.submodule_search_locations[0]) / "mpl-data" / "fonts" / "ttf"


@contextmanager
def blank_document() -> Iterator[FPDF]:
    """Open an empty A4 document with the typeface, regular and bold, sizes in mm; output it before it is closed."""
    from fpdf import FPDF

    document = FPDF(orientation="portrait", unit="mm", format="A4")
    folder = typeface_folder()
    document.add_font(TYPEFACE, "", folder / "DejaVuSans.ttf")
    document.add_font(TYPEFACE, "B", folder / "DejaVuSans-Bold.ttf")
    # A paper is the same whenever it is printed; only the words on it may carry a date.
    document.set_creation_date(datetime(2020, 1, 1, tzinfo=UTC))
    document.set_margins(15, 15, 15)
    document.set_font(TYPEFACE, size=11)
    try:
        yield document
    finally:
        for font in document.fonts.values():
            font.ttfont.close()  # type: ignore[union-attr]  # fpdf2 leaves the typeface's files open


def shown(document: FPDF, text: str) -> str:
    """Return the text on one line; a sign the typeface lacks (most emoji) becomes the replacement sign."""
    known = document.current_font.cmap  # type: ignore[union-attr]
    return "".join(sign if ord(sign) in known else _REPLACEMENT for sign in one_line(text) if sign not in _INVISIBLE)


def fitting_size(document: FPDF, text: str, width: float, size: float, least: float = 6) -> float:
    """Return the largest type size, not above `size`, at which the text fits the width (mm) on one line."""
    document.set_font_size(size)
    taken = document.get_string_width(text)
    return max(least, size * min(1.0, width / taken)) if taken else size


def draw_qr(document: FPDF, text: str, x: float, y: float, side: float) -> None:
    """Draw a QR code of the text with its upper left corner at x, y and `side` mm wide, quiet zone not counted."""
    squares, bars = qr_bars(text)
    square = side / squares
    document.set_fill_color(0)
    for bar in bars:
        # Neighbouring rows overlap by a hair, or some printers leave white threads between them.
        document.rect(x + bar.column * square, y + bar.row * square, bar.length * square, square * 1.02, style="F")
