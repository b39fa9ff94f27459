"""Invitations: open links for everyone, a kind of people or a class; staff invitations; class lists with personal codes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from mentoring.people import STAFF_ROLES, Kind, Name, Person, Role, SchoolClass, Side, Speaker
from mentoring.refusal import NotYours
from mentoring.rights import Deed
from services.authority import acting
from services.filling import Sent
from storage import codes, drafts, journal, links, participations, people, schools
from storage.database import Database, Transaction
from storage.links import Link, Purpose
from storage.schools import School

__all__ = ["Counted", "Invitations", "Inviting", "Link", "Listed", "Purpose"]
_STAFF_DAYS = timedelta(days=14)  # a staff invitation that nobody used
_OPEN_ROLES = ("", Kind.PUPIL, Kind.TEACHER, Kind.STUDENT, Kind.PARTNER)


@dataclass(frozen=True, slots=True)
class Invitations:
    """What is open now: join links (the one for everyone is last), staff invitations, codes not used yet."""

    school: School
    title: str
    joins: tuple[Link, ...]
    staff: tuple[Link, ...]
    codes: int


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody of a class list; no sides means that they choose."""

    name: Name
    school_class: SchoolClass
    birth_date: date | None = None
    sides: frozenset[Side] = frozenset()


@dataclass(frozen=True, slots=True)
class Counted:
    """How many of a list are new, and how many are known already."""

    new: int
    known: int


class Inviting:
    """The curator's invitations."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def open_ones(self, speaker: Speaker) -> Invitations:
        """Everything that is open; the link for everyone is made when there is none."""

        def unit(tx: Transaction) -> Invitations:
            curator = acting(tx, speaker, Deed.INVITE)
            school = curator.school_id
            joins = links.of_school(tx, school, Purpose.JOIN)
            if not any(link.role == "" and link.school_class is None for link in joins):
                joins.append(_make(tx, curator, Purpose.JOIN, ""))
            title = schools.settings(tx, school).programme_title
            staff = tuple(links.of_school(tx, school, Purpose.STAFF))
            return Invitations(schools.get(tx, school), title, tuple(joins), staff, codes.count(tx, school))

        return await self._database.work(unit)

    async def one(self, speaker: Speaker, link_id: int) -> tuple[Link, Invitations]:
        """One open invitation of the curator's school. Raises NotYours for any other."""
        found = await self.open_ones(speaker)
        for link in (*found.joins, *found.staff):
            if link.id == link_id:
                return link, found
        raise NotYours

    async def make(self, speaker: Speaker, purpose: Purpose, role: str) -> Link:
        """An open link for one kind of people, or a staff invitation for one role, used once."""

        def unit(tx: Transaction) -> Link:
            curator = acting(tx, speaker, Deed.INVITE)
            if role == Role.CURATOR:
                acting(tx, speaker, Deed.HAND_OVER)
            return _make(tx, curator, purpose, role)

        return await self._database.work(unit)

    def receive_class(self, tx: Transaction, speaker: Speaker, sent: Sent) -> Link:
        """A link for one class: about 0 for its pupils, about 1 for its class teacher."""
        curator = acting(tx, speaker, Deed.INVITE)
        school_class = SchoolClass(sent.number("class_level") or 1, sent.text("class_letter").upper())
        if sent.about:
            return _make(tx, curator, Purpose.STAFF, Role.CLASS_TEACHER, school_class)
        return _make(tx, curator, Purpose.JOIN, Kind.PUPIL, school_class)

    def receive_list(self, tx: Transaction, speaker: Speaker, sent: Sent) -> None:
        """A text is never a list: the form's own constraint refuses every one."""
        raise NotYours

    async def close(self, speaker: Speaker, link_id: int) -> None:
        """Close an invitation: it opens nothing any more."""

        def unit(tx: Transaction) -> None:
            curator = acting(tx, speaker, Deed.INVITE)
            if not links.close(tx, curator.school_id, link_id):
                raise NotYours
            journal.note(tx, "closed-link", "link", link_id, school=curator.school_id, by=curator.person_id)

        await self._database.work(unit)

    async def codes(self, speaker: Speaker) -> list[tuple[Person, str]]:
        """Everyone with a personal code not used yet, by class and name."""
        return await self._database.read(lambda tx: codes.waiting(tx, acting(tx, speaker, Deed.INVITE).school_id))

    async def today(self, speaker: Speaker) -> date:
        """The day it is at the school."""
        return await self._database.read(
            lambda tx: tx.now.astimezone(schools.settings(tx, acting(tx, speaker, Deed.INVITE).school_id).zone).date()
        )

    async def keep_file(self, speaker: Speaker, file_id: str) -> None:
        """Remember which file was previewed: its content is not kept before the curator confirms."""

        def unit(tx: Transaction) -> None:
            now = acting(tx, speaker, Deed.INVITE)
            if now.draft_id is not None:
                drafts.save(tx, now.draft_id, {"file": file_id}, "file")

        await self._database.work(unit)

    async def kept_file(self, speaker: Speaker) -> str:
        """The file that was previewed. Raises NotYours when there is none."""

        def query(tx: Transaction) -> str:
            now = acting(tx, speaker, Deed.INVITE)
            draft = drafts.get(tx, now.draft_id) if now.draft_id else None
            file = draft.answers.get("file") if draft and draft.form == "class_list" else None
            if not isinstance(file, str):
                raise NotYours
            return file

        return await self._database.read(query)

    async def count(self, speaker: Speaker, listed: Iterable[Listed]) -> Counted:
        """How many of a list would be added."""
        every = list(listed)

        def query(tx: Transaction) -> Counted:
            new = _unknown(tx, acting(tx, speaker, Deed.INVITE).school_id, every)
            return Counted(len(new), len(every) - len(new))

        return await self._database.read(query)

    async def bring_in(self, speaker: Speaker, listed: Iterable[Listed]) -> Counted:
        """Add everyone of a list who is not known yet, admitted by the curator, each with a personal code."""
        every = list(listed)

        def unit(tx: Transaction) -> Counted:
            curator = acting(tx, speaker, Deed.INVITE)
            new = _unknown(tx, curator.school_id, every)
            for each in new:
                _bring_in(tx, curator, each)
            if curator.draft_id is not None:
                drafts.drop(tx, curator.draft_id)
            return Counted(len(new), len(every) - len(new))

        return await self._database.work(unit)


