"""Takes updates in: written down in one commit, then confirmed, then handled in turn per person (DECISIONS 3)."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Iterable

from aiogram import Bot, Dispatcher
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramConflictError,
    TelegramNetworkError,
    TelegramRetryAfter,
)
from aiogram.methods import GetUpdates
from aiogram.types import Update

from bot.live_screens import LiveScreens
from bot.outgoing import OUT_OF_REACH
from storage import accounts, inbox
from storage.database import Database, Transaction
from storage.inbox import Handling, Received

log = logging.getLogger(__name__)

KINDS = ["message", "callback_query", "my_chat_member"]
_BATCH = 100
_LONG_POLL = 25  # seconds
_FIRST_WAIT, _LONGEST_WAIT = 1.0, 30.0  # seconds between tries when the messenger is out of reach
_ANSWER_TRIES = 6  # of one answer, on top of each call's own; then it is left to the next start

Pause = Callable[[float], Awaitable[None]]


class Intake:
    """Polls, keeps, hands over. `stop` ends the intake, drains what is under way, leaves the rest for the next start."""

    def __init__(
        self,
        bot: Bot,
        dispatcher: Dispatcher,
        database: Database,
        screens: LiveScreens,
        pause: Pause = asyncio.sleep,
    ) -> None:
        self._bot = bot
        self._dispatcher = dispatcher
        self._database = database
        self._screens = screens
        self._pause = pause
        self._lines: dict[int, deque[tuple[Received, Update | None]]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._finished: list[int] = []
        self._finishing: asyncio.Task[None] | None = None
        self._draining = False

    async def poll(self) -> None:
        """Take updates in until cancelled; first what an earlier stop left over."""
        for left in await self._database.read(inbox.unfinished):
            self._line_up(left, None)
        offset: int | None = None
        wait = _FIRST_WAIT
        while True:
            try:
                updates = await self._bot(
                    GetUpdates(offset=offset, limit=_BATCH, timeout=_LONG_POLL, allowed_updates=KINDS),
                    request_timeout=_LONG_POLL + 10,
                )
            except TelegramRetryAfter as asked:
                await self._pause(asked.retry_after)
                continue
            except (TelegramNetworkError, TelegramConflictError, ClientDecodeError, TelegramAPIError) as failure:
                log.warning("no updates: %s", type(failure).__name__)
                await self._pause(wait)
                wait = min(wait * 2, _LONGEST_WAIT)
                continue
            if updates:
                try:
                    await self.take(updates)
                except Exception:  # not written down, so not confirmed: they come again
                    log.exception("updates from %s on were not kept", updates[0].update_id)
                    await self._pause(wait)
                    wait = min(wait * 2, _LONGEST_WAIT)
                    continue
                offset = updates[-1].update_id + 1
            wait = _FIRST_WAIT

    async def take(self, updates: Iterable[Update]) -> None:
        """Write a batch down and line up what is new of it; only then may it be confirmed."""
        received = [(_received(update), update) for update in updates]
        fresh = set(await self._database.work(lambda tx: inbox.keep(tx, [each for each, _ in received]), aside=True))
        for each, update in received:
            if each.update_id in fresh:
                self._line_up(each, update)

    async def settle(self) -> None:
        """Wait until everything lined up has been handled and written off."""
        while self._tasks or self._finished or self._finishing:
            waiting = [*self._tasks, *([self._finishing] if self._finishing else [])]
            if waiting:
                await asyncio.wait(waiting)
            else:
                await asyncio.sleep(0)

    async def stop(self, within: float) -> None:
        """Drain with a deadline in seconds; what is not begun stays in the inbox."""
        self._draining = True
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=within)
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)
        if self._finishing is not None:
            await self._finishing
        await self._finish()

    def _line_up(self, received: Received, update: Update | None) -> None:
        line = self._lines.get(received.sender)
        if line is not None:
            line.append((received, update))
            return
        self._lines[received.sender] = deque([(received, update)])
        task = asyncio.create_task(self._handle_line(received.sender))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _handle_line(self, sender: int) -> None:
        line = self._lines[sender]
        try:
            while line and not self._draining:
                await self._handle(*line[0])
                line.popleft()
        finally:
            del self._lines[sender]

    async def _handle(self, received: Received, update: Update | None) -> None:
        current = Handling(received.update_id)
        token = inbox.handling.set(current)
        try:
            if update is None:  # kept by an earlier run
                update = Update.model_validate_json(received.payload, context={"bot": self._bot})
            if not await self._answer(update, current, done=received.done):
                return
        except Exception:
            log.exception("update %s failed", received.update_id)
        finally:
            inbox.handling.reset(token)
        self._finished.append(received.update_id)
        if self._finishing is None:
            self._finishing = asyncio.create_task(self._finish_soon())

    async def _answer(self, update: Update, current: Handling, *, done: bool) -> bool:
        """Handle an update until its answer is out; False when the messenger stays out of reach.

        What it changed is changed once: from the second try on only the person's screen is shown.
        """
        wait = _FIRST_WAIT
        for _ in range(_ANSWER_TRIES):
            try:
                await self._dispatcher.feed_update(self._bot, update, replayed=done or current.done)
                return True
            except OUT_OF_REACH as failure:
                log.warning("update %s is not answered yet: %s", update.update_id, type(failure).__name__)
                if self._draining:
                    return False
                asked = failure.retry_after if isinstance(failure, TelegramRetryAfter) else 0
                await self._pause(max(wait, asked))
                wait = min(wait * 2, _LONGEST_WAIT)
        return False

    async def _finish_soon(self) -> None:
        try:
            await asyncio.sleep(0)
            while self._finished:
                await self._finish()
        except Exception:  # they stay on the list and are written off with the next
            log.exception("handled updates were not written off")
        finally:
            self._finishing = None

    async def _finish(self) -> None:
        """Write off what was handled and answered, and note the live screens, in one commit for many."""
        finished, self._finished = self._finished, []
        screens = self._screens.take_unwritten()
        if not finished and not screens:
            return

        def unit(tx: Transaction) -> None:
            inbox.finish(tx, finished)
            accounts.screens(tx, screens)

        try:
            await self._database.work(unit, aside=True)
        except BaseException:
            self._finished[:0] = finished
            raise


def _received(update: Update) -> Received:
    event = update.message or update.callback_query or update.my_chat_member
    sender = event.from_user.id if event is not None and event.from_user is not None else 0
    payload = update.model_dump_json(exclude_none=True, by_alias=True, fallback=_left_to_defaults)
    return Received(update.update_id, sender, payload)


def _left_to_defaults(value: object) -> None:
    """aiogram puts a mark where a bot's default would stand, in link previews for one; JSON has no word for it."""
