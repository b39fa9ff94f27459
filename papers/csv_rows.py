"""Reads a table saved as text (CSV) the way Russian Excel, LibreOffice and school registers save it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Any

_ENCODINGS = ("utf-8-sig", "cp1251")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_ARCHIVE = b"PK\x03\x04"  # .xlsx, .ods
_MOST_COLUMNS = 60


def csv_rows(content: bytes) -> Iterator[tuple[int, dict[int, tuple[str, Any]]]] | None:
    """Return the filled rows with their numbers, every cell a text; None when this is no text at all."""
    text = None if not content or content.startswith(_ARCHIVE) else _decoded(content)
    return None if text is None else _filled(text)


def _decoded(content: bytes) -> str | None:
    if content.startswith(_UTF_16):
        return _as(content, "utf-16")
    if b"\0" in content:
        return None
    return next((text for text in (_as(content, each) for each in _ENCODINGS) if text is not None), None)


def _as(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _filled(text: str) -> Iterator[tuple[int, dict[int, tuple[str, Any]]]]:
    lines = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text))
    for number, cells in enumerate(lines, 1):
        found = {index: ("s", cell) for index, cell in enumerate(cells[:_MOST_COLUMNS]) if cell.strip()}
        if found:
            yield number, found


def _delimiter(text: str) -> str:
    """Whichever stands most often in the first lines."""
    head = "\n".join(text.splitlines()[:15])
    return max((";", ",", "\t"), key=head.count)
