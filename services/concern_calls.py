"""Tells the adults of a concern, one after the other until somebody takes it; by notices that no hour holds back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from mentoring import concerns as rules
from mentoring.concerns import Adult, Step
from mentoring.naming import shown
from mentoring.people import Person
from services.notices import Deed, Notice, Still, Values, addressee
from storage import concerns, notices, people, school_days, schools
from storage.concerns import Concern
from storage.database import Transaction
from storage.notices import Lane

_MORNING = time(10)  # local


def adults_for(tx: Transaction, person: Person, *, wide: bool = False) -> list[Adult]:
    """Whom a pupil may have told, in order; nobody who is close to them. `wide`: also those who come after the named."""
    return rules.line_up(
        concerns.named(tx, person.school_id),
        concerns.by_post(tx, person.school_id),
        concerns.close_to(tx, person.id),
        wide=wide,
    )


def tell_next(tx: Transaction, concern: Concern) -> None:
    """Tell whoever's turn it is; when the named have been told twice in vain, the others too. Nobody there: try later."""
    person = people.get(tx, concern.person_id)
    chosen: int | None = None
    for wide in (False, True):
        line = [each.person.id for each in adults_for(tx, person, wide=wide)]
        concerns.line_up(tx, concern.id, line)
        chosen = concerns.next_of(tx, concern.id, line)
        if chosen is not None and concerns.fewest_calls(tx, concern.id, line) < rules.ROUNDS:
            break
    if chosen is not None:
        tell(tx, concern, chosen)
        return
    lines = concerns.journal(tx, concern.id)
    if lines[-1].step is not Step.NOBODY:
        concerns.note(tx, concern.id, Step.NOBODY)
    _look_again(tx, concern, concerns.calls(tx, concern.id))


def tell(tx: Transaction, concern: Concern, adult: int) -> None:
    """Tell this adult now, and look again when the time to answer is over."""
    count = concerns.count_call(tx, concern.id, adult)
    send(tx, concern, "concern-call", adult, count)
    _look_again(tx, concern, count)


def send(tx: Transaction, concern: Concern, kind: str, adult: int, revision: int) -> None:
    """A notice of safety to one adult."""
    notices.write(
        tx,
        kind,
        school=concern.school_id,
        person=adult,
        about=concern.id,
        revision=revision,
        lane=Lane.SAFETY,
        any_hour=True,
    )


def tell_told(tx: Transaction, concern: Concern, kind: str, but: int | None = None) -> None:
    """Everyone who was told hears how it goes on."""
    revision = len(concerns.journal(tx, concern.id))
    for adult in concerns.told(tx, concern.id):
        if adult != but:
            send(tx, concern, kind, adult, revision)


def _look_again(tx: Transaction, concern: Concern, count: int) -> None:
    minutes = schools.settings(tx, concern.school_id).safety_minutes
    notices.write(
        tx,
        "concern-next",
        school=concern.school_id,
        person=None,
        about=concern.id,
        revision=count,
        lane=Lane.DEED,
        not_before=tx.now + timedelta(minutes=minutes),
        key=f"concern-next:{concern.id}:{count}:{tx.now.isoformat()}",
    )


def look(tx: Transaction, notice: Notice) -> None:
    """The time to answer is over: unless somebody has taken it, the next one is told."""
    concern = concerns.get(tx, notice.about)
    if _waits(concern) and concerns.calls(tx, concern.id) == notice.revision:
        tell_next(tx, concern)


def when_unreachable(tx: Transaction, notice: Notice) -> None:
    """None of the adult's accounts can be reached: the next one is told at once."""
    concern = concerns.get(tx, notice.about)
    if notice.person_id is None:
        return
    concerns.note(tx, concern.id, Step.UNREACHABLE, notice.person_id)
    if _waits(concern):
        tell_next(tx, concern)


def remind_later(tx: Transaction, concern: Concern) -> None:
    """Whoever took it is asked about it when it has been open for some school days."""
    chosen = schools.settings(tx, concern.school_id)
    zone = chosen.zone
    calendar = school_days.calendar(tx, concern.school_id, chosen)
    day = rules.reminded_on(tx.now.astimezone(zone).date(), calendar)
    notices.write(
        tx,
        "concern-late",
        school=concern.school_id,
        person=None,
        about=concern.id,
        lane=Lane.DEED,
        not_before=datetime.combine(day, _MORNING, zone),
        key=f"concern-late:{concern.id}:{tx.now.isoformat()}",
    )


def late(tx: Transaction, notice: Notice) -> None:
    """Open for days: whoever answers for it is reminded; when they are gone, the next one is told."""
    concern = concerns.get(tx, notice.about)
    if concern.closed_at is not None or concern.taken_by is None:
        return
    if people.get(tx, concern.taken_by).removed_at is not None:
        concerns.release(tx, concern.id, concern.taken_by)
        tell_next(tx, concern)
        return
    send(tx, concern, "concern-open", concern.taken_by, notice.id)
    remind_later(tx, concern)


def _waits(concern: Concern) -> bool:
    return concern.closed_at is None and concern.taken_by is None and concern.recalled_at is None


def still_called(tx: Transaction, notice: Notice) -> Values | None:
    """True until somebody has taken it. It names nobody: a phone shows it to whoever stands by."""
    concern = concerns.get(tx, notice.about)
    if concern.closed_at is not None or concern.taken_by is not None:
        return None
    minutes = schools.settings(tx, concern.school_id).safety_minutes
    return {"minutes": minutes}


def still_open(tx: Transaction, notice: Notice) -> Values | None:
    """True for whoever answers for it, until it is closed."""
    concern = concerns.get(tx, notice.about)
    return {} if concern.closed_at is None and concern.taken_by == notice.person_id else None


def still_taken(tx: Transaction, notice: Notice) -> Values | None:
    """True while somebody else has it."""
    concern = concerns.get(tx, notice.about)
    if concern.closed_at is not None or concern.taken_by in (None, notice.person_id):
        return None
    return {"who": _shown(tx, concern.taken_by or 0, notice)}


def still_told(tx: Transaction, notice: Notice) -> Values | None:
    """True for those who have it or might take it: said again, words added, recalled."""
    concern = concerns.get(tx, notice.about)
    mine = concern.taken_by in (None, notice.person_id)
    return {} if concern.closed_at is None and mine else None


def _shown(tx: Transaction, person_id: int, notice: Notice) -> str:
    return shown(people.get(tx, person_id), addressee(tx, notice))


STILL: Mapping[str, Still] = {
    "concern-call": still_called,
    "concern-taken": still_taken,
    "concern-again": still_told,
    "concern-added": still_told,
    "concern-recalled": still_told,
    "concern-open": still_open,
}
DEEDS: Mapping[str, Deed] = {"concern-next": look, "concern-late": late}
