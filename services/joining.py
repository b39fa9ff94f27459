"""How people come in: a link is opened, and what it opens is begun."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.people import Speaker
from mentoring.refusal import Refusal
from services.schools import Schools
from storage import links
from storage.database import Database, Transaction
from storage.links import Link, Purpose

__all__ = ["Joining", "Opened", "Purpose"]


@dataclass(frozen=True, slots=True)
class Opened:
    """What an invitation opened, and who is speaking from now on."""

    link: Link
    speaker: Speaker


class Joining:
    """Invitations opened by those who got them."""

    def __init__(self, database: Database, schools: Schools) -> None:
        self._database = database
        self._schools = schools

    async def open(self, speaker: Speaker, token: str) -> Opened:
        """Open an invitation. Raises Refusal for one that is closed, used up, expired or was never made: all alike."""

        def unit(tx: Transaction) -> Opened:
            link = links.find(tx, token)
            if link is None:
                raise Refusal("link-unknown")
            if link.purpose is Purpose.CLAIM:
                return Opened(link, self._schools.claim(tx, speaker, link))
            return Opened(link, speaker)

        return await self._database.work(unit)