def _make(
    tx: Transaction, curator: Speaker, purpose: Purpose, role: str, school_class: SchoolClass | None = None
) -> Link:
    staff = purpose is Purpose.STAFF
    if (staff and role not in STAFF_ROLES) or (not staff and role not in _OPEN_ROLES):
        raise NotYours
    link = links.make(
        tx,
        purpose,
        school_id=curator.school_id,
        role=role,
        school_class=school_class,
        made_by=curator.person_id,
        uses=1 if staff else None,
        expires_at=tx.now + _STAFF_DAYS if staff else None,
    )
    journal.note(tx, "made-link", "link", link.id, school=curator.school_id, by=curator.person_id, details=role)
    return link


def _unknown(tx: Transaction, school: int, listed: list[Listed]) -> list[Listed]:
    known = codes.pupils_known(tx, school)
    return [each for each in listed if _key(each) not in known]


def _key(listed: Listed) -> tuple[str, int, str]:
    name = listed.name
    return people.sought(name), listed.school_class.level, listed.school_class.letter


def _bring_in(tx: Transaction, curator: Speaker, listed: Listed) -> None:
    school = curator.school_id
    person = people.add(
        tx,
        school,
        Kind.PUPIL,
        name=listed.name,
        birth_date=listed.birth_date,
        school_class=listed.school_class,
        admitted_by=curator.person_id,
    )
    if len(listed.sides) == 1:
        participations.take_side(tx, school, person, Kind.PUPIL, next(iter(listed.sides)))
    codes.give(tx, school, person, curator.person_id)
    journal.note(tx, "listed", "person", person, school=school, by=curator.person_id)
