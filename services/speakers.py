"""Who is speaking, as of now: for screens that are shown after something has changed."""

from __future__ import annotations

from mentoring.people import Person, Speaker
from mentoring.refusal import NotYours
from storage import accounts
from storage.database import Database, Transaction


class Speakers:
    """Accounts, and for whom each speaks."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def now(self, speaker: Speaker) -> Speaker:
        """The speaker as they are at this moment."""
        return await self._database.read(lambda tx: accounts.as_account(tx, speaker.account_id))

    async def person(self, speaker: Speaker) -> Person | None:
        """For whom the account speaks at this moment; None for nobody, and for an account that is no longer kept."""
        now = await self._database.read(lambda tx: accounts.speaking(tx, speaker.external_id))
        return now.person if now else None

    async def people(self, speaker: Speaker) -> list[Person]:
        """Everyone this account may speak for."""
        return await self._database.read(lambda tx: accounts.people_of(tx, speaker.account_id))

    async def speak_for(self, speaker: Speaker, person_id: int) -> Speaker:
        """Speak for another of one's people. Raises NotYours for anyone else."""

        def unit(tx: Transaction) -> Speaker:
            if not accounts.speaks_for(tx, speaker.account_id, person_id):
                raise NotYours
            accounts.speak_for(tx, speaker.account_id, person_id)
            return accounts.as_account(tx, speaker.account_id)

        return await self._database.work(unit)

    async def speak_language(self, speaker: Speaker, language: str) -> None:
        """Change the language of the interface."""
        await self._database.work(lambda tx: accounts.speak_language(tx, speaker.account_id, language))
