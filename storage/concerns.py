"""Concerns of pupils, who is told of each, and their own journal, which the general one knows nothing of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from mentoring.concerns import Adult, Outcome, Step
from mentoring.refusal import NotYours
from storage import people
from storage.database import Row, Transaction
from storage.moments import maybe_time, to_time
from storage.people import person_of


@dataclass(frozen=True, slots=True)
class Concern:
    """One concern: of whom, since when, and who answers for it."""

    id: int
    school_id: int
    person_id: int
    at: datetime
    again_at: datetime
    shared: bool
    words: str
    recalled_at: datetime | None
    taken_by: int | None
    taken_at: datetime | None
    closed_at: datetime | None
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the journal of a concern."""

    step: Step
    by: int | None
    words: str
    at: datetime


def get(tx: Transaction, concern_id: int) -> Concern:
    """The concern. Raises NotYours for an unknown id."""
    row = tx.one("SELECT * FROM concerns WHERE id = :id", id=concern_id)
    if row is None:
        raise NotYours
    return concern_of(row)


def open_of(tx: Transaction, person_id: int) -> Concern | None:
    """The open concern of a pupil, if there is one."""
    row = tx.one("SELECT * FROM concerns WHERE person_id = :id AND closed_at IS NULL", id=person_id)
    return None if row is None else concern_of(row)


def begin(tx: Transaction, school: int, person_id: int, *, shared: bool) -> int:
    """A pupil has said it; returns the concern's id."""
    concern = tx.insert(
        "concerns", school_id=school, person_id=person_id, at=tx.now, again_at=tx.now, shared=int(shared)
    )
    note(tx, concern, Step.SAID)
    return concern


def note(tx: Transaction, concern_id: int, step: Step, by: int | None = None, words: str = "") -> None:
    """Write a line of its journal."""
    tx.insert("concern_steps", concern_id=concern_id, kind=step, by_id=by, words=words, at=tx.now)


def journal(tx: Transaction, concern_id: int) -> list[Line]:
    """Its journal, oldest first."""
    rows = tx.all("SELECT * FROM concern_steps WHERE concern_id = :id ORDER BY id", id=concern_id)
    return [Line(Step(row["kind"]), row["by_id"], row["words"], to_time(row["at"])) for row in rows]


def said_again(tx: Transaction, concern_id: int) -> None:
    """The pupil has said it once more, also after «нажал(а) случайно»."""
    tx.run("UPDATE concerns SET again_at = :now, recalled_at = NULL WHERE id = :id", now=tx.now, id=concern_id)
    note(tx, concern_id, Step.AGAIN)


def add_words(tx: Transaction, concern_id: int, words: str) -> None:
    """The pupil's own words, below those that are there."""
    tx.run(
        "UPDATE concerns SET words = CASE words WHEN '' THEN :words ELSE words || char(10) || :words END WHERE id = :id",
        words=words,
        id=concern_id,
    )
    note(tx, concern_id, Step.ADDED)


def recall(tx: Transaction, concern_id: int) -> bool:
    """«Нажал(а) случайно»; False when it was recalled before."""
    hit = tx.run(
        "UPDATE concerns SET recalled_at = :now WHERE id = :id AND recalled_at IS NULL AND closed_at IS NULL",
        now=tx.now,
        id=concern_id,
    )
    if hit:
        note(tx, concern_id, Step.RECALLED)
    return bool(hit)


def take(tx: Transaction, concern_id: int, by: int) -> bool:
    """An adult answers for it from now on; False when somebody else was first."""
    hit = tx.run(
        "UPDATE concerns SET taken_by = :by, taken_at = :now WHERE id = :id AND taken_by IS NULL AND closed_at IS NULL",
        by=by,
        now=tx.now,
        id=concern_id,
    )
    if hit:
        note(tx, concern_id, Step.TAKEN, by)
    return bool(hit)


def release(tx: Transaction, concern_id: int, by: int) -> None:
    """Whoever had taken it passes it on: told last from now on."""
    tx.run("UPDATE concerns SET taken_by = NULL, taken_at = NULL WHERE id = :id", id=concern_id)
    tx.run(
        "UPDATE concern_calls SET times = (SELECT max(c.times) + 1 FROM concern_calls c WHERE c.concern_id = :id) "
        "WHERE concern_id = :id AND adult_id = :by",
        id=concern_id,
        by=by,
    )
    note(tx, concern_id, Step.PASSED, by)


