"""What the minutes of a group meeting say, as values; names are text already, the form is a code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from mentoring.exported import Named


@dataclass(frozen=True, slots=True)
class Minutes:
    """Of one group meeting that was held; `starts` is the school's time. Without a number and a date they are unsigned."""

    number: str
    signed_on: date | None
    school: str
    town: str
    title: str
    form: str
    starts: datetime
    place: str
    curator: str
    curator_post: str
    mentors: tuple[Named, ...]
    mentees: tuple[Named, ...]
    agenda: str  # empty: the usual one
    decided: str  # empty: the usual decisions
