"""Asking quietly for another pair, or for the end of one (stage 6 of the roadmap).

Reason and words go to curators only: nothing of a request shows to the other side, to a parent or to the child.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentoring.partings import NOTICE_DAYS, Ground, Outcome, Wanted, of_subject
from mentoring.people import MentoringForm, Person, Role, Side, Speaker, is_minor
from mentoring.refusal import NotYours, Refusal, TakenMeanwhile
from mentoring.rights import Deed
from mentoring.working_days import working_days_after
from services import ending
from services.authority import acting
from services.filling import Sent
from services.parting_notices import after_day, members_meant, tell_curators
from storage import journal, matches, notices, partings, people, schools
from storage.database import Database, Transaction
from storage.matches import Member, State
from storage.notices import Lane
from storage.partings import Parting

__all__ = ["Leg", "Mine", "Parting", "Partings", "leaves"]

_ASKABLE = frozenset({State.ACTIVE, State.FROZEN})


@dataclass(frozen=True, slots=True)
class Leg:
    """One mentee's place in a match, as somebody of it, or a guardian, sees it."""

    member: Member
    side: Side
    other: Person
    of: Person  # who of the two is meant: oneself, or one's child
    whole: bool  # the mentor of a group may speak of all of it
    asked: Parting | None  # what the speaker has asked for
    may_leave: date | None  # a worker who mentors a worker may leave the duty on this day
    today: date  # by the school's clock


@dataclass(frozen=True, slots=True)
class Mine:
    """What a home screen tells: requests that are open, sides that do not look for a pair, children's pairs."""

    asked: tuple[Parting, ...]
    resting: tuple[tuple[int, Side], ...]
    children: tuple[tuple[int, Person], ...]  # member, child
    today: date  # by the school's clock


class Partings:
    """Requests about pairs, as those in them make them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def legs(self, speaker: Speaker, match_id: int) -> list[Leg]:
        """The speaker's live places in a match: one of a mentee, any number of a mentor. Raises NotYours for none."""

        def query(tx: Transaction) -> list[Leg]:
            me = acting(tx, speaker, Deed.ASK_TO_PART)
            found = [each for each in matches.of_match(tx, match_id) if each.state in _ASKABLE]
            own = [each for each in found if me.person_id in (each.mentor_person, each.mentee_person)]
            if not own:
                raise NotYours
            return [_leg(tx, me, each) for each in own]

        return await self._database.read(query)

    async def leg(self, speaker: Speaker, member_id: int) -> Leg:
        """One of them, or a child's. Raises NotYours for anyone else's, Refusal for a pair that is over."""

        def query(tx: Transaction) -> Leg:
            me, member, _ = _own(tx, speaker, member_id)
            return _leg(tx, me, member)

        return await self._database.read(query)

    async def mine(self, speaker: Speaker) -> Mine | None:
        """What the speaker's home tells; None for whoever has no part in pairs."""
        person = speaker.person
        if person is None:
            return None

        def query(tx: Transaction) -> Mine:
            children = [
                (each.id, child)
                for child in (people.children_of(tx, person.id) if Role.GUARDIAN in speaker.roles else [])
                if _minor(tx, child)
                for each in matches.of_person(tx, child.id)
                if each.state in _ASKABLE
            ]
            live = [each for each in partings.of_person(tx, person.id) if members_meant(tx, each)]
            resting = tuple(partings.resting_of(tx, person.id))
            return Mine(tuple(live), resting, tuple(children), ending.today(tx, person.school_id))

        return await self._database.read(query)

    def receive(self, tx: Transaction, speaker: Speaker, sent: Sent) -> Parting:
        """The request with its reason: curators hear of it at once, nobody else. Raises TakenMeanwhile for a second one."""
        member_id, kind, whole = of_subject(sent.about)
        me, member, side = _own(tx, speaker, member_id)
        whole = whole and me.person_id == member.mentor_person
        chosen = schools.settings(tx, me.school_id)
        by = working_days_after(tx.now.astimezone(chosen.zone).date(), chosen.parting_days)
        made = partings.ask(
            tx,
            member_id,
            me.person_id,
            side,
            kind,
            by,
            reason=sent.text("reason"),
            words=sent.text("words"),
            whole=whole,
        )
        journal.note(tx, "asked-to-part", "member", member_id, school=me.school_id, by=me.person_id)
        tell_curators(tx, "parting-asked", me.school_id, made)
        return partings.get(tx, made)

    async def take_back(self, speaker: Speaker, member_id: int) -> Leg:
        """The speaker thinks better of it; twice changes nothing. Raises TakenMeanwhile when it was answered."""

        def unit(tx: Transaction) -> Leg:
            me, member, _ = _own(tx, speaker, member_id)
            open_one = partings.asked(tx, me.person_id, [member_id]).get(member_id)
            if open_one is None:
                raise TakenMeanwhile("partings-answered")
            partings.answer(tx, open_one.id, Outcome.TAKEN_BACK, me.person_id)
            journal.note(tx, "took-back-parting", "member", member_id, school=me.school_id, by=me.person_id)
            tell_curators(tx, "parting-taken-back", me.school_id, open_one.id)
            return _leg(tx, me, member)

        return await self._database.work(unit)

    async def leave_duty(self, speaker: Speaker, member_id: int) -> date:
        """A worker gives up mentoring a worker: three working days from now, no reason asked (ТК РФ, ст. 351.8).

        Curators and the head are told; on the day the pair ends by itself. Raises NotYours where that law does not apply.
        """

        def unit(tx: Transaction) -> date:
            me, member, _ = _own(tx, speaker, member_id)
            day = _leaves_on(tx, me, member)
            if day is None:
                raise NotYours
            earlier = partings.asked(tx, me.person_id, [member_id]).get(member_id)
            if earlier is not None and earlier.kind is Wanted.LEAVE:
                return earlier.answer_by
            if earlier is not None:
                partings.answer(tx, earlier.id, Outcome.TAKEN_BACK, me.person_id)
            made = partings.ask(tx, member_id, me.person_id, Side.MENTOR, Wanted.LEAVE, day, whole=True)
            notices.write(
                tx, "parting-due", school=me.school_id, person=None, about=made, lane=Lane.DEED,
                not_before=after_day(tx, me.school_id, day),
            )  # fmt: skip
            journal.note(tx, "gave-notice", "member", member_id, school=me.school_id, by=me.person_id)
            tell_curators(tx, "parting-asked", me.school_id, made)
            for head in people.with_role(tx, me.school_id, Role.HEAD):
                notices.write(tx, "parting-leaves", school=me.school_id, person=head.id, about=made)
            return day

        return await self._database.work(unit)

    async def seek(self, speaker: Speaker, participation_id: int, *, yes: bool) -> Side:
        """«Вернуться в поиск?»: back in the search, or out of it until they come back. Raises NotYours for another's."""

        def unit(tx: Transaction) -> Side:
            me = acting(tx, speaker, Deed.FILL_QUESTIONNAIRES)
            row = tx.one(
                "SELECT side FROM participations WHERE id = :id AND person_id = :person AND left_at IS NULL",
                id=participation_id,
                person=me.person_id,
            )
            if row is None:
                raise NotYours
            if partings.rest(tx, participation_id, resting=not yes):
                deed = "seeks-again" if yes else "rests"
                journal.note(tx, deed, "participation", participation_id, school=me.school_id, by=me.person_id)
            return Side(row["side"])

        return await self._database.work(unit)


