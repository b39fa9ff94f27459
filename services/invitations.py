"""What those invited to a group meeting see and answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from mentoring.gatherings import GatheringState, Reply
from mentoring.people import Speaker
from mentoring.refusal import NotYours, TakenMeanwhile
from mentoring.rights import Deed
from services.authority import acting
from storage import gatherings, guests, schools
from storage.database import Database, Transaction
from storage.gatherings import Gathering

__all__ = ["Invitation", "Invitations", "Reply"]


@dataclass(frozen=True, slots=True)
class Invitation:
    """A group meeting one is invited to, and one's answer. Times are the school's."""

    gathering: Gathering
    starts: datetime
    today: date
    reply: Reply
    now: datetime


class Invitations:
    """Of mentees and mentors."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def mine(self, speaker: Speaker) -> list[Invitation]:
        """The group meetings to come, the next first."""

        def query(tx: Transaction) -> list[Invitation]:
            me = acting(tx, speaker, Deed.ANSWER_INVITATIONS)
            found = gatherings.of_person(tx, me.person_id)
            return [_invitation(tx, each, reply) for each, reply in found]

        return await self._database.read(query)

    async def one(self, speaker: Speaker, gathering_id: int) -> Invitation:
        """One of them. Raises NotYours for whoever is not invited, TakenMeanwhile when it is planned no longer."""
        return await self._database.read(lambda tx: _mine(tx, speaker, gathering_id)[0])

    async def answer(self, speaker: Speaker, gathering_id: int, revision: int, *, yes: bool) -> Invitation:
        """«Приду», «Не смогу»; the last word counts. Raises TakenMeanwhile when it was moved or has begun since."""

        def unit(tx: Transaction) -> Invitation:
            found, participation = _mine(tx, speaker, gathering_id)
            if found.gathering.revision != revision:
                raise TakenMeanwhile("gathering-refused-changed")
            guests.set_reply(tx, gathering_id, participation, Reply.YES if yes else Reply.NO)
            return _mine(tx, speaker, gathering_id)[0]

        return await self._database.work(unit)


def _mine(tx: Transaction, speaker: Speaker, gathering_id: int) -> tuple[Invitation, int]:
    me = acting(tx, speaker, Deed.ANSWER_INVITATIONS)
    guest = guests.of_person(tx, gathering_id, me.person_id)
    if guest is None:
        raise NotYours
    found = gatherings.get(tx, gathering_id)
    if found.state is not GatheringState.PLANNED or found.invited_at is None or found.starts_at <= tx.now:
        raise TakenMeanwhile("gathering-refused-over")
    return _invitation(tx, found, guest.reply), guest.participation_id


def _invitation(tx: Transaction, gathering: Gathering, reply: Reply) -> Invitation:
    zone = schools.settings(tx, gathering.school_id).zone
    now = tx.now.astimezone(zone)
    return Invitation(gathering, gathering.starts_at.astimezone(zone), now.date(), reply, now)
