"""What holds a notice back at its moment: closed hours, days without school, enough nudges about one topic."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from mentoring.manners import MANNERS, Manner
from mentoring.people import Person
from mentoring.quiet_hours import Hours, hours_for
from storage import notices, school_days, schools
from storage.database import Transaction
from storage.notices import Notice

_MOMENT = timedelta(minutes=1)  # what is just being said will have been by then


@dataclass(frozen=True, slots=True)
class Hold:
    """Until when a notice waits, and until when it is of use then."""

    until: datetime
    not_after: datetime | None

    @property
    def too_late(self) -> bool:
        """Whether it is of no use any more when it may be said."""
        return self.not_after is not None and self.until > self.not_after


def hours_of(tx: Transaction, person: Person) -> Hours:
    """A person's closed hours by the settings and the calendar of their school."""
    chosen = schools.settings(tx, person.school_id)
    return hours_for(person.kind, chosen, school_days.calendar(tx, person.school_id, chosen))


def held(tx: Transaction, notice: Notice, manner: Manner, hours: Hours) -> Hold | None:
    """Closed hours and days without school; None when neither holds it.

    Days on which the school does not work do not count against what waits for a school day.
    """
    opens = tx.now if notice.any_hour else hours.next_open(tx.now)
    if not manner.school_day or notice.any_day:
        return Hold(opens, notice.not_after) if opens > tx.now else None
    at_school = hours.next_open_on_school_day(tx.now)
    if at_school <= tx.now:
        return None
    return Hold(at_school, notice.not_after and notice.not_after + (at_school - opens))


def nudged_enough(tx: Transaction, notice: Notice, manner: Manner, hours: Hours) -> Hold | None:
    """At most the set number of nudges about a topic go to a person in a local day: the next one waits until tomorrow."""
    if manner.topic is None or notice.person_id is None:
        return None
    kinds = [kind for kind, each in MANNERS.items() if each.topic is manner.topic]
    day = tx.now.astimezone(hours.zone).date()
    midnight = datetime.combine(day, time(), hours.zone).astimezone(UTC)
    said = sum(notices.count_said(tx, notice.person_id, kind, midnight) for kind in kinds)
    if said >= schools.settings(tx, notice.school_id).nudges_a_day:
        tomorrow = datetime.combine(day + timedelta(days=1), time(), hours.zone).astimezone(UTC)
        return Hold(tomorrow, notice.not_after)
    if any(notices.waits_before(tx, notice, kind) for kind in kinds):
        return Hold(tx.now + _MOMENT, notice.not_after)
    return None
