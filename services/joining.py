"""How people come in: an invitation is opened, and a person begins with it, by an open link or as one of a class list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from mentoring.people import AgeGroup, Kind, Person, Role, SchoolClass, Side, Speaker, age_on
from mentoring.people import Name as PersonName
from mentoring.refusal import NotYours, Refusal
from services.digest import tell_curators
from services.filling import Sent
from services.notices import Notice
from services.schools import Schools
from services.standing_in import may_enter_of
from storage import accounts, consents, journal, links, notices, participations, people, schools
from storage.database import Database, Transaction
from storage.forgetting import forget
from storage.links import Link, Purpose
from storage.notices import Lane

__all__ = ["PARTICIPANTS", "Found", "Joined", "Joining", "Purpose"]

FORGET_AFTER = timedelta(days=3)  # whoever did not agree by then leaves nothing
PARTICIPANTS = (Kind.PUPIL, Kind.TEACHER, Kind.STUDENT, Kind.PARTNER)
_FORMS = {"": "join", Kind.PUPIL: "join_pupil", Kind.TEACHER: "join_side", Kind.STUDENT: "join_birth"}
_CODED = {"join": "join_coded", "join_pupil": "join_pupil_coded", "join_birth": "join_birth_coded"}
"""In coded mode an age is asked as a band."""


@dataclass(frozen=True, slots=True)
class Found:
    """What an invitation is for; `form` asks what must be known first; `already` is who takes part through this account."""

    link: Link
    form: str = ""
    already: Person | None = None


@dataclass(frozen=True, slots=True)
class Joined:
    """Who came in, and which form asks what is still unknown; nobody, when they are younger than the school takes."""

    person: Person | None
    form: str = ""
    least_age: int = 0


class Joining:
    """Invitations opened by those who got them."""

    def __init__(self, database: Database, schools: Schools, curators: frozenset[int] = frozenset()) -> None:
        self._database = database
        self._schools = schools
        self._curators = curators

    def is_appointed(self, speaker: Speaker) -> bool:
        """Whether the configuration (CURATORS) makes this account a curator, and it is none yet."""
        return speaker.external_id in self._curators and Role.CURATOR not in speaker.roles

    async def appoint(self, speaker: Speaker) -> Speaker:
        """Make an appointed account a curator of the school there is, or of a new one."""
        return await self._schools.claim_by_configuration(speaker)

    async def look(self, speaker: Speaker, token: str) -> Found:
        """What a token opens. Raises Refusal for one closed, used up, expired or never made: all alike."""

        def query(tx: Transaction) -> Found:
            link = links.find(tx, token)
            if link is None or (link.purpose is Purpose.SHEET and not may_enter_of(tx, speaker, link.school_id)):
                raise Refusal("link-unknown")
            mine = [each for each in accounts.people_of(tx, speaker.account_id) if each.school_id == link.school_id]
            already = next((each for each in mine if _takes_part(tx, each)), None)
            return Found(link, _form_of(tx, link.school_id or 0, _FORMS.get(link.role, "")), already)

        return await self._database.read(query)

    async def claim(self, speaker: Speaker, link: Link) -> Speaker:
        """Become the first curator, by the claim link."""
        return await self._database.work(lambda tx: self._schools.claim(tx, speaker, link))

    async def come_as_partner(self, speaker: Speaker, link: Link) -> Joined:
        """A partner of the school by a link for partners: there is nothing to ask first."""

        def unit(tx: Transaction) -> Joined:
            return _join(tx, speaker, _still_open(tx, link.id), Kind.PARTNER, Side.MENTOR, None)

        return await self._database.work(unit)

    def receive_join(self, tx: Transaction, speaker: Speaker, sent: Sent) -> Joined:
        """Who they are and what they want is known: a person begins; about 0, somebody of a class list goes on."""
        born = date.fromisoformat(sent.text("birth_date")) if sent.text("birth_date") else None
        band = AgeGroup(sent.text("age_band")) if sent.text("age_band") else None
        side = Side(sent.text("side")) if sent.text("side") else None
        if sent.about == 0:
            return _go_on(tx, speaker, side, born, band)
        link = _still_open(tx, sent.about)
        kind = Kind(link.role or sent.text("kind"))
        joined = _join(tx, speaker, link, kind, side or Side.MENTOR, born)
        if band is not None and joined.person is not None:
            people.change(tx, joined.person.id, age_band=band)
        return joined

    async def come_as_listed(self, speaker: Speaker, link: Link) -> Joined:
        """Somebody of a class list comes by their own code, once.

        Raises Refusal when a parent of theirs speaks through this account: one phone must not answer for both.
        """

        def unit(tx: Transaction) -> Joined:
            person_id = _still_open(tx, link.id).person_id
            if person_id is None or not links.use(tx, link):
                raise Refusal("link-unknown")
            mine = {each.id for each in accounts.people_of(tx, speaker.account_id)}
            if mine & {each.id for each in people.guardians_of(tx, person_id)}:
                raise Refusal("join-parents-phone")
            accounts.speak_for(tx, speaker.account_id, person_id)
            person = people.get(tx, person_id)
            journal.note(tx, "joined-by-code", "person", person_id, school=person.school_id, by=person_id)
            return Joined(person, _unknown(tx, person))

        return await self._database.work(unit)

    async def come_back(self, speaker: Speaker) -> Joined:
        """Somebody of a class list who put it off goes on: what the list did not say is asked."""

        def query(tx: Transaction) -> Joined:
            person = accounts.as_account(tx, speaker.account_id).person
            if person is None or person.kind not in PARTICIPANTS:
                raise NotYours
            return Joined(person, _unknown(tx, person))

        return await self._database.read(query)

    async def come_as_staff(self, speaker: Speaker, link: Link) -> Joined:
        """Staff by an invitation that carries the role, a class teacher's the class too; admitted by whoever invited."""

        def unit(tx: Transaction) -> Joined:
            found = _still_open(tx, link.id)
            if found.school_id is None or not links.use(tx, found):
                raise Refusal("link-unknown")
            mine = [each for each in accounts.people_of(tx, speaker.account_id) if each.school_id == found.school_id]
            if any(each.kind is Kind.PUPIL for each in mine):
                raise Refusal("join-staff-not-pupil")
            grown = next((each.id for each in mine if each.kind in (Kind.STAFF, Kind.TEACHER)), None)
            person_id = grown or people.add(tx, found.school_id, Kind.STAFF, admitted_by=found.made_by)
            people.give_role(tx, person_id, Role(found.role), found.school_class)
            accounts.speak_for(tx, speaker.account_id, person_id)
            details = found.role
            journal.note(tx, "became-staff", "person", person_id, school=found.school_id, by=person_id, details=details)
            person = people.get(tx, person_id)
            nameless = not person.name and not schools.settings(tx, person.school_id).privacy.coded
            return Joined(person, "about_person" if nameless else "")

        return await self._database.work(unit)

    def receive_about(self, tx: Transaction, speaker: Speaker, sent: Sent) -> Person:
        """They gave their name, and class, post or place of work. Raises Refusal before their consent."""
        person = speaker.person
        if person is None:
            raise NotYours
        if person.kind in PARTICIPANTS and not consents.agreed(tx, person.id) and person.admitted_at is None:
            raise Refusal("consent-first")
        if sent.text("given"):  # not asked in coded mode
            people.rename(tx, person.id, PersonName(sent.text("family"), sent.text("given"), sent.text("patronymic")))
        level = sent.number("class_level")
        if level is not None:
            letter = sent.text("class_letter").upper()
            people.change(tx, person.id, class_level=level, class_letter=letter)
        for column in ("post", "workplace"):
            if sent.text(column):
                people.change(tx, person.id, **{column: sent.text(column)})
        journal.note(tx, "named", "person", person.id, school=person.school_id, by=person.id)
        if person.admitted_at is None and person.kind in PARTICIPANTS:
            tell_curators(tx, person.school_id, "newcomers")
        return people.get(tx, person.id)

    def forget(self, tx: Transaction, notice: Notice) -> None:
        """Whoever came by an open link or as a parent and never agreed to anything leaves nothing."""
        row = tx.one("SELECT * FROM persons WHERE id = :id", id=notice.about)
        if row is None:
            return
        person = people.person_of(row)
        silent = not consents.every(tx, person.id) and not consents.answered_by(tx, person.id)
        if silent and person.admitted_at is None:
            journal.note(tx, "forgotten", "person", person.id, school=person.school_id, by=None)
            forget(tx, person.id)