def close(tx: Transaction, concern_id: int, by: int, outcome: Outcome) -> None:
    """It is over."""
    tx.run(
        "UPDATE concerns SET closed_at = :now, outcome = :outcome WHERE id = :id",
        now=tx.now,
        outcome=outcome,
        id=concern_id,
    )
    note(tx, concern_id, Step.CLOSED, by)


def line_up(tx: Transaction, concern_id: int, adults: Sequence[int]) -> None:
    """These are told, in this order, after whoever stands in the line already."""
    for adult in adults:
        tx.run(
            "INSERT INTO concern_calls (concern_id, adult_id, place) VALUES (:id, :adult, "
            "(SELECT count(*) FROM concern_calls WHERE concern_id = :id)) ON CONFLICT DO NOTHING",
            id=concern_id,
            adult=adult,
        )


def bar(tx: Transaction, concern_id: int, adult: int) -> None:
    """The pupil would not have this adult told."""
    line_up(tx, concern_id, [adult])
    tx.run(
        "UPDATE concern_calls SET barred = 1 WHERE concern_id = :id AND adult_id = :adult", id=concern_id, adult=adult
    )


def put_first(tx: Transaction, concern_id: int, adult: int) -> None:
    """The pupil wants this adult told, and before the others."""
    line_up(tx, concern_id, [adult])
    tx.run(
        "UPDATE concern_calls SET barred = 0, place = (SELECT min(c.place) - 1 FROM concern_calls c "
        "WHERE c.concern_id = :id) WHERE concern_id = :id AND adult_id = :adult",
        id=concern_id,
        adult=adult,
    )


def next_of(tx: Transaction, concern_id: int, among: Sequence[int]) -> int | None:
    """Whose turn it is of these adults: told least often, then by the order; nobody who is barred."""
    ids = ", ".join(str(int(each)) for each in among) or "NULL"
    found = tx.value(
        f"SELECT adult_id FROM concern_calls WHERE concern_id = :id AND barred = 0 AND adult_id IN ({ids}) "
        "ORDER BY times, place LIMIT 1",
        id=concern_id,
    )
    return None if found is None else int(found)


def count_call(tx: Transaction, concern_id: int, adult: int) -> int:
    """The adult is told now; returns how many calls there have been, whomever they went to."""
    tx.run(
        "UPDATE concern_calls SET times = times + 1, called_at = :now WHERE concern_id = :id AND adult_id = :adult",
        now=tx.now,
        id=concern_id,
        adult=adult,
    )
    note(tx, concern_id, Step.CALLED, adult)
    return calls(tx, concern_id)


def calls(tx: Transaction, concern_id: int) -> int:
    """How many calls there have been."""
    found = "SELECT count(*) FROM concern_steps WHERE concern_id = :id AND kind = 'called'"
    return int(tx.value(found, id=concern_id))


def fewest_calls(tx: Transaction, concern_id: int, among: Sequence[int]) -> int:
    """How often the one of these who has been told least was told."""
    ids = ", ".join(str(int(each)) for each in among) or "NULL"
    return int(
        tx.value(
            f"SELECT coalesce(min(times), 0) FROM concern_calls WHERE concern_id = :id AND barred = 0 "
            f"AND adult_id IN ({ids})",
            id=concern_id,
        )
    )


def told(tx: Transaction, concern_id: int) -> list[int]:
    """Everyone who has been told of it."""
    rows = tx.all(
        "SELECT adult_id FROM concern_calls WHERE concern_id = :id AND times > 0 AND barred = 0 ORDER BY place",
        id=concern_id,
    )
    return [row["adult_id"] for row in rows]


def was_told(tx: Transaction, concern_id: int, adult: int) -> bool:
    """Whether this adult has been told of it."""
    return adult in told(tx, concern_id)


