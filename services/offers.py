"""A confirmed pair is offered to both sides: they agree, refuse with a reason only the curator sees, or time runs out.

Stage 5 of the roadmap: a pair begins when the curator has confirmed it, both agreed and the order is signed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from mentoring.people import MentoringForm, Person, Side, Speaker
from mentoring.questionnaire import Phrase
from mentoring.refusal import NotYours, Refusal, TakenMeanwhile
from mentoring.rights import Deed, require
from services import capacity
from services.capacity import Room
from services.filling import Sent
from services.guardian_notices import tell_guardians, tell_guardians_of
from services.offer_notices import tell, tell_curators
from services.pact_notices import remind_of_pact
from services.pair_fit import fit_of
from storage import (
    accounts,
    journal,
    matches,
    notices,
    offers,
    partings,
    people,
    schools,
    standing,
    wishes,
)
from storage.database import Database, Transaction
from storage.matches import Member, State
from storage.notices import Lane
from storage.offers import Offer, Reply
from storage.wishes import Wish

__all__ = ["Mine", "Offered", "Offers", "State", "Together", "ask_both", "lapse", "recall"]

_REMINDED_BEFORE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Grouped:
    """One mentee of a group that a mentor is asked about whole."""

    offer_id: int
    mentee: Person
    words: str  # their request


@dataclass(frozen=True, slots=True)
class Offered:
    """An offer as the one who is asked sees it."""

    offer_id: int
    side: Side
    other: Person
    answer_by: datetime  # in the school's time
    areas: tuple[Phrase, ...]  # what is asked for and offered
    slots: tuple[str, ...]  # when both are free
    words: str  # the mentee's request for a mentor, the mentor's competences for a mentee
    room: Room | None = None  # a mentor's places
    employed: bool = (
        False  # a worker mentors another worker: their written consent comes before the order (ТК ст. 351.8)
    )
    group: tuple[Grouped, ...] = ()  # of several mentees asked about at once, all of them


@dataclass(frozen=True, slots=True)
class Together:
    """A pair one belongs to: on which side, with whom, how far it is."""

    side: Side
    other: Person
    state: State


@dataclass(frozen=True, slots=True)
class Mine:
    """Everything about pairs that a participant's home tells."""

    offered: tuple[Offered, ...]
    together: tuple[Together, ...]
    searching: bool  # ready, a mentee, nobody offered yet
    spare: bool  # ready, a mentor, nobody offered yet


def ask_both(tx: Transaction, member: Member, school: int) -> None:
    """Ask both sides of a pair that has just been confirmed; one reminder a day before the time is up.

    Guardians of whoever is a minor are told at once.
    """
    answer_by = tx.now + timedelta(days=schools.settings(tx, school).offer_days)
    for side, person in ((Side.MENTEE, member.mentee_person), (Side.MENTOR, member.mentor_person)):
        offer = offers.ask(tx, member.id, person, side, answer_by)
        once = _once(member, person, tx.now) if side is Side.MENTOR else ""  # a group is one question to its mentor
        key = f"offer:{once}" if once else ""
        notices.write(tx, "offer", school=school, person=person, about=offer, not_after=answer_by, key=key)
        if answer_by - _REMINDED_BEFORE > tx.now:
            notices.write(
                tx,
                "offer-reminder",
                school=school,
                person=person,
                about=offer,
                lane=Lane.REMINDER,
                not_before=answer_by - _REMINDED_BEFORE,
                not_after=answer_by,
                key=f"offer-reminder:{once}" if once else "",
            )
    tell_guardians(tx, "offer-told-guardian", member, school=school)
    notices.write(tx, "offer-lapses", school=school, person=None, about=member.id, lane=Lane.DEED, not_before=answer_by)


def _once(member: Member, person: int, now: datetime) -> str:
    return f"{person}:match-{member.match_id}:{now.isoformat()}"


def recall(tx: Transaction, member: Member) -> list[Offer]:
    """Close what is still open of a pair's offers; returns both offers as they were."""
    asked = offers.of_member(tx, member.id)
    for offer in asked:
        offers.close(tx, offer.id, Reply.RECALLED)
    return asked


