"""Who must not be named by the messenger, for the tripwire; and what is done when it is tripped."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from services.digest import tell_curators
from services.notices import Notice, Values
from storage import guarded, journal
from storage.database import Database, Transaction
from storage.guarded import Everybody

__all__ = ["Everybody", "Tripping"]

_DAY = timedelta(days=1)


class Tripping:
    """The tripwire's door to the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def guarded(self, seen: tuple[int, ...]) -> tuple[tuple[int, ...], Everybody | None]:
        """How far the file has come, and everybody of the coded schools, if it has come further than was `seen`."""

        def query(tx: Transaction) -> tuple[tuple[int, ...], Everybody | None]:
            version = guarded.version(tx)
            return version, None if version == seen else guarded.everybody(tx)

        return await self._database.read(query)

    async def note(self, schools: Iterable[int], people: Iterable[int]) -> None:
        """A name was held back: into the journal, and the curators hear of it, once a quarter of an hour."""

        def unit(tx: Transaction) -> None:
            for school in schools:
                for person in people:
                    journal.note(tx, "tripped", "person", person, school=school, by=None)
                if not people:
                    journal.note(tx, "tripped", "school", school, school=school, by=None)
                tell_curators(tx, school, "tripped")

        await self._database.work(unit, aside=True)

    def still_tripped(self, tx: Transaction, notice: Notice) -> Values | None:
        """How often it was, in the last day."""
        count = guarded.tripped_since(tx, notice.school_id, tx.now - _DAY)
        return {"count": count} if count else None
