"""The monthly rating (stage 6): one mark of each side from 1 to 10, and what in a row of them is a cause to look.

Nobody but the curators ever sees a mark: neither the other side nor the parents.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

MARKS = range(1, 11)
LOW = 3  # such a mark, or a lower one
APART = 3  # the sides differ by more than this
DROP = 3  # so far below the best of one's own marks, or further


class Rated(StrEnum):
    """Whether a school asks for ratings."""

    MONTHLY = "monthly"
    OFF = "off"


class Alarm(StrEnum):
    """What in the marks is a cause to look at a pair."""

    LOW = "low"
    APART = "apart"
    FALLING = "falling"


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark of one side for one month (`2027-02`), and when it was given."""

    period: str
    mark: int
    at: datetime


def alarms(mentor: Sequence[Mark], mentee: Sequence[Mark]) -> dict[Alarm, datetime]:
    """What is alarming in the marks of the two sides of a pair, each row by month, and since when."""
    found: dict[Alarm, datetime] = {}
    for line in (mentor, mentee):
        if line and line[-1].mark <= LOW:
            found[Alarm.LOW] = max(line[-1].at, found.get(Alarm.LOW, line[-1].at))
        if falls(line):
            found[Alarm.FALLING] = max(line[-1].at, found.get(Alarm.FALLING, line[-1].at))
    theirs = {each.period: each for each in mentee}
    common = [(each, theirs[each.period]) for each in mentor if each.period in theirs]
    if common and abs(common[-1][0].mark - common[-1][1].mark) > APART:
        found[Alarm.APART] = max(each.at for each in common[-1])
    return found


def falls(line: Sequence[Mark]) -> bool:
    """Whether a row of marks goes down: twice in a row, or far below its best."""
    marks = [each.mark for each in line]
    if not marks:
        return False
    return marks[-1] <= max(marks) - DROP or (len(marks) > 2 and marks[-3] > marks[-2] > marks[-1])
