"""Decides, at the very moment of saying, whether a notice is still true, to whom it goes and with what values.

How a kind behaves stands in `mentoring/manners.py`; this is the one place that decides by it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from mentoring.manners import MANNERS, Manner
from mentoring.people import Speaker
from mentoring.refusal import NotYours
from services import digest_of_day
from services.holding import Hold, held, hours_of, nudged_enough
from storage import accounts, notices, people, switches
from storage.database import Database, Transaction
from storage.notices import Lane, Notice, Outcome

__all__ = ["Deed", "Lane", "Notice", "Notices", "Ready", "Still", "Values", "addressee"]

Values = Mapping[str, Any]
Still = Callable[[Transaction, Notice], Values | None]
"""What a notice says now (values for its words), or None when it is true no longer."""
Deed = Callable[[Transaction, Notice], None]
"""What the bot does by itself when the time comes."""
Lost = Callable[[Transaction, int], None]
"""What is done when an account of the messenger (by its own number) cannot be reached."""

_FIRST = (Lane.DEED, Lane.ANSWER, Lane.REMINDER)
_PLAIN = Manner()
_GATHERING = (digest_of_day.DIGEST, digest_of_day.MISSED)


@dataclass(frozen=True, slots=True)
class Ready:
    """A notice that is to be said now: through which account, to whom (`to.person`), with what values.

    `instead_of` is whom the account speaks for at present, when that is somebody else; `also` are further accounts of
    the same person, when a notice of safety goes to all of them.
    """

    notice: Notice
    to: Speaker
    values: Values
    instead_of: Speaker | None = None
    also: tuple[Ready, ...] = ()


def addressee(tx: Transaction, notice: Notice) -> Speaker:
    """Whom a notice is for, as a viewer: what they may see of others, whoever their account speaks for at present."""
    return accounts.as_person(tx, notice.person_id or 0)


class Notices:
    """Every kind of notice by its name: `still` for those that are said, `deeds` for those that are done.

    `when_unreachable` is done in the same unit when a notice of safety reaches nobody; `lost` when an account does not.
    """

    def __init__(
        self,
        database: Database,
        still: Mapping[str, Still],
        deeds: Mapping[str, Deed],
        *,
        when_unreachable: Mapping[str, Deed],
        lost: Lost,
    ) -> None:
        self._database = database
        self._still = still
        self._deeds = deeds
        self._when_unreachable = when_unreachable
        self._lost = lost
        self._telling = digest_of_day.Telling(still)

    async def due(self, now: datetime, *, first_lanes: bool = False, limit: int = 100) -> list[Notice]:
        """What is due, first lanes first; without broadcasts when only the first lanes are wanted."""
        lanes = _FIRST if first_lanes else (*_FIRST, Lane.BROADCAST)
        return await self._database.read(lambda tx: notices.due(tx, now, limit, lanes))

    async def alarms(self, now: datetime, limit: int = 25) -> list[Notice]:
        """Notices of safety that are due: they wait for nothing else."""
        return await self._database.read(lambda tx: notices.due(tx, now, limit, (Lane.SAFETY,)))

    async def next_time(self) -> datetime | None:
        """When something is due next."""
        return await self._database.read(notices.next_time)

    async def ready(self, notice: Notice) -> Ready | None:
        """The notice as it is to be said, or None when there is nothing (more) to say now; deeds are done here."""

        def unit(tx: Transaction) -> Ready | None:
            if notice.person_id is None:
                self._deeds[notice.kind](tx, notice)
                return _end(tx, notice, Outcome.DONE)
            if notice.not_after is not None and tx.now > notice.not_after:
                return _end(tx, notice, Outcome.LATE)
            if notice.lane is Lane.SAFETY:
                return self._alarm(tx, notice)
            return self._mannered(tx, notice, MANNERS.get(notice.kind, _PLAIN))

        return await self._database.work(unit, aside=True)

    def _mannered(self, tx: Transaction, notice: Notice, manner: Manner) -> Ready | None:
        """Whatever is no matter of safety: switches, hours, days, truth, nudges, digest, in this order."""
        person = people.get(tx, notice.person_id or 0)
        if manner.switch is not None and manner.switch in switches.off(tx, person.id):
            return _end(tx, notice, Outcome.UNWANTED)
        hours = hours_of(tx, person)
        if (hold := held(tx, notice, manner, hours)) is not None:
            return _wait(tx, notice, hold)
        values = self._telling.says(tx, notice)
        if values is None:
            return _end(tx, notice, Outcome.UNTRUE)
        if (hold := nudged_enough(tx, notice, manner, hours)) is not None:
            return _wait(tx, notice, hold)
        if manner.digest and digest_of_day.gathered(tx, notice, hours):
            return None
        reaching = accounts.reaching(tx, person.id)
        return _through(tx, notice, values, reaching[-1]["id"]) if reaching else _nobody(tx, notice)

    def _alarm(self, tx: Transaction, notice: Notice) -> Ready | None:
        """A notice of safety goes through every account of the person; when there is none, its writer hears of it."""
        values = self._still[notice.kind](tx, notice)
        if values is None:
            return _end(tx, notice, Outcome.UNTRUE)
        ready = [_through(tx, notice, values, each["id"]) for each in accounts.reaching(tx, notice.person_id or 0)]
        if not ready:
            self._give_up(tx, notice, Outcome.UNREACHABLE)
            return None
        return replace(ready[-1], also=tuple(ready[:-1]))

    def _give_up(self, tx: Transaction, notice: Notice, outcome: Outcome) -> None:
        notices.end(tx, notice.id, outcome)
        if notice.lane is Lane.SAFETY and notice.kind in self._when_unreachable:
            self._when_unreachable[notice.kind](tx, notice)

    async def gathered(self, speaker: Speaker, digest_id: int, kind: str) -> list[tuple[Notice, Values]]:
        """What a digest told of a kind and is still true. Raises NotYours for another's digest."""

        def query(tx: Transaction) -> list[tuple[Notice, Values]]:
            digest = notices.get(tx, digest_id)
            if digest is None or not accounts.speaks_for(tx, speaker.account_id, digest.person_id or 0):
                raise NotYours
            told = [each for each in notices.told_in(tx, digest_id) if each.kind == kind]
            true = ((each, self._telling.still_true(tx, each)) for each in told)
            return [(each, values) for each, values in true if values is not None]

        return await self._database.read(query)

    async def again(self, speaker: Speaker, notice_id: int) -> tuple[Notice, Values | None]:
        """Speak for whom a notice was meant, and what it says now; None when it is true no longer.

        Raises NotYours when the account may not speak for that person.
        """

        def unit(tx: Transaction) -> tuple[Notice, Values | None]:
            notice = notices.get(tx, notice_id)
            if notice is None or not accounts.speaks_for(tx, speaker.account_id, notice.person_id or 0):
                raise NotYours
            accounts.speak_for(tx, speaker.account_id, notice.person_id or 0)
            return notice, self._telling.says(tx, notice)

        return await self._database.work(unit)

    async def end(self, notice: Notice, outcome: Outcome) -> None:
        """Write down how it ended; what a digest told of has been said with it."""

        def unit(tx: Transaction) -> None:
            if outcome is Outcome.FAILED:
                self._give_up(tx, notice, outcome)
                return
            notices.end(tx, notice.id, outcome)
            if notice.kind in _GATHERING:
                notices.end_told_in(tx, notice.id, outcome)

        await self._database.work(unit, aside=True)

    async def put_off(self, notice: Notice, until: datetime, *, failed: bool = True) -> None:
        """Sending failed, or the messenger asked to wait: try again later."""
        await self._database.work(lambda tx: notices.put_off(tx, notice.id, until, failed=failed), aside=True)

    async def unreachable(self, to: Speaker) -> None:
        """The account has blocked the bot, or is no more."""
        await self._database.work(lambda tx: self._lost(tx, to.external_id), aside=True)


