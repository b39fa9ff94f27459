"""The curator's look at pairs and their meetings: who meets, who does not, where the two sides disagree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from mentoring.meetings import MeetingState
from mentoring.naming import shown
from mentoring.people import Speaker
from mentoring.refusal import NotYours, TakenMeanwhile
from mentoring.rights import Deed
from services.authority import acting
from services.notices import Lane, Notice, Values, addressee
from storage import feedback, journal, meetings, notices, pairs_overview, pauses, schools
from storage.database import Database, Transaction
from storage.drafts import Submission
from storage.meetings import Meeting, Pair
from storage.pairs_overview import PairLine, Which

__all__ = ["PairCard", "PairLine", "PairsPage", "PairsWatch", "Which"]

PAGE = 8


@dataclass(frozen=True, slots=True)
class PairsPage:
    """A page of a list of pairs, how long each list is, the id to go on after (0: this is the last page), the local time."""

    lines: list[PairLine]
    counts: dict[Which, int]
    go_on_after: int
    now: datetime


@dataclass(frozen=True, slots=True)
class PairCard:
    """A pair with its meetings, the last first, and what its mentees say of them, by meeting and person."""

    pair: Pair
    planned: Meeting | None
    past: list[Meeting]
    said: dict[int, dict[int, bool]]
    feedback: list[Submission]
    zone: tzinfo
    now: datetime
    away_until: date | None = None  # the mentor pauses until this day

    def disputed(self, meeting: Meeting) -> bool:
        """Whether a mentee says other than the mentor, and nobody has found out yet."""
        held = meeting.state is MeetingState.HELD
        return meeting.settled_at is None and any(yes != held for yes in self.said.get(meeting.id, {}).values())


class PairsWatch:
    """For those who may see every pair's meetings."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def page(self, speaker: Speaker, which: Which, after: int = 0) -> PairsPage:
        """A page of pairs by their id, in a fixed number of queries."""

        def query(tx: Transaction) -> PairsPage:
            curator = acting(tx, speaker, Deed.SEE_MEETINGS)
            programme = schools.programme(tx, curator.school_id)
            now = tx.now.astimezone(schools.settings(tx, curator.school_id).zone)
            if programme is None:
                return PairsPage([], dict.fromkeys(Which, 0), 0, now)
            lines = pairs_overview.page(tx, programme.id, which, after, PAGE + 1)
            counts = {each: pairs_overview.count(tx, programme.id, each) for each in Which}
            more = lines[PAGE - 1].pair.match_id if len(lines) > PAGE else 0
            return PairsPage(lines[:PAGE], counts, more, now)

        return await self._database.read(query)

    async def card(self, speaker: Speaker, match_id: int) -> PairCard:
        """One pair of the curator's school. Raises NotYours for another's."""
        return await self._database.read(lambda tx: self._card(tx, speaker, match_id))

    async def nudge(self, speaker: Speaker, match_id: int) -> PairCard:
        """Remind the mentor that no meeting is planned, once a day at most. Raises TakenMeanwhile when one is."""

        def unit(tx: Transaction) -> PairCard:
            card = self._card(tx, speaker, match_id)
            if card.planned is not None:
                raise TakenMeanwhile("pairs-refused-planned")
            if card.away_until is not None:
                raise TakenMeanwhile("pairs-refused-away")
            today = tx.now.astimezone(card.zone).date()
            if not notices.write(
                tx,
                "meeting-nudge",
                school=card.pair.school_id,
                person=card.pair.mentor.id,
                about=match_id,
                revision=today.toordinal(),
                lane=Lane.REMINDER,
            ):
                raise TakenMeanwhile("pairs-refused-nudged")
            return card

        return await self._database.work(unit)

    async def settle(self, speaker: Speaker, meeting_id: int, *, held: bool) -> PairCard:
        """The curator has found out whether a meeting took place. Raises TakenMeanwhile when that was settled before."""

        def unit(tx: Transaction) -> PairCard:
            meeting = meetings.get(tx, meeting_id)
            card = self._card(tx, speaker, meeting.match_id)
            if not card.disputed(meeting):
                raise TakenMeanwhile("pairs-refused-settled")
            meetings.settle(tx, meeting_id, MeetingState.HELD if held else MeetingState.MISSED)
            journal.note(tx, "meeting-settled", "meeting", meeting_id, school=card.pair.school_id, by=speaker.person_id)
            return self._card(tx, speaker, meeting.match_id)

        return await self._database.work(unit)

    def _card(self, tx: Transaction, speaker: Speaker, match_id: int) -> PairCard:
        curator = acting(tx, speaker, Deed.SEE_MEETINGS)
        pair = meetings.pair(tx, match_id)
        if pair.school_id != curator.school_id:
            raise NotYours
        return PairCard(
            pair=pair,
            planned=meetings.planned(tx, [match_id]).get(match_id),
            past=meetings.past(tx, match_id),
            said=pairs_overview.took_place_answers(tx, match_id),
            feedback=feedback.of_match(tx, match_id),
            zone=schools.settings(tx, pair.school_id).zone,
            now=tx.now,
            away_until=_away(tx, pair),
        )


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
