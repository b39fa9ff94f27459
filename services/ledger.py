"""The ledger of consents: for each purpose who has given it, who is awaited, who declined, whose paper is not back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum

from mentoring.consents import Capacity, ConsentLack, Need, Purpose, Way, givers, needs
from mentoring.editions import Edition
from mentoring.people import Person, SchoolClass, Side, Speaker
from mentoring.refusal import NotYours, Refusal
from mentoring.rights import Deed
from services import permissions
from services.authority import acting, person_for
from services.filling import Sent
from services.permissions import scopes_of
from services.withdrawing import come_back_on_paper
from storage import consents, guardianships, journal, people, schools, standing
from storage.consents import Record
from storage.database import Database, Transaction

__all__ = [
    "ConsentLedger",
    "Ledger",
    "Listed",
    "Overview",
    "Record",
    "State",
    "capacity_of",
    "everyone",
    "in_state",
    "purpose_at",
    "state_of",
]

PAGE = 8
_PURPOSES = list(Purpose)


class State(StrEnum):
    """Where one purpose of one person is."""

    KEPT = "kept"
    WAITING = "waiting"
    PAPER = "paper"
    UNCONFIRMED = "unconfirmed"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Overview:
    """Counts by purpose and state; whether the details are there that some purposes need; guardians to confirm."""

    counts: Mapping[Purpose, Mapping[State, int]]
    details: bool
    guardians: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of people in one state of one purpose; `ticked`: whose paper was ticked as come back."""

    purpose: Purpose
    state: State
    people: tuple[Person, ...]
    ticked: frozenset[int]
    ticks: int
    total: int
    more: bool


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything about one person's consents: what is needed, every answer with who gave and who checked it."""

    person: Person
    needs: tuple[Need, ...]
    records: tuple[Record, ...]
    people: Mapping[int, Person]


