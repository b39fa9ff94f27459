"""The group meeting of a form: planned, told to everybody ready, held, and those who came asked whom they prefer.

Stage 5 of the roadmap, points 2 and 3 of its first activity. Several may be held in a form; each is asked after apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from mentoring.gatherings import GatheringState
from mentoring.people import MentoringForm, Speaker
from mentoring.refusal import NotYours, Refusal, TakenMeanwhile
from mentoring.rights import Deed
from services import gathering_notices as told
from services.authority import acting
from services.filling import Sent
from storage import asking, gatherings, guests, journal, schools, standing
from storage.database import Database, Transaction
from storage.gatherings import Gathering
from storage.guests import Counts
from storage.schools import Programme

__all__ = ["Card", "Gathering", "Gatherings", "Held", "asked_of", "card_of", "nightly", "own_gathering", "wanted_of"]

PAGE = 8


@dataclass(frozen=True, slots=True)
class Held:
    """A group meeting in a list, with its time by the school's clock."""

    gathering: Gathering
    starts: datetime


@dataclass(frozen=True, slots=True)
class Card:
    """A group meeting as the curator sees it. Times are the school's."""

    gathering: Gathering
    starts: datetime
    today: date
    over: bool  # it has begun
    counts: Counts
    ready: int  # how many would be invited who are not
    places: tuple[tuple[int, str], ...]  # where one has met before, each with the last group meeting there
    asked: int = 0  # of those who came, how many may answer …
    answered: int = 0  # … and have, since they were asked


class Gatherings:
    """What the curator does about group meetings."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def overview(self, speaker: Speaker, form: str = "") -> tuple[tuple[MentoringForm, ...], list[Held]]:
        """The forms that are run, and the group meetings of one of them (or of all), the last first."""

        def query(tx: Transaction) -> tuple[tuple[MentoringForm, ...], list[Held]]:
            me, programme = _here(tx, speaker)
            zone = schools.settings(tx, me.school_id).zone
            found = gatherings.latest(tx, programme.id, form, PAGE)
            return tuple(programme.forms), [Held(each, each.starts_at.astimezone(zone)) for each in found]

        return await self._database.read(query)

    async def unmarked(self, speaker: Speaker) -> list[Held]:
        """Those that are over and of which nobody has said who came."""

        def query(tx: Transaction) -> list[Held]:
            school = acting(tx, speaker, Deed.MATCH).school_id
            zone = schools.settings(tx, school).zone
            return [Held(each, each.starts_at.astimezone(zone)) for each in gatherings.unmarked(tx, school)]

        return await self._database.read(query)

    async def now(self, speaker: Speaker) -> tuple[datetime, date]:
        """The time by the school's clock, and the programme's last day."""

        def query(tx: Transaction) -> tuple[datetime, date]:
            me, programme = _here(tx, speaker)
            return tx.now.astimezone(schools.settings(tx, me.school_id).zone), programme.ends_on

        return await self._database.read(query)

    async def card(self, speaker: Speaker, gathering_id: int) -> Card:
        """One group meeting. Raises NotYours for another school's."""
        return await self._database.read(lambda tx: card_of(tx, own_gathering(tx, speaker, gathering_id)[1]))

    async def set_time(self, speaker: Speaker, form: str, gathering_id: int, local: datetime) -> Card:
        """Plan a group meeting of a form (`gathering_id` 0), or move one, to a local time without a zone: the school's.

        Raises Refusal for a time gone by or after the programme's end, TakenMeanwhile for one planned no longer.
        """

        def unit(tx: Transaction) -> Card:
            me, programme = _here(tx, speaker)
            starts = local.replace(tzinfo=schools.settings(tx, me.school_id).zone).astimezone(UTC)
            if starts <= tx.now:
                raise Refusal("meeting-refused-past")
            if local.date() > programme.ends_on:
                raise Refusal("meeting-refused-after-end")
            if gathering_id:
                return self._change(tx, speaker, gathering_id, starts_at=starts)
            if form not in programme.forms:
                raise NotYours
            same = [each for each in gatherings.latest(tx, programme.id, form, PAGE) if each.starts_at == starts]
            made = same[0].id if same else gatherings.plan(tx, programme.id, form, starts, me.person_id)
            if not same:
                journal.note(tx, "gathering-planned", "gathering", made, school=me.school_id, by=me.person_id)
            return card_of(tx, gatherings.get(tx, made))

        return await self._database.work(unit)

    async def set_place(self, speaker: Speaker, gathering_id: int, earlier_id: int) -> Card:
        """It is where an earlier one was."""

        def unit(tx: Transaction) -> Card:
            _, earlier = own_gathering(tx, speaker, earlier_id)
            return self._change(tx, speaker, gathering_id, place=earlier.place)

        return await self._database.work(unit)

    def receive_place(self, tx: Transaction, speaker: Speaker, sent: Sent) -> Card:
        """Where it is, in the curator's words."""
        return self._change(tx, speaker, sent.about, place=sent.text("text"))

    def _change(
        self,
        tx: Transaction,
        speaker: Speaker,
        gathering_id: int,
        *,
        starts_at: datetime | None = None,
        place: str | None = None,
    ) -> Card:
        me, found = own_gathering(tx, speaker, gathering_id)
        if (starts_at or found.starts_at) == found.starts_at and (place or found.place) == found.place:
            return card_of(tx, found)
        if not gatherings.change(tx, found.id, starts_at=starts_at, place=place):
            raise TakenMeanwhile("gathering-refused-over")
        found = gatherings.get(tx, found.id)
        if found.invited_at is not None and found.starts_at > tx.now:
            told.changed(tx, found)
        journal.note(tx, "gathering-changed", "gathering", found.id, school=me.school_id, by=me.person_id)
        return card_of(tx, found)

    async def invite(self, speaker: Speaker, gathering_id: int) -> Card:
        """Invite everybody ready of the form; whoever becomes ready later is invited at night.

        Raises Refusal when it has begun, TakenMeanwhile when it is planned no longer.
        """

        def unit(tx: Transaction) -> Card:
            me, found = own_gathering(tx, speaker, gathering_id)
            if found.state is not GatheringState.PLANNED:
                raise TakenMeanwhile("gathering-refused-over")
            if found.starts_at <= tx.now:
                raise Refusal("meeting-refused-past")
            _invite(tx, found)
            journal.note(tx, "gathering-invited", "gathering", found.id, school=me.school_id, by=me.person_id)
            return card_of(tx, gatherings.get(tx, found.id))

        return await self._database.work(unit)

    async def cancel(self, speaker: Speaker, gathering_id: int) -> Card:
        """It will not take place, or has not; twice changes nothing. Raises TakenMeanwhile for one that was held."""

        def unit(tx: Transaction) -> Card:
            me, found = own_gathering(tx, speaker, gathering_id)
            if gatherings.cancel(tx, found.id):
                if found.invited_at is not None and found.starts_at > tx.now:
                    told.called_off(tx, gatherings.get(tx, found.id))
                journal.note(tx, "gathering-cancelled", "gathering", found.id, school=me.school_id, by=me.person_id)
            elif found.state is GatheringState.HELD:
                raise TakenMeanwhile("gathering-refused-over")
            return card_of(tx, gatherings.get(tx, found.id))

        return await self._database.work(unit)


