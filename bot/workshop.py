"""Work that burns the processor goes to one process apart, started on first use, which never loads the messenger."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

T = TypeVar("T")


class Workshop:
    """One worker process. `apart=False` does the work at once, on the spot: for tests of everything else."""

    def __init__(self, *, apart: bool = True) -> None:
        self._apart = apart
        self._pool: ProcessPoolExecutor | None = None

    async def __call__(self, work: Callable[..., T], *values: Any) -> T:
        """Do a piece of work and return what it returns; a worker that died is started again, once."""
        if not self._apart:
            return work(*values)
        try:
            return await self._give(work, *values)
        except BrokenProcessPool:
            self.close()
            return await self._give(work, *values)

    def close(self) -> None:
        """Let the worker go."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None

    async def _give(self, work: Callable[..., T], *values: Any) -> T:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                max_workers=1, mp_context=multiprocessing.get_context("spawn"), initializer=_stay_with_the_bot
            )
        return await asyncio.get_running_loop().run_in_executor(self._pool, work, *values)


def _stay_with_the_bot() -> None:
    """Ctrl-C reaches the whole group of processes: the bot drains first and then closes the workshop.

    A bot that was killed closes nothing: its worker sees that and goes.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_go_with_the_bot, daemon=True).start()


def _go_with_the_bot() -> None:
    bot = multiprocessing.parent_process()
    if bot is not None:
        bot.join()
        os._exit(0)
