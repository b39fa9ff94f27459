"""«Выгрузка»: the whole programme as one XLSX, made aside and sent as a file."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.screen import Button, screen
from locales.words import Say
from mentoring.leaving import Paper
from mentoring.people import Speaker
from papers.exported import exported_xlsx
from services.exporting import Exporting


class ExportTap(CallbackData, prefix="xls1"):
    """«Выгрузка»; `make`: make the file."""

    make: int = 0


async def opened(chat: Chat, say: Say) -> None:
    """`/export`: what is in the file, and where it may not go."""
    make = Button(say.plain("export-make"), ExportTap(make=1))
    await chat.show(screen(say("export-what"), [make], ways_back(say)))


async def tapped(chat: Chat, say: Say, speaker: Speaker, callback_data: ExportTap, exporting: Exporting) -> None:
    """The section, or its file."""
    if not callback_data.make:
        await opened(chat, say)
        return
    await chat.toast(say.plain("export-making"))
    taken = await exporting.take(speaker, exported_xlsx, say.language)
    await chat.send_file(
        taken.content,
        say.plain("export-file", school=taken.school.replace("/", " ")),
        say.plain("export-sent"),
        paper=Paper.REGISTERS,
    )
    await chat.show_anew(screen(say("export-done"), ways_back(say)))


def router() -> Router:
    """The export, for curators."""
    routes = Router(name="export")
    routes.message.filter(CuratorOnly())
    routes.callback_query.filter(CuratorOnly())
    routes.message.register(opened, Command("export"))
    routes.callback_query.register(tapped, ExportTap.filter())
    return routes
