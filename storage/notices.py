"""What is to be said, to whom, not before when and not after: rows, under a unique key (DECISIONS 4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from storage.database import Row, Transaction
from storage.moments import maybe_time, to_time


class Lane(IntEnum):
    """Who goes first: a broadcast never delays an answer."""

    SAFETY = 0  # of a child: passes hours, days, switches and digests, and goes to every account of the person
    DEED = 1  # something the bot does by itself at a time: an offer lapses, data are erased
    ANSWER = 2
    REMINDER = 3
    BROADCAST = 4


class Outcome(StrEnum):
    """How a notice ended."""

    SENT = "sent"
    UNTRUE = "untrue"  # what it would have said had changed meanwhile
    LATE = "late"
    UNWANTED = "unwanted"  # the person has switched it off
    UNREACHABLE = "unreachable"
    FAILED = "failed"
    DONE = "done"  # a deed


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice that is due."""

    id: int
    school_id: int
    person_id: int | None
    lane: Lane
    kind: str
    about: int
    revision: int
    not_before: datetime
    not_after: datetime | None
    any_hour: bool
    any_day: bool
    attempts: int


def write(
    tx: Transaction,
    kind: str,
    *,
    school: int,
    person: int | None,
    about: int = 0,
    revision: int = 0,
    lane: Lane = Lane.ANSWER,
    not_before: datetime | None = None,
    not_after: datetime | None = None,
    any_hour: bool = False,
    key: str = "",
) -> bool:
    """Write a notice in the transaction of the change it speaks of; False when the same one is there already.

    The key is kind, person, about and revision unless another is given: at most one notice under a key, ever.
    """
    tx.wakes = True
    return bool(
        tx.run(
            "INSERT INTO notices (school_id, person_id, lane, kind, about, revision, key, not_before, not_after, any_hour) "
            "VALUES (:school, :person, :lane, :kind, :about, :revision, :key, :not_before, :not_after, :any_hour) "
            "ON CONFLICT (key) DO NOTHING",
            school=school,
            person=person,
            lane=int(lane),
            kind=kind,
            about=about,
            revision=revision,
            key=key or f"{kind}:{person or 0}:{about}:{revision}",
            not_before=not_before or tx.now,
            not_after=not_after,
            any_hour=int(any_hour),
        )
    )


def due(tx: Transaction, now: datetime, limit: int = 100, lanes: Iterable[Lane] = tuple(Lane)) -> list[Notice]:
    """Notices of these lanes whose time has come, in the order of the lanes."""
    found: list[Notice] = []
    for lane in lanes:  # one by one, so that what is planned for later in a lane costs nothing
        if len(found) < limit:
            rows = tx.all(
                "SELECT * FROM notices WHERE done_at IS NULL AND parked_at IS NULL AND lane = :lane AND not_before <= :now "
                "ORDER BY not_before, id LIMIT :limit",
                lane=int(lane),
                now=now,
                limit=limit - len(found),
            )
            found += [_notice(row) for row in rows]
    return found


def get(tx: Transaction, notice_id: int) -> Notice | None:
    """A notice, said or not."""
    row = tx.one("SELECT * FROM notices WHERE id = :id", id=notice_id)
    return None if row is None else _notice(row)


def said(tx: Transaction, person_id: int, about: int, *kinds: str) -> bool:
    """Whether one of these has been said to a person: what nobody has heard of is not called off."""
    found = "SELECT 1 FROM notices WHERE person_id = :to AND about = :about AND kind = :kind AND outcome = 'sent'"
    return any(tx.value(found, to=person_id, about=about, kind=each) for each in kinds)


def next_time(tx: Transaction) -> datetime | None:
    """When the next notice is due."""
    return maybe_time(tx.value("SELECT min(not_before) FROM notices WHERE done_at IS NULL AND parked_at IS NULL"))


def end(tx: Transaction, notice_id: int, outcome: Outcome) -> None:
    """The notice is over, one way or the other."""
    tx.run(
        "UPDATE notices SET done_at = :now, outcome = :outcome WHERE id = :id AND done_at IS NULL",
        now=tx.now,
        outcome=outcome,
        id=notice_id,
    )


