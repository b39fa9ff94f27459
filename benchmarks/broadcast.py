"""One broadcast to 3,000 while people tap: the pace, how long taps wait, a safety notice in the middle, a kill.

The stand-in has its limits on (30 sends and edits a second in all) and runs in a process of its own with the people.
Twenty people tap every three seconds, once thirty more tap at the same moment (a class told to open the bot); half way
somebody must hear of a child at once; then the bot is killed and started again. What counts: no call is answered 429,
99 of 100 taps see their screen within a second, nobody is left out, and only those in flight at the kill get it twice.
"""

from __future__ import annotations

import asyncio
import math
import multiprocessing
import os
import random
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

TOKEN = "42:BENCH"
RECEIVERS = 3000
ALLOWED = 30  # sends and edits a second, all chats together
TAPPING = 20
EVERY = 3.0  # seconds between one person's taps
CLASS = 30
IN_FLIGHT = 5  # the handful sent side by side
NOON = datetime(2027, 1, 12, 9, 0, tzinfo=UTC)
FIRST = 10**9
FIRST_TAPPING = 10**6
SAFETY_ADULT = 7
TEXT = "A message to everybody."


class Watch:
    """What the stand-in sees: when each message went out, and how long each tap waited for its screen."""

    def __init__(self, telegram: Any) -> None:
        self.telegram = telegram
        self.sent: Counter[int] = Counter()
        self.moments: list[float] = []  # of every send and edit that went out
        self.waits: list[float] = []
        self.safety = 0.0
        self._tapped: dict[int, float] = {}
        self._call = telegram.call
        telegram.call = self._watched
        telegram.recording = False

    async def _watched(self, method: str, params: Any) -> Any:
        result = await self._call(method, params)
        if method.lower() in ("sendmessage", "editmessagetext"):
            self._note(int(result["chat"]["id"]), time.perf_counter())
        return result

    def _note(self, chat: int, now: float) -> None:
        self.moments.append(now)
        if chat >= FIRST:
            self.sent[chat] += 1
        elif chat == SAFETY_ADULT:
            self.safety = now
        elif (tapped := self._tapped.pop(chat, None)) is not None:
            self.waits.append(now - tapped)

    def tap(self, user: Any, message: int, times: int) -> None:
        """Somebody switches the language: something is written down, and the screen changes."""
        self._tapped[user.id] = time.perf_counter()
        user.taps_data(message, f"lng1:{('en', 'ru')[times % 2]}")

    async def answered(self) -> None:
        """Wait until everybody has seen their screen."""
        while self._tapped:  # noqa: ASYNC110 - the stand-in tells nobody
            await asyncio.sleep(0.01)


def stand_in(pipe: Any) -> None:
    """Serve the stand-in with its limits on, and let people tap while a broadcast goes by; tell what came of it."""
    from simulator import Telegram
    from simulator.params import Params

    async def serve() -> None:
        telegram = Telegram(TOKEN)
        telegram.user(SAFETY_ADULT, "X").chat.started = True
        for number in range(RECEIVERS):
            telegram.user(FIRST + number, "X").chat.started = True
        people = [telegram.user(FIRST_TAPPING + number, "X") for number in range(TAPPING + CLASS)]
        telegram.limits_on = False
        for user in people:
            user.chat.started = True
            await telegram.call("sendMessage", Params({"chat_id": user.id, "text": "…"}))
        telegram.limits_on = True
        refused: Counter[str] = Counter()
        record = telegram.record

        def counting(method: str, params: Any, error: str | None) -> None:
            if error is not None:
                refused[error] += 1
            record(method, params, error)

        telegram.record = counting  # type: ignore[method-assign]
        watch = Watch(telegram)
        async with telegram.serving() as url:
            pipe.send(url)
            await act(pipe, watch, people)
            pipe.send((dict(refused), watch.sent, watch.waits))

    with suppress(KeyboardInterrupt):
        asyncio.run(serve())


