"""The roadmap of a mentoring programme: seven stages, their activities and points, who answers for each, and when.

The stages, activities and points are those of the roadmap schools copy after the target model (Р-145); their words are
`roadmap-stage-…`, `roadmap-activity-…`, `roadmap-item-…` and `roadmap-result-…` of `locales/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from mentoring.people import Role

STAGES = range(1, 8)
REMINDED_BEFORE = timedelta(days=3)
REMINDED_AFTER = timedelta(days=1)

_MODEL_MONTHS = 5  # the model's work: January to May
_SUMMER = (6, 7, 8)


@dataclass(frozen=True, slots=True)
class Activity:
    """An activity of a stage: how many points it has, in which months of the model (0 January … 4 May), who answers."""

    stage: int
    number: int
    points: int
    months: tuple[int, int]
    role: Role = Role.CURATOR
    first_point: int = 1
    throughout: bool = False  # runs alongside everything, June included

    def items(self) -> Iterable[Item]:
        """Its points."""
        last = self.first_point + self.points
        return (Item(self, point) for point in range(self.first_point, last))


@dataclass(frozen=True, slots=True)
class Item:
    """One point of the roadmap."""

    activity: Activity
    point: int

    @property
    def stage(self) -> int:
        """The stage it belongs to."""
        return self.activity.stage

    @property
    def role(self) -> Role:
        """Who answers for it until the curator names somebody."""
        return self.activity.role

    @property
    def number(self) -> str:
        """Stage, activity and point: «2.1.6»."""
        return f"{self.stage}.{self.activity.number}.{self.point}"

    @property
    def name(self) -> str:
        """The same as its words are called: «2-1-6»."""
        return self.number.replace(".", "-")


@dataclass(frozen=True, slots=True)
class Span:
    """From a day until a day, both included."""

    starts_on: date
    ends_on: date


ACTIVITIES = (
    Activity(1, 1, 3, (0, 0)),
    Activity(1, 2, 4, (0, 0)),
    Activity(1, 3, 3, (0, 0)),
    Activity(1, 4, 5, (0, 0)),
    Activity(2, 1, 6, (0, 0)),
    Activity(2, 2, 2, (0, 0)),
    Activity(3, 1, 3, (0, 0)),
    Activity(3, 2, 3, (0, 0)),
    Activity(4, 1, 1, (1, 1)),
    Activity(4, 2, 4, (1, 1)),
    Activity(5, 1, 4, (1, 1)),
    Activity(5, 2, 3, (1, 1)),
    Activity(6, 1, 5, (1, 4)),
    Activity(6, 2, 2, (1, 4)),
    Activity(7, 1, 3, (4, 4)),
    Activity(7, 2, 3, (4, 4), Role.HEAD),
    Activity(7, 2, 1, (0, 4), Role.EDITOR, first_point=4, throughout=True),
)
ITEMS = tuple(item for activity in ACTIVITIES for item in activity.items())
THROUGHOUT = frozenset(item.name for item in ITEMS if item.activity.throughout)


def spread(starts_on: date, ends_on: date) -> Mapping[str, Span]:
    """The dates of every point, by its number, whole months within the period.

    The model runs January to May, with only the publication going on in June; any other period is divided in its
    proportion. Pupils are away in summer, so the work of a programme that ends in summer ends with May.
    """
    months = _months(starts_on, ends_on)
    working = _until_summer(months)
    found = {}
    for item in ITEMS:
        first, last = item.activity.months
        begins = min(_scaled(first, len(working)), len(working) - 1)
        until = min(max(_scaled(last + 1, len(working)) - 1, begins), len(working) - 1)
        span = Span(working[begins].starts_on, working[until].ends_on)
        found[item.number] = Span(starts_on, ends_on) if item.activity.throughout else span
    return found


def _scaled(model_month: int, months: int) -> int:
    return (2 * model_month * months + _MODEL_MONTHS) // (2 * _MODEL_MONTHS)  # rounded half up, in whole numbers


def _months(starts_on: date, ends_on: date) -> list[Span]:
    found = []
    begins = starts_on
    while begins <= ends_on:
        following = (begins.replace(day=1) + timedelta(days=32)).replace(day=1)
        found.append(Span(begins, min(following - timedelta(days=1), ends_on)))
        begins = following
    return found


def _until_summer(months: list[Span]) -> list[Span]:
    working = list(months)
    while working and working[-1].starts_on.month in _SUMMER:
        working.pop()
    return working or months


@dataclass(frozen=True, slots=True)
class Standing:
    """How a point of a school's roadmap stands: enough to tell the stage and what is late."""

    name: str
    stage: int
    span: Span
    done: bool

    def late_on(self, day: date) -> bool:
        """Whether its time is over and it is not done."""
        return not self.done and day > self.span.ends_on


def stage_on(day: date, points: Iterable[Standing]) -> tuple[int, date]:
    """The stage of a day and when it ends: the first that is under way and not done, else the last that has begun.

    The publication, which runs alongside everything, makes no stage.
    """
    spans: dict[int, Span] = {}
    open_stages = set()
    for point in points:
        if point.name in THROUGHOUT:
            continue
        known = spans.get(point.stage, point.span)
        spans[point.stage] = Span(min(known.starts_on, point.span.starts_on), max(known.ends_on, point.span.ends_on))
        if not point.done:
            open_stages.add(point.stage)
    if not spans:
        raise LookupError("a roadmap without points")
    begun = [stage for stage in sorted(spans) if spans[stage].starts_on <= day]
    under_way = [stage for stage in begun if spans[stage].ends_on >= day]
    stage = next((each for each in under_way if each in open_stages), None)
    if stage is None:
        stage = under_way[-1] if under_way else begun[-1] if begun else min(spans)
    return stage, spans[stage].ends_on
