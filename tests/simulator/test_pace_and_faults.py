"""A bot that talks too fast hears how long to wait, and every other trouble can be had on order."""

import json

import aiohttp
import pytest

from simulator import Telegram, User
from tests.simulator.conftest import Bot, Hands


async def test_one_chat_takes_five_at_once_and_then_one_a_second(bot: Bot, masha: User, hands: Hands) -> None:
    for number in range(5):
        await bot.does("sendMessage", chat_id=masha.id, text=str(number))
    answer = await bot.answer("sendMessage", chat_id=masha.id, text="лишнее")
    assert answer == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }
    edit = {"chat_id": masha.id, "message_id": masha.chat.last.id, "text": "тоже лишнее"}
    assert await bot.hears_no("editMessageText", **edit) == "Too Many Requests: retry after 1"
    hands.seconds += 1
    await bot.does("sendMessage", chat_id=masha.id, text="5")
    assert await bot.hears_no("sendMessage", chat_id=masha.id, text="6") == "Too Many Requests: retry after 1"
    assert [message.text for message in masha.chat.from_bot] == list("012345")


async def test_all_chats_together_take_thirty_a_second(bot: Bot, telegram: Telegram, hands: Hands) -> None:
    people = [telegram.user(number, "Ученик") for number in range(1, 32)]
    for person in people:
        person.starts()
    answers = [await bot.answer("sendMessage", chat_id=person.id, text="?") for person in people]
    assert [answer["ok"] for answer in answers] == [True] * 30 + [False]
    hands.seconds += 0.04
    await bot.does("sendMessage", chat_id=people[-1].id, text="?")


async def test_answers_to_taps_and_deletions_are_not_counted(bot: Bot, masha: User) -> None:
    ids = [(await bot.does("sendMessage", chat_id=masha.id, text=str(n)))["message_id"] for n in range(5)]
    await bot.does("answerCallbackQuery", callback_query_id=masha.taps_data(ids[0], "x").id)
    await bot.does("deleteMessage", chat_id=masha.id, message_id=ids[0])
    await bot.does("sendChatAction", chat_id=masha.id, action="typing")


async def test_the_limits_can_be_switched_off(bot: Bot, telegram: Telegram, masha: User) -> None:
    telegram.limits_on = False
    for number in range(40):
        await bot.does("sendMessage", chat_id=masha.id, text=str(number))
    assert len(masha.chat.from_bot) == 40


async def test_a_refused_call_does_nothing_and_the_next_one_passes(bot: Bot, telegram: Telegram, masha: User) -> None:
    telegram.faults.fail("sendMessage", times=2, status=502, description="Bad Gateway")
    telegram.faults.fail(status=429, description="Too Many Requests: retry after 3", retry_after=3)
    assert await bot.hears_no("sendMessage", chat_id=masha.id, text="?") == "Bad Gateway"
    assert (await bot.answer("getMe"))["parameters"] == {"retry_after": 3}
    assert await bot.hears_no("sendMessage", chat_id=masha.id, text="?") == "Bad Gateway"
    await bot.does("sendMessage", chat_id=masha.id, text="!")
    assert [message.text for message in masha.chat.from_bot] == ["!"]
    assert [call.ok for call in telegram.calls_of("sendMessage")] == [False, False, True]


async def test_a_proxy_in_between_may_answer_with_a_page(bot: Bot, telegram: Telegram) -> None:
    telegram.faults.fail("getMe", status=502, page="<html><h1>502 Bad Gateway</h1></html>")
    with pytest.raises((json.JSONDecodeError, aiohttp.ContentTypeError)):
        await bot.answer("getMe")
    telegram.faults.fail("getMe")
    telegram.faults.clear()
    await bot.does("getMe")


async def test_a_lost_answer_was_performed_and_a_lost_call_was_not(bot: Bot, telegram: Telegram, masha: User) -> None:
    telegram.faults.lose_answer("sendMessage")
    with pytest.raises(aiohttp.ClientError):
        await bot.answer("sendMessage", chat_id=masha.id, text="дошло")
    telegram.faults.lose_call("sendMessage")
    with pytest.raises(aiohttp.ClientError):
        await bot.answer("sendMessage", chat_id=masha.id, text="пропало")
    await bot.does("sendMessage", chat_id=masha.id, text="дальше")
    assert [message.text for message in masha.chat.from_bot] == ["дошло", "дальше"]
