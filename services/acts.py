"""The curator's acts of destruction: listed, printed with the extract from the journal, noted as signed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mentoring.people import Person, Role, Speaker
from mentoring.refusal import NotYours
from mentoring.rights import Deed
from services.authority import acting
from services.filling import Sent
from services.notices import Notice, Values
from storage import acts, journal, people, schools
from storage.acts import Act
from storage.database import Database, Transaction
from storage.schools import School

__all__ = ["Act", "ActPage", "Acts", "Sheet"]

PAGE = 8


@dataclass(frozen=True, slots=True)
class ActPage:
    """One page of the acts, the newest first, and how many of all wait for signatures."""

    acts: tuple[Act, ...]
    unsigned: int
    more: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """An act with all that its papers say: `at` is the school's own time, by `swept_by` files with names have gone."""

    act: Act
    school: School
    at: datetime
    swept_by: date
    curators: tuple[Person, ...]
    by: Person | None


class Acts:
    """Acts of destruction."""

    def __init__(self, database: Database, export_days: int) -> None:
        self._database = database
        self._swept = timedelta(days=export_days + 1)  # the night after so many whole days

    async def page(self, speaker: Speaker, before: int = 0) -> ActPage:
        """A page of them."""

        def query(tx: Transaction) -> ActPage:
            school = acting(tx, speaker, Deed.RECORD_PAPERS).school_id
            found = acts.page(tx, school, before, PAGE + 1)
            return ActPage(tuple(found[:PAGE]), acts.unsigned(tx, school), len(found) > PAGE)

        return await self._database.read(query)

    async def sheet(self, speaker: Speaker, act_id: int) -> Sheet:
        """One of them. Raises NotYours for another school's."""

        def query(tx: Transaction) -> Sheet:
            act = _own(tx, speaker, act_id)[1]
            school = schools.get(tx, act.school_id)
            zone = schools.settings(tx, school.id).zone
            curators = tuple(people.with_role(tx, school.id, Role.CURATOR))
            by = people.get(tx, act.by_id) if act.by_id else None
            at = act.destroyed_at.astimezone(zone)
            return Sheet(act, school, at, at.date() + self._swept, curators, by)

        return await self._database.read(query)

    def receive_signed(self, tx: Transaction, speaker: Speaker, sent: Sent) -> int:
        """The paper is signed and lies somewhere; the day is not before the destruction."""
        curator, act = _own(tx, speaker, sent.about)
        acts.sign(tx, act.id, date.fromisoformat(sent.text("signed_on")), sent.text("place"))
        journal.note(tx, "signed-act", "act", act.id, school=act.school_id, by=curator.person_id)
        return act.id

    def still_made(self, tx: Transaction, notice: Notice) -> Values | None:
        """How many acts wait for signatures now."""
        count = acts.unsigned(tx, notice.school_id)
        return {"count": count} if count else None


def _own(tx: Transaction, speaker: Speaker, act_id: int) -> tuple[Speaker, Act]:
    curator = acting(tx, speaker, Deed.RECORD_PAPERS)
    act = acts.get(tx, act_id)
    if act.school_id != curator.school_id:
        raise NotYours
    return curator, act
