"""The worker process: it does what it is given, and goes when the bot is killed."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from bot.workshop import Workshop

KILLED = """
import asyncio, os, signal
from bot.workshop import Workshop

async def main():
    print(await Workshop()(os.getpid), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)

if __name__ == "__main__":
    asyncio.run(main())
"""


async def test_work_is_done_in_another_process_and_what_it_gives_comes_back():
    workshop = Workshop()
    try:
        assert await workshop(pow, 2, 10) == 1024
        assert await workshop(os.getpid) != os.getpid()
    finally:
        workshop.close()


async def test_a_mistake_of_the_work_comes_back_too():
    workshop = Workshop()
    try:
        with pytest.raises(ZeroDivisionError):
            await workshop(divmod, 1, 0)
    finally:
        workshop.close()


async def test_work_without_end_ends_with_its_worker_and_whoever_waited_has_theirs_done():
    workshop = Workshop(longest=1)
    try:
        endless = asyncio.create_task(workshop(_never_ends))
        waiting = [asyncio.create_task(workshop(pow, 2, 10)) for _ in range(3)]
        assert await asyncio.gather(*waiting) == [1024] * 3
        with pytest.raises(BrokenProcessPool):
            await endless
        assert await workshop(pow, 2, 10) == 1024
    finally:
        workshop.close()


def _never_ends():
    while True:
        pass


def test_the_worker_goes_when_the_bot_is_killed(tmp_path):
    script = tmp_path / "killed.py"
    script.write_text(KILLED)
    # The worker holds the pipes as well: they would stay open until the timeout if it stayed.
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    ended = subprocess.run([sys.executable, script], capture_output=True, env=environment, timeout=60)
    assert ended.returncode == -signal.SIGKILL
    assert int(ended.stdout) > 0
