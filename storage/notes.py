"""What third parties said about mentees. Who may read which of it is decided above (`services/notes.readable`)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from mentoring.notes import Party
from mentoring.questionnaire import Answers, answers_from
from storage.database import Row, Transaction
from storage.moments import to_time


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
