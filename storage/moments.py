"""Times and dates as the tables keep them: UTC text in one format, so that order as text is order in time."""

from __future__ import annotations

from datetime import UTC, date, datetime

Moment = date  # datetime is a date: both kinds of values are turned into text


def to_text(moment: date) -> str:
    """A date as 'YYYY-MM-DD', an aware time as 'YYYY-MM-DDTHH:MM:SS.ffffffZ'; a naive time is a mistake."""
    if not isinstance(moment, datetime):
        return moment.isoformat()
    if moment.tzinfo is None:
        raise ValueError("a time without its zone cannot be kept")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def to_time(text: str) -> datetime:
    """The aware UTC time of a stored text."""
    return datetime.fromisoformat(text)


def maybe_time(text: str | None) -> datetime | None:
    """The same, for a column that may be empty."""
    return None if text is None else to_time(text)


def to_date(text: str) -> date:
    """The date of a stored text."""
    return date.fromisoformat(text)


def maybe_date(text: str | None) -> date | None:
    """The same, for a column that may be empty."""
    return None if text is None else to_date(text)
