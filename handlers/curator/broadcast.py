"""«Рассылка»: to whom and what, a look at it with the number of receivers, then sending; it can be stopped."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, HomeTap, Row, Screen, screen
from locales.words import Say
from mentoring.people import Speaker
from services.broadcasts import Broadcasts, Preview, Report
from services.filling import Filling
from services.notices import Notice, Values

_SHOWN = 40  # letters of a message on a button


class BroadcastTap(CallbackData, prefix="bro1"):
    """«Рассылка»; `write`: a new one."""

    write: int = 0


class ReportTap(CallbackData, prefix="brr1"):
    """How far a message has come."""

    broadcast: int


class SendTap(CallbackData, prefix="brs1"):
    """«Отправить»."""

    broadcast: int


class SendNowTap(CallbackData, prefix="brn1"):
    """«Отправить сейчас», though the school does not work today."""

    broadcast: int


class StopTap(CallbackData, prefix="brx1"):
    """«Остановить», «Отмена»."""

    broadcast: int


async def opened(chat: Chat, say: Say, speaker: Speaker, broadcasts: Broadcasts) -> None:
    """`/broadcast`: a new message, and how the latest ones are doing."""
    latest = await broadcasts.latest(speaker)
    rows: list[Row] = [[Button(say.plain("broadcast-write"), BroadcastTap(write=1))]]
    rows += [[Button(_shortened(each.broadcast.text), ReportTap(broadcast=each.broadcast.id))] for each in latest]
    text = say("broadcast-title") if not latest else say("broadcast-title-latest")
    await chat.show(screen(text, *rows, ways_back(say)))


async def tapped(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: BroadcastTap,
    broadcasts: Broadcasts,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """The section, or the form of a new message."""
    if not callback_data.write:
        await opened(chat, say, speaker, broadcasts)
        return
    await show_turn(chat, say, await filling.begin(speaker, "broadcast"), after)


async def after_broadcast(chat: Chat, say: Say, outcome: Preview) -> None:
    """The message as it will be seen, and by how many."""
    counts, broadcast = outcome.counts, outcome.broadcast
    lines: list[str] = [say("broadcast-preview"), ""]
    lines += [say("broadcast-role", role=role, count=count) for role, count in counts.by_role.items()]
    lines.append(say("broadcast-all", count=counts.all))
    if counts.without_phone:
        lines.append(say("broadcast-without", count=counts.without_phone))
    if outcome.goes_on and counts.all:
        lines += ["", say("broadcast-waits", day=say.day(outcome.goes_on))]
    lines += ["", say("notice-broadcast", text=broadcast.text)]
    cancel = Button(say.plain("broadcast-cancel"), StopTap(broadcast=broadcast.id))
    send = Button(say.plain("broadcast-send", count=counts.all), SendTap(broadcast=broadcast.id))
    rows: list[Row] = [[send, cancel] if counts.all else [cancel]]
    if outcome.goes_on and counts.all:
        send = Button(say.plain("broadcast-send-on", day=say.day(outcome.goes_on)), SendTap(broadcast=broadcast.id))
        at_once = Button(say.plain("broadcast-send-now"), SendNowTap(broadcast=broadcast.id))
        rows = [[send], [at_once], [cancel]]
    await chat.show(screen("\n".join(lines), *rows))


async def sent(chat: Chat, say: Say, speaker: Speaker, callback_data: SendTap, broadcasts: Broadcasts) -> None:
    """The queue is written; delivery goes on by itself."""
    await chat.show(_report(say, await broadcasts.begin(speaker, callback_data.broadcast)))


async def sent_now(chat: Chat, say: Say, speaker: Speaker, callback_data: SendNowTap, broadcasts: Broadcasts) -> None:
    """The same, on a day without school."""
    await chat.show(_report(say, await broadcasts.begin(speaker, callback_data.broadcast, any_day=True)))


async def looked_at(chat: Chat, say: Say, speaker: Speaker, callback_data: ReportTap, broadcasts: Broadcasts) -> None:
    """How far it has come by now."""
    await chat.show(_report(say, await broadcasts.report(speaker, callback_data.broadcast)))


async def stopped(chat: Chat, say: Say, speaker: Speaker, callback_data: StopTap, broadcasts: Broadcasts) -> None:
    """Nobody more gets it; one that had not begun is cancelled."""
    report = await broadcasts.stop(speaker, callback_data.broadcast)
    if report.broadcast.began_at is not None:
        await chat.show(_report(say, report))
        return
    await chat.toast(say.plain("broadcast-cancelled"))
    await opened(chat, say, speaker, broadcasts)


def notice(say: Say, values: Values, _: Notice) -> Screen:
    """The message as people get it."""
    return screen(say("notice-broadcast", text=values["text"]), [Button(say.plain("to-home"), HomeTap())])


def _report(say: Say, report: Report) -> Screen:
    broadcast, progress = report.broadcast, report.progress
    missed = progress.all - progress.sent - progress.waiting
    state = "stopped" if broadcast.stopped_at else "going" if progress.waiting else "over"
    lines: list[str] = [say(f"broadcast-{state}"), say("broadcast-progress", sent=progress.sent, all=progress.all)]
    if state == "going":
        lines.append(say("broadcast-held"))
    if missed:
        lines.append(say("broadcast-missed", count=missed))
    lines += ["", say("broadcast-text", text=broadcast.text)]
    going: list[Row] = []
    if state == "going":
        again = Button(say.plain("broadcast-refresh"), ReportTap(broadcast=broadcast.id))
        going = [[again, Button(say.plain("broadcast-stop"), StopTap(broadcast=broadcast.id))]]
    every = [Button(say.plain("broadcast-back"), BroadcastTap()), Button(say.plain("to-home"), HomeTap())]
    return screen("\n".join(lines), *going, every)


def _shortened(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN else flat[: _SHOWN - 1] + "\u2026"


def router() -> Router:
    """Messages to many, for curators."""
    routes = Router(name="broadcast")
    routes.message.filter(CuratorOnly())
    routes.callback_query.filter(CuratorOnly())
    routes.message.register(opened, Command("broadcast"))
    routes.callback_query.register(tapped, BroadcastTap.filter())
    routes.callback_query.register(looked_at, ReportTap.filter())
    routes.callback_query.register(sent, SendTap.filter())
    routes.callback_query.register(sent_now, SendNowTap.filter())
    routes.callback_query.register(stopped, StopTap.filter())
    return routes
