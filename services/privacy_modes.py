"""Names out of the messenger: a school chooses the coded mode, at the set-up or later, and never back from chat."""

from __future__ import annotations

from mentoring.people import Speaker
from mentoring.privacy_mode import Privacy, PrivacyMode, ShownAs
from mentoring.refusal import Refusal
from mentoring.rights import Deed
from services.authority import acting
from storage import accounts, drafts, journal, schools
from storage.database import Database, Transaction

BY_NAME = (
    *("about_person", "about_pupil", "about_teacher", "about_outsider"),
    *("name", "person", "existing_pair", "pairs_list", "class_list", "join", "join_pupil", "join_birth"),
    "order_scan",
)
"""Forms that ask for a name, a birth date or a class: none of them is opened or taken in coded mode."""


class PrivacyModes:
    """The curator's choice of what the messenger may see."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def now(self, speaker: Speaker) -> Privacy:
        """What holds now."""
        return await self._database.read(lambda tx: acting(tx, speaker, Deed.SET_UP).privacy)

    async def tighten(self, speaker: Speaker) -> Privacy:
        """No name in chat from now on; what was begun with names, and searched for, is dropped."""
        return await self._choose(speaker, None)

    async def show_as(self, speaker: Speaker, shown_as: ShownAs) -> Privacy:
        """What stands for a person in coded mode."""
        return await self._choose(speaker, shown_as)

    async def _choose(self, speaker: Speaker, shown_as: ShownAs | None) -> Privacy:
        def unit(tx: Transaction) -> Privacy:
            curator = acting(tx, speaker, Deed.SET_UP)
            mode = curator.privacy.mode if shown_as else PrivacyMode.CODED
            change_privacy(tx, curator, mode, shown_as or curator.privacy.shown_as)
            return accounts.as_account(tx, curator.account_id).privacy

        return await self._database.work(unit)


def change_privacy(tx: Transaction, curator: Speaker, mode: PrivacyMode, shown_as: ShownAs) -> None:
    """Choose the mode of the curator's school. Raises Refusal for names after codes: that is done on the server."""
    standing, school = schools.settings(tx, curator.school_id).privacy, curator.school_id
    if standing.coded and mode is not PrivacyMode.CODED:
        raise Refusal("privacy-only-tighter")
    if standing == Privacy(mode, shown_as):
        return
    schools.choose(tx, school, privacy_mode=mode, shown_as=shown_as)
    if not standing.coded and mode is PrivacyMode.CODED:
        drafts.drop_forms(tx, school, BY_NAME)
        accounts.forget_searches(tx, school)
    journal.note(tx, "privacy-mode", "school", school, school=school, by=curator.person_id, details=str(mode))


def closed_where_coded(tx: Transaction, speaker: Speaker, form: str, about: int) -> None:
    """Raise Refusal for a form that asks for names while the speaker's school is in coded mode."""
    if accounts.as_account(tx, speaker.account_id).privacy.coded:
        raise Refusal("privacy-names-on-server")
