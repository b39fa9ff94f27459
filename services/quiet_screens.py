"""Keeps in mind which messages must not stay in a chat: the screens of «Мне неспокойно», ten minutes at the longest."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.concerns import STAYS
from mentoring.people import Speaker
from storage import accounts, concern_screens, notices
from storage.database import Database, Transaction
from storage.notices import Lane, Notice

HIDE = "concern-hide"


@dataclass(frozen=True, slots=True)
class Overdue:
    """A screen that nobody has left: whose, and in which message."""

    speaker: Speaker
    message_id: int


class QuietScreens:
    """In memory for every update to ask, in the database for a restart."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[int, int | None] | None = None

    async def is_open(self, account_id: int) -> bool:
        """Whether such a screen stands in the account's chat."""
        return account_id in await self._open()

    async def shown(self, account_id: int, message_id: int) -> int | None:
        """It stands in this message from now on, ten minutes at the longest; returns in which one it stood before."""
        known = await self._open()
        before = known.get(account_id)
        known[account_id] = message_id

        def unit(tx: Transaction) -> None:
            concern_screens.shown(tx, account_id, message_id)
            speaker = accounts.as_account(tx, account_id)
            if speaker.person is not None:
                notices.write(
                    tx,
                    HIDE,
                    school=speaker.school_id,
                    person=None,
                    about=account_id,
                    lane=Lane.DEED,
                    not_before=tx.now + STAYS,
                    key=f"{HIDE}:{account_id}:{tx.now.isoformat()}",
                )

        await self._database.work(unit, aside=True)
        return before

    async def left(self, account_id: int) -> int | None:
        """Something ordinary is shown: returns in which message it stood, 0 when in none yet, None when there was none."""
        known = await self._open()
        if account_id not in known:
            return None
        before = known.pop(account_id)
        await self._database.work(lambda tx: concern_screens.leave(tx, account_id), aside=True)
        return before or 0

    async def overdue(self, notice: Notice) -> Overdue | None:
        """The screen that is to go now; None when it has gone, or was shown anew meanwhile."""

        def query(tx: Transaction) -> Overdue | None:
            screen = concern_screens.of(tx, notice.about)
            if screen is None or screen.message_id is None or screen.shown_at + STAYS > tx.now:
                return None
            return Overdue(accounts.as_account(tx, notice.about), screen.message_id)

        return await self._database.read(query)

    async def _open(self) -> dict[int, int | None]:
        if self._known is None:
            found = await self._database.read(concern_screens.every)
            if self._known is None:
                self._known = {each.account_id: each.message_id for each in found}
        return self._known


def hidden(tx: Transaction, notice: Notice) -> None:
    """The deed of the time: the chat itself is tidied by whoever delivers (`bot/tidying.py`); here the row goes."""
    screen = concern_screens.of(tx, notice.about)
    if screen is not None and screen.shown_at + STAYS <= tx.now:
        concern_screens.leave(tx, notice.about)
