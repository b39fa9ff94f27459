"""Whoever sits at the server itself: no account of a messenger, rights as the curator has, in whose name the school acts."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime

from mentoring.leaving import Paper
from mentoring.people import Role, Speaker
from mentoring.refusal import Refusal
from storage import accounts, journal, people, schools
from storage.database import Database, Transaction


@dataclass(frozen=True, slots=True)
class Operator(Speaker):
    """Acts for a school through its first curator. Conversations never make one: they know accounts only."""


@dataclass(frozen=True, slots=True)
class Place:
    """The school a command is about: how it is shown, and the day it is there."""

    operator: Operator
    title: str
    today: date


def operator_of(tx: Transaction, school_id: int) -> Operator:
    """The operator of a school. Raises Refusal before it has a curator: nobody would answer for what is done."""
    curators = people.with_role(tx, school_id, Role.CURATOR)
    if not curators:
        raise Refusal("server-no-curator")
    curator = accounts.as_person(tx, curators[0].id)
    return Operator(**{each.name: getattr(curator, each.name) for each in fields(Speaker)})


async def place(database: Database, school_id: int | None = None) -> Place:
    """The school meant: the only one, or the one named. Raises Refusal when there is none, or it is not clear which."""

    def query(tx: Transaction) -> Place:
        ids = [row["id"] for row in tx.all("SELECT id FROM schools WHERE set_up_at IS NOT NULL ORDER BY id")]
        if not ids:
            raise Refusal("server-no-school")
        if (school_id is None and len(ids) > 1) or (school_id is not None and school_id not in ids):
            raise Refusal("server-which-school", schools=", ".join(map(str, ids)))
        school = schools.get(tx, school_id or ids[0])
        today = tx.now.astimezone(schools.settings(tx, school.id).zone).date()
        return Place(operator_of(tx, school.id), school.short_name, today)

    return await database.read(query)


async def note_taken_out(database: Database, place: Place, paper: Paper) -> datetime:
    """Write in the journal that a paper with names was taken out at the server; returns the school's moment."""

    def unit(tx: Transaction) -> datetime:
        school = place.operator.school_id
        journal.note(tx, "took-out", "school", school, school=school, by=None, details=f"{paper} server")
        return tx.now.astimezone(schools.settings(tx, school).zone)

    return await database.work(unit, aside=True)
