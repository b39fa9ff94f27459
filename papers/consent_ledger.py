"""The ledger of consents as a workbook: every answer with its text, who gave and who checked it, where it lies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from datetime import date, datetime, tzinfo

from locales.words import Words
from papers.workbook import Column, Sheet, workbook


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One answer, in words; None leaves a cell empty."""

    person: str
    place: str
    purpose: str
    scope: str | None
    terms: str | None
    answer: str
    version: str
    hash: str
    giver: str | None
    capacity: str
    way: str
    document: str | None
    given: datetime
    until: date | None
    original: str | None
    checked_by: str | None
    checked: datetime | None
    withdrawn: datetime | None


_WIDTHS = (30, 18, 26, 36, 18, 12, 9, 24, 30, 24, 20, 18, 17, 12, 26, 30, 17, 17)


def ledger_xlsx(rows: Iterable[LedgerRow], words: Words, zone: tzinfo, language: str = "ru") -> bytes:
    """Return the workbook; rows are taken one by one, times are shown in the zone."""
    columns = [
        Column(words.plain(f"paper-ledger-{field.name.replace('_', '-')}", language), width)
        for field, width in zip(fields(LedgerRow), _WIDTHS, strict=True)
    ]
    title = words.plain("paper-ledger-title", language)
    return workbook([Sheet(title, columns, (astuple(row) for row in rows))], zone)
