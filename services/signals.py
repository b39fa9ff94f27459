"""What a mentor or a mentee tells the curators quietly by a tap: nobody has been in touch, there is no answer.

It is not «Мне неспокойно», which goes elsewhere. The other side never hears of it.
"""

from __future__ import annotations

from datetime import timedelta

from mentoring.naming import shown
from mentoring.people import Role, Side, Speaker
from mentoring.refusal import NotYours, Refusal
from mentoring.rights import Deed
from mentoring.stuck_pairs import SETTLE, SignalKind
from services.authority import acting
from services.notices import Notice, Still, Values, addressee
from storage import first_contact, journal, meetings, notices, people, signals, stuck_pairs
from storage.database import Database, Transaction
from storage.meetings import Pair

_KIND = "pair-signal"
_ONCE_IN = timedelta(days=7)


class Signals:
    """For both sides of a pair at work."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def pair(self, speaker: Speaker, match_id: int) -> tuple[Pair, Side]:
        """One of the speaker's pairs and their side of it. Raises NotYours for anyone else's."""
        return await self._database.read(lambda tx: _own(tx, speaker, match_id)[1:])

    async def no_answer(self, speaker: Speaker, match_id: int, person_id: int = 0) -> Pair:
        """«Не отвечает»: a mentor of a group names whom (`person_id`). Raises Refusal twice within a week."""

        def unit(tx: Transaction) -> Pair:
            me, pair, side = _own(tx, speaker, match_id)
            others = pair.mentees if side is Side.MENTOR else (pair.mentor,)
            about = others[0].id if len(others) == 1 else person_id
            if about not in {each.id for each in others}:
                raise NotYours
            _tell(tx, me, pair, SignalKind.NO_ANSWER, about)
            return pair

        return await self._database.work(unit)

    async def no_contact(self, speaker: Speaker, match_id: int) -> Pair:
        """«Со мной ещё не связались», of a mentee, once the date of the first contact has gone by.

        Raises Refusal before that, and within a week of the same.
        """

        def unit(tx: Transaction) -> Pair:
            me, pair, side = _own(tx, speaker, match_id)
            if side is not Side.MENTEE:
                raise NotYours
            until = first_contact.waiting(tx, [match_id]).get(match_id)
            if until is None or until > tx.now:
                raise Refusal("signal-refused-contact")
            _tell(tx, me, pair, SignalKind.NO_CONTACT, pair.mentor.id)
            return pair

        return await self._database.work(unit)


def _own(tx: Transaction, speaker: Speaker, match_id: int) -> tuple[Speaker, Pair, Side]:
    me = acting(tx, speaker, Deed.FILL_QUESTIONNAIRES)
    pair = meetings.pair(tx, match_id)
    if pair.mentor.id == me.person_id:
        return me, pair, Side.MENTOR
    if me.person_id not in {each.id for each in pair.mentees}:
        raise NotYours
    return me, pair, Side.MENTEE


def _tell(tx: Transaction, me: Speaker, pair: Pair, kind: SignalKind, about: int) -> None:
    if signals.told_since(tx, pair.match_id, me.person_id, kind, tx.now - _ONCE_IN, about):
        raise Refusal("signal-refused-week")
    told = signals.tell(tx, pair.match_id, kind, me.person_id, about)
    for curator in people.with_role(tx, pair.school_id, Role.CURATOR):
        notices.write(tx, _KIND, school=pair.school_id, person=curator.id, about=told)
    journal.note(tx, "told-curators", "match", pair.match_id, school=pair.school_id, by=me.author_id, details=kind)


def still_told(tx: Transaction, notice: Notice) -> Values | None:
    """For curators: who told what of whom; True until somebody has dealt with the pair."""
    told = signals.get(tx, notice.about)
    found = meetings.pairs(tx, [told.match_id]) if told else []
    if told is None or not found:
        return None
    dealt = any(each.kind in SETTLE and each.at > told.at for each in stuck_pairs.steps(tx, told.match_id))
    if dealt or (told.kind is SignalKind.NO_CONTACT and not first_contact.waiting(tx, [told.match_id])):
        return None
    viewer = addressee(tx, notice)
    other = people.get(tx, told.about_id or found[0].mentor.id)
    return {
        "by": shown(people.get(tx, told.person_id), viewer),
        "who": shown(other, viewer),
        "kind": told.kind.value,
        "match": told.match_id,
    }


STILL: dict[str, Still] = {_KIND: still_told}
