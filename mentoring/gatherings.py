"""Group meetings of a mentoring form: mentees and mentors get to know each other before pairs are made (roadmap, 5.1.2)."""

from __future__ import annotations

from enum import StrEnum


class GatheringState(StrEnum):
    """What became of a group meeting: it is held once somebody has been marked as having come."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class Reply(StrEnum):
    """What an invited person has answered."""

    NONE = "none"
    YES = "yes"
    NO = "no"


class Came(StrEnum):
    """Whether an invited person was there."""

    UNKNOWN = "unknown"
    YES = "yes"
    NO = "no"
