"""Messages to many: to whom each goes is one condition, and its queue is written by one statement."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from mentoring.consents import GRACE_DAYS
from mentoring.people import SchoolClass
from mentoring.refusal import NotYours
from mentoring.settings import GuardianRule
from mentoring.standing import CONSENT_LACKS, Lack
from storage import lack_conditions
from storage.database import Row, Transaction
from storage.moments import maybe_time
from storage.notices import Lane, Outcome

KIND = "broadcast"
_FIT = f"NOT {lack_conditions.lacking(Lack.WITHDRAWN, Lack.ADMISSION, Lack.CLEARANCE, *CONSENT_LACKS)}"
_REACHED = (
    "EXISTS (SELECT 1 FROM account_persons l JOIN accounts a ON a.id = l.account_id "
    "WHERE l.person_id = p.id AND a.unreachable_at IS NULL)"
)


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom a message is for; no classes, no forms: all of them."""

    roles: tuple[str, ...]  # mentee, mentor, guardian, staff
    classes: tuple[str, ...] = ()  # '7Б'
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """What the condition needs to know of the school at this moment."""

    school_id: int
    programme_id: int
    today: date
    rule: GuardianRule
    grace: int = GRACE_DAYS  # after an eighteenth birthday


@dataclass(frozen=True, slots=True)
class Broadcast:
    """A message to many."""

    id: int
    school_id: int
    text: str
    audience: Audience
    made_by: int
    began_at: datetime | None
    stopped_at: datetime | None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many will get it, by role, and how many would but have no account that can be reached."""

    all: int
    by_role: Mapping[str, int] = field(default_factory=dict)
    without_phone: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it has come."""

    all: int
    sent: int
    waiting: int


def classes(tx: Transaction, school_id: int) -> list[SchoolClass]:
    """Every class that has pupils in it."""
    rows = tx.all(
        "SELECT DISTINCT class_level, class_letter FROM persons WHERE school_id = :school AND removed_at IS NULL "
        "AND class_level IS NOT NULL AND kind = 'pupil' ORDER BY class_level, class_letter",
        school=school_id,
    )
    return [SchoolClass(row["class_level"], row["class_letter"]) for row in rows]


def write(tx: Transaction, school_id: int, text: str, audience: Audience, made_by: int) -> int:
    """Keep a message that is not sent yet."""
    told = {"roles": audience.roles, "classes": audience.classes, "forms": audience.forms}
    return tx.insert(
        "broadcasts",
        school_id=school_id,
        text=text,
        audience=json.dumps(told, ensure_ascii=False),
        made_by=made_by,
        made_at=tx.now,
    )


def get(tx: Transaction, school_id: int, broadcast_id: int) -> Broadcast:
    """The message. Raises NotYours for another school's."""
    row = tx.one("SELECT * FROM broadcasts WHERE id = :id AND school_id = :school", id=broadcast_id, school=school_id)
    if row is None:
        raise NotYours
    return _broadcast(row)


def latest(tx: Transaction, school_id: int, limit: int) -> list[Broadcast]:
    """The messages that were sent last."""
    rows = tx.all(
        "SELECT * FROM broadcasts WHERE school_id = :school AND began_at IS NOT NULL ORDER BY id DESC LIMIT :limit",
        school=school_id,
        limit=limit,
    )
    return [_broadcast(row) for row in rows]


def counts(tx: Transaction, frame: Frame, audience: Audience, sender: int) -> Counts:
    """Who would get it now."""
    values = _values(frame, audience, sender)
    people = f"SELECT count(*) FROM persons p WHERE {_audience(audience)}"
    return Counts(
        all=tx.value(f"{people} AND {_REACHED}", **values),
        by_role={
            role: tx.value(f"SELECT count(*) FROM persons p WHERE {_audience(audience, role)} AND {_REACHED}", **values)
            for role in audience.roles
        },
        without_phone=tx.value(f"{people} AND NOT {_REACHED}", **values),
    )


def is_for(tx: Transaction, frame: Frame, broadcast: Broadcast, person_id: int) -> bool:
    """Whether a person is in its audience at this moment."""
    found = tx.value(
        f"SELECT 1 FROM persons p WHERE p.id = :person AND {_audience(broadcast.audience)}",
        person=person_id,
        **_values(frame, broadcast.audience, broadcast.made_by),
    )
    return found is not None


