"""Small keyboards that pick a day or an hour: no date need be typed where a tap will do."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta

from handlers.screen import Button, Row, grid
from locales.words import Say

Pick = Callable[[str, str], Button]

_HOURS = [f"{hour:02}:{minute:02}" for hour in range(8, 20) for minute in (0, 30)]
_AGES = range(8, 20)  # years ago that are shown first where a birth date is asked


def date_rows(say: Say, appearance: str, leaf: str, answer: str, today: date, pick: Pick, turn_to: Pick) -> list[Row]:
    """The rows of a date question.

    `leaf` is what the person has turned to: '' the beginning, 'YYYY' a year's months, 'YYYY-MM' a month's days, '<YYYY'
    the years before. A far date (appearance `no-calendar`) begins with years, a near one with this month's days.
    """
    if leaf.startswith("<"):
        return _years(say, int(leaf[1:]), turn_to)
    if len(leaf) == 4:
        return _months(say, int(leaf), turn_to)
    if len(leaf) == 7:
        return _days(say, int(leaf[:4]), int(leaf[5:]), pick, turn_to, years=appearance == "no-calendar")
    start = date.fromisoformat(answer) if answer else today
    if appearance == "no-calendar":
        return _years(say, start.year - (0 if answer else min(_AGES) - 1), turn_to)
    return _days(say, start.year, start.month, pick, turn_to, years=False)


def time_rows(pick: Pick) -> list[Row]:
    """Hours of a school's day; any other is typed."""
    return grid([pick(hour, hour) for hour in _HOURS], 4)


def _years(say: Say, before: int, turn_to: Pick) -> list[Row]:
    years = [turn_to(str(year), str(year)) for year in range(before - 12, before)]
    earlier = turn_to(f"<{before - 12}", say.plain("picker-earlier"))
    later = turn_to(f"<{before + 12}", say.plain("picker-later"))
    return [*grid(years, 4), [earlier, later]]


def _months(say: Say, year: int, turn_to: Pick) -> list[Row]:
    months = [turn_to(f"{year}-{month:02}", say.plain("month-short", month=month)) for month in range(1, 13)]
    return [*grid(months, 4), [turn_to(f"<{year + 6}", f"\u2039 {year}")]]


def _days(say: Say, year: int, month: int, pick: Pick, turn_to: Pick, *, years: bool) -> list[Row]:
    title = say.plain("month-title", month=month, year=str(year))
    head = Button(title) if not years else turn_to(str(year), f"\u2039 {title}")
    weeks = calendar.Calendar().monthdayscalendar(year, month)
    rows: list[Row] = [[head]]
    rows += [
        [pick(f"{year}-{month:02}-{day:02}", str(day)) if day else Button("\u00b7") for day in week] for week in weeks
    ]
    first = date(year, month, 1)
    before, after = first - timedelta(days=1), first + timedelta(days=32)
    rows.append([turn_to(f"{before:%Y-%m}", "\u2039"), turn_to(f"{after:%Y-%m}", "\u203a")])
    return rows
