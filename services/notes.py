"""What third parties say of mentees (stage 2): their own lists, what they send, and who reads which of it.

All reading goes through `_read`: what a viewer's rights do not open is not there. A psychologist's note opens to
psychologists; the curator gets those answers of it that say so on themselves, and that a note exists.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentoring.baseline import FORMS, Phase, Source, subject
from mentoring.naming import shown
from mentoring.notes import DEEDS, READ_BY, ROLES, Party, asked_about, for_curator, form_of
from mentoring.people import Person, Speaker
from mentoring.questionnaire import Answers, Given, Line
from mentoring.questionnaire import Kind as QuestionKind
from mentoring.refusal import NotYours
from mentoring.rights import Deed, may
from services.authority import acting, person_for
from services.filling import Receiver, Sent
from services.notices import Notice, Values
from services.people import frame
from services.questionnaire_forms import Forms
from services.viewers import viewer
from storage import asks, journal, notes, people, schools
from storage.asks import Leaf as Subjects
from storage.asks import Subject
from storage.database import Database, Transaction
from storage.notes import Note
from storage.roster import Frame, Go

__all__ = ["Go", "Leaf", "Notes", "Party", "Said", "Seen", "Subject"]

PAGE = 8
_SOURCES = {Party.CLASS_TEACHER: Source.CLASS_TEACHER, Party.METHODIST: Source.METHODIST}


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of whom the speaker is asked about as one party; `done` of `everyone` are finished."""

    party: Party
    page: Subjects
    everyone: int
    done: int


@dataclass(frozen=True, slots=True)
class Said:
    """What one party said, as far as this viewer may read it; `kept_back`: there is more, behind the wall."""

    party: Party
    author: Person
    day: date
    lines: tuple[Line, ...]
    kept_back: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything said about a mentee that the viewer may read; which parties were asked, and may be asked now."""

    person: Person
    said: tuple[Said, ...]
    waiting: tuple[Party, ...]  # asked, nothing said yet
    askable: tuple[Party, ...]
    speaks_as: Party | None  # in what capacity the viewer is asked too
    consented: bool


class Notes:
    """Third parties' lists and what they said."""

    def __init__(self, database: Database, forms: Forms) -> None:
        self._database = database
        self._forms = forms

    async def waiting(self, speaker: Speaker) -> list[tuple[Party, int, int]]:
        """For the home screen: as what the speaker is asked, how many are done, of how many."""

        def query(tx: Transaction) -> list[tuple[Party, int, int]]:
            found = []
            for party in _parties(speaker):
                everyone, done = asks.counts(tx, frame(tx, speaker.school_id), party, speaker.person_id)
                if everyone:
                    found.append((party, done, everyone))
            return found

        return await self._database.read(query)

    async def leaf(self, speaker: Speaker, party: Party, go: Go = Go.ON, key: int = 0) -> Leaf:
        """A page of the speaker's list; `key` is the person at its edge. Raises NotYours for whoever is not of this party."""

        def query(tx: Transaction) -> Leaf:
            now = acting(tx, speaker, DEEDS[party])
            known = frame(tx, now.school_id)
            everyone, done = asks.counts(tx, known, party, now.person_id)
            return Leaf(party, asks.page(tx, known, party, now.person_id, go, key, PAGE), everyone, done)

        return await self._database.read(query)

    async def next_form(self, speaker: Speaker, party: Party, person_id: int) -> tuple[str, int]:
        """What the speaker answers next about a mentee of their list: its key, and what it is about."""
        return await self.scores_left(speaker, party, person_id) or (form_of(party), person_id)

    async def scores_left(self, speaker: Speaker, party: Party, person_id: int) -> tuple[str, int] | None:
        """The questionnaire of scores of whoever has told about a mentee and measures too; None: nothing is left."""

        def query(tx: Transaction) -> tuple[str, int] | None:
            _, found = _subject(tx, speaker, party, person_id)
            if not found.noted or found.measured:
                return None
            return FORMS[found.person.kind, _SOURCES[party]], subject(found.participation, Phase.ENTRY)

        return await self._database.read(query)

    async def own(self, speaker: Speaker, party: Party, person_id: int) -> Seen:
        """One mentee of the speaker's list: what they said themselves; a psychologist sees what others said too."""

        def unit(tx: Transaction) -> Seen:
            now, found = _subject(tx, speaker, party, person_id)
            every = notes.of_person(tx, _programme(tx, now), person_id)
            readable = (
                every if party is Party.PSYCHOLOGIST else [each for each in every if each.author_id == now.person_id]
            )
            if party is not Party.PARENT:
                _opened(tx, now, found.person)
            return Seen(found.person, self._read(tx, now, readable), (), (), party, consented=True)

        return await self._database.work(unit)

    async def about(self, speaker: Speaker, person_id: int) -> Seen:
        """For the curator: everything said about a mentee that the curator may read, and whom one may still ask."""

        def unit(tx: Transaction) -> Seen:
            now, person = person_for(tx, speaker, Deed.ASK_THIRD_PARTIES, person_id)
            known = frame(tx, now.school_id)
            every = notes.of_person(tx, known.programme_id, person_id)
            asked = asks.asked_of(tx, known.programme_id, person_id)
            said = {each.party for each in every}
            parties = asked_about(person.kind)
            consented = bool(parties) and asks.speaks_of(tx, known, parties[0], person_id)
            _opened(tx, now, person)
            return Seen(
                person,
                self._read(tx, now, every) if consented else (),
                tuple(each for each in parties if consented and each in asked - said),
                tuple(each for each in parties if consented and each not in asked | said),
                None,
                consented,
            )

        return await self._database.work(unit)

    def _read(self, tx: Transaction, reader: Speaker, every: list[Note]) -> tuple[Said, ...]:
        """What of these notes a reader may read: their own, and what the table of rights opens."""
        zone = schools.settings(tx, reader.school_id).zone
        authors = people.some(tx, (each.author_id for each in every))
        today = tx.now.astimezone(zone).date()
        found = []
        for each in every:
            answers = readable(reader, each)
            if answers is not None:
                day = each.at.astimezone(zone).date()
                lines = self._lines(tx, reader.school_id, each, answers, today)
                found.append(Said(each.party, authors[each.author_id], day, lines, len(answers) < len(each.answers)))
        return tuple(found)

    def _lines(self, tx: Transaction, school: int, note: Note, answers: Answers, today: date) -> tuple[Line, ...]:
        form = self._forms.of(tx, school, note.form, note.version)
        return tuple(
            line
            for line in form.review(answers, Given(today))
            if line.question.name in answers and line.question.kind is not QuestionKind.NOTE
        )


