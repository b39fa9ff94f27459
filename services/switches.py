"""What a person lets the bot say: switched on and off by themselves; a curator's hour of the digest."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.manners import Switch
from mentoring.people import Role, Speaker
from mentoring.refusal import NotYours
from services import digest_of_day
from services.digest_of_day import HOURS
from storage import switches
from storage.database import Database, Transaction

__all__ = ["HOURS", "Switches", "Switchings"]


@dataclass(frozen=True, slots=True)
class Switchings:
    """Each switch and whether it is on; a curator's hour of the digest, empty for none, None for whoever gets no digest."""

    on: dict[Switch, bool]
    hour: str | None


class Switches:
    """Everybody's own notifications."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def standing(self, speaker: Speaker) -> Switchings:
        """What holds now. Raises NotYours for a stranger."""
        return await self._database.read(lambda tx: _standing(tx, speaker))

    async def turn(self, speaker: Speaker, switch: Switch, *, on: bool) -> Switchings:
        """Switch something on or off; once more changes nothing."""

        def unit(tx: Transaction) -> Switchings:
            switches.turn(tx, _own(speaker), switch, on=on)
            return _standing(tx, speaker)

        return await self._database.work(unit)

    async def choose_hour(self, speaker: Speaker, hour: str) -> Switchings:
        """Another hour of the digest, empty: everything at once. Raises NotYours for another hour or another than a curator."""

        def unit(tx: Transaction) -> Switchings:
            if Role.CURATOR not in speaker.roles or hour not in ("", *HOURS):
                raise NotYours
            digest_of_day.choose_hour(tx, _own(speaker), hour)
            return _standing(tx, speaker)

        return await self._database.work(unit)


def _own(speaker: Speaker) -> int:
    if speaker.person is None:
        raise NotYours
    return speaker.person.id


def _standing(tx: Transaction, speaker: Speaker) -> Switchings:
    me = _own(speaker)
    off = switches.off(tx, me)
    hour = digest_of_day.hour_of(tx, me) if Role.CURATOR in speaker.roles else None
    return Switchings({each: each not in off for each in Switch}, hour)
