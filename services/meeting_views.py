"""A pair as one of its sides sees it: the next meeting, who comes, and for the mentor times that would suit both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from mentoring.meetings import MeetingKind, next_kind, parts_of_day, suggested_times
from mentoring.people import Speaker
from mentoring.settings import Settings
from storage import meetings
from storage.database import Transaction
from storage.meetings import Meeting, Pair


@dataclass(frozen=True, slots=True)
class PairView:
    """A pair as one of its sides sees it now. Times are local; `kind` is what the next meeting to be set would be."""

    pair: Pair
    leads: bool
    meeting: Meeting | None
    starts: datetime | None
    over: bool  # the meeting's time has come and it is not logged
    now: datetime
    kind: MeetingKind
    held: int
    closed: bool  # the closing meeting was held
    coming: dict[int, bool]
    suggestions: tuple[datetime, ...] = ()
    away_until: date | None = None  # the mentor pauses until this day


def view_of(
    tx: Transaction,
    speaker: Speaker,
    pair: Pair,
    meeting: Meeting | None,
    chosen: Settings,
    *,
    suggest: bool,
    whole: bool,
    away_until: date | None = None,
) -> PairView:
    """The pair as the speaker sees it. `whole` adds what was held and who comes, `suggest` times for the mentor."""
    kinds = meetings.held_kinds(tx, pair.match_id) if whole else []
    leads = pair.mentor.id == speaker.person_id
    now = tx.now.astimezone(chosen.zone)
    return PairView(
        pair=pair,
        leads=leads,
        meeting=meeting,
        starts=meeting.starts_at.astimezone(chosen.zone) if meeting else None,
        over=meeting is not None and meeting.starts_at <= tx.now,
        now=now,
        kind=next_kind(kinds),
        held=len(kinds),
        closed=MeetingKind.CLOSING in kinds,
        coming=meetings.answers(tx, meeting, "coming") if whole and meeting else {},
        suggestions=_suggestions(tx, pair, meeting, now, chosen) if leads and suggest else (),
        away_until=away_until,
    )


def _suggestions(
    tx: Transaction, pair: Pair, meeting: Meeting | None, now: datetime, chosen: Settings
) -> tuple[datetime, ...]:
    ids = [each.id for each in pair.everyone]
    free = meetings.free_slots(tx, ids)
    earlier = meetings.past(tx, pair.match_id, 1)
    previous = meeting.starts_at if meeting else earlier[0].starts_at if earlier else None
    busy = [each.astimezone(chosen.zone) for each in meetings.busy(tx, ids, but=pair.match_id)]
    if meeting is not None:
        busy.append(meeting.starts_at.astimezone(chosen.zone))
    times = suggested_times(
        [free.get(each, frozenset()) for each in ids],
        previous.astimezone(chosen.zone) if previous else None,
        now,
        parts_of_day(chosen.lessons),
        busy,
    )
    return tuple(each for each in times if each.date() <= pair.ends_on)
