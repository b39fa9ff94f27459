"""The ledger of consents as a workbook: every answer with its text, who gave and who checked it, where it lies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from datetime import date, datetime, tzinfo
from zoneinfo import ZoneInfo

from locales.words import Words
from mentoring.exported import Consented, Exported, Place
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


def exported_ledger(exported: Exported, language: str) -> bytes:
    """Return the workbook of every consent the export holds: for a worker process and the command line."""
    words = Words.shipped()
    rows = (_row(each, words, language) for each in exported.consents)
    return ledger_xlsx(rows, words, ZoneInfo(exported.time_zone), language)


def _row(consent: Consented, words: Words, language: str) -> LedgerRow:
    def say(name: str, **values: str) -> str:
        return words.plain(name, language, **values)

    return LedgerRow(
        person=consent.who.name,
        place=place_words(consent.who.place, words, language) or "",
        purpose=say("permission-name", purpose=consent.purpose),
        scope=consent.scope or None,
        terms=say("ledger-terms", terms=consent.terms) if consent.terms else None,
        answer=say("ledger-answer", answer="agreed" if consent.agreed else "declined"),
        version=consent.version,
        hash=consent.fingerprint,
        giver=consent.signer or None,
        capacity=say("ledger-capacity", capacity=consent.capacity),
        way=say("ledger-way", way=consent.way),
        document=say("ledger-document-kind", kind=consent.document) if consent.document else None,
        given=consent.given_at,
        until=consent.until,
        original=consent.kept_at or None,
        checked_by=consent.checked_by or None,
        checked=consent.checked_at,
        withdrawn=consent.withdrawn_at,
    )


def place_words(place: Place, words: Words, language: str) -> str | None:
    """Where somebody learns or works, as people write it."""
    if place.level is not None:
        return words.plain("place-class", language, level=str(place.level), letter=place.letter or "none")
    return ", ".join(part for part in (place.post, place.workplace) if part) or None
