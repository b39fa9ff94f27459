"""Who somebody is to a plan: the mentor who makes it, the mentee whose it is, or a curator who looks after both."""

from __future__ import annotations

from enum import StrEnum

from mentoring.people import Speaker
from mentoring.refusal import NotYours, Refusal
from mentoring.rights import Deed, may, require
from storage import accounts, matches, people
from storage.database import Transaction
from storage.matches import Member, State


class Who(StrEnum):
    """What somebody is to a plan."""

    MENTOR = "mentor"
    MENTEE = "mentee"
    CURATOR = "curator"


def own(tx: Transaction, speaker: Speaker, member: Member) -> tuple[Speaker, Who]:
    """The speaker as a side of the pair, or as a curator of its school.

    An account may speak for several people: the side is chosen for it. Raises NotYours for anybody else, Refusal when
    the pair is not at work and a side asks.
    """
    me = accounts.as_account(tx, speaker.account_id)
    sides = {member.mentor_person: Who.MENTOR, member.mentee_person: Who.MENTEE}
    if me.person is None or me.person.id not in sides:
        if me.person is not None and may(me, Deed.SEE_MEETINGS):
            if people.get(tx, member.mentor_person).school_id != me.school_id:
                raise NotYours
            return me, Who.CURATOR
        asked = next((each.id for each in accounts.people_of(tx, speaker.account_id) if each.id in sides), None)
        if asked is None:
            raise NotYours
        accounts.speak_for(tx, speaker.account_id, asked)
        me = accounts.as_account(tx, speaker.account_id)
    who = sides[me.person_id]
    require(me, Deed.LEAD_MEETINGS if who is Who.MENTOR else Deed.ANSWER_MEETINGS)
    if member.state is not State.ACTIVE:
        raise Refusal("plans-not-at-work")
    return me, who


def led(tx: Transaction, speaker: Speaker, member_id: int) -> tuple[Speaker, Member]:
    """The mentor of a pair at work. Raises NotYours for anybody else."""
    member = matches.get(tx, member_id)
    me, who = own(tx, speaker, member)
    if who is not Who.MENTOR:
        raise NotYours
    return me, member
