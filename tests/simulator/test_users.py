"""What people do with their phones, and what they then see."""

import pytest

from simulator import NotOnScreen, Tap, Telegram, User
from simulator.people import parts_of
from tests.simulator.conftest import Bot, Hands


async def test_everything_a_person_sends_reaches_the_bot(bot: Bot, telegram: Telegram, masha: User) -> None:
    await bot.does("deleteWebhook", drop_pending_updates=True)
    masha.sends_sticker()
    masha.sends_photo(caption="это я")
    masha.sends_voice()
    masha.sends_document("класс.xlsx", b"PK")
    masha.edits(masha.sends_text("ошибся"), "исправил")
    heard = await bot.does("getUpdates")
    contents = [update.get("message") or update["edited_message"] for update in heard]
    assert ["sticker" in contents[0], contents[1]["caption"], "voice" in contents[2]] == [True, "это я", True]
    assert contents[3]["document"]["file_name"] == "класс.xlsx"
    assert [contents[4]["text"], contents[5]["text"]] == ["ошибся", "исправил"]
    assert contents[0]["from"]["first_name"] == "Маша"
    assert contents[0]["chat"] == {"id": 1001, "type": "private", "first_name": "Маша", "username": "masha"}


async def test_a_button_is_found_on_the_newest_message_that_has_it(bot: Bot, masha: User) -> None:
    for data in ("old", "new"):
        markup = {"inline_keyboard": [[{"text": "Дальше", "callback_data": data}]]}
        await bot.does("sendMessage", chat_id=masha.id, text=data, reply_markup=markup)
    newest, oldest = masha.taps("Дальше"), masha.taps("Дальше", on=masha.chat.from_bot[0])
    assert isinstance(newest, Tap)
    assert isinstance(oldest, Tap)
    assert (newest.data, oldest.data) == ("new", "old")
    update = (await bot.does("getUpdates"))[-1]
    assert update["callback_query"]["message"]["text"] == "old"
    assert update["update_id"] == oldest.update_id
    with pytest.raises(NotOnScreen, match="Дальше"):
        masha.taps("Назад")


async def test_a_tap_under_a_deleted_message_carries_only_its_number(bot: Bot, masha: User) -> None:
    markup = {"inline_keyboard": [[{"text": "Дальше", "callback_data": "on"}]]}
    sent = await bot.does("sendMessage", chat_id=masha.id, text="?", reply_markup=markup)
    await bot.does("deleteMessage", chat_id=masha.id, message_id=sent["message_id"])
    with pytest.raises(NotOnScreen):
        masha.taps("Дальше")
    masha.taps_data(sent["message_id"], "on")
    query = (await bot.does("getUpdates"))[-1]["callback_query"]
    assert query["message"] == {"chat": masha.chat.json, "message_id": sent["message_id"], "date": 0}


async def test_keyboards_come_and_go(bot: Bot, masha: User) -> None:
    keyboard = {"keyboard": [["Да", {"text": "Нет"}]], "input_field_placeholder": "Ответ"}
    await bot.does("sendMessage", chat_id=masha.id, text="Придёте?", reply_markup=keyboard)
    assert masha.chat.placeholder == "Ответ"
    masha.taps("Нет")
    assert masha.chat.messages[-1].text == "Нет"
    await bot.does("sendMessage", chat_id=masha.id, text="Жаль", reply_markup={"remove_keyboard": True})
    with pytest.raises(NotOnScreen):
        masha.taps("Нет")
    await bot.does("sendMessage", chat_id=masha.id, text="Почему?", reply_markup={"force_reply": True})
    assert masha.chat.last.text == "Почему?"


async def test_links_lead_to_the_bot_or_elsewhere(bot: Bot, telegram: Telegram, masha: User) -> None:
    link = telegram.link("parent_7")
    assert link == "https://t.me/school_mentoring_bot?start=parent_7"
    rows = [[{"text": "Маме", "url": link}, {"text": "Сайт", "url": "https://school.example"}]]
    await bot.does("sendMessage", chat_id=masha.id, text=f"Вот: {link}.", reply_markup={"inline_keyboard": rows})
    assert masha.chat.last.entities == [{"type": "url", "offset": 5, "length": len(link)}]
    masha.taps("Маме")
    assert masha.chat.messages[-1].text == "/start parent_7"
    with pytest.raises(NotOnScreen):
        masha.taps("Сайт")
    assert telegram.payload_of("tg://resolve?domain=School_Mentoring_Bot&start=x") == "x"
    assert telegram.payload_of("t.me/school_mentoring_bot") == ""
    assert telegram.payload_of("https://t.me/another_bot?start=x") is None
    with pytest.raises(NotOnScreen):
        masha.starts("кириллица")


async def test_a_message_remembers_when_and_how_it_was_said(bot: Bot, masha: User, hands: Hands) -> None:
    first = await bot.does("sendMessage", chat_id=masha.id, text="Раз", disable_notification=True, protect_content=True)
    hands.moves(hours=1)
    reply = {"message_id": first["message_id"]}
    second = await bot.does("sendMessage", chat_id=masha.id, text="Два", reply_parameters=reply)
    assert second["date"] - first["date"] == 3600
    assert second["reply_to_message"]["text"] == "Раз"
    message = masha.chat.from_bot[0]
    assert (message.silent, message.protected, message.edited) == (True, True, False)
    gone = {"message_id": 999, "allow_sending_without_reply": True}
    await bot.does("sendMessage", chat_id=masha.id, text="Три", reply_parameters=gone)
    assert (await bot.does("getChat", chat_id=masha.id))["first_name"] == "Маша"


async def test_the_same_account_is_one_person(telegram: Telegram) -> None:
    assert telegram.user(5, "Илья") is telegram.user(5)
    assert telegram.user(6).first_name == "Человек 6"
    with pytest.raises(LookupError):
        _ = telegram.user(5).sees


async def test_calls_are_recorded_unless_switched_off(bot: Bot, telegram: Telegram, masha: User) -> None:
    await bot.does("sendMessage", chat_id=masha.id, text="Раз", reply_markup={"inline_keyboard": []})
    telegram.recording = False
    await bot.does("sendMessage", chat_id=masha.id, text="Два")
    assert [call.params["text"] for call in telegram.calls] == ["Раз"]


async def test_history_can_be_cleared_by_the_person(bot: Bot, masha: User) -> None:
    sent = await bot.does("sendMessage", chat_id=masha.id, text="Раз")
    masha.deletes_chat()
    refusal = await bot.hears_no("editMessageText", chat_id=masha.id, message_id=sent["message_id"], text="Два")
    assert refusal == "Bad Request: message to edit not found"


def test_a_long_typed_text_goes_in_pieces() -> None:
    assert [len(part) for part in parts_of("я" * 5000)] == [4096, 904]
    assert [len(part) for part in parts_of("😀" * 2049)] == [2048, 1]
