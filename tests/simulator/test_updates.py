"""Updates wait until they are confirmed, are given to one poller only, and are forgotten in time."""

import asyncio

import aiohttp
import pytest

from simulator import NotOnScreen, Telegram, User
from tests.simulator.conftest import Bot, Hands


async def test_an_update_comes_again_until_a_later_offset_confirms_it(
    bot: Bot, telegram: Telegram, masha: User
) -> None:
    masha.sends_text("раз")
    first = await bot.does("getUpdates")
    assert [update["message"]["text"] for update in first] == ["/start", "раз"]
    telegram.limits_on = False
    assert await bot.does("getUpdates") == first
    assert telegram.pending == 2
    await bot.does("getUpdates", offset=first[0]["update_id"] + 1)
    assert telegram.pending == 1
    await bot.does("getUpdates", offset=first[1]["update_id"] + 1)
    await telegram.idle()
    assert await bot.does("getWebhookInfo") == {"url": "", "has_custom_certificate": False, "pending_update_count": 0}


async def test_a_waiting_poll_is_answered_at_once(bot: Bot, telegram: Telegram, masha: User) -> None:
    await bot.does("getUpdates", offset=telegram.updates.last_id + 1)
    poll = asyncio.create_task(bot.does("getUpdates", offset=telegram.updates.last_id + 1, timeout=50))
    await telegram.until(lambda: telegram.updates.polled)
    masha.sends_text("скорее")
    assert [update["message"]["text"] for update in await poll] == ["скорее"]


async def test_the_earlier_of_two_pollers_hears_409(bot: Bot, telegram: Telegram, masha: User) -> None:
    await bot.does("getUpdates", offset=telegram.updates.last_id + 1)
    earlier = asyncio.create_task(bot.answer("getUpdates", timeout=50))
    await telegram.until(lambda: telegram.updates.polled)
    later = asyncio.create_task(bot.does("getUpdates", timeout=50, limit=1))
    refusal = await earlier
    assert refusal["error_code"] == 409
    assert refusal["description"] == (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )
    masha.sends_text("жив")
    assert len(await later) == 1


async def test_the_same_offset_in_haste_gets_one_update(bot: Bot, masha: User, hands: Hands) -> None:
    masha.sends_text("раз")
    assert len(await bot.does("getUpdates")) == 2
    assert len(await bot.does("getUpdates")) == 1
    hands.seconds += 0.6
    assert len(await bot.does("getUpdates")) == 2
    assert len(await bot.does("getUpdates", limit=1, offset=-1)) == 1


async def test_only_wanted_kinds_are_kept(bot: Bot, telegram: Telegram, masha: User) -> None:
    await bot.does("getUpdates", offset=telegram.updates.last_id + 1, allowed_updates=["callback_query"])
    masha.sends_text("не нужно")
    masha.taps_data(1, "нужно")
    assert [list(update)[1] for update in await bot.does("getUpdates")] == ["callback_query"]


async def test_old_updates_are_forgotten(bot: Bot, telegram: Telegram, masha: User, hands: Hands) -> None:
    masha.taps_data(1, "устареет скоро")
    hands.moves(seconds=151)
    assert ["message" in update for update in await bot.does("getUpdates")] == [True]
    hands.moves(hours=24)
    telegram.limits_on = False
    assert await bot.does("getUpdates") == []


async def test_waiting_updates_can_be_dropped_and_delivered_again(bot: Bot, telegram: Telegram, masha: User) -> None:
    await bot.does("deleteWebhook", drop_pending_updates=True)
    await telegram.idle()
    telegram.updates.repeat(telegram.updates.last_id)
    again = await bot.does("getUpdates", offset=telegram.updates.last_id + 1)
    assert [update["message"]["text"] for update in again] == ["/start"]
    with pytest.raises(LookupError):
        telegram.updates.repeat(5)


async def test_blocking_and_coming_back_are_told(bot: Bot, telegram: Telegram, masha: User) -> None:
    await bot.does("deleteWebhook", drop_pending_updates=True)
    masha.blocks_bot()
    with pytest.raises(NotOnScreen):
        masha.sends_text("не слышно")
    masha.starts("back")
    updates = await bot.does("getUpdates")
    statuses = [u["my_chat_member"]["new_chat_member"]["status"] for u in updates if "my_chat_member" in u]
    assert statuses == ["kicked", "member"]
    assert updates[-1]["message"]["text"] == "/start back"
    assert updates[-1]["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]


async def test_waiting_has_an_end(telegram: Telegram, masha: User) -> None:
    with pytest.raises(TimeoutError):
        await telegram.idle(0.01)


async def test_a_poller_goes_home_when_telegram_closes(telegram: Telegram) -> None:
    async with aiohttp.ClientSession() as session:
        async with telegram.serving() as url:
            poll = asyncio.create_task(Bot(url, telegram.token, session).does("getUpdates", timeout=50))
            await telegram.until(lambda: telegram.updates.polled)
        assert await poll == []
