"""What is said about the rules of a pair: one reminder, another pace proposed, a child's word told to the parents."""

from __future__ import annotations

from datetime import timedelta

from mentoring.naming import shown
from mentoring.pacts import Pact, standing
from mentoring.people import Side
from services.guardian_notices import child_of, side_of
from services.notices import Lane, Notice, Still, Values
from services.viewers import viewer
from storage import matches, notices, pacts, people
from storage.database import Transaction
from storage.matches import Member, State

AGREED = frozenset({State.ACCEPTED, State.ACTIVE})
"""A pair both sides of which agreed, at work or waiting for the order: it has rules."""
_REMINDED_AFTER = timedelta(days=2)


def remind_of_pact(tx: Transaction, member: Member, *, school: int) -> None:
    """Both have agreed to the pair: each is reminded of its rules once, unless they have accepted them by then."""
    for person in (member.mentee_person, member.mentor_person):
        once = f"pact-reminder:{person}:match-{member.match_id}:{tx.now.date()}"  # a group's mentor accepts them once
        notices.write(
            tx,
            "pact-reminder",
            school=school,
            person=person,
            about=member.id,
            lane=Lane.REMINDER,
            not_before=tx.now + _REMINDED_AFTER,
            key=once if person == member.mentor_person else "",
        )


def _own(tx: Transaction, notice: Notice) -> tuple[Member, dict[Side, Pact | None], Side] | None:
    member = matches.get(tx, notice.about)
    if member.state not in AGREED or notice.person_id is None:
        return None
    said = pacts.of_members(tx, [member.id])
    return member, {side: said.get((member.id, side)) for side in Side}, side_of(member, notice.person_id)


def _values(tx: Transaction, notice: Notice, member: Member, side: Side) -> dict[str, object]:
    other = people.get(tx, member.mentee_person if side is Side.MENTOR else member.mentor_person)
    return {
        "side": side.value,
        "name": shown(other, viewer(tx, notice.person_id or 0)),
        "match": member.match_id,
    }


def still_to_accept(tx: Transaction, notice: Notice) -> Values | None:
    """The rules wait to be accepted."""
    found = _own(tx, notice)
    if found is None or standing(found[1][found[2]], found[0].form):
        return None
    return _values(tx, notice, found[0], found[2])


def still_other_pace(tx: Transaction, notice: Notice) -> Values | None:
    """The other side would rather meet more often, or less."""
    found = _own(tx, notice)
    if found is None:
        return None
    member, said, side = found
    mine, theirs = said[side], said[Side.MENTEE if side is Side.MENTOR else Side.MENTOR]
    if mine is None or theirs is None or mine.pace is theirs.pace:
        return None
    return _values(tx, notice, member, side) | {"pace": theirs.pace.value}


def still_by_child(tx: Transaction, notice: Notice) -> Values | None:
    """A minor has accepted the rules: the guardians may read them too."""
    member = matches.get(tx, notice.about)
    child = child_of(tx, notice.person_id or 0, member) if member.state in AGREED else None
    if child is None:
        return None
    side, to = side_of(member, child.id), viewer(tx, notice.person_id or 0)
    said = pacts.of_members(tx, [member.id]).get((member.id, side))
    if said is None:
        return None
    other = people.get(tx, member.mentee_person if side is Side.MENTOR else member.mentor_person)
    return {"child": shown(child, to), "name": shown(other, to), "side": side.value, "pace": said.pace.value}


STILL: dict[str, Still] = {
    "pact-reminder": still_to_accept,
    "pact-pace": still_other_pace,
    "pact-guardian": still_by_child,
}
