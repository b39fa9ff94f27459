"""Updates on their way to the bot: numbered, kept until confirmed by a later getUpdates, given to one poller."""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from simulator.bell import Bell
from simulator.limits import Limits
from simulator.refusals import OTHER_POLLER, Refused

BY_DEFAULT = frozenset({"message", "edited_message", "callback_query", "my_chat_member"})
_HASTE = 0.5
_RUSH = 3.0


@dataclass(frozen=True, slots=True)
class Update:
    """One update with the moment after which Telegram forgets it."""

    id: int
    kind: str
    content: dict[str, Any]
    forgotten_at: datetime

    def json(self) -> dict[str, Any]:
        """Return the Update object of the Bot API."""
        return {"update_id": self.id, self.kind: self.content}


class Updates:
    """The queue of one bot, oldest first."""

    def __init__(self, limits: Limits, clock: Callable[[], datetime], bell: Bell, pace: Callable[[], float]) -> None:
        self._limits, self._clock, self._bell, self._pace = limits, clock, bell, pace
        self._queue: deque[Update] = deque()
        self._recent: deque[Update] = deque(maxlen=1000)
        self._again: list[Update] = []
        self._next_id = 100_000_001
        self._wanted = BY_DEFAULT
        self._poller: asyncio.Future[bool] | None = None
        self._previous: tuple[int, float] = (-1, -1e9)
        self.closed = False
        self.hurried = True

    def __len__(self) -> int:
        return len(self._queue) + len(self._again)

    def add(self, kind: str, content: dict[str, Any]) -> int:
        """Queue an update and return its number; one the bot does not want is numbered and dropped."""
        number, self._next_id = self._next_id, self._next_id + 1
        if kind in self._wanted:
            lives = self._limits.query_lives if kind == "callback_query" else self._limits.update_lives
            update = Update(number, kind, content, self._clock() + lives)
            self._queue.append(update)
            self._recent.append(update)
            self._wake(True)
        return number

    def repeat(self, update_id: int) -> None:
        """Deliver one of the last updates once more under its old number, whatever the bot has confirmed."""
        update = next((update for update in self._recent if update.id == update_id), None)
        if update is None:
            raise LookupError(f"update {update_id} is not among the last ones")
        self._again.append(update)
        self._wake(True)

    @property
    def polled(self) -> bool:
        """Whether a poller waits right now."""
        return self._poller is not None and not self._poller.done()

    @property
    def last_id(self) -> int:
        """The number of the newest update."""
        return self._next_id - 1

    def forget_all(self) -> None:
        """Drop everything that waits (deleteWebhook with drop_pending_updates)."""
        self._queue.clear()
        self._bell.ring()

    def close(self) -> None:
        """Send the waiting poller home with nothing, for good."""
        self.closed = True
        self._wake(False)

    async def get(self, offset: int, limit: int, seconds: int, wanted: list[str] | None) -> list[dict[str, Any]]:
        """Confirm what is before `offset`, then return up to `limit` updates, waiting `seconds` for one.

        Raises Refused 409 in the *earlier* call when a second one begins meanwhile.
        """
        if wanted is not None:
            self._wanted = frozenset(wanted) or BY_DEFAULT
        if self._poller is not None and self.polled:
            self._poller.set_exception(Refused(*OTHER_POLLER))
        self._confirm(offset)
        limit = min(max(limit, 1), self._limits.updates_at_once)
        seconds = min(max(seconds, 0), self._limits.poll_seconds)
        limit, seconds = self._held_back(offset, limit, seconds)
        self._drop_forgotten()
        if not self and seconds and not self.closed:
            await self._wait(seconds)
        again, self._again = self._again, []
        return [update.json() for update in (*again, *islice(self._queue, limit))]

    def _held_back(self, offset: int, limit: int, timeout: int) -> tuple[int, int]:
        now = self._pace()
        before, began = self._previous
        self._previous = (offset, now)
        if not self.hurried or offset != before:
            return limit, timeout
        if now < began + _RUSH and timeout < _RUSH:
            timeout = int(_RUSH)
        return (1 if now < began + _HASTE else limit), timeout

    def _confirm(self, offset: int) -> None:
        queue, before = self._queue, len(self._queue)
        if offset < 0:
            while len(queue) > -offset:
                queue.popleft()
        else:
            while queue and queue[0].id < offset:
                queue.popleft()
        if len(queue) != before:
            self._bell.ring()

    def _drop_forgotten(self) -> None:
        now = self._clock()
        if any(update.forgotten_at <= now for update in self._queue):
            self._queue = deque(update for update in self._queue if update.forgotten_at > now)
            self._bell.ring()

    async def _wait(self, seconds: int) -> None:
        poller = self._poller = asyncio.get_running_loop().create_future()
        alarm = asyncio.get_running_loop().call_later(seconds, _settle, poller, False)
        self._bell.ring()
        try:
            await poller
        finally:
            alarm.cancel()
            if self._poller is poller:
                self._poller = None

    def _wake(self, news: bool) -> None:
        if self._poller is not None:
            _settle(self._poller, news)


def _settle(poller: "asyncio.Future[bool]", news: bool) -> None:
    if not poller.done():
        poller.set_result(news)


def monotonic() -> float:
    """Return real seconds that never go back."""
    return time.monotonic()
