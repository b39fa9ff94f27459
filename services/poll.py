"""The interest poll of stage 1: opened by a link for the whole school, answered by three taps, kept without anybody's name."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from mentoring.people import Speaker
from mentoring.poll import Counted, PollAnswer
from mentoring.refusal import NotYours, Refusal
from mentoring.rights import Deed
from services.authority import acting
from storage import accounts, journal, links, poll, schools
from storage.database import Database, Transaction
from storage.links import Link, Purpose
from storage.schools import School


@dataclass(frozen=True, slots=True)
class Poll:
    """The poll as its curator sees it: the link while it is open, and every answer counted."""

    school: School
    title: str
    link: Link | None
    counted: tuple[Counted, ...]

    @property
    def every(self) -> int:
        """How many answered."""
        return sum(each.count for each in self.counted)


class Polls:
    """Asked of everyone, counted for the curator."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def ballot(self) -> str:
        """A number of one answer's own: a second tap changes that answer and adds none. It leads to nobody."""
        return secrets.token_hex(4)

    async def answer(self, speaker: Speaker, link_id: int, ballot: str, answer: PollAnswer) -> str:
        """Keep an answer and return the token of the invitation for everyone, empty while there is none.

        An account that came for the poll only is forgotten at once. Raises Refusal when the poll is closed.
        """

        def unit(tx: Transaction) -> str:
            link = links.by_id(tx, link_id)
            programme = schools.programme(tx, link.school_id or 0) if link else None
            if link is None or link.purpose is not Purpose.POLL or programme is None:
                raise Refusal("poll-closed")
            if not answer.sound:
                raise NotYours
            poll.keep(tx, programme.id, ballot, answer)
            accounts.forget_stranger(tx, speaker.account_id)
            joins = links.of_school(tx, programme.school_id, Purpose.JOIN)
            open_to = (each for each in joins if each.school_class is None and each.role in ("", answer.who))
            return next((each.token for each in open_to), "")

        return await self._database.work(unit)

    async def seen(self, speaker: Speaker) -> Poll:
        """The poll of the curator's programme."""

        def query(tx: Transaction) -> Poll:
            return _poll(tx, acting(tx, speaker, Deed.INVITE).school_id)

        return await self._database.read(query)

    async def begin(self, speaker: Speaker) -> Poll:
        """Open the poll; one that is open stays."""

        def unit(tx: Transaction) -> Poll:
            curator = acting(tx, speaker, Deed.INVITE)
            found = _poll(tx, curator.school_id)
            if found.link is None:
                link = links.make(tx, Purpose.POLL, school_id=curator.school_id, made_by=curator.person_id)
                _note(tx, curator, "opened-poll", link.id)
            return _poll(tx, curator.school_id)

        return await self._database.work(unit)

    async def close(self, speaker: Speaker) -> Poll:
        """Close the poll: its link opens nothing any more, the answers stay."""

        def unit(tx: Transaction) -> Poll:
            curator = acting(tx, speaker, Deed.INVITE)
            for link in links.of_school(tx, curator.school_id, Purpose.POLL):
                links.close(tx, curator.school_id, link.id)
                _note(tx, curator, "closed-poll", link.id)
            return _poll(tx, curator.school_id)

        return await self._database.work(unit)


def forget_strangers(tx: Transaction, school_id: int) -> None:
    """The night's work: accounts that came, looked and left without being anybody here are not kept."""
    accounts.forget_strangers(tx)


def _poll(tx: Transaction, school_id: int) -> Poll:
    programme = schools.programme(tx, school_id)
    if programme is None:
        raise NotYours
    title = schools.settings(tx, school_id).programme_title
    link = next(iter(links.of_school(tx, school_id, Purpose.POLL)), None)
    return Poll(schools.get(tx, school_id), title, link, tuple(poll.counted(tx, programme.id)))


def _note(tx: Transaction, curator: Speaker, deed: str, link_id: int) -> None:
    journal.note(tx, deed, "link", link_id, school=curator.school_id, by=curator.person_id)
