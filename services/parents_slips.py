"""The ways in for parents who have not come yet: one for every minor, to be printed and handed out by class."""

from __future__ import annotations

from mentoring.people import Person, is_minor
from mentoring.rights import Deed
from services.authority import acting
from services.operator import Operator
from storage import guardianships, journal, links, schools
from storage.database import Database, Transaction
from storage.links import Purpose


async def parents_awaited(database: Database, operator: Operator) -> list[tuple[Person, str]]:
    """Every minor none of whose guardians has come, by class and name, with the code of the link for a parent.

    The link is the one the child would hand on; where there is none yet it is made.
    """

    def unit(tx: Transaction) -> list[tuple[Person, str]]:
        curator = acting(tx, operator, Deed.INVITE)
        school = curator.school_id
        today = tx.now.astimezone(schools.settings(tx, school).zone).date()
        found, made = [], 0
        for child in guardianships.unaccompanied(tx, school):
            if is_minor(child, today):
                link = links.for_person(tx, Purpose.GUARDIAN, child.id)
                if link is None:
                    made += 1
                    link = links.make(
                        tx, Purpose.GUARDIAN, school_id=school, person_id=child.id, made_by=curator.person_id
                    )
                found.append((child, link.token))
        if made:
            details = f"{Purpose.GUARDIAN} {made}"
            journal.note(tx, "made-link", "school", school, school=school, by=curator.person_id, details=details)
        return found

    return await database.work(unit, aside=True)