def open_for(tx: Transaction, adult: int) -> list[Concern]:
    """The open concerns that an adult has been told of, oldest first."""
    rows = tx.all(
        "SELECT c.* FROM concern_calls l JOIN concerns c ON c.id = l.concern_id "
        "WHERE l.adult_id = :adult AND l.times > 0 AND l.barred = 0 AND c.closed_at IS NULL ORDER BY c.at, c.id",
        adult=adult,
    )
    return [concern_of(row) for row in rows]


def close_to(tx: Transaction, person_id: int) -> frozenset[int]:
    """Who is or was in a pair with a pupil, and the pupil's relatives, also those who may not decide for them."""
    rows = tx.all(
        "SELECT m.mentor_person_id AS id FROM members m JOIN participations p ON p.id = m.mentee_id "
        "WHERE p.person_id = :id "
        "UNION SELECT p.person_id FROM members m JOIN participations p ON p.id = m.mentee_id "
        "WHERE m.mentor_person_id = :id "
        "UNION SELECT guardian_id FROM guardianships WHERE child_id = :id "
        "UNION SELECT child_id FROM guardianships WHERE guardian_id = :id "
        "UNION SELECT l.person_id FROM account_persons l JOIN account_persons o ON o.account_id = l.account_id "
        "WHERE o.person_id = :id",
        id=person_id,
    )
    return frozenset(row["id"] for row in rows)


_REACHABLE = (
    "EXISTS (SELECT 1 FROM account_persons l JOIN accounts a ON a.id = l.account_id "
    "WHERE l.person_id = p.id AND a.unreachable_at IS NULL)"
)


def named(tx: Transaction, school_id: int) -> list[Adult]:
    """The adults the school has named, in order."""
    rows = tx.all(
        f"SELECT p.*, {_REACHABLE} AS reachable FROM safety_adults s JOIN persons p ON p.id = s.person_id "
        "WHERE s.school_id = :school AND p.removed_at IS NULL AND p.withdrawn_at IS NULL ORDER BY s.place, p.id",
        school=school_id,
    )
    return _adults(tx, rows)


def by_post(tx: Transaction, school_id: int) -> list[Adult]:
    """Psychologists, then curators, then the head."""
    rows = tx.all(
        f"SELECT p.*, {_REACHABLE} AS reachable FROM staff_roles r JOIN persons p ON p.id = r.person_id "
        "WHERE p.school_id = :school AND p.removed_at IS NULL AND r.role IN ('psychologist', 'curator', 'head') "
        "ORDER BY CASE r.role WHEN 'psychologist' THEN 0 WHEN 'curator' THEN 1 ELSE 2 END, r.since, p.id",
        school=school_id,
    )
    return _adults(tx, rows)


def anybody_answers(tx: Transaction, school_id: int) -> bool:
    """Whether there is an adult whom a pupil's concern would reach: of those named, or by post."""
    return bool(
        tx.value(
            "SELECT EXISTS (SELECT 1 FROM staff_roles r JOIN persons p ON p.id = r.person_id WHERE p.school_id = :school "
            f"AND r.role IN ('psychologist', 'curator', 'head') AND p.removed_at IS NULL AND {_REACHABLE}) "
            "OR EXISTS (SELECT 1 FROM safety_adults s JOIN persons p ON p.id = s.person_id WHERE s.school_id = :school "
            f"AND p.removed_at IS NULL AND p.withdrawn_at IS NULL AND {_REACHABLE})",
            school=school_id,
        )
    )


def _adults(tx: Transaction, rows: Sequence[Row]) -> list[Adult]:
    return [Adult(person_of(row), people.roles(tx, row["id"]), bool(row["reachable"])) for row in rows]


def concern_of(row: Row) -> Concern:
    """The concern of a row."""
    return Concern(
        id=row["id"],
        school_id=row["school_id"],
        person_id=row["person_id"],
        at=to_time(row["at"]),
        again_at=to_time(row["again_at"]),
        shared=bool(row["shared"]),
        words=row["words"],
        recalled_at=maybe_time(row["recalled_at"]),
        taken_by=row["taken_by"],
        taken_at=maybe_time(row["taken_at"]),
        closed_at=maybe_time(row["closed_at"]),
        outcome=Outcome(row["outcome"]) if row["outcome"] else None,
    )
