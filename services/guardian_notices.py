"""What guardians of minors are told about the pairs of their children, and whether it is still true when it is said."""

from __future__ import annotations

from mentoring.meetings import MeetingState
from mentoring.naming import shown
from mentoring.people import Person, Side, is_minor
from mentoring.settings import Objecting
from services.notices import Notice, Still, Values
from services.pair_fit import fit_of
from services.viewers import viewer
from storage import guardianships, matches, meetings, notices, offers, people, schools
from storage.database import Transaction
from storage.matches import LIVE, Member, State
from storage.meetings import Meeting, Pair
from storage.offers import Reply

OPEN = frozenset({State.OFFERED, State.ACCEPTED})
"""A pair before its order: a guardian may still stop it."""


def tell_guardians(tx: Transaction, kind: str, member: Member, *, school: int, but: int = 0) -> None:
    """Tell the guardians of both sides, as far as they are minors; not whoever did it themselves (`but`)."""
    for person in (member.mentee_person, member.mentor_person):
        tell_guardians_of(tx, kind, member, person, school=school, but=but)


def tell_guardians_of(
    tx: Transaction, kind: str, member: Member, person_id: int, *, school: int, but: int = 0, revision: int = 0
) -> None:
    """Tell the guardians of one side about a pair, if they are a minor."""
    if minor(tx, people.get(tx, person_id)):
        for guardian in people.guardians_of(tx, person_id):
            if guardian.id != but:
                notices.write(tx, kind, school=school, person=guardian.id, about=member.id, revision=revision)


def tell_of_change(tx: Transaction, kind: str, member: Member, *, school: int) -> None:
    """A pair that had begun is over, has stopped for now, or goes on: the parents of minors hear that, never why."""
    at = int(tx.now.timestamp())
    for person in (member.mentee_person, member.mentor_person):
        if people.get(tx, person).withdrawn_at is None:
            tell_guardians_of(tx, kind, member, person, school=school, revision=at)


def tell_of_meeting(tx: Transaction, pair: Pair, meeting: Meeting) -> None:
    """A meeting was planned, moved or called off: parents who wish to hear of meetings do."""
    minors = [each.id for each in pair.everyone if minor(tx, each)]
    for guardian in dict(guardianships.hearing(tx, minors)):
        notices.write(
            tx, "child-meeting", school=pair.school_id, person=guardian, about=meeting.id, revision=meeting.revision,
            not_after=meeting.starts_at,
        )  # fmt: skip


def minor(tx: Transaction, person: Person) -> bool:
    """Whether guardians answer for somebody today, by the school's calendar."""
    return is_minor(person, tx.now.astimezone(schools.settings(tx, person.school_id).zone).date())


def child_of(tx: Transaction, guardian_id: int, member: Member) -> Person | None:
    """Whose guardian somebody is in a pair, of minors only; the mentee first where both are their children."""
    for child in (member.mentee_person, member.mentor_person):
        if any(each.id == guardian_id for each in people.guardians_of(tx, child)):
            found = people.get(tx, child)
            return found if minor(tx, found) else None
    return None


def side_of(member: Member, person_id: int) -> Side:
    """On which side of a pair somebody is."""
    return Side.MENTOR if member.mentor_person == person_id else Side.MENTEE


def _said(tx: Transaction, notice: Notice, member: Member) -> dict[str, object] | None:
    child = child_of(tx, notice.person_id or 0, member)
    if child is None or not guardianships.confirmed(tx, notice.person_id or 0, child.id):
        return None  # nobody is named to a parent whom the school has not made sure of
    to, side = viewer(tx, notice.person_id or 0), side_of(member, child.id)
    other = people.get(tx, member.mentor_person if side is Side.MENTEE else member.mentee_person)
    may = schools.settings(tx, notice.school_id).guardian_may_object
    return {
        "side": side.value,
        "child": shown(child, to),
        "name": shown(other, to),
        "may": (may if member.state in OPEN else Objecting.NO).value,
        "other": other,
        "to": to,
    }


