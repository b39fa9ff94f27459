"""Small keyboards that pick a day or an hour: no date need be typed where a tap will do."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

from handlers.screen import Button, Row, grid
from locales.words import Say

Pick = Callable[[str, str], Button]

_HOURS = [f"{hour:02}:{minute:02}" for hour in range(8, 20) for minute in (0, 30)]
_FAR = "no-calendar"  # the appearance of a question about a far date: a birth
_YEARS = 20  # shown at once
_YOUNGEST = 7  # years ago: the latest year that is shown first where a birth is asked
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_LEAF = re.compile(r"<\d{4}|\d{4}|\d{4}-(0[1-9]|1[0-2])")


def date_rows(say: Say, appearance: str, leaf: str, answer: str, today: date, pick: Pick, turn_to: Pick) -> list[Row]:
    """The rows of a date question.

    `leaf` is what the person has turned to: '' the beginning, 'YYYY' a year's months, 'YYYY-MM' a month's days, '<YYYY'
    the years before. A far date (appearance `no-calendar`) begins with years, a near one with this month's days.
    """
    far = appearance == _FAR
    if not _LEAF.fullmatch(leaf) or not _FIRST_YEAR <= int(leaf.removeprefix("<")[:4]) <= _LAST_YEAR:
        leaf = _first_leaf(answer, today, far=far)
    if leaf.startswith("<"):
        return _years(say, int(leaf[1:]), today.year + 1 if far else _LAST_YEAR, turn_to)
    if len(leaf) == 4:
        return _months(say, int(leaf), turn_to)
    return _days(say, int(leaf[:4]), int(leaf[5:]), pick, turn_to, far=far)


def time_rows(pick: Pick) -> list[Row]:
    """Hours of a school's day; any other is typed."""
    return grid([pick(hour, hour) for hour in _HOURS], 4)


def _first_leaf(answer: str, today: date, *, far: bool) -> str:
    start = date.fromisoformat(answer) if answer else today
    if not far:
        return f"{start:%Y-%m}"
    return f"<{start.year + 1}" if answer else f"<{today.year - _YOUNGEST + 1}"


def _years(say: Say, before: int, end: int, turn_to: Pick) -> list[Row]:
    years = [turn_to(str(year), str(year)) for year in range(max(before - _YEARS, _FIRST_YEAR), min(before, end))]
    turning = []
    if before - _YEARS > _FIRST_YEAR:
        turning.append(turn_to(f"<{before - _YEARS}", say.plain("picker-earlier")))
    if before < end:
        turning.append(turn_to(f"<{min(before + _YEARS, end)}", say.plain("picker-later")))
    return [*grid(years, 5), turning]


def _months(say: Say, year: int, turn_to: Pick) -> list[Row]:
    months = [turn_to(f"{year}-{month:02}", say.plain("month-short", month=month)) for month in range(1, 13)]
    return [*grid(months, 4), [turn_to(f"<{min(year + _YEARS // 2, _LAST_YEAR)}", f"\u2039 {year}")]]


def _days(say: Say, year: int, month: int, pick: Pick, turn_to: Pick, *, far: bool) -> list[Row]:
    title = say.plain("month-title", month=month, year=str(year))
    rows: list[Row] = [[turn_to(str(year), f"\u2039 {title}") if far else Button(title)]]
    if not far:
        rows.append([Button(say.plain("weekday-short", weekday=day)) for day in range(1, 8)])
    rows += [
        [pick(f"{year}-{month:02}-{day:02}", str(day)) if day else Button("\u00b7") for day in week]
        for week in calendar.Calendar().monthdayscalendar(year, month)
    ]
    first = date(year, month, 1)
    before, after = first - timedelta(days=1), first + timedelta(days=32)
    rows.append([turn_to(f"{before:%Y-%m}", "\u2039"), turn_to(f"{after:%Y-%m}", "\u203a")])
    return rows