class Offers:
    """Offers as those who are asked see and answer them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def mine(self, speaker: Speaker) -> Mine | None:
        """What the home of a participant tells about pairs; None for whoever takes no part."""
        person = speaker.person
        if person is None:
            return None

        def query(tx: Transaction) -> Mine | None:
            stands = standing.of_person(tx, person.id)
            if not stands:
                return None
            live = matches.of_person(tx, person.id)
            others = people.some(tx, (_other(each, person.id) for each in live))
            together = tuple(
                Together(_side(each, person.id), others[_other(each, person.id)], each.state) for each in live
            )
            matched = {each.id: each.match_id for each in live}
            once = {
                (offer.side, matched.get(offer.member_id)): offer for offer in reversed(offers.open_of(tx, person.id))
            }
            offered = tuple(_offered(tx, offer) for offer in sorted(once.values(), key=lambda each: each.id))
            free = {Side.MENTEE: False, Side.MENTOR: False}
            resting = {id_ for id_, _ in partings.resting_of(tx, person.id)}
            for each in stands:
                busy = any(one.side is each.participation.side for one in together)
                seeks = each.participation.id not in resting
                free[each.participation.side] |= each.ready and not busy and seeks
            return Mine(offered, together, free[Side.MENTEE], free[Side.MENTOR])

        return await self._database.read(query)

    async def look(self, speaker: Speaker, offer_id: int) -> tuple[Speaker, Offered]:
        """One open offer, and the one who is asked. Raises NotYours for somebody else's, Refusal for one that is over."""

        def unit(tx: Transaction) -> tuple[Speaker, Offered]:
            me, offer = _own(tx, speaker, offer_id)
            return me, _offered(tx, offer)

        return await self._database.work(unit)

    async def accept(self, speaker: Speaker, offer_id: int, *, last: bool = False) -> bool:
        """Agree; returns whether both sides have now agreed. With `last` a mentor takes nobody after those they have.

        Raises Refusal for an offer that is over.
        """

        def unit(tx: Transaction) -> bool:
            me, offer = _own(tx, speaker, offer_id)
            return _accept(tx, me, offer, last=last)

        return await self._database.work(unit)

    async def accept_group(self, speaker: Speaker, offer_id: int, upto: int) -> bool:
        """A mentor agrees to all mentees of a group that were shown, the last of them `upto`; as `accept`.

        Whoever was added since is asked about anew.
        """

        def unit(tx: Transaction) -> bool:
            me, offer = _own(tx, speaker, offer_id)
            whole = [each for each in offers.open_beside(tx, offer) if each.id <= upto] or [offer]
            both = [_accept(tx, me, each) for each in whole]
            return all(both)

        return await self._database.work(unit)

    async def accept_and_more(self, speaker: Speaker, offer_id: int) -> tuple[bool, Room]:
        """The same, for a mentor who may take more than they had said: with their places. Raises NotYours for a mentee."""

        def query(tx: Transaction) -> Room:
            _, offer = _own(tx, speaker, offer_id)
            room = _room(tx, matches.get(tx, offer.member_id)) if offer.side is Side.MENTOR else None
            if room is None:
                raise NotYours
            return room

        room = await self._database.work(query)
        return await self.accept(speaker, offer_id), room

    async def refusable(self, speaker: Speaker, offer_id: int) -> Speaker:
        """The one who is asked, if a refusal may still be said. Raises as `accept`."""
        return await self._database.work(lambda tx: _own(tx, speaker, offer_id)[0])

    def receive_decline(self, tx: Transaction, speaker: Speaker, sent: Sent) -> Room | None:
        """A refusal with its reason: the place is free again, the two are not brought together again by themselves.

        Returns a mentor's places: they may want to change them too.
        """
        me, offer = _own(tx, speaker, sent.about)
        member = matches.get(tx, offer.member_id)
        reason = "\n".join(part for part in (sent.text("reason"), sent.text("note")) if part)
        offers.close(tx, offer.id, Reply.DECLINED, reason)
        matches.turn(tx, member, State.DECLINED, ground=f"declined-by-{offer.side}")
        recall(tx, member)
        wishes.wish(
            tx,
            member.programme_id,
            Wish.BAN,
            mentee=member.mentee_person,
            mentor=member.mentor_person,
            by=me.person_id,
            reason="declined",
        )
        journal.note(tx, "declined-offer", "offer", offer.id, school=me.school_id, by=me.person_id)
        tell(tx, "offer-over", member, _other(member, me.person_id), school=me.school_id)
        tell_guardians(tx, "offer-guardian-over", member, school=me.school_id)
        tell_curators(tx, "offer-declined", member, school=me.school_id)
        return _room(tx, member) if offer.side is Side.MENTOR else None


