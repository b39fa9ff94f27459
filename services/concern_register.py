"""How pupils' concerns were answered, for an inspection: made at the server alone, by codes, without anybody's words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo

from mentoring.concerns import Adult, Outcome, Step
from mentoring.people import Person
from mentoring.refusal import NotYours
from mentoring.rights import Deed
from services.authority import acting
from services.operator import Operator
from storage import concern_register, concerns, people, schools
from storage.concern_register import Numbered
from storage.database import Database, Transaction


@dataclass(frozen=True, slots=True)
class Entered:
    """A line of the journal of a concern: what, by or to which adult (none: the pupil, or the bot), when."""

    step: Step
    adult: Adult | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Registered:
    """One concern: its number, the pupil (to be shown by the code), who answered for it, how it ended."""

    number: int
    pupil: Person
    at: datetime
    taken_by: Adult | None
    taken_at: datetime | None
    closed_at: datetime | None
    outcome: Outcome | None
    steps: tuple[Entered, ...]


@dataclass(frozen=True, slots=True)
class Register:
    """All concerns of a school, oldest first, and the zone its clock shows."""

    entries: tuple[Registered, ...]
    zone: tzinfo


async def concern_register_of(database: Database, operator: Operator) -> Register:
    """The register of the operator's school; empty where nothing was ever said.

    Raises NotYours for anybody who does not sit at the server, whatever their role.
    """

    def query(tx: Transaction) -> Register:
        if not isinstance(operator, Operator):
            raise NotYours
        school = acting(tx, operator, Deed.EXPORT).school_id
        found = [_registered(tx, each) for each in concern_register.of_school(tx, school)]
        return Register(tuple(found), schools.settings(tx, school).zone)

    return await database.read(query)


def _registered(tx: Transaction, numbered: Numbered) -> Registered:
    concern = numbered.concern
    lines = concerns.journal(tx, concern.id)
    met = {concern.taken_by, *(each.by for each in lines)} - {None}
    known = people.some(tx, [concern.person_id, *(each for each in met if each is not None)])
    adults = {each: Adult(known[each], people.roles(tx, each), reachable=True) for each in met if each is not None}
    return Registered(
        numbered.number,
        known[concern.person_id],
        concern.at,
        adults.get(concern.taken_by or 0),
        concern.taken_at,
        concern.closed_at,
        concern.outcome,
        tuple(Entered(each.step, adults.get(each.by or 0), each.at) for each in lines),
    )
