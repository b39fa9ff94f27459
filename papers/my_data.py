"""Everything that is stored about a person, to read on a phone: a PDF, which every messenger opens by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from papers.page import TYPEFACE, blank_document, shown
from papers.text import printable

if TYPE_CHECKING:
    from fpdf import FPDF

_HEADING, _TEXT, _GAP = 12.5, 10.5, 3.0


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the lines below it."""

    title: str
    lines: tuple[str, ...]


def my_data_pdf(title: str, sections: Sequence[Section]) -> bytes:
    """Return the PDF; sections without a line are left out. Signs the typeface lacks are replaced."""
    with blank_document() as document:
        document.set_auto_page_break(auto=True, margin=15)
        document.add_page()
        document.set_font(TYPEFACE, "B", 15)
        document.multi_cell(0, 8, _fit(document, title), align="L", new_x="LMARGIN", new_y="NEXT")
        for section in sections:
            if not section.lines:
                continue
            document.ln(_GAP)
            document.set_font(TYPEFACE, "B", _HEADING)
            document.multi_cell(0, 7, _fit(document, section.title), align="L", new_x="LMARGIN", new_y="NEXT")
            document.set_font(TYPEFACE, "", _TEXT)
            for line in section.lines:
                document.multi_cell(0, 5.5, _fit(document, line), align="L", new_x="LMARGIN", new_y="NEXT")
                document.ln(0.8)
        return bytes(document.output())


def _fit(document: FPDF, text: str) -> str:
    return "\n".join(shown(document, line) for line in printable(text).split("\n"))
