"""A class of thirty at once: joining by personal codes, consent, application and entry questionnaire; four parents answer.

Each taps every three seconds. The stand-in has Telegram's limits on and runs in a process of its own with the people;
what counts is how long anybody waits for the screen that answers a tap, and that nothing is refused.
"""

from __future__ import annotations

import asyncio
import math
import multiprocessing
import random
import sys
import tempfile
import time
import tomllib
from collections import Counter
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

TOKEN = "42:BENCH"
CLASS = 30
PARENTS = 4
EVERY = 3.0  # seconds between one person's taps
LONGEST = 420.0  # seconds, whatever happens
PATIENCE = 10.0
WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


class Robot:
    """Somebody of the class, or a parent: reads the screen and does the next sensible thing."""

    def __init__(self, user: Any, token: str, typed: list[str]) -> None:
        self.user, self._token, self._typed = user, token, typed
        self._parent = bool(typed)
        self.waits: list[float] = []
        self.sent = 0
        self.stuck = ""
        self._last = ""
        self._homes = 0

    @property
    def done(self) -> bool:
        """A parent has agreed and given a name; a pupil has sent both questionnaires."""
        return not self._typed if self._parent else self.sent >= 2

    async def live(self, until: float) -> None:
        """Come by the code, then a tap every three seconds until there is nothing left to do."""
        await self._act(lambda: self.user.starts(self._token))
        while time.perf_counter() < until and not self.done:
            await asyncio.sleep(EVERY)
            act = self._next()
            if act is None:
                self.stuck = f"{self.user.chat.last.text!r} {self.user.chat.last.buttons}"
                return
            await self._act(act)

    async def _act(self, act: Any) -> None:
        chat = self.user.chat
        before = max((each.revision for each in chat.messages if each.from_bot), default=0)
        began = time.perf_counter()
        act()
        while time.perf_counter() - began < PATIENCE:
            if max((each.revision for each in chat.messages if each.from_bot), default=0) > before:
                self.waits.append(time.perf_counter() - began)
                return
            await asyncio.sleep(0.002)
        self.waits.append(PATIENCE)

    def _next(self) -> Any:
        message = self.user.chat.last
        keys = [key for row in message.keyboard for key in row if key.data]
        texts = {key.text: key for key in keys}
        for words in (WORDS["agree"], WORDS["send"]):
            if words in texts:
                self.sent += words == WORDS["send"]
                return lambda: self.user.taps_data(message.id, texts[words].data)
        options = [key for key in keys if key.data.startswith("qo1:")]
        steps = {key.data.rsplit(":", 1)[1]: key for key in keys if key.data.startswith("qs1:")}
        if "g" in steps and (not options or message.text == self._last):
            return lambda: self.user.taps_data(message.id, steps["g"].data)
        self._last = message.text
        if options and message.text.startswith("\u26a0"):  # «по какой класс» is not below «с какого»
            return lambda: self.user.taps_data(message.id, options[-1].data)
        if options:
            return lambda: self.user.taps_data(message.id, options[len(self.waits) % min(3, len(options))].data)
        if steps:
            text = self._typed.pop(0) if self._typed else WORDS["answer"]
            return lambda: self.user.sends_text(text)
        for key in keys:
            if any(words in key.text.lower() for words in WORDS["onward"]):
                return lambda key=key: self.user.taps_data(message.id, key.data)
        if self._homes < 3 and keys:
            self._homes += 1
            return lambda: self.user.sends_text("/menu")
        return None


def people(pipe: Any, tokens: list[str], parents: list[str]) -> None:
    """Serve the stand-in with its limits on and let everybody live; tell what came of it."""
    from simulator import Telegram

    async def serve() -> None:
        telegram = Telegram(TOKEN)
        async with telegram.serving() as url:
            pipe.send(url)
            await asyncio.get_running_loop().run_in_executor(None, pipe.recv)
            while not telegram.calls_of("getUpdates"):  # noqa: ASYNC110 - the stand-in tells nobody
                await asyncio.sleep(0.1)
            until = time.perf_counter() + LONGEST
            pupils = [Robot(telegram.user(1000 + n, "X"), token, []) for n, token in enumerate(tokens)]
            mothers = [
                Robot(telegram.user(2000 + n, "X"), token, [*WORDS["parent"]]) for n, token in enumerate(parents)
            ]
            chance = random.Random(1)

            async def come(robot: Robot) -> None:
                await asyncio.sleep(chance.random() * EVERY)
                await robot.live(until)

            everybody = (*pupils, *mothers)
            await asyncio.gather(*(come(each) for each in everybody))
            refused = Counter(call.error for call in telegram.calls if not call.ok)
            finished = sum(each.done for each in everybody)
            waits = [wait for each in everybody for wait in each.waits]
            stuck = next((each.stuck for each in everybody if each.stuck), "")
            pipe.send((waits, finished, dict(refused), stuck))
            await asyncio.get_running_loop().run_in_executor(None, pipe.recv)

    with suppress(KeyboardInterrupt):
        asyncio.run(serve())


