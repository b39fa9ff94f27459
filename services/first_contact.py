"""First contact is the mentor's task with a date: the first meeting's time is set in the bot, or the curators are told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from mentoring.first_contact import TOLD_AFTER, contact_until
from mentoring.naming import shown
from mentoring.people import Role, Side, Speaker
from mentoring.quiet_hours import hours_for
from mentoring.stuck_pairs import SignalKind
from services.notices import Notice, Still, Values, addressee
from storage import first_contact, meetings, notices, pauses, people, school_days, schools, signals
from storage.database import Database, Transaction
from storage.meetings import Pair
from storage.notices import Lane

_REMINDED = "first-contact"
_LATE = "first-contact-late"


@dataclass(frozen=True, slots=True)
class Awaited:
    """A pair whose first meeting's time is not set: the speaker's side, until when (the school's time), whether late."""

    pair: Pair
    side: Side
    until: datetime
    late: bool
    told: bool = False  # the mentee has said already that nobody has been in touch


def begin(tx: Transaction, match_id: int) -> None:
    """A match begins to work: its mentor has so many hours for the first meeting's time, is reminded once then, and a
    day later the curators are told. Where a meeting is ahead already nothing is waited for.
    """
    found = meetings.pairs(tx, [match_id])
    if not found:
        return
    pair = found[0]
    chosen = schools.settings(tx, pair.school_id)
    days = school_days.calendar(tx, pair.school_id, chosen)
    hours = hours_for(pair.mentor.kind, chosen, days)
    until = contact_until(tx.now, chosen.first_contact_hours, hours, days.works)
    if not first_contact.begin(tx, match_id, until):
        return
    stamp = _stamp(until)
    notices.write(
        tx, _REMINDED, school=pair.school_id, person=pair.mentor.id, about=match_id, revision=stamp,
        lane=Lane.REMINDER, not_before=until, not_after=until + 2 * TOLD_AFTER,
    )  # fmt: skip
    for curator in people.with_role(tx, pair.school_id, Role.CURATOR):
        notices.write(
            tx, _LATE, school=pair.school_id, person=curator.id, about=match_id, revision=stamp,
            lane=Lane.REMINDER, not_before=until + TOLD_AFTER,
        )  # fmt: skip


def again(tx: Transaction, match_ids: Iterable[int]) -> None:
    """The pairs go on after a pause or a freezing: where the first time was not set yet, its hours begin anew."""
    for match in first_contact.waiting(tx, match_ids):
        begin(tx, match)


def still_to_set(tx: Transaction, notice: Notice) -> Values | None:
    """True while the pair works, its mentor does not pause, and no time is set since this date was told."""
    found = meetings.pairs(tx, [notice.about])
    until = first_contact.waiting(tx, [notice.about]).get(notice.about)
    if not found or until is None or _stamp(until) != notice.revision or _away(tx, found[0]):
        return None
    pair, viewer = found[0], addressee(tx, notice)
    return {
        "who": ", ".join(shown(each, viewer) for each in pair.mentees),
        "count": len(pair.mentees),
        "mentor": shown(pair.mentor, viewer),
        "until": until.astimezone(schools.settings(tx, pair.school_id).zone),
        "match": pair.match_id,
    }


STILL: dict[str, Still] = {_REMINDED: still_to_set, _LATE: still_to_set}


class FirstContact:
    """What both sides see of it at home."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def waiting(self, speaker: Speaker) -> list[Awaited]:
        """The speaker's pairs without a first time: a mentor's with the date, a mentee's only when it has gone by."""
        person = speaker.person
        if person is None:
            return []

        def query(tx: Transaction) -> list[Awaited]:
            found = meetings.pairs_of(tx, person.id)
            dates = first_contact.waiting(tx, [each.match_id for each in found])
            zone = schools.settings(tx, person.school_id).zone
            every = [
                _awaited(tx, person.id, each, dates[each.match_id].astimezone(zone))
                for each in found
                if each.match_id in dates and not _away(tx, each)
            ]
            return [each for each in every if each.late or each.side is Side.MENTOR]

        return await self._database.read(query)


def _awaited(tx: Transaction, person_id: int, pair: Pair, until: datetime) -> Awaited:
    side = Side.MENTOR if pair.mentor.id == person_id else Side.MENTEE
    told = side is Side.MENTEE and signals.told_since(
        tx, pair.match_id, person_id, SignalKind.NO_CONTACT, until, pair.mentor.id
    )
    return Awaited(pair, side, until, late=until <= tx.now, told=told)


def _away(tx: Transaction, pair: Pair) -> date | None:
    pause = pauses.running(tx, pair.programme_id, [pair.mentor.id]).get(pair.mentor.id)
    return None if pause is None else pause.until_on


def _stamp(until: datetime) -> int:
    """A date as a number, so that what was written of an older one is known as old."""
    return int(until.timestamp()) // 60