def forget_later(tx: Transaction, person: Person) -> None:
    """Whoever came and says nothing is forgotten in three days."""
    not_before = tx.now + FORGET_AFTER
    notices.write(
        tx, "forget", school=person.school_id, person=None, about=person.id, lane=Lane.DEED, not_before=not_before
    )


def _still_open(tx: Transaction, link_id: int) -> Link:
    link = links.by_id(tx, link_id)
    if link is None:
        raise Refusal("link-unknown")
    return link


def _join(tx: Transaction, speaker: Speaker, link: Link, kind: Kind, side: Side, born: date | None) -> Joined:
    if link.purpose is not Purpose.JOIN or link.school_id is None or kind not in PARTICIPANTS:
        raise Refusal("link-unknown")
    chosen = schools.settings(tx, link.school_id)
    today = tx.now.astimezone(chosen.zone).date()
    if kind is Kind.PUPIL and side is Side.MENTEE and born is not None and age_on(born, today) < chosen.least_age:
        return Joined(None, least_age=chosen.least_age)
    mine = [each for each in accounts.people_of(tx, speaker.account_id) if each.school_id == link.school_id]
    if any(_takes_part(tx, each) for each in mine):
        raise Refusal("join-already")
    if not links.use(tx, link):
        raise Refusal("link-unknown")
    person = _person(tx, mine, link, kind, born)
    accounts.speak_for(tx, speaker.account_id, person.id)
    if participations.take_side(tx, link.school_id, person.id, kind, side) is None:
        raise Refusal("join-no-programme")
    journal.note(tx, "joined", "person", person.id, school=link.school_id, by=person.id)
    return Joined(person)


