"""The two commands by which names come in and go out at the server; they work while the bot runs, over the same file."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bot import clock
from bot.place import Place as Settings
from locales.words import Say, Words
from mentoring.refusal import Refusal
from services.operator import place
from storage.database import Database
from storage.migrate import migrate

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

Tell = Callable[[str], None]
MOST_BYTES = 5_000_000


async def bring_in(tell: Tell, file: Path, skip_wrong: bool, school: int | None) -> int:
    """`import`: bring a list in and tell what came of it; returns the exit code."""
    from bot.server_lists import take_in

    settings = Settings()
    say = Say(Words.shipped(), settings.locale)
    try:
        content = _read(file)
        async with _database(settings) as database:
            where = await place(database, school)
            report = await take_in(database, where, say, file.name, content, skip_wrong=skip_wrong)
    except Refusal as refusal:
        tell(say.plain(refusal.reason, **refusal.values))
        return 1
    tell(report.text)
    return 0 if report.taken or skip_wrong else 1


async def take_out(
    tell: Tell, what: Sequence[str], folder: Path | None, bot: str, first_names: bool, school: int | None
) -> int:
    """`export`: make papers with names (the usual ones where none is named) and tell where they lie; returns the exit code.

    What cannot be made yet is a failure only where it was asked for.
    """
    from bot.server_exports import USUAL, Desk, take_out

    settings = Settings()
    say = Say(Words.shipped(), settings.locale)
    target, made, lacking = folder or settings.export_dir, 0, 0
    async with _database(settings) as database:
        try:
            desk = Desk(database, await place(database, school), say, _address(settings, bot), first_names)
        except Refusal as refusal:
            tell(say.plain(refusal.reason, **refusal.values))
            return 1
        for each in what or USUAL:
            try:
                paths = await take_out(desk, each, target)
            except Refusal as refusal:
                tell(say.plain(refusal.reason, **refusal.values))
                lacking += 1
            else:
                made += len(paths)
                for path in paths:
                    tell(say.plain("server-exported", what=each, path=str(path)))
    if made:
        tell(say.plain("server-export-note"))
    return 1 if lacking and (what or not made) else 0


def _read(file: Path) -> bytes:
    if not file.is_file():
        raise Refusal("server-no-file", path=str(file))
    if file.stat().st_size > MOST_BYTES:
        raise Refusal("server-file-large")
    return file.read_bytes()


@asynccontextmanager
async def _database(settings: Settings) -> AsyncIterator[Database]:
    await asyncio.to_thread(migrate, settings.database_path)
    async with Database.open(settings.database_path, clock.now) as database:
        yield database


def _address(settings: Settings, bot: str) -> str:
    """The bot's address up to the code: as named, else as it was when it last greeted."""
    if bot:
        return f"https://t.me/{bot.removeprefix('@')}?start="
    return settings.address_file.read_text("utf-8") if settings.address_file.is_file() else ""
