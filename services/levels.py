"""The psychologist enters levels by code, of those who have agreed to measurement; nobody else reads one of them."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.baseline import Phase
from mentoring.people import Speaker
from mentoring.refusal import NotYours
from mentoring.rights import Deed
from services.authority import acting
from services.people import frame
from storage import journal, levels
from storage.database import Database, Transaction
from storage.levels import Coded, Leaf
from storage.roster import Go

__all__ = ["Coded", "Codes", "Go", "Levels"]

PAGE = 8


@dataclass(frozen=True, slots=True)
class Codes:
    """A page of codes; `done` of `everyone` have a level."""

    leaf: Leaf
    done: int
    everyone: int


class Levels:
    """Levels, for psychologists."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def counts(self, speaker: Speaker) -> tuple[int, int]:
        """How many codes there are, and how many have a level."""

        def query(tx: Transaction) -> tuple[int, int]:
            now = acting(tx, speaker, Deed.MEASURE_LEVELS)
            return levels.counts(tx, frame(tx, now.school_id), Phase.ENTRY)

        return await self._database.read(query)

    async def page(self, speaker: Speaker, go: Go = Go.ON, key: int = 0) -> Codes:
        """A page of codes; `key` is the person at its edge."""

        def query(tx: Transaction) -> Codes:
            known = frame(tx, acting(tx, speaker, Deed.MEASURE_LEVELS).school_id)
            everyone, done = levels.counts(tx, known, Phase.ENTRY)
            return Codes(levels.page(tx, known, Phase.ENTRY, go, key, PAGE), done, everyone)

        return await self._database.read(query)

    async def one(self, speaker: Speaker, participation: int) -> Coded:
        """One code. Raises NotYours for whoever has not agreed to measurement, as for anyone unknown."""
        return await self._database.read(
            lambda tx: _one(tx, acting(tx, speaker, Deed.MEASURE_LEVELS), participation)[1]
        )

    async def enter(self, speaker: Speaker, participation: int, level: int) -> tuple[int, Coded]:
        """The psychologist enters a level, 1 to 3. Returns whose it is, to go on in the list from there, and the code."""

        def unit(tx: Transaction) -> tuple[int, Coded]:
            now = acting(tx, speaker, Deed.MEASURE_LEVELS)
            person, found = _one(tx, now, participation)
            if level not in (1, 2, 3):
                raise NotYours
            known = frame(tx, now.school_id)
            levels.keep(tx, known, person, Phase.ENTRY, found.parameter, level, now.person_id)
            journal.note(tx, "level-entered", "participation", participation, school=now.school_id, by=now.person_id)
            return person, found

        return await self._database.work(unit)


def _one(tx: Transaction, now: Speaker, participation: int) -> tuple[int, Coded]:
    found = levels.one(tx, frame(tx, now.school_id), Phase.ENTRY, participation)
    if found is None:
        raise NotYours
    return found
