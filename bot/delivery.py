"""Delivers notices: what is due, lane by lane, once it has proved still true, at the pace the messenger allows."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramForbiddenError, TelegramRetryAfter

from bot.clock import MovableClock
from bot.pace import Pace
from handlers.notices import View, notice_screen
from handlers.standing_row import with_standing_row
from locales.words import Say, Words
from services.notices import Notices, Ready
from storage.database import Clock
from storage.notices import Lane, Notice, Outcome

log = logging.getLogger(__name__)

_TRIES = 5
_TRY_AGAIN = timedelta(minutes=5)
_TRY_AN_ALARM_AGAIN = timedelta(seconds=20)
_LOOKED_AT = 25  # notices of the first lanes taken at a time
_TOGETHER = 5  # messages sent side by side: a kill in the middle repeats no more than these


class Delivery:
    """Says what is due; `views` turn a kind of notice into a screen, others are a sentence `notice-<kind>`.

    `in_chat` is done in the chat just before a deed of that kind.
    """

    def __init__(
        self,
        bot: Bot,
        notices: Notices,
        words: Words,
        views: Mapping[str, View],
        clock: Clock,
        pace: Pace,
        in_chat: Mapping[str, Callable[[Notice], Awaitable[None]]] | None = None,
    ) -> None:
        self._bot = bot
        self._notices = notices
        self._words = words
        self._views = views
        self._clock = clock
        self._pace = pace
        self._in_chat = in_chat or {}
        self._woken = asyncio.Event()
        self._alarmed = asyncio.Event()
        self._busy = asyncio.Lock()
        self._alarming = asyncio.Lock()

    def wake(self) -> None:
        """Something new was written, or a minute has gone by."""
        self._woken.set()
        self._alarmed.set()

    async def run(self) -> None:
        """Deliver whenever woken, until cancelled; safety beside all the rest, waiting for none of it."""
        async with asyncio.TaskGroup() as rounds:
            rounds.create_task(self._rounds(self._alarmed, self.alarm))
            rounds.create_task(self._rounds(self._woken, self.tick))

    async def _rounds(self, woken: asyncio.Event, deliver: Callable[[], Awaitable[None]]) -> None:
        """A failure of one round does not end the rounds."""
        while True:
            await woken.wait()
            woken.clear()
            try:
                await deliver()
            except Exception:
                log.exception("a round of notices failed")

    async def alarm(self) -> None:
        """Deliver what is due of safety, side by side."""
        async with self._alarming:
            while due := await self._notices.alarms(self._clock()):
                await asyncio.gather(*map(self._deliver, due))

    async def tick(self) -> None:
        """Deliver everything that is due now. Before every handful of a broadcast the first lanes are looked at again."""
        async with self._busy:
            while True:
                await self.alarm()
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
            if self._alarmed.is_set():  # what a deed or an answer has written may be a matter of safety
                self._alarmed.clear()
                await self.alarm()
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
            if notice.kind in self._in_chat:
                await self._in_chat[notice.kind](notice)
            return await self._notices.ready(notice)
        except Exception:
            log.exception("notice %s of kind %s failed", notice.id, notice.kind)
            await self._later(notice)
            return None

    async def _send(self, ready: Ready) -> None:
        """Through one account; a notice of safety has reached its person when it came through any of theirs."""
        if ready.also:
            said = await asyncio.gather(*(self._said(each) for each in (*ready.also, replace(ready, also=()))))
            if any(said):
                await self._notices.end(ready.notice, Outcome.SENT)
                return
            await self._later(ready.notice)
            return
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

    async def _said(self, ready: Ready) -> bool:
        """Whether it came through this one of several accounts."""
        try:
            await self._say(ready)
        except TelegramForbiddenError:
            await self._notices.unreachable(ready.to)
        except TelegramAPIError as failure:
            log.warning("notice %s not delivered to one account: %s", ready.notice.id, type(failure).__name__)
        except Exception:
            log.exception("notice %s of kind %s failed", ready.notice.id, ready.notice.kind)
        else:
            return True
        return False

    async def _later(self, notice: Notice) -> None:
        if notice.attempts + 1 >= _TRIES:
            await self._notices.end(notice, Outcome.FAILED)
        else:
            pause = _TRY_AN_ALARM_AGAIN if notice.lane is Lane.SAFETY else _TRY_AGAIN
            await self._notices.put_off(notice, self._clock() + pause)

    async def _say(self, ready: Ready) -> None:
        say = Say(self._words, ready.to.language)
        shown = notice_screen(say, ready, self._views)
        if ready.instead_of is None:  # else the row would speak for whom the account speaks for at present
            shown = with_standing_row(say, shown, ready.to.person)
        await self._bot.send_message(ready.to.external_id, shown.text, reply_markup=shown.markup())
