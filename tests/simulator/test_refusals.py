"""Everything Telegram refuses is refused here, with its code and in its words."""

from typing import Any

import aiohttp
import pytest

from simulator import Limits, Telegram, User
from simulator.people import SMALL_PICTURE
from tests.simulator.conftest import Bot, Hands

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
STALE = "Bad Request: query is too old and response timeout expired or query ID is invalid"


def keys(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


def data(value: str, text: str = "Кнопка") -> dict[str, Any]:
    return {"text": text, "callback_data": value}


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"chat_id": 1001}, "message text is empty"),
        ({"chat_id": 1001, "text": ""}, "message text is empty"),
        ({"chat_id": 1001, "text": " \n "}, "text must be non-empty"),
        ({"text": "?"}, "chat_id is empty"),
        ({"chat_id": 7, "text": "?"}, "chat not found"),
        ({"chat_id": "@nobody", "text": "?"}, "chat not found"),
        ({"chat_id": 1001, "text": "я" * 4097}, "message is too long"),
        ({"chat_id": 1001, "text": "😀" * 2049}, "message is too long"),
        ({"chat_id": 1001, "text": "?", "parse_mode": "Wiki"}, "unsupported parse_mode"),
        ({"chat_id": 1001, "text": "?", "reply_parameters": {"message_id": 99}}, "message to be replied not found"),
        ({"chat_id": 1001, "text": "?", "reply_parameters": {"quote": "a"}}, 'can\'t find field "message_id"'),
        ({"chat_id": 1001, "text": "?", "reply_markup": "{"}, "can't parse reply markup JSON object"),
        ({"chat_id": 1001, "text": "?", "reply_markup": [1]}, "object expected as reply markup"),
        (
            {"chat_id": 1001, "text": "да", "entities": [{"type": "bold", "offset": 1, "length": 2}]},
            "entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 3",
        ),
        (
            {"chat_id": 1001, "text": "да", "entities": [{"type": "bold", "offset": 3, "length": 1}]},
            "entity begins after the end of the text at UTF-16 offset 3",
        ),
        (
            {"chat_id": 1001, "text": "да", "entities": [{"type": "loud", "offset": 0, "length": 1}]},
            "can't parse MessageEntity: Unsupported type specified",
        ),
        (
            {
                "chat_id": 1001,
                "text": "да",
                "entities": [{"type": "text_link", "offset": 0, "length": 1, "url": "нет"}],
            },
            "entity URL 'нет' is invalid: Wrong HTTP URL",
        ),
    ],
)
async def test_a_text_that_cannot_be_sent(bot: Bot, masha: User, params: dict[str, Any], words: str) -> None:
    answer = await bot.answer("sendMessage", **params)
    assert answer == {"ok": False, "error_code": 400, "description": f"Bad Request: {words}"}
    assert masha.chat.from_bot == []


async def test_length_is_counted_after_entities_are_parsed(bot: Bot, masha: User) -> None:
    await bot.does("sendMessage", chat_id=masha.id, text="<b>" + "я" * 4096 + "</b>", parse_mode="HTML")
    await bot.does("sendMessage", chat_id=masha.id, text="😀" * 2048)
    assert len(masha.chat.last.text) == 2048
    assert masha.chat.from_bot[0].entities == [{"type": "bold", "offset": 0, "length": 4096}]


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        (keys([data("x" * 65)]), "BUTTON_DATA_INVALID"),
        (keys([data("я" * 33)]), "BUTTON_DATA_INVALID"),
        (keys([data("x") for _ in range(9)]), "reply markup is too long"),
        (keys(*[[data("x")] for _ in range(101)]), "reply markup is too long"),
        (
            keys([{"text": "просто"}]),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (keys([{"callback_data": "x"}]), "can't parse inline keyboard button: Can't find field \"text\""),
        (
            keys([{"text": "?", "url": "ftp://school.example"}]),
            "inline keyboard button URL 'ftp://school.example' is invalid: Unsupported URL protocol",
        ),
        (keys([{"text": "?", "url": "школа"}]), "inline keyboard button URL 'школа' is invalid: Wrong HTTP URL"),
        (
            keys([{"text": "?", "web_app": {"url": "http://school.example"}}]),
            "inline keyboard button Web App URL 'http://school.example' is invalid: Only HTTPS links are allowed",
        ),
        (keys([{"text": "?", "copy_text": {"text": "x" * 257}}]), "BUTTON_COPY_TEXT_INVALID"),
        (keys([{"text": "?", "pay": True}]), "BUTTON_TYPE_INVALID"),
        ({"inline_keyboard": "x"}, 'field "inline_keyboard" must be of type Array'),
        (
            {"keyboard": [[{"text": "Да"}]], "one_time_keyboard": "x"},
            'field "one_time_keyboard" must be of type Boolean',
        ),
    ],
)
async def test_buttons_that_cannot_be_sent(bot: Bot, masha: User, markup: dict[str, Any], words: str) -> None:
    refusal = await bot.hears_no("sendMessage", chat_id=masha.id, text="?", reply_markup=markup)
    assert refusal == f"Bad Request: {words}"


