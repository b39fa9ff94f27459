"""Says, one line each, whether token, API, database, time zone and templates are in order."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from importlib import resources
from pathlib import Path
from tempfile import TemporaryFile
from zoneinfo import ZoneInfo

from bot.settings import BotSettings, read_settings
from storage.migrate import check

Say = Callable[[str], None]


async def examine(say: Say) -> int:
    """Examine everything and say it; returns 0 when all is well, else 1."""
    settings = read_settings()
    if isinstance(settings, str):
        for line in settings.splitlines():
            say(f"[wrong] {line}")
        return 1
    say("[ok]    settings")
    verdicts = [
        await _said(say, "bot and API", lambda: _api(settings)),
        await _said(say, "database", lambda: asyncio.to_thread(_database, settings)),
        await _said(say, "export folder", lambda: asyncio.to_thread(_exports, settings)),
        await _said(say, "folder for lists", lambda: asyncio.to_thread(_lists, settings)),
        await _said(say, "time zone", lambda: asyncio.to_thread(_zone, settings)),
        await _said(say, "questionnaires", lambda: asyncio.to_thread(_questionnaires)),
        await _said(say, "templates", lambda: asyncio.to_thread(_templates)),
        await _said(say, "words", lambda: asyncio.to_thread(_words)),
    ]
    return 0 if all(verdicts) else 1


async def _said(say: Say, what: str, look: Callable[[], Awaitable[str]]) -> bool:
    try:
        found = await look()
    except Exception as wrong:
        say(f"[wrong] {what}: {wrong}")
        return False
    say(f"[ok]    {what}: {found}")
    return True


async def _api(settings: BotSettings) -> str:
    from bot.app import make_bot

    async def never(_: float) -> None:
        return None

    bot = make_bot(settings, never)
    try:
        me = await bot.me()
    finally:
        await bot.session.close()
    return f"@{me.username} at {settings.bot_api_url}"


def _database(settings: BotSettings) -> str:
    path = settings.database_path
    if not path.exists():
        return f"none yet; it will be made at {path}"
    if wrong := check(path):
        raise ValueError(f"{path}: {wrong}")
    return str(path)


def _exports(settings: BotSettings) -> str:
    from services.export_folder import ExportFolder

    ExportFolder(settings.export_dir).open()
    _try_to_write(settings.export_dir)
    way = (
        "are sent in archives" if settings.archive_password.get_secret_value() else "are not sent (no ARCHIVE_PASSWORD)"
    )
    return f"{settings.export_dir}, kept {settings.export_days} days; in coded mode files with names {way}"


def _lists(settings: BotSettings) -> str:
    settings.inbox_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    _try_to_write(settings.inbox_dir)
    return f"{settings.inbox_dir}, looked into every minute"


def _try_to_write(folder: Path) -> None:
    with TemporaryFile(dir=folder):
        return


def _zone(settings: BotSettings) -> str:
    return ZoneInfo(settings.time_zone).key


def _questionnaires() -> str:
    from mentoring.questionnaire_catalogue import catalogue

    return f"{len(catalogue())} forms"


def _templates() -> str:
    from zipfile import ZipFile

    names = []
    for file in resources.files("papers").joinpath("templates", "ru").iterdir():
        if file.name.endswith(".docx"):
            with resources.as_file(file) as path, ZipFile(path) as archive:
                if archive.testzip() is not None:
                    raise ValueError(f"{file.name} is damaged")
            names.append(file.name)
    if not names:
        raise ValueError("no templates are shipped")
    return ", ".join(sorted(names))


def _words() -> str:
    from locales.words import LANGUAGES, Words

    Words.shipped()
    return ", ".join(LANGUAGES)