def _accept(tx: Transaction, me: Speaker, offer: Offer, *, last: bool = False) -> bool:
    member = matches.get(tx, offer.member_id)
    offers.close(tx, offer.id, Reply.ACCEPTED)
    journal.note(tx, "accepted-offer", "offer", offer.id, school=me.school_id, by=me.person_id)
    tell_guardians_of(tx, "offer-guardian", member, offer.person_id, school=me.school_id)
    if last and offer.side is Side.MENTOR:
        _take_no_more(tx, me, member)
    if any(each.answer is not Reply.ACCEPTED for each in offers.of_member(tx, member.id)):
        return False
    if not matches.turn(tx, member, State.ACCEPTED):
        raise TakenMeanwhile("offer-already-recalled")
    tell(tx, "offer-both", member, _other(member, me.person_id), school=me.school_id)
    tell_curators(tx, "offers-accepted", member, school=me.school_id, daily=True)
    remind_of_pact(tx, member, school=me.school_id)
    return True


def lapse(tx: Transaction, notice: notices.Notice) -> None:
    """The time is up (a deed of the bot's own): an offer somebody has not answered goes back to the curator."""
    member = matches.get(tx, notice.about)
    if member.state is not State.OFFERED:
        return
    asked = offers.of_member(tx, member.id)
    for offer in asked:
        offers.close(tx, offer.id, Reply.LAPSED)
        kind = "offer-over" if offer.answer is Reply.ACCEPTED else "offer-late"
        tell(tx, kind, member, offer.person_id, school=notice.school_id)
    matches.turn(tx, member, State.RETURNED, ground="not-answered")
    tell_guardians(tx, "offer-guardian-over", member, school=notice.school_id)
    journal.note(tx, "offer-lapsed", "member", member.id, school=notice.school_id, by=None)
    tell_curators(tx, "offer-returned", member, school=notice.school_id)


def _own(tx: Transaction, speaker: Speaker, offer_id: int) -> tuple[Speaker, Offer]:
    """The open offer, and the speaker as the one who was asked: an account may speak for several."""
    offer = offers.get(tx, offer_id)
    me = accounts.as_account(tx, speaker.account_id)
    if me.person is None or me.person.id != offer.person_id:
        if not accounts.speaks_for(tx, speaker.account_id, offer.person_id):
            raise NotYours
        accounts.speak_for(tx, speaker.account_id, offer.person_id)
        me = accounts.as_account(tx, speaker.account_id)
    require(me, Deed.ANSWER_OFFERS)
    if offer.answer is not None or offer.answer_by <= tx.now:
        raise Refusal(f"offer-already-{offer.answer or Reply.LAPSED}")
    if matches.get(tx, offer.member_id).state is not State.OFFERED:
        raise Refusal(f"offer-already-{Reply.RECALLED}")
    return me, offer


def _offered(tx: Transaction, offer: Offer) -> Offered:
    member = matches.get(tx, offer.member_id)
    fit = fit_of(tx, member, offer.side)
    other = people.get(tx, _other(member, offer.person_id))
    return Offered(
        offer_id=offer.id,
        side=offer.side,
        other=other,
        answer_by=offer.answer_by.astimezone(schools.settings(tx, other.school_id).zone),
        areas=fit.areas,
        slots=fit.slots,
        words=fit.words,
        room=_room(tx, member) if offer.side is Side.MENTOR else None,
        employed=offer.side is Side.MENTOR and member.form == MentoringForm.TEACHER_TEACHER,
        group=_group(tx, offer) if offer.side is Side.MENTOR else (),
    )


def _group(tx: Transaction, offer: Offer) -> tuple[Grouped, ...]:
    asked = [(each, matches.get(tx, each.member_id)) for each in offers.open_beside(tx, offer)]
    if len(asked) < 2:
        return ()
    known = people.some(tx, (member.mentee_person for _, member in asked))
    return tuple(
        Grouped(each.id, known[member.mentee_person], fit_of(tx, member, Side.MENTOR).words) for each, member in asked
    )


def _room(tx: Transaction, member: Member) -> Room | None:
    found = standing.of_participation(tx, member.mentor_id)
    return capacity.room_of(tx, found) if found else None


def _take_no_more(tx: Transaction, me: Speaker, member: Member) -> None:
    """In none of their forms."""
    for found in standing.of_person(tx, member.mentor_person):
        part = found.participation
        if part.side is Side.MENTOR and part.form and part.programme_id == member.programme_id:
            room = capacity.room_of(tx, found)
            if room.taken < room.places:
                capacity.say_places(tx, found.person, part.id, room.taken, me.person_id)


def _side(member: Member, person_id: int) -> Side:
    return Side.MENTOR if member.mentor_person == person_id else Side.MENTEE


def _other(member: Member, person_id: int) -> int:
    return member.mentee_person if member.mentor_person == person_id else member.mentor_person