async def test_the_largest_buttons_pass(bot: Bot, masha: User) -> None:
    rows = [[data("я" * 32) for _ in range(8)] for _ in range(12)] + [[data("x" * 64) for _ in range(4)]]
    await bot.does("sendMessage", chat_id=masha.id, text="?", reply_markup=keys(*rows))
    assert sum(len(row) for row in masha.chat.last.keyboard) == 100


async def test_an_edit_to_the_same_is_no_edit(bot: Bot, masha: User) -> None:
    sent = await bot.does(
        "sendMessage", chat_id=masha.id, text="<b>Да</b>", parse_mode="HTML", reply_markup=keys([data("x")])
    )
    same = {"chat_id": masha.id, "message_id": sent["message_id"], "reply_markup": keys([data("x")])}
    assert await bot.hears_no("editMessageText", text="<b>Да</b> ", parse_mode="HTML", **same) == NOT_MODIFIED
    assert await bot.hears_no("editMessageReplyMarkup", **same) == NOT_MODIFIED
    assert not masha.chat.last.edited
    await bot.does("editMessageText", text="Да", **same)
    await bot.does("editMessageReplyMarkup", chat_id=masha.id, message_id=sent["message_id"])
    assert masha.chat.last.buttons == []


async def test_what_is_not_there_cannot_be_edited(bot: Bot, masha: User) -> None:
    edit = {"chat_id": masha.id, "text": "Нет"}
    assert await bot.hears_no("editMessageText", message_id=999, **edit) == "Bad Request: message to edit not found"
    theirs = masha.sends_text("моё")
    assert await bot.hears_no("editMessageText", message_id=theirs.id, **edit) == "Bad Request: message can't be edited"
    gone = (await bot.does("sendMessage", chat_id=masha.id, text="?"))["message_id"]
    await bot.does("deleteMessage", chat_id=masha.id, message_id=gone)
    assert await bot.hears_no("editMessageText", message_id=gone, **edit) == "Bad Request: message to edit not found"
    no_file = (await bot.does("sendMessage", chat_id=masha.id, text="?"))["message_id"]
    refusal = await bot.hears_no("editMessageCaption", chat_id=masha.id, message_id=no_file, caption="!")
    assert refusal == "Bad Request: there is no caption in the message to edit"


async def test_what_is_not_there_or_too_old_cannot_be_deleted(bot: Bot, masha: User, hands: Hands) -> None:
    missing = await bot.hears_no("deleteMessage", chat_id=masha.id, message_id=999)
    assert missing == "Bad Request: message to delete not found"
    old = (await bot.does("sendMessage", chat_id=masha.id, text="старое"))["message_id"]
    hands.moves(hours=49)
    assert (
        await bot.hears_no("deleteMessage", chat_id=masha.id, message_id=old)
        == "Bad Request: message can't be deleted for everyone"
    )
    new = (await bot.does("sendMessage", chat_id=masha.id, text="новое"))["message_id"]
    assert await bot.does("deleteMessages", chat_id=masha.id, message_ids=[new, old, 999]) is True
    assert [message.text for message in masha.chat.from_bot] == ["старое"]
    too_many = await bot.hears_no("deleteMessages", chat_id=masha.id, message_ids=list(range(101)))
    assert too_many == "Bad Request: too many message identifiers specified"


