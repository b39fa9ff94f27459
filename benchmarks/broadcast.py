"""One broadcast to 3,000 at the pace Telegram allows, against the shortest time that pace permits.

The stand-in has its limits on (30 sends a second in all) and runs in a process of its own; what counts is that nobody is
left out, nobody gets it twice, and no call is answered 429.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import sys
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

TOKEN = "42:BENCH"
RECEIVERS = 3000
ALLOWED = 30  # sends a second, all chats together
NOON = datetime(2027, 1, 12, 9, 0, tzinfo=UTC)
FIRST = 10**9


def stand_in(pipe: Any, receivers: int) -> None:
    """Serve the stand-in with its limits on; at the end tell how often each chat was written to, and the refusals."""
    from simulator import Telegram

    async def serve() -> None:
        telegram = Telegram(TOKEN)
        for number in range(receivers):
            telegram.user(FIRST + number, "X").chat.started = True
        async with telegram.serving() as url:
            pipe.send(url)
            await asyncio.get_running_loop().run_in_executor(None, pipe.recv)
            sent = Counter(int(call.params["chat_id"]) for call in telegram.calls_of("sendMessage") if call.ok)
            refused = Counter(call.error for call in telegram.calls if not call.ok)
            pipe.send((len(sent), max(sent.values()), dict(refused)))

    asyncio.run(serve())


def furnish(tx: Any) -> None:
    """A school of many methodists, each with an account, and a broadcast to all of them under way."""
    from mentoring.people import Kind, Name, Role
    from mentoring.settings import Settings
    from services.broadcasts import _frame
    from storage import broadcasts, people, schools
    from storage.broadcasts import Audience

    school = schools.add(tx, Settings())
    tx.insert("programmes", school_id=school, starts_on=NOON.date(), ends_on=NOON.date() + timedelta(days=150))
    curator = people.add(tx, school, Kind.STAFF, name=Name("Curator", "C"))
    people.give_role(tx, curator, Role.CURATOR)
    for number in range(RECEIVERS):
        person = people.add(tx, school, Kind.STAFF, name=Name("Many", str(number)), admitted_by=curator)
        people.give_role(tx, person, Role.METHODIST)
        account = tx.insert("accounts", external_id=FIRST + number, person_id=person, created_at=tx.now)
        tx.run("INSERT INTO account_persons VALUES (:a, :p, :now)", a=account, p=person, now=tx.now)
    written = broadcasts.write(tx, school, "A message to everybody.", Audience(("staff",), (), ()), curator)
    queued = broadcasts.begin(tx, _frame(tx, school), broadcasts.get(tx, school, written), NOON + timedelta(days=1))
    if queued != RECEIVERS:
        raise RuntimeError(f"{queued} are in the queue")


async def deliver(url: str, folder: Path) -> float:
    """Deliver everything; returns the seconds it took."""
    from bot.app import build, calm_collector
    from bot.clock import MovableClock
    from bot.settings import BotSettings

    settings = BotSettings(_env_file=None, bot_token=TOKEN, bot_api_url=url, data_dir=folder)
    async with build(settings, MovableClock(NOON)) as app:
        await app.database.work(furnish)
        calm_collector()
        began = time.perf_counter()
        await app.delivery.tick()
        return time.perf_counter() - began


def run() -> list[str]:
    """Deliver once and say what came of it."""
    spawn = multiprocessing.get_context("spawn")
    here, there = spawn.Pipe()
    telegram = spawn.Process(target=stand_in, args=(there, RECEIVERS), daemon=True)
    telegram.start()
    with tempfile.TemporaryDirectory() as folder:
        seconds = asyncio.run(deliver(here.recv(), Path(folder)))
    here.send("count")
    reached, most, refused = here.recv()
    telegram.terminate()
    shortest = RECEIVERS / ALLOWED
    return [
        f"One broadcast to {RECEIVERS:,} at the allowed pace",
        f"  {seconds:.0f} s, {seconds / shortest:.2f} of the shortest possible ({shortest:.0f} s at {ALLOWED} a second)",
        f"  reached {reached:,}, each at most {most} time(s); refused: {refused or 'none'}",
    ]


if __name__ == "__main__":
    sys.stdout.write("\n".join(run()) + "\n")