def furnish(tx: Any) -> tuple[list[str], list[str]]:
    """A class list with codes; all but four have their parents' papers, those four parents have links."""
    from locales.consents import editions
    from mentoring.consents import Capacity, Way
    from mentoring.people import Kind, MentoringForm, Name, Role, SchoolClass
    from mentoring.settings import GuardianRule, Settings
    from storage import codes, consents, links, people, schools

    today = tx.now.date()
    school = schools.add(tx, Settings(guardian_rule=GuardianRule.TAP))
    tx.run("UPDATE schools SET set_up_at = :now, full_name = 'School', short_name = 'School'", now=tx.now)
    programme = tx.insert(
        "programmes",
        school_id=school,
        starts_on=today - timedelta(days=9),
        ends_on=today + timedelta(days=150),
    )
    tx.run(
        "INSERT INTO programme_forms (programme_id, form, most_mentees) VALUES (:id, :form, 3)",
        id=programme,
        form=MentoringForm.PUPIL_PUPIL,
    )
    curator = people.add(tx, school, Kind.STAFF, name=Name("Curator", "C"))
    people.give_role(tx, curator, Role.CURATOR)
    tokens, parents = [], []
    for number in range(CLASS):
        pupil = people.add(
            tx,
            school,
            Kind.PUPIL,
            name=Name(f"Family{number}", "Given"),
            birth_date=today - timedelta(days=365 * 15),
            school_class=SchoolClass(8, "B"),
            admitted_by=curator,
        )
        tokens.append(codes.give(tx, school, pupil, curator))
        if number < PARENTS:
            link = links.make(tx, links.Purpose.GUARDIAN, school_id=school, person_id=pupil, made_by=curator)
            parents.append(link.token)
        else:
            text = editions()[Capacity.GUARDIAN]
            consents.give(tx, pupil, Capacity.GUARDIAN, Way.PAPER, text, agreed=True, given_by=None)
    return tokens, parents


def bot(pipe: Any, folder: str) -> None:
    """Our bot as it runs in life, over a furnished school."""
    from bot.app import build, calm_collector
    from bot.settings import BotSettings

    async def run(url: str) -> None:
        settings = BotSettings(_env_file=None, bot_token=TOKEN, bot_api_url=url, data_dir=Path(folder))
        async with build(settings) as app:
            calm_collector()
            living = asyncio.create_task(app.live())
            pipe.send("ready")
            await asyncio.get_running_loop().run_in_executor(None, pipe.recv)
            living.cancel()
            await asyncio.gather(living, return_exceptions=True)

    asyncio.run(run(pipe.recv()))


async def prepare(folder: Path) -> tuple[list[str], list[str]]:
    """The furnished database; returns the codes of the pupils and of the four parents."""
    from bot.clock import now
    from storage.database import Database
    from storage.migrate import migrate

    path = folder / "mentoring.db"
    migrate(path)
    async with Database.open(path, now) as database:
        return await database.work(furnish)


def run() -> list[str]:
    """Let the class in once and say how long anybody waited."""
    spawn = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as folder:
        tokens, parents = asyncio.run(prepare(Path(folder)))
        here, there = spawn.Pipe()
        everybody = spawn.Process(target=people, args=(there, tokens, parents), daemon=True)
        everybody.start()
        mine, its = spawn.Pipe()
        ours = spawn.Process(target=bot, args=(its, folder))
        ours.start()
        mine.send(here.recv())
        mine.recv()
        here.send("go")
        waits, finished, refused, stuck = here.recv()
        mine.send("stop")
        ours.join(30)
        everybody.terminate()
    waits.sort()
    lines = [
        f"A class of {CLASS} joins and answers at once, {PARENTS} parents beside, a tap every {EVERY:.0f} s each",
        f"  {len(waits):,} taps; waited for the screen: half {_part(waits, 0.5):.0f} ms, "
        f"99 of 100 {_part(waits, 0.99):.0f} ms, at most {waits[-1] * 1000:.0f} ms (target: 99 of 100 below 1,000)",
        f"  came to the end: {finished} of {CLASS + PARENTS}; refused: {refused or 'none'}",
    ]
    return lines + ([f"  stuck at: {stuck}"] if stuck else [])


def _part(waits: list[float], share: float) -> float:
    return waits[min(math.ceil(len(waits) * share), len(waits)) - 1] * 1000


if __name__ == "__main__":
    sys.stdout.write("\n".join(run()) + "\n")
