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


class RunningClock(MovableClock):
    """A clock of a rehearsal: it runs as time does, from another moment, and can be set forward."""

    def __init__(self, at: datetime) -> None:
        super().__init__(at)
        self._set_at = now()

    def __call__(self) -> datetime:
        """The moment it shows, UTC."""
        return self.at + (now() - self._set_at)

    def move_to(self, moment: datetime) -> None:
        """Set it forward; a moment it has just passed by itself is no matter."""
        if moment > self():
            self.at, self._set_at = moment, now()

    def move(self, by: timedelta) -> None:
        """Set it forward by so much."""
        self.move_to(self() + by)
