"""«Написать куратору»: a letter to the curators, their answer back; nobody learns anybody's address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mentoring.naming import shown
from mentoring.people import Person, Role, Speaker
from mentoring.refusal import NotYours, Refusal, TakenMeanwhile
from mentoring.rights import Deed, may
from services.authority import acting
from services.filling import Sent
from services.notices import Notice, Values
from services.viewers import viewer
from storage import journal, letters, notices, people, schools
from storage.database import Database, Transaction
from storage.letters import Letter

__all__ = ["Inbox", "Letter", "Letters", "Line", "Thread", "still_answered", "still_written"]

PAGE = 8


@dataclass(frozen=True, slots=True)
class Inbox:
    """One page of letters that wait: each with who wrote it and when (the school's time)."""

    lines: tuple[Line, ...]
    after: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One letter as it is shown; `person` None is the curators' side."""

    letter: Letter
    person: Person | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Thread:
    """A whole exchange, and with whom."""

    id: int
    person: Person
    lines: tuple[Line, ...]
    is_open: bool


class Letters:
    """Letters between people and their curators."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def inbox(self, speaker: Speaker, after: int = 0) -> Inbox:
        """Letters that wait for a curator, oldest first."""

        def query(tx: Transaction) -> Inbox:
            curator = acting(tx, speaker, Deed.ANSWER_LETTERS)
            zone = schools.settings(tx, curator.school_id).zone
            found = letters.waiting(tx, curator.school_id, after, PAGE + 1)
            lines = tuple(Line(letter, person, letter.at.astimezone(zone)) for letter, person in found[:PAGE])
            return Inbox(lines, len(found) > PAGE)

        return await self._database.read(query)

    async def thread(self, speaker: Speaker, thread_id: int) -> Thread:
        """An exchange as a curator sees it."""
        return await self._database.read(lambda tx: _thread(tx, speaker, thread_id))

    async def close(self, speaker: Speaker, thread_id: int) -> None:
        """Close an exchange without an answer."""

        def unit(tx: Transaction) -> None:
            found = _thread(tx, speaker, thread_id)
            if letters.close(tx, found.id):
                by = acting(tx, speaker, Deed.ANSWER_LETTERS)
                journal.note(tx, "letter-closed", "letter", found.id, school=by.school_id, by=by.person_id)

        await self._database.work(unit)

    def receive_letter(self, tx: Transaction, speaker: Speaker, sent: Sent) -> None:
        """A letter to the curators was written, a new one or (about) further in an exchange of one's own."""
        writer = acting(tx, speaker, Deed.WRITE_LETTER)
        thread = 0
        if sent.about:
            found = letters.get(tx, sent.about)
            if found is None or found.from_id != writer.person_id:
                raise NotYours
            thread = found.thread
        letter = letters.send(tx, writer.school_id, writer.person_id, sent.text("text"), thread=thread)
        for curator in people.with_role(tx, writer.school_id, Role.CURATOR):
            notices.write(tx, "letter", school=writer.school_id, person=curator.id, about=letter)
        journal.note(tx, "letter-written", "letter", letter, school=writer.school_id, by=writer.person_id)

    def receive_answer(self, tx: Transaction, speaker: Speaker, sent: Sent) -> int:
        """A curator answered: the person hears it from the bot. Returns the exchange's id.

        Raises TakenMeanwhile when another curator answered or closed it while this one was typing.
        """
        curator = acting(tx, speaker, Deed.ANSWER_LETTERS)
        found = _thread(tx, curator, sent.about)
        if not letters.close(tx, found.id):
            raise TakenMeanwhile("letter-answered-meanwhile")
        answer = letters.send(
            tx, curator.school_id, curator.person_id, sent.text("text"), to=found.person.id, thread=found.id
        )
        notices.write(tx, "letter-answer", school=curator.school_id, person=found.person.id, about=answer)
        journal.note(tx, "letter-answered", "letter", found.id, school=curator.school_id, by=curator.person_id)
        return found.id


def guard_letter(tx: Transaction, speaker: Speaker, form: str, about: int) -> None:
    """A curator does not write to the curators; everyone else of the school may."""
    if not may(speaker, Deed.WRITE_LETTER):
        raise Refusal("letter-nobody-to-write-to")


def _thread(tx: Transaction, speaker: Speaker, thread_id: int) -> Thread:
    curator = acting(tx, speaker, Deed.ANSWER_LETTERS)
    every = letters.thread(tx, thread_id)
    if not every or every[0].id != thread_id or every[0].school_id != curator.school_id:
        raise NotYours
    person = people.get(tx, every[0].from_id)
    zone = schools.settings(tx, curator.school_id).zone
    lines = tuple(
        Line(letter, person if letter.to_id is None else None, letter.at.astimezone(zone)) for letter in every
    )
    return Thread(thread_id, person, lines, any(letter.is_open for letter in every))


def still_written(tx: Transaction, notice: Notice) -> Values | None:
    """A letter that still waits, and who wrote it."""
    letter = letters.get(tx, notice.about)
    if letter is None or not letter.is_open or notice.person_id is None:
        return None
    writer = people.get(tx, letter.from_id)
    return {"who": shown(writer, viewer(tx, notice.person_id)), "text": letter.text, "thread": letter.thread}


def still_answered(tx: Transaction, notice: Notice) -> Values | None:
    """The curator's answer."""
    answer = letters.get(tx, notice.about)
    return None if answer is None else {"text": answer.text, "thread": answer.thread}
