"""The curator is invited to a pair's first, third and last meeting: whoever says first that they come is it."""

from __future__ import annotations

from mentoring.meetings import MeetingState
from mentoring.naming import shown
from mentoring.people import Role
from mentoring.reminders import Ahead, reminders
from services.holding import hours_of
from services.notices import Notice, Still, Values, addressee
from storage import meetings, notices, people, schools
from storage.database import Transaction
from storage.meetings import Meeting, Pair
from storage.notices import Lane

_KIND_OF = {Ahead.DAY: "visit-day", Ahead.HOUR: "visit-hour"}


def invite(tx: Transaction, pair: Pair, meeting: Meeting) -> None:
    """Invite the curators, or tell the one who has promised to come that the meeting was moved."""
    if not meeting.kind.with_curator:
        return
    promised = visitor(tx, meeting, meeting.revision - 1)
    for curator in invited(tx, pair):
        if promised in (None, curator):
            kind = "visit-asked" if promised is None else "visit-moved"
            _write(tx, kind, pair.school_id, meeting, curator)


def promised(tx: Transaction, pair: Pair, meeting: Meeting, curator: int) -> None:
    """A curator comes: they are reminded as the pair is."""
    hours = hours_of(tx, people.get(tx, curator))
    for each in reminders(meeting.starts_at, hours, tx.now):
        notices.write(
            tx, _KIND_OF[each.ahead], school=pair.school_id, person=curator, about=meeting.id, revision=meeting.revision,
            lane=Lane.REMINDER, not_before=each.at, not_after=each.not_after,
        )  # fmt: skip


def declined(tx: Transaction, pair: Pair, meeting: Meeting, curator: int) -> None:
    """The one who was to come cannot after all: those who have not been asked about this time are."""
    for each in invited(tx, pair):
        if each != curator:
            _write(tx, "visit-asked", pair.school_id, meeting, each)


def tell_off(tx: Transaction, school: int, meeting: Meeting) -> None:
    """The meeting was cancelled: the curator who was to come hears of it. Nobody else had promised anything."""
    if meeting.kind.with_curator and (curator := visitor(tx, meeting, meeting.revision - 1)) is not None:
        _write(tx, "visit-off", school, meeting, curator)


def invited(tx: Transaction, pair: Pair) -> list[int]:
    """The curators who are not of the pair themselves."""
    own = {each.id for each in pair.everyone}
    return [each.id for each in people.with_role(tx, pair.school_id, Role.CURATOR) if each.id not in own]


def visitor(tx: Transaction, meeting: Meeting, revision: int | None = None) -> int | None:
    """The curator who comes to a meeting as it stood at a revision (as it stands, unless another is named)."""
    found = tx.value(
        "SELECT a.person_id FROM meeting_answers a JOIN staff_roles r ON r.person_id = a.person_id AND r.role = 'curator' "
        "WHERE a.meeting_id = :meeting AND a.revision = :revision AND a.question = 'coming' AND a.answer = 'yes' "
        "AND a.person_id NOT IN (SELECT p.person_id FROM matches m JOIN members b ON b.match_id = m.id "
        "JOIN participations p ON p.id IN (m.mentor_id, b.mentee_id) WHERE m.id = :match) "
        "ORDER BY a.at, a.person_id LIMIT 1",
        meeting=meeting.id,
        revision=meeting.revision if revision is None else revision,
        match=meeting.match_id,
    )
    return None if found is None else int(found)


def _write(tx: Transaction, kind: str, school: int, meeting: Meeting, curator: int) -> None:
    notices.write(
        tx,
        kind,
        school=school,
        person=curator,
        about=meeting.id,
        revision=meeting.revision,
        not_after=meeting.starts_at,
    )


def _values(tx: Transaction, notice: Notice, state: MeetingState) -> tuple[Meeting, Values] | None:
    meeting = meetings.get(tx, notice.about)
    if meeting.state is not state or meeting.revision != notice.revision or meeting.starts_at <= tx.now:
        return None
    pair, zone = meetings.sides(tx, meeting.match_id), schools.settings(tx, notice.school_id).zone
    viewer = addressee(tx, notice)
    if pair is None or Role.CURATOR not in viewer.roles or (state is MeetingState.PLANNED and not _meets(tx, meeting)):
        return None
    return meeting, {
        "mentor": shown(pair.mentor, viewer),
        "mentees": ", ".join(shown(each, viewer) for each in pair.mentees),
        "starts": meeting.starts_at.astimezone(zone),
        "today": tx.now.astimezone(zone).date(),
        "place": meeting.place,
        "kind": meeting.kind,
    }


def _meets(tx: Transaction, meeting: Meeting) -> bool:
    return meeting.kind.with_curator and bool(meetings.pairs(tx, [meeting.match_id]))


def still_asked(tx: Transaction, notice: Notice) -> Values | None:
    """True until this curator has answered, or another one comes."""
    found = _values(tx, notice, MeetingState.PLANNED)
    if found is None or visitor(tx, found[0]) is not None:
        return None
    return None if notice.person_id in meetings.answers(tx, found[0], "coming") else found[1]


def still_moved(tx: Transaction, notice: Notice) -> Values | None:
    """True while it stands at the new time."""
    found = _values(tx, notice, MeetingState.PLANNED)
    return found[1] if found else None


def still_coming(tx: Transaction, notice: Notice) -> Values | None:
    """True while this curator is the one who comes."""
    found = _values(tx, notice, MeetingState.PLANNED)
    return found[1] if found and visitor(tx, found[0]) == notice.person_id else None


def still_off(tx: Transaction, notice: Notice) -> Values | None:
    """True while the meeting is off."""
    found = _values(tx, notice, MeetingState.CANCELLED)
    return found[1] if found else None


STILL: dict[str, Still] = {
    "visit-asked": still_asked,
    "visit-moved": still_moved,
    "visit-off": still_off,
    "visit-day": still_coming,
    "visit-hour": still_coming,
}