class ConsentLedger:
    """The curator's ledger."""

    def __init__(self, database: Database, editions: Mapping[tuple[Purpose, Capacity], Edition]) -> None:
        self._database = database
        self._editions = editions

    async def overview(self, speaker: Speaker) -> Overview:
        """How every purpose stands."""

        def query(tx: Transaction) -> Overview:
            school = acting(tx, speaker, Deed.RECORD_PAPERS).school_id
            counts: dict[Purpose, Counter[State]] = {}
            for _, found in everyone(tx, school):
                for need in found:
                    counts.setdefault(need.purpose, Counter())[state_of(need)] += 1
            own = schools.get(tx, school)
            details = bool(own.taxpayer_number and own.register_number and own.contact and own.sites)
            return Overview(counts, details, guardianships.count_announced(tx, school))

        return await self._database.read(query)

    async def listed(self, speaker: Speaker, purpose: Purpose, state: State, after: int = 0) -> Listed:
        """A page of people in a state of a purpose, by id."""
        return await self._database.read(lambda tx: _listed(tx, speaker, purpose, state, after))

    async def tick(self, speaker: Speaker, purpose: Purpose, state: State, after: int, person_id: int) -> Listed:
        """Tick one as come back, or take the tick away; nothing is recorded until date and place are told."""

        def unit(tx: Transaction) -> Listed:
            curator, person = person_for(tx, speaker, Deed.RECORD_PAPERS, person_id)
            values = {"account": curator.account_id, "person": person.id, "purpose": purpose}
            gone = tx.run(
                "DELETE FROM consent_ticks WHERE account_id = :account AND person_id = :person AND purpose = :purpose",
                **values,
            )
            if not gone:
                tx.run("INSERT INTO consent_ticks VALUES (:account, :person, :purpose)", **values)
            return _listed(tx, speaker, purpose, state, after)

        return await self._database.work(unit)

    async def of(self, speaker: Speaker, person_id: int) -> Ledger:
        """One person's lines."""

        def query(tx: Transaction) -> Ledger:
            _, person = person_for(tx, speaker, Deed.RECORD_PAPERS, person_id)
            records = tuple(consents.every(tx, person.id))
            ids = {each for record in records for each in (record.given_by, record.checked_by) if each is not None}
            return Ledger(person, _needs_of(tx, person), records, people.some(tx, ids))

        return await self._database.read(query)

    async def ask(self, speaker: Speaker, purpose: Purpose, state: State = State.WAITING) -> int:
        """Write to everyone who has not answered about a purpose as it stands now; returns how many are asked about."""

        def unit(tx: Transaction) -> int:
            curator = acting(tx, speaker, Deed.RECORD_PAPERS)
            found = in_state(tx, curator.school_id, purpose, state)
            for person, _ in found:
                permissions.ask(tx, person, curator.person_id)
            return len(found)

        return await self._database.work(unit)

    def receive_back(self, tx: Transaction, speaker: Speaker, sent: Sent) -> int:
        """Papers ticked in a list came back: note them all; returns how many."""
        curator = acting(tx, speaker, Deed.RECORD_PAPERS)
        purpose = purpose_at(sent.about)
        rows = tx.all(
            "SELECT person_id FROM consent_ticks WHERE account_id = :account AND purpose = :purpose ORDER BY person_id",
            account=curator.account_id,
            purpose=purpose,
        )
        noted = 0
        for row in rows:
            person = people.of_school(tx, curator.school_id, row["person_id"])
            if _may_sign(person, purpose):
                with suppress(Refusal):  # a paper older than the withdrawal brings nobody back, the others count
                    self._note(tx, curator, person, purpose, Way.PAPER, sent.text("returned_on"), sent.text("place"))
                    noted += 1
        tx.run(
            "DELETE FROM consent_ticks WHERE account_id = :account AND purpose = :purpose",
            account=curator.account_id,
            purpose=purpose,
        )
        if not noted:
            raise Refusal("ledger-none-ticked")
        return noted

    def receive_document(self, tx: Transaction, speaker: Speaker, sent: Sent) -> int:
        """A consent signed electronically: its kind, day and where it lies. `about`: the person and the purpose."""
        person_id, place = divmod(sent.about, len(_PURPOSES))
        curator, person = person_for(tx, speaker, Deed.RECORD_PAPERS, person_id)
        purpose = purpose_at(place)
        if not _may_sign(person, purpose):
            raise NotYours
        kind = sent.text("kind")
        self._note(tx, curator, person, purpose, Way.DOCUMENT, sent.text("signed_on"), sent.text("place"), kind)
        return person.id

    def _note(
        self, tx: Transaction, curator: Speaker, person: Person, purpose: Purpose, way: Way, on: str, place: str,
        document: str = "",
    ) -> None:  # fmt: skip
        today = tx.now.astimezone(schools.settings(tx, person.school_id).zone).date()
        capacity = Capacity.SELF if purpose is Purpose.WORKER_DUTY else capacity_of(person, today, own=False)
        edition = self._editions.get((purpose, capacity))
        if edition is None:
            raise NotYours
        if person.withdrawn_at is not None:
            come_back_on_paper(tx, person, capacity, date.fromisoformat(on), curator.person_id)
        school, programme = schools.get(tx, person.school_id), schools.programme(tx, person.school_id)
        consents.give(
            tx, person.id, capacity, way, edition,
            agreed=True,
            given_by=_signer(tx, person, capacity),
            given_at=datetime.combine(date.fromisoformat(on), time(12), UTC),
            until=programme.ends_on if programme else None,
            original=place, checked_by=curator.person_id, purpose=purpose,
            scope=scopes_of(school).get(purpose, ""), document=document,
        )  # fmt: skip
        deed = "paper-came" if way is Way.PAPER else "document-came"
        journal.note(tx, deed, "person", person.id, school=person.school_id, by=curator.person_id, details=purpose)


def purpose_at(place: int) -> Purpose:
    """The purpose at its place in the list of all."""
    return _PURPOSES[place % len(_PURPOSES)]


def state_of(need: Need) -> State:
    """Where a need is."""
    if not need.missing:
        return State.KEPT
    first = need.missing[0]
    known = {
        ConsentLack.DECLINED: State.DECLINED,
        ConsentLack.PAPER: State.PAPER,
        ConsentLack.UNCONFIRMED: State.UNCONFIRMED,
    }
    return known.get(first, State.WAITING)


