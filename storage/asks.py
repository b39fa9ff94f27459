"""Who is asked about which mentee, and how far it is; whoever's consent is not complete is in no list of these."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from mentoring.notes import Party
from mentoring.people import Kind, Person
from mentoring.standing import CONSENT_LACKS, Lack
from storage import lack_conditions, pages
from storage.database import Row, Transaction
from storage.people import person_of
from storage.roster import Frame, Go

AGREED = f"NOT {lack_conditions.lacking(*CONSENT_LACKS, Lack.WITHDRAWN)}"
"""That all of a mentee's consent to take part is there; `p` is the person and `q` the participation."""

FIRST_PART = (
    "q.id = (SELECT min(o.id) FROM participations o WHERE o.person_id = p.id "
    "AND o.programme_id = :programme AND o.side = 'mentee' AND o.left_at IS NULL)"
)
"""One line for each mentee, in however many forms they are."""

_MENTEES = f"persons p JOIN participations q ON {FIRST_PART}"
_MINE = {
    Party.CLASS_TEACHER: "(p.class_level, p.class_letter) IN (SELECT r.class_level, r.class_letter FROM staff_roles r "
    "WHERE r.person_id = :me AND r.role = 'class_teacher') AND ",
    Party.PARENT: "p.id IN (SELECT g.child_id FROM guardianships g WHERE g.guardian_id = :me AND g.barred_at IS NULL) AND ",
}
_STAFF = ("staff_roles r", "r.person_id", "r.role = :party")
_ADULTS = {  # a table, who in it, and which of its rows are of the mentee
    Party.CLASS_TEACHER: (
        "staff_roles r",
        "r.person_id",
        "r.role = :party AND r.class_level = p.class_level AND r.class_letter = p.class_letter",
    ),
    Party.PARENT: (
        "guardianships g",
        "g.guardian_id",
        "g.child_id = p.id AND g.barred_at IS NULL AND :party = 'parent'",
    ),
}
_ASKED = "EXISTS (SELECT 1 FROM asks a WHERE a.programme_id = :programme AND a.party = :party AND a.person_id = p.id)"
_NOTED = "EXISTS (SELECT 1 FROM notes n WHERE n.programme_id = :programme AND n.person_id = p.id AND n.party = :party)"
_NOTED_BY_ME = _NOTED.removesuffix(")") + " AND n.author_id = :me)"
_UNMEASURED = (
    "EXISTS (SELECT 1 FROM participations u WHERE u.person_id = p.id AND u.programme_id = :programme "
    "AND u.side = 'mentee' AND u.left_at IS NULL AND NOT EXISTS (SELECT 1 FROM measures m "
    "WHERE m.participation_id = u.id AND m.phase = 'entry' AND m.parameter = 'involvement'))"
)
_SCORING = (Party.CLASS_TEACHER, Party.METHODIST)  # who also measures, «involvement» among the rest


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
class Leaf:
    """A page of them, and whether there is more before and after."""

    subjects: tuple[Subject, ...]
    before: bool
    after: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """How many mentees there are for a party to speak of, how many it was asked about, of how many it spoke."""

    everyone: int
    asked: int
    noted: int


def page(tx: Transaction, frame: Frame, party: Party, me: int, go: Go, key: int, size: int) -> Leaf:
    """One page of whom somebody is asked about, by class and name."""
    condition, values = _mine(frame, party, me)
    found = pages.page(tx, f"{_select(party)} WHERE {condition}", values, pages.BY_CLASS, go, key, size)
    return Leaf(tuple(_subject(row) for row in found.rows), found.before, found.after)


def one(tx: Transaction, frame: Frame, party: Party, me: int, person_id: int) -> Subject | None:
    """One of those somebody is asked about; None for everyone else, whatever the reason."""
    condition, values = _mine(frame, party, me)
    row = tx.one(f"{_select(party)} WHERE p.id = :id AND {condition}", **values, id=person_id)
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
    condition, values = _mentees(frame, party)
    row = tx.one(
        f"SELECT count(*) AS everyone, coalesce(sum({_ASKED}), 0) AS asked, "
        f"coalesce(sum({_ASKED} AND {_NOTED}), 0) AS noted FROM {_MENTEES} WHERE {condition}",
        **values,
    )
    return Progress(row["everyone"], row["asked"], row["noted"]) if row else Progress(0, 0, 0)


def not_asked(tx: Transaction, frame: Frame, party: Party) -> list[int]:
    """The mentees a party has not been asked about: all of them, to ask about all of them."""
    return _ids(tx, frame, party, f"NOT {_ASKED}")


def waiting(tx: Transaction, frame: Frame, party: Party) -> list[int]:
    """The mentees a party has been asked about and has not spoken of: all of them, to remind of all of them."""
    return _ids(tx, frame, party, f"{_ASKED} AND NOT {_NOTED}")


