"""What happened at the rehearsed school before the curtain rises: deeds with their days, done in the order of time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from storage.database import Transaction

Deed = Callable[[Transaction], object]

_YEAR = 2027
_ZONE = ZoneInfo("Europe/Moscow")


class Story:
    """Deeds on their way; `people` and `sides` are the ids of persons and participations by account, once they exist."""

    def __init__(self, told: dict[str, Any]) -> None:
        self.told = told
        self.school = 0
        self.curator = 0
        self.people: dict[int, int] = {}
        self.sides: dict[int, int] = {}
        self._deeds: list[tuple[datetime, Deed]] = []

    def on(self, day: str, hour: float, deed: Deed) -> None:
        """The deed happens on a day, at an hour of the school's clock; of two at one moment the first told is first."""
        self._deeds.append((moment_of(day, hour), deed))

    def happen(self, tx: Transaction) -> None:
        """Let everything happen in one transaction, each deed at its own moment."""
        present = tx.now
        for moment, deed in sorted(self._deeds, key=lambda each: each[0]):
            tx.now = moment
            deed(tx)
        tx.now = present


def moment_of(day: str, hour: float = 0) -> datetime:
    """A day as it stands in the data («02-05») and an hour of the school's clock, as UTC."""
    month, _, number = day.partition("-")
    return (datetime(_YEAR, int(month), int(number), tzinfo=_ZONE) + timedelta(hours=hour)).astimezone(UTC)
