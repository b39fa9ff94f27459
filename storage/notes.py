"""Who has been asked about which mentee, and what they said; whoever's consent is not complete is in no list of these."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from mentoring.notes import Party
from mentoring.people import Kind, Person
from mentoring.questionnaire import Answers, answers_from
from mentoring.standing import CONSENT_LACKS, Lack
from storage import lack_conditions
from storage.database import Row, Transaction
from storage.moments import to_time
from storage.people import person_of
from storage.roster import Frame

_AGREED = f"NOT {lack_conditions.lacking(*CONSENT_LACKS, Lack.WITHDRAWN)}"
_MENTEES = (
    "persons p JOIN participations q ON q.id = (SELECT min(o.id) FROM participations o WHERE o.person_id = p.id "
    "AND o.programme_id = :programme AND o.side = 'mentee' AND o.left_at IS NULL)"
)
_MINE = {
    Party.CLASS_TEACHER: " AND EXISTS (SELECT 1 FROM staff_roles r WHERE r.person_id = :me "
    "AND r.role = 'class_teacher' AND r.class_level = p.class_level AND r.class_letter = p.class_letter)",
    Party.PARENT: " AND EXISTS (SELECT 1 FROM guardianships g WHERE g.guardian_id = :me AND g.child_id = p.id "
    "AND g.barred_at IS NULL)",
}
_STAFF = "JOIN staff_roles r ON r.role = :party JOIN persons w ON w.id = r.person_id"
_ADULTS = {
    Party.CLASS_TEACHER: "JOIN staff_roles r ON r.role = :party AND r.class_level = p.class_level "
    "AND r.class_letter = p.class_letter JOIN persons w ON w.id = r.person_id",
    Party.PARENT: "JOIN guardianships g ON g.child_id = p.id AND g.barred_at IS NULL "
    "JOIN persons w ON w.id = g.guardian_id AND :party = 'parent'",
}
_SOURCES = {
    Party.CLASS_TEACHER: "involvement",
    Party.METHODIST: "involvement",
}  # who also measures, and a measure of theirs


@dataclass(frozen=True, slots=True)
class Subject:
    """A mentee somebody is asked about: whether they said it (the measures too, where they measure)."""

    person: Person
    participation: int
    noted: bool
    measured: bool

    @property
    def done(self) -> bool:
        """Whether nothing is asked any more."""
        return self.noted and self.measured


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody said about a mentee."""

    person_id: int
    party: Party
    author_id: int
    form: str
    version: str
    answers: Answers
    at: datetime


@dataclass(frozen=True, slots=True)
class Progress:
    """How many mentees there are for a party to speak of, how many it was asked about, of how many it spoke."""

    everyone: int
    asked: int
    noted: int


def mentees(frame: Frame, party: Party) -> tuple[str, dict[str, Any]]:
    """The condition that `p` is a mentee with complete consent of whom this party may speak, and its values."""
    kind = Kind.TEACHER if party is Party.METHODIST else Kind.PUPIL
    condition = f"p.school_id = :school AND p.removed_at IS NULL AND p.kind = :kind AND {_AGREED}"
    return condition, {**frame.values(), "kind": kind, "party": party}


def _noted(party: Party) -> str:
    own = " AND n.author_id = :me" if party is Party.PARENT else ""
    return (
        "EXISTS (SELECT 1 FROM notes n WHERE n.programme_id = :programme AND n.person_id = p.id "
        f"AND n.party = :party{own})"
    )


def _measured(party: Party) -> str:
    if party not in _SOURCES:
        return "1 = 1"
    return (
        "EXISTS (SELECT 1 FROM measures m WHERE m.participation_id = q.id AND m.phase = 'entry' "
        f"AND m.parameter = '{_SOURCES[party]}')"
    )


def _mine(frame: Frame, party: Party, me: int) -> tuple[str, dict[str, Any]]:
    condition, values = mentees(frame, party)
    asked = (
        "EXISTS (SELECT 1 FROM asks a WHERE a.programme_id = :programme AND a.party = :party AND a.person_id = p.id)"
    )
    return f"{condition}{_MINE.get(party, '')} AND {asked}", {**values, "me": me}