def begin(tx: Transaction, frame: Frame, broadcast: Broadcast, until: datetime, *, any_day: bool = False) -> int | None:
    """Write the whole queue, `any_day`: for days without school too.

    Returns how many, or None when it has begun or was cancelled before.
    """
    begun = tx.run(
        "UPDATE broadcasts SET began_at = :now WHERE id = :id AND began_at IS NULL AND stopped_at IS NULL",
        now=tx.now,
        id=broadcast.id,
    )
    if not begun:
        return None
    tx.wakes = True
    return tx.run(
        "INSERT INTO notices (school_id, person_id, lane, kind, about, key, not_before, not_after, any_day) "
        "SELECT p.school_id, p.id, :lane, :kind, :id, :kind || ':' || p.id || ':' || :id, :now, :until, :any_day "
        "FROM persons p "
        f"WHERE {_audience(broadcast.audience)} AND {_REACHED} ORDER BY p.id",
        lane=int(Lane.BROADCAST),
        kind=KIND,
        id=broadcast.id,
        now=tx.now,
        until=until,
        any_day=int(any_day),
        **_values(frame, broadcast.audience, broadcast.made_by),
    )


def stop(tx: Transaction, broadcast_id: int) -> bool:
    """Stop it: what has not been said will not be. False when it was stopped before."""
    stopped = tx.run(
        "UPDATE broadcasts SET stopped_at = :now WHERE id = :id AND stopped_at IS NULL", now=tx.now, id=broadcast_id
    )
    tx.run(
        "UPDATE notices SET done_at = :now, outcome = :outcome WHERE kind = :kind AND about = :id AND done_at IS NULL",
        now=tx.now,
        outcome=Outcome.UNTRUE,
        kind=KIND,
        id=broadcast_id,
    )
    return bool(stopped)


def progress(tx: Transaction, broadcast_id: int) -> Progress:
    """How far it has come."""
    row = tx.one(
        "SELECT count(*), coalesce(sum(outcome = 'sent'), 0), coalesce(sum(done_at IS NULL), 0) FROM notices "
        "WHERE kind = :kind AND about = :id",
        kind=KIND,
        id=broadcast_id,
    )
    return Progress(*row) if row else Progress(0, 0, 0)


def _audience(audience: Audience, *only: str) -> str:
    roles = only or audience.roles
    conditions = []
    if sides := [role for role in roles if role in ("mentee", "mentor")]:
        conditions.append(_takes_part(audience, sides))
    if "guardian" in roles:
        child = _takes_part(audience, ["mentee", "mentor"])
        conditions.append(
            "p.id IN (SELECT g.guardian_id FROM guardianships g JOIN persons p ON p.id = g.child_id "
            f"WHERE p.removed_at IS NULL AND {child})"
        )
    if "staff" in roles:
        conditions.append("EXISTS (SELECT 1 FROM staff_roles r WHERE r.person_id = p.id)")
    return (
        "p.school_id = :school AND p.removed_at IS NULL AND p.withdrawn_at IS NULL AND p.id <> :sender "
        f"AND ({' OR '.join(conditions) or '1 = 0'})"
    )


def _takes_part(audience: Audience, sides: Sequence[str]) -> str:
    named = ", ".join(f"'{side}'" for side in sides)
    part = (
        "q.person_id = p.id AND q.programme_id = :programme AND q.left_at IS NULL "
        f"AND q.side IN ({named}){_among('q.form', 'form', audience.forms)}"
    )
    of_class = _among("p.class_level || p.class_letter", "class", audience.classes)
    return f"(EXISTS (SELECT 1 FROM participations q WHERE {part}){of_class} AND {_FIT})"


def _among(column: str, name: str, chosen: Sequence[str]) -> str:
    return f" AND {column} IN ({', '.join(f':{name}_{at}' for at in range(len(chosen)))})" if chosen else ""


def _values(frame: Frame, audience: Audience, sender: int) -> dict[str, Any]:
    return {
        "school": frame.school_id,
        "programme": frame.programme_id,
        "sender": sender,
        **{f"class_{at}": value for at, value in enumerate(audience.classes)},
        **{f"form_{at}": value for at, value in enumerate(audience.forms)},
        **lack_conditions.values(frame.today, frame.rule, frame.grace),
    }


def _broadcast(row: Row) -> Broadcast:
    told = json.loads(row["audience"])
    return Broadcast(
        id=row["id"],
        school_id=row["school_id"],
        text=row["text"],
        audience=Audience(tuple(told["roles"]), tuple(told["classes"]), tuple(told["forms"])),
        made_by=row["made_by"],
        began_at=maybe_time(row["began_at"]),
        stopped_at=maybe_time(row["stopped_at"]),
    )
