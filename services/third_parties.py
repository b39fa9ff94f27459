"""The curator asks class teachers, psychologist, social worker, parents and methodist about mentees, and sees how far it is.

Each adult gets one message with the list of theirs, once a day at most, however many people they are asked about.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mentoring.notes import Party, asked_about
from mentoring.people import SchoolClass, Speaker
from mentoring.refusal import NotYours, Refusal
from mentoring.rights import Deed
from services.authority import acting, person_for
from services.people import frame
from storage import asks, journal, notices
from storage.asks import Progress
from storage.database import Database, Transaction
from storage.notices import Lane
from storage.roster import Frame


@dataclass(frozen=True, slots=True)
class Overview:
    """How far each party is; `silent`: about how many of those asked nobody of it can be reached in the messenger."""

    progress: dict[Party, Progress]
    silent: dict[Party, int]
    classes: tuple[SchoolClass, ...]  # of mentees, without a class teacher in the messenger

    @property
    def to_ask(self) -> int:
        """How many questions «о всех, о ком ещё не спрашивали» would put."""
        return sum(each.everyone - each.asked for each in self.progress.values())


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of asking: about which mentees, how many adults are told, about whom nobody of some party can be reached."""

    about: frozenset[int]
    told: int
    unreached: frozenset[int]


class ThirdParties:
    """The curator's questions to third parties."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def overview(self, speaker: Speaker) -> Overview:
        """How far every party is."""

        def query(tx: Transaction) -> Overview:
            known = _frame(tx, acting(tx, speaker, Deed.ASK_THIRD_PARTIES))
            silent = {party: asks.silent(tx, known, party) for party in Party}
            classes = tuple(
                SchoolClass(level, letter) for level, letter, _ in silent[Party.CLASS_TEACHER] if level is not None
            )
            progress = {party: asks.progress(tx, known, party) for party in Party}
            lost = {party: sum(count for _, _, count in found) for party, found in silent.items()}
            return Overview(progress, lost, classes)

        return await self._database.read(query)

    async def ask_about(self, speaker: Speaker, person_id: int, parties: Iterable[Party]) -> Asked:
        """Ask these parties about one mentee. Raises Refusal while the mentee's consent is not complete."""
        wanted = list(parties)

        def unit(tx: Transaction) -> Asked:
            curator, person = person_for(tx, speaker, Deed.ASK_THIRD_PARTIES, person_id)
            known = _frame(tx, curator)
            if not {*wanted} <= {*asked_about(person.kind)}:
                raise NotYours
            if not wanted or not asks.speaks_of(tx, known, wanted[0], person_id):
                raise Refusal("notes-no-consent")
            return _sum(ask(tx, curator, known, party, [person_id]) for party in wanted)

        return await self._database.work(unit)

    async def ask_all(self, speaker: Speaker) -> Asked:
        """Ask every party about every mentee it has not been asked about."""

        def unit(tx: Transaction) -> Asked:
            curator = acting(tx, speaker, Deed.ASK_THIRD_PARTIES)
            known = _frame(tx, curator)
            return _sum(ask(tx, curator, known, each, asks.not_asked(tx, known, each)) for each in Party)

        return await self._database.work(unit)

    async def remind(self, speaker: Speaker) -> Asked:
        """Tell those who have been asked and have not answered once more, once a day at most."""

        def unit(tx: Transaction) -> Asked:
            curator = acting(tx, speaker, Deed.ASK_THIRD_PARTIES)
            known = _frame(tx, curator)
            return _sum(_tell(tx, curator, known, each, asks.waiting(tx, known, each)) for each in Party)

        return await self._database.work(unit)


def _frame(tx: Transaction, curator: Speaker) -> Frame:
    known = frame(tx, curator.school_id)
    if not known.programme_id:
        raise Refusal("notes-no-programme")
    return known


def ask(tx: Transaction, curator: Speaker, known: Frame, party: Party, about: list[int]) -> Asked:
    """Ask a party about these mentees in another topic's transaction, and tell whoever of it can be reached."""
    for each in asks.ask(tx, known.programme_id, party, about, curator.person_id):
        journal.note(tx, "asked", "person", each, school=curator.school_id, by=curator.person_id, details=party)
    return _tell(tx, curator, known, party, about)


def _tell(tx: Transaction, curator: Speaker, known: Frame, party: Party, about: list[int]) -> Asked:
    reached = asks.reached(tx, curator.school_id, party, about)
    receivers = {each for found in reached.values() for each in found}
    told = sum(_write(tx, curator.school_id, each, party, known) for each in sorted(receivers))
    return Asked(frozenset(about), told, frozenset(about) - reached.keys())


def _write(tx: Transaction, school: int, receiver: int, party: Party, known: Frame) -> bool:
    place = list(Party).index(party)
    key = f"notes-asked:{receiver}:{party}:{known.today}"
    return notices.write(tx, "notes-asked", school=school, person=receiver, about=place, lane=Lane.REMINDER, key=key)


def _sum(found: Iterable[Asked]) -> Asked:
    every = list(found)
    return Asked(
        frozenset().union(*(each.about for each in every)),
        sum(each.told for each in every),
        frozenset().union(*(each.unreached for each in every)),
    )
