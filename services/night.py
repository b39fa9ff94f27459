"""What the bot does every night by itself: a deed at 03:00 of the school's time that writes down the next one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta

from services.notices import Notice
from storage import inbox, notices, schools
from storage.database import Database, Transaction
from storage.notices import Lane

NightWork = Callable[[Transaction, int], None]
"""A piece of it: given the transaction and the school."""

KIND = "night"
_HOUR = time(3)
_KEPT = timedelta(hours=48)  # the messenger keeps its own updates for 24


class Night:
    """The night's work, piece by piece; a piece is added by one more function in the list."""

    def __init__(self, database: Database, work: Iterable[NightWork]) -> None:
        self._database = database
        self._work = (forget_updates, *work)

    async def begin(self) -> None:
        """See that every school has its next night, after a first start or a long stop."""

        def unit(tx: Transaction) -> None:
            for row in tx.all("SELECT id FROM schools"):
                fall(tx, row["id"])

        await self._database.work(unit, aside=True)

    def when_begun(self, tx: Transaction, programme_id: int, starts: date, ends: date) -> None:
        """A programme has begun: its school has nights from now on."""
        fall(tx, int(tx.value("SELECT school_id FROM programmes WHERE id = :id", id=programme_id)))

    def deed(self, tx: Transaction, notice: Notice) -> None:
        """Do the night's work and write down the next night."""
        for each in self._work:
            each(tx, notice.school_id)
        fall(tx, notice.school_id)


def fall(tx: Transaction, school_id: int) -> None:
    """Write the next night of a school down, unless it is there."""
    zone = schools.settings(tx, school_id).zone
    local = tx.now.astimezone(zone)
    day = local.date() + timedelta(days=int(local.time() >= _HOUR))
    at = datetime.combine(day, _HOUR, zone).astimezone(UTC)
    key = f"{KIND}:{school_id}:{day.isoformat()}"
    notices.write(tx, KIND, school=school_id, person=None, lane=Lane.DEED, not_before=at, key=key)


def forget_updates(tx: Transaction, school_id: int) -> None:
    """Drop updates that were done two days ago."""
    inbox.forget(tx, tx.now - _KEPT)