def page(tx: Transaction, frame: Frame, party: Party, me: int, after: int, size: int) -> list[Subject]:
    """One page of whom somebody is asked about, by class and name, after the place `after`; and one more."""
    condition, values = _mine(frame, party, me)
    rows = tx.all(
        f"SELECT p.*, q.id AS participation, {_noted(party)} AS noted, {_measured(party)} AS measured FROM {_MENTEES} "
        f"WHERE {condition} ORDER BY p.class_level, p.class_letter, p.sought, p.id LIMIT :size OFFSET :after",
        **values,
        size=size + 1,
        after=after,
    )
    return [_subject(row) for row in rows]


def one(tx: Transaction, frame: Frame, party: Party, me: int, person_id: int) -> Subject | None:
    """One of those somebody is asked about; None for everyone else, whatever the reason."""
    condition, values = _mine(frame, party, me)
    row = tx.one(
        f"SELECT p.*, q.id AS participation, {_noted(party)} AS noted, {_measured(party)} AS measured FROM {_MENTEES} "
        f"WHERE p.id = :id AND {condition}",
        **values,
        id=person_id,
    )
    return None if row is None else _subject(row)


def counts(tx: Transaction, frame: Frame, party: Party, me: int) -> tuple[int, int]:
    """Of how many somebody is asked, and about how many nothing is asked any more."""
    condition, values = _mine(frame, party, me)
    row = tx.one(
        f"SELECT count(*) AS everyone, coalesce(sum({_noted(party)} AND {_measured(party)}), 0) AS done "
        f"FROM {_MENTEES} WHERE {condition}",
        **values,
    )
    return (row["everyone"], row["done"]) if row else (0, 0)


def progress(tx: Transaction, frame: Frame, party: Party) -> Progress:
    """How far a party is, over the whole programme."""
    condition, values = mentees(frame, party)
    noted = (
        "EXISTS (SELECT 1 FROM notes n WHERE n.programme_id = :programme AND n.person_id = p.id AND n.party = :party)"
    )
    asked = (
        "EXISTS (SELECT 1 FROM asks a WHERE a.programme_id = :programme AND a.party = :party AND a.person_id = p.id)"
    )
    row = tx.one(
        f"SELECT count(*) AS everyone, coalesce(sum({asked}), 0) AS asked, "
        f"coalesce(sum({asked} AND {noted}), 0) AS noted FROM {_MENTEES} WHERE {condition}",
        **values,
    )
    return Progress(row["everyone"], row["asked"], row["noted"]) if row else Progress(0, 0, 0)


def not_asked(tx: Transaction, frame: Frame, party: Party) -> list[int]:
    """The mentees a party has not been asked about."""
    condition, values = mentees(frame, party)
    rows = tx.all(
        f"SELECT p.id FROM {_MENTEES} WHERE {condition} AND NOT EXISTS (SELECT 1 FROM asks a "
        "WHERE a.programme_id = :programme AND a.party = :party AND a.person_id = p.id) ORDER BY p.id",
        **values,
    )
    return [row["id"] for row in rows]


def waiting(tx: Transaction, frame: Frame, party: Party) -> list[int]:
    """The mentees a party has been asked about and has not spoken of."""
    condition, values = mentees(frame, party)
    rows = tx.all(
        f"SELECT p.id FROM {_MENTEES} WHERE {condition} AND EXISTS (SELECT 1 FROM asks a "
        "WHERE a.programme_id = :programme AND a.party = :party AND a.person_id = p.id) AND NOT EXISTS ("
        "SELECT 1 FROM notes n WHERE n.programme_id = :programme AND n.person_id = p.id AND n.party = :party) ORDER BY p.id",
        **values,
    )
    return [row["id"] for row in rows]


def _adults(party: Party) -> str:
    return _ADULTS.get(party, _STAFF)


def speaks_of(tx: Transaction, frame: Frame, party: Party, person_id: int) -> bool:
    """Whether a party may be asked about this person at all: a mentee of the right kind with complete consent."""
    condition, values = mentees(frame, party)
    return bool(tx.one(f"SELECT 1 FROM {_MENTEES} WHERE p.id = :id AND {condition}", **values, id=person_id))


