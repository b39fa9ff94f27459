"""Parents of minors: the link a child hands on, how a parent comes by it, the wish to sign on paper instead."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.people import Kind, Person, Speaker, is_minor
from mentoring.refusal import NotYours, Refusal
from services.digest import tell_curators
from services.joining import forget_later
from storage import accounts, guardianships, journal, links, people, schools
from storage.database import Database, Transaction
from storage.links import Link, Purpose

_MOST = 3  # guardians of a child who may come by the link


@dataclass(frozen=True, slots=True)
class Ward:
    """A child, as the parent who has just come is asked about."""

    child: Person
    guardian: Person


class Guardians:
    """Legal guardians and the children they answer for."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def link(self, speaker: Speaker) -> Link:
        """The link a minor hands on to a parent: always the same one. Raises NotYours for whoever needs none."""
        return await self._database.work(lambda tx: _link(tx, _minor(tx, speaker)))

    async def come(self, speaker: Speaker, link: Link) -> Ward:
        """A parent opened the link, on a phone of their own.

        Raises Refusal on the phone of the child, or of any other pupil: only a grown-up can consent for a child.
        """

        def unit(tx: Transaction) -> Ward:
            found = links.by_id(tx, link.id)
            if found is None or found.person_id is None:
                raise Refusal("link-unknown")
            child = people.get(tx, found.person_id)
            mine = accounts.people_of(tx, speaker.account_id)
            today = tx.now.astimezone(schools.settings(tx, child.school_id).zone).date()
            if any(each.id == child.id or (each.kind is Kind.PUPIL and is_minor(each, today)) for each in mine):
                raise Refusal("guardian-own-phone")
            if not is_minor(child, today):
                raise Refusal("guardian-not-needed")
            guardian = _guardian(tx, mine, child)
            accounts.speak_for(tx, speaker.account_id, guardian.id)
            return Ward(child, guardian)

        return await self._database.work(unit)

    async def on_paper(self, speaker: Speaker) -> Person:
        """The parent will sign on paper: curators hear that a blank is wanted."""

        def unit(tx: Transaction) -> Person:
            child = _minor(tx, speaker)
            journal.note(tx, "wants-paper", "person", child.id, school=child.school_id, by=child.id)
            tell_curators(tx, child.school_id, "papers-wanted")
            return child

        return await self._database.work(unit)


def _minor(tx: Transaction, speaker: Speaker) -> Person:
    child = accounts.as_account(tx, speaker.account_id).person
    if child is None or not is_minor(child, tx.now.astimezone(schools.settings(tx, child.school_id).zone).date()):
        raise NotYours
    return child


def _link(tx: Transaction, child: Person) -> Link:
    standing = links.for_person(tx, Purpose.GUARDIAN, child.id)
    return standing or links.make(tx, Purpose.GUARDIAN, school_id=child.school_id, person_id=child.id, made_by=child.id)


def _guardian(tx: Transaction, mine: list[Person], child: Person) -> Person:
    if any(guardianships.barred(tx, each.id, child.id) for each in mine):
        raise Refusal("guardian-barred")
    standing = people.guardians_of(tx, child.id)
    own = next((each for each in mine if each.kind is Kind.GUARDIAN and each.school_id == child.school_id), None)
    if own is not None and own.id in {each.id for each in standing}:
        return own
    listed = _listed(tx, standing) if own is None else None
    if listed is not None:
        journal.note(tx, "guardian-came", "person", child.id, school=child.school_id, by=listed.id)
        return listed
    if len(standing) >= _MOST:
        raise Refusal("guardian-enough")
    guardian = own or people.get(tx, people.add(tx, child.school_id, Kind.GUARDIAN))
    tx.run(
        "INSERT INTO guardianships (guardian_id, child_id, since) VALUES (:guardian, :child, :now)",
        guardian=guardian.id,
        child=child.id,
        now=tx.now,
    )
    if own is None:
        forget_later(tx, guardian)
    journal.note(tx, "guardian-came", "person", child.id, school=child.school_id, by=guardian.id)
    return guardian


def _listed(tx: Transaction, standing: list[Person]) -> Person | None:
    """The one parent a list of the school names whom nobody has come as yet; the curator still makes sure who it is."""
    waiting = [
        each
        for each in standing
        if each.name and not tx.value("SELECT 1 FROM account_persons WHERE person_id = :id", id=each.id)
    ]
    return waiting[0] if len(waiting) == 1 else None
