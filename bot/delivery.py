"""Delivers notices: what is due, lane by lane, once it has proved still true."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from datetime import timedelta

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramForbiddenError

from bot.clock import MovableClock
from handlers.notices import View
from handlers.screen import Button, HomeTap, screen
from locales.words import Say, Words
from services.notices import Notices, Ready
from storage.database import Clock
from storage.notices import Notice, Outcome

log = logging.getLogger(__name__)


_TRIES = 5
_TRY_AGAIN = timedelta(minutes=5)


class Delivery:
    """Says what is due; `views` turn a kind of notice into a screen, others are a sentence `notice-<kind>`."""

    def __init__(self, bot: Bot, notices: Notices, words: Words, views: Mapping[str, View], clock: Clock) -> None:
        self._bot = bot
        self._notices = notices
        self._words = words
        self._views = views
        self._clock = clock
        self._woken = asyncio.Event()
        self._busy = asyncio.Lock()

    def wake(self) -> None:
        """Something new was written."""
        self._woken.set()

    async def run(self) -> None:
        """Deliver whenever woken, until cancelled."""
        while True:
            await self._woken.wait()
            self._woken.clear()
            await self.tick()

    async def tick(self) -> None:
        """Deliver everything that is due now."""
        async with self._busy:
            while due := await self._notices.due(self._clock()):
                for notice in due:
                    await self._deliver(notice)

    async def advance(self, clock: MovableClock, by: timedelta) -> None:
        """Move a clock forward, stopping at every due moment on the way: for rehearsals and tests."""
        goal = clock() + by
        await self.tick()
        while (due := await self._notices.next_time()) is not None and due <= goal:
            clock.move_to(max(due, clock()))
            await self.tick()
        clock.move_to(goal)

    async def _deliver(self, notice: Notice) -> None:
        try:
            ready = await self._notices.ready(notice)
            if ready is not None:
                await self._say(ready)
                await self._notices.end(notice, Outcome.SENT)
        except TelegramForbiddenError:
            if ready is not None:
                await self._notices.unreachable(ready.to)
            await self._notices.end(notice, Outcome.UNREACHABLE)
        except TelegramAPIError as failure:
            log.warning("notice %s of kind %s not delivered: %s", notice.id, notice.kind, type(failure).__name__)
            await self._later(notice)
        except Exception:
            log.exception("notice %s of kind %s failed", notice.id, notice.kind)
            await self._later(notice)

    async def _later(self, notice: Notice) -> None:
        if notice.attempts + 1 >= _TRIES:
            await self._notices.end(notice, Outcome.FAILED)
        else:
            await self._notices.put_off(notice, self._clock() + _TRY_AGAIN)

    async def _say(self, ready: Ready) -> None:
        say = Say(self._words, ready.to.language)
        view = self._views.get(ready.notice.kind)
        if view is not None:
            shown = view(say, ready.values, ready.notice)
        else:
            shown = screen(
                say(f"notice-{ready.notice.kind}", **ready.values), [Button(say.plain("to-home"), HomeTap())]
            )
        await self._bot.send_message(ready.to.external_id, shown.text, reply_markup=shown.markup())