def readable(reader: Speaker, note: Note) -> Answers | None:
    """What of a note a reader may read; None: not even that there is one."""
    if note.author_id == reader.person_id and may(reader, DEEDS[note.party]):
        return note.answers
    if may(reader, READ_BY[note.party]):
        return note.answers
    if note.party is Party.PSYCHOLOGIST and may(reader, Deed.READ_NOTES):
        return for_curator(note.answers)
    return None


def receive(tx: Transaction, speaker: Speaker, sent: Sent) -> tuple[Party, Person]:
    """A third party has answered about somebody of their list."""
    party = next(each for each in Party if form_of(each) == sent.form)
    now, found = _subject(tx, speaker, party, sent.about)
    programme = _programme(tx, now)
    first = notes.write(
        tx, programme, found.person.id, party, now.person_id, sent.form, sent.version, dict(sent.answers)
    )
    deed = "note-written" if first else "note-changed"
    journal.note(tx, deed, "person", found.person.id, school=now.school_id, by=now.person_id, details=party)
    return party, found.person


def receivers() -> dict[str, Receiver]:
    """The receivers of all parties' forms."""
    return {form_of(party): receive for party in Party}


def guard(tx: Transaction, speaker: Speaker, form: str, about: int) -> None:
    """Nothing is opened about somebody who is not in the speaker's list, or whose consent is withdrawn."""
    _subject(tx, speaker, next(each for each in Party if form_of(each) == form), about)


def whom(tx: Transaction, speaker: Speaker, about: int) -> str:
    """About whom a third party is telling."""
    found = people.some(tx, [about]).get(about)
    return shown(found, speaker) if found and found.school_id == speaker.school_id else ""


def still_asked(tx: Transaction, notice: Notice) -> Values | None:
    """For a third party: about how many they are asked; None when everything is said. `about` is the party's place."""
    party = list(Party)[notice.about % len(Party)]
    receiver = viewer(tx, notice.person_id or 0)
    if not may(receiver, DEEDS[party]):
        return None
    everyone, done = asks.counts(tx, frame(tx, notice.school_id), party, receiver.person_id)
    return {"party": party.value, "left": everyone - done} if everyone > done else None


def _parties(speaker: Speaker) -> list[Party]:
    if speaker.person is None or not speaker.set_up:
        return []
    return [party for party in Party if ROLES[party] in speaker.roles and may(speaker, DEEDS[party])]


def _subject(tx: Transaction, speaker: Speaker, party: Party, person_id: int) -> tuple[Speaker, Subject]:
    now = acting(tx, speaker, DEEDS[party])
    found = asks.one(tx, frame(tx, now.school_id), party, now.person_id, person_id)
    if found is None:
        raise NotYours
    return now, found


def _programme(tx: Transaction, speaker: Speaker) -> int:
    known: Frame = frame(tx, speaker.school_id)
    return known.programme_id


def _opened(tx: Transaction, reader: Speaker, person: Person) -> None:
    journal.note(tx, "notes-opened", "person", person.id, school=reader.school_id, by=reader.person_id)
