"""Who came to a group meeting: marked by taps, corrected later; and asking those who came whom they prefer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from mentoring.gatherings import Came, GatheringState
from mentoring.people import Speaker
from mentoring.refusal import Refusal, TakenMeanwhile
from services.asking import ask_each
from services.gatherings import Card, asked_of, card_of, own_gathering, wanted_of
from storage import gatherings, guests, journal
from storage.asking import Round
from storage.database import Database, Transaction
from storage.gatherings import Gathering
from storage.guests import Guest
from storage.roster import Go

__all__ = ["Attending", "Go", "Guest", "Page"]

PAGE = 8
_ADDED_WITHIN = timedelta(days=2)  # whoever became ready only now may be marked as having come


@dataclass(frozen=True, slots=True)
class Page:
    """A page of those invited, each with whether they came."""

    card: Card
    guests: tuple[Guest, ...]
    before: bool
    after: bool


class Attending:
    """What the curator does once a group meeting has begun."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def page(self, speaker: Speaker, gathering_id: int, go: Go = Go.AT, key: int = 0) -> Page:
        """A page of those invited, those who became ready at the last moment among them. `key` is who is at its edge.

        Raises Refusal before it begins.
        """
        return await self._database.work(lambda tx: _page(tx, _begun(tx, speaker, gathering_id)[1], go, key))

    async def mark(self, speaker: Speaker, gathering_id: int, participation_id: int, key: int) -> Page:
        """One of them came, or did not after all; returns the page that begins at `key`. May be corrected at any time."""

        def unit(tx: Transaction) -> Page:
            me, found = _begun(tx, speaker, gathering_id)
            guest = guests.one(tx, found.id, participation_id)
            came = Came.NO if guest.came is Came.YES else Came.YES
            _mark(tx, me, found, lambda: guests.set_came(tx, found.id, came, participation_id))
            return _page(tx, gatherings.get(tx, found.id), Go.AT, key)

        return await self._database.work(unit)

    async def all_came(self, speaker: Speaker, gathering_id: int) -> Page:
        """Everybody came; the exceptions are marked after that."""

        def unit(tx: Transaction) -> Page:
            me, found = _begun(tx, speaker, gathering_id)
            _page(tx, found, Go.AT, 0)
            _mark(tx, me, found, lambda: guests.set_came(tx, found.id, Came.YES))
            return _page(tx, gatherings.get(tx, found.id), Go.AT, 0)

        return await self._database.work(unit)

    async def ask(self, speaker: Speaker, gathering_id: int) -> tuple[Card, int]:
        """Ask those who came whom they would like to work with; returns how many are asked just now.

        Raises Refusal until somebody has been marked as having come.
        """

        def unit(tx: Transaction) -> tuple[Card, int]:
            me, found = own_gathering(tx, speaker, gathering_id)
            if found.state is not GatheringState.HELD or not guests.every(tx, found.id, came=True):
                raise Refusal("gathering-refused-nobody")
            if gatherings.ask(tx, found.id):
                journal.note(tx, "preferences-asked", "gathering", found.id, school=me.school_id, by=me.person_id)
            count = _ask(tx, found)
            return card_of(tx, gatherings.get(tx, found.id)), count

        return await self._database.work(unit)


def _ask(tx: Transaction, gathering: Gathering) -> int:
    return ask_each(tx, gathering.school_id, Round.PREFERENCES, asked_of(tx, gathering), gathering.id)


def _mark(tx: Transaction, me: Speaker, gathering: Gathering, marking: Callable[[], None]) -> None:
    """Somebody is marked: it was held; who is found to have come after the others were asked is asked as well."""
    marking()
    gatherings.hold(tx, gathering.id)
    if gathering.asked_at is not None:
        _ask(tx, gathering)
    journal.note(tx, "gathering-marked", "gathering", gathering.id, school=me.school_id, by=me.person_id)


def _page(tx: Transaction, gathering: Gathering, go: Go, key: int) -> Page:
    if tx.now < gathering.starts_at + _ADDED_WITHIN:
        guests.invite(tx, gathering.id, wanted_of(tx, gathering))
    back = go is Go.BACK
    found = guests.some_from(tx, gathering.id, key, PAGE + 1, back=back, beyond=go is Go.ON)
    page = found[-PAGE:] if back else found[:PAGE]
    first, last = (page[0].participation_id, page[-1].participation_id) if page else (0, 0)
    return Page(
        card_of(tx, gathering),
        tuple(page),
        before=bool(page and guests.some_from(tx, gathering.id, first, 1, back=True)),
        after=bool(page and guests.some_from(tx, gathering.id, last, 1, beyond=True)),
    )


def _begun(tx: Transaction, speaker: Speaker, gathering_id: int) -> tuple[Speaker, Gathering]:
    me, found = own_gathering(tx, speaker, gathering_id)
    if found.state is GatheringState.CANCELLED:
        raise TakenMeanwhile("gathering-refused-over")
    if found.starts_at > tx.now:
        raise Refusal("gathering-refused-early")
    return me, found
