"""Paper consents: whose are missing, blanks for one or a class, and their return, with its date and where it lies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from mentoring.consents import Capacity, Way
from mentoring.editions import Edition
from mentoring.people import ADULT_AT, Person, SchoolClass, Speaker, is_minor
from mentoring.refusal import NotYours, Refusal
from mentoring.rights import Deed
from services.authority import acting, person_for
from services.filling import Sent
from services.notices import Notice, Values
from services.withdrawing import come_back_on_paper
from storage import consents, journal, notices, paper_consents, schools
from storage.database import Database, Transaction
from storage.paper_consents import ClassCount
from storage.schools import School

__all__ = ["Blanks", "ClassCount", "Missing", "PaperReturns"]

PAGE = 8


@dataclass(frozen=True, slots=True)
class Missing:
    """One page of a class whose papers are missing."""

    school_class: SchoolClass | None
    people: tuple[Person, ...]
    someone: int
    more: bool


@dataclass(frozen=True, slots=True)
class Blanks:
    """What a blank consent needs: whose, in what capacity, the school, the edition, until when."""

    people: tuple[Person, ...]
    capacity: Capacity
    school: School
    title: str
    edition: Edition
    until: date
    written: bool  # the guardian's paper, or the grown-up's, is there
    own: bool  # they have agreed themselves, here or on paper


class PaperReturns:
    """The curator's folder of signed consents. `editions` are those of the blanks."""

    def __init__(self, database: Database, editions: Mapping[Capacity, Edition]) -> None:
        self._database = database
        self._editions = editions

    async def classes(self, speaker: Speaker) -> list[ClassCount]:
        """Every class with papers missing."""

        def query(tx: Transaction) -> list[ClassCount]:
            school = acting(tx, speaker, Deed.RECORD_PAPERS).school_id
            return paper_consents.classes(tx, school, _grown(tx, school))

        return await self._database.read(query)

    async def missing(self, speaker: Speaker, someone: int, after: int = 0) -> Missing:
        """A page of those in the class of `someone` whose papers are missing."""

        def query(tx: Transaction) -> Missing:
            curator, person = person_for(tx, speaker, Deed.RECORD_PAPERS, someone)
            grown = _grown(tx, curator.school_id)
            found = paper_consents.of_class(tx, curator.school_id, grown, person.school_class, after, PAGE + 1)
            return Missing(person.school_class, tuple(found[:PAGE]), someone, len(found) > PAGE)

        return await self._database.read(query)

    async def blanks(self, speaker: Speaker, someone: int, *, whole_class: bool, own: bool = False) -> Blanks:
        """Blanks for one person, as an adult's, a guardian's or a minor's `own`, or a guardian's for all of a class who
        lack it.
        """

        def query(tx: Transaction) -> Blanks:
            curator, person = person_for(tx, speaker, Deed.RECORD_PAPERS, someone)
            school = curator.school_id
            of_class = paper_consents.of_class(tx, school, _grown(tx, school), person.school_class)
            found = tuple(of_class) if whole_class else (person,)
            if not found:
                raise Refusal("papers-none")
            minor = whole_class or is_minor(person, _today(tx, school))
            capacity = _capacity(minor=minor, own=own)
            programme = schools.programme(tx, school)
            if programme is None:
                raise Refusal("join-no-programme")
            title = schools.settings(tx, school).programme_title
            edition = self._editions[capacity]
            standing = [each for each in consents.every(tx, person.id) if each.agreed and each.withdrawn_at is None]
            return Blanks(
                found, capacity, schools.get(tx, school), title, edition, programme.ends_on,
                written=any(each.way is not Way.TAP and each.capacity is not Capacity.ASSENT for each in standing),
                own=any(each.capacity is not Capacity.GUARDIAN for each in standing),
            )  # fmt: skip

        return await self._database.read(query)

    def receive(self, tx: Transaction, speaker: Speaker, sent: Sent) -> int:
        """One signed consent came back. Returns how many were noted: 1."""
        curator, person = person_for(tx, speaker, Deed.RECORD_PAPERS, sent.about)
        self._note(tx, curator, person, sent)
        return 1

    def receive_own(self, tx: Transaction, speaker: Speaker, sent: Sent) -> int:
        """A minor's own signed assent came back: of somebody who does not use the bot. Returns how many were noted: 1."""
        curator, person = person_for(tx, speaker, Deed.RECORD_PAPERS, sent.about)
        self._note(tx, curator, person, sent, own=True)
        return 1

    def receive_class(self, tx: Transaction, speaker: Speaker, sent: Sent) -> int:
        """The consents of a whole class came back: of everyone in it whose paper was missing."""
        curator, someone = person_for(tx, speaker, Deed.RECORD_PAPERS, sent.about)
        school = curator.school_id
        found = paper_consents.of_class(tx, school, _grown(tx, school), someone.school_class)
        for person in found:
            self._note(tx, curator, person, sent)
        return len(found)

    def still_wanted(self, tx: Transaction, notice: Notice) -> Values | None:
        """How many blanks are wanted: children who said that a parent signs on paper, and whose paper is missing."""
        grown = _grown(tx, notice.school_id)
        wanted = tx.value(
            "SELECT count(DISTINCT j.subject_id) FROM journal j JOIN persons p ON p.id = j.subject_id "
            "WHERE j.school_id = :school AND j.deed = 'wants-paper' AND p.removed_at IS NULL "
            "AND p.withdrawn_at IS NULL AND (p.birth_date > :grown "
            "OR p.birth_date IS NULL AND coalesce(p.age_band, '') <> 'adult') "
            "AND NOT EXISTS (SELECT 1 FROM consents c WHERE c.person_id = p.id AND c.capacity = 'guardian' "
            "AND c.way <> 'tap' AND c.withdrawn_at IS NULL)",
            school=notice.school_id,
            grown=grown,
        )
        return {"count": wanted} if wanted else None

    def still_noted(self, tx: Transaction, notice: Notice) -> Values | None:
        """The child hears that the paper is there."""
        standing = [each for each in consents.every(tx, notice.about) if each.withdrawn_at is None]
        return {} if any(each.way is Way.PAPER for each in standing) else None

    def _note(self, tx: Transaction, curator: Speaker, person: Person, sent: Sent, *, own: bool = False) -> None:
        if person.removed_at is not None:
            raise NotYours
        minor = is_minor(person, _today(tx, curator.school_id))
        capacity = _capacity(minor=minor, own=own)
        returned = date.fromisoformat(sent.text("returned_on"))
        if person.withdrawn_at is not None:
            come_back_on_paper(tx, person, capacity, returned, curator.person_id)
        programme = schools.programme(tx, curator.school_id)
        consents.give(
            tx,
            person.id,
            capacity,
            Way.PAPER,
            self._editions[capacity],
            agreed=True,
            given_by=None if capacity is Capacity.GUARDIAN else person.id,
            given_at=datetime.combine(returned, time(12), UTC),
            until=programme.ends_on if programme else None,
            original=sent.text("place"),
            checked_by=curator.person_id,
        )
        notices.write(
            tx,
            "paper-noted",
            school=person.school_id,
            person=person.id,
            about=person.id,
            revision=len(consents.every(tx, person.id)),
        )
        journal.note(tx, "paper-came", "person", person.id, school=person.school_id, by=curator.person_id)


def _capacity(*, minor: bool, own: bool) -> Capacity:
    if not minor:
        return Capacity.SELF
    return Capacity.ASSENT if own else Capacity.GUARDIAN


def _today(tx: Transaction, school: int) -> date:
    return tx.now.astimezone(schools.settings(tx, school).zone).date()


def _grown(tx: Transaction, school: int) -> date:
    """The birth date of whoever comes of age today (29 February counts from 1 March)."""
    today = _today(tx, school)
    try:
        return today.replace(year=today.year - ADULT_AT)
    except ValueError:
        return date(today.year - ADULT_AT, 3, 1)
