"""A rehearsal with a small bot that answers, and Chromium windows to look at it through."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest
from playwright.async_api import Browser, async_playwright

from simulator import Telegram, User
from simulator.page import Page
from simulator.people import SMALL_PICTURE

CHROMIUM = "/usr/bin/chromium"
QUIETLY = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
MARINA, ILYA, MOTHER = 1, 2, 3


def keys(*rows: list[tuple[str, str]]) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": text, "callback_data": data} for text, data in row] for row in rows]}


@dataclass
class Rehearsal:
    """Three people, their phones, a clock, and a bot that talks back."""

    telegram: Telegram
    page: Page
    time: datetime = datetime(2027, 2, 5, 9, 0, tzinfo=UTC)
    leaps: list[timedelta] = field(default_factory=list)
    url: str = ""
    session: aiohttp.ClientSession | None = None

    @property
    def ilya(self) -> User:
        return self.telegram.users[ILYA]

    @property
    def mother(self) -> User:
        return self.telegram.users[MOTHER]

    async def advance(self, by: timedelta) -> None:
        self.leaps.append(by)
        self.time += by

    async def call(self, method: str, **params: Any) -> Any:
        assert self.session is not None
        async with self.session.post(f"{self.url}/bot{self.telegram.token}/{method}", json=params) as answer:
            body = await answer.json()
            assert body["ok"], body
            return body["result"]

    async def shows_a_picture(self) -> None:
        assert self.session is not None
        form = aiohttp.FormData({"chat_id": str(ILYA), "caption": "Код"})
        form.add_field("photo", SMALL_PICTURE, filename="qr.png")
        async with self.session.post(f"{self.url}/bot{self.telegram.token}/sendPhoto", data=form) as answer:
            assert answer.status == 200

    async def talks(self) -> None:
        offset = 0
        while not self.telegram.updates.closed:
            for update in await self.call("getUpdates", offset=offset, timeout=20):
                offset = update["update_id"] + 1
                if query := update.get("callback_query"):
                    await self.take(query)
                elif message := update.get("message"):
                    heard = message.get("text") or "файл " + message["document"]["file_name"]
                    await self.call("sendMessage", chat_id=message["chat"]["id"], text=f"Услышал: {heard}")

    async def take(self, query: dict[str, Any]) -> None:
        chat, message = query["from"]["id"], query["message"]["message_id"]
        if query["data"] == "alert":
            await self.call("answerCallbackQuery", callback_query_id=query["id"], text="Важно!", show_alert=True)
            return
        again = keys([("✓ Физика", "physics"), ("Математика", "maths")], [("Готово (1)", "done")])
        await self.call("editMessageText", chat_id=chat, message_id=message, text="Выбрано", reply_markup=again)
        await self.call("answerCallbackQuery", callback_query_id=query["id"], text="Записал")


@pytest.fixture
async def rehearsal() -> AsyncIterator[Rehearsal]:
    telegram = Telegram(clock=lambda: made.time)
    telegram.limits_on = False
    people = [(MARINA, "Марина К.", "наставник, 10 «А»"), (ILYA, "Илья П.", "наставляемый"), (MOTHER, "Ольга", "мама")]
    page = Page(telegram, title="Репетиция", people=people, advance=lambda by: made.advance(by), now=lambda: made.time)
    made = Rehearsal(telegram, page)
    async with page.serving(port=0) as made.url, aiohttp.ClientSession() as made.session:
        talking = asyncio.create_task(made.talks())
        made.ilya.starts()
        await telegram.until(lambda: made.ilya.chat.from_bot)
        question = keys([("Физика", "physics"), ("Математика", "maths")], [("Готово", "done")])
        await made.call(
            "sendMessage", chat_id=ILYA, text="С чем <b>помочь</b>?", parse_mode="HTML", reply_markup=question
        )
        yield made
        talking.cancel()
        await asyncio.gather(talking, return_exceptions=True)


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=QUIETLY)
        yield browser
        await browser.close()
