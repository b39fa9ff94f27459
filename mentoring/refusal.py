"""The programme says no: in words a person can act on."""

from __future__ import annotations

from typing import Any


class Refusal(Exception):
    """Something may not be done now; `reason` is the id of the sentence that says why and what to do instead."""

    def __init__(self, reason: str, **values: Any) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values = values


class NotYours(Refusal):
    """It belongs to somebody else, or does not exist: the two look the same from outside."""

    def __init__(self) -> None:
        super().__init__("refused-not-yours")


class TakenMeanwhile(Refusal):
    """Somebody was faster: the database held the invariant."""
