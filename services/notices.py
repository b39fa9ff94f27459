"""Decides, at the very moment of saying, whether a notice is still true, to whom it goes and with what values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from mentoring.naming import shown
from mentoring.people import Role, Speaker
from mentoring.quiet_hours import hours_for
from mentoring.refusal import NotYours
from storage import accounts, notices, people, schools
from storage.database import Database, Transaction
from storage.notices import Lane, Notice, Outcome

__all__ = ["Deed", "Lane", "Notice", "Notices", "Ready", "Still", "Values", "addressee", "still_unreachable"]

Values = Mapping[str, Any]
Still = Callable[[Transaction, Notice], Values | None]
"""What a notice says now (values for its words), or None when it is true no longer."""
Deed = Callable[[Transaction, Notice], None]
"""What the bot does by itself when the time comes."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A notice that is to be said now: through which account, to whom (`to.person`), with what values.

    `instead_of` is whom the account speaks for at present, when that is somebody else.
    """

    notice: Notice
    to: Speaker
    values: Values
    instead_of: Speaker | None = None


def addressee(tx: Transaction, notice: Notice) -> Speaker:
    """Whom a notice is for, as a viewer: what they may see of others, whoever their account speaks for at present."""
    return accounts.as_person(tx, notice.person_id or 0)


class Notices:
    """Every kind of notice by its name: `still` for those that are said, `deeds` for those that are done."""

    def __init__(self, database: Database, still: Mapping[str, Still], deeds: Mapping[str, Deed]) -> None:
        self._database = database
        self._still = still
        self._deeds = deeds

    async def due(self, now: datetime, *, first_lanes: bool = False, limit: int = 100) -> list[Notice]:
        """What is due, first lanes first; without broadcasts when only the first lanes are wanted."""
        last = Lane.REMINDER if first_lanes else Lane.BROADCAST
        return await self._database.read(lambda tx: notices.due(tx, now, limit, last))

    async def next_time(self) -> datetime | None:
        """When something is due next."""
        return await self._database.read(notices.next_time)

    async def ready(self, notice: Notice) -> Ready | None:
        """The notice as it is to be said, or None when there is nothing (more) to say now; deeds are done here."""

        def unit(tx: Transaction) -> Ready | None:
            if notice.person_id is None:
                self._deeds[notice.kind](tx, notice)
                notices.end(tx, notice.id, Outcome.DONE)
                return None
            if notice.not_after is not None and tx.now > notice.not_after:
                notices.end(tx, notice.id, Outcome.LATE)
                return None
            if not notice.any_hour and (opens := _held_until(tx, notice)) is not None:
                if notice.not_after is not None and opens > notice.not_after:
                    notices.end(tx, notice.id, Outcome.LATE)
                else:
                    notices.put_off(tx, notice.id, opens)
                return None
            values = self._still[notice.kind](tx, notice)
            if values is None:
                notices.end(tx, notice.id, Outcome.UNTRUE)
                return None
            return _addressed(tx, notice, values)

        return await self._database.work(unit, aside=True)

    async def again(self, speaker: Speaker, notice_id: int) -> tuple[Notice, Values | None]:
        """Speak for whom a notice was meant, and what it says now; None when it is true no longer.

        Raises NotYours when the account may not speak for that person.
        """

        def unit(tx: Transaction) -> tuple[Notice, Values | None]:
            notice = notices.get(tx, notice_id)
            if notice is None or not accounts.speaks_for(tx, speaker.account_id, notice.person_id or 0):
                raise NotYours
            accounts.speak_for(tx, speaker.account_id, notice.person_id or 0)
            return notice, self._still[notice.kind](tx, notice)

        return await self._database.work(unit)

    async def end(self, notice: Notice, outcome: Outcome) -> None:
        """Write down how it ended."""
        await self._database.work(lambda tx: notices.end(tx, notice.id, outcome), aside=True)

    async def put_off(self, notice: Notice, until: datetime, *, failed: bool = True) -> None:
        """Sending failed, or the messenger asked to wait: try again later."""
        await self._database.work(lambda tx: notices.put_off(tx, notice.id, until, failed=failed), aside=True)

    async def unreachable(self, to: Speaker) -> None:
        """The account has blocked the bot, or is no more."""
        await self._database.work(lambda tx: accounts.mark_reachable(tx, to.external_id, reachable=False), aside=True)


def _held_until(tx: Transaction, notice: Notice) -> datetime | None:
    """When closed hours that hold the notice now will end; None when they do not."""
    person = people.get(tx, notice.person_id or 0)
    opens = hours_for(person.kind, schools.settings(tx, person.school_id)).next_open(tx.now)
    return opens if opens > tx.now else None


def _addressed(tx: Transaction, notice: Notice, values: Values) -> Ready | None:
    """Through the newest account that can be reached; when there is none the curators are told, once an absence."""
    reaching = accounts.reaching(tx, notice.person_id or 0)
    if not reaching:
        notices.end(tx, notice.id, Outcome.UNREACHABLE)
        _tell_curators(tx, notice)
        return None
    through = accounts.as_account(tx, reaching[-1]["id"])
    if through.person is not None and through.person.id == notice.person_id:
        return Ready(notice, through, values)
    meant = addressee(tx, notice)
    to = replace(through, person=meant.person, roles=meant.roles, privacy=meant.privacy)
    return Ready(notice, to, values, instead_of=through)


def _tell_curators(tx: Transaction, notice: Notice) -> None:
    lost = accounts.lost_at(tx, notice.person_id or 0)
    if lost is None:  # never was here: nobody has blocked anything
        return
    for curator in people.with_role(tx, notice.school_id, Role.CURATOR):
        if curator.id != notice.person_id:
            notices.write(
                tx,
                "person-unreachable",
                school=notice.school_id,
                person=curator.id,
                about=notice.person_id or 0,
                key=f"person-unreachable:{curator.id}:{notice.person_id}:{lost}",
            )


def still_unreachable(tx: Transaction, notice: Notice) -> Values | None:
    """True while none of the person's accounts can be reached."""
    if accounts.reaching(tx, notice.about):
        return None
    return {"who": shown(people.get(tx, notice.about), addressee(tx, notice)), "person": notice.about}
