"""How fast the bot may talk: one budget for everything it sends; answers go at once, broadcasts leave them room."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

Waiting = Callable[[float], Awaitable[None]]

_A_SECOND = 28.0  # messages and edits, of the thirty that Telegram allows: clocks and networks are not exact
_AT_ONCE = 18.0  # after a silence
_KEPT_FREE = 10.0  # of those, which a broadcast leaves to answers


class Pace:
    """A bucket that fills evenly. `pause` is how it waits, `now` gives seconds and never goes back.

    Time that was paused has passed, whatever `now` says: tests and rehearsals pause without waiting.
    """

    def __init__(self, pause: Waiting = asyncio.sleep, now: Callable[[], float] = time.monotonic) -> None:
        self._pause = pause
        self._now = now
        self._ahead = 0.0
        self._left = _AT_ONCE
        self._seen = now()

    async def turn(self) -> None:
        """Wait for one's turn to send or edit one message, in the order of asking."""
        self._fill()
        self._left -= 1
        if self._left < 0:
            await self._wait(-self._left / _A_SECOND)

    async def room(self, count: int) -> bool:
        """Wait until so many more may go and answers still have room; False when there was room at once."""
        self._fill()
        missing = _KEPT_FREE + count - self._left
        if missing <= 1e-6:
            return False
        await self._wait(missing / _A_SECOND)
        return True

    async def _wait(self, seconds: float) -> None:
        until = self._clock() + seconds
        await self._pause(seconds)
        self._ahead += max(0.0, until - self._clock())

    def _fill(self) -> None:
        now = self._clock()
        self._left = min(_AT_ONCE, self._left + (now - self._seen) * _A_SECOND)
        self._seen = now

    def _clock(self) -> float:
        return self._now() + self._ahead
