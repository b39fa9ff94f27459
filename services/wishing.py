"""Who is not to be brought together and who is to stay together: said with a reason, listed, taken back by any curator.

Bans and pins are kept between drafts with author, date and reason; reasons are for curators only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mentoring.people import Person, Speaker
from mentoring.refusal import NotYours
from services.filling import Sent
from services.matching_here import drafted, in_programme, of_participation, place_of, run_of
from services.matching_inputs import gather_two
from services.matching_meanwhile import require_free, require_newest, require_unpinned
from storage import journal, people, run_changes, runs, schools, wishes
from storage.database import Database, Transaction
from storage.run_changes import Change
from storage.schools import Programme
from storage.wishes import Reason, Wish, Wished

__all__ = ["PAGE", "Change", "Noted", "Reason", "Wish", "Wishing"]

PAGE = 5
_DEEDS = {
    (Wish.BAN, False): Change.BANNED,
    (Wish.BAN, True): Change.UNBANNED,
    (Wish.PIN, False): Change.PINNED,
    (Wish.PIN, True): Change.UNPINNED,
}


@dataclass(frozen=True, slots=True)
class Noted:
    """A ban or a pin as the curators see it; the moment is the school's."""

    wished: Wished
    mentor: Person
    mentee: Person
    author: Person | None
    at: datetime


class Wishing:
    """Bans and pins, with their reasons."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def page(self, speaker: Speaker, after: int) -> tuple[Noted, ...]:
        """One page of bans and pins, the newest first, one more than a page when more follow."""

        def query(tx: Transaction) -> tuple[Noted, ...]:
            me, programme = in_programme(tx, speaker)
            return _noted(tx, me, wishes.page(tx, programme.id, after, PAGE + 1))

        return await self._database.read(query)

    async def one(self, speaker: Speaker, wish_id: int) -> Noted:
        """One of them."""

        def query(tx: Transaction) -> Noted:
            me, found = own_wish(tx, speaker, wish_id)
            return _noted(tx, me, [found])[0]

        return await self._database.read(query)

    async def take_back(self, speaker: Speaker, wish_id: int) -> None:
        """It holds no longer. Raises NotYours where there is none."""

        def unit(tx: Transaction) -> None:
            me, found = own_wish(tx, speaker, wish_id)
            wishes.forget(tx, found.programme_id, found.kind, mentee=found.mentee, mentor=found.mentor)
            journal.note(tx, f"took-back-{found.kind}", "person", found.mentee, school=me.school_id, by=me.person_id)
            for form, *two in _together(tx, found):
                _note(tx, me, found.programme_id, form, found.kind, (two[0], two[1]), take_back=True)

        await self._database.work(unit)

    async def wish_drafted(
        self, speaker: Speaker, kind: Wish, run_id: int, mentee_id: int, *, take_back: bool, reason: str = ""
    ) -> tuple[str, int, int]:
        """Forbid the pair a draft has for a mentee, or keep it; or take that back.

        Returns the form, the pair's place among those left, and the id of what is wished now (0: nothing). Raises
        TakenMeanwhile when a newer draft has come or the mentee has a mentor.
        """

        def unit(tx: Transaction) -> tuple[str, int, int]:
            me, programme, run = run_of(tx, speaker, run_id)
            pair = drafted(run, mentee_id)
            require_free(tx, me, run, pair)
            require_newest(tx, me, run, mentee_id)
            two = pair.mentee, pair.mentor
            wish_id = set_wish(tx, me, programme, run.form, kind, two, take_back=take_back, reason=reason)
            return run.form, place_of(tx, run, mentee_id), wish_id

        return await self._database.work(unit)

    async def take_out(self, speaker: Speaker, run_id: int, mentee_id: int) -> tuple[str, int]:
        """Take one out of a proposed group: not with this mentor. Returns the form and the place of the group."""

        def unit(tx: Transaction) -> tuple[str, int]:
            me, programme, run = run_of(tx, speaker, run_id)
            pair = drafted(run, mentee_id)
            require_free(tx, me, run, pair)
            require_newest(tx, me, run, mentee_id)
            two = pair.mentee, pair.mentor
            set_wish(tx, me, programme, run.form, Wish.BAN, two, take_back=False, reason=Change.TAKEN_OUT)
            return run.form, place_of(tx, run, mentee_id)

        return await self._database.work(unit)

    async def wish(self, speaker: Speaker, kind: Wish, mentee_id: int, mentor_id: int, *, take_back: bool) -> str:
        """The same for any two by their participations. Returns the form whose draft is to be redone."""

        def unit(tx: Transaction) -> str:
            me, programme, form = of_participation(tx, speaker, mentee_id)
            set_wish(tx, me, programme, form, kind, (mentee_id, mentor_id), take_back=take_back)
            return form

        return await self._database.work(unit)

    def receive_reason(self, tx: Transaction, speaker: Speaker, sent: Sent) -> int:
        """The curator's own words about a ban or a pin; returns its id. Raises NotYours where it is gone."""
        me, found = own_wish(tx, speaker, sent.about)
        wishes.give_reason(tx, found.id, f"{found.why or Reason.OTHER}\n{sent.text('words')}".strip())
        journal.note(tx, "explained-wish", "wish", found.id, school=me.school_id, by=me.person_id)
        return found.id


