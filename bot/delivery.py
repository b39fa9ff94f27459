"""Delivers notices: what is due, lane by lane, once it has proved still true, at the pace the messenger allows."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from datetime import timedelta

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramForbiddenError, TelegramRetryAfter

from bot.clock import MovableClock
from bot.pace import Pace
from handlers.notices import View, notice_screen
from locales.words import Say, Words
from services.notices import Notices, Ready
from storage.database import Clock
from storage.notices import Lane, Notice, Outcome

log = logging.getLogger(__name__)

_TRIES = 5
_TRY_AGAIN = timedelta(minutes=5)
_LOOKED_AT = 25  # notices of the first lanes taken at a time
_TOGETHER = 5  # messages sent side by side: a kill in the middle repeats no more than these


class Delivery:
    """Says what is due; `views` turn a kind of notice into a screen, others are a sentence `notice-<kind>`."""

    def __init__(
        self,
        bot: Bot,
        notices: Notices,
        words: Words,
        views: Mapping[str, View],
        clock: Clock,
        pace: Pace,
    ) -> None:
        self._bot = bot
        self._notices = notices
        self._words = words
        self._views = views
        self._clock = clock
        self._pace = pace
        self._woken = asyncio.Event()
        self._busy = asyncio.Lock()

    def wake(self) -> None:
        """Something new was written, or a minute has gone by."""
        self._woken.set()

    async def run(self) -> None:
        """Deliver whenever woken, until cancelled; a failure of one round does not end the rounds."""
        while True:
            await self._woken.wait()
            self._woken.clear()
            try:
                await self.tick()
            except Exception:
                log.exception("a round of notices failed")

    async def tick(self) -> None:
        """Deliver everything that is due now. Before every handful of a broadcast the first lanes are looked at again."""
        async with self._busy:
            while True:
                due = await self._notices.due(self._clock(), first_lanes=True, limit=_LOOKED_AT)
                due = due or await self._notices.due(self._clock(), limit=_TOGETHER)
                if not due:
                    return
                await self._deliver_first_of(due)

    async def advance(self, clock: MovableClock, by: timedelta) -> None:
        """Move a clock forward, stopping at every due moment on the way: for rehearsals and tests."""
        goal = clock() + by
        await self.tick()
        while (due := await self._notices.next_time()) is not None and due <= goal:
            clock.move_to(max(due, clock()))
            await self.tick()
        clock.move_to(goal)

    async def _deliver_first_of(self, due: list[Notice]) -> None:
        """Deeds and answers one by one; the rest in handfuls, once there is room for one beside answers to taps."""
        urgent = [notice for notice in due if notice.lane < Lane.REMINDER]
        for notice in urgent:
            await self._deliver(notice)
        if not urgent and not await self._pace.room(_TOGETHER):  # while it waited something urgent may have come
            await self._deliver_together(due[:_TOGETHER])

    async def _deliver_together(self, due: list[Notice]) -> None:
        """A handful side by side. What is held back or untrue takes no time of the pace."""
        ready = [each for each in await asyncio.gather(*map(self._look, due)) if each is not None]
        await asyncio.gather(*map(self._send, ready))

    async def _deliver(self, notice: Notice) -> None:
        ready = await self._look(notice)
        if ready is not None:
            await self._send(ready)

    async def _look(self, notice: Notice) -> Ready | None:
        """The notice as it is to be said now; a mistake of ours puts it off and stops no other."""
        try:
            return await self._notices.ready(notice)
        except Exception:
            log.exception("notice %s of kind %s failed", notice.id, notice.kind)
            await self._later(notice)
            return None

    async def _send(self, ready: Ready) -> None:
        notice = ready.notice
        try:
            await self._say(ready)
            await self._notices.end(notice, Outcome.SENT)
        except TelegramForbiddenError:  # the next round takes another account of the person, or tells the curators
            await self._notices.unreachable(ready.to)
        except TelegramRetryAfter as asked:
            await self._notices.put_off(notice, self._clock() + timedelta(seconds=asked.retry_after), failed=False)
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
        shown = notice_screen(Say(self._words, ready.to.language), ready, self._views)
        await self._bot.send_message(ready.to.external_id, shown.text, reply_markup=shown.markup())
