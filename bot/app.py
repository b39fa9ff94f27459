"""The only wiring: called by production, rehearsal and tests alike."""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import BrokenExecutor
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import ClientDecodeError, TelegramNetworkError, TelegramRetryAfter, TelegramServerError

from bot import clock as real_clock
from bot.conversation import Conversation
from bot.delivery import Delivery
from bot.intake import Intake
from bot.live_screens import LiveScreens
from bot.outgoing import Obedience
from bot.pace import Pace
from bot.parts import Parts, parts
from bot.settings import BotSettings
from bot.tidying import Tidying
from bot.timetable import timetable
from bot.tripwire import Tripwire
from bot.watched import WatchedFolder
from bot.workshop import Workshop
from handlers import notice_views, routes
from handlers.chat import ChatFirst
from handlers.commands import offer_everyone
from locales.words import Say, Words
from mentoring.matching_tasks import warm_up
from services.quiet_screens import HIDE
from storage.database import Clock, Database
from storage.migrate import migrate

log = logging.getLogger(__name__)

Pause = Callable[[float], Awaitable[None]]

_GREETING = 3.0  # seconds the greeting may hold the intake up
_AGAIN = 15.0  # seconds between tries to greet
_BREATH = 0.05  # seconds between two files of words, for whoever taps meanwhile
_LEARNT = object()


@dataclass(frozen=True, slots=True)
class App:
    """The bot, wired."""

    bot: Bot
    dispatcher: Dispatcher
    database: Database
    intake: Intake
    delivery: Delivery
    parts: Parts
    settings: BotSettings
    pause: Pause
    watched: WatchedFolder
    tripwire: Tripwire

    async def live(self) -> None:
        """Run in real life: notices are delivered when something is written and as minutes go by."""
        await self.tripwire.learn()
        minutes = timetable(self.minute, self.watched.look)
        minutes.start()
        delivering, warming = asyncio.create_task(self.delivery.run()), asyncio.create_task(self._warm_up())
        self.minute()
        try:
            await self.run()
        finally:
            minutes.shutdown(wait=False)
            delivering.cancel()
            warming.cancel()
            await asyncio.wait([delivering, warming])

    async def _warm_up(self) -> None:
        """Compile all words, then have the worker load the solvers, while nobody waits: the first draft takes seconds less."""
        await self.pause(_GREETING)
        lessons = Words.shipped().learn()
        while await asyncio.to_thread(next, lessons, _LEARNT) is not _LEARNT:
            await self.pause(_BREATH)
        with suppress(BrokenExecutor):  # it is started again when there is work
            await self.parts.workshop(warm_up)

    async def run(self) -> None:
        """Greet, then take updates in until cancelled; then drain."""
        await self.parts.night.begin()
        greeting = asyncio.create_task(self._greet())
        try:
            await asyncio.wait([greeting], timeout=_GREETING)
            if greeting.done():
                greeting.result()
            await self.intake.poll()
        finally:
            greeting.cancel()
            await self.intake.stop(self.settings.drain_seconds)

    async def _greet(self) -> None:
        """Offer the commands and print the claim link; where the messenger is out of reach, when it is back.

        Raises TelegramUnauthorizedError when it refuses the token: there is nothing to wait for.
        """
        while True:
            try:
                await offer_everyone(self.bot, Words.shipped())
                me = await self.bot.me()
                break
            except (TelegramNetworkError, TelegramServerError, TelegramRetryAfter, ClientDecodeError) as failure:
                log.warning("the messenger is out of reach: %s", type(failure).__name__)
                await self.pause(_AGAIN)
        self.settings.address_file.write_text(f"https://t.me/{me.username}?start=", encoding="utf-8")
        link = await self.parts.schools.claim_link()
        if link is not None and not self.settings.curators:
            log.warning("No curator yet. The first one opens https://t.me/%s?start=%s", me.username, link.token)

    def minute(self) -> None:
        """Every minute: deliver what has come due, and leave a sign of life for the health check."""
        self.settings.data_dir.joinpath("alive").touch()
        self.delivery.wake()


@asynccontextmanager
async def build(
    settings: BotSettings,
    clock: Clock = real_clock.now,
    pause: Pause = asyncio.sleep,
    workshop: Workshop | None = None,
) -> AsyncIterator[App]:
    """Wire the bot: the database migrated and open, services, conversations, intake. Closed at the end."""
    workshop = workshop or Workshop()
    await asyncio.to_thread(migrate, settings.database_path)
    async with Database.open(settings.database_path, clock) as database:
        pace = Pace(pause)
        bot = make_bot(settings, pause, pace)
        try:
            screens, words = LiveScreens(database), Words.shipped()
            made = parts(database, settings, workshop)
            await made.questionnaire_versions.keep_shipped()
            tripwire = Tripwire(made.tripping, words.months)
            bot.session.middleware(tripwire)
            tidying = Tidying(bot, made, words, screens)
            in_chat = {HIDE: tidying.hide}
            delivery = Delivery(bot, made.notices, words, notice_views(), clock, pace, in_chat)
            database.on_wake = delivery.wake
            dispatcher = Dispatcher(disable_fsm=True, **made.by_name())
            dispatcher.update.outer_middleware(Conversation(database, words, screens, settings.locale))
            for observer in (dispatcher.message, dispatcher.callback_query):
                observer.middleware(ChatFirst())
            dispatcher.include_routers(*routes())
            intake = Intake(bot, dispatcher, database, screens, pause)
            watched = WatchedFolder(settings.inbox_dir, database, Say(words, settings.locale), workshop)
            yield App(bot, dispatcher, database, intake, delivery, made, settings, pause, watched, tripwire)
        finally:
            workshop.close()
            await bot.session.close()


def make_bot(settings: BotSettings, pause: Pause = asyncio.sleep, pace: Pace | None = None) -> Bot:
    """The client of the Bot API: its server and proxy by the settings."""
    session = Session(api=TelegramAPIServer.from_base(settings.bot_api_url), proxy=settings.proxy_url or None)
    session.middleware(Obedience(pause, pace))
    return Bot(
        settings.bot_token.get_secret_value(),
        session=session,
        default=DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview_is_disabled=True),
    )


class Session(AiohttpSession):
    """aiogram's client, without the quarter of a second it waits at the end for a TLS it may not have."""

    async def close(self) -> None:
        """Close the connections."""
        if self.api.base.startswith("https://"):
            await super().close()
        elif self._session is not None:
            await self._session.close()


def calm_collector() -> None:
    """Full collections over aiogram's heap cost up to half the speed: what stands at the start is frozen."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 50)
