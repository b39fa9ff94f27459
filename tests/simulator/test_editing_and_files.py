"""Captions, files in the place of texts, pictures of every kind, the menu button: the rest of what a bot does."""

import json
from typing import Any

import pytest

from simulator import Limits, User
from simulator.entities import checked, to_html
from simulator.files import Files, Upload, picture_size
from simulator.people import SMALL_PICTURE
from simulator.refusals import Refused
from tests.simulator.conftest import Bot

JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08" + (48).to_bytes(2, "big") + (64).to_bytes(2, "big") + b"end"
GIF = b"GIF89a" + (7).to_bytes(2, "little") + (5).to_bytes(2, "little")


def test_pictures_are_measured() -> None:
    assert picture_size(SMALL_PICTURE) == (32, 32)
    assert picture_size(JPEG) == (64, 48)
    assert picture_size(GIF) == (7, 5)
    assert picture_size(b"\xff\xd8broken") is None
    assert picture_size(b"words") is None
    kept = Files(Limits()).keep("photo", Upload("a.jpg", JPEG))
    assert (kept.mime_type, kept.width, kept.height) == ("image/jpeg", 64, 48)


async def test_a_caption_and_a_file_are_changed_in_place(bot: Bot, masha: User) -> None:
    file = masha.sends_document("план.docx", b"one").file
    other = masha.sends_document("план-2.docx", b"two").file
    assert file is not None
    assert other is not None
    sent = await bot.does(
        "sendDocument", chat_id=masha.id, document=file.file_id, caption="<i>План</i>", parse_mode="HTML"
    )
    assert sent["caption_entities"] == [{"type": "italic", "offset": 0, "length": 4}]
    here = {"chat_id": masha.id, "message_id": sent["message_id"]}
    await bot.does("editMessageCaption", caption="Новый план", **here)
    assert masha.chat.last.text == "Новый план"
    media: dict[str, Any] = {"type": "document", "media": other.file_id, "caption": "Второй план"}
    await bot.does("editMessageMedia", media=json.dumps(media), **here)
    assert masha.chat.last.document is not None
    assert (masha.chat.last.text, masha.chat.last.document.content) == ("Второй план", b"two")
    same = await bot.hears_no("editMessageMedia", media=media, **here)
    assert same.startswith("Bad Request: message is not modified")
    text = await bot.hears_no("editMessageText", text="?", **here)
    assert text == "Bad Request: there is no text in the message to edit"
    strange = await bot.hears_no("editMessageMedia", media={"type": "film"}, **here)
    assert strange == "Bad Request: can't parse InputMedia: Unsupported type"


async def test_edits_say_which_message_and_bring_inline_buttons_only(bot: Bot, masha: User) -> None:
    sent = await bot.does("sendMessage", chat_id=masha.id, text="?")
    nowhere = await bot.hears_no("editMessageText", text="!", chat_id=masha.id)
    assert nowhere == "Bad Request: message identifier is not specified"
    inline = await bot.hears_no("editMessageText", text="!", inline_message_id="x")
    assert inline == "Bad Request: MESSAGE_ID_INVALID"
    here = {"chat_id": masha.id, "message_id": sent["message_id"], "text": "!"}
    keyboard = await bot.hears_no("editMessageText", reply_markup={"keyboard": [["Да"]]}, **here)
    assert keyboard == "Bad Request: inline keyboard expected"


async def test_a_copy_may_have_another_caption(bot: Bot, masha: User) -> None:
    original = masha.sends_document("план.docx", b"one", "мой план")
    where = {"chat_id": masha.id, "from_chat_id": masha.id, "message_id": original.id}
    await bot.does("copyMessage", **where)
    assert masha.chat.last.text == "мой план"
    await bot.does("copyMessage", caption="План от Маши", **where)
    assert masha.chat.last.text == "План от Маши"
    assert masha.chat.last.file is original.file


async def test_a_reply_may_be_named_the_old_way_and_an_action_must_be_known(bot: Bot, masha: User) -> None:
    first = masha.sends_text("вопрос")
    answer = await bot.does("sendMessage", chat_id=masha.id, text="ответ", reply_to_message_id=first.id)
    assert answer["reply_to_message"]["message_id"] == first.id
    wrong = await bot.hears_no("sendChatAction", chat_id=masha.id, action="dancing")
    assert wrong == "Bad Request: wrong parameter action in request"


