"""A pair as one of its sides sees it: the next meeting, who comes, and for the mentor times that would suit both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from mentoring.meetings import MeetingKind, next_kind, parts_of_day, suggested_times
from mentoring.people import Speaker
from mentoring.refusal import NotYours
from mentoring.rights import Deed
from mentoring.settings import Settings
from services.authority import acting
from storage import meetings, pauses, schools
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


def led(tx: Transaction, speaker: Speaker, match_id: int) -> tuple[Speaker, Pair]:
    """The speaker as a mentor, and the pair they lead. Raises NotYours for any other pair."""
    mentor = acting(tx, speaker, Deed.LEAD_MEETINGS)
    pair = meetings.pair(tx, match_id)
    if pair.mentor.id != mentor.person_id:
        raise NotYours
    return mentor, pair


def pair_view(tx: Transaction, speaker: Speaker, match_id: int) -> PairView:
    """One of the speaker's pairs as it stands now. Raises NotYours for anyone else's."""
    pair = meetings.pair(tx, match_id)
    if speaker.person is None or speaker.person_id not in {each.id for each in pair.everyone}:
        raise NotYours
    meeting = meetings.planned(tx, [match_id]).get(match_id)
    return view_of(
        tx, speaker, pair, meeting, schools.settings(tx, pair.school_id),
        suggest=True, whole=True, away_until=away(tx, [pair]).get(pair.mentor.id),
    )  # fmt: skip


def away(tx: Transaction, found: list[Pair]) -> dict[int, date]:
    """The mentors of these pairs who pause, and until when."""
    programmes = {each.programme_id for each in found}
    mentors = {each.mentor.id for each in found}
    return {id_: each.until_on for one in programmes for id_, each in pauses.running(tx, one, mentors).items()}


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
