"""The page of phones, seen from its script's side: what it is told and what it may do."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import aiohttp
import pytest

from simulator import Telegram
from simulator.page import Page
from tests.simulator.conftest import Bot, Hands

FROM_THE_PAGE = {"X-Rehearsal": "1"}
ILYA = 1002


class Script:
    """Speaks to the page's server as the script in the page does."""

    def __init__(self, url: str, session: aiohttp.ClientSession) -> None:
        self.url, self.session = url, session

    async def does(self, act: str, **what: Any) -> tuple[int, dict[str, Any]]:
        async with self.session.post(f"{self.url}/page/{act}", json=what, headers=FROM_THE_PAGE) as answer:
            return answer.status, await answer.json()

    async def hears(self, news: int = 1) -> list[dict[str, Any]]:
        told = []
        async with self.session.get(f"{self.url}/page/live") as live:
            async for line in live.content:
                if line.startswith(b"data: "):
                    told.append(json.loads(line[6:]))
                if len(told) == news:
                    break
        return told


@pytest.fixture
def page(telegram: Telegram, hands: Hands) -> Page:
    async def advance(by: timedelta) -> None:
        hands.time += by

    people = [(1001, "Маша К.", "наставник"), (ILYA, "Илья П.", "наставляемый")]
    return Page(telegram, title="Школа № 5", people=people, advance=advance, now=hands.now)


@pytest.fixture
async def script(page: Page) -> AsyncIterator[Script]:
    async with page.serving(port=0) as url, aiohttp.ClientSession() as session:
        yield Script(url, session)


@pytest.fixture
def bot(script: Script, telegram: Telegram) -> Bot:
    return Bot(script.url, telegram.token, script.session)


async def test_the_page_is_one_file_that_loads_nothing_from_elsewhere(script: Script) -> None:
    async with script.session.get(script.url) as answer:
        html = await answer.text()
        policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert policy.split("'nonce-")[1].split("'")[0] in html
    assert "__NONCE__" not in html
    assert 'src="http' not in html
    assert '<link rel="stylesheet"' not in html


async def test_a_page_from_elsewhere_may_do_nothing(script: Script, telegram: Telegram) -> None:
    async with script.session.post(f"{script.url}/page/say", json={"person": ILYA, "text": "?"}) as answer:
        assert answer.status == 403
    assert telegram.users[ILYA].chat.messages == []
    async with script.session.get(f"{script.url}/nothing") as answer:
        assert answer.status == 404


async def test_the_script_is_told_everything_first(script: Script, telegram: Telegram, bot: Bot) -> None:
    ilya = telegram.users[ILYA]
    ilya.starts()
    rows = [[{"text": "Да", "callback_data": "yes"}], [{"text": "Сайт", "url": "https://school.example"}]]
    rows += [[{"text": "Код", "copy_text": {"text": "7"}}, {"text": "Маме", "url": telegram.link("p")}]]
    await bot.does(
        "sendMessage",
        chat_id=ILYA,
        text="<b>1 &lt; 2</b> /help <a href='https://school.example'>сайт</a>",
        parse_mode="HTML",
        reply_markup={"inline_keyboard": rows},
    )
    (told,) = await script.hears()
    assert [person["role"] for person in told["people"]] == ["наставник", "наставляемый"]
    assert (told["title"], told["clock"], told["zone"]) == ("Школа № 5", True, "Europe/Moscow")
    chat = next(chat for chat in told["chats"] if chat["id"] == ILYA)
    shown = chat["messages"][-1]
    assert shown["html"] == (
        '<b>1 &lt; 2</b> <button type="button" class="command" data-command="/help">/help</button> '
        '<a href="https://school.example" target="_blank" rel="noopener noreferrer">сайт</a>'
    )
    kinds = [[button["kind"] for button in row] for row in shown["rows"]]
    assert kinds == [["data"], ["url"], ["copy", "start"]]


async def test_every_kind_of_bubble_can_be_shown(script: Script, telegram: Telegram, bot: Bot) -> None:
    ilya = telegram.users[ILYA]
    voice = ilya.sends_voice()
    ilya.sends_photo()
    gone = ilya.sends_text("скоро пропаду")
    html = (
        "<tg-spoiler>а</tg-spoiler> <blockquote expandable>б</blockquote><pre>в</pre>"
        '<a href="tg://user?id=1">г</a> www.school.example #день'
    )
    reply = {"message_id": voice.id}
    app = {"inline_keyboard": [[{"text": "Окно", "web_app": {"url": "https://school.example"}}]]}
    await bot.does("sendMessage", chat_id=ILYA, text=html, parse_mode="HTML", reply_parameters=reply, reply_markup=app)
    await bot.does("sendMessage", chat_id=ILYA, text="ответ", reply_parameters={"message_id": gone.id})
    await bot.does("deleteMessage", chat_id=ILYA, message_id=gone.id)
    (told,) = await script.hears()
    *_, first, second = next(chat for chat in told["chats"] if chat["id"] == ILYA)["messages"]
    assert first["html"] == (
        '<span class="spoiler" tabindex="0">а</span> <blockquote>б</blockquote><pre>в</pre>'
        '<a href="tg://user?id=1" target="_blank" rel="noopener noreferrer">г</a> '
        '<a href="https://www.school.example" target="_blank" rel="noopener noreferrer">www.school.example</a> #день'
    )
    assert first["rows"] == [[{"text": "Окно", "kind": "url", "value": "https://school.example"}]]
    assert (first["quote"], second["quote"]) == ("Файл", None)


