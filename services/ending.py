"""Closing a pair, in one place for everybody who closes one: its ground and day, the meeting, the ban, what both are told.

Nobody is told who asked or why. An order that named the pair is amended: whoever draws it up reads the ended members
with their ground and day (stage 5 and 6 of the roadmap).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from mentoring.partings import Ground, Outcome, Wanted
from mentoring.people import Side
from services.guardian_notices import tell_guardians, tell_of_change
from services.meeting_setting import halt
from services.offers import recall
from storage import journal, matches, notices, partings, pauses, people, schools, wishes
from storage.database import Transaction
from storage.matches import LIVE, Member, State
from storage.partings import Parting
from storage.wishes import Wish

BAN_REASON = "parted"  # of the two: not who wished it


def close(
    tx: Transaction, member: Member, ground: Ground, on: date, by: int | None, *, leaver: int | None = None
) -> bool:
    """End one mentee's place in a match on a day of the school's calendar; False when it was over already.

    What is still open about it is answered with that. `leaver` is a person who goes altogether and is told nothing.
    """
    recall(tx, member)
    offered = member.state is State.OFFERED
    if member.state not in LIVE or not matches.turn(tx, member, State.UNDONE if offered else State.ENDED, ground):
        return False
    school = _school(tx, member)
    _dated(tx, member, on, school)
    asked = partings.open_of(tx, [member.id])
    for each in asked:
        partings.answer(tx, each.id, Outcome.AGREED, by)
    _cancel_meeting(tx, member.match_id, school)
    if ground is not Ground.GOALS and not offered:
        wishes.wish(
            tx, member.programme_id, Wish.BAN, mentee=member.mentee_person, mentor=member.mentor_person, by=by,
            reason=BAN_REASON,
        )  # fmt: skip
    _rest(tx, member, ground, asked)
    _end_pause(tx, member)
    begun = member.state not in (State.OFFERED, State.ACCEPTED)
    for person in (member.mentee_person, member.mentor_person):
        if person != leaver:
            kind = "pair-ended" if begun else "offer-over"  # what never began is not thanked for
            notices.write(tx, kind, school=school, person=person, about=member.id)
    if begun:
        tell_of_change(tx, "child-pair-ended", member, school=school)
    else:
        tell_guardians(tx, "offer-guardian-over", member, school=school)
    journal.note(tx, "match-ended", "member", member.id, school=school, by=by, details=ground)
    return True


def close_all(
    tx: Transaction, members: Iterable[Member], ground: Ground, on: date, by: int | None, *, leaver: int | None = None
) -> int:
    """The same for several, when the mentor leaves a group; returns how many were closed."""
    return sum(close(tx, each, ground, on, by, leaver=leaver) for each in members if each.state in LIVE)


def today(tx: Transaction, school: int) -> date:
    """The day by the school's clock."""
    return tx.now.astimezone(schools.settings(tx, school).zone).date()


def close_gone(tx: Transaction, person_id: int, ground: Ground, by: int | None) -> None:
    """Whoever leaves altogether, is taken off the list or erased, leaves every pair today."""
    person = people.get(tx, person_id)
    day = today(tx, person.school_id)
    close_all(tx, matches.of_person(tx, person_id), ground, day, by, leaver=person_id)


def _school(tx: Transaction, member: Member) -> int:
    return int(tx.value("SELECT school_id FROM programmes WHERE id = :id", id=member.programme_id))


def _dated(tx: Transaction, member: Member, on: date, school: int) -> None:
    """The day the pair ended, where that is not today: noon of it by the school's clock."""
    zone = schools.settings(tx, school).zone
    if on != tx.now.astimezone(zone).date():
        noon = datetime.combine(on, time(12), zone).astimezone(UTC)
        tx.run("UPDATE members SET ended_at = :at WHERE id = :id", at=noon, id=member.id)


def _cancel_meeting(tx: Transaction, match_id: int, school: int) -> None:
    """The planned meeting and its rhythm are off when nobody is left to come; whoever stays in a group meets as planned."""
    if not any(each.state is State.ACTIVE for each in matches.of_match(tx, match_id)):
        halt(tx, match_id, school)


def _end_pause(tx: Transaction, member: Member) -> None:
    """A mentor with nobody left to come back to pauses no longer."""
    if not any(each.mentor_person == member.mentor_person for each in matches.of_person(tx, member.mentor_person)):
        pause = pauses.running(tx, member.programme_id, [member.mentor_person]).get(member.mentor_person)
        if pause is not None:
            pauses.end(tx, pause.id)


def _rest(tx: Transaction, member: Member, ground: Ground, asked: list[Parting]) -> None:
    """Whoever wanted no pair any more, or has reached what they came for, is not looked for one until they come back."""
    finished = {each.side for each in asked if each.kind is not Wanted.CHANGE}
    if ground is Ground.GOALS:
        finished.add(Side.MENTEE)
    for side, participation in ((Side.MENTOR, member.mentor_id), (Side.MENTEE, member.mentee_id)):
        if side in finished:
            partings.rest(tx, participation, resting=True)
