"""The roadmap at work: shown by stages, closed point by point, moved and handed over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentoring.people import STAFF_ROLES, Person, Role, Speaker
from mentoring.questionnaire import Answers
from mentoring.refusal import NotYours, Refusal, TakenMeanwhile
from mentoring.rights import Deed, may
from mentoring.roadmap import ITEMS, STAGES, Span, Standing, spread
from services.authority import acting
from services.filling import Sent
from services.roadmap_reminders import remind
from storage import journal, people, roadmap, schools, staff
from storage.database import Database, Transaction
from storage.roadmap import Point

__all__ = ["Card", "Overview", "Point", "Roadmap", "StaffPage", "StageLine", "StagePage", "Tasks", "answering", "plan"]


@dataclass(frozen=True, slots=True)
class StageLine:
    """A stage with what is done and what is late."""

    stage: int
    span: Span
    points: int
    done: int
    late: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole roadmap by stages."""

    span: Span
    stages: tuple[StageLine, ...]


@dataclass(frozen=True, slots=True)
class StagePage:
    """The points of one stage."""

    stage: int
    span: Span
    points: tuple[Point, ...]
    today: date


@dataclass(frozen=True, slots=True)
class Tasks:
    """What somebody answers for and has not done yet, by date."""

    points: tuple[Point, ...]
    today: date

    @property
    def late(self) -> int:
        """How many are late."""
        return sum(point.standing.late_on(self.today) for point in self.points)


@dataclass(frozen=True, slots=True)
class Card:
    """One point and what may be done with it."""

    point: Point
    today: date
    responsible: Person | None  # None: everybody in the role
    done_by: Person | None
    done_on: date | None
    may_close: bool
    may_change: bool
    beaten: bool = False  # somebody else was faster: what they did stands


@dataclass(frozen=True, slots=True)
class StaffPage:
    """People who may be made responsible, page by page."""

    point: Point
    people: tuple[Person, ...]
    more: bool


def plan(tx: Transaction, programme_id: int, starts_on: date, ends_on: date) -> None:
    """Give a new programme its roadmap, spread over its period; each point's people are reminded near its end."""
    spans = spread(starts_on, ends_on)
    roadmap.plan(
        tx,
        programme_id,
        [(Standing(item.name, item.stage, spans[item.number], False), item.number, item.role) for item in ITEMS],
    )
    remind(tx, programme_id, (span.ends_on for span in spans.values()))


