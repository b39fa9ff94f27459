"""Guardians and the pairs of their children: they see who it is with and why, and may object until the order is signed.

Whether they may do it themselves is the school's choice; where it is not, or the order is signed, they ask the curator.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mentoring.pacts import EDITIONS, Pace
from mentoring.people import Person, Side, Speaker
from mentoring.refusal import NotYours, Refusal, TakenMeanwhile
from mentoring.rights import Deed, may, require
from mentoring.settings import Objecting
from services.filling import Sent
from services.guardian_notices import OPEN, child_of, minor, side_of, tell_guardians
from services.offer_notices import tell, tell_curators
from services.offers import recall
from services.pair_fit import Fit, fit_of
from storage import accounts, guardianships, journal, matches, objections, offers, pacts, people, schools, wishes
from storage.database import Database, Transaction
from storage.matches import Member, State
from storage.wishes import Wish

__all__ = ["ChildPair", "ChildPairs", "State"]

_SHOWN = OPEN | {State.ACTIVE}


@dataclass(frozen=True, slots=True)
class ChildPair:
    """A pair of a child, as the guardian sees it."""

    member_id: int
    child: Person
    side: Side
    other: Person
    state: State
    fit: Fit
    answer_by: datetime | None  # in the school's time, while the child is asked
    may_object: bool
    edition: str  # of the pair's rules
    pace: Pace | None  # as the child has accepted it
    confirmed: bool  # the school has made sure who the parent is: until then the other is not named to them


class ChildPairs:
    """What guardians see and do about pairs."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def mine(self, speaker: Speaker) -> tuple[ChildPair, ...]:
        """The pairs of the speaker's children, as long as they are minors; of those the school knows them to be parents of."""

        def query(tx: Transaction) -> tuple[ChildPair, ...]:
            if speaker.person is None or not may(speaker, Deed.OBJECT_TO_PAIR):
                return ()
            found: dict[int, ChildPair] = {}
            for child in people.children_of(tx, speaker.person.id):
                if minor(tx, child):
                    for member in matches.of_person(tx, child.id):
                        if member.state in _SHOWN:
                            found.setdefault(member.id, _seen(tx, speaker.person.id, member, child))
            return tuple(each for each in found.values() if each.confirmed)

        return await self._database.read(query)

    async def look(self, speaker: Speaker, member_id: int) -> tuple[Speaker, ChildPair]:
        """One of them, and the guardian it is seen as. Raises NotYours for anybody else's, Refusal for one that is over."""

        def unit(tx: Transaction) -> tuple[Speaker, ChildPair]:
            me, member, child = _own(tx, speaker, member_id)
            if member.state not in _SHOWN:
                raise Refusal("objection-over")
            return me, _seen(tx, me.person_id, member, child)

        return await self._database.work(unit)

    async def objectable(self, speaker: Speaker, member_id: int) -> Speaker:
        """The guardian, if they may object now. Raises NotYours, or Refusal with what else can be done."""
        return await self._database.work(lambda tx: _objecting(tx, speaker, member_id)[0])

    def guard(self, tx: Transaction, speaker: Speaker, form: str, about: int) -> None:
        """The form is opened and sent by whoever may object."""
        _objecting(tx, speaker, about)

    def receive(self, tx: Transaction, speaker: Speaker, sent: Sent) -> None:
        """An objection with its reason: the pair is over, nobody but curators hears who stopped it, and it is not proposed again.

        Raises TakenMeanwhile when the pair has changed under the guardian's hands.
        """
        me, member, child = _objecting(tx, speaker, sent.about)
        reason = "\n".join(part for part in (sent.text("reason"), sent.text("note")) if part)
        if not matches.turn(tx, member, State.DECLINED, ground="guardian"):
            raise TakenMeanwhile("objection-over")
        recall(tx, member)
        objections.keep(tx, member.id, me.person_id, child.id, reason)
        two = {"mentee": member.mentee_person, "mentor": member.mentor_person}
        wishes.wish(tx, member.programme_id, Wish.BAN, **two, by=me.person_id, reason="guardian")
        school = me.school_id
        journal.note(tx, "objected-to-pair", "member", member.id, school=school, by=me.person_id)
        for person in two.values():
            tell(tx, "offer-over", member, person, school=school)
        tell_guardians(tx, "offer-guardian-over", member, school=school, but=me.person_id)
        tell_curators(tx, "offer-objected", member, school=school)


def _own(tx: Transaction, speaker: Speaker, member_id: int) -> tuple[Speaker, Member, Person]:
    """The pair, whose guardian speaks and of which child: an account may speak for several people."""
    member = matches.get(tx, member_id)
    me = accounts.as_account(tx, speaker.account_id)
    child = child_of(tx, me.person_id, member) if me.person else None
    if child is None:
        for each in accounts.people_of(tx, speaker.account_id):
            child = child_of(tx, each.id, member)
            if child is not None:
                accounts.speak_for(tx, speaker.account_id, each.id)
                me = accounts.as_account(tx, speaker.account_id)
                break
    if child is None:
        raise NotYours
    require(me, Deed.OBJECT_TO_PAIR)
    return me, member, child


def _objecting(tx: Transaction, speaker: Speaker, member_id: int) -> tuple[Speaker, Member, Person]:
    me, member, child = _own(tx, speaker, member_id)
    if member.state not in _SHOWN:
        raise Refusal("objection-over")
    if member.state not in OPEN:
        raise Refusal("objection-late")
    if schools.settings(tx, me.school_id).guardian_may_object is not Objecting.YES:
        raise Refusal("objection-asks")
    return me, member, child


def _seen(tx: Transaction, guardian: int, member: Member, child: Person) -> ChildPair:
    side = side_of(member, child.id)
    chosen = schools.settings(tx, child.school_id)
    asked = next((each for each in offers.of_member(tx, member.id) if each.side is side and each.answer is None), None)
    accepted = pacts.of_members(tx, [member.id]).get((member.id, side))
    return ChildPair(
        member_id=member.id,
        child=child,
        side=side,
        other=people.get(tx, member.mentor_person if side is Side.MENTEE else member.mentee_person),
        state=member.state,
        fit=fit_of(tx, member, side),
        answer_by=asked.answer_by.astimezone(chosen.zone) if asked else None,
        may_object=member.state in OPEN and chosen.guardian_may_object is Objecting.YES,
        edition=EDITIONS.get(member.form, ""),
        pace=accepted.pace if accepted else None,
        confirmed=guardianships.confirmed(tx, guardian, child.id),
    )
