"""The roadmap: stages with what is done and late, points, and one's own tasks closed with a note."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router
from aiogram.filters import Command

from handlers.chat import Chat
from handlers.home import Panel
from handlers.questionnaire import Continuation, show_turn
from handlers.roadmap_screens import (
    DoneTap,
    LateTap,
    PointTap,
    RoadmapTap,
    StageTap,
    TasksTap,
    UndoTap,
    card_screen,
    day_words,
    last_row,
    point_mark,
    span_words,
    stage_line,
    stage_mark,
    stage_text,
    task_line,
    title,
)
from handlers.screen import Button, HomeTap, Screen, grid, screen
from locales.words import Say
from mentoring.people import Role, Speaker
from mentoring.rights import Deed, may
from services.filling import Filling
from services.notices import Notice, Values
from services.roadmap import Card, Point, Roadmap, Tasks

_TASKS_SHOWN = 10
_TOLD = 5  # points named in one reminder


async def opened(chat: Chat, say: Say, speaker: Speaker, roadmap: Roadmap) -> None:
    """`/roadmap`: the stages."""
    seen = await roadmap.overview(speaker)
    lines = [say("roadmap-title", span=span_words(say, seen.span)), ""]
    lines += [stage_line(say, line) for line in seen.stages]
    buttons = [
        Button(f"{stage_mark(line)}{line.stage} · {line.done}/{line.points}", StageTap(stage=line.stage))
        for line in seen.stages
    ]
    await chat.show(
        screen("\n".join(lines), *grid(buttons, 3), last_row(say, Button(say.plain("roadmap-tasks"), TasksTap())))
    )


async def stage_opened(chat: Chat, say: Say, speaker: Speaker, callback_data: StageTap, roadmap: Roadmap) -> None:
    """The points of a stage."""
    page = await roadmap.stage(speaker, callback_data.stage)
    buttons = [Button(point_mark(point, page) + point.number, PointTap(point=point.id)) for point in page.points]
    back = Button(say.plain("roadmap-back"), RoadmapTap())
    await chat.show(screen(stage_text(say, page), *grid(buttons, 4), last_row(say, back)))


async def point_opened(chat: Chat, say: Say, speaker: Speaker, callback_data: PointTap, roadmap: Roadmap) -> None:
    """One point."""
    await chat.show(card_screen(say, speaker, await roadmap.card(speaker, callback_data.point)))


async def tasks_opened(chat: Chat, say: Say, speaker: Speaker, roadmap: Roadmap) -> None:
    """What the speaker answers for."""
    tasks = await roadmap.tasks(speaker)
    await _show_tasks(chat, say, say("roadmap-tasks-title", count=len(tasks.points)), tasks)


async def late_opened(chat: Chat, say: Say, speaker: Speaker, roadmap: Roadmap) -> None:
    """What is late, whoever answers for it."""
    tasks = await roadmap.late(speaker)
    await _show_tasks(chat, say, say("roadmap-late-title", count=len(tasks.points)), tasks)


async def _show_tasks(chat: Chat, say: Say, head: str, tasks: Tasks) -> None:
    first = tasks.points[:_TASKS_SHOWN]
    lines = [head, "", *(task_line(say, tasks, point) for point in first)]
    if rest := len(tasks.points) - len(first):
        lines.append(say("roadmap-tasks-rest", count=rest))
    buttons = [Button(point.number, PointTap(point=point.id)) for point in first]
    back = Button(say.plain("roadmap-back"), RoadmapTap())
    await chat.show(screen("\n".join(lines), *grid(buttons, 4), last_row(say, back)))


async def closing(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: DoneTap,
    roadmap: Roadmap,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """«Выполнено»: a note may be left."""
    await roadmap.closing(speaker, callback_data.point)
    await show_turn(chat, say, await filling.begin(speaker, "roadmap_note", callback_data.point), after)


async def after_note(chat: Chat, say: Say, speaker: Speaker, outcome: Card) -> None:
    """The point is done, by this person or, a moment earlier, by another."""
    heard = say("roadmap-done-already") if outcome.beaten else say("roadmap-closed")
    await chat.show(card_screen(say, speaker, outcome).under(heard))


async def reopened(chat: Chat, say: Say, speaker: Speaker, callback_data: UndoTap, roadmap: Roadmap) -> None:
    """«Вернуть в работу»."""
    card = await roadmap.reopen(speaker, callback_data.point)
    await chat.show(card_screen(say, speaker, card), say.plain("roadmap-reopened"))


async def panel(say: Say, speaker: Speaker, roadmap: Roadmap) -> Panel | None:
    """The tasks of staff, on their home screen; a curator's are on theirs."""
    if not may(speaker, Deed.CLOSE_OWN_ITEMS) or Role.CURATOR in speaker.roles:
        return None
    tasks = await roadmap.tasks(speaker)
    lines: list[str] = [say("roadmap-panel", count=len(tasks.points), late=tasks.late)]
    lines += [task_line(say, tasks, point) for point in tasks.points[:_TOLD]]
    mine = Button(say.plain("roadmap-tasks"), TasksTap())
    every = Button(say.plain("roadmap"), RoadmapTap())
    return Panel(lines, [[mine, every] if tasks.points else [every]])


def reminder(say: Say, values: Values, notice: Notice) -> Screen:
    """Points that end soon, or are late: one message a day at most."""
    points: list[Point] = values["points"]
    end = values["end"]
    lines = [say(f"notice-{notice.kind}", count=len(points), day=day_words(say, end)), ""]
    lines += [
        say("roadmap-point", mark="\u2022", number=each.number, title=title(say, each)) for each in points[:_TOLD]
    ]
    if rest := len(points) - _TOLD:
        lines += [say("roadmap-tasks-rest", count=rest)] if rest > 0 else []
    if len(points) == 1:
        first = Button(say.plain("roadmap-open-point"), PointTap(point=points[0].id))
    else:
        first = Button(say.plain("roadmap-tasks"), TasksTap())
    return screen("\n".join(lines), [first, Button(say.plain("to-home"), HomeTap())])


def router() -> Router:
    """The roadmap, for staff: the services ask who is speaking."""
    routes = Router(name="roadmap")
    routes.message.register(opened, Command("roadmap"))
    routes.callback_query.register(opened, RoadmapTap.filter())
    routes.callback_query.register(stage_opened, StageTap.filter())
    routes.callback_query.register(point_opened, PointTap.filter())
    routes.callback_query.register(tasks_opened, TasksTap.filter())
    routes.callback_query.register(late_opened, LateTap.filter())
    routes.callback_query.register(closing, DoneTap.filter())
    routes.callback_query.register(reopened, UndoTap.filter())
    return routes
