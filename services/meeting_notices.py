"""What is said about a meeting: told at once, reminded before, asked after; each re-checked when its time comes."""

from __future__ import annotations

from datetime import datetime, timedelta

from mentoring.meetings import MeetingState
from mentoring.naming import shown
from mentoring.people import Person
from mentoring.quiet_hours import hours_for
from mentoring.reminders import Ahead, reminders
from services.notices import Notice, Still, Values, addressee
from storage import meetings, notices, schools
from storage.database import Transaction
from storage.meetings import Meeting, Pair
from storage.notices import Lane

_ASKED_AGAIN = timedelta(days=1)
_KIND_OF = {Ahead.DAY: "meeting-day", Ahead.HOUR: "meeting-hour"}


def planned(tx: Transaction, pair: Pair, meeting: Meeting) -> None:
    """A meeting was planned or moved: the mentees hear of it, both sides are reminded before and asked after."""
    for mentee in pair.mentees:
        _write(tx, "meeting-moved" if meeting.revision else "meeting-set", pair, meeting, mentee, Lane.ANSWER)
    chosen = schools.settings(tx, pair.school_id)
    for person in pair.everyone:
        for each in reminders(meeting.starts_at, hours_for(person.kind, chosen), tx.now):
            kind = _KIND_OF[each.ahead]
            _write(tx, kind, pair, meeting, person, Lane.REMINDER, each.at, each.not_after)
    over = meeting.starts_at + timedelta(minutes=meeting.minutes)
    _write(tx, "meeting-how", pair, meeting, pair.mentor, Lane.REMINDER, over, over + 2 * _ASKED_AGAIN)
    _write(
        tx, "meeting-how-again", pair, meeting, pair.mentor, Lane.REMINDER, over + _ASKED_AGAIN, over + 3 * _ASKED_AGAIN
    )
    for mentee in pair.mentees:
        _write(tx, "meeting-took-place", pair, meeting, mentee, Lane.REMINDER, over, over + 3 * _ASKED_AGAIN)


def called_off(tx: Transaction, pair: Pair, meeting: Meeting) -> None:
    """A meeting was cancelled: the mentees hear of it; whatever else was to be said of it is untrue from now on."""
    for mentee in pair.mentees:
        _write(tx, "meeting-called-off", pair, meeting, mentee, Lane.ANSWER)


def cannot_come(tx: Transaction, pair: Pair, meeting: Meeting, mentee_id: int, *, move: bool) -> None:
    """A mentee cannot come, or asks for another time: the mentor hears of it once."""
    kind = "meeting-asked-to-move" if move else "meeting-cannot"
    notices.write(
        tx,
        kind,
        school=pair.school_id,
        person=pair.mentor.id,
        about=meeting.id,
        revision=meeting.revision,
        not_after=meeting.starts_at,
        key=f"{kind}:{pair.mentor.id}:{meeting.id}:{meeting.revision}:{mentee_id}",
    )


def _write(
    tx: Transaction,
    kind: str,
    pair: Pair,
    meeting: Meeting,
    person: Person,
    lane: Lane,
    not_before: datetime | None = None,
    not_after: datetime | None = None,
) -> None:
    notices.write(
        tx,
        kind,
        school=pair.school_id,
        person=person.id,
        about=meeting.id,
        revision=meeting.revision,
        lane=lane,
        not_before=not_before,
        not_after=not_after or meeting.starts_at,
    )


def _values(tx: Transaction, notice: Notice, states: tuple[MeetingState, ...]) -> tuple[Meeting, Pair, Values] | None:
    """The meeting with its pair and the words' values; None unless it is as it was when the notice was written."""
    meeting = meetings.get(tx, notice.about)
    found = meetings.pairs(tx, [meeting.match_id])
    if meeting.state not in states or meeting.revision != notice.revision or not found:
        return None
    pair = found[0]
    if notice.person_id not in {each.id for each in pair.everyone}:
        return None
    viewer = addressee(tx, notice)
    others = pair.mentees if notice.person_id == pair.mentor.id else (pair.mentor,)
    zone = schools.settings(tx, pair.school_id).zone
    values = {
        "who": ", ".join(shown(each, viewer) for each in others),
        "starts": meeting.starts_at.astimezone(zone),
        "today": tx.now.astimezone(zone).date(),
        "place": meeting.place,
        "kind": meeting.kind,
        "match": pair.match_id,
        "leads": notice.person_id == pair.mentor.id,
    }
    return meeting, pair, values


def still_planned(tx: Transaction, notice: Notice) -> Values | None:
    """True while the meeting is planned for the time it was told or reminded of."""
    found = _values(tx, notice, (MeetingState.PLANNED,))
    return found[2] if found and found[0].starts_at > tx.now else None


def still_to_remind(tx: Transaction, notice: Notice) -> Values | None:
    """The same, unless this person has said they cannot come; with those who cannot, for the mentor."""
    found = _values(tx, notice, (MeetingState.PLANNED,))
    if found is None or found[0].starts_at <= tx.now:
        return None
    meeting, pair, values = found
    said = meetings.answers(tx, meeting, "coming")
    if said.get(notice.person_id or 0) is False and not values["leads"]:
        return None
    return {**values, "absent": _absent(tx, notice, pair, said) if values["leads"] else ""}


def still_cancelled(tx: Transaction, notice: Notice) -> Values | None:
    """True while no other meeting was planned instead."""
    found = _values(tx, notice, (MeetingState.CANCELLED,))
    if found is None or meetings.planned(tx, [found[0].match_id]):
        return None
    return found[2]


def still_to_log(tx: Transaction, notice: Notice) -> Values | None:
    """True until the mentor has said how it went, moved or cancelled it."""
    found = _values(tx, notice, (MeetingState.PLANNED,))
    return found[2] if found else None


def still_to_confirm(tx: Transaction, notice: Notice) -> Values | None:
    """True until the mentee has said whether it took place; whatever the mentor has said."""
    found = _values(tx, notice, (MeetingState.PLANNED, MeetingState.HELD, MeetingState.MISSED))
    if found is None or notice.person_id in meetings.answers(tx, found[0], "took_place"):
        return None
    return found[2]


def still_cannot(tx: Transaction, notice: Notice) -> Values | None:
    """True while the meeting stands and somebody's answer is no: with the names of those who cannot come."""
    found = _values(tx, notice, (MeetingState.PLANNED,))
    if found is None or found[0].starts_at <= tx.now:
        return None
    meeting, pair, values = found
    said = meetings.answers(tx, meeting, "coming")
    absent = _absent(tx, notice, pair, said)
    return {**values, "who": absent} if absent else None


def _absent(tx: Transaction, notice: Notice, pair: Pair, said: dict[int, bool]) -> str:
    viewer = addressee(tx, notice)
    return ", ".join(shown(each, viewer) for each in pair.mentees if said.get(each.id) is False)


STILL: dict[str, Still] = {
    "meeting-set": still_planned,
    "meeting-moved": still_planned,
    "meeting-called-off": still_cancelled,
    "meeting-day": still_to_remind,
    "meeting-hour": still_to_remind,
    "meeting-how": still_to_log,
    "meeting-how-again": still_to_log,
    "meeting-took-place": still_to_confirm,
    "meeting-cannot": still_cannot,
    "meeting-asked-to-move": still_cannot,
}
