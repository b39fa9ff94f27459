"""How pupils' concerns were answered, as a workbook: one sheet of the concerns, one of what was done, by codes only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from datetime import datetime, tzinfo

from locales.words import Words
from papers.workbook import Column, Sheet, workbook


@dataclass(frozen=True, slots=True)
class ConcernRow:
    """One concern, in words; None leaves a cell empty."""

    number: int
    code: str
    said: datetime
    taken: datetime | None
    adult: str | None
    post: str | None
    closed: datetime | None
    outcome: str


@dataclass(frozen=True, slots=True)
class StepRow:
    """One line of a concern's journal, in words."""

    number: int
    code: str
    at: datetime
    step: str
    adult: str | None
    post: str | None


_CONCERN_WIDTHS = (6, 12, 17, 17, 32, 26, 17, 30)
_STEP_WIDTHS = (6, 12, 17, 34, 32, 26)


def concern_register_xlsx(
    concerns: Iterable[ConcernRow], steps: Iterable[StepRow], words: Words, zone: tzinfo, language: str = "ru"
) -> bytes:
    """Return the workbook; times are shown in the zone."""
    sheets = [
        _sheet("concerns", ConcernRow, _CONCERN_WIDTHS, map(astuple, concerns), words, language),
        _sheet("steps", StepRow, _STEP_WIDTHS, map(astuple, steps), words, language),
    ]
    return workbook(sheets, zone)


def _sheet(
    name: str,
    row: type[ConcernRow] | type[StepRow],
    widths: tuple[int, ...],
    rows: Iterable[tuple[int | str | datetime | None, ...]],
    words: Words,
    language: str,
) -> Sheet:
    columns = [
        Column(words.plain(f"paper-register-{field.name}", language), width)
        for field, width in zip(fields(row), widths, strict=True)
    ]
    return Sheet(words.plain(f"paper-register-sheet-{name}", language), columns, rows)
