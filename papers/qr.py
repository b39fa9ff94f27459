"""A QR code for a join link: a picture for the chat, squares for a printed page."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """A run of dark squares in one row of a QR code, counted in squares from the upper left corner."""

    row: int
    column: int
    length: int


def qr_png(text: str, *, square: int = 12) -> bytes:
    """Return a QR code of the text as PNG, one square `square` pixels wide, with the quiet zone scanners need."""
    from io import BytesIO

    import segno

    picture = BytesIO()
    segno.make(text, error="m", micro=False).save(picture, kind="png", scale=square, border=4)
    return picture.getvalue()


def qr_bars(text: str) -> tuple[int, list[Bar]]:
    """Return the code's width in squares (no quiet zone) and its dark bars: sharp at any size of print."""
    import segno

    rows = segno.make(text, error="m", micro=False).matrix
    return len(rows), [bar for number, row in enumerate(rows) for bar in _dark_runs(number, row)]


def _dark_runs(number: int, row: bytearray) -> Iterator[Bar]:
    start: int | None = None
    for column, dark in enumerate([*row, 0]):
        if dark and start is None:
            start = column
        elif not dark and start is not None:
            yield Bar(number, start, column - start)
            start = None
