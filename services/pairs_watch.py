"""The curator's look at pairs and their meetings: who meets, who does not, where the two sides disagree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from mentoring.meetings import MeetingState
from mentoring.naming import shown
from mentoring.people import Speaker
from mentoring.refusal import NotYours, TakenMeanwhile
from mentoring.rights import Deed
from services.authority import acting
from services.filling import Sent
from services.notices import Lane, Notice, Values, addressee
from services.stuck_pairs import idle_since
from storage import journal, meetings, notices, pairs_overview, pauses, schools
from storage.database import Database, Transaction
from storage.meetings import Pair
from storage.pairs_overview import PairLine, Which

__all__ = ["PairLine", "PairsPage", "PairsWatch", "Which"]

PAGE = 8


@dataclass(frozen=True, slots=True)
class PairsPage:
    """A page of a list of pairs, how long each list is, the id to go on after (0: this is the last page), the local time."""

    lines: list[PairLine]
    counts: dict[Which, int]
    go_on_after: int
    now: datetime


class PairsWatch:
    """For those who may see every pair's meetings."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def page(self, speaker: Speaker, which: Which, after: int = 0) -> PairsPage:
        """A page of pairs by their id, in a fixed number of queries."""

        def query(tx: Transaction) -> PairsPage:
            curator = acting(tx, speaker, Deed.SEE_MEETINGS)
            programme = schools.programme(tx, curator.school_id)
            chosen = schools.settings(tx, curator.school_id)
            now = tx.now.astimezone(chosen.zone)
            if programme is None:
                return PairsPage([], dict.fromkeys(Which, 0), 0, now)
            since = idle_since(tx, curator.school_id, chosen)
            lines = pairs_overview.page(tx, programme.id, which, since, after, PAGE + 1)
            counts = {each: pairs_overview.count(tx, programme.id, each, since) for each in Which}
            more = lines[PAGE - 1].pair.match_id if len(lines) > PAGE else 0
            return PairsPage(lines[:PAGE], counts, more, now)

        return await self._database.read(query)

    def receive_search(self, tx: Transaction, speaker: Speaker, sent: Sent) -> PairsPage:
        """The first pairs in which somebody's name or code has the typed text in it."""
        curator = acting(tx, speaker, Deed.SEE_MEETINGS)
        programme = schools.programme(tx, curator.school_id)
        now = tx.now.astimezone(schools.settings(tx, curator.school_id).zone)
        lines = pairs_overview.found(tx, programme.id, sent.text("text"), PAGE + 1) if programme else []
        return PairsPage(lines[:PAGE], {}, len(lines) > PAGE, now)

    async def nudge(self, speaker: Speaker, match_id: int) -> None:
        """Remind the mentor that no meeting is planned, once a day at most.

        Raises NotYours for a pair that is not at work here, TakenMeanwhile when a meeting is planned or the mentor away.
        """

        def unit(tx: Transaction) -> None:
            _, pair = _own(tx, speaker, match_id)
            if meetings.planned(tx, [match_id]):
                raise TakenMeanwhile("pairs-refused-planned")
            if _away(tx, pair) is not None:
                raise TakenMeanwhile("pairs-refused-away")
            today = tx.now.astimezone(schools.settings(tx, pair.school_id).zone).date()
            if not notices.write(
                tx,
                "meeting-nudge",
                school=pair.school_id,
                person=pair.mentor.id,
                about=match_id,
                revision=today.toordinal(),
                lane=Lane.REMINDER,
            ):
                raise TakenMeanwhile("pairs-refused-nudged")

        await self._database.work(unit)

    async def settle(self, speaker: Speaker, meeting_id: int, *, held: bool) -> int:
        """The curator has found out whether a meeting took place; returns its match.

        Raises TakenMeanwhile when that was settled before.
        """

        def unit(tx: Transaction) -> int:
            meeting = meetings.get(tx, meeting_id)
            curator, pair = _own(tx, speaker, meeting.match_id)
            if not pairs_overview.is_disputed(tx, meeting_id):
                raise TakenMeanwhile("pairs-refused-settled")
            meetings.settle(tx, meeting_id, MeetingState.HELD if held else MeetingState.MISSED)
            journal.note(tx, "meeting-settled", "meeting", meeting_id, school=pair.school_id, by=curator.person_id)
            return meeting.match_id

        return await self._database.work(unit)


def _own(tx: Transaction, speaker: Speaker, match_id: int) -> tuple[Speaker, Pair]:
    curator = acting(tx, speaker, Deed.SEE_MEETINGS)
    pair = meetings.pair(tx, match_id)
    if pair.school_id != curator.school_id:
        raise NotYours
    return curator, pair


def _away(tx: Transaction, pair: Pair) -> date | None:
    pause = pauses.running(tx, pair.programme_id, [pair.mentor.id]).get(pair.mentor.id)
    return None if pause is None else pause.until_on


def still_without_meeting(tx: Transaction, notice: Notice) -> Values | None:
    """True while the pair works and has no meeting planned."""
    found = meetings.pairs(tx, [notice.about])
    if not found or meetings.planned(tx, [notice.about]) or _away(tx, found[0]):
        return None
    viewer = addressee(tx, notice)
    return {"who": ", ".join(shown(each, viewer) for each in found[0].mentees), "match": notice.about}