def still_told(tx: Transaction, notice: Notice) -> Values | None:
    """A pair is proposed to a child: true until the child or the other side has answered it away."""
    member = matches.get(tx, notice.about)
    values = _said(tx, notice, member) if member.state in OPEN else None
    if values is None:
        return None
    side = Side(str(values["side"]))
    asked = next((each for each in offers.of_member(tx, member.id) if each.side is side), None)
    if asked is None:
        return None
    by = asked.answer_by.astimezone(schools.settings(tx, notice.school_id).zone)
    return values | {"fit": fit_of(tx, member, side), "by": by}


def still_agreed(tx: Transaction, notice: Notice) -> Values | None:
    """A minor has agreed to a pair: a tap of a child is no secret from the parents."""
    member = matches.get(tx, notice.about)
    values = _said(tx, notice, member) if member.state in LIVE else None
    if values is None:
        return None
    said = [each for each in offers.of_member(tx, member.id) if each.side == values["side"]]
    return values if said and said[0].answer is Reply.ACCEPTED else None


def still_over(tx: Transaction, notice: Notice) -> Values | None:
    """The pair of a child came to nothing: nobody is named as the one who stopped it.

    A guardian who never heard of it (at night) hears nothing.
    """
    member = matches.get(tx, notice.about)
    if not notices.said(tx, notice.person_id or 0, member.id, "offer-told-guardian", "offer-guardian"):
        return None
    return _said(tx, notice, member) if member.state not in LIVE else None


def _changed(tx: Transaction, notice: Notice, *states: State) -> Values | None:
    """What a parent hears of a pair in one sentence, while it is so."""
    member = matches.get(tx, notice.about)
    child = child_of(tx, notice.person_id or 0, member)
    if child is None or child.withdrawn_at is not None or member.state not in states:
        return None
    to = viewer(tx, notice.person_id or 0)
    return {"child": shown(child, to), "side": side_of(member, child.id).value, "about_child": child.id}


def still_child_ended(tx: Transaction, notice: Notice) -> Values | None:
    """The pair of a child is over."""
    return _changed(tx, notice, State.ENDED)


def still_child_frozen(tx: Transaction, notice: Notice) -> Values | None:
    """The pair of a child has stopped for now."""
    return _changed(tx, notice, State.FROZEN)


def still_child_again(tx: Transaction, notice: Notice) -> Values | None:
    """The pair of a child goes on."""
    return _changed(tx, notice, State.ACTIVE)


def still_child_meeting(tx: Transaction, notice: Notice) -> Values | None:
    """A meeting of a child stands, or was called off, as it was told; for a parent who still wishes to hear of meetings."""
    meeting = meetings.get(tx, notice.about)
    if meeting.revision != notice.revision or meeting.state not in (MeetingState.PLANNED, MeetingState.CANCELLED):
        return None
    guardian = notice.person_id or 0
    members = [each for each in matches.of_match(tx, meeting.match_id) if each.state is State.ACTIVE]
    for member in members:
        child = child_of(tx, guardian, member)
        if child is not None and guardianships.hears(tx, guardian, child.id):
            zone = schools.settings(tx, notice.school_id).zone
            return {
                "child": shown(child, viewer(tx, guardian)),
                "when": meeting.starts_at.astimezone(zone),
                "place": meeting.place or "none",
                "off": "yes" if meeting.state is MeetingState.CANCELLED else "no",
                "moved": "yes" if meeting.revision else "no",
                "about_child": child.id,
            }
    return None


STILL: dict[str, Still] = {
    "offer-told-guardian": still_told,
    "offer-guardian": still_agreed,
    "offer-guardian-over": still_over,
    "child-pair-ended": still_child_ended,
    "child-pair-frozen": still_child_frozen,
    "child-pair-again": still_child_again,
    "child-meeting": still_child_meeting,
}
