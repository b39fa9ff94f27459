"""The rules of a pair: each side reads and accepts them and says how often to meet; a curator notes what was signed on paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mentoring.naming import full
from mentoring.pact_sheet import PactSheet
from mentoring.pacts import EDITIONS, Pace, Pact, PactWay, standing, whole
from mentoring.people import Person, Side, Speaker
from mentoring.refusal import NotYours, Refusal, TakenMeanwhile
from mentoring.rights import Deed, require
from services.exported_names import named
from services.guardian_notices import minor, tell_guardians_of
from services.matching_here import own_member
from services.pact_notices import AGREED
from storage import accounts, journal, matches, notices, pacts, people, schools
from storage.database import Database, Transaction
from storage.matches import Member

__all__ = ["Pace", "PactView", "Pacts"]


@dataclass(frozen=True, slots=True)
class PactView:
    """The rules of one pair or group, as one side sees them."""

    match_id: int
    side: Side
    edition: str
    others: tuple[Person, ...]
    until: date  # the end of the programme
    mine: Pace | None  # as accepted; empty: not yet, or not in this edition
    theirs: Pace | None  # as the other side has accepted last
    whole: bool  # everybody has accepted the same

    @property
    def waits(self) -> bool:
        """Whether this side's word is wanted: not accepted yet, or the other side proposes to meet otherwise."""
        return self.mine is None or (self.theirs is not None and self.theirs is not self.mine)


class Pacts:
    """What the two sides and the curator do about the rules of a pair."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def mine(self, speaker: Speaker) -> tuple[PactView, ...]:
        """The rules that wait for the speaker's word, for the home screen."""

        def query(tx: Transaction) -> tuple[PactView, ...]:
            if speaker.person is None:
                return ()
            own = [each for each in matches.of_person(tx, speaker.person.id) if each.state in AGREED]
            groups = {each.match_id: [one for one in own if one.match_id == each.match_id] for each in own}
            seen = [_view(tx, speaker.person.id, members) for members in groups.values()]
            return tuple(each for each in seen if each.waits)

        return await self._database.read(query)

    async def look(self, speaker: Speaker, match_id: int) -> tuple[Speaker, PactView]:
        """The rules of one pair. Raises NotYours for anybody else's, Refusal for a pair that has none (any more)."""

        def unit(tx: Transaction) -> tuple[Speaker, PactView]:
            me, members = _own(tx, speaker, match_id)
            return me, _view(tx, me.person_id, members)

        return await self._database.work(unit)

    async def accept(self, speaker: Speaker, match_id: int, edition: str, pace: Pace) -> PactView:
        """Accept the rules and say how often to meet; the other side is asked again when it had said otherwise.

        Raises TakenMeanwhile when the rules have got another edition since they were shown.
        """

        def unit(tx: Transaction) -> PactView:
            me, members = _own(tx, speaker, match_id)
            if edition != EDITIONS.get(members[0].form):
                raise TakenMeanwhile("pact-newer")
            for member in members:
                _accept(tx, me, member, edition, pace)
            return _view(tx, me.person_id, members)

        return await self._database.work(unit)

    async def note_paper(self, speaker: Speaker, member_id: int, pace: Pace) -> None:
        """A curator has the signed paper: both sides have accepted. Raises Refusal for a pair that has no rules (any more)."""

        def unit(tx: Transaction) -> None:
            me, member = own_member(tx, speaker, member_id)
            if member.state not in AGREED:
                raise Refusal("pact-none")
            for side in Side:
                pacts.accept(tx, member.id, side, EDITIONS[member.form], pace, PactWay.PAPER, noted_by=me.person_id)
            journal.note(tx, "noted-pact", "member", member.id, school=me.school_id, by=me.person_id)

        await self._database.work(unit)

    async def sheet(self, speaker: Speaker, member_id: int) -> PactSheet:
        """All that the agreement on paper says, of the whole pair or group. Raises as `note_paper`."""

        def query(tx: Transaction) -> PactSheet:
            me, member = own_member(tx, speaker, member_id)
            members = [each for each in matches.of_match(tx, member.match_id) if each.state in AGREED]
            if member.state not in AGREED:
                raise Refusal("pact-none")
            return _sheet(tx, me, members)

        return await self._database.read(query)


