"""A mentee proposes a time: another one for a meeting, or a first one; the mentor agrees, keeps or chooses."""

from __future__ import annotations

from datetime import datetime

from mentoring.people import Speaker
from mentoring.refusal import NotYours, TakenMeanwhile
from services import meeting_setting
from services import proposal_notices as told
from services.meeting_views import PairView, led, pair_view
from storage import journal, meetings, proposals, schools
from storage.database import Database, Transaction
from storage.proposals import Proposal, ProposalAnswer


class Proposals:
    """Times that mentees propose, and what a mentor answers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def choosing(self, speaker: Speaker, match_id: int) -> PairView:
        """The pair with times that would suit, the mentee's own free hours first. Raises NotYours for a mentor."""
        return await self._database.read(lambda tx: _own(tx, speaker, match_id))

    async def propose(self, speaker: Speaker, match_id: int, meeting_id: int, local: datetime) -> PairView:
        """Propose a local time (the school's, no zone) for a meeting, or for the next one (`meeting_id` 0).

        Another proposal of the same mentee falls. Raises Refusal for a time gone by or after the programme's end, and
        TakenMeanwhile when the meeting was moved, held or cancelled meanwhile.
        """

        def unit(tx: Transaction) -> PairView:
            view = _own(tx, speaker, match_id)
            standing = view.meeting.id if view.meeting is not None and not view.over else 0
            if standing != meeting_id or (view.meeting is not None and view.over):
                raise TakenMeanwhile("meeting-refused-changed")
            starts = meeting_setting.checked(tx, view.pair, local, schools.settings(tx, view.pair.school_id))
            if view.meeting is not None and view.meeting.starts_at == starts:
                raise TakenMeanwhile("proposal-refused-same")
            same = [each for each in view.proposals if each.person_id == speaker.person_id and each.starts_at == starts]
            if not same:
                made = proposals.propose(tx, match_id, meeting_id or None, speaker.person_id, starts)
                told.proposed(tx, view.pair, made, view.meeting)
                journal.note(
                    tx, "meeting-proposed", "match", match_id, school=view.pair.school_id, by=speaker.person_id
                )
            return _own(tx, speaker, match_id)

        return await self._database.work(unit)

    async def agree(self, speaker: Speaker, proposal_id: int) -> PairView:
        """«Согласиться»: the meeting is moved, or planned, to the time proposed; everyone is told.

        Raises TakenMeanwhile when the proposal was answered or fell, Refusal when its time has gone by.
        """

        def unit(tx: Transaction) -> PairView:
            mentor, found = _asked(tx, speaker, proposal_id)
            pair = meetings.pair(tx, found.match_id)
            chosen = schools.settings(tx, pair.school_id)
            local = found.starts_at.astimezone(chosen.zone).replace(tzinfo=None)
            starts = meeting_setting.checked(tx, pair, local, chosen)
            proposals.answer(tx, found.id, ProposalAnswer.AGREED)
            if found.meeting_id is None:
                meeting_setting.plan(tx, pair, starts, by=mentor.person_id)
            else:
                meeting_setting.move(
                    tx, pair, meetings.get(tx, found.meeting_id), starts, by=found.person_id, knows=mentor.person_id
                )
            return pair_view(tx, mentor, found.match_id)

        return await self._database.work(unit)

    async def keep(self, speaker: Speaker, proposal_id: int) -> PairView:
        """«Оставить как есть»: whoever proposed is told that the time stays. Raises TakenMeanwhile as `agree` does."""

        def unit(tx: Transaction) -> PairView:
            mentor, found = _asked(tx, speaker, proposal_id)
            proposals.answer(tx, found.id, ProposalAnswer.KEPT)
            told.kept(tx, meetings.pair(tx, found.match_id), found)
            return pair_view(tx, mentor, found.match_id)

        return await self._database.work(unit)


def _own(tx: Transaction, speaker: Speaker, match_id: int) -> PairView:
    view = pair_view(tx, speaker, match_id, proposing=True)
    if view.leads:
        raise NotYours
    return view


def _asked(tx: Transaction, speaker: Speaker, proposal_id: int) -> tuple[Speaker, Proposal]:
    """The mentor, and a proposal that still waits for them and speaks of the meeting as it stands."""
    found = proposals.get(tx, proposal_id)
    mentor, _ = led(tx, speaker, found.match_id)
    standing = meetings.planned(tx, [found.match_id]).get(found.match_id)
    ahead = standing.id if standing is not None and standing.starts_at > tx.now else None
    if found.answer is not None or found.meeting_id != ahead or (standing is not None and ahead is None):
        raise TakenMeanwhile("proposal-refused-over")
    return mentor, found
