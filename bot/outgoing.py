"""What goes out obeys the messenger: a 429 waits as long as it is told to, a passing fault of the network is tried again."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import ClientDecodeError, TelegramNetworkError, TelegramRetryAfter, TelegramServerError
from aiogram.methods import GetUpdates, Response, TelegramMethod

from bot.pace import Pace

OUT_OF_REACH = (TelegramNetworkError, TelegramServerError, TelegramRetryAfter, ClientDecodeError)
"""Faults that pass: what was to be said is right, and may be said later."""

_TRIES = 4
_COUNTED = ("send", "edit", "copy", "forward")  # what Telegram counts; answers to taps and deletions are free
_ANSWERS: dict[type[TelegramMethod[Any]], object] = {}
"""The types of answers in use: whatever nobody refers to is built anew after each collection of garbage, 8 ms each time."""
_LONGEST = 30.0  # seconds an answer waits; what is told to wait longer fails and is tried again by its own means


class Obedience(BaseRequestMiddleware):
    """Keeps the pace, waits and tries again; `pause` is how it waits."""

    def __init__(self, pause: Callable[[float], Awaitable[None]] = asyncio.sleep, pace: Pace | None = None) -> None:
        self._pause = pause
        self._pace = pace or Pace(pause)

    async def __call__(
        self, make_request: NextRequestMiddlewareType[Any], bot: Bot, method: TelegramMethod[Any]
    ) -> Response[Any]:
        """Make the request; polling has its own ways and is left alone."""
        if type(method) not in _ANSWERS:
            _ANSWERS[type(method)] = Response[method.__returning__]  # type: ignore[name-defined]
        if isinstance(method, GetUpdates):
            return await make_request(bot, method)
        counted = method.__api_method__.startswith(_COUNTED)
        for attempt in range(1, _TRIES):
            if counted:
                await self._pace.turn()
            try:
                return await make_request(bot, method)
            except TelegramRetryAfter as asked:
                if asked.retry_after > _LONGEST:
                    raise
                await self._pause(asked.retry_after)
            except (TelegramNetworkError, TelegramServerError, ClientDecodeError):
                await self._pause(0.5 * 2**attempt)
        return await make_request(bot, method)
