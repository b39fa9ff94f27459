"""Brings in a list of people put on the server: whoever is new is added, whoever is known is completed, in one go.

The same list again changes nothing, so that a file may be taken twice. In coded mode this is the only way names come in.
"""

from __future__ import annotations

from collections.abc import Iterable

from mentoring.listed import Brought, Hitch, Hitched, ListedGuardian, ListedPerson, Outcome, Taken
from mentoring.people import Kind, Person
from mentoring.rights import Deed
from services.authority import acting
from services.operator import Operator
from storage import codes, journal, listed, notices, participations, people
from storage.database import Database, Transaction
from storage.listed import Known

_MOST_GUARDIANS = 3
_ADMITTED = (Kind.PUPIL, Kind.TEACHER, Kind.STUDENT, Kind.PARTNER)  # by the curator, or by a list of the school


class _Hitch(Exception):
    """A line that cannot be taken."""

    def __init__(self, hitch: Hitch, code: str = "") -> None:
        super().__init__(hitch)
        self.hitch, self.code = hitch, code


class ServerLists:
    """What the operator of the server brings in."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def bring_in(self, operator: Operator, people: Iterable[ListedPerson], *, skip_wrong: bool) -> Brought:
        """Bring a list in; where a line cannot be taken, nothing is written, unless such lines are to be skipped."""
        every = tuple(people)

        def unit(tx: Transaction) -> Brought:
            taking = _Taking(tx, acting(tx, operator, Deed.CHANGE_PEOPLE).person_id, operator.school_id)
            tx.run("SAVEPOINT list")
            for each in every:
                taking.take(each)
            written, lines = skip_wrong or not taking.hitches, taking.lines()
            if not written:
                tx.run("ROLLBACK TO list")
            tx.run("RELEASE list")
            brought = Brought(written, lines, tuple(taking.hitches))
            if written and every:
                counts = " ".join(f"{outcome} {brought.count(outcome)}" for outcome in Outcome)
                school = operator.school_id
                journal.note(tx, "imported", "school", school, school=school, by=None, details=counts)
            return brought

        return await self._database.work(unit, aside=True)


class _Taking:
    """One pass over a list."""

    def __init__(self, tx: Transaction, curator: int, school: int) -> None:
        self._tx, self._curator, self._school = tx, curator, school
        self._known = Known(tx, school)
        self._met: set[int] = set()
        self._outcomes: dict[int, tuple[int, Outcome]] = {}
        self.hitches: list[Hitched] = []

    def take(self, line: ListedPerson) -> None:
        """Take one line; one that cannot be taken leaves nothing."""
        try:
            standing = self._meant(line)
        except _Hitch as hitched:
            self.hitches.append(Hitched(line.row, hitched.hitch, hitched.code))
            return
        person = standing or self._added(line)
        changed = standing is not None and self._completed(standing, line)
        changed |= self._takes_side(person, line)
        changed |= line.guardian is not None and self._guardian(person, line.guardian)
        outcome = Outcome.UPDATED if changed else Outcome.SAME
        self._outcomes[line.row] = (person.id, outcome if standing else Outcome.ADDED)
        if changed or not standing:
            journal.note(self._tx, "imported", "person", person.id, school=self._school, by=self._curator)

    def lines(self) -> dict[int, Taken]:
        """What became of every line that could be taken; a code may have changed with the side."""
        return {row: Taken(outcome, self._known.again(who).code) for row, (who, outcome) in self._outcomes.items()}

    def _meant(self, line: ListedPerson) -> Person | None:
        """Whoever the line means, or None for somebody new."""
        found = self._by_code(line) if line.code else self._by_name(line)
        if found is None:
            return None
        if found.withdrawn_at is not None or found.erased_at is not None:
            raise _Hitch(Hitch.GONE, found.code)
        if found.id in self._met:
            raise _Hitch(Hitch.TWICE, found.code)
        if line.guardian is not None and self._has_too_many(found, line.guardian):
            raise _Hitch(Hitch.GUARDIANS, found.code)
        self._met.add(found.id)
        return found

    def _by_code(self, line: ListedPerson) -> Person:
        found = self._known.coded(line.code)
        if found is None:
            raise _Hitch(Hitch.NO_CODE, line.code)
        if found.kind is not line.kind and found.kind is not Kind.GUARDIAN:
            raise _Hitch(Hitch.OTHER_KIND, found.code)
        if not listed.may_be_same(found.name, line.name):
            raise _Hitch(Hitch.OTHER_NAME, found.code)
        return found

    def _by_name(self, line: ListedPerson) -> Person | None:
        found = self._known.called(line)
        if len(found) > 1:
            raise _Hitch(Hitch.NAMESAKES)
        return found[0] if found else None

    def _has_too_many(self, child: Person, guardian: ListedGuardian) -> bool:
        standing = self._known.guardians[child.id]
        return len(standing) >= _MOST_GUARDIANS and self._known.guardian(child.id, guardian) is None

    def _added(self, line: ListedPerson) -> Person:
        tx, by = self._tx, self._curator
        side = next(iter(line.sides)) if len(line.sides) == 1 else None
        person = people.add(tx, self._school, line.kind, admitted_by=by, side=side)
        people.rename(tx, person, line.name)
        self._change(self._known.again(person), line)
        codes.give(tx, self._school, person, by)
        self._met.add(person)
        return self._known.people[person]

    def _completed(self, person: Person, line: ListedPerson) -> bool:
        """Complete somebody known: the line's values in place of those that stand. Whoever was «новый» is admitted."""
        admitted = person.admitted_at is None and person.kind in _ADMITTED
        if admitted:
            people.change(self._tx, person.id, admitted_at=self._tx.now, admitted_by=self._curator)
            notices.write(self._tx, "admitted", school=self._school, person=person.id, about=person.id)
        return self._change(person, line) or admitted

    def _change(self, person: Person, line: ListedPerson) -> bool:
        found = listed.changes(person, self._known.contacts[person.id], line)
        if found:
            people.change(self._tx, person.id, **found)
            self._known.again(person.id)
        return bool(found)

    def _takes_side(self, person: Person, line: ListedPerson) -> bool:
        """One side of the list is taken by whoever takes part in nothing yet."""
        if len(line.sides) != 1 or person.kind is Kind.STAFF:
            return False
        side = next(iter(line.sides))
        return participations.take_side(self._tx, self._school, person.id, person.kind, side) is not None

    def _guardian(self, child: Person, line: ListedGuardian) -> bool:
        tx, school = self._tx, self._school
        standing = self._known.guardian(child.id, line)
        if standing is None:
            other = self._known.parent_of_another(line)
            guardian = other.id if other else people.add(tx, school, Kind.GUARDIAN, name=line.name)
            if other is None:
                people.change(tx, guardian, contact=line.contact)
                self._known.again(guardian)
            tx.run(
                "INSERT INTO guardianships (guardian_id, child_id, since) VALUES (:guardian, :child, :now)",
                guardian=guardian,
                child=child.id,
                now=tx.now,
            )
            self._known.guardians[child.id].append(guardian)
            journal.note(tx, "imported", "person", guardian, school=school, by=self._curator)
            return True
        wished = ListedPerson(row=0, kind=Kind.GUARDIAN, name=line.name, contact=line.contact)
        return self._change(standing, wished)
