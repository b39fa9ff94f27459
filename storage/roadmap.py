"""The points of a programme's roadmap: when each is due, who answers for it, whether it is done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from mentoring.people import Role
from mentoring.refusal import NotYours
from mentoring.roadmap import Span, Standing
from storage.database import Row, Transaction
from storage.moments import maybe_time, to_date


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a programme's roadmap."""

    id: int
    programme_id: int
    number: str
    title: str  # the school's own wording; empty: the shipped one
    role: Role
    person_id: int | None  # who answers for it, if not everybody in the role
    standing: Standing
    done_at: datetime | None
    done_by: int | None
    note: str


def plan(tx: Transaction, programme_id: int, points: Iterable[tuple[Standing, str, Role]]) -> None:
    """Write a programme's points down: how each stands, its number, its role."""
    tx.run_many(
        "INSERT INTO roadmap_items (programme_id, stage, number, name, starts_on, ends_on, responsible_role) "
        "VALUES (:programme, :stage, :number, :name, :starts_on, :ends_on, :role)",
        [
            {
                "programme": programme_id,
                "stage": standing.stage,
                "number": number,
                "name": standing.name,
                "starts_on": standing.span.starts_on,
                "ends_on": standing.span.ends_on,
                "role": role,
            }
            for standing, number, role in points
        ],
    )


def points(tx: Transaction, programme_id: int) -> list[Point]:
    """All points in the order of the roadmap."""
    rows = tx.all("SELECT * FROM roadmap_items WHERE programme_id = :id ORDER BY stage, id", id=programme_id)
    return [_point(row) for row in rows]


def get(tx: Transaction, school_id: int, point_id: int) -> Point:
    """A point of the school's open programme. Raises NotYours for any other."""
    row = tx.one(
        "SELECT i.* FROM roadmap_items i JOIN programmes g ON g.id = i.programme_id "
        "WHERE i.id = :id AND g.school_id = :school AND g.closed_at IS NULL",
        id=point_id,
        school=school_id,
    )
    if row is None:
        raise NotYours
    return _point(row)


def close(tx: Transaction, point_id: int, by: int, note: str) -> bool:
    """Mark a point done; False when it is already."""
    return bool(
        tx.run(
            "UPDATE roadmap_items SET done_at = :now, done_by = :by, note = :note WHERE id = :id AND done_at IS NULL",
            now=tx.now,
            by=by,
            note=note,
            id=point_id,
        )
    )


def reopen(tx: Transaction, point_id: int) -> bool:
    """Take the mark back, keep the note; False when it is not done."""
    return bool(
        tx.run(
            "UPDATE roadmap_items SET done_at = NULL, done_by = NULL WHERE id = :id AND done_at IS NOT NULL",
            id=point_id,
        )
    )


def set_span(tx: Transaction, point_id: int, starts_on: date, ends_on: date) -> None:
    """Give a point other dates."""
    tx.run("UPDATE roadmap_items SET starts_on = :s, ends_on = :e WHERE id = :id", s=starts_on, e=ends_on, id=point_id)


def assign(tx: Transaction, point_id: int, role: Role, person_id: int | None) -> None:
    """Make everybody in a role, or one person, answer for a point."""
    tx.run(
        "UPDATE roadmap_items SET responsible_role = :role, responsible_id = :person WHERE id = :id",
        role=role,
        person=person_id,
        id=point_id,
    )


def _point(row: Row) -> Point:
    return Point(
        id=row["id"],
        programme_id=row["programme_id"],
        number=row["number"],
        title=row["title"],
        role=Role(row["responsible_role"]),
        person_id=row["responsible_id"],
        standing=Standing(
            name=row["name"],
            stage=row["stage"],
            span=Span(to_date(row["starts_on"]), to_date(row["ends_on"])),
            done=row["done_at"] is not None,
        ),
        done_at=maybe_time(row["done_at"]),
        done_by=row["done_by"],
        note=row["note"],
    )
