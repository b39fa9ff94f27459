"""A stand-in of its own for each test, spoken to over HTTP, with a clock and a pace that only the test moves."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest

from simulator import Telegram, User


class Hands:
    """A clock that stands still until it is moved, and seconds for the pace beside it."""

    def __init__(self) -> None:
        self.time = datetime(2027, 2, 5, 9, 0, tzinfo=UTC)
        self.seconds = 1000.0

    def now(self) -> datetime:
        return self.time

    def pace(self) -> float:
        return self.seconds

    def moves(self, **by: float) -> None:
        self.time += timedelta(**by)


class Bot:
    """Calls methods as a bot would and gives back the whole answer."""

    def __init__(self, url: str, token: str, session: aiohttp.ClientSession) -> None:
        self.url, self.token, self.session = url, token, session

    async def answer(self, method: str, **params: Any) -> dict[str, Any]:
        async with self.session.post(f"{self.url}/bot{self.token}/{method}", json=params) as response:
            body: dict[str, Any] = await response.json()
            assert response.status == (200 if body["ok"] else body["error_code"])
            return body

    async def does(self, method: str, **params: Any) -> Any:
        body = await self.answer(method, **params)
        assert body["ok"], body
        return body["result"]

    async def hears_no(self, method: str, **params: Any) -> str:
        body = await self.answer(method, **params)
        assert not body["ok"], body
        return str(body["description"])


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def telegram(hands: Hands) -> Telegram:
    return Telegram(clock=hands.now, pace=hands.pace)


@pytest.fixture
async def url(telegram: Telegram) -> AsyncIterator[str]:
    async with telegram.serving() as address:
        yield address


@pytest.fixture
async def bot(telegram: Telegram, url: str) -> AsyncIterator[Bot]:
    async with aiohttp.ClientSession() as session:
        yield Bot(url, telegram.token, session)


@pytest.fixture
def masha(telegram: Telegram) -> User:
    user = telegram.user(1001, "Маша", "masha")
    user.starts()
    return user
