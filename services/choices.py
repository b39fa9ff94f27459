"""A school's settings, shown and changed one at a time."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.people import MentoringForm, Speaker
from mentoring.refusal import NotYours
from mentoring.rights import Deed
from mentoring.settings import Settings
from mentoring.settings_choices import MOST_MENTEES_CHOICES, require_choice
from services import forms_run
from services.authority import acting
from services.filling import Sent
from storage import journal, schools
from storage.database import Database, Transaction


@dataclass(frozen=True, slots=True)
class Chosen:
    """What holds now: the settings, and the most mentees of a mentor in each form that runs."""

    settings: Settings
    most_mentees: dict[MentoringForm, int]


class Choices:
    """The curator's settings."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def chosen(self, speaker: Speaker) -> Chosen:
        """What holds now."""
        return await self._database.read(lambda tx: _chosen(tx, acting(tx, speaker, Deed.SET_UP)))

    async def choose(self, speaker: Speaker, name: str, value: str) -> Chosen:
        """Change one setting. Raises NotYours for a value that is not among its choices."""
        require_choice(name, value)

        def unit(tx: Transaction) -> Chosen:
            now = acting(tx, speaker, Deed.SET_UP)
            schools.choose(tx, now.school_id, **{name: value})
            return _changed(tx, now, name)

        return await self._database.work(unit)

    async def choose_most(self, speaker: Speaker, form: MentoringForm, most: int) -> Chosen:
        """Change how many mentees a mentor may have in a form; pairs that stand are not touched."""
        if most not in MOST_MENTEES_CHOICES:
            raise NotYours

        def unit(tx: Transaction) -> Chosen:
            now = acting(tx, speaker, Deed.SET_UP)
            programme = schools.programme(tx, now.school_id)
            if programme is None or not schools.allow(tx, programme.id, form, most):
                raise NotYours
            return _changed(tx, now, f"most-{form}")

        return await self._database.work(unit)

    async def run_form(self, speaker: Speaker, form: MentoringForm, *, runs: bool) -> Chosen:
        """Run a form of mentoring, or no longer. Raises Refusal to stop one that is in use, or the last one."""

        def unit(tx: Transaction) -> Chosen:
            now = acting(tx, speaker, Deed.SET_UP)
            programme = schools.programme(tx, now.school_id)
            if programme is None:
                raise NotYours
            if runs != (form in programme.forms):
                (forms_run.run if runs else forms_run.stop)(tx, programme.id, form)
            return _changed(tx, now, f"form-{form}")

        return await self._database.work(unit)

    def receive_title(self, tx: Transaction, speaker: Speaker, sent: Sent) -> Chosen:
        """The programme has a name of its own, or none again."""
        now = acting(tx, speaker, Deed.SET_UP)
        schools.choose(tx, now.school_id, programme_title=sent.text("title"))
        return _changed(tx, now, "programme_title")

    def receive_contact(self, tx: Transaction, speaker: Speaker, sent: Sent) -> Chosen:
        """Whom parents call was changed; empty: the contact of the consents again."""
        now = acting(tx, speaker, Deed.SET_UP)
        schools.choose(tx, now.school_id, parents_contact=sent.text("contact"))
        return _changed(tx, now, "parents_contact")

    def proposed_contact(self, tx: Transaction, speaker: Speaker, about: int) -> dict[str, str]:
        """What stands there now."""
        held = schools.settings(tx, speaker.school_id).parents_contact
        return {"contact": held} if held else {}


def _changed(tx: Transaction, speaker: Speaker, name: str) -> Chosen:
    school = speaker.school_id
    journal.note(tx, "setting-changed", "school", school, school=school, by=speaker.person_id, details=name)
    return _chosen(tx, speaker)


def _chosen(tx: Transaction, speaker: Speaker) -> Chosen:
    programme = schools.programme(tx, speaker.school_id)
    return Chosen(schools.settings(tx, speaker.school_id), programme.forms if programme else {})