def silent(tx: Transaction, frame: Frame, party: Party) -> list[tuple[int | None, str, int]]:
    """About how many of those a party has not spoken of nobody of it can be reached: class level, letter, how many."""
    condition, values = _mentees(frame, party)
    rows = tx.all(
        f"SELECT p.class_level, p.class_letter, count(*) AS people FROM {_MENTEES} WHERE {_unreached(party)} "
        f"AND NOT ({_ASKED} AND {_NOTED}) AND {condition} GROUP BY 1, 2 ORDER BY 1, 2",
        **values,
    )
    return [(row["class_level"], row["class_letter"], row["people"]) for row in rows]


def _unreached(party: Party) -> str:
    """That nobody of a party is in the messenger for `p`; teachers are looked for once by class, not once for each pupil."""
    table, adult, theirs = _ADULTS.get(party, _STAFF)
    there = (
        f"FROM {table} JOIN persons w ON w.id = {adult} JOIN account_persons l ON l.person_id = w.id "
        "WHERE w.school_id = :school AND w.removed_at IS NULL"
    )
    if party is Party.CLASS_TEACHER:
        classes = f"SELECT r.class_level, r.class_letter {there} AND r.role = :party AND r.class_level IS NOT NULL"
        return f"(coalesce(p.class_level, 0), p.class_letter) NOT IN ({classes})"
    return f"NOT EXISTS (SELECT 1 {there} AND {theirs})"


def reached(tx: Transaction, school_id: int, party: Party, person_ids: Iterable[int]) -> dict[int, list[int]]:
    """Who of a party can be reached in the messenger about each of these people; nobody: not among the keys."""
    ids = ",".join(str(int(each)) for each in set(person_ids))
    if not ids:
        return {}
    found: dict[int, list[int]] = {}
    table, adult, theirs = _ADULTS.get(party, _STAFF)
    for row in tx.all(
        f"SELECT DISTINCT p.id AS about, w.id AS receiver FROM persons p JOIN {table} ON {theirs} "
        f"JOIN persons w ON w.id = {adult} JOIN account_persons l ON l.person_id = w.id WHERE p.id IN ({ids}) "
        "AND w.school_id = :school AND w.removed_at IS NULL ORDER BY 1, 2",
        school=school_id,
        party=party,
    ):
        found.setdefault(row["about"], []).append(row["receiver"])
    return found


def speaks_of(tx: Transaction, frame: Frame, party: Party, person_id: int) -> bool:
    """Whether a party may be asked about this person at all: a mentee of the right kind with complete consent."""
    condition, values = _mentees(frame, party)
    return bool(tx.one(f"SELECT 1 FROM {_MENTEES} WHERE p.id = :id AND {condition}", **values, id=person_id))


def ask(tx: Transaction, programme: int, party: Party, person_ids: Iterable[int], by: int) -> list[int]:
    """Write down that a party is asked about these people; returns those it had not been asked about."""
    return [
        person
        for person in person_ids
        if tx.run(
            "INSERT INTO asks (programme_id, person_id, party, asked_by, asked_at) "
            "VALUES (:programme, :person, :party, :by, :now) ON CONFLICT DO NOTHING",
            programme=programme,
            person=person,
            party=party,
            by=by,
            now=tx.now,
        )
    ]


def asked_of(tx: Transaction, programme: int, person_id: int) -> set[Party]:
    """Which parties have been asked about a person."""
    rows = tx.all(
        "SELECT party FROM asks WHERE programme_id = :programme AND person_id = :person",
        programme=programme,
        person=person_id,
    )
    return {Party(row["party"]) for row in rows}


def _ids(tx: Transaction, frame: Frame, party: Party, more: str) -> list[int]:
    condition, values = _mentees(frame, party)
    rows = tx.all(f"SELECT p.id FROM {_MENTEES} WHERE {condition} AND {more} ORDER BY p.id", **values)
    return [row["id"] for row in rows]


def _mentees(frame: Frame, party: Party) -> tuple[str, dict[str, Any]]:
    """The condition that `p` is a mentee with complete consent of whom this party may speak, and its values."""
    kind = Kind.TEACHER if party is Party.METHODIST else Kind.PUPIL
    condition = f"p.school_id = :school AND p.removed_at IS NULL AND p.kind = :kind AND {AGREED}"
    return condition, {**frame.values(), "kind": kind, "party": party}


def _mine(frame: Frame, party: Party, me: int) -> tuple[str, dict[str, Any]]:
    condition, values = _mentees(frame, party)
    return f"{_MINE.get(party, '')}{_ASKED} AND {condition}", {**values, "me": me}


def _select(party: Party) -> str:
    return (
        f"SELECT p.*, q.id AS participation, {_noted(party)} AS noted, {_measured(party)} AS measured FROM {_MENTEES}"
    )


def _noted(party: Party) -> str:
    return _NOTED_BY_ME if party is Party.PARENT else _NOTED


def _measured(party: Party) -> str:
    return f"NOT {_UNMEASURED}" if party in _SCORING else "1 = 1"


def _subject(row: Row) -> Subject:
    return Subject(person_of(row), row["participation"], bool(row["noted"]), bool(row["measured"]))
