"""Recurring meetings: a mentor sets, changes and stops the rhythm of a pair."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mentoring.people import Speaker
from mentoring.refusal import NotYours, TakenMeanwhile
from mentoring.rhythms import FOR_WEEKS, WEEKS, Rhythm, last_day, weeks_of
from services import meeting_notices as told
from services.meeting_views import PairView, led, pair_view
from services.rhythm_following import upcoming
from storage import journal, matches, meetings, pacts, rhythms, schools
from storage.database import Database, Transaction
from storage.matches import State

__all__ = ["RhythmView", "Rhythms"]


@dataclass(frozen=True, slots=True)
class RhythmView:
    """The rhythm of a pair: the one that runs, its next meetings beside the planned one, what is proposed first."""

    view: PairView
    rhythm: Rhythm | None
    ahead: tuple[datetime, ...]
    proposed_weeks: int


class Rhythms:
    """What a mentor does about meetings that repeat."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of_pair(self, speaker: Speaker, match_id: int) -> RhythmView:
        """The rhythm of a pair the speaker leads. Raises NotYours for any other pair."""
        return await self._database.read(lambda tx: self._view(tx, led(tx, speaker, match_id)[0], match_id))

    async def begin(self, speaker: Speaker, match_id: int, weeks: int, lasting: int) -> RhythmView:
        """Repeat the planned meeting every `weeks` weeks, for `lasting` weeks (0: to the programme's end).

        A rhythm that runs is changed; the same one twice changes nothing. Raises TakenMeanwhile when no meeting is ahead.
        """
        if weeks not in WEEKS or lasting not in (0, *FOR_WEEKS):
            raise NotYours

        def unit(tx: Transaction) -> RhythmView:
            mentor, pair = led(tx, speaker, match_id)
            planned = meetings.planned(tx, [match_id]).get(match_id)
            if planned is None or planned.starts_at <= tx.now:
                raise TakenMeanwhile("rhythm-refused-no-meeting")
            local = planned.starts_at.astimezone(schools.settings(tx, pair.school_id).zone)
            until = last_day(local.date(), lasting, pair.ends_on)
            running = rhythms.running(tx, match_id)
            first = local.replace(tzinfo=None)
            if running is None or (running.weeks, running.first_at, running.until_on) != (weeks, first, until):
                rhythms.stop(tx, match_id)
                made = rhythms.begin(tx, match_id, weeks, first, until, mentor.person_id)
                meetings.join_rhythm(tx, planned.id, made.id, local.date())
                told.lapses(tx, pair, meetings.get(tx, planned.id))
                told.repeats(tx, pair, made.id)
                journal.note(tx, "rhythm-set", "match", match_id, school=pair.school_id, by=mentor.person_id)
            return self._view(tx, mentor, match_id)

        return await self._database.work(unit)

    async def stop(self, speaker: Speaker, match_id: int) -> RhythmView:
        """«Остановить повтор»: the planned meeting stands, no other follows by itself. Twice changes nothing."""

        def unit(tx: Transaction) -> RhythmView:
            mentor, pair = led(tx, speaker, match_id)
            if rhythms.stop(tx, match_id):
                journal.note(tx, "rhythm-stopped", "match", match_id, school=pair.school_id, by=mentor.person_id)
            return self._view(tx, mentor, match_id)

        return await self._database.work(unit)

    def _view(self, tx: Transaction, mentor: Speaker, match_id: int) -> RhythmView:
        view = pair_view(tx, mentor, match_id)
        rhythm = rhythms.running(tx, match_id)
        members = [each.id for each in matches.of_match(tx, match_id) if each.state is State.ACTIVE]
        paces = [each.pace for each in pacts.of_members(tx, members).values()]
        ahead = tuple(upcoming(tx, view.pair, rhythm)) if rhythm else ()
        return RhythmView(view, rhythm, ahead, weeks_of(paces[0] if paces else None))
