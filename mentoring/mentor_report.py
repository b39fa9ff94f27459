"""The mentor's report on a pair or group: what the diary and the plan say, and what the mentor adds in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mentoring.diary import Diary

KEY = "mentor_report"


class GoOn(StrEnum):
    """Whether the work should go on."""

    TOGETHER = "together"
    OTHER = "other"  # with another mentor
    ALONE = "alone"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class PlanCount:
    """Tasks of the development plans: how many there are, how many are done, wholly or in part."""

    tasks: int
    done: int
    partly: int


@dataclass(frozen=True, slots=True)
class Report:
    """One report, of a mentor about a pair or group."""

    diary: Diary
    plan: PlanCount | None  # none: no plan was made
    goal: str
    results: str
    troubles: str
    worked: str
    go_on: GoOn
    proposals: str