async def test_a_tap_is_answered_once_and_in_time(bot: Bot, masha: User, hands: Hands) -> None:
    first, second = masha.taps_data(1, "a"), masha.taps_data(1, "b")
    too_long = await bot.hears_no("answerCallbackQuery", callback_query_id=first.id, text="я" * 201)
    assert too_long == "Bad Request: MESSAGE_TOO_LONG"
    await bot.does("answerCallbackQuery", callback_query_id=first.id, text="я" * 200, show_alert=True)
    assert await bot.hears_no("answerCallbackQuery", callback_query_id=first.id) == STALE
    assert await bot.hears_no("answerCallbackQuery", callback_query_id="12345") == STALE
    hands.moves(seconds=151)
    assert await bot.hears_no("answerCallbackQuery", callback_query_id=second.id) == STALE
    assert [(len(toast.text), toast.alert) for toast in masha.toasts] == [(200, True)]


async def test_who_has_blocked_the_bot_hears_nothing(bot: Bot, masha: User) -> None:
    masha.blocks_bot()
    answer = await bot.answer("sendMessage", chat_id=masha.id, text="?")
    assert (answer["error_code"], answer["description"]) == (403, "Forbidden: bot was blocked by the user")
    masha.unblocks()
    await bot.does("sendMessage", chat_id=masha.id, text="!")


async def test_another_token_and_an_unknown_method(bot: Bot, url: str, telegram: Telegram) -> None:
    assert (await bot.answer("sendTelepathy"))["description"] == "Not Found: method not found"
    bot.token = "42:OTHER"
    answer = await bot.answer("getMe")
    assert (answer["error_code"], answer["description"]) == (401, "Unauthorized")
    async with bot.session.get(f"{url}/file/bot42:OTHER/documents/file_1.pdf") as response:
        assert response.status == 401


@pytest.mark.parametrize(
    ("commands", "words"),
    [
        ([{"command": f"c{n}", "description": "d"} for n in range(101)], "BOT_COMMANDS_TOO_MUCH"),
        ([{"command": "Menu", "description": "d"}], "BOT_COMMAND_INVALID"),
        ([{"command": "x" * 33, "description": "d"}], "command length must not exceed 32"),
        ([{"command": "menu", "description": ""}], "command description must be non-empty"),
        ([{"command": "menu", "description": "d" * 257}], "command description length must not exceed 256"),
        ([{"command": "/", "description": "d"}], "command must be non-empty"),
    ],
)
async def test_commands_that_cannot_be_set(bot: Bot, commands: list[dict[str, str]], words: str) -> None:
    assert await bot.hears_no("setMyCommands", commands=commands) == f"Bad Request: {words}"


async def test_commands_lose_their_slash_and_their_doubles(bot: Bot) -> None:
    given = [{"command": "/menu", "description": "раз"}, {"command": "menu", "description": "два"}]
    await bot.does("setMyCommands", commands=given)
    assert await bot.does("getMyCommands") == [{"command": "menu", "description": "два"}]
    await bot.does("deleteMyCommands")
    assert await bot.does("getMyCommands") == []


async def test_descriptions_have_their_lengths(bot: Bot) -> None:
    await bot.does("setMyDescription", description="я" * 512)
    await bot.does("setMyShortDescription", short_description="я" * 120)
    await bot.does("setMyName", name="я" * 64)
    assert await bot.hears_no("setMyDescription", description="я" * 513)
    assert await bot.hears_no("setMyShortDescription", short_description="я" * 121)
    assert await bot.hears_no("setMyName", name="я" * 65)
    assert await bot.does("getMyName", language_code="ru") == {"name": "я" * 64}


async def uploads(
    bot: Bot, method: str, field: str, content: bytes, chat_id: int = 1001, **more: str
) -> dict[str, Any]:
    form = aiohttp.FormData({"chat_id": str(chat_id), **more})
    form.add_field(field, content, filename="file.bin")
    async with bot.session.post(f"{bot.url}/bot{bot.token}/{method}", data=form) as response:
        body: dict[str, Any] = await response.json()
        return body


