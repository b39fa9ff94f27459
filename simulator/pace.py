"""How fast a bot may talk: thirty calls a second in all, five at once in one chat and then one a second."""

import math
import time
from collections.abc import Callable

from simulator.limits import Limits
from simulator.refusals import too_many_requests


class Bucket:
    """Tokens that come back evenly; a call takes one or hears how long to wait."""

    __slots__ = ("_filled_at", "_rate", "_size", "_tokens")

    def __init__(self, size: float, rate: float, now: float) -> None:
        self._size, self._rate = size, rate
        self._tokens, self._filled_at = size, now

    def wait(self, now: float) -> float:
        """Return the seconds until a token is there: 0 when one is."""
        self._tokens = min(self._size, self._tokens + (now - self._filled_at) * self._rate)
        self._filled_at = now
        return 0.0 if self._tokens >= 1 else (1 - self._tokens) / self._rate

    def take(self) -> None:
        """Take one token; ask `wait` first."""
        self._tokens -= 1


class Pace:
    """Counts sends and edits; `now` gives seconds and never goes back."""

    def __init__(self, limits: Limits, now: Callable[[], float] = time.monotonic) -> None:
        self._limits, self._now = limits, now
        self._all = Bucket(limits.calls_a_second, limits.calls_a_second, now())
        self._chats: dict[int, Bucket] = {}

    def spend(self, chat_id: int) -> None:
        """Count one call to a chat; raises Refused 429 with whole seconds to wait."""
        now = self._now()
        chat = self._chats.get(chat_id)
        if chat is None:
            limits = self._limits
            chat = self._chats[chat_id] = Bucket(limits.burst_in_a_chat, limits.calls_a_second_in_a_chat, now)
        wait = max(chat.wait(now), self._all.wait(now))
        if wait > 0:
            raise too_many_requests(max(1, math.ceil(wait - 1e-9)))
        chat.take()
        self._all.take()