def _may_sign(person: Person, purpose: Purpose) -> bool:
    """Whoever has taken everything back may come back, and nothing else, before their data are erased."""
    back = person.withdrawn_at is None or purpose is Purpose.PARTICIPATION
    return back and person.removed_at is None and person.erased_at is None


def _signer(tx: Transaction, person: Person, capacity: Capacity) -> int | None:
    """Who signed: the person, or the guardian where only one may; a paper of one of two names them by itself."""
    if capacity is not Capacity.GUARDIAN:
        return person.id
    able = [each.guardian.id for each in guardianships.of_child(tx, person.id) if each.barred_at is None]
    return able[0] if len(able) == 1 else None


def capacity_of(person: Person, today: date, *, own: bool) -> Capacity:
    """In what capacity a person's blank is signed: a minor's by the guardian, or as the minor's `own` assent."""
    by = givers(person, today)
    if Capacity.GUARDIAN not in by:
        return Capacity.SELF
    return Capacity.ASSENT if own else Capacity.GUARDIAN


def _needs_of(tx: Transaction, person: Person) -> tuple[Need, ...]:
    chosen = schools.settings(tx, person.school_id)
    today = tx.now.astimezone(chosen.zone).date()
    sides = [(each.participation.side, each.participation.form) for each in standing.of_person(tx, person.id)]
    given = standing.consents_of(tx, [person.id]).get(person.id, [])
    scopes, grace = scopes_of(schools.get(tx, person.school_id)), chosen.adult_grace_days
    return needs(person, given, chosen.guardian_rule, today, sides, scopes, grace=grace)


def everyone(
    tx: Transaction, school: int, classes: Collection[SchoolClass | None] | None = None
) -> list[tuple[Person, tuple[Need, ...]]]:
    """Whoever takes part in the open programme, or those of some classes, with every consent they need or may give."""
    programme = schools.programme(tx, school)
    if programme is None:
        return []
    sides: dict[int, list[tuple[Side, str]]] = {}
    for row in tx.all(
        "SELECT person_id, side, form FROM participations WHERE programme_id = :programme AND left_at IS NULL ORDER BY id",
        programme=programme.id,
    ):
        sides.setdefault(row["person_id"], []).append((Side(row["side"]), row["form"]))
    known = {
        id_: person
        for id_, person in people.some(tx, sides).items()
        if person.withdrawn_at is None
        and person.removed_at is None
        and (classes is None or person.school_class in classes)
    }
    given = standing.consents_of(tx, known)
    chosen, scopes = schools.settings(tx, school), scopes_of(schools.get(tx, school))
    today, grace = tx.now.astimezone(chosen.zone).date(), chosen.adult_grace_days
    return [
        (person, needs(person, given.get(id_, ()), chosen.guardian_rule, today, sides[id_], scopes, grace=grace))
        for id_, person in sorted(known.items())
    ]


def in_state(tx: Transaction, school: int, purpose: Purpose, state: State) -> list[tuple[Person, Need]]:
    """Whoever is in a state of a purpose, with what they need, by id."""
    return [
        (person, need)
        for person, found in everyone(tx, school)
        for need in found
        if need.purpose is purpose and state_of(need) is state
    ]


def _listed(tx: Transaction, speaker: Speaker, purpose: Purpose, state: State, after: int) -> Listed:
    curator = acting(tx, speaker, Deed.RECORD_PAPERS)
    found = [person for person, _ in in_state(tx, curator.school_id, purpose, state)]
    page = [each for each in found if each.id > after]
    ticked = frozenset(
        row["person_id"]
        for row in tx.all(
            "SELECT person_id FROM consent_ticks WHERE account_id = :account AND purpose = :purpose",
            account=curator.account_id,
            purpose=purpose,
        )
    )
    return Listed(purpose, state, tuple(page[:PAGE]), ticked, len(ticked), len(found), len(page) > PAGE)
