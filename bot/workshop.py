"""Work that burns the processor goes to one process apart, started on first use, which never loads the messenger."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

T = TypeVar("T")

LONGEST = 60  # seconds; the longest honest work takes a few


class Workshop:
    """One worker process. `apart=False` does the work at once, on the spot: for tests of everything else.

    Work that goes on for `longest` seconds ends with its worker, so that nothing else waits for it for ever.
    """

    def __init__(self, *, apart: bool = True, longest: int = LONGEST) -> None:
        self._apart = apart
        self._longest = longest
        self._pool: ProcessPoolExecutor | None = None
        self._turn = asyncio.Lock()  # a worker that dies takes nobody else's work with it

    async def __call__(self, work: Callable[..., T], *values: Any) -> T:
        """Do a piece of work and return what it returns; a worker that died is started again, once.

        Raises BrokenProcessPool when it dies again or was too long about it: the next work has a new worker.
        """
        if not self._apart:
            return work(*values)
        async with self._turn:
            started = time.monotonic()
            try:
                return await self._give(work, *values)
            except BrokenProcessPool:
                if time.monotonic() - started >= self._longest:
                    raise
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
        try:
            return await asyncio.get_running_loop().run_in_executor(self._pool, _at_most, self._longest, work, *values)
        except BrokenProcessPool:
            self.close()
            raise


def _at_most(seconds: int, work: Callable[..., T], *values: Any) -> T:
    """Do the work; when it takes longer, the signal ends the whole process, in whatever library it is."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)
    try:
        return work(*values)
    finally:
        if hasattr(signal, "alarm"):
            signal.alarm(0)


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