def _end(tx: Transaction, notice: Notice, outcome: Outcome) -> Ready | None:
    """It is over, and with a digest of which nothing is true any more all it would have told of."""
    notices.end(tx, notice.id, outcome)
    if notice.kind in _GATHERING:
        notices.end_told_in(tx, notice.id, outcome)
    return None


def _wait(tx: Transaction, notice: Notice, hold: Hold) -> Ready | None:
    if hold.too_late:
        notices.end(tx, notice.id, Outcome.LATE)
    else:
        notices.put_off(tx, notice.id, hold.until, not_after=hold.not_after)
    return None


def _nobody(tx: Transaction, notice: Notice) -> Ready | None:
    """It waits for whoever was here once, unless it is news to many; for one who never was it is over."""
    if notice.lane is Lane.BROADCAST or accounts.lost_at(tx, notice.person_id or 0) is None:
        notices.end(tx, notice.id, Outcome.UNREACHABLE)
    else:
        notices.park(tx, notice.id)
    return None


def _through(tx: Transaction, notice: Notice, values: Values, account_id: int) -> Ready:
    """Through this account; it may speak for somebody else at present."""
    through = accounts.as_account(tx, account_id)
    if through.person is not None and through.person.id == notice.person_id:
        return Ready(notice, through, values)
    meant = addressee(tx, notice)
    to = replace(through, person=meant.person, roles=meant.roles, privacy=meant.privacy)
    return Ready(notice, to, values, instead_of=through)