def own_wish(tx: Transaction, speaker: Speaker, wish_id: int) -> tuple[Speaker, Wished]:
    """A ban or pin of this school's programme. Raises NotYours otherwise."""
    me, programme = in_programme(tx, speaker)
    found = wishes.get(tx, wish_id)
    if found.programme_id != programme.id:
        raise NotYours
    return me, found


def set_wish(
    tx: Transaction,
    me: Speaker,
    programme: Programme,
    form: str,
    kind: Wish,
    two: tuple[int, int],
    *,
    take_back: bool,
    reason: str = "",
) -> int:
    """Wish it of two participations, or take it back; journalled and noted at the draft. Returns the wish's id or 0."""
    known = gather_two(tx, programme, form, *two).standings
    if not known.keys() >= set(two):
        raise NotYours
    mentee, mentor = (known[each].person.id for each in two)
    if take_back:
        wishes.forget(tx, programme.id, kind, mentee=mentee, mentor=mentor)
    else:
        if kind is Wish.PIN:
            require_unpinned(tx, me, programme.id, form, mentee=mentee, mentor=mentor)
        wishes.wish(tx, programme.id, kind, mentee=mentee, mentor=mentor, by=me.person_id, reason=reason)
    _note(tx, me, programme.id, form, kind, two, take_back=take_back, reason=reason)
    name = f"{'took-back' if take_back else 'wished'}-{kind}"
    journal.note(tx, name, "participation", two[0], school=me.school_id, by=me.person_id)
    found = wishes.find(tx, programme.id, kind, mentee=mentee, mentor=mentor)
    return found.id if found else 0


def _note(
    tx: Transaction,
    me: Speaker,
    programme_id: int,
    form: str,
    kind: Wish,
    two: tuple[int, int],
    *,
    take_back: bool,
    reason: str = "",
) -> None:
    run = runs.newest(tx, programme_id, form)
    if run is not None:
        done = Change.TAKEN_OUT if reason == Change.TAKEN_OUT else _DEEDS[kind, take_back]
        run_changes.note(tx, run, done, by=me.person_id, mentee=two[0], mentor=two[1], reason=reason)


def _together(tx: Transaction, found: Wished) -> list[tuple[str, int, int]]:
    """The forms in which the two could be brought together, with their participations."""
    rows = tx.all(
        "SELECT a.form, a.id AS mentee, b.id AS mentor FROM participations a JOIN participations b "
        "ON b.programme_id = a.programme_id AND b.form = a.form AND b.side = 'mentor' WHERE a.programme_id = :programme "
        "AND a.side = 'mentee' AND a.person_id = :mentee AND b.person_id = :mentor AND a.form <> '' ORDER BY a.form",
        programme=found.programme_id,
        mentee=found.mentee,
        mentor=found.mentor,
    )
    return [(row["form"], row["mentee"], row["mentor"]) for row in rows]


def _noted(tx: Transaction, me: Speaker, found: list[Wished]) -> tuple[Noted, ...]:
    ids = {each.mentor for each in found} | {each.mentee for each in found} | {each.by for each in found if each.by}
    known = people.some(tx, ids)
    zone = schools.settings(tx, me.school_id).zone
    return tuple(
        Noted(
            wished=each,
            mentor=known[each.mentor],
            mentee=known[each.mentee],
            author=known.get(each.by) if each.by else None,
            at=each.at.astimezone(zone),
        )
        for each in found
    )