async def act(pipe: Any, watch: Watch, people: list[Any]) -> None:
    """The play: taps all along, the class at a fifth, the safety notice at two fifths, the kill at three."""
    loop = asyncio.get_running_loop()

    async def come_to(share: float) -> float:
        while sum(watch.sent.values()) < RECEIVERS * share:  # noqa: ASYNC110 - the stand-in tells nobody
            await asyncio.sleep(0.005)
        return time.perf_counter()

    async def tell(what: object) -> object:
        pipe.send(what)
        return await loop.run_in_executor(None, pipe.recv)

    dice = random.Random(1)

    async def live(user: Any) -> None:
        times = 0
        await asyncio.sleep(dice.random() * EVERY)
        while True:
            watch.tap(user, user.chat.last.id, times)
            times += 1
            await asyncio.sleep(EVERY)

    began = await come_to(1 / RECEIVERS)
    tapping = [asyncio.create_task(live(user)) for user in people[:TAPPING]]
    await come_to(0.2)
    usual, watch.waits = watch.waits, []
    for user in people[TAPPING:]:
        watch.tap(user, user.chat.last.id, 0)
    await asyncio.sleep(EVERY)
    class_waits, watch.waits = watch.waits, usual
    await come_to(0.4)
    written, before = await tell("safety"), sum(watch.sent.values())
    while not watch.safety:  # noqa: ASYNC110
        await asyncio.sleep(0.001)
    meanwhile = sum(watch.sent.values()) - before
    ended = await come_to(0.6)
    for task in tapping:
        task.cancel()
    await watch.answered()
    first = [each for each in watch.moments if began <= each <= ended]
    await tell("kill")
    killed_after = len(watch.moments)
    await tell("start")
    while len(watch.sent) < RECEIVERS:  # noqa: ASYNC110
        await asyncio.sleep(0.05)
    over = time.perf_counter()
    while watch.moments[-1] > time.perf_counter() - 2:  # noqa: ASYNC110 - whatever comes twice has come by then
        await asyncio.sleep(0.1)
    again = watch.moments[killed_after:]
    pipe.send(
        {
            "a_second": len(first) / (ended - began),
            "alone": len(again) / (over - again[0]),
            "class": class_waits,
            "safety": watch.safety - float(written),  # type: ignore[arg-type]
            "meanwhile": meanwhile,
        }
    )


def furnish(tx: Any) -> None:
    """A school of many methodists, each with an account, and a broadcast to all of them; people who tap; an adult."""
    from mentoring.people import Kind, Name, Role
    from mentoring.settings import Settings
    from services.broadcasts import _frame
    from storage import broadcasts, people, schools
    from storage.broadcasts import Audience

    school = schools.add(tx, Settings())
    tx.run("UPDATE schools SET set_up_at = :now, full_name = 'School', short_name = 'School'", now=tx.now)
    tx.insert("programmes", school_id=school, starts_on=NOON.date(), ends_on=NOON.date() + timedelta(days=150))
    curator = people.add(tx, school, Kind.STAFF, name=Name("Curator", "C"))
    people.give_role(tx, curator, Role.CURATOR)

    def with_account(number: int, person: int, screen: int | None = None) -> None:
        account = tx.insert("accounts", external_id=number, person_id=person, created_at=tx.now, screen_id=screen)
        tx.run("INSERT INTO account_persons VALUES (:a, :p, :now)", a=account, p=person, now=tx.now)

    with_account(SAFETY_ADULT, people.add(tx, school, Kind.STAFF, name=Name("Adult", "A")))
    for number in range(TAPPING + CLASS):
        with_account(FIRST_TAPPING + number, people.add(tx, school, Kind.PUPIL, name=Name("Pupil", str(number))))
    for number in range(RECEIVERS):
        person = people.add(tx, school, Kind.STAFF, name=Name("Many", str(number)), admitted_by=curator)
        people.give_role(tx, person, Role.METHODIST)
        with_account(FIRST + number, person)
    written = broadcasts.write(tx, school, TEXT, Audience(("staff",), (), ()), curator)
    queued = broadcasts.begin(tx, _frame(tx, school), broadcasts.get(tx, school, written), NOON + timedelta(days=1))
    if queued != RECEIVERS:
        raise RuntimeError(f"{queued} are in the queue")


