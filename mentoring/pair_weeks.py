"""A pair week by week: what one sees of it at a glance, whether it met, missed, planned, called off or fell silent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from mentoring.meetings import MeetingState

BACK = 8  # weeks up to this one
AHEAD = 2

_WEEK = timedelta(days=7)


class Mark(StrEnum):
    """What a week of a pair was or will be; what tells most stands first."""

    HELD = "held"
    MISSED = "missed"
    OPEN = "open"  # it is over, and nobody has said how it went
    PLANNED = "planned"
    CANCELLED = "cancelled"
    AWAY = "away"  # the mentor paused
    SILENT = "silent"  # the week went by and nothing was held, planned or called off
    NOTHING = "nothing"  # before the pair began, or still to come


@dataclass(frozen=True, slots=True)
class Cell:
    """One week of one pair: its mark, and of how many meetings."""

    mark: Mark
    count: int = 0


@dataclass(frozen=True, slots=True)
class Met:
    """A meeting as a week knows it: its day, its state, whether its time is over. Days are of the school's calendar."""

    day: date
    state: MeetingState
    over: bool

    @property
    def mark(self) -> Mark:
        """What it makes of its week."""
        match self.state:
            case MeetingState.HELD:
                return Mark.HELD
            case MeetingState.MISSED:
                return Mark.MISSED
            case MeetingState.CANCELLED:
                return Mark.CANCELLED
            case _:
                return Mark.OPEN if self.over else Mark.PLANNED


def weeks(today: date) -> tuple[date, ...]:
    """The Mondays that are shown: eight weeks with this one as the last, and two to come."""
    this = today - timedelta(days=today.weekday())
    return tuple(this + n * _WEEK for n in range(1 - BACK, AHEAD + 1))


def row(
    mondays: Iterable[date],
    met: Iterable[Met],
    *,
    began: date,
    today: date,
    away: Iterable[tuple[date, date]] = (),
) -> tuple[Cell, ...]:
    """A pair's weeks. `away`: from which to which day its mentor paused, both counted."""
    every, pauses = list(met), list(away)
    return tuple(_cell(monday, every, began, today, pauses) for monday in mondays)


def _cell(monday: date, every: list[Met], began: date, today: date, away: list[tuple[date, date]]) -> Cell:
    last = monday + _WEEK - timedelta(days=1)
    marks = [each.mark for each in every if monday <= each.day <= last]
    if marks:
        strongest = min(marks, key=list(Mark).index)
        return Cell(strongest, marks.count(strongest))
    if any(first <= last and until >= monday for first, until in away):
        return Cell(Mark.AWAY)
    return Cell(Mark.SILENT if began <= monday and last < today else Mark.NOTHING)
