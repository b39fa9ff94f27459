"""How pairs end and change: what a side may ask for and why, on what ground a pair is closed, why a mentor pauses.

Stage 6 of the roadmap: pairs are formed anew at any time, either side may ask. Reasons are for curators only.
"""

from __future__ import annotations

from enum import StrEnum

NOTICE_DAYS = 3  # working days between a worker's notice and the end (ТК РФ, ст. 351.8)


class Wanted(StrEnum):
    """What somebody asks for."""

    CHANGE = "change"  # another mentor, another mentee
    END = "end"  # no pair at all
    LEAVE = "leave"  # a worker gives up a mentor's duty: nobody has to agree


class Outcome(StrEnum):
    """What came of it."""

    AGREED = "agreed"  # the pair is over
    KEPT = "kept"  # they talked, the pair goes on
    TAKEN_BACK = "taken_back"


class Ground(StrEnum):
    """Why a pair is over, as its card, the register and the amending order say it: never who asked, nothing of health."""

    REQUEST = "request"
    GOALS = "goals"  # what was wanted is reached
    NOT_WORKED = "not_worked"
    LEFT = "left"  # left the school or the programme
    CIRCUMSTANCES = "circumstances"
    OTHER = "other"
    WORKER = "worker"  # notice under ст. 351.8 ТК РФ
    WITHDRAWN = "withdrawn"  # a consent was taken back, and the data are gone
    REMOVED = "removed"  # taken off the list


CHOSEN = (Ground.REQUEST, Ground.GOALS, Ground.NOT_WORKED, Ground.LEFT, Ground.CIRCUMSTANCES, Ground.OTHER)
"""What a curator chooses from."""


class Away(StrEnum):
    """Why a mentor pauses: no diagnoses are asked for."""

    STUDY = "study"  # exams, much work
    TRIP = "trip"
    PERSONAL = "personal"


_WHOLE = 1
_KINDS = (Wanted.CHANGE, Wanted.END)


def subject(member_id: int, kind: Wanted, *, whole: bool = False) -> int:
    """What a form of asking is about, in one number: the member, what is wanted, whether the whole group is meant."""
    return (member_id * len(_KINDS) + _KINDS.index(kind)) * 2 + (_WHOLE if whole else 0)


def of_subject(number: int) -> tuple[int, Wanted, bool]:
    """The same back."""
    rest, whole = divmod(number, 2)
    member, kind = divmod(rest, len(_KINDS))
    return member, _KINDS[kind], bool(whole)
