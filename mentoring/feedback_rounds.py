"""Rounds of the interim questionnaire (stage 6): how often a pair is asked, and what an answer is about."""

from __future__ import annotations

from enum import StrEnum

ROUND = 1_000_000_000  # more matches than a school ever has; what a round adds to the match's number


class Again(StrEnum):
    """Whether a school asks again after the first time."""

    ONCE = "once"
    MEETINGS = "meetings"  # after as many more meetings as before the first time
    DAYS = "days"  # after as many more days


def subject(match_id: int, number: int) -> int:
    """What the answers of a round are about: match and round in one number; of the first round it is the match's own."""
    return match_id + (number - 1) * ROUND


def match_of(about: int) -> int:
    """The match again."""
    return about % ROUND


def round_of(about: int) -> int:
    """The number of the round again, from one."""
    return about // ROUND + 1
