"""Pairs week by week at a glance, for the curator: who met, who missed, who fell silent, what is planned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from mentoring.meetings import MeetingState
from mentoring.pair_weeks import Cell, Mark, Met, row, weeks
from mentoring.people import Speaker
from mentoring.rights import Deed
from services.authority import acting
from services.stuck_pairs import idle_since
from storage import meetings, pair_weeks, pairs_overview, schools
from storage.database import Database, Transaction
from storage.meetings import Pair
from storage.pairs_overview import Which

__all__ = ["Cell", "Glance", "Mark", "PairsGlance", "Seen", "Which"]

PAGE = 20


@dataclass(frozen=True, slots=True)
class Seen:
    """One pair: its number in the whole list, its weeks."""

    number: int
    pair: Pair
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Glance:
    """A page of pairs, the Mondays of its columns, and how the whole programme does in these weeks."""

    seen: tuple[Seen, ...]
    mondays: tuple[date, ...]
    today: date
    page: int
    pages: int
    pairs: int
    silent: int
    counts: Mapping[MeetingState, int]


class PairsGlance:
    """For those who may see every pair's meetings."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def page(self, speaker: Speaker, page: int = 0) -> Glance:
        """A page of the pairs at work, form by form, in a fixed number of queries; the last one for a page too far."""

        def query(tx: Transaction) -> Glance:
            curator = acting(tx, speaker, Deed.SEE_MEETINGS)
            chosen = schools.settings(tx, curator.school_id)
            today = tx.now.astimezone(chosen.zone).date()
            mondays = weeks(today)
            programme = schools.programme(tx, curator.school_id)
            if programme is None:
                return Glance((), mondays, today, 0, 1, 0, 0, {})
            since, until = (
                datetime.combine(day, time(), chosen.zone).astimezone(UTC)
                for day in (mondays[0], mondays[-1] + timedelta(days=7))
            )
            silent_since = idle_since(tx, curator.school_id, chosen)
            every = pairs_overview.count(tx, programme.id, Which.ALL, silent_since)
            pages = max(1, -(-every // PAGE))
            at = min(max(page, 0), pages - 1)
            found = pair_weeks.ids(tx, programme.id, at * PAGE, PAGE)
            known = {each.match_id: each for each in meetings.pairs(tx, found)}
            met = pair_weeks.meetings(tx, found, since, until)
            began = pair_weeks.began(tx, found, chosen.zone)
            mentors = [each.mentor.id for each in known.values()]
            away = pair_weeks.pauses(tx, programme.id, mentors, since, chosen.zone)
            seen = tuple(
                Seen(
                    number=at * PAGE + place,
                    pair=known[match],
                    cells=row(
                        mondays,
                        [
                            Met(each.starts_at.astimezone(chosen.zone).date(), each.state, each.starts_at <= tx.now)
                            for each in met.get(match, ())
                        ],
                        began=began.get(match, today),
                        today=today,
                        away=away.get(known[match].mentor.id, ()),
                    ),
                )
                for place, match in enumerate(found, 1)
                if match in known
            )
            silent = pairs_overview.count(tx, programme.id, Which.SILENT, silent_since)
            counts = pair_weeks.counts(tx, programme.id, since, until)
            return Glance(seen, mondays, today, at, pages, every, silent, counts)

        return await self._database.read(query)
