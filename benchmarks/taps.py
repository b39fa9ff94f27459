"""Answering one question by a tap, stored durably, against a bare aiogram bot that makes the same two calls.

Each side runs in a process of its own against the same kind of stand-in in another: as many taps as there are, people
tapping side by side, a tap handled when its edit and its answer have arrived. Updates per second are counted by the
stand-in, processor time is the bot's own.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

TOKEN = "42:BENCH"
PEOPLE = 150
FORM = "entry_mentee_pupil_pupil"
QUESTIONS = 9  # scales in a row, from the third question of the form on
ROUNDS = 3


def stand_in(pipe: Any, people: int, taps: list[list[str]], warm_up: int) -> None:
    """Serve the stand-in: everybody has a message; taps come when asked for; tell when all are answered."""
    from simulator import Telegram
    from simulator.params import Params

    async def serve() -> None:
        telegram = Telegram(TOKEN)
        telegram.limits_on = False
        telegram.recording = False
        answered = 0
        call = telegram.call

        async def counting(method: str, params: Params) -> Any:
            nonlocal answered
            result = await call(method, params)
            answered += method.lower() == "answercallbackquery"
            return result

        telegram.call = counting  # type: ignore[method-assign]
        users = [telegram.user(1000 + n, "X") for n in range(people)]
        async with telegram.serving() as url:
            for user in users:
                user.chat.started = True
            messages = [
                (await call("sendMessage", Params({"chat_id": user.id, "text": "…"})))["message_id"] for user in users
            ]
            pipe.send(url)
            loop = asyncio.get_running_loop()
            for part in (slice(0, warm_up), slice(warm_up, None)):
                await loop.run_in_executor(None, pipe.recv)
                expected = answered + sum(len(each[part]) for each in taps)
                for column in zip(*(each[part] for each in taps), strict=True):
                    for user, message, data in zip(users, messages, column, strict=True):
                        user.taps_data(message, data)
                began = time.perf_counter()
                while answered < expected:  # noqa: ASYNC110 - the stand-in tells nobody
                    await asyncio.sleep(0.002)
                pipe.send(time.perf_counter() - began)

    asyncio.run(serve())


def bare(pipe: Any, url: str) -> None:
    """A bare aiogram bot: a tap is answered and its message edited, nothing is kept."""
    from aiogram import Bot, Dispatcher
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer
    from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup

    count = 0

    async def tapped(query: CallbackQuery) -> None:
        nonlocal count
        count += 1
        keys = [
            [InlineKeyboardButton(text=str(n), callback_data=f"qo1:1:1:{n}") for n in range(row, row + 5)]
            for row in (1, 6)
        ]
        keys.append([InlineKeyboardButton(text=text, callback_data=f"qs1:1:1:{text}") for text in "bsl"])
        markup = InlineKeyboardMarkup(inline_keyboard=keys)
        if query.message is not None:
            await query.message.edit_text(
                f"A question of usual length, number {count}: how useful?", reply_markup=markup
            )
        await query.answer()

    async def run() -> None:
        bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(url)))
        dispatcher = Dispatcher()
        dispatcher.callback_query.register(tapped)
        polling = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False))
        await report_cpu(pipe)
        polling.cancel()
        await asyncio.gather(polling, return_exceptions=True)
        await bot.session.close()

    asyncio.run(run())


def ours(pipe: Any, url: str, folder: str) -> None:
    """Our bot over its database."""
    from bot.app import build, calm_collector
    from bot.settings import BotSettings

    async def run() -> None:
        settings = BotSettings(_env_file=None, bot_token=TOKEN, bot_api_url=url, data_dir=Path(folder))
        async with build(settings) as app:
            calm_collector()
            polling = asyncio.create_task(app.run())
            await report_cpu(pipe)
            polling.cancel()
            await asyncio.gather(polling, return_exceptions=True)

    asyncio.run(run())


async def report_cpu(pipe: Any) -> None:
    """Tell the processor time used so far whenever asked, until told to stop."""
    loop = asyncio.get_running_loop()
    pipe.send("ready")
    while await loop.run_in_executor(None, pipe.recv) != "stop":
        used = resource.getrusage(resource.RUSAGE_SELF)
        pipe.send(used.ru_utime + used.ru_stime)


async def prepare(folder: Path) -> list[list[str]]:
    """A database in which everybody is at the first scale of the form; returns each one's taps."""
    from bot.clock import now
    from mentoring.people import Kind
    from mentoring.questionnaire_catalogue import catalogue
    from mentoring.settings import Settings
    from storage import accounts, drafts, people, schools
    from storage.database import Database, Transaction
    from storage.migrate import migrate

    form = catalogue()[FORM]
    first = next(n for n, question in enumerate(form.questions) if question.bounds)
    path = folder / "mentoring.db"
    migrate(path)

    def unit(tx: Transaction) -> list[list[str]]:
        school = schools.add(tx, Settings())
        taps = []
        for number in range(PEOPLE):
            speaker = accounts.meet(tx, 1000 + number, "ru")
            person = people.add(tx, school, Kind.PUPIL)
            accounts.speak_for(tx, speaker.account_id, person)
            answers = {form.questions[0].name: "no"}
            draft = drafts.begin(
                tx,
                account=speaker.account_id,
                person=person,
                form=FORM,
                version=form.version,
                about=1,
                answers=answers,
            )
            accounts.focus(tx, speaker.account_id, draft.id)
            taps.append([f"qo1:{draft.id}:{first + n}:{n}" for n in range(QUESTIONS)])
        return taps

    async with Database.open(path, now) as database:
        return await database.work(unit)