async def test_files_have_their_sizes(hands: Hands) -> None:
    assert (Limits().upload, Limits().download, Limits().photo) == (50 << 20, 20 << 20, 10 << 20)
    telegram = Telegram(clock=hands.now, limits=Limits(upload=2000, download=1000, photo=60))
    masha = telegram.user(1001, "Маша")
    masha.starts()
    async with telegram.serving() as url, aiohttp.ClientSession() as session:
        bot = Bot(url, telegram.token, session)
        too_heavy = await uploads(bot, "sendDocument", "document", bytes(2001))
        assert (too_heavy["error_code"], too_heavy["description"]) == (413, "Request Entity Too Large")
        light = (await uploads(bot, "sendDocument", "document", bytes(1000)))["result"]["document"]
        assert (await bot.does("getFile", file_id=light["file_id"]))["file_size"] == 1000
        heavy = (await uploads(bot, "sendDocument", "document", bytes(1001)))["result"]["document"]
        assert await bot.hears_no("getFile", file_id=heavy["file_id"]) == "Bad Request: file is too big"
        picture = await uploads(bot, "sendPhoto", "photo", SMALL_PICTURE)
        assert picture["description"] == "Bad Request: file is too big for a photo"


async def test_files_that_are_not_there(bot: Bot, masha: User) -> None:
    assert await bot.hears_no("getFile", file_id="нет") == "Bad Request: invalid file_id"
    empty = await uploads(bot, "sendDocument", "document", b"")
    assert empty["description"] == "Bad Request: file must be non-empty"
    nothing = await bot.hears_no("sendDocument", chat_id=masha.id)
    assert nothing == "Bad Request: there is no document in the request"
    for name in ("нет", "attach://нет"):
        unknown = await bot.hears_no("sendDocument", chat_id=masha.id, document=name)
        assert unknown == "Bad Request: wrong file identifier/HTTP URL specified"
    sticker = masha.sends_sticker()
    assert sticker.file is not None
    other = await bot.hears_no("sendDocument", chat_id=masha.id, document=sticker.file.file_id)
    assert other == "Bad Request: type of file mismatch"
    address = await bot.hears_no("sendDocument", chat_id=masha.id, document="https://school.example/a.pdf")
    assert address == "Bad Request: failed to get HTTP URL content"
    assert masha.chat.from_bot == []


async def test_a_picture_must_be_one(bot: Bot, masha: User) -> None:
    assert (await uploads(bot, "sendPhoto", "photo", SMALL_PICTURE, caption="я" * 1024))["ok"]
    long = await uploads(bot, "sendPhoto", "photo", SMALL_PICTURE, caption="я" * 1025)
    assert long["description"] == "Bad Request: message caption is too long"
    text = await uploads(bot, "sendPhoto", "photo", b"not a picture")
    assert text["description"] == "Bad Request: IMAGE_PROCESS_FAILED"
    stripe = SMALL_PICTURE[:16] + (2000).to_bytes(4, "big") + (50).to_bytes(4, "big") + SMALL_PICTURE[24:]
    assert (await uploads(bot, "sendPhoto", "photo", stripe))["description"] == "Bad Request: PHOTO_INVALID_DIMENSIONS"
    assert masha.chat.last.photo == SMALL_PICTURE


async def test_a_protected_message_is_neither_copied_nor_forwarded(bot: Bot, masha: User) -> None:
    sent = await bot.does("sendMessage", chat_id=masha.id, text="тайна", protect_content=True)
    where = {"chat_id": masha.id, "from_chat_id": masha.id, "message_id": sent["message_id"]}
    assert await bot.hears_no("copyMessage", **where) == "Bad Request: message can't be copied"
    assert await bot.hears_no("forwardMessage", **where) == "Bad Request: message can't be forwarded"
    where["message_id"] = masha.sends_text("моё").id
    copy = await bot.does("copyMessage", **where)
    assert masha.chat.last.id == copy["message_id"]
    assert (await bot.does("forwardMessage", **where))["forward_origin"]["type"] == "user"
    where["message_id"] = 999
    assert await bot.hears_no("copyMessage", **where) == "Bad Request: message to copy not found"
