"""The watched folder: a list put there is taken in by itself, the same way as by the command line, and put away.

Beside it lies what came of it. A list is taken once it has stopped growing; one taken twice (the bot was killed between
the database and the folder) changes nothing. What was put away is removed after a while: a list of names is personal.
"""

from __future__ import annotations

import asyncio
import logging
import os
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

from bot.at_server import MOST_BYTES
from bot.server_lists import Report, take_in
from locales.words import Say
from mentoring.refusal import Refusal
from papers.pairs_list import PairsList
from papers.people_list import PeopleList, read_server_list
from services.matching import Compute
from services.operator import place
from storage.database import Database

log = logging.getLogger(__name__)

REPORT = ".report.txt"
DONE, WRONG = "done", "wrong"
_LISTS = (".xlsx", ".csv", ".txt", ".tsv")
_REPORT_MODE = 0o600


@dataclass(slots=True)
class WatchedFolder:
    """Looks into the folder once a minute; files that are no lists, hidden ones and folders are left alone."""

    path: Path
    database: Database
    say: Say
    workshop: Compute
    _seen: dict[str, tuple[int, float]] = field(default_factory=dict)
    _looking: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def look(self) -> int:
        """Take in every list that has not changed since the last look; returns how many. Two looks at once are one."""
        if self._looking.locked():
            return 0
        async with self._looking:
            steady = await asyncio.to_thread(self._steady)
            for path in steady:
                await self._take(path)
            return len(steady)

    def _steady(self) -> list[Path]:
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = {}
        for each in sorted(self.path.iterdir()):
            wanted = each.suffix.lower() in _LISTS and not each.name.startswith((".", "~$"))
            if wanted and not each.name.endswith(REPORT) and each.is_file():
                stat = each.stat()
                found[each.name] = (stat.st_size, stat.st_mtime)
        steady = [self.path / name for name, look in found.items() if self._seen.get(name) == look]
        self._seen = {name: look for name, look in found.items() if self.path / name not in steady}
        return steady

    async def _take(self, path: Path) -> None:
        try:
            report = await self._report(path)
        except Refusal as refusal:
            report = Report(False, self.say.plain(refusal.reason, **refusal.values))
        except Exception:
            log.exception("a list of the watched folder was not taken in")  # its name may be somebody's
            return
        await asyncio.to_thread(_put_away, path, report)

    async def _report(self, path: Path) -> Report:
        content = await asyncio.to_thread(_content, path)
        where = await place(self.database)
        return await take_in(
            self.database, where, self.say, path.name, content, read=self._read, again="server-send-again-folder"
        )

    async def _read(self, content: bytes, today: date) -> PeopleList | PairsList:
        found: PeopleList | PairsList = await self.workshop(read_server_list, content, today)
        return found


def sweep(path: Path, now: datetime, days: int) -> int:
    """Remove what was put away, and reports, so many days ago; returns how many files went."""
    last = (now - timedelta(days=days)).timestamp()
    old = [
        each
        for folder in (path, path / DONE, path / WRONG)
        if folder.is_dir()
        for each in folder.iterdir()
        if each.is_file() and (folder != path or each.name.endswith(REPORT)) and each.stat().st_ctime < last
    ]
    for each in old:
        each.unlink(missing_ok=True)
    return len(old)


def _content(path: Path) -> bytes:
    if path.stat().st_size > MOST_BYTES:
        raise Refusal("server-file-large")
    return path.read_bytes()


def _put_away(path: Path, report: Report) -> None:
    said = path.with_name(path.name + REPORT)
    said.unlink(missing_ok=True)
    with os.fdopen(os.open(said, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _REPORT_MODE), "w", encoding="utf-8") as file:
        file.write(report.text + "\n")
    folder = path.parent / (DONE if report.taken else WRONG)
    folder.mkdir(mode=0o700, exist_ok=True)
    path.replace(folder / path.name)
