"""The curator makes sure once that a guardian is who they say, or notes that one may not decide (СК РФ, ст. 64, 71)."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.people import Person, Speaker
from mentoring.refusal import NotYours
from mentoring.rights import Deed
from services.authority import acting, person_for
from services.notices import Notice, Values
from storage import guardianships, journal, notices
from storage.database import Database, Transaction
from storage.guardianships import Announced, Guardianship

__all__ = ["Announced", "Family", "GuardiansKnown", "Guardianship", "Waiting"]

PAGE = 8


@dataclass(frozen=True, slots=True)
class Family:
    """A child and those who answer for it."""

    child: Person
    guardians: tuple[Guardianship, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A page of guardians who wait to be confirmed."""

    people: tuple[Announced, ...]
    count: int
    more: bool


class GuardiansKnown:
    """Which guardians the school knows."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def waiting(self, speaker: Speaker, after: int = 0) -> Waiting:
        """A page of those who have answered and wait to be confirmed, from a child's id on."""

        def query(tx: Transaction) -> Waiting:
            school = acting(tx, speaker, Deed.ADMIT).school_id
            found = guardianships.announced(tx, school, after, PAGE + 1)
            return Waiting(tuple(found[:PAGE]), guardianships.count_announced(tx, school), len(found) > PAGE)

        return await self._database.read(query)

    async def of_child(self, speaker: Speaker, child_id: int) -> Family:
        """A child's guardians."""

        def query(tx: Transaction) -> Family:
            _, child = person_for(tx, speaker, Deed.ADMIT, child_id)
            return Family(child, tuple(guardianships.of_child(tx, child.id)))

        return await self._database.read(query)

    async def confirm(self, speaker: Speaker, child_id: int, guardian_id: int) -> Family:
        """This really is the guardian: what they answered counts. Raises NotYours for whoever is not one of the child's."""

        def unit(tx: Transaction) -> Family:
            curator, child = _child(tx, speaker, child_id, guardian_id)
            if guardianships.confirm(tx, guardian_id, child_id, curator.person_id):
                _note(tx, "guardian-confirmed", child, guardian_id, curator)
                notices.write(tx, "guardian-confirmed", school=child.school_id, person=child.id, about=guardian_id)
            return Family(child, tuple(guardianships.of_child(tx, child.id)))

        return await self._database.work(unit)

    async def bar(self, speaker: Speaker, child_id: int, guardian_id: int) -> Family:
        """They may not decide for this child (deprived or limited): their answers do not count from now on."""

        def unit(tx: Transaction) -> Family:
            curator, child = _child(tx, speaker, child_id, guardian_id)
            if guardianships.bar(tx, guardian_id, child_id, curator.person_id):
                _note(tx, "guardian-barred", child, guardian_id, curator)
            return Family(child, tuple(guardianships.of_child(tx, child.id)))

        return await self._database.work(unit)

    def still_confirmed(self, tx: Transaction, notice: Notice) -> Values | None:
        """The child hears that nothing more is wanted of the parent."""
        known = guardianships.of_child(tx, notice.person_id or 0)
        return {} if any(each.guardian.id == notice.about and each.confirmed_at for each in known) else None

    def still_waiting(self, tx: Transaction, notice: Notice) -> Values | None:
        """How many parents wait to be confirmed."""
        count = guardianships.count_announced(tx, notice.school_id)
        return {"count": count} if count else None


def _child(tx: Transaction, speaker: Speaker, child_id: int, guardian_id: int) -> tuple[Speaker, Person]:
    curator, child = person_for(tx, speaker, Deed.ADMIT, child_id)
    if guardian_id not in {each.guardian.id for each in guardianships.of_child(tx, child.id)}:
        raise NotYours
    return curator, child


def _note(tx: Transaction, deed: str, child: Person, guardian_id: int, curator: Speaker) -> None:
    journal.note(tx, deed, "person", child.id, school=child.school_id, by=curator.person_id, details=str(guardian_id))
