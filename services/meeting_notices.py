"""What is said about a meeting: told at once, reminded before, asked after; each re-checked when its time comes."""

from __future__ import annotations

from datetime import datetime, timedelta

from mentoring.meetings import MeetingKind, MeetingState
from mentoring.naming import shown
from mentoring.people import Person
from mentoring.quiet_hours import hours_for
from mentoring.reminders import Ahead, reminders
from mentoring.rhythms import LAPSES
from services.guardian_notices import tell_of_meeting
from services.notices import Notice, Still, Values, addressee
from services.visit_notices import invite, tell_off, visitor
from storage import meetings, notices, rhythms, school_days, schools
from storage.database import Transaction
from storage.meetings import Meeting, Pair
from storage.notices import Lane

_ASKED_AGAIN = timedelta(days=1)
_KIND_OF = {Ahead.DAY: "meeting-day", Ahead.HOUR: "meeting-hour"}


def planned(tx: Transaction, pair: Pair, meeting: Meeting, *, by: int | None, quietly: bool = False) -> None:
    """A meeting was planned or moved: everyone hears of it but the mentor who did it; the curator is invited.

    Both sides are reminded before and asked after. `quietly`: of a meeting on its usual day the reminders are enough.
    """
    if not quietly:
        for person in pair.everyone if by != pair.mentor.id else pair.mentees:
            _write(tx, "meeting-moved" if meeting.revision else "meeting-set", pair, meeting, person, Lane.ANSWER)
    invite(tx, pair, meeting)
    tell_of_meeting(tx, pair, meeting)
    if meeting.rhythm_id is not None:
        lapses(tx, pair, meeting)
    chosen = schools.settings(tx, pair.school_id)
    days = school_days.calendar(tx, pair.school_id, chosen)
    for person in pair.everyone:
        for each in reminders(meeting.starts_at, hours_for(person.kind, chosen, days), tx.now):
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
    tell_of_meeting(tx, pair, meeting)
    tell_off(tx, pair.school_id, meeting)


def lapses(tx: Transaction, pair: Pair, meeting: Meeting) -> None:
    """A day after its end a meeting of a rhythm gives way to the next one, logged or not."""
    over = meeting.starts_at + timedelta(minutes=meeting.minutes) + LAPSES
    notices.write(
        tx, "meeting-lapses", school=pair.school_id, person=None, about=meeting.id, revision=meeting.revision,
        lane=Lane.DEED, not_before=over, key=f"meeting-lapses:{meeting.id}:{meeting.revision}:{meeting.rhythm_id}",
    )  # fmt: skip


def repeats(tx: Transaction, pair: Pair, rhythm_id: int) -> None:
    """The mentees hear that they meet every week or two."""
    for mentee in pair.mentees:
        notices.write(tx, "meeting-repeats", school=pair.school_id, person=mentee.id, about=rhythm_id)


def placed(tx: Transaction, pair: Pair, meeting: Meeting) -> None:
    """The place was changed: the mentees hear of it, and the curator who comes; the first place of all comes with the
    invitation if that has not been read yet."""
    whoever = [each.id for each in pair.mentees]
    if (curator := visitor(tx, meeting)) is not None:
        whoever.append(curator)
    for person in whoever:
        notices.write(
            tx, "meeting-place", school=pair.school_id, person=person, about=meeting.id, revision=meeting.places,
            not_after=meeting.starts_at,
        )  # fmt: skip


def kind_changed(tx: Transaction, pair: Pair, meeting: Meeting) -> None:
    """A regular meeting is the closing one now: the mentees are told what it is for, the curator is invited."""
    if meeting.kind.with_curator:
        for mentee in pair.mentees:
            _write(tx, "meeting-closing", pair, meeting, mentee, Lane.ANSWER)
        invite(tx, pair, meeting)


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
        "minutes": meeting.minutes,
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
    """True while no other meeting was planned instead; in a rhythm the next one is named."""
    found = _values(tx, notice, (MeetingState.CANCELLED,))
    if found is None:
        return None
    meeting, _, values = found
    instead = meetings.planned(tx, [meeting.match_id]).get(meeting.match_id)
    if instead is None:
        return {**values, "next": None}
    if meeting.rhythm_id is None or instead.rhythm_id != meeting.rhythm_id:
        return None
    return {**values, "next": instead.starts_at.astimezone(values["starts"].tzinfo)}