def put_off(
    tx: Transaction, notice_id: int, until: datetime, *, failed: bool = False, not_after: datetime | None = None
) -> None:
    """Try again later: hours are quiet, or sending failed; of use until another time when one is given."""
    tx.run(
        "UPDATE notices SET not_before = :until, attempts = attempts + :failed, "
        "not_after = coalesce(:not_after, not_after) WHERE id = :id",
        until=until,
        not_after=not_after,
        failed=int(failed),
        id=notice_id,
    )


def park(tx: Transaction, notice_id: int, told_in: int | None = None) -> None:
    """It is due no longer: it waits for its person to come back, or for the digest that will tell of it."""
    tx.run(
        "UPDATE notices SET parked_at = :now, told_in = :told_in WHERE id = :id",
        now=tx.now,
        told_in=told_in,
        id=notice_id,
    )


def parked(tx: Transaction, person_id: int) -> list[Notice]:
    """What waits for a person to come back, in no digest."""
    return [
        _notice(row)
        for row in tx.all(
            "SELECT * FROM notices WHERE person_id = :person AND done_at IS NULL AND parked_at IS NOT NULL "
            "AND told_in IS NULL ORDER BY id",
            person=person_id,
        )
    ]


def release(tx: Transaction, notice_id: int) -> None:
    """What was parked is due again."""
    tx.wakes = True
    tx.run("UPDATE notices SET parked_at = NULL, told_in = NULL WHERE id = :id AND done_at IS NULL", id=notice_id)


def told_in(tx: Transaction, digest_id: int) -> list[Notice]:
    """What a digest tells of."""
    return [_notice(row) for row in tx.all("SELECT * FROM notices WHERE told_in = :id ORDER BY id", id=digest_id)]


def tell_in(tx: Transaction, ids: Iterable[int], digest_id: int) -> None:
    """A digest tells of these."""
    tx.run_many("UPDATE notices SET told_in = :digest WHERE id = :id", [{"digest": digest_id, "id": i} for i in ids])


def end_told_in(tx: Transaction, digest_id: int, outcome: Outcome) -> None:
    """A digest has been sent, and all it tells of with it."""
    tx.run(
        "UPDATE notices SET done_at = :now, outcome = :outcome WHERE told_in = :id AND done_at IS NULL",
        now=tx.now,
        outcome=outcome,
        id=digest_id,
    )


def waiting(tx: Transaction, person_id: int, kind: str) -> int | None:
    """The id of a notice of a kind that waits to be said to a person, if there is one."""
    found = tx.value(
        "SELECT min(id) FROM notices WHERE person_id = :person AND kind = :kind AND done_at IS NULL AND parked_at IS NULL",
        person=person_id,
        kind=kind,
    )
    return None if found is None else int(found)


def waits_before(tx: Transaction, notice: Notice, kind: str) -> bool:
    """Whether an older notice of a kind is to be said to the same person now."""
    found = (
        "SELECT 1 FROM notices WHERE person_id = :person AND kind = :kind AND done_at IS NULL AND parked_at IS NULL "
        "AND not_before <= :now AND id < :id"
    )
    return bool(tx.value(found, person=notice.person_id, kind=kind, now=tx.now, id=notice.id))


def count_said(tx: Transaction, person_id: int, kind: str, since: datetime) -> int:
    """How many of a kind were said to a person since a moment."""
    return int(
        tx.value(
            "SELECT count(*) FROM notices WHERE person_id = :person AND kind = :kind AND done_at >= :since "
            "AND outcome = 'sent'",
            person=person_id,
            kind=kind,
            since=since,
        )
    )


def _notice(row: Row) -> Notice:
    return Notice(
        id=row["id"],
        school_id=row["school_id"],
        person_id=row["person_id"],
        lane=Lane(row["lane"]),
        kind=row["kind"],
        about=row["about"],
        revision=row["revision"],
        not_before=to_time(row["not_before"]),
        not_after=maybe_time(row["not_after"]),
        any_hour=bool(row["any_hour"]),
        any_day=bool(row["any_day"]),
        attempts=row["attempts"],
    )