def _person(tx: Transaction, mine: list[Person], link: Link, kind: Kind, born: date | None) -> Person:
    """A new person, or the member of staff who also wants to take part as a teacher."""
    staff = next((each for each in mine if each.kind is Kind.STAFF), None)
    if staff is not None and kind is Kind.TEACHER:
        people.change(tx, staff.id, kind=Kind.TEACHER)
        return people.get(tx, staff.id)
    school_class: SchoolClass | None = link.school_class if kind is Kind.PUPIL else None
    school = link.school_id or 0
    person = people.get(tx, people.add(tx, school, kind, birth_date=born, school_class=school_class))
    forget_later(tx, person)
    return person


def _go_on(tx: Transaction, speaker: Speaker, side: Side | None, born: date | None, band: AgeGroup | None) -> Joined:
    person = speaker.person
    if person is None:
        raise NotYours
    if born is not None and person.birth_date is None:
        people.change(tx, person.id, birth_date=born)
    if band is not None and person.birth_date is None:
        _grow(tx, person, band)
    if side is not None:
        participations.take_side(tx, person.school_id, person.id, person.kind, side)
    return Joined(people.get(tx, person.id))


def _grow(tx: Transaction, person: Person, band: AgeGroup) -> None:
    """An age told for the first time, or again a year later; nobody grows from under fourteen to eighteen in a year.

    What was tapped under fourteen is no assent of a fourteen-year-old (`services.ages`).
    """
    if person.age_band is AgeGroup.CHILD and band is AgeGroup.ADULT:
        return
    people.change(tx, person.id, age_band=band)
    if person.age_band is AgeGroup.CHILD and band is AgeGroup.TEEN:
        consents.outgrow(tx, person.id, tx.now)
    if person.age_band is not None:
        journal.note(tx, "age-told", "person", person.id, school=person.school_id, by=person.id)


def _unknown(tx: Transaction, person: Person) -> str:
    """The form that asks somebody of a class list what the list did not say."""
    unknown = person.birth_date is None and person.age_band is None
    birth = unknown and person.kind in (Kind.PUPIL, Kind.STUDENT)
    if _takes_part(tx, person) or person.kind not in PARTICIPANTS:
        form = "join_birth" if birth else ""
    else:
        form = "join_pupil" if birth else "join_side"
    return _form_of(tx, person.school_id, form)


def _form_of(tx: Transaction, school_id: int, form: str) -> str:
    return _CODED.get(form, form) if schools.settings(tx, school_id).privacy.coded else form


def _takes_part(tx: Transaction, person: Person) -> bool:
    return not people.roles(tx, person.id).isdisjoint({Role.MENTOR, Role.MENTEE})
