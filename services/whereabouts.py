"""Where a person stands on the way into the programme: for the home screen, which always says what comes next."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.consents import Capacity, ConsentLack, Purpose, missing
from mentoring.people import Person, SchoolClass, Speaker
from mentoring.standing import Standing
from storage import people, schools, standing
from storage.database import Database, Transaction
from storage.schools import School


@dataclass(frozen=True, slots=True)
class Ward:
    """A child of a parent, and what its consents still lack."""

    child: Person
    lacks: tuple[ConsentLack, ...]


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A person's sides with what is missing, the children they answer for, and the school."""

    school: School
    standings: tuple[Standing, ...]
    wards: tuple[Ward, ...]
    classes: tuple[SchoolClass, ...]  # of a class teacher
    own_agreed: bool = False  # so that a refusal is the parent's


class Where:
    """Where people stand."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def now(self, speaker: Speaker) -> Whereabouts | None:
        """Where the person stands for whom the account speaks; None for a stranger."""
        if speaker.person is None:
            return None
        person = speaker.person

        def query(tx: Transaction) -> Whereabouts:
            children = people.children_of(tx, person.id)
            given = standing.consents_of(tx, [person.id, *(child.id for child in children)])
            chosen = schools.settings(tx, person.school_id)
            today, grace = tx.now.astimezone(chosen.zone).date(), chosen.adult_grace_days
            wards = [
                Ward(child, missing(child, given.get(child.id, ()), chosen.guardian_rule, today, grace=grace))
                for child in children
            ]
            return Whereabouts(
                schools.get(tx, person.school_id),
                tuple(standing.of_person(tx, person.id)),
                tuple(wards),
                tuple(people.classes_of(tx, person.id)),
                any(
                    each.agreed and each.capacity is not Capacity.GUARDIAN and each.purpose is Purpose.PARTICIPATION
                    for each in given.get(person.id, ())
                ),
            )

        return await self._database.read(query)
