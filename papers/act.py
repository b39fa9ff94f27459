"""The act of destruction of personal data and the extract from the journal of events (приказ РКН № 179 of 28.10.2022)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from locales.words import Words
from papers.dates import date_in_words
from papers.word_template import fill, shipped_template

ACT, EXTRACT = "destruction_act.docx", "journal_extract.docx"


@dataclass(frozen=True, slots=True)
class Destroyer:
    """Who answers for the destruction and signs: name and post."""

    name: str
    post: str


@dataclass(frozen=True, slots=True)
class Destruction:
    """What both papers say. Categories, reason, way and what stays are in words already; `at` is the school's time."""

    operator: str
    address: str
    town: str
    director: Destroyer
    destroyers: tuple[Destroyer, ...]
    number: int
    subject: str
    categories: tuple[str, ...]
    system: str
    way: str
    reason: str
    at: datetime
    staying: tuple[str, ...]
    line: int  # of the journal


def printed_act(sheet: Destruction, words: Words, template: bytes | None = None) -> bytes:
    """Return the act as DOCX; where there is no name or address a line is left to fill by hand."""
    return fill(template or shipped_template(ACT), _values(sheet, words))


def printed_extract(sheet: Destruction, words: Words, template: bytes | None = None) -> bytes:
    """Return the extract from the journal as DOCX."""
    return fill(template or shipped_template(EXTRACT), _values(sheet, words))


def _values(sheet: Destruction, words: Words) -> dict[str, object]:
    """Every variable the templates may use; templates/ru/README.md lists them."""
    return {
        "operator": {"name": sheet.operator, "address": sheet.address},
        "town": sheet.town,
        "director": {"name": sheet.director.name, "post": sheet.director.post},
        "destroyers": _people(sheet.destroyers),
        "number": sheet.number,
        "subject": sheet.subject,
        "categories": list(sheet.categories),
        "system": sheet.system,
        "way": sheet.way,
        "reason": sheet.reason,
        "destroyed": date_in_words(words, sheet.at.date(), "ru"),
        "time": f"{sheet.at:%H:%M}",
        "zone": f"UTC{sheet.at:%z}"[:6],
        "staying": list(sheet.staying),
        "line": sheet.line,
    }


def _people(destroyers: Sequence[Destroyer]) -> list[dict[str, str]]:
    return [{"name": each.name, "post": each.post} for each in destroyers]
