"""Entering answers from paper: whose, which questionnaire, by whom; and who of the staff has been named to help with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mentoring.people import Person, Speaker
from mentoring.preferences import FORMS
from mentoring.refusal import NotYours, Refusal
from mentoring.rights import Deed, may, require
from mentoring.standing import Lack
from services.authority import acting, person_for
from services.filling import Filling, Turn
from services.paper_sheets import Asked, asked_of
from services.questionnaire_forms import Forms
from services.standing_in import may_enter, stand_in, waits
from storage import accounts, journal, links, paper_entry, people, standing
from storage.database import Database, Transaction
from storage.links import Purpose

PAGE = 8


@dataclass(frozen=True, slots=True)
class Papers:
    """A person's questionnaires on paper, each with its title; `waits` is what must be there before anything is asked."""

    person: Person
    asked: tuple[Asked, ...]
    titles: dict[str, str]
    waits: Lack | None


@dataclass(frozen=True, slots=True)
class Ward:
    """One of a class teacher's pupils, and how many questionnaires are still open."""

    person: Person
    open: int


class PaperEntry:
    """What the curator and those they have named do with questionnaires that were filled in by hand."""

    def __init__(self, database: Database, filling: Filling, forms: Forms) -> None:
        self._database = database
        self._filling = filling
        self._forms = forms

    async def papers(self, speaker: Speaker, person_id: int) -> Papers:
        """A person's questionnaires. Raises NotYours for whoever may not enter them."""

        def query(tx: Transaction) -> Papers:
            person = _within_reach(tx, speaker, person_id)
            asked = tuple(_may_see(accounts.as_account(tx, speaker.account_id), asked_of(tx, person_id)))
            titles = {
                each.form: self._forms.in_force(tx, person.school_id, each.form).title.to(speaker.language)
                for each in asked
            }
            return Papers(person, asked, titles, waits(standing.of_person(tx, person_id)))

        return await self._database.read(query)

    async def begin(self, speaker: Speaker, person_id: int, form: str, about: int) -> Turn:
        """Open a questionnaire of a person to enter it. Raises Refusal with what is missing, NotYours for anyone else's."""

        def unit(tx: Transaction) -> Turn:
            _within_reach(tx, speaker, person_id)
            return self._open(tx, speaker, person_id, form, about)

        return await self._database.work(unit)

    async def scanned(self, speaker: Speaker, link_id: int) -> Turn:
        """The code of a printed sheet was opened by somebody who may enter papers."""

        def unit(tx: Transaction) -> Turn:
            link, sheet = links.by_id(tx, link_id), paper_entry.sheet_of(tx, link_id)
            if link is None or link.purpose is not Purpose.SHEET or sheet is None:
                raise Refusal("link-unknown")
            return self._open(tx, speaker, sheet.person_id, sheet.form, sheet.about)

        return await self._database.work(unit)

    def _open(self, tx: Transaction, speaker: Speaker, person_id: int, form: str, about: int) -> Turn:
        who = stand_in(tx, speaker, person_id)
        asked = next((each for each in asked_of(tx, person_id) if (each.form, each.about) == (form, about)), None)
        if asked is None:
            raise NotYours
        if asked.fixed:
            raise Refusal("paper-entry-fixed")
        return self._filling.open(tx, who, form, about)

    async def helps(self, speaker: Speaker) -> bool:
        """Whether the speaker has been named to enter papers; a curator needs no naming."""

        def query(tx: Transaction) -> bool:
            return speaker.person is not None and paper_entry.is_helper(tx, speaker.person.id)

        return not may(speaker, Deed.ENTER_PAPERS) and await self._database.read(query)

    async def wards(self, speaker: Speaker, after: int = 0) -> tuple[list[Ward], bool]:
        """A page of the participants of the speaker's own classes, after this person, and whether there are more."""

        def query(tx: Transaction) -> tuple[list[Ward], bool]:
            now = accounts.as_account(tx, speaker.account_id)
            if not may_enter(tx, now):
                raise NotYours
            every = [
                person
                for school_class in people.classes_of(tx, now.person_id)
                for person in paper_entry.of_class(tx, now.school_id, school_class)
            ]
            place = next((number for number, each in enumerate(every, 1) if each.id == after), 0)
            page = every[place : place + PAGE]
            wards = [
                Ward(each, sum(asked.sent_at is None for asked in _may_see(now, asked_of(tx, each.id))))
                for each in page
            ]
            return wards, place + PAGE < len(every)

        return await self._database.read(query)

    async def staff(self, speaker: Speaker) -> list[tuple[Person, bool]]:
        """Everyone of the staff who may be named, and whether they have been."""
        return await self._database.read(
            lambda tx: paper_entry.staff(tx, acting(tx, speaker, Deed.ENTER_PAPERS).school_id)
        )

    async def name_or_revoke(self, speaker: Speaker, person_id: int) -> bool:
        """Name one of the staff to enter papers, or take it back; returns whether they may now."""

        def unit(tx: Transaction) -> bool:
            curator, person = person_for(tx, speaker, Deed.ENTER_PAPERS, person_id)
            if not any(each.id == person.id for each, _ in paper_entry.staff(tx, curator.school_id)):
                raise NotYours
            revoked = paper_entry.revoke_helper(tx, person.id)
            if not revoked:
                paper_entry.name_helper(tx, person.id, curator.person_id)
            deed = "paper-helper-revoked" if revoked else "paper-helper-named"
            journal.note(tx, deed, "person", person.id, school=curator.school_id, by=curator.person_id)
            return not revoked

        return await self._database.work(unit)


def _may_see(now: Speaker, asked: Iterable[Asked]) -> Iterator[Asked]:
    """A helper is not shown the questionnaire that says with whom somebody would not like to work."""
    return (each for each in asked if may(now, Deed.SEE_AVOIDED) or not each.form.startswith(FORMS))


def _within_reach(tx: Transaction, speaker: Speaker, person_id: int) -> Person:
    """A person whose papers the speaker may open without a sheet: a curator anyone's, a helper those of their own class."""
    now = accounts.as_account(tx, speaker.account_id)
    if not may_enter(tx, now):
        raise NotYours
    person = people.of_school(tx, now.school_id, person_id)
    if person.removed_at is not None:
        raise NotYours
    if person.school_class is None or person.school_class not in people.classes_of(tx, now.person_id):
        require(now, Deed.ENTER_PAPERS)
    return person