class Roadmap:
    """What staff see and do with the roadmap; who answers for a point closes it, the curator changes everything."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def overview(self, speaker: Speaker) -> Overview:
        """All stages. Raises Refusal before the school is set up."""

        def query(tx: Transaction) -> Overview:
            now = acting(tx, speaker, Deed.SEE_ROADMAP)
            programme = _programme(tx, now)
            points, today = roadmap.points(tx, programme.id), _today(tx, now.school_id)
            lines = tuple(_line(stage, [p.standing for p in points], today) for stage in STAGES)
            return Overview(Span(programme.starts_on, programme.ends_on), lines)

        return await self._database.read(query)

    async def stage(self, speaker: Speaker, stage: int) -> StagePage:
        """The points of a stage."""

        def query(tx: Transaction) -> StagePage:
            now = acting(tx, speaker, Deed.SEE_ROADMAP)
            points = [p for p in roadmap.points(tx, _programme(tx, now).id) if p.standing.stage == stage]
            if not points:
                raise NotYours
            return StagePage(stage, _whole([p.standing for p in points]), tuple(points), _today(tx, now.school_id))

        return await self._database.read(query)

    async def tasks(self, speaker: Speaker) -> Tasks:
        """What the speaker answers for and has not done, soonest first; nothing for whoever is not staff."""

        def query(tx: Transaction) -> Tasks:
            now = acting(tx, speaker, Deed.CLOSE_OWN_ITEMS)
            programme = schools.programme(tx, now.school_id)
            points = roadmap.points(tx, programme.id) if programme else []
            own = [p for p in points if not p.standing.done and _own(now, p)]
            own.sort(key=lambda p: (p.standing.span.ends_on, p.id))
            return Tasks(tuple(own), _today(tx, now.school_id))

        return await self._database.read(query)

    async def late(self, speaker: Speaker) -> Tasks:
        """What is late, whoever answers for it, the longest first."""

        def query(tx: Transaction) -> Tasks:
            now = acting(tx, speaker, Deed.SEE_ROADMAP)
            today = _today(tx, now.school_id)
            points = [p for p in roadmap.points(tx, _programme(tx, now).id) if p.standing.late_on(today)]
            return Tasks(tuple(sorted(points, key=lambda p: (p.standing.span.ends_on, p.id))), today)

        return await self._database.read(query)

    async def card(self, speaker: Speaker, point_id: int) -> Card:
        """One point. Raises NotYours for another school's."""
        return await self._database.read(lambda tx: _card(tx, acting(tx, speaker, Deed.SEE_ROADMAP), point_id))

    async def closing(self, speaker: Speaker, point_id: int) -> Card:
        """The point, before a note about its end is asked for. Raises NotYours for whoever may not close it."""

        def query(tx: Transaction) -> Card:
            now = acting(tx, speaker, Deed.CLOSE_OWN_ITEMS)
            card = _card(tx, now, point_id)
            if card.point.standing.done:
                raise TakenMeanwhile("roadmap-done-already")
            if not card.may_close:
                raise NotYours
            return card

        return await self._database.read(query)

    def receive_note(self, tx: Transaction, speaker: Speaker, sent: Sent) -> Card:
        """The point is done; when somebody was faster, their mark stands and the card says so."""
        now = acting(tx, speaker, Deed.CLOSE_OWN_ITEMS)
        card = _card(tx, now, sent.about)
        if card.point.standing.done:
            return _card(tx, now, sent.about, beaten=True)
        if not card.may_close:
            raise NotYours
        roadmap.close(tx, sent.about, now.person_id, sent.text("note"))
        journal.note(tx, "roadmap-done", "roadmap_item", sent.about, school=now.school_id, by=now.person_id)
        return _card(tx, now, sent.about)

    async def reopen(self, speaker: Speaker, point_id: int) -> Card:
        """Take the mark back. Raises TakenMeanwhile when somebody already has."""

        def unit(tx: Transaction) -> Card:
            now = acting(tx, speaker, Deed.CLOSE_OWN_ITEMS)
            if not _card(tx, now, point_id).may_close:
                raise NotYours
            if not roadmap.reopen(tx, point_id):
                raise TakenMeanwhile("roadmap-open-already")
            journal.note(tx, "roadmap-reopened", "roadmap_item", point_id, school=now.school_id, by=now.person_id)
            return _card(tx, now, point_id)

        return await self._database.work(unit)

    async def changing(self, speaker: Speaker, point_id: int) -> Card:
        """The point, before its dates are asked for. Raises NotYours for whoever may not change it."""
        return await self._database.read(lambda tx: _card(tx, acting(tx, speaker, Deed.CHANGE_ROADMAP), point_id))

    def proposed_dates(self, tx: Transaction, speaker: Speaker, about: int) -> Answers:
        """The dates that stand, as first answers."""
        if speaker.person is None:
            return {}
        span = roadmap.get(tx, speaker.school_id, about).standing.span
        return {"start": span.starts_on.isoformat(), "end": span.ends_on.isoformat()}

    def receive_dates(self, tx: Transaction, speaker: Speaker, sent: Sent) -> Card:
        """The point has other dates, and its people are reminded by them; when somebody was faster, theirs stand."""
        now = acting(tx, speaker, Deed.CHANGE_ROADMAP)
        point = roadmap.get(tx, now.school_id, sent.about)
        if sent.began_at and journal.done_by_others(tx, "roadmap-moved", point.id, now.person_id, sent.began_at):
            return _card(tx, now, point.id, beaten=True)
        ends_on = date.fromisoformat(sent.text("end"))
        roadmap.set_span(tx, point.id, date.fromisoformat(sent.text("start")), ends_on)
        remind(tx, point.programme_id, [ends_on])
        journal.note(tx, "roadmap-moved", "roadmap_item", point.id, school=now.school_id, by=now.person_id)
        return _card(tx, now, point.id)

    async def staff(self, speaker: Speaker, point_id: int, after: int = 0) -> StaffPage:
        """Who may be made responsible for a point, page by page."""

        def query(tx: Transaction) -> StaffPage:
            now = acting(tx, speaker, Deed.CHANGE_ROADMAP)
            found = staff.page(tx, now.school_id, after)
            point = roadmap.get(tx, now.school_id, point_id)
            return StaffPage(point, tuple(found[: staff.PAGE]), len(found) > staff.PAGE)

        return await self._database.read(query)

    async def assign(self, speaker: Speaker, point_id: int, role: str, person_id: int, was: int) -> Card:
        """Make a person answer for a point, or, with no person (0), everybody in a role.

        `was` is who answered for it on the screen (see `answering`). When that has changed since, the change stands.
        """

        def unit(tx: Transaction) -> Card:
            now = acting(tx, speaker, Deed.CHANGE_ROADMAP)
            point = roadmap.get(tx, now.school_id, point_id)
            if answering(point) != was:
                return _card(tx, now, point.id, beaten=True)
            chosen = point.role if person_id else _staff_role(role)
            if person_id:
                _require_staff(tx, now, person_id)
            roadmap.assign(tx, point.id, chosen, person_id or None)
            journal.note(tx, "roadmap-assigned", "roadmap_item", point.id, school=now.school_id, by=now.person_id)
            return _card(tx, now, point.id)

        return await self._database.work(unit)


