"""How the roadmap looks in chat: its buttons, a stage, a point, a list of tasks."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from aiogram.filters.callback_data import CallbackData

from handlers.curator.gathering_taps import GatheringsTap
from handlers.screen import Button, HomeTap, Row, Screen, screen
from locales.words import Say
from mentoring.naming import shown
from mentoring.people import Speaker
from mentoring.roadmap import Span
from services.roadmap import Card, Point, StageLine, StagePage, Tasks

_GROUP_MEETING = ("5-1-2", "5-1-3")  # held, and asked after


class RoadmapTap(CallbackData, prefix="rm1"):
    """«Дорожная карта»."""


class StageTap(CallbackData, prefix="rms1"):
    """One stage."""

    stage: int


class PointTap(CallbackData, prefix="rmp1"):
    """One point."""

    point: int


class DoneTap(CallbackData, prefix="rmd1"):
    """«Выполнено»."""

    point: int


class UndoTap(CallbackData, prefix="rmu1"):
    """«Вернуть в работу»."""

    point: int


class DatesTap(CallbackData, prefix="rmt1"):
    """«Изменить сроки»: the curator's."""

    point: int


class WhoTap(CallbackData, prefix="rmw1"):
    """«Кто отвечает»: the curator's; staff after this id."""

    point: int
    after: int = 0


class LateTap(CallbackData, prefix="rml1"):
    """«Просрочено»: whoever answers for it."""


class TasksTap(CallbackData, prefix="rmm1"):
    """«Мои задачи»."""


def card_screen(say: Say, speaker: Speaker, card: Card) -> Screen:
    """A point: what, when, who, what should come of it, and what may be done."""
    point, standing = card.point, card.point.standing
    lines = [say("roadmap-card-title", number=point.number, title=title(say, point)), ""]
    lines.append(say("roadmap-card-dates", span=span_words(say, standing.span)))
    if standing.late_on(card.today):
        lines.append(say("roadmap-card-late", days=(card.today - standing.span.ends_on).days))
    lines.append(say("roadmap-card-who", who=_who(say, speaker, card)))
    if standing.name:
        lines.append(say("roadmap-card-result", text=say.plain(f"roadmap-result-{standing.name}")))
    if card.done_on is not None and card.done_by is not None:
        done = say("roadmap-card-done", day=day_words(say, card.done_on), who=shown(card.done_by, speaker))
        lines += ["", done]
    if point.note:
        lines.append(say("roadmap-card-note", text=point.note))
    return screen(
        "\n".join(lines),
        *_deeds(say, card),
        last_row(say, Button(say.plain("roadmap-back-to-stage", stage=standing.stage), StageTap(stage=standing.stage))),
    )


def _deeds(say: Say, card: Card) -> list[Row]:
    rows: list[Row] = []
    point = card.point.id
    if card.may_close and card.point.standing.done:
        rows.append([Button(say.plain("roadmap-undo"), UndoTap(point=point))])
    elif card.may_close:
        rows.append([Button(say.plain("roadmap-done"), DoneTap(point=point))])
    if card.may_change and card.point.standing.name in _GROUP_MEETING:
        rows.append([Button(say.plain("gathering-section"), GatheringsTap())])
    if card.may_change:
        dates = Button(say.plain("roadmap-dates"), DatesTap(point=point))
        rows.append([dates, Button(say.plain("roadmap-who"), WhoTap(point=point))])
    return rows


def title(say: Say, point: Point) -> str:
    """What a point is called: the school's own wording, else the shipped one."""
    return point.title or say.plain(f"roadmap-item-{point.standing.name}")


def span_words(say: Say, span: Span) -> str:
    """«11 января – 31 мая»."""
    return f"{day_words(say, span.starts_on)} \u2013 {day_words(say, span.ends_on)}"


def day_words(say: Say, day: date) -> str:
    """«11 января»."""
    return say.plain("roadmap-day", day=day.day, month=day.month)


def _who(say: Say, speaker: Speaker, card: Card) -> str:
    if card.responsible is not None:
        return shown(card.responsible, speaker)
    return say.plain("roadmap-role", role=card.point.role)


def stage_line(say: Say, line: StageLine) -> str:
    """A stage in the list of stages."""
    return say(
        "roadmap-stage-line",
        mark=stage_mark(line),
        stage=line.stage,
        title=say.plain(f"roadmap-stage-{line.stage}"),
        until=day_words(say, line.span.ends_on),
        done=line.done,
        points=line.points,
        late=line.late,
    )


def stage_text(say: Say, page: StagePage) -> str:
    """A stage with its activities and points."""
    lines: list[str] = [say("roadmap-stage-title", stage=page.stage, title=say.plain(f"roadmap-stage-{page.stage}"))]
    lines.append(span_words(say, page.span))
    for activity, group in groupby(page.points, _activity):
        points = list(group)
        lines += ["", say("roadmap-activity", title=say.plain(f"roadmap-activity-{activity}"))]
        whens = [_when_and_who(say, point) for point in points]
        together = len(set(whens)) == 1
        if together:
            lines.append(whens[0])
        for point, when in zip(points, whens, strict=True):
            mark = point_mark(point, page) or "\u2022 "
            lines.append(say("roadmap-point", mark=mark.strip(), number=point.number, title=title(say, point)))
            if not together:
                lines.append(when)
    return "\n".join(lines)


def _activity(point: Point) -> str:
    return "-".join(point.standing.name.split("-")[:2])


def _when_and_who(say: Say, point: Point) -> str:
    named = point.person_id is not None
    who = say.plain("roadmap-named") if named else say.plain("roadmap-role", role=point.role)
    return say("roadmap-point-when", until=day_words(say, point.standing.span.ends_on), who=who)


def task_line(say: Say, tasks: Tasks, point: Point) -> str:
    """A point in the list of tasks."""
    return say(
        "roadmap-task",
        mark="\u26a0\ufe0f" if point.standing.late_on(tasks.today) else "\u2022",
        number=point.number,
        title=title(say, point),
        until=day_words(say, point.standing.span.ends_on),
    )


def stage_mark(line: StageLine) -> str:
    """Done, late, or nothing."""
    if line.done == line.points:
        return "\u2705 "
    return "\u26a0\ufe0f " if line.late else ""


def point_mark(point: Point, page: StagePage) -> str:
    """Done, late, or nothing."""
    if point.standing.done:
        return "\u2705 "
    return "\u26a0\ufe0f " if point.standing.late_on(page.today) else ""


def last_row(say: Say, *buttons: Button) -> Row:
    """The last row of a screen: the way back, and home."""
    return [*buttons, Button(say.plain("to-home"), HomeTap())]