def write_safety(tx: Any) -> None:
    """What a responsible adult must hear now; any kind will do."""
    from storage import notices

    adult = tx.value("SELECT person_id FROM accounts WHERE external_id = :id", id=SAFETY_ADULT)
    lane = getattr(notices.Lane, "SAFETY", notices.Lane.ANSWER)
    school = tx.value("SELECT min(id) FROM schools")
    about = tx.value("SELECT min(id) FROM persons")  # the curator, who has no account
    notices.write(tx, "person-unreachable", school=school, person=adult, about=about, lane=lane, any_hour=True)


def bot(pipe: Any, url: str, folder: str, at: datetime) -> None:
    """Our bot as it runs in life; a safety notice is written when asked for."""
    from bot.app import build, calm_collector
    from bot.clock import RunningClock
    from bot.settings import BotSettings

    async def run() -> None:
        settings = BotSettings(_env_file=None, bot_token=TOKEN, bot_api_url=url, data_dir=Path(folder))
        async with build(settings, RunningClock(at)) as app:
            calm_collector()
            living = asyncio.create_task(app.live())
            while await asyncio.get_running_loop().run_in_executor(None, pipe.recv) != "stop":
                await app.database.work(write_safety)
                pipe.send(time.perf_counter())
            living.cancel()
            await asyncio.gather(living, return_exceptions=True)

    asyncio.run(run())


async def prepare(folder: Path) -> None:
    """The furnished database."""
    from bot.clock import MovableClock
    from storage.database import Database
    from storage.migrate import migrate

    migrate(folder / "mentoring.db")
    async with Database.open(folder / "mentoring.db", MovableClock(NOON)) as database:
        await database.work(furnish)


def run() -> list[str]:
    """Deliver once, with a kill in the middle, and say what came of it."""
    os.environ.setdefault("PYTHONWARNINGS", "ignore::UserWarning")  # a killed bot leaves its worker's semaphores behind
    spawn = multiprocessing.get_context("spawn")

    def begin(at: datetime) -> tuple[Any, Any]:
        mine, its = spawn.Pipe()
        process = spawn.Process(target=bot, args=(its, url, folder, at))
        process.start()
        return process, mine

    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(prepare(Path(folder)))
        here, there = spawn.Pipe()
        telegram = spawn.Process(target=stand_in, args=(there,), daemon=True)
        telegram.start()
        url = here.recv()
        process, mine = begin(NOON)
        while isinstance(asked := here.recv(), str):
            if asked == "safety":
                mine.send(asked)
                here.send(mine.recv())
            elif asked == "kill":
                process.kill()
                process.join()
                here.send(None)
            else:
                process, mine = begin(NOON + timedelta(minutes=10))
                here.send(None)
        refused, sent, waits = here.recv()
        mine.send("stop")
        process.join(30)
        telegram.terminate()
    waits.sort()
    twice = sum(times - 1 for times in sent.values())
    p99, class_p99 = _part(waits, 0.99), _part(sorted(asked["class"]), 0.99)
    return [
        f"One broadcast to {RECEIVERS:,}, {TAPPING} people tapping, killed in the middle",
        f"  with taps {asked['a_second']:.1f} sends and edits a second, {asked['a_second'] / ALLOWED:.2f} of the {ALLOWED} allowed; "
        f"alone {asked['alone']:.1f}, {ALLOWED / asked['alone']:.2f} of the shortest possible time; refused: {refused or 'none'}",
        f"  {len(waits)} taps waited for the screen: half {_part(waits, 0.5):.0f} ms, 99 of 100 {p99:.0f} ms; "
        f"a class of {CLASS} at once: 99 of 100 {class_p99:.0f} ms (target: below 1,000)",
        f"  a safety notice went out after {asked['safety'] * 1000:.0f} ms; of the broadcast {asked['meanwhile']} meanwhile",
        f"  reached {len(sent):,}; twice {twice} (at most {IN_FLIGHT}: those in flight at the kill)",
    ]


def _part(waits: list[float], share: float) -> float:
    return waits[min(math.ceil(len(waits) * share), len(waits)) - 1] * 1000 if waits else math.nan


if __name__ == "__main__":
    sys.stdout.write("\n".join(run()) + "\n")
