"""One message instead of many: a curator's day at their hour, and what somebody missed while they could not be reached."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any

from mentoring.people import Role
from mentoring.quiet_hours import Hours
from mentoring.refusal import NotYours
from storage import notices, people, switches
from storage.database import Transaction
from storage.notices import Lane, Notice, Outcome

DIGEST = "digest"
MISSED = "missed"
USUAL_HOUR = "08:30"
HOURS = ("07:30", "08:00", "08:30", "09:00", "12:00", "15:00", "16:00", "17:00", "18:00")

Values = Mapping[str, Any]
Still = Callable[[Transaction, Notice], Values | None]


@dataclass(frozen=True, slots=True)
class Line:
    """Notices of one kind that are still true: how many, and the first of them with its values."""

    kind: str
    count: int
    first: Notice
    values: Values


def gathered(tx: Transaction, notice: Notice, hours: Hours) -> bool:
    """Put a curator's notice into their next digest; False when it goes at once: they want that, or it would be too late."""
    person = notice.person_id or 0
    hour = hour_of(tx, person)
    if not hour or Role.CURATOR not in people.roles(tx, person):
        return False
    at = hours.next_open_on_school_day(_next(tx.now, hour, hours))
    if notice.not_after is not None and at > notice.not_after:
        return False
    notices.park(tx, notice.id, _standing(tx, notice.school_id, person, DIGEST, at))
    return True


def hour_of(tx: Transaction, person_id: int) -> str:
    """A curator's hour, the usual one until they choose; empty: everything at once."""
    chosen = switches.digest_hour(tx, person_id)
    return USUAL_HOUR if chosen is None else chosen


def choose_hour(tx: Transaction, person_id: int, hour: str) -> None:
    """Another hour from now on, for what is gathered already too."""
    switches.choose_digest_hour(tx, person_id, hour)
    standing = notices.waiting(tx, person_id, DIGEST)
    if standing is not None:
        for each in notices.told_in(tx, standing):
            notices.release(tx, each.id)
        notices.end(tx, standing, Outcome.UNTRUE)


def come_back(tx: Transaction, school_id: int, person_id: int) -> None:
    """Whoever can be reached again is told once of all that waited for them."""
    waiting = notices.parked(tx, person_id)
    for each in waiting:
        if each.kind in (DIGEST, MISSED):
            notices.release(tx, each.id)
    ids = [each.id for each in waiting if each.kind not in (DIGEST, MISSED)]
    if ids:
        notices.tell_in(tx, ids, _standing(tx, school_id, person_id, MISSED, tx.now))


class Telling:
    """What a digest says at its moment; `still` says of every kind whether it is true."""

    def __init__(self, still: Mapping[str, Still]) -> None:
        self._still = still

    def still_gathered(self, tx: Transaction, notice: Notice) -> Values | None:
        """The lines of a digest, a kind each, in the order in which they came; None when nothing is true any more."""
        lines: dict[str, Line] = {}
        for each in notices.told_in(tx, notice.id):
            values = self.still_true(tx, each)
            if values is None:
                continue
            known = lines.get(each.kind)
            first, shown = (known.first, known.values) if known else (each, values)
            lines[each.kind] = Line(each.kind, known.count + 1 if known else 1, first, shown)
        return {"lines": tuple(lines.values())} if lines else None

    def still_true(self, tx: Transaction, notice: Notice) -> Values | None:
        """What one of them says now; None when it is true no longer, or of no use."""
        if notice.not_after is not None and tx.now > notice.not_after:
            return None
        return self.says(tx, notice)

    def says(self, tx: Transaction, notice: Notice) -> Values | None:
        """What a notice says now; None when it is true no longer, or what it is about was erased meanwhile."""
        try:
            return self._still[notice.kind](tx, notice)
        except NotYours:
            return None


def _standing(tx: Transaction, school_id: int, person_id: int, kind: str, at: datetime) -> int:
    """The digest that waits to be said, or a new one at this moment."""
    standing = notices.waiting(tx, person_id, kind)
    if standing is None:
        key = f"{kind}:{person_id}:{tx.now.isoformat()}"
        notices.write(tx, kind, school=school_id, person=person_id, lane=Lane.ANSWER, not_before=at, key=key)
        standing = notices.waiting(tx, person_id, kind)
    if standing is None:
        raise LookupError(kind)
    return standing


def _next(now: datetime, hour: str, hours: Hours) -> datetime:
    """The next time a local clock shows this hour."""
    local = now.astimezone(hours.zone)
    at = datetime.combine(local.date(), time.fromisoformat(hour), hours.zone)
    return (at if at > local else at + timedelta(days=1)).astimezone(UTC)
