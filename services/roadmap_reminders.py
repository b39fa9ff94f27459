"""Who answers for points of the roadmap hears of them near the end and when they are late: once each, a day's points together.

Staff join and roles change after the roadmap is planned, so who is to hear is decided on the day itself: a deed of the
bot's own looks at what is due and writes one notice a person.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from mentoring.people import Role
from mentoring.roadmap import REMINDED_AFTER, REMINDED_BEFORE
from services.notices import Notice, Values
from storage import notices, people, roadmap, schools, staff
from storage.database import Transaction
from storage.notices import Lane
from storage.roadmap import Point

_HOUR = time(9)
_KEPT = timedelta(days=2)  # said later than this, a reminder is noise


def remind(tx: Transaction, programme_id: int, ends: Iterable[date]) -> None:
    """Look at the programme's roadmap near each of these ends; a day is looked at once, days gone by are not."""
    school = int(tx.value("SELECT school_id FROM programmes WHERE id = :id", id=programme_id))
    zone = schools.settings(tx, school).zone
    days = {day for end in ends for day in (end - REMINDED_BEFORE, end + REMINDED_AFTER)}
    for day in sorted(days):
        at = datetime.combine(day, _HOUR, zone).astimezone(UTC)
        if at <= tx.now:
            continue
        notices.write(
            tx,
            "roadmap-day",
            school=school,
            person=None,
            about=programme_id,
            revision=day.toordinal(),
            lane=Lane.DEED,
            not_before=at,
        )


def look(tx: Transaction, notice: Notice) -> None:
    """The day has come: whoever answers for points that end soon, or are late since yesterday, is to hear of them."""
    day = date.fromordinal(notice.revision)
    for kind, end in (("roadmap-soon", day + REMINDED_BEFORE), ("roadmap-late", day - REMINDED_AFTER)):
        listeners: set[int] = set()
        for person_ids in _due(tx, notice, end).values():
            listeners |= set(person_ids)
        for person_id in sorted(listeners):
            notices.write(
                tx,
                kind,
                school=notice.school_id,
                person=person_id,
                about=notice.about,
                revision=notice.revision,
                lane=Lane.REMINDER,
                not_after=tx.now + _KEPT,
            )


def still_soon(tx: Transaction, notice: Notice) -> Values | None:
    """The person's points that end in three days and are not done; None when there are none (any more)."""
    return _still(tx, notice, date.fromordinal(notice.revision) + REMINDED_BEFORE)


def still_late(tx: Transaction, notice: Notice) -> Values | None:
    """The person's points that should have been done by yesterday; None when there are none (any more)."""
    return _still(tx, notice, date.fromordinal(notice.revision) - REMINDED_AFTER)


def _still(tx: Transaction, notice: Notice, end: date) -> Values | None:
    own = [point for point, person_ids in _due(tx, notice, end).items() if notice.person_id in person_ids]
    return {"points": own, "end": end} if own else None


def _due(tx: Transaction, notice: Notice, end: date) -> dict[Point, list[int]]:
    programme = schools.programme(tx, notice.school_id)
    if programme is None or programme.id != notice.about:
        return {}
    due = [
        point
        for point in roadmap.points(tx, programme.id)
        if not point.standing.done and point.standing.span.ends_on == end
    ]
    by_role = staff.by_role(tx, notice.school_id)
    named = people.some(tx, [point.person_id for point in due if point.person_id])
    gone = {person.id for person in named.values() if person.removed_at is not None}
    return {point: _responsible(point, by_role, gone) for point in due}


def _responsible(point: Point, by_role: dict[Role, list[int]], gone: set[int]) -> list[int]:
    """Who answers: the person named, else everybody in the role, else the curators."""
    if point.person_id is not None and point.person_id not in gone:
        return [point.person_id]
    return by_role.get(point.role) or by_role.get(Role.CURATOR, [])