def measure(side: str, folder: Path) -> dict[str, float]:
    """Run one side once; returns updates per second and processor milliseconds per update."""
    spawn = multiprocessing.get_context("spawn")
    taps = asyncio.run(prepare(folder))
    here, there = spawn.Pipe()
    telegram = spawn.Process(target=stand_in, args=(there, PEOPLE, taps, 1), daemon=True)
    telegram.start()
    url = here.recv()
    mine, its = spawn.Pipe()
    arguments = (its, url) if side == "bare" else (its, url, str(folder))
    bot = spawn.Process(target=bare if side == "bare" else ours, args=arguments, daemon=True)
    bot.start()
    mine.recv()
    here.send("warm up")
    here.recv()

    def cpu() -> float:
        mine.send("cpu")
        return float(mine.recv())

    before = cpu()
    here.send("go")
    seconds = float(here.recv())
    used = cpu() - before
    mine.send("stop")
    bot.join(20)
    telegram.terminate()
    updates = PEOPLE * (QUESTIONS - 1)
    return {"per_second": updates / seconds, "cpu_ms": used / updates * 1000}


def run() -> list[str]:
    """Both sides in turns; the best round of each counts, for the machine may be busy with other things."""
    rounds: dict[str, list[dict[str, float]]] = {"bare": [], "ours": []}
    for _ in range(ROUNDS):
        for side, found in rounds.items():
            with tempfile.TemporaryDirectory() as folder:
                found.append(measure(side, Path(folder)))
    best = {
        side: {
            "per_second": max(each["per_second"] for each in found),
            "cpu_ms": min(each["cpu_ms"] for each in found),
        }
        for side, found in rounds.items()
    }
    lines = ["Answering one question by a tap (edit + answer), updates per second and processor per update"]
    for side, words in (("bare", "bare aiogram, nothing kept"), ("ours", "ours, stored durably    ")):
        lines.append(f"  {words}  {best[side]['per_second']:8.0f} /s  {best[side]['cpu_ms']:6.2f} ms")
    ratio = best["ours"]["per_second"] / best["bare"]["per_second"]
    cost = best["ours"]["cpu_ms"] / best["bare"]["cpu_ms"]
    lines.append(
        f"  ratio: {ratio:.2f} of the bare bot's updates per second (target 0.8), {cost:.2f} of its processor time"
    )
    return lines


if __name__ == "__main__":
    sys.stdout.write("\n".join(run()) + "\n")