def leaves(tx: Transaction, notice: notices.Notice) -> None:
    """The day of a worker's notice is over (a deed of the bot's own): their pairs of that match end."""
    parting = partings.get(tx, notice.about)
    if parting.answer is None:
        ending.close_all(tx, members_meant(tx, parting), Ground.WORKER, parting.answer_by, None)
        partings.answer(tx, parting.id, Outcome.AGREED, None)


def _own(tx: Transaction, speaker: Speaker, member_id: int) -> tuple[Speaker, Member, Side]:
    """Whoever may ask about a pair: a side of it, or a guardian of a minor who is one."""
    me = acting(tx, speaker, Deed.ASK_TO_PART)
    member = matches.get(tx, member_id)
    side = _side(tx, me, member)
    if side is None:
        raise NotYours
    if member.state not in _ASKABLE:
        raise Refusal("partings-over")
    return me, member, side


def _side(tx: Transaction, me: Speaker, member: Member) -> Side | None:
    mine = {me.person_id}
    if Role.GUARDIAN in me.roles:
        mine |= {each.id for each in people.children_of(tx, me.person_id) if _minor(tx, each)}
    if member.mentee_person in mine:
        return Side.MENTEE
    return Side.MENTOR if member.mentor_person in mine else None


def _minor(tx: Transaction, child: Person) -> bool:
    return is_minor(child, ending.today(tx, child.school_id))


def _leg(tx: Transaction, me: Speaker, member: Member) -> Leg:
    side = _side(tx, me, member)
    if side is None:
        raise NotYours
    known = people.some(tx, (member.mentor_person, member.mentee_person))
    ours, theirs = (member.mentor_person, member.mentee_person)[:: 1 if side is Side.MENTOR else -1]
    leads = me.person_id == member.mentor_person
    others = [each for each in matches.of_match(tx, member.match_id) if each.state in _ASKABLE]
    return Leg(
        member=member,
        side=side,
        other=known[theirs],
        of=known[ours],
        whole=leads and len(others) > 1,
        asked=partings.asked(tx, me.person_id, [member.id]).get(member.id),
        may_leave=_leaves_on(tx, me, member),
        today=ending.today(tx, me.school_id),
    )


def _leaves_on(tx: Transaction, me: Speaker, member: Member) -> date | None:
    if member.form != MentoringForm.TEACHER_TEACHER or me.person_id != member.mentor_person:
        return None
    return working_days_after(ending.today(tx, me.school_id), NOTICE_DAYS)
