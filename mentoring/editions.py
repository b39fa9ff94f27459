"""Editions of consent texts: which released text somebody was shown, provable by its hash."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Edition:
    """A released text. It is never edited afterwards: another text is another version with another hash."""

    version: str
    released: date
    digest: str
