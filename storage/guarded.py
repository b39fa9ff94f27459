"""Everybody of the schools in coded mode, with names, for the tripwire at the way out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from mentoring.private_text import phones
from storage.database import Transaction
from storage.moments import maybe_date


@dataclass(frozen=True, slots=True)
class Named:
    """A person and all that must not leave of them."""

    person_id: int
    school_id: int
    code: str
    family: str = field(repr=False)
    given: str = field(repr=False)
    patronymic: str = field(repr=False)
    born: date | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class Everybody:
    """The people, and the words by which their schools and heads are known to everyone, with the phones schools give."""

    people: tuple[Named, ...]
    open_words: frozenset[str]


_CODED = "(SELECT school_id FROM settings WHERE name = 'privacy_mode' AND value = 'coded')"


def version(tx: Transaction) -> tuple[int, ...]:
    """Grows whenever somebody may have come or been named: every such change leaves a line in the journal."""
    row = tx.one(
        "SELECT (SELECT max(id) FROM journal) AS lines, (SELECT max(id) FROM persons) AS persons, "
        "(SELECT count(*) FROM settings WHERE name = 'privacy_mode' AND value = 'coded') AS coded"
    )
    return (0, 0, 0) if row is None else (row["lines"] or 0, row["persons"] or 0, row["coded"])


def everybody(tx: Transaction) -> Everybody:
    """Everybody with a name or a birth date in a coded school."""
    people = tx.all(
        "SELECT id, school_id, code, family, given, patronymic, birth_date FROM persons "
        f"WHERE school_id IN {_CODED} AND (family <> '' OR birth_date IS NOT NULL) AND erased_at IS NULL ORDER BY id"
    )
    schools = tx.all(f"SELECT full_name, short_name, town, address, director_name FROM schools WHERE id IN {_CODED}")
    titles = tx.all(f"SELECT value FROM settings WHERE name = 'programme_title' AND school_id IN {_CODED}")
    return Everybody(
        tuple(
            Named(
                row["id"],
                row["school_id"],
                row["code"],
                row["family"],
                row["given"],
                row["patronymic"],
                maybe_date(row["birth_date"]),
            )
            for row in people
        ),
        frozenset(str(word) for row in (*schools, *titles) for word in tuple(row) if word) | _given_phones(tx),
    )


def _given_phones(tx: Transaction) -> frozenset[str]:
    """The phones by which schools are to be called: of them whatever else stands beside is looked through as all is."""
    rows = tx.all(
        "SELECT value FROM settings WHERE name IN ('safety_contacts', 'parents_contact') "
        f"AND school_id IN {_CODED} UNION ALL SELECT contact FROM schools WHERE id IN {_CODED}"
    )
    return frozenset(row[0][start:end].strip() for row in rows for start, end in phones(row[0]))


def tripped_since(tx: Transaction, school_id: int, since: datetime) -> int:
    """How often the tripwire held something back in a school."""
    return int(
        tx.value(
            "SELECT count(*) FROM journal WHERE deed = 'tripped' AND school_id = :school AND at >= :since",
            school=school_id,
            since=since,
        )
    )
