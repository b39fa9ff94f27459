"""A pair as one of its sides sees it: the next meeting, who comes, and for the mentor times that would suit both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mentoring.meetings import MeetingKind, closing_is_near, next_kind, parts_of_day, suggested_times
from mentoring.people import Role, Speaker
from mentoring.plans import Progress
from mentoring.refusal import NotYours
from mentoring.rhythms import Rhythm
from mentoring.rights import Deed
from mentoring.settings import Settings
from services.authority import acting
from storage import meetings, pauses, people, plans, proposals, rhythms, schools
from storage.database import Transaction
from storage.meetings import Meeting, Pair
from storage.proposals import Proposal


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
    curator: CuratorComes | None = None  # None: not invited to this meeting
    rhythm: Rhythm | None = None
    proposals: tuple[Proposal, ...] = ()  # times mentees propose, that wait for the mentor
    unlogged: tuple[Meeting, ...] = ()  # meetings that gave way to the next one before anybody logged them
    closing_near: bool = False  # the next meeting to be set is best the closing one
    plan: Progress | None = None  # of the one mentee of a pair, where there is a plan


class CuratorComes(StrEnum):
    """Whether a curator comes to a meeting to which they are invited."""

    YES = "yes"
    NO = "no"  # everyone has declined; the meeting is held without
    ASKED = "asked"


def led(tx: Transaction, speaker: Speaker, match_id: int) -> tuple[Speaker, Pair]:
    """The speaker as a mentor, and the pair they lead. Raises NotYours for any other pair."""
    mentor = acting(tx, speaker, Deed.LEAD_MEETINGS)
    pair = meetings.pair(tx, match_id)
    if pair.mentor.id != mentor.person_id:
        raise NotYours
    return mentor, pair


def pair_view(tx: Transaction, speaker: Speaker, match_id: int, *, proposing: bool = False) -> PairView:
    """One of the speaker's pairs as it stands now; `proposing` adds times for a mentee. Raises NotYours for others."""
    pair = meetings.pair(tx, match_id)
    if speaker.person is None or speaker.person_id not in {each.id for each in pair.everyone}:
        raise NotYours
    meeting = meetings.planned(tx, [match_id]).get(match_id)
    return view_of(
        tx, speaker, pair, meeting, schools.settings(tx, pair.school_id),
        suggest=True, whole=True, proposing=proposing, away_until=away(tx, [pair]).get(pair.mentor.id),
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
    proposing: bool = False,
    away_until: date | None = None,
) -> PairView:
    """The pair as the speaker sees it. `whole` adds what was held and who comes, `suggest` times for the mentor."""
    kinds = meetings.held_kinds(tx, pair.match_id) if whole else []
    unlogged = meetings.unlogged(tx, pair.match_id) if whole else []
    kind = next_kind([*kinds, *(each.kind for each in unlogged)])
    coming = meetings.answers(tx, meeting, "coming") if whole and meeting else {}
    leads = pair.mentor.id == speaker.person_id
    now = tx.now.astimezone(chosen.zone)
    return PairView(
        pair=pair,
        leads=leads,
        meeting=meeting,
        starts=meeting.starts_at.astimezone(chosen.zone) if meeting else None,
        over=meeting is not None and meeting.starts_at <= tx.now,
        now=now,
        kind=kind,
        held=len(kinds),
        closed=MeetingKind.CLOSING in kinds,
        coming=coming,
        suggestions=_suggestions(tx, pair, meeting, now, chosen, speaker) if suggest and (leads or proposing) else (),
        away_until=away_until,
        curator=_curator(tx, pair, coming) if whole and meeting and meeting.kind.with_curator else None,
        rhythm=rhythms.running(tx, pair.match_id) if whole else None,
        proposals=tuple(proposals.open_of(tx, pair.match_id)) if whole else (),
        unlogged=tuple(unlogged) if leads else (),
        closing_near=closing_is_near(kind, now.date(), pair.ends_on),
        plan=plans.of_pair(tx, pair.match_id, now.date()) if whole else None,
    )


def _curator(tx: Transaction, pair: Pair, coming: dict[int, bool]) -> CuratorComes | None:
    """Whether a curator comes; one who belongs to the pair is not invited apart."""
    own = {each.id for each in pair.everyone}
    invited = [each.id for each in people.with_role(tx, pair.school_id, Role.CURATOR) if each.id not in own]
    if not invited:
        return None
    if any(coming.get(each) for each in invited):
        return CuratorComes.YES
    return CuratorComes.NO if all(coming.get(each) is False for each in invited) else CuratorComes.ASKED


def _suggestions(
    tx: Transaction, pair: Pair, meeting: Meeting | None, now: datetime, chosen: Settings, speaker: Speaker
) -> tuple[datetime, ...]:
    """Times that suit everyone, then those that suit whoever chooses."""
    ids = sorted((each.id for each in pair.everyone), key=lambda each: each != speaker.person_id)
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
