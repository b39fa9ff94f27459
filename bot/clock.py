"""The only place that looks at the clock; a rehearsal and the tests bring one that can be moved."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


def now() -> datetime:
    """The present moment, UTC."""
    return datetime.now(UTC)


class MovableClock:
    """A clock that stands still until it is moved."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        """The moment it shows, UTC."""
        return self.at

    def move_to(self, moment: datetime) -> None:
        """Set it forward. Raises ValueError for a moment gone by."""
        if moment < self.at:
            raise ValueError("time does not run back")
        self.at = moment

    def move(self, by: timedelta) -> None:
        """Set it forward by so much."""
        self.move_to(self.at + by)
