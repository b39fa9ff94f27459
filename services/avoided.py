"""«С кем точно не хотел(а) бы»: read by the curator and the psychologist, and by nobody else."""

from __future__ import annotations

import json
from dataclasses import dataclass

from mentoring.people import MentoringForm, Person, Side, Speaker
from mentoring.preferences import preferences_in
from mentoring.questionnaire import answers_from
from mentoring.rights import Deed, may
from services.authority import acting
from storage import asking, journal, people, schools
from storage.database import Database, Transaction

PAGE = 8


@dataclass(frozen=True, slots=True)
class Avoiding:
    """Somebody, and those of the other side they would certainly not like to work with."""

    participation: int
    person: Person
    side: Side
    form: MentoringForm
    whom: tuple[Person, ...]


class Avoided:
    """Who would not like to work with whom."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def any(self, speaker: Speaker) -> bool:
        """Whether there is something to see, for whoever may."""
        return (
            may(speaker, Deed.SEE_AVOIDED)
            and speaker.set_up
            and bool(await self._database.read(lambda tx: _lines(tx, speaker, 0, 1)))
        )

    async def page(self, speaker: Speaker, after: int = 0) -> tuple[list[Avoiding], bool]:
        """A page of them, and whether there are more; that it was opened is journalled."""

        def note(tx: Transaction) -> None:
            me = acting(tx, speaker, Deed.SEE_AVOIDED)
            journal.note(tx, "avoided-opened", "person", me.person_id, school=me.school_id, by=me.person_id)

        found = await self._database.read(lambda tx: _lines(tx, speaker, after, PAGE + 1))
        await self._database.work(note)
        return found[:PAGE], len(found) > PAGE


def _lines(tx: Transaction, speaker: Speaker, after: int, limit: int) -> list[Avoiding]:
    programme = schools.programme(tx, acting(tx, speaker, Deed.SEE_AVOIDED).school_id)
    rows = asking.avoiding(tx, programme.id, after, limit) if programme else []
    named = {row["id"]: preferences_in(answers_from(json.loads(row["answers"]))).avoided for row in rows}
    whose = asking.persons_of(tx, {each for ids in named.values() for each in ids})
    known = people.some(tx, [*whose.values(), *(row["person_id"] for row in rows)])
    return [
        Avoiding(
            row["id"],
            known[row["person_id"]],
            Side(row["side"]),
            MentoringForm(row["form"]),
            tuple(known[whose[each]] for each in sorted(named[row["id"]]) if each in whose),
        )
        for row in rows
    ]
