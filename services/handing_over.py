"""Curators among themselves: who they are, and one who leaves when another remains."""

from __future__ import annotations

from mentoring.naming import shown
from mentoring.people import Person, Role, Speaker
from mentoring.refusal import Refusal
from mentoring.rights import Deed
from services.authority import acting
from services.notices import Notice, Values, addressee
from storage import journal, notices, people
from storage.database import Database, Transaction


class HandingOver:
    """The curator's post changes hands; the school is never left without one."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def curators(self, speaker: Speaker) -> list[Person]:
        """Every curator of the school, in the order they came."""
        return await self._database.read(
            lambda tx: people.with_role(tx, acting(tx, speaker, Deed.HAND_OVER).school_id, Role.CURATOR)
        )

    async def leave(self, speaker: Speaker) -> None:
        """Stop being a curator. Raises Refusal for the only one."""

        def unit(tx: Transaction) -> None:
            curator = acting(tx, speaker, Deed.HAND_OVER)
            others = [
                each
                for each in people.with_role(tx, curator.school_id, Role.CURATOR)
                if each.id != curator.person_id and _present(tx, each)
            ]
            if not others:
                raise Refusal("hand-over-alone")
            people.take_role(tx, curator.person_id, Role.CURATOR)
            journal.note(
                tx,
                "left-curatorship",
                "person",
                curator.person_id,
                school=curator.school_id,
                by=curator.person_id,
            )
            for other in others:
                notices.write(
                    tx,
                    "curator-left",
                    school=curator.school_id,
                    person=other.id,
                    about=curator.person_id,
                    key=f"curator-left:{other.id}:{curator.person_id}:{tx.now.isoformat()}",
                )

        await self._database.work(unit)

    def still_left(self, tx: Transaction, notice: Notice) -> Values | None:
        """The others hear who left, unless they came back meanwhile."""
        person = people.get(tx, notice.about)
        if Role.CURATOR in people.roles(tx, person.id):
            return None
        return {"name": shown(person, addressee(tx, notice))}


def _present(tx: Transaction, person: Person) -> bool:
    """Whether somebody can still act for the curator: an account that has not blocked the bot."""
    return bool(
        tx.value(
            "SELECT 1 FROM account_persons l JOIN accounts a ON a.id = l.account_id "
            "WHERE l.person_id = :id AND a.unreachable_at IS NULL",
            id=person.id,
        )
    )
