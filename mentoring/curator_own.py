"""The curator's own questionnaire (MR-42/02, annex 2, section 2.4): nine criteria of 0 to 2, their sum and its level."""

from __future__ import annotations

from enum import StrEnum

from mentoring.questionnaire import Answers

KEY = "curator_own"
MOST = 18
_OPTIMAL_FROM = 15
_ADMISSIBLE_FROM = 9


class Level(StrEnum):
    """What the sum means."""

    OPTIMAL = "optimal"
    ADMISSIBLE = "admissible"
    INADMISSIBLE = "inadmissible"


def total(answers: Answers) -> int:
    """The sum of all criteria: the name of the chosen option is its points."""
    return sum(int(answer) for answer in answers.values() if isinstance(answer, str) and answer.isdecimal())


def level(points: int) -> Level:
    """15 to 18 optimal, 9 to 14 admissible, fewer inadmissible."""
    if points >= _OPTIMAL_FROM:
        return Level.OPTIMAL
    return Level.ADMISSIBLE if points >= _ADMISSIBLE_FROM else Level.INADMISSIBLE
