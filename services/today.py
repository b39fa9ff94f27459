"""The curator's day: where the programme stands, what waits for them, what this week has brought."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from mentoring.people import Speaker
from mentoring.rights import Deed
from mentoring.roadmap import stage_on
from services import stuck_pairs
from services.authority import acting
from services.stuck_pairs import Line as Stuck
from storage import concerns, roadmap, schools, today
from storage.database import Database, Transaction
from storage.today import Waiting, Week

NAMED = 3  # pairs that need help


class Waits(StrEnum):
    """What may wait for the curator, the most pressing first."""

    SAFETY = "safety"  # a pupil's concern would reach nobody
    PARTINGS_LATE = "partings_late"
    STUCK = "stuck"
    NEWCOMERS = "newcomers"
    PARTINGS = "partings"
    GATHERINGS = "gatherings"
    PAUSES = "pauses"
    CALLS = "calls"
    LETTERS = "letters"
    CONSENTS = "consents"
    PAPERS = "papers"
    QUESTIONNAIRES = "questionnaires"
    FORMS = "forms"
    REFUSED = "refused"
    TRIES_DUE = "tries_due"
    LONG_WAITING = "long_waiting"
    UNANSWERED = "unanswered"
    PAIRS_FOR_ORDER = "pairs_for_order"
    AGREEMENTS = "agreements"
    ORDERS_UNSIGNED = "orders_unsigned"
    AMENDMENTS = "amendments"
    WITHDRAWALS = "withdrawals"
    ACTS = "acts"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that waits: how many, and since what day where that is known."""

    what: Waits
    count: int
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """The curator's home."""

    today: date
    title: str
    stage: int | None
    until: date | None
    lines: tuple[Line, ...]
    stuck: tuple[Stuck, ...]  # the most urgent pairs that need help, named
    now: datetime
    week: Week


class Today:
    """What the curator sees first."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def seen(self, speaker: Speaker) -> Day | None:
        """The day as of now, in a fixed number of queries; None before the school is set up."""
        return await self._database.read(lambda tx: _day(tx, speaker))


def _day(tx: Transaction, speaker: Speaker) -> Day | None:
    school_id = acting(tx, speaker, Deed.SEE_TODAY).school_id
    programme = schools.programme(tx, school_id)
    if programme is None:
        return None
    chosen = schools.settings(tx, school_id)
    local = tx.now.astimezone(chosen.zone)
    day = local.date()
    points = [point.standing for point in roadmap.points(tx, programme.id)]
    stage, until = stage_on(day, points) if points else (None, None)
    monday = datetime.combine(day - timedelta(days=day.weekday()), time(), chosen.zone)
    rule, grace = chosen.guardian_rule, chosen.adult_grace_days
    waiting = today.waiting(tx, school_id, programme.id, day, rule, grace, chosen.waiting_days_alarm)
    since = waiting.consents_since.astimezone(chosen.zone).date() if waiting.consents_since else None
    elsewhere = {
        Waits.SAFETY: int(not concerns.anybody_answers(tx, school_id)),
        Waits.LATE: sum(point.late_on(day) for point in points),
        Waits.STUCK: len(stuck := stuck_pairs.found(tx, school_id, programme.id, chosen)),
    }
    return Day(
        today=day,
        title=chosen.programme_title or schools.get(tx, school_id).short_name,
        stage=stage,
        until=until,
        lines=_lines(waiting, {Waits.CONSENTS: since, Waits.PARTINGS_LATE: waiting.partings_late_since}, elsewhere),
        stuck=stuck_pairs.lines_of(tx, stuck[:NAMED]),
        now=local,
        week=today.week(tx, school_id, programme.id, monday.astimezone(UTC)),
    )


def _lines(waiting: Waiting, since: Mapping[Waits, date | None], elsewhere: Mapping[Waits, int]) -> tuple[Line, ...]:
    counts = {what: elsewhere[what] if what in elsewhere else int(getattr(waiting, what)) for what in Waits}
    return tuple(Line(what, count, since.get(what)) for what, count in counts.items() if count)
