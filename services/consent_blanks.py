"""Consents to print, for any purpose: one person's, everyone's in a state, a class's; class teachers print for their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from mentoring.consents import Capacity, ConsentLack, Need, Purpose
from mentoring.editions import Edition
from mentoring.people import Person, SchoolClass, Speaker
from mentoring.refusal import NotYours, Refusal
from mentoring.rights import Deed
from services.authority import acting, person_for
from services.ledger import State, capacity_of, everyone, in_state, state_of
from services.permissions import scopes_of
from storage import people, schools
from storage.database import Database, Transaction
from storage.schools import School

_SETTLED = (State.KEPT, State.DECLINED)  # nothing is printed for whoever has agreed or said no


@dataclass(frozen=True, slots=True)
class Blank:
    """What a printed consent needs: whose, in what capacity, the school, the edition, the scope, until when."""

    people: tuple[Person, ...]
    capacity: Capacity
    purpose: Purpose
    school: School
    edition: Edition
    scope: str
    until: date


@dataclass(frozen=True, slots=True)
class ClassWaiting:
    """How many of a class a purpose waits for; `someone` of them stands for the class in a button."""

    school_class: SchoolClass | None
    purpose: Purpose
    someone: int
    count: int


class ConsentBlanks:
    """What is printed, signed by hand and brought back."""

    def __init__(self, database: Database, editions: Mapping[tuple[Purpose, Capacity], Edition]) -> None:
        self._database = database
        self._editions = editions

    async def of_one(self, speaker: Speaker, purpose: Purpose, person_id: int, *, own: bool) -> list[Blank]:
        """The blank of one person; `own`: a minor's assent."""

        def query(tx: Transaction) -> list[Blank]:
            _, person = person_for(tx, speaker, Deed.RECORD_PAPERS, person_id)
            today = _today(tx, person.school_id)
            return self._blanks(tx, person.school_id, purpose, [(person, capacity_of(person, today, own=own))])

        return await self._database.read(query)

    async def of_state(self, speaker: Speaker, purpose: Purpose, state: State) -> list[Blank]:
        """Blanks of everyone in a state of a purpose, a minor's for the guardian. Raises Refusal when there is nobody."""

        def query(tx: Transaction) -> list[Blank]:
            school = acting(tx, speaker, Deed.RECORD_PAPERS).school_id
            today = _today(tx, school)
            found = [
                (person, capacity_of(person, today, own=False))
                for person, _ in in_state(tx, school, purpose, state)
            ]  # fmt: skip
            return self._blanks(tx, school, purpose, found)

        return await self._database.read(query)

    async def classes(self, speaker: Speaker, purpose: Purpose) -> list[ClassWaiting]:
        """The classes in which a purpose waits for somebody."""

        def query(tx: Transaction) -> list[ClassWaiting]:
            school = acting(tx, speaker, Deed.RECORD_PAPERS).school_id
            return [each for each in _waiting(everyone(tx, school)) if each.purpose is purpose]

        return await self._database.read(query)

    async def of_class(self, speaker: Speaker, purpose: Purpose, someone: int) -> list[Blank]:
        """Blanks of a whole class, that of `someone`: the guardians', and the pupils' own where theirs is missing.

        Whoever has this consent already, or has declined, gets none. Raises Refusal when nobody is left.
        """

        def query(tx: Transaction) -> list[Blank]:
            _, like = person_for(tx, speaker, Deed.RECORD_PAPERS, someone)
            return self._of_class(tx, like.school_id, purpose, like.school_class)

        return await self._database.read(query)

    async def own_classes(self, speaker: Speaker) -> list[ClassWaiting]:
        """For a class teacher: every purpose that waits for somebody of their own classes."""

        def query(tx: Transaction) -> list[ClassWaiting]:
            now = acting(tx, speaker, Deed.PRINT_CLASS_CONSENTS)
            return _waiting(everyone(tx, now.school_id, people.classes_of(tx, now.person_id)))

        return await self._database.read(query)

    async def of_own_class(self, speaker: Speaker, purpose: Purpose, someone: int) -> list[Blank]:
        """Blanks of a class teacher's own class, that of `someone`. Raises NotYours for any other."""

        def query(tx: Transaction) -> list[Blank]:
            now, like = person_for(tx, speaker, Deed.PRINT_CLASS_CONSENTS, someone)
            if like.school_class not in people.classes_of(tx, now.person_id):
                raise NotYours
            return self._of_class(tx, now.school_id, purpose, like.school_class)

        return await self._database.read(query)

    def _of_class(
        self, tx: Transaction, school: int, purpose: Purpose, school_class: SchoolClass | None
    ) -> list[Blank]:  # fmt: skip
        today = _today(tx, school)
        found = [
            (person, need)
            for person, needs in everyone(tx, school, [school_class])
            for need in needs
            if need.purpose is purpose and state_of(need) not in _SETTLED
        ]
        owners = [(person, capacity_of(person, today, own=False)) for person, _ in found]
        owners += [(person, Capacity.ASSENT) for person, need in found if ConsentLack.ASSENT in need.missing]
        return self._blanks(tx, school, purpose, owners)

    def _blanks(
        self, tx: Transaction, school_id: int, purpose: Purpose, owners: Iterable[tuple[Person, Capacity]]
    ) -> list[Blank]:  # fmt: skip
        school, programme = schools.get(tx, school_id), schools.programme(tx, school_id)
        if programme is None:
            raise Refusal("join-no-programme")
        by: dict[Capacity, list[Person]] = defaultdict(list)
        for person, capacity in owners:
            by[capacity].append(person)
        scope = scopes_of(school).get(purpose, "")
        blanks = [
            Blank(tuple(group), capacity, purpose, school, edition, scope, programme.ends_on)
            for capacity, group in by.items()
            if (edition := self._editions.get((purpose, capacity))) is not None
        ]
        if not blanks:
            raise Refusal("papers-none")
        return blanks


def _waiting(found: Iterable[tuple[Person, Iterable[Need]]]) -> list[ClassWaiting]:
    by: dict[tuple[SchoolClass | None, Purpose], list[int]] = defaultdict(list)
    for person, needs in found:
        for need in needs:
            if state_of(need) not in _SETTLED:
                by[person.school_class, need.purpose].append(person.id)
    classes = [ClassWaiting(of, purpose, members[0], len(members)) for (of, purpose), members in by.items()]
    return sorted(classes, key=_order)


def _order(each: ClassWaiting) -> tuple[int, str, int]:
    level, letter = (each.school_class.level, each.school_class.letter) if each.school_class else (99, "")
    return level, letter, list(Purpose).index(each.purpose)


def _today(tx: Transaction, school: int) -> date:
    return tx.now.astimezone(schools.settings(tx, school).zone).date()
