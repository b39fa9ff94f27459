"""What the agreement of a pair or group says on paper, as values; names are text already, the form is a code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentoring.exported import Named
from mentoring.pacts import Pace


@dataclass(frozen=True, slots=True)
class PactSheet:
    """One agreement: a mentor with one mentee or several; `minors` says of each, the mentor first, whether a parent signs too."""

    school: str
    town: str
    title: str  # of the programme; empty: its usual name
    curator: str
    form: str
    edition: str
    pace: Pace | None  # empty: a line to tick by hand
    starts: date
    ends: date
    mentor: Named
    mentees: tuple[Named, ...]
    minors: tuple[bool, ...]
