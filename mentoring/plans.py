"""The development plan of a mentee (ИПР) and the learning path of a pupil: tasks with days, ticks, marks, progress.

Columns, sections and the mark «выполнено / частично / не выполнено» are those of the usual form of the individual plan
under a mentor (sample papers of the target model).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

MOST_ITEMS = 30  # of one plan
SOON = timedelta(days=2)
_SETTLING = timedelta(days=5)  # nothing is due sooner than that after the plan was made, nor later before the end
_SATURDAY = 5


class PlanKind(StrEnum):
    """What is planned."""

    PLAN = "plan"  # of development
    PATH = "path"  # the individual learning path of a pupil


class Mark(StrEnum):
    """The mentor's word about a task."""

    DONE = "done"
    PARTLY = "partly"
    NOT = "not"


class ItemState(StrEnum):
    """How a task stands, as everybody sees it."""

    DONE = "done"
    PARTLY = "partly"
    NOT = "not"
    TICKED = "ticked"  # the mentee has done it, the mentor has not looked yet
    LATE = "late"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan of one member of a match; until `ready_at` it is being made."""

    id: int
    member_id: int
    kind: PlanKind
    sample: str
    goal: str
    made_at: datetime
    ready_at: datetime | None
    signed_on: date | None


@dataclass(frozen=True, slots=True)
class Item:
    """One task. `number` is its order in the section, by which it is kept; `place` is used by a path alone."""

    id: int
    plan_id: int
    section: int
    number: int
    task: str
    place: str
    due_on: date
    expected: str
    actual: str
    mark: Mark | None
    word: str
    ticked_at: datetime | None
    removed_at: datetime | None

    @property
    def open(self) -> bool:
        """Whether it is still to be done."""
        return self.mark is None and self.ticked_at is None and self.removed_at is None

    def state(self, today: date) -> ItemState:
        """How it stands on a day; a mark goes before a tick."""
        if self.mark is not None:
            return ItemState(self.mark.value)
        if self.ticked_at is not None:
            return ItemState.TICKED
        return ItemState.LATE if self.due_on < today else ItemState.AHEAD


@dataclass(frozen=True, slots=True)
class Change:
    """One change: what of which task, what it was and became, by whom and when."""

    id: int
    item_id: int | None
    task: str
    what: str
    was: str
    became: str
    by_id: int | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Progress:
    """Numbers of a plan; `done` counts what the mentor marked as done and what the mentee ticked."""

    planned: int
    done: int
    partly: int
    undone: int
    late: int
    waiting: int  # ticked, and not marked yet


def progress(items: Iterable[Item], today: date) -> Progress:
    """Count the tasks that stand."""
    states = [each.state(today) for each in items if each.removed_at is None]
    return Progress(
        planned=len(states),
        done=states.count(ItemState.DONE) + states.count(ItemState.TICKED),
        partly=states.count(ItemState.PARTLY),
        undone=states.count(ItemState.NOT),
        late=states.count(ItemState.LATE),
        waiting=states.count(ItemState.TICKED),
    )


def spread(count: int, today: date, end: date) -> list[date]:
    """Days for so many tasks, evenly until shortly before the end, in their order; on weekdays where there is room."""
    first = min(today + _SETTLING, end)
    last = max(first, end - _SETTLING)
    step = (last - first) / max(count, 1)
    return [_weekday(first + step * (at + 1), first) for at in range(count)]


def _weekday(day: date, first: date) -> date:
    """The Friday before a weekend, unless that is before the first day."""
    friday = day - timedelta(days=max(0, day.weekday() - _SATURDAY + 1))
    return max(friday, first) if day.weekday() >= _SATURDAY else day


def numbered(items: Sequence[Item]) -> list[tuple[str, Item]]:
    """The tasks that stand, each with its number as people see it: «1.2» is the second of the first section."""
    found: list[tuple[str, Item]] = []
    at: dict[int, int] = {}
    for each in sorted(items, key=lambda item: (item.section, item.number)):
        if each.removed_at is None:
            at[each.section] = at.get(each.section, 0) + 1
            found.append((f"{each.section}.{at[each.section]}", each))
    return found
