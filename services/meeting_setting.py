"""A meeting is planned, moved or cancelled, whoever does it: kept with its reason's place, journalled, told at once."""

from __future__ import annotations

from datetime import UTC, date, datetime

from mentoring.meetings import MeetingKind, next_kind
from mentoring.refusal import Refusal, TakenMeanwhile
from mentoring.settings import Settings
from services import meeting_notices as told
from services import visit_notices
from storage import journal, meeting_moves, meetings, proposals, rhythms
from storage.database import Transaction
from storage.meetings import Meeting, Pair
from storage.proposals import ProposalAnswer


def checked(tx: Transaction, pair: Pair, local: datetime, chosen: Settings) -> datetime:
    """A local time without a zone as a moment. Raises Refusal for one gone by or after the programme's end."""
    starts = local.replace(tzinfo=chosen.zone).astimezone(UTC)
    if starts <= tx.now:
        raise Refusal("meeting-refused-past")
    if local.date() > pair.ends_on:
        raise Refusal("meeting-refused-after-end")
    return starts


def plan(
    tx: Transaction,
    pair: Pair,
    starts: datetime,
    *,
    by: int | None,
    closing: bool = False,
    rhythm: int | None = None,
    stands_on: date | None = None,
    quietly: bool = False,
    knows: int | None = None,
) -> Meeting:
    """Plan the next meeting of a pair, of the kind that follows and where they met last.

    `quietly`: nobody is told now, the reminders are enough. `knows` is not told: they have just read it.
    Raises TakenMeanwhile when one is planned already.
    """
    kind = next_kind(meetings.past_kinds(tx, pair.match_id))
    if closing and kind is MeetingKind.REGULAR:
        kind = MeetingKind.CLOSING
    place = meetings.last_place(tx, pair.match_id)
    made = meetings.plan(tx, pair.match_id, kind, starts, place=place, by=by, rhythm=rhythm, stands_on=stands_on)
    if made is None:
        raise TakenMeanwhile("meeting-refused-planned-already")
    proposals.close_all(tx, pair.match_id, ProposalAnswer.OTHER)
    told.planned(tx, pair, made, by=knows or by, quietly=quietly)
    journal.note(tx, "meeting-planned", "meeting", made.id, school=pair.school_id, by=by)
    return made


def move(tx: Transaction, pair: Pair, meeting: Meeting, starts: datetime, *, by: int, knows: int | None = None) -> None:
    """Move a planned meeting; the others of its rhythm stay. `knows` agreed to what `by` proposed, and is not told.

    Raises TakenMeanwhile when it is planned no longer.
    """
    if not meetings.move(tx, meeting.id, starts):
        raise TakenMeanwhile("meeting-refused-not-planned")
    meeting_moves.note(tx, meeting.id, meeting.starts_at, starts, by)
    proposals.close_all(tx, pair.match_id, ProposalAnswer.OTHER)
    told.planned(tx, pair, meetings.get(tx, meeting.id), by=knows or by)
    journal.note(tx, "meeting-moved", "meeting", meeting.id, school=pair.school_id, by=by)


def cancel(tx: Transaction, pair: Pair, meeting: Meeting, *, by: int) -> bool:
    """Cancel a planned meeting and tell everyone; False when it is planned no longer.

    One that has given way to the next is crossed out from an old screen only: of that one nobody is told.
    """
    if meeting.lapsed:
        return put_off(tx, pair, meeting, by=by)
    if not meetings.cancel(tx, meeting.id):
        return False
    meeting_moves.note(tx, meeting.id, meeting.starts_at, None, by)
    proposals.close_all(tx, pair.match_id, ProposalAnswer.DROPPED)
    told.called_off(tx, pair, meetings.get(tx, meeting.id))
    journal.note(tx, "meeting-cancelled", "meeting", meeting.id, school=pair.school_id, by=by)
    return True


def put_off(tx: Transaction, pair: Pair, meeting: Meeting, *, by: int) -> bool:
    """The mentor says that a meeting which has given way was not held; nobody waits for it, nobody is told."""
    if not meetings.cancel(tx, meeting.id):
        return False
    meeting_moves.note(tx, meeting.id, meeting.starts_at, None, by)
    journal.note(tx, "meeting-put-off", "meeting", meeting.id, school=pair.school_id, by=by)
    put_next_in_order(tx, pair)
    return True


def put_next_in_order(tx: Transaction, pair: Pair) -> None:
    """The meeting ahead has the purpose that follows those that were held, a curator invited if so; the closing one stays."""
    ahead = meetings.planned(tx, [pair.match_id]).get(pair.match_id)
    kind = next_kind(meetings.past_kinds(tx, pair.match_id))
    if ahead is None or ahead.starts_at <= tx.now or ahead.kind is MeetingKind.CLOSING:
        return
    if meetings.put_in_order(tx, ahead.id, kind):
        visit_notices.invite(tx, pair, meetings.get(tx, ahead.id))


def drop(tx: Transaction, meeting: Meeting, school: int) -> None:
    """The bot calls a meeting off, with a pause or the end of the pair, which the pair hears of; the curator is told."""
    if meetings.cancel(tx, meeting.id):
        meeting_moves.note(tx, meeting.id, meeting.starts_at, None, None)
        visit_notices.tell_off(tx, school, meetings.get(tx, meeting.id))


def halt(tx: Transaction, match_id: int, school: int) -> None:
    """A pair is over or frozen: no meeting of it stands, none is planned by itself, no proposal waits."""
    rhythms.stop(tx, match_id)
    proposals.close_all(tx, match_id, ProposalAnswer.DROPPED)
    for meeting in meetings.planned(tx, [match_id]).values():
        drop(tx, meeting, school)
