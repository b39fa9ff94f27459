"""When a meeting of a rhythm is over, the next one is planned by itself."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from mentoring.meetings import MeetingKind, MeetingState, closing_is_near, next_kind
from mentoring.rhythms import Closed, Rhythm, next_meeting
from mentoring.school_days import state_holiday
from services import meeting_setting
from services.meeting_views import away
from services.notices import Deed, Notice
from storage import meetings, rhythms, school_days, schools
from storage.database import Transaction
from storage.meetings import Meeting, Pair


def follow(tx: Transaction, match_id: int) -> Meeting | None:
    """Plan the next meeting of a match's rhythm, unless one is planned; a rhythm that has none left is over.

    It steps over the school's holidays, the mentor's pause and the hours either side meets somebody else. Nobody is told
    of a regular meeting on its usual day: the reminders are enough; of the first three, and of the closing one, mentees
    are: each has a purpose of its own. A mentor reads of it where they log the one before.
    """
    rhythm = rhythms.running(tx, match_id)
    if rhythm is None or meetings.planned(tx, [match_id]):
        return None
    found = meetings.pairs(tx, [match_id])
    kinds = meetings.past_kinds(tx, match_id)
    if not found or MeetingKind.CLOSING in kinds:
        rhythms.stop(tx, match_id)
        return None
    pair = found[0]
    zone = schools.settings(tx, pair.school_id).zone
    closed = closed_for(tx, pair)
    last = rhythms.last_stands_on(tx, rhythm.id) or rhythm.first_at.date()
    local = next_meeting(rhythm, last, tx.now, zone, closed)
    if local is None or local.date() > pair.ends_on:
        rhythms.stop(tx, match_id)
        return None
    kind = next_kind(kinds)
    ends = next_meeting(rhythm, local.date(), tx.now, zone, closed) is None
    closing = ends and closing_is_near(kind, local.date(), pair.ends_on)
    usual = local.date() == last + timedelta(weeks=rhythm.weeks)
    return meeting_setting.plan(
        tx, pair, local.astimezone(UTC), by=None, closing=closing, rhythm=rhythm.id, stands_on=local.date(),
        quietly=usual and kind is MeetingKind.REGULAR and not closing, knows=pair.mentor.id if usual else None,
    )  # fmt: skip


def closed_for(tx: Transaction, pair: Pair) -> Closed:
    """The days and hours at which this pair does not meet by itself."""
    calendar = school_days.calendar(tx, pair.school_id, schools.settings(tx, pair.school_id))
    back = away(tx, [pair]).get(pair.mentor.id)

    def closed(day: date) -> bool:
        return (back is not None and day < back) or calendar.rests(day) or state_holiday(day)

    busy = meetings.busy(tx, [each.id for each in pair.everyone], but=pair.match_id)
    return Closed(closed, tuple(busy))


def upcoming(tx: Transaction, pair: Pair, rhythm: Rhythm, many: int = 3) -> list[datetime]:
    """The next meetings as the rhythm would have them now, local; for its screen."""
    zone = schools.settings(tx, pair.school_id).zone
    closed = closed_for(tx, pair)
    after = rhythms.last_stands_on(tx, rhythm.id) or rhythm.first_at.date()
    found: list[datetime] = []
    while len(found) < many:
        local = next_meeting(rhythm, after, tx.now, zone, closed)
        if local is None:
            break
        found.append(local)
        after = local.date()
    return found


def lapse(tx: Transaction, notice: Notice) -> None:
    """A day has gone by and nobody has logged the meeting: it gives way to the next one, and can still be logged."""
    meeting = meetings.get(tx, notice.about)
    if meeting.state is not MeetingState.PLANNED or meeting.revision != notice.revision:
        return
    if rhythms.running(tx, meeting.match_id) is not None and meetings.lapse(tx, meeting.id):
        follow(tx, meeting.match_id)


DEEDS: dict[str, Deed] = {"meeting-lapses": lapse}