async def test_an_address_that_is_no_link_stays_words(script: Script, telegram: Telegram, bot: Bot) -> None:
    telegram.users[ILYA].starts()
    script_link = [{"type": "text_link", "offset": 0, "length": 2, "url": "school.example"}]
    await bot.does("sendMessage", chat_id=ILYA, text="да", entities=script_link)
    await bot.does("sendMessage", chat_id=ILYA, text="$RUB", entities=[{"type": "cashtag", "offset": 0, "length": 4}])
    (told,) = await script.hears()
    chat = next(chat for chat in told["chats"] if chat["id"] == ILYA)
    assert [message["html"] for message in chat["messages"][1:]] == ["да", "$RUB"]


async def test_only_what_changed_is_told_afterwards(script: Script, telegram: Telegram, bot: Bot) -> None:
    ilya = telegram.users[ILYA]
    ilya.starts()
    sent = await bot.does("sendMessage", chat_id=ILYA, text="Раз")
    told: list[dict[str, Any]] = []
    async with script.session.get(f"{script.url}/page/live") as live:
        async for line in live.content:
            if not line.startswith(b"data: "):
                continue
            told.append(json.loads(line[6:]))
            if len(told) == 1:
                await bot.does("deleteMessage", chat_id=ILYA, message_id=sent["message_id"])
            else:
                break
    assert "people" not in told[1]
    assert [chat["id"] for chat in told[1]["chats"]] == [ILYA]
    assert told[1]["chats"][0]["messages"] == [{"id": sent["message_id"], "deleted": True}]


async def test_what_is_typed_goes_in_pieces_and_empty_words_go_nowhere(script: Script, telegram: Telegram) -> None:
    await script.does("say", person=ILYA, text="я" * 5000)
    await script.does("say", person=ILYA, text="   ")
    assert [len(message.text) for message in telegram.users[ILYA].chat.messages] == [4096, 904]


async def test_a_tap_waits_for_its_answer(script: Script, telegram: Telegram, bot: Bot) -> None:
    telegram.users[ILYA].starts()
    tapping = script.does("tap", person=ILYA, message=1, data="yes")

    async def answering() -> None:
        await bot.does("getUpdates", offset=telegram.updates.last_id + 1, timeout=20)
        query = (await bot.does("getUpdates"))[-1]["callback_query"]
        await bot.does("answerCallbackQuery", callback_query_id=query["id"], text="Есть")

    (status, told), _ = await asyncio.gather(tapping, answering())
    assert (status, told) == (200, {"answered": True})
    assert telegram.users[ILYA].toasts[0].text == "Есть"


async def test_the_clock_goes_forward_only_and_not_too_far(script: Script, hands: Hands) -> None:
    before = hands.time
    assert (await script.does("advance", seconds=3600))[0] == 200
    assert hands.time - before == timedelta(hours=1)
    for seconds in (-1, 0, 10**9):
        assert (await script.does("advance", seconds=seconds))[0] == 409


async def test_newcomers_get_phones_and_links_open_on_them(script: Script, telegram: Telegram) -> None:
    _, added = await script.does("people", name="Ольга")
    _, another = await script.does("people", name="")
    assert another["person"] == added["person"] + 1
    assert (await script.does("open", person=added["person"], link=telegram.link("x")))[0] == 200
    assert telegram.users[added["person"]].chat.messages[0].text == "/start x"
    assert (await script.does("open", person=ILYA, link="https://school.example"))[0] == 409
    assert (await script.does("say", person=5, text="?"))[0] == 409


async def test_a_blocked_bot_is_blocked_until_it_is_not(script: Script, telegram: Telegram) -> None:
    await script.does("block", person=ILYA)
    assert telegram.users[ILYA].chat.blocked
    assert (await script.does("say", person=ILYA, text="?"))[0] == 409
    await script.does("block", person=ILYA)
    assert not telegram.users[ILYA].chat.blocked


@pytest.mark.parametrize(
    ("name", "kind", "place"),
    [
        ("план.pdf", "application/pdf", "inline"),
        ("сайт.html", "text/html", "inline"),
        ("приказ.docx", "application/vnd", "attachment"),
    ],
)
async def test_files_open_or_are_saved(script: Script, telegram: Telegram, name: str, kind: str, place: str) -> None:
    query = {"person": str(ILYA), "name": name}
    headers = {**FROM_THE_PAGE, "Content-Type": "application/octet-stream"}
    async with script.session.post(f"{script.url}/page/file", params=query, data=b"<b>x", headers=headers) as answer:
        assert answer.status == 200
    file = telegram.users[ILYA].chat.messages[0].file
    assert file is not None
    async with script.session.get(f"{script.url}/page/file/{file.file_id}/x") as answer:
        assert await answer.read() == b"<b>x"
        assert answer.headers["Content-Type"].startswith(kind)
        assert answer.headers["Content-Disposition"].startswith(place)
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert ("sandbox" in answer.headers.get("Content-Security-Policy", "")) is (kind == "text/html")
    async with script.session.get(f"{script.url}/page/file/none/x") as answer:
        assert answer.status == 404


async def test_an_open_page_does_not_keep_the_server(page: Page) -> None:
    async with aiohttp.ClientSession() as session:
        async with page.serving(port=0) as url:
            live = await session.get(f"{url}/page/live")
            await live.content.readline()
        rest = await live.content.read()
        live.close()
    assert b"people" not in rest
