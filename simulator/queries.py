"""Taps on inline buttons: asked once, answered once, and only while they are fresh."""

import itertools
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime

from simulator.chats import Toast

_REMEMBERED = 20_000


@dataclass(slots=True, eq=False)
class Tap:
    """One tap: what it carried, which update told the bot, and how the bot answered it."""

    id: str
    chat_id: int
    message_id: int
    data: str
    made_at: datetime
    update_id: int = 0
    answered: bool = False
    toast: Toast | None = field(default=None)


class Taps:
    """The taps of everybody; the oldest are forgotten."""

    def __init__(self) -> None:
        self._taps: OrderedDict[str, Tap] = OrderedDict()
        self._numbers = itertools.count(4_200_000_000_001)

    def make(self, chat_id: int, message_id: int, data: str, now: datetime) -> Tap:
        """Return a new tap."""
        tap = Tap(str(next(self._numbers)), chat_id, message_id, data, now)
        self._taps[tap.id] = tap
        if len(self._taps) > _REMEMBERED:
            self._taps.popitem(last=False)
        return tap

    def find(self, query_id: str) -> Tap | None:
        """Return the tap of a callback query's id."""
        return self._taps.get(query_id)
