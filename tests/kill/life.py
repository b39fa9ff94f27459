"""Lives of the real bot: a process that is started over a stand-in for Telegram, killed, and started again."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sqlite3
import sys
from asyncio.subprocess import Process
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.app import App, build
from bot.settings import BotSettings
from mentoring.people import Name
from mentoring.questionnaire_catalogue import catalogue
from mentoring.settings import GuardianRule
from services.turns import Sent
from simulator import Telegram
from storage import accounts, people

ROOT = Path(__file__).parent.parent.parent
TOKEN = "42:TEST"
CURATOR = 500
PATIENCE = 240.0  # real seconds that anything may take on a busy machine; usually it takes a few


class Lives:
    """One bot, one life after another, over one folder and one pretended Telegram in real time."""

    def __init__(self, telegram: Telegram, url: str, folder: Path) -> None:
        self.telegram = telegram
        self.folder = folder
        self.ended: list[int] = []
        self._environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "BOT_TOKEN": TOKEN,
            "BOT_API_URL": url,
            "DATA_DIR": str(folder),
        }
        self._process: Process | None = None

    @property
    def database(self) -> Path:
        return self.folder / "mentoring.db"

    @property
    def log(self) -> str:
        return (self.folder / "log").read_text("utf-8")

    async def begin(self) -> None:
        """Start the process; it has said hello when this returns."""
        greeted = len(self.telegram.calls_of("getMe"))
        with (self.folder / "log").open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", cwd=self.folder, env=self._environment, stdout=log, stderr=log
            )
        ended = asyncio.create_task(self._process.wait())
        greeting = asyncio.create_task(
            self.telegram.until(lambda: len(self.telegram.calls_of("getMe")) > greeted, PATIENCE)
        )
        await asyncio.wait([ended, greeting], return_when=asyncio.FIRST_COMPLETED)
        assert self._process.returncode is None, self.log
        ended.cancel()
        await greeting

    async def end(self, how: signal.Signals) -> None:
        """Send the signal and wait until the process is no more."""
        assert self._process is not None
        self._process.send_signal(how)
        code = await asyncio.wait_for(self._process.wait(), PATIENCE)
        self._process = None
        self.ended.append(code)
        assert code == (0 if how is signal.SIGTERM else -how), f"{how.name} ended it with {code}:\n{self.log}"

    async def destroy(self) -> None:
        """Whatever happened, nothing is left running."""
        if self._process is not None and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()

    def rows(self, sql: str, **values: object) -> list[sqlite3.Row]:
        """Look into the file while nobody runs."""
        with closing(sqlite3.connect(self.database)) as connection:
            connection.row_factory = sqlite3.Row
            return connection.execute(sql, values).fetchall()

    def said(self) -> int:
        """How many calls that show something have been made."""
        telegram = self.telegram
        return sum(call.method in ("sendMessage", "editMessageText", "answerCallbackQuery") for call in telegram.calls)

    def confirmed(self) -> set[int]:
        """Updates that Telegram has delivered for good."""
        updates = self.telegram.updates
        return {update.id for update in updates._recent} - {update.id for update in updates._queue}

    def check_nothing_is_lost(self) -> None:
        """What Telegram considers confirmed is written down. (Looked at between two lives.)"""
        kept = {row["update_id"] for row in self.rows("SELECT update_id FROM inbox")}
        assert self.confirmed() <= kept, sorted(self.confirmed() - kept)

    def check_everything_is_finished(self) -> None:
        """Every update had its effect and its answer, and nothing of what was written in it stays."""
        left = self.rows("SELECT update_id FROM inbox WHERE done_at IS NULL OR sent_at IS NULL OR payload <> ''")
        assert not left, [row["update_id"] for row in left]
        assert len(self.telegram.updates) == 0

    def check_nothing_happened_twice(self) -> None:
        """The journal has one line for every deed; nothing broke on the way."""
        lines = Counter(
            tuple(row) for row in self.rows("SELECT deed, subject, subject_id, person_id, details FROM journal")
        )
        assert not {line: times for line, times in lines.items() if times > 1}
        assert "Traceback" not in self.log, self.log

    async def through_kills(
        self, kills: int, dice: random.Random, busy: Callable[[], bool], check: Callable[[], None], longest: int = 24
    ) -> None:
        """Live so many lives, each ended at a random moment of the work; the one after them goes on.

        A life ends a random number of shown screens (up to `longest`) after it began and a random moment after that,
        half by SIGKILL, half by SIGTERM. In each some of the last updates are delivered again. Between two lives
        `check` looks into the file.
        """
        for _ in range(kills):
            await self.begin()
            self.repeat_some(dice)
            enough = self.said() + dice.randrange(longest)
            await self.telegram.until(lambda enough=enough: self.said() >= enough or not busy(), PATIENCE)
            await asyncio.sleep(dice.uniform(0, 0.05))  # the moment itself, not a wait for something
            await self.end(dice.choice((signal.SIGKILL, signal.SIGTERM)))
            self.check_nothing_is_lost()
            check()
        await self.begin()
        self.repeat_some(dice)

    def repeat_some(self, dice: random.Random) -> None:
        """Deliver some of the last updates once more."""
        known = sorted(self.confirmed())[-40:]
        for each in dice.sample(known, min(3, len(known))):
            self.telegram.updates.repeat(each)

    async def rest(self) -> None:
        """Wait until everything is taken in, then stop as an operator does."""
        await self.telegram.idle(PATIENCE)
        await self.end(signal.SIGTERM)


@asynccontextmanager
async def living(folder: Path, furnish: Callable[[Any, App], None]) -> AsyncIterator[Lives]:
    """A school in a file (`furnish(tx, app)` fills it), a pretended Telegram, no bot running yet."""
    telegram = Telegram(TOKEN)
    telegram.limits_on = False
    async with build(BotSettings(_env_file=None, bot_token=TOKEN, data_dir=folder)) as app:
        await app.database.work(lambda tx: furnish(tx, app), aside=True)
    async with telegram.serving() as url:
        lives = Lives(telegram, url, folder)
        try:
            yield lives
        finally:
            await lives.destroy()


def found_school(tx: Any, app: App) -> int:
    """A school whose programme is under way today; returns the curator's id, whose account is CURATOR."""
    speaker = app.parts.schools.make_curator(tx, accounts.meet(tx, CURATOR, "ru"))
    people.rename(tx, speaker.person_id, Name("Кураторова", "Вера", "Ивановна"))
    today = datetime.now(UTC).date()
    answers = {
        "school_name": "МБОУ «Школа № 5»",
        "school_short": "Школа № 5",
        "town": "г. Энск",
        "director_name": "Образцова Анна Петровна",
        "director_post": "Директор",
        "time_zone": "Europe_Moscow",
        "programme_start": (today - timedelta(days=20)).isoformat(),
        "programme_end": (today + timedelta(days=160)).isoformat(),
        "forms": ("pupil_pupil",),
        "guardian_rule": GuardianRule.TAP.value,
    }
    app.parts.schools.receive_setup(tx, speaker, Sent("setup", catalogue()["setup"].version, 0, answers))
    return speaker.person_id
