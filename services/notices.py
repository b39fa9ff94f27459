"""Decides, at the very moment of saying, whether a notice is still true, to whom it goes and with what values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from mentoring.people import Speaker
from storage import accounts, notices
from storage.database import Database, Transaction
from storage.notices import Notice, Outcome

__all__ = ["Deed", "Notice", "Notices", "Ready", "Still", "Values"]

Values = Mapping[str, Any]
Still = Callable[[Transaction, Notice], Values | None]
"""What a notice says now (values for its words), or None when it is true no longer."""
Deed = Callable[[Transaction, Notice], None]
"""What the bot does by itself when the time comes."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A notice that is to be said now: to which account, as whom, with what values."""

    notice: Notice
    to: Speaker
    values: Values


class Notices:
    """Every kind of notice by its name: `still` for those that are said, `deeds` for those that are done."""

    def __init__(self, database: Database, still: Mapping[str, Still], deeds: Mapping[str, Deed]) -> None:
        self._database = database
        self._still = still
        self._deeds = deeds

    async def due(self, now: datetime) -> list[Notice]:
        """What is due, first lanes first."""
        return await self._database.read(lambda tx: notices.due(tx, now))

    async def next_time(self) -> datetime | None:
        """When something is due next."""
        return await self._database.read(notices.next_time)

    async def ready(self, notice: Notice) -> Ready | None:
        """The notice as it is to be said, or None when there is nothing (more) to say; deeds are done here."""

        def unit(tx: Transaction) -> Ready | None:
            if notice.person_id is None:
                self._deeds[notice.kind](tx, notice)
                notices.end(tx, notice.id, Outcome.DONE)
                return None
            if notice.not_after is not None and tx.now > notice.not_after:
                notices.end(tx, notice.id, Outcome.LATE)
                return None
            values = self._still[notice.kind](tx, notice)
            if values is None:
                notices.end(tx, notice.id, Outcome.UNTRUE)
                return None
            reaching = accounts.reaching(tx, notice.person_id)
            if not reaching:
                notices.end(tx, notice.id, Outcome.UNREACHABLE)
                return None
            return Ready(notice, accounts.as_account(tx, reaching[-1]["id"]), values)

        return await self._database.work(unit, aside=True)

    async def end(self, notice: Notice, outcome: Outcome) -> None:
        """Write down how it ended."""
        await self._database.work(lambda tx: notices.end(tx, notice.id, outcome), aside=True)

    async def put_off(self, notice: Notice, until: datetime) -> None:
        """Sending failed: try again later."""
        await self._database.work(lambda tx: notices.put_off(tx, notice.id, until, failed=True), aside=True)

    async def unreachable(self, to: Speaker) -> None:
        """The account has blocked the bot, or is no more."""
        await self._database.work(lambda tx: accounts.mark_reachable(tx, to.external_id, reachable=False), aside=True)
