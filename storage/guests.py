"""Who was invited to a group meeting, what they answered, and whether they came."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mentoring.gatherings import Came, Reply
from mentoring.people import Person, Side
from mentoring.refusal import NotYours
from storage.database import Row, Transaction
from storage.people import person_of


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody invited to a group meeting."""

    participation_id: int
    side: Side
    person: Person
    reply: Reply
    came: Came


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were invited of each side, what they answered, how many came, of how many nothing is marked."""

    mentees: int = 0
    mentors: int = 0
    yes: int = 0
    no: int = 0
    came: int = 0
    unmarked: int = 0

    @property
    def invited(self) -> int:
        """Both sides."""
        return self.mentees + self.mentors


_GUESTS = (
    "SELECT h.*, n.participation_id, n.reply, n.came, q.side FROM guests n "
    "JOIN participations q ON q.id = n.participation_id JOIN persons h ON h.id = q.person_id "
    "WHERE n.gathering_id = :id AND h.removed_at IS NULL AND h.withdrawn_at IS NULL "
)
_ORDER = "ORDER BY q.side, h.sought, n.participation_id"
# Nobody is invited who has found a pair already, or has no place left for one.
_WANTED = (
    "q.programme_id = :programme AND q.form = :form AND q.left_at IS NULL AND ("
    "q.side = 'mentee' AND NOT EXISTS (SELECT 1 FROM members m WHERE m.mentee_id = q.id AND m.live = 1) "
    "OR q.side = 'mentor' AND (q.places = 0 OR q.places > (SELECT count(*) FROM members m "
    "WHERE m.programme_id = q.programme_id AND m.mentor_person_id = q.person_id AND m.live = 1 AND m.form = q.form) "
    "AND (SELECT max(o.places) FROM participations o WHERE o.programme_id = q.programme_id "
    "AND o.person_id = q.person_id AND o.side = 'mentor' AND o.left_at IS NULL) > (SELECT count(*) FROM members m "
    "WHERE m.programme_id = q.programme_id AND m.mentor_person_id = q.person_id AND m.live = 1)))"
)


def invite(tx: Transaction, gathering_id: int, participations: Iterable[int]) -> list[int]:
    """Invite these participations; returns those that were not invited before."""
    tx.run("UPDATE gatherings SET invited_at = coalesce(invited_at, :now) WHERE id = :id", now=tx.now, id=gathering_id)
    return [
        participation
        for participation in participations
        if tx.run(
            "INSERT INTO guests (gathering_id, participation_id, since) VALUES (:id, :participation, :now) "
            "ON CONFLICT DO NOTHING",
            id=gathering_id,
            participation=participation,
            now=tx.now,
        )
    ]


def wanted(tx: Transaction, programme_id: int, form: str) -> set[int]:
    """Participations of a form that look for a pair: mentees without one, mentors with a place left."""
    rows = tx.all(f"SELECT q.id FROM participations q WHERE {_WANTED}", programme=programme_id, form=form)
    return {row["id"] for row in rows}


def every(tx: Transaction, gathering_id: int, *, came: bool = False) -> list[Guest]:
    """Everybody invited, or only those who came, side by side and by name."""
    rows = tx.all(_GUESTS + ("AND n.came = 'yes' " if came else "") + _ORDER, id=gathering_id)
    return [_guest(row) for row in rows]


def some_from(
    tx: Transaction, gathering_id: int, key: int, limit: int, *, back: bool = False, beyond: bool = False
) -> list[Guest]:
    """Some of them in that order: from this participation on (0: from the first), beyond it, or before it (`back`)."""
    at = tx.one(
        "SELECT q.side, h.sought FROM participations q JOIN persons h ON h.id = q.person_id WHERE q.id = :key", key=key
    )
    sign = "<" if back else ">" if beyond else ">="
    where = f"AND (q.side, h.sought, n.participation_id) {sign} (:side, :sought, :key) " if at is not None else ""
    order = "ORDER BY q.side DESC, h.sought DESC, n.participation_id DESC" if back and at is not None else _ORDER
    values = {"side": at["side"], "sought": at["sought"], "key": key} if at is not None else {}
    rows = tx.all(f"{_GUESTS} {where} {order} LIMIT :limit", id=gathering_id, limit=limit, **values)
    found = [_guest(row) for row in rows]
    return found[::-1] if back and at is not None else found


def one(tx: Transaction, gathering_id: int, participation_id: int) -> Guest:
    """One of them. Raises NotYours for whoever was not invited."""
    row = tx.one(_GUESTS + "AND n.participation_id = :participation", id=gathering_id, participation=participation_id)
    if row is None:
        raise NotYours
    return _guest(row)


def of_person(tx: Transaction, gathering_id: int, person_id: int) -> Guest | None:
    """The same by person."""
    row = tx.one(_GUESTS + "AND q.person_id = :person AND q.left_at IS NULL", id=gathering_id, person=person_id)
    return None if row is None else _guest(row)


def guardians(tx: Transaction, gathering_id: int) -> list[tuple[int, int]]:
    """(guardian, child) of everybody invited, of the guardians who may decide; whether a child is a minor is not asked."""
    rows = tx.all(
        "SELECT s.guardian_id, s.child_id FROM guests n JOIN participations q ON q.id = n.participation_id "
        "JOIN persons h ON h.id = q.person_id JOIN guardianships s ON s.child_id = q.person_id "
        "JOIN persons a ON a.id = s.guardian_id WHERE n.gathering_id = :id AND s.barred_at IS NULL "
        "AND h.removed_at IS NULL AND h.withdrawn_at IS NULL AND a.removed_at IS NULL ORDER BY s.guardian_id, s.child_id",
        id=gathering_id,
    )
    return [(row["guardian_id"], row["child_id"]) for row in rows]


def counts(tx: Transaction, gathering_id: int) -> Counts:
    """Everything about a group meeting in numbers."""
    found = every(tx, gathering_id)
    return Counts(
        mentees=sum(each.side is Side.MENTEE for each in found),
        mentors=sum(each.side is Side.MENTOR for each in found),
        yes=sum(each.reply is Reply.YES for each in found),
        no=sum(each.reply is Reply.NO for each in found),
        came=sum(each.came is Came.YES for each in found),
        unmarked=sum(each.came is Came.UNKNOWN for each in found),
    )


def set_reply(tx: Transaction, gathering_id: int, participation_id: int, reply: Reply) -> None:
    """What somebody has answered; the last word counts."""
    tx.run(
        "UPDATE guests SET reply = :reply WHERE gathering_id = :id AND participation_id = :participation",
        reply=reply,
        id=gathering_id,
        participation=participation_id,
    )


def set_came(tx: Transaction, gathering_id: int, came: Came, participation_id: int = 0) -> None:
    """Whether one of them was there, or (without a participation) all of them."""
    tx.run(
        "UPDATE guests SET came = :came WHERE gathering_id = :id "
        "AND (:participation = 0 OR participation_id = :participation)",
        came=came,
        id=gathering_id,
        participation=participation_id,
    )


def follow(tx: Transaction, kept: int, gone: int) -> None:
    """Two participations become one: what the one that gives way answered, and whether it came, is the other's."""
    tx.run(
        "UPDATE guests AS n SET "
        "reply = CASE WHEN n.reply = 'none' THEN o.reply ELSE n.reply END, "
        "came = CASE WHEN n.came = 'yes' OR o.came = 'unknown' THEN n.came ELSE o.came END "
        "FROM guests o WHERE n.participation_id = :kept AND o.participation_id = :gone AND o.gathering_id = n.gathering_id",
        kept=kept,
        gone=gone,
    )
    tx.run(
        "UPDATE guests AS n SET participation_id = :kept WHERE participation_id = :gone AND NOT EXISTS (SELECT 1 "
        "FROM guests k WHERE k.gathering_id = n.gathering_id AND k.participation_id = :kept)",
        kept=kept,
        gone=gone,
    )
    tx.run("DELETE FROM guests WHERE participation_id = :gone", gone=gone)


def _guest(row: Row) -> Guest:
    return Guest(row["participation_id"], Side(row["side"]), person_of(row), Reply(row["reply"]), Came(row["came"]))
