"""Messages to many: written, looked at with the number of receivers, sent by a queue, stopped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from mentoring.people import SchoolClass, Speaker
from mentoring.questionnaire import Option, Phrase
from mentoring.refusal import Refusal, TakenMeanwhile
from mentoring.rights import Deed
from services.authority import acting
from services.filling import Sent
from services.holding import hours_of
from services.notices import Notice, Values
from storage import broadcasts, journal, people, schools
from storage.broadcasts import Audience, Broadcast, Counts, Frame, Progress
from storage.database import Database, Transaction

__all__ = ["Broadcast", "Broadcasts", "Counts", "Preview", "Progress", "Report", "classes", "still"]

_KEPT = timedelta(days=2)  # news that could not be said within two days is news no longer
_LATEST = 5


@dataclass(frozen=True, slots=True)
class Preview:
    """A message before it is sent; `goes_on` is the school day it would wait for, None when it waits for none."""

    broadcast: Broadcast
    counts: Counts
    goes_on: date | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A message that was sent, and how far it has come."""

    broadcast: Broadcast
    progress: Progress


class Broadcasts:
    """The curator's messages to many."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def receive(self, tx: Transaction, speaker: Speaker, sent: Sent) -> Preview:
        """The message is written; nothing is said to anybody yet."""
        now = acting(tx, speaker, Deed.BROADCAST)
        audience = Audience(sent.chosen("roles"), sent.chosen("classes"), sent.chosen("forms"))
        made = broadcasts.write(tx, now.school_id, sent.text("text"), audience, now.person_id)
        counts = broadcasts.counts(tx, _frame(tx, now.school_id), audience, now.person_id)
        return Preview(broadcasts.get(tx, now.school_id, made), counts, _waits_for(tx, now))

    async def latest(self, speaker: Speaker) -> list[Report]:
        """The messages sent last."""

        def query(tx: Transaction) -> list[Report]:
            now = acting(tx, speaker, Deed.BROADCAST)
            found = broadcasts.latest(tx, now.school_id, _LATEST)
            return [Report(each, broadcasts.progress(tx, each.id)) for each in found]

        return await self._database.read(query)

    async def begin(self, speaker: Speaker, broadcast_id: int, *, any_day: bool = False) -> Report:
        """Send it, on `any_day` or when the school works.

        Raises TakenMeanwhile when it was sent or cancelled before, Refusal when there is nobody to get it.
        """

        def unit(tx: Transaction) -> Report:
            now = acting(tx, speaker, Deed.BROADCAST)
            known = broadcasts.get(tx, now.school_id, broadcast_id)
            count = broadcasts.begin(tx, _frame(tx, now.school_id), known, tx.now + _KEPT, any_day=any_day)
            if count is None:
                raise TakenMeanwhile("broadcast-ended")
            if not count:
                raise Refusal("broadcast-nobody")
            return _noted(tx, now, "broadcast-begun", broadcast_id)

        return await self._database.work(unit)

    async def stop(self, speaker: Speaker, broadcast_id: int) -> Report:
        """Stop it, or cancel what was not sent. Raises TakenMeanwhile when that was done before."""

        def unit(tx: Transaction) -> Report:
            now = acting(tx, speaker, Deed.BROADCAST)
            known = broadcasts.get(tx, now.school_id, broadcast_id)
            if not broadcasts.stop(tx, known.id):
                raise TakenMeanwhile("broadcast-ended")
            return _noted(tx, now, "broadcast-stopped", broadcast_id)

        return await self._database.work(unit)

    async def report(self, speaker: Speaker, broadcast_id: int) -> Report:
        """How far it has come. Raises NotYours for another school's."""
        return await self._database.read(
            lambda tx: _report(tx, acting(tx, speaker, Deed.BROADCAST).school_id, broadcast_id)
        )


def _waits_for(tx: Transaction, speaker: Speaker) -> date | None:
    hours = hours_of(tx, people.get(tx, speaker.person_id))
    at_school = hours.next_open_on_school_day(tx.now)
    return at_school.astimezone(hours.zone).date() if at_school > hours.next_open(tx.now) else None


def still(tx: Transaction, notice: Notice) -> Values | None:
    """The message, unless it was stopped or the person is no longer one it is for."""
    known = broadcasts.get(tx, notice.school_id, notice.about)
    if known.stopped_at is not None or schools.programme(tx, notice.school_id) is None:
        return None
    if not broadcasts.is_for(tx, _frame(tx, notice.school_id), known, notice.person_id or 0):
        return None
    return {"text": known.text}


def classes(tx: Transaction, speaker: Speaker) -> tuple[Option, ...]:
    """The classes of the speaker's school, as options of a question."""
    if speaker.person is None:
        return ()
    return tuple(_option(each) for each in broadcasts.classes(tx, speaker.school_id))


def _option(of: SchoolClass) -> Option:
    name = f"{of.level}{of.letter}"
    return Option(name, Phrase({"ru": name, "en": name}))


def _frame(tx: Transaction, school_id: int) -> Frame:
    programme = schools.programme(tx, school_id)
    if programme is None:
        raise Refusal("broadcast-not-yet")
    chosen = schools.settings(tx, school_id)
    return Frame(
        school_id, programme.id, tx.now.astimezone(chosen.zone).date(), chosen.guardian_rule, chosen.adult_grace_days
    )


def _noted(tx: Transaction, speaker: Speaker, deed: str, broadcast_id: int) -> Report:
    journal.note(tx, deed, "broadcast", broadcast_id, school=speaker.school_id, by=speaker.person_id)
    return _report(tx, speaker.school_id, broadcast_id)


def _report(tx: Transaction, school_id: int, broadcast_id: int) -> Report:
    known = broadcasts.get(tx, school_id, broadcast_id)
    return Report(known, broadcasts.progress(tx, known.id))
