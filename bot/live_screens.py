"""Remembers which message of each chat is the live screen; written down together with finished updates."""

from __future__ import annotations

from collections import OrderedDict

from storage import accounts
from storage.database import Database

_REMEMBERED = 10_000  # chats; the rest is looked up


class LiveScreens:
    """The live screen of every chat, in memory first, in the database soon after."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: OrderedDict[int, int | None] = OrderedDict()
        self._unwritten: dict[int, int | None] = {}

    async def get(self, chat_id: int) -> int | None:
        """The message's id, if there is one."""
        if chat_id not in self._known:
            self._known[chat_id] = await self._database.read(lambda tx: accounts.screen_of(tx, chat_id))
        return self._known[chat_id]

    def put(self, chat_id: int, message_id: int | None) -> None:
        """This message is the live screen from now on."""
        if self._known.get(chat_id, 0) != message_id:
            self._known[chat_id] = message_id
            self._known.move_to_end(chat_id)
            self._unwritten[chat_id] = message_id
            while len(self._known) > _REMEMBERED + len(self._unwritten):
                self._known.popitem(last=False)

    def take_unwritten(self) -> dict[int, int | None]:
        """What is to be written down now."""
        unwritten, self._unwritten = self._unwritten, {}
        return unwritten
