"""The rehearsal: the bot over a pretended Telegram, a fictional school with people at every step, a clock to move."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.app import App, build
from bot.clock import RunningClock
from bot.rehearsal_school import furnish
from bot.settings import BotSettings
from simulator import Telegram
from simulator.page import Page

TOKEN = "42:REHEARSAL"  # noqa: S105 - the stand-in's own
FIRST_MOMENT = datetime(2027, 2, 5, 12, 10, tzinfo=UTC)  # a Friday of stage 5, 15:10 in Moscow: lessons are over
_DRAIN = 1.0  # seconds a stop waits for answers under way: nobody is really waiting for them


async def rehearse(port: int, tell: Callable[[str], None], host: str = "127.0.0.1") -> None:
    """Serve the rehearsal until stopped; `tell` is given the address when everybody has opened the bot.

    Everything lives in a temporary folder and is gone afterwards. Raises OSError when the port cannot be had.
    """
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    clock = RunningClock(FIRST_MOMENT)
    telegram = Telegram(TOKEN, clock)
    telegram.recording = False
    app: App | None = None

    async def advance(by: timedelta) -> None:
        if app is not None:
            await app.delivery.advance(clock, by)

    page = Page(telegram, advance=advance, now=clock)
    with TemporaryDirectory(prefix="rehearsal-") as folder:
        async with page.serving(host, port) as url:
            settings = BotSettings(
                _env_file=None, bot_token=TOKEN, bot_api_url=url, data_dir=Path(folder), drain_seconds=_DRAIN
            )
            async with build(settings, clock) as app:
                phones = await furnish(app)
                living = asyncio.create_task(app.live())
                _end_by_signals(living)
                for phone in phones:
                    page.add(phone.account, phone.shown, phone.role).starts()
                tell(url)
                with suppress(asyncio.CancelledError):
                    await living


def _end_by_signals(living: asyncio.Task[None]) -> None:
    for each in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(each, living.cancel)