def nightly(tx: Transaction, school_id: int) -> None:
    """Whoever has become ready since is invited too, before it begins."""
    for each in gatherings.coming(tx, school_id):
        _invite(tx, each)


def _invite(tx: Transaction, gathering: Gathering) -> None:
    told.invited(tx, gathering, guests.invite(tx, gathering.id, wanted_of(tx, gathering)))


def wanted_of(tx: Transaction, gathering: Gathering) -> list[int]:
    """Everybody ready of the form who looks for a pair."""
    looking = guests.wanted(tx, gathering.programme_id, gathering.form)
    found = standing.of_programme(tx, gathering.programme_id, gathering.form)
    return [each.participation.id for each in found if each.ready and each.participation.id in looking]


def asked_of(tx: Transaction, gathering: Gathering) -> list[tuple[int, int]]:
    """Those who came and may be asked: participation and person."""
    came = {each.participation_id for each in guests.every(tx, gathering.id, came=True)}
    every = standing.of_programme(tx, gathering.programme_id, gathering.form)
    return [(each.participation.id, each.person.id) for each in every if each.ready and each.participation.id in came]


def card_of(tx: Transaction, gathering: Gathering) -> Card:
    """All that the curator is shown of a group meeting."""
    zone = schools.settings(tx, gathering.school_id).zone
    planned = gathering.state is GatheringState.PLANNED
    invited = {each.participation_id for each in guests.every(tx, gathering.id)} if planned else set()
    asked = [part for part, _ in asked_of(tx, gathering)] if gathering.asked_at is not None else []
    owing = asking.owing_preferences(tx, gathering.programme_id) if asked else set()
    return Card(
        gathering,
        gathering.starts_at.astimezone(zone),
        tx.now.astimezone(zone).date(),
        over=gathering.starts_at <= tx.now,
        counts=guests.counts(tx, gathering.id),
        ready=len({*wanted_of(tx, gathering)} - invited) if planned else 0,
        places=tuple(each for each in gatherings.places(tx, gathering.school_id) if each[1] != gathering.place),
        asked=len(asked),
        answered=sum(part not in owing for part in asked),
    )


def _here(tx: Transaction, speaker: Speaker) -> tuple[Speaker, Programme]:
    me = acting(tx, speaker, Deed.MATCH)
    programme = schools.programme(tx, me.school_id)
    if programme is None:
        raise Refusal("match-no-programme")
    return me, programme


def own_gathering(tx: Transaction, speaker: Speaker, gathering_id: int) -> tuple[Speaker, Gathering]:
    """The acting curator and a group meeting of the open programme. Raises NotYours for any other."""
    me, programme = _here(tx, speaker)
    found = gatherings.get(tx, gathering_id)
    if found.programme_id != programme.id:
        raise NotYours
    return me, found