def answering(point: Point) -> int:
    """Who answers for a point, short enough for a button: a person's id, or a role's place below zero."""
    return point.person_id or -1 - STAFF_ROLES.index(point.role)


def _card(tx: Transaction, speaker: Speaker, point_id: int, *, beaten: bool = False) -> Card:
    point = roadmap.get(tx, speaker.school_id, point_id)
    found = people.some(tx, [each for each in (point.person_id, point.done_by) if each])
    zone = schools.settings(tx, speaker.school_id).zone
    return Card(
        point=point,
        today=tx.now.astimezone(zone).date(),
        responsible=found.get(point.person_id or 0),
        done_by=found.get(point.done_by or 0),
        done_on=point.done_at.astimezone(zone).date() if point.done_at else None,
        may_close=_own(speaker, point) or may(speaker, Deed.CHANGE_ROADMAP),
        may_change=may(speaker, Deed.CHANGE_ROADMAP),
        beaten=beaten,
    )


def _own(speaker: Speaker, point: Point) -> bool:
    return point.person_id == speaker.person_id if point.person_id else point.role in speaker.roles


def _programme(tx: Transaction, speaker: Speaker) -> schools.Programme:
    programme = schools.programme(tx, speaker.school_id)
    if programme is None:
        raise Refusal("roadmap-not-yet")
    return programme


def _today(tx: Transaction, school_id: int) -> date:
    return tx.now.astimezone(schools.settings(tx, school_id).zone).date()


def _line(stage: int, points: list[Standing], today: date) -> StageLine:
    own = [point for point in points if point.stage == stage]
    return StageLine(
        stage, _whole(own), len(own), sum(point.done for point in own), sum(point.late_on(today) for point in own)
    )


def _whole(points: list[Standing]) -> Span:
    return Span(min(point.span.starts_on for point in points), max(point.span.ends_on for point in points))


def _staff_role(role: str) -> Role:
    if role not in STAFF_ROLES:
        raise NotYours
    return Role(role)


def _require_staff(tx: Transaction, speaker: Speaker, person_id: int) -> None:
    person = people.of_school(tx, speaker.school_id, person_id)
    if person.removed_at is not None or people.roles(tx, person_id).isdisjoint(STAFF_ROLES):
        raise NotYours
