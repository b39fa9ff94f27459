"""Letters to the curators and the answers to them: threads, each begun by one letter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mentoring.people import Person
from storage.database import Row, Transaction
from storage.moments import to_time
from storage.people import person_of

THREAD = 12  # letters of a thread that a screen shows, the latest


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter; `to_id` None is to the curators, `thread` the letter it all began with."""

    id: int
    school_id: int
    from_id: int
    to_id: int | None
    thread: int
    text: str
    at: datetime
    is_open: bool


def send(tx: Transaction, school: int, writer: int, text: str, *, to: int | None = None, thread: int = 0) -> int:
    """Write a letter down; `thread` 0 begins a new one. Returns the letter's id."""
    return tx.insert(
        "letters", school_id=school, from_id=writer, to_id=to, answers_id=thread or None, text=text, at=tx.now
    )


def get(tx: Transaction, letter_id: int) -> Letter | None:
    """The letter."""
    row = tx.one("SELECT * FROM letters WHERE id = :id", id=letter_id)
    return None if row is None else _letter(row)


def thread(tx: Transaction, thread_id: int) -> list[Letter]:
    """The latest letters of a thread, oldest of them first."""
    rows = tx.all(
        "SELECT * FROM letters WHERE id = :id UNION ALL SELECT * FROM (SELECT * FROM letters "
        "WHERE answers_id = :id ORDER BY id DESC LIMIT :limit)",
        id=thread_id,
        limit=THREAD - 1,
    )
    return sorted((_letter(row) for row in rows), key=lambda letter: letter.id)


def waiting(tx: Transaction, school: int, after: int, limit: int) -> list[tuple[Letter, Person]]:
    """Letters to the curators that nobody has answered or closed, oldest first, with who wrote."""
    rows = tx.all(
        "SELECT * FROM letters WHERE school_id = :school AND to_id IS NULL AND closed_at IS NULL AND id > :after "
        "ORDER BY id LIMIT :limit",
        school=school,
        after=after,
        limit=limit,
    )
    letters = [_letter(row) for row in rows]
    ids = ",".join(str(letter.from_id) for letter in letters)
    known = {row["id"]: person_of(row) for row in (tx.all(f"SELECT * FROM persons WHERE id IN ({ids})") if ids else [])}
    return [(letter, known[letter.from_id]) for letter in letters]


def count_waiting(tx: Transaction, school: int) -> int:
    """How many letters wait for a curator."""
    return int(
        tx.value(
            "SELECT count(*) FROM letters WHERE school_id = :school AND to_id IS NULL AND closed_at IS NULL",
            school=school,
        )
    )


def close(tx: Transaction, thread_id: int) -> int:
    """Nothing of this thread waits for a curator any more; returns how many letters did."""
    return tx.run(
        "UPDATE letters SET closed_at = :now WHERE to_id IS NULL AND closed_at IS NULL "
        "AND id IN (SELECT :id UNION SELECT id FROM letters WHERE answers_id = :id)",
        now=tx.now,
        id=thread_id,
    )


def _letter(row: Row) -> Letter:
    return Letter(
        id=row["id"],
        school_id=row["school_id"],
        from_id=row["from_id"],
        to_id=row["to_id"],
        thread=row["answers_id"] or row["id"],
        text=row["text"],
        at=to_time(row["at"]),
        is_open=row["to_id"] is None and row["closed_at"] is None,
    )