def still_closing(tx: Transaction, notice: Notice) -> Values | None:
    """True while the meeting stands, as the closing one."""
    values = still_planned(tx, notice)
    return values if values and values["kind"] is MeetingKind.CLOSING else None


def still_repeats(tx: Transaction, notice: Notice) -> Values | None:
    """True while the rhythm runs."""
    rhythm = rhythms.get(tx, notice.about)
    running = rhythms.running(tx, rhythm.match_id)
    found = meetings.pairs(tx, [rhythm.match_id])
    if running is None or running.id != rhythm.id or not found or found[0].mentor.id == notice.person_id:
        return None
    return {
        "who": shown(found[0].mentor, addressee(tx, notice)),
        "weeks": rhythm.weeks,
        "first": rhythm.first_at,
        "until": rhythm.until_on,
        "match": rhythm.match_id,
    }


def still_at_place(tx: Transaction, notice: Notice) -> Values | None:
    """True while the meeting is ahead and the place is the one that was told of."""
    meeting = meetings.get(tx, notice.about)
    ahead = meeting.state is MeetingState.PLANNED and meeting.starts_at > tx.now
    found = meetings.pairs(tx, [meeting.match_id])
    if not ahead or meeting.places != notice.revision or not found:
        return None
    zone = schools.settings(tx, notice.school_id).zone
    return {
        "starts": meeting.starts_at.astimezone(zone),
        "today": tx.now.astimezone(zone).date(),
        "place": meeting.place,
        "match": meeting.match_id,
    }


def still_to_log(tx: Transaction, notice: Notice) -> Values | None:
    """True until the mentor has said how it went, moved or cancelled it."""
    found = _values(tx, notice, (MeetingState.PLANNED,))
    return found[2] if found else None


def still_to_confirm(tx: Transaction, notice: Notice) -> Values | None:
    """True until the mentee has said whether it took place; whatever the mentor has said."""
    found = _values(tx, notice, (MeetingState.PLANNED, MeetingState.HELD, MeetingState.MISSED))
    if found is None or notice.person_id in meetings.answers(tx, found[0], "took_place"):
        return None
    return {**found[2], "group": "yes" if len(found[1].mentees) > 1 else "no"}


def still_cannot(tx: Transaction, notice: Notice) -> Values | None:
    """True while the meeting stands and somebody's answer is no: with the names of those who cannot come."""
    found = _values(tx, notice, (MeetingState.PLANNED,))
    if found is None or found[0].starts_at <= tx.now:
        return None
    meeting, pair, values = found
    said = meetings.answers(tx, meeting, "coming")
    absent = _absent(tx, notice, pair, said)
    return {**values, "who": absent, "goes_on": _goes_on(pair, said)} if absent else None


def _goes_on(pair: Pair, said: dict[int, bool]) -> bool:
    """Whether somebody of a group is left to come: its meeting goes on when one cannot."""
    return any(said.get(each.id) is not False for each in pair.mentees)


def _absent(tx: Transaction, notice: Notice, pair: Pair, said: dict[int, bool]) -> str:
    viewer = addressee(tx, notice)
    return ", ".join(shown(each, viewer) for each in pair.mentees if said.get(each.id) is False)


STILL: dict[str, Still] = {
    "meeting-set": still_planned,
    "meeting-moved": still_planned,
    "meeting-closing": still_closing,
    "meeting-repeats": still_repeats,
    "meeting-place": still_at_place,
    "meeting-called-off": still_cancelled,
    "meeting-day": still_to_remind,
    "meeting-hour": still_to_remind,
    "meeting-how": still_to_log,
    "meeting-how-again": still_to_log,
    "meeting-took-place": still_to_confirm,
    "meeting-cannot": still_cannot,
    "meeting-asked-to-move": still_cannot,
}