def _own(tx: Transaction, speaker: Speaker, match_id: int) -> tuple[Speaker, list[Member]]:
    """The members of a match that are the speaker's: all of them for the mentor, one's own for a mentee."""
    every = matches.of_match(tx, match_id)
    me = accounts.as_account(tx, speaker.account_id)
    sides = {one for each in every for one in (each.mentor_person, each.mentee_person)}
    if me.person is None or me.person.id not in sides:
        asked = next((each.id for each in accounts.people_of(tx, speaker.account_id) if each.id in sides), None)
        if asked is None:
            raise NotYours
        accounts.speak_for(tx, speaker.account_id, asked)
        me = accounts.as_account(tx, speaker.account_id)
    require(me, Deed.ANSWER_OFFERS)
    own = [each for each in every if me.person_id in (each.mentor_person, each.mentee_person)]
    found = [each for each in own if each.state in AGREED]
    if not found:
        raise Refusal("pact-none")
    return me, found


def _accept(tx: Transaction, me: Speaker, member: Member, edition: str, pace: Pace) -> None:
    side = _side(member, me.person_id)
    if not pacts.accept(tx, member.id, side, edition, pace, PactWay.TAP):
        return
    journal.note(tx, "accepted-pact", "member", member.id, school=me.school_id, by=me.person_id, details=pace)
    tell_guardians_of(tx, "pact-guardian", member, me.person_id, school=me.school_id)
    other = _other(side)
    said = pacts.of_members(tx, [member.id]).get((member.id, other))
    if said is not None and said.pace is not pace:
        person = member.mentee_person if other is Side.MENTEE else member.mentor_person
        moment = int(tx.now.timestamp())
        notices.write(tx, "pact-pace", school=me.school_id, person=person, about=member.id, revision=moment)


def _view(tx: Transaction, person_id: int, members: list[Member]) -> PactView:
    first = members[0]
    side = _side(first, person_id)
    said = pacts.of_members(tx, [each.id for each in members])
    own = [said.get((each.id, side)) for each in members]
    theirs = [said.get((each.id, _other(side))) for each in members]
    known = people.some(tx, [each.mentor_person for each in members] + [each.mentee_person for each in members])
    others = [first.mentor_person] if side is Side.MENTEE else [each.mentee_person for each in members]
    programme = schools.programme(tx, known[first.mentor_person].school_id)
    if programme is None:
        raise Refusal("match-no-programme")
    return PactView(
        match_id=first.match_id,
        side=side,
        edition=EDITIONS.get(first.form, ""),
        others=tuple(known[each] for each in others),
        until=programme.ends_on,
        mine=_common(own, first.form),
        theirs=_latest(theirs, own, first.form),
        whole=all(
            whole(said.get((each.id, Side.MENTOR)), said.get((each.id, Side.MENTEE)), each.form) for each in members
        ),
    )


def _common(said: Iterable[Pact | None], form: str) -> Pace | None:
    """What one has accepted in all of one's pairs of the group: with somebody new in it the word is wanted again."""
    every = list(said)
    paces = {each.pace for each in every if each is not None and standing(each, form)}
    return next(iter(paces)) if len(paces) == 1 and all(standing(each, form) for each in every) else None


def _latest(theirs: Iterable[Pact | None], own: Iterable[Pact | None], form: str) -> Pace | None:
    """What the other side has said, unless one's own word came later: the last word is the one to be answered."""
    mine = max((each.accepted_at for each in own if each is not None and standing(each, form)), default=None)
    said = sorted((each for each in theirs if each and standing(each, form)), key=lambda each: each.accepted_at)
    later = [each for each in said if mine is None or each.accepted_at >= mine]
    return later[-1].pace if later else None


def _side(member: Member, person_id: int) -> Side:
    return Side.MENTOR if member.mentor_person == person_id else Side.MENTEE


def _other(side: Side) -> Side:
    return Side.MENTEE if side is Side.MENTOR else Side.MENTOR


def _sheet(tx: Transaction, me: Speaker, members: list[Member]) -> PactSheet:
    known = people.some(tx, [each.mentor_person for each in members] + [each.mentee_person for each in members])
    school, programme = schools.get(tx, me.school_id), schools.programme(tx, me.school_id)
    if programme is None:
        raise Refusal("match-no-programme")
    first = members[0]
    every = [first.mentor_person, *(each.mentee_person for each in members)]
    said = pacts.of_members(tx, [each.id for each in members]).values()
    paces = {each.pace for each in said}
    today = tx.now.astimezone(schools.settings(tx, me.school_id).zone).date()
    return PactSheet(
        school=school.full_name,
        town=school.town,
        title=schools.settings(tx, me.school_id).programme_title,
        curator=full(me.person, me) if me.person else "",
        form=first.form,
        edition=EDITIONS.get(first.form, ""),
        pace=next(iter(paces)) if len(paces) == 1 else None,
        starts=min(max(today, programme.starts_on), programme.ends_on),
        ends=programme.ends_on,
        mentor=named(known[first.mentor_person], me),
        mentees=tuple(named(known[each.mentee_person], me) for each in members),
        minors=tuple(minor(tx, known[each]) for each in every),
    )
