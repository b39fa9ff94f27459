"""People are added, named and given a side by the curator's hand."""

from __future__ import annotations

from mentoring.people import Kind, Name, Person, SchoolClass, Side, Speaker
from mentoring.questionnaire import Answers
from mentoring.refusal import Refusal
from mentoring.rights import Deed
from services.authority import acting, person_for
from services.filling import Sent
from storage import journal, links, participations, people, roster, schools
from storage.database import Database, Transaction
from storage.links import Purpose


class PeopleChanges:
    """What a curator does by hand about one person."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def personal_link(self, speaker: Speaker, person_id: int) -> tuple[Person, str]:
        """The token by which this one person comes in; the one there is, or a new one."""

        def unit(tx: Transaction) -> tuple[Person, str]:
            curator, person = person_for(tx, speaker, Deed.INVITE, person_id)
            link = links.for_person(tx, Purpose.PERSONAL, person_id) or links.make(
                tx,
                Purpose.PERSONAL,
                school_id=curator.school_id,
                person_id=person_id,
                made_by=curator.person_id,
                uses=1,
            )
            return person, link.token

        return await self._database.work(unit)

    async def parent_link(self, speaker: Speaker, child_id: int) -> tuple[Person, str]:
        """The token by which a parent of this child comes in: the same that the child hands on."""

        def unit(tx: Transaction) -> tuple[Person, str]:
            curator, child = person_for(tx, speaker, Deed.INVITE, child_id)
            link = links.for_person(tx, Purpose.GUARDIAN, child_id) or links.make(
                tx, Purpose.GUARDIAN, school_id=curator.school_id, person_id=child_id, made_by=curator.person_id
            )
            return child, link.token

        return await self._database.work(unit)

    async def take_side(self, speaker: Speaker, person_id: int, side: Side) -> None:
        """Give a person a side in the open programme. Raises Refusal when they take part already, or none is open."""

        def unit(tx: Transaction) -> None:
            curator, person = person_for(tx, speaker, Deed.CHANGE_PEOPLE, person_id)
            part = participations.take_side(tx, curator.school_id, person_id, person.kind, side)
            if part is None:
                raise Refusal("people-takes-part")
            journal.note(tx, "took-side", "person", person_id, school=curator.school_id, by=curator.person_id)

        await self._database.work(unit)

    async def trained(self, speaker: Speaker, person_id: int) -> None:
        """A mentor has been trained. Raises Refusal when no programme is open; a second time changes nothing."""

        def unit(tx: Transaction) -> None:
            curator, person = person_for(tx, speaker, Deed.CHANGE_PEOPLE, person_id)
            programme = schools.programme(tx, curator.school_id)
            if programme is None:
                raise Refusal("match-no-programme")
            today = tx.now.astimezone(schools.settings(tx, curator.school_id).zone).date()
            if participations.mark_trained(tx, programme.id, person.id, today):
                journal.note(tx, "trained", "person", person.id, school=curator.school_id, by=curator.person_id)

        await self._database.work(unit)

    def receive_search(self, tx: Transaction, speaker: Speaker, sent: Sent) -> bool:
        """What to look for was typed: it stays with the account, so that the list can be leafed through.

        In coded mode only a code is kept, or a given name where given names are shown; returns whether it was one.
        """
        curator = acting(tx, speaker, Deed.SEE_PEOPLE)
        text = sent.text("text")
        if curator.privacy.coded and not roster.code_in(text):
            known = not curator.privacy.by_code and roster.is_given(tx, curator.school_id, text)
            if not known:
                tx.run("UPDATE accounts SET sought = '' WHERE id = :id", id=curator.account_id)
                return False
        tx.run("UPDATE accounts SET sought = :text WHERE id = :id", text=text, id=curator.account_id)
        return True

    def receive_name(self, tx: Transaction, speaker: Speaker, sent: Sent) -> int:
        """The name, and a pupil's class, were corrected; returns the person's id."""
        curator, person = person_for(tx, speaker, Deed.CHANGE_PEOPLE, sent.about)
        people.rename(tx, person.id, _name(sent))
        if person.kind is Kind.PUPIL:
            wanted = _school_class(sent)
            people.change(
                tx,
                person.id,
                class_level=wanted.level if wanted else None,
                class_letter=wanted.letter if wanted else "",
            )
        journal.note(tx, "corrected", "person", person.id, school=curator.school_id, by=curator.person_id)
        return person.id

    def proposed_name(self, tx: Transaction, speaker: Speaker, about: int) -> Answers:
        """What stands now, to be kept or typed anew."""
        _, person = person_for(tx, speaker, Deed.CHANGE_PEOPLE, about)
        row = tx.one("SELECT family, given, patronymic FROM persons WHERE id = :id", id=person.id)
        standing_now: dict[str, str | int] = dict(row) if row else {}
        if person.school_class is not None:
            standing_now |= {"class_level": person.school_class.level, "class_letter": person.school_class.letter}
        return {name: answer for name, answer in standing_now.items() if answer != ""}

    def receive_person(self, tx: Transaction, speaker: Speaker, sent: Sent) -> int:
        """A person was added by hand: the curator who knows them has admitted them. Returns the id."""
        curator = acting(tx, speaker, Deed.CHANGE_PEOPLE)
        kind = Kind(sent.text("kind"))
        person_id = people.add(
            tx,
            curator.school_id,
            kind,
            name=_name(sent),
            school_class=_school_class(sent) if kind is Kind.PUPIL else None,
            post=sent.text("post"),
            workplace=sent.text("workplace"),
            admitted_by=curator.person_id,
        )
        if side := sent.text("side"):
            participations.take_side(tx, curator.school_id, person_id, kind, Side(side))
        journal.note(tx, "added", "person", person_id, school=curator.school_id, by=curator.person_id)
        return person_id


def _name(sent: Sent) -> Name:
    parts = (" ".join(sent.text(part).split()) for part in ("family", "given", "patronymic"))
    return Name(*parts)


def _school_class(sent: Sent) -> SchoolClass | None:
    level = sent.number("class_level")
    return None if level is None else SchoolClass(level, sent.text("class_letter").strip().upper())