async def test_the_menu_button_is_set_for_one_or_for_all(bot: Bot, masha: User) -> None:
    assert await bot.does("getChatMenuButton", chat_id=masha.id) == {"type": "default"}
    await bot.does("setChatMenuButton", menu_button={"type": "commands"})
    assert await bot.does("getChatMenuButton", chat_id=masha.id) == {"type": "commands"}
    await bot.does("setChatMenuButton", chat_id=masha.id, menu_button={"type": "default"})
    assert await bot.does("getChatMenuButton", chat_id=masha.id) == {"type": "default"}
    wrong = await bot.hears_no("setMyCommands", commands=[], scope={"type": "galaxy"})
    assert wrong == "Bad Request: can't parse BotCommandScope: Unsupported type specified"
    stranger = {"type": "chat", "chat_id": 7}
    assert await bot.hears_no("setMyCommands", commands=[], scope=stranger) == "Bad Request: chat not found"
    assert (
        await bot.hears_no("setMyCommands", commands={"command": "menu"})
        == "Bad Request: expected an Array of BotCommand"
    )


@pytest.mark.parametrize(
    ("entity", "words"),
    [
        ({"type": "bold", "offset": -1, "length": 1}, "receive an entity with incorrect offset -1"),
        ({"type": "bold", "offset": 0, "length": -1}, "receive an entity with incorrect length -1"),
        ({"type": "text_link", "offset": 0, "length": 1}, "can't parse MessageEntity: Can't find field \"url\""),
        (
            {"type": "text_link", "offset": 0, "length": 1, "url": ""},
            "entity URL '' is invalid: URL host is empty",
        ),
        (
            {"type": "text_link", "offset": 0, "length": 1, "url": "http://[x"},
            "entity URL 'http://[x' is invalid: Wrong HTTP URL",
        ),
    ],
)
def test_entities_counted_wrongly_are_refused(entity: dict[str, Any], words: str) -> None:
    with pytest.raises(Refused) as refused:
        checked("текст", [entity])
    assert refused.value.description == f"Bad Request: {words}"


@pytest.mark.parametrize(
    ("entity", "html"),
    [
        ({"type": "pre", "language": "sql"}, '<pre><code class="language-sql">а&lt;б</code></pre>'),
        ({"type": "pre"}, "<pre>а&lt;б</pre>"),
        ({"type": "text_link", "url": "tg://user?id=1"}, '<a href="tg://user?id=1">а&lt;б</a>'),
        ({"type": "expandable_blockquote"}, "<blockquote expandable>а&lt;б</blockquote>"),
        ({"type": "url"}, "а&lt;б"),
    ],
)
def test_what_was_counted_is_shown_as_html(entity: dict[str, Any], html: str) -> None:
    assert to_html("а<б", checked("а<б", [{**entity, "offset": 0, "length": 3}])) == html


async def test_a_link_inside_code_stays_code(bot: Bot, masha: User) -> None:
    await bot.does(
        "sendMessage",
        chat_id=masha.id,
        text="<code>https://school.example</code> и www.school.example!",
        parse_mode="HTML",
    )
    assert [(entity["type"], entity["offset"]) for entity in masha.chat.last.entities] == [("code", 0), ("url", 25)]


async def test_the_bot_may_ask_by_an_address_line_or_a_form(bot: Bot, masha: User, url: str) -> None:
    address = f"{url}/bot{bot.token}/SENDMESSAGE"
    async with bot.session.get(address, params={"chat_id": str(masha.id), "text": "раз"}) as answer:
        assert answer.status == 200
    async with bot.session.post(
        address, data={"chat_id": str(masha.id), "text": "два", "protect_content": "true"}
    ) as answer:
        assert answer.status == 200
    async with bot.session.post(address, data=b"{", headers={"Content-Type": "application/json"}) as answer:
        assert answer.status == 400
    assert [message.text for message in masha.chat.from_bot] == ["раз", "два"]
    assert masha.chat.last.protected
    async with bot.session.get(f"{url}/nothing") as answer:
        assert answer.status == 404
    async with bot.session.get(f"{url}/file/bot{bot.token}/documents/none") as answer:
        assert answer.status == 404
