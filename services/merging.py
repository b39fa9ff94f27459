"""Two entries of one person become one; a person leaves the lists for good."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.partings import Ground
from mentoring.people import Person, Role, Speaker
from mentoring.refusal import NotYours, Refusal
from mentoring.rights import Deed
from services import ending
from services.authority import person_for
from services.notices import Notice, Values
from storage import forgetting, journal, matches, merging, participations, people
from storage.database import Database, Transaction
from storage.merging import Holdings

__all__ = ["Entry", "Holdings", "Leaving", "Merging", "still_over"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One of two entries, and what it holds."""

    person: Person
    holdings: Holdings


@dataclass(frozen=True, slots=True)
class Leaving:
    """A person about to be removed, and how many live pairs would end."""

    person: Person
    matches: int


class Merging:
    """What a curator does with entries that should not be there."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def compare(self, speaker: Speaker, kept: int, other: int) -> tuple[Entry, Entry]:
        """The entry that would stay and the one that would go into it. Raises Refusal when they cannot be one."""

        def query(tx: Transaction) -> tuple[Entry, Entry]:
            _, mine, theirs = _both(tx, speaker, kept, other)
            return Entry(mine, merging.holdings(tx, kept)), Entry(theirs, merging.holdings(tx, other))

        return await self._database.read(query)

    async def merge(self, speaker: Speaker, kept: int, other: int) -> None:
        """Make them one. Raises Refusal when they are a pair, or both have live matches in one form."""

        def unit(tx: Transaction) -> None:
            curator, _, _ = _both(tx, speaker, kept, other)
            merging.merge(tx, kept, other)
            journal.note(
                tx, "merged", "person", kept, school=curator.school_id, by=curator.person_id, details=str(other)
            )

        await self._database.work(unit)

    async def leaving(self, speaker: Speaker, person_id: int) -> Leaving:
        """What removing a person would mean. Raises Refusal for oneself and for a curator."""

        def query(tx: Transaction) -> Leaving:
            _, person = _removable(tx, speaker, person_id)
            return Leaving(person, len(matches.of_person(tx, person_id)))

        return await self._database.read(query)

    async def remove(self, speaker: Speaker, person_id: int) -> Person:
        """Take a person out of everything; what they answered stays until it is erased. Their pairs end."""

        def unit(tx: Transaction) -> Person:
            curator, person = _removable(tx, speaker, person_id)
            ending.close_gone(tx, person_id, Ground.REMOVED, curator.person_id)
            participations.leave(tx, person_id)
            tx.run(
                "UPDATE links SET closed_at = :now WHERE person_id = :id AND closed_at IS NULL",
                now=tx.now,
                id=person_id,
            )
            forgetting.unlink(tx, person_id)
            people.change(tx, person_id, removed_at=tx.now)
            journal.note(tx, "removed", "person", person_id, school=curator.school_id, by=curator.person_id)
            return person

        return await self._database.work(unit)


def _both(tx: Transaction, speaker: Speaker, kept: int, other: int) -> tuple[Speaker, Person, Person]:
    curator, mine = person_for(tx, speaker, Deed.CHANGE_PEOPLE, kept)
    _, theirs = person_for(tx, speaker, Deed.CHANGE_PEOPLE, other)
    if kept == other:
        raise NotYours
    if any(each.withdrawn_at or each.erased_at or each.removed_at for each in (mine, theirs)):
        raise Refusal("merge-withdrawn")
    return curator, mine, theirs


def _removable(tx: Transaction, speaker: Speaker, person_id: int) -> tuple[Speaker, Person]:
    curator, person = person_for(tx, speaker, Deed.CHANGE_PEOPLE, person_id)
    if person.removed_at is not None:
        raise NotYours
    if person_id == curator.person_id:
        raise Refusal("remove-yourself")
    if Role.CURATOR in people.roles(tx, person_id):
        raise Refusal("remove-curator")
    return curator, person


def still_over(tx: Transaction, notice: Notice) -> Values | None:
    """Whether the pair is still over."""
    return {} if matches.get(tx, notice.about).state not in matches.LIVE else None