def ask(tx: Transaction, programme: int, party: Party, person_ids: Iterable[int], by: int) -> int:
    """Write down that a party is asked about these people; returns how many are new."""
    return sum(
        tx.run(
            "INSERT INTO asks (programme_id, person_id, party, asked_by, asked_at) "
            "VALUES (:programme, :person, :party, :by, :now) ON CONFLICT DO NOTHING",
            programme=programme,
            person=person,
            party=party,
            by=by,
            now=tx.now,
        )
        for person in person_ids
    )


def asked_of(tx: Transaction, programme: int, person_id: int) -> set[Party]:
    """Which parties have been asked about a person."""
    rows = tx.all(
        "SELECT party FROM asks WHERE programme_id = :programme AND person_id = :person",
        programme=programme,
        person=person_id,
    )
    return {Party(row["party"]) for row in rows}


def reached(tx: Transaction, school_id: int, party: Party, person_ids: Iterable[int]) -> dict[int, list[int]]:
    """Who of a party can be reached in the messenger about each of these people; nobody: not among the keys."""
    ids = ",".join(str(int(each)) for each in set(person_ids))
    if not ids:
        return {}
    found: dict[int, list[int]] = {}
    for row in tx.all(
        f"SELECT DISTINCT p.id AS about, w.id AS receiver FROM persons p {_adults(party)} "
        "JOIN account_persons l ON l.person_id = w.id "
        f"WHERE p.id IN ({ids}) AND w.school_id = :school AND w.removed_at IS NULL ORDER BY 1, 2",
        school=school_id,
        party=party,
    ):
        found.setdefault(row["about"], []).append(row["receiver"])
    return found


def write(
    tx: Transaction, programme: int, person: int, party: Party, author: int, form: str, version: str, answers: Answers
) -> bool:
    """Keep what somebody said, in place of what they said before; True when it is the first time."""
    first = (
        tx.one(
            "SELECT 1 FROM notes WHERE programme_id = :programme AND person_id = :person AND party = :party "
            "AND author_id = :author",
            programme=programme,
            person=person,
            party=party,
            author=author,
        )
        is None
    )
    tx.run(
        "INSERT INTO notes (programme_id, person_id, party, author_id, form, version, answers, written_at) "
        "VALUES (:programme, :person, :party, :author, :form, :version, :answers, :now) "
        "ON CONFLICT (programme_id, person_id, party, author_id) DO UPDATE SET form = excluded.form, "
        "version = excluded.version, answers = excluded.answers, changed_at = excluded.written_at",
        programme=programme,
        person=person,
        party=party,
        author=author,
        form=form,
        version=version,
        answers=json.dumps(dict(answers), ensure_ascii=False, separators=(",", ":")),
        now=tx.now,
    )
    return first


def of_person(tx: Transaction, programme: int, person_id: int) -> list[Note]:
    """Everything said about a person in a programme, by party and time. What a viewer reads of it is decided above."""
    rows = tx.all(
        "SELECT * FROM notes WHERE programme_id = :programme AND person_id = :person ORDER BY party, id",
        programme=programme,
        person=person_id,
    )
    return [note_of(row) for row in rows]


def of_programme(tx: Transaction, frame: Frame) -> list[Note]:
    """Everything said about people whose consent is complete, for papers. What a viewer reads is decided above."""
    rows = tx.all(
        f"SELECT n.* FROM notes n JOIN persons p ON p.id = n.person_id JOIN participations q ON q.id = "
        "(SELECT min(o.id) FROM participations o WHERE o.person_id = p.id AND o.programme_id = :programme "
        "AND o.side = 'mentee' AND o.left_at IS NULL) WHERE n.programme_id = :programme AND p.school_id = :school "
        f"AND p.removed_at IS NULL AND {_AGREED} ORDER BY n.form, n.id",
        **frame.values(),
    )
    return [note_of(row) for row in rows]


def note_of(row: Row) -> Note:
    """A row of `notes` as a value."""
    return Note(
        row["person_id"],
        Party(row["party"]),
        row["author_id"],
        row["form"],
        row["version"],
        answers_from(json.loads(row["answers"])),
        to_time(row["changed_at"] or row["written_at"]),
    )


def _subject(row: Row) -> Subject:
    return Subject(person_of(row), row["participation"], bool(row["noted"]), bool(row["measured"]))
