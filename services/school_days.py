"""The school's calendar as its curators keep it: holidays put in and taken out, the usual ones proposed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentoring import school_days as rules
from mentoring.people import Speaker
from mentoring.refusal import NotYours
from mentoring.rights import Deed
from mentoring.school_days import Break, Holiday
from services.authority import acting
from storage import journal, school_days, schools
from storage.database import Database, Transaction
from storage.school_days import Kept

__all__ = ["Break", "Holiday", "Kept", "SchoolCalendar", "Seen"]


@dataclass(frozen=True, slots=True)
class Seen:
    """The holidays ahead, and the usual ones that are not put in; the day it is at school."""

    today: date
    kept: tuple[Kept, ...]
    usual: tuple[Holiday, ...]


class SchoolCalendar:
    """The curators' calendar of the school."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def seen(self, speaker: Speaker) -> Seen:
        """Holidays that are not over."""
        return await self._database.read(lambda tx: _seen(tx, acting(tx, speaker, Deed.SET_UP).school_id))

    async def add(self, speaker: Speaker, first: date, last: date) -> Seen:
        """Put holidays in. Raises Refusal where they go backwards, are too long, or overlap."""
        return await self._add(speaker, first, last, Break.OTHER)

    async def add_usual(self, speaker: Speaker, kind: Break) -> Seen:
        """Put the usual holidays of a kind in. Raises NotYours when there are none ahead, Refusal when they overlap."""
        seen = await self.seen(speaker)
        proposed = next((each for each in rules.usual(seen.today) if each.kind is kind), None)
        if proposed is None:
            raise NotYours
        return await self._add(speaker, proposed.first, proposed.last, kind)

    async def remove(self, speaker: Speaker, holiday_id: int) -> Seen:
        """Take holidays out; once more changes nothing."""

        def unit(tx: Transaction) -> Seen:
            now = acting(tx, speaker, Deed.SET_UP)
            if school_days.remove(tx, now.school_id, holiday_id):
                journal.note(tx, "holiday-removed", "holiday", holiday_id, school=now.school_id, by=now.person_id)
            return _seen(tx, now.school_id)

        return await self._database.work(unit)

    async def _add(self, speaker: Speaker, first: date, last: date, kind: Break) -> Seen:
        def unit(tx: Transaction) -> Seen:
            now = acting(tx, speaker, Deed.SET_UP)
            standing = tuple(each.holiday for each in school_days.since(tx, now.school_id, first))
            added = school_days.add(tx, now.school_id, rules.checked(first, last, kind, standing))
            journal.note(tx, "holiday-added", "holiday", added, school=now.school_id, by=now.person_id)
            return _seen(tx, now.school_id)

        return await self._database.work(unit)


def _seen(tx: Transaction, school_id: int) -> Seen:
    today = tx.now.astimezone(schools.settings(tx, school_id).zone).date()
    kept = tuple(school_days.since(tx, school_id, today))
    usual = tuple(
        each
        for each in rules.usual(today)
        if not any(one.holiday.first <= each.last and each.first <= one.holiday.last for one in kept)
    )
    return Seen(today, kept, usual)
