"""The bot's own library speaks to the stand-in as it would to Telegram."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramNetworkError, TelegramRetryAfter
from aiogram.filters import CommandStart
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    Message,
)

from simulator import Tap, Telegram, User
from simulator.people import SMALL_PICTURE


@pytest.fixture
async def bot(telegram: Telegram, url: str) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    bot = Bot(telegram.token, session=session, default=DefaultBotProperties(parse_mode="HTML"))
    yield bot
    await session.close()


def one_button(text: str = "Дальше", data: str = "on") -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text=text, callback_data=data)]])


async def test_a_text_goes_out_and_is_edited(bot: Bot, masha: User) -> None:
    sent = await bot.send_message(masha.id, "Привет, <b>Маша</b>", reply_markup=one_button())
    assert sent.text == "Привет, Маша"
    assert masha.chat.last.html == "Привет, <b>Маша</b>"
    edited = await bot.edit_message_text("Ещё раз", chat_id=masha.id, message_id=sent.message_id)
    assert isinstance(edited, Message)
    assert masha.chat.last.edited
    assert masha.chat.last.buttons == []


async def test_a_document_goes_up_and_comes_down(bot: Bot, masha: User) -> None:
    content = bytes(range(256)) * 1000
    sent = await bot.send_document(
        masha.id, BufferedInputFile(content, "приказ.docx"), caption="Приказ", reply_markup=one_button()
    )
    document = masha.chat.last.document
    assert document is not None
    assert (document.name, document.content) == ("приказ.docx", content)
    assert sent.document is not None
    again = await bot.send_document(masha.id, sent.document.file_id)
    assert again.document is not None
    assert again.document.file_id == sent.document.file_id
    theirs = masha.sends_document("класс.xlsx", b"PK-rows")
    assert theirs.file is not None
    downloaded = await bot.download(theirs.file.file_id)
    assert downloaded is not None
    assert downloaded.read() == b"PK-rows"


async def test_a_picture_gives_way_to_a_document_in_the_same_message(bot: Bot, masha: User) -> None:
    sent = await bot.send_photo(masha.id, BufferedInputFile(SMALL_PICTURE, "qr.png"))
    assert masha.chat.last.photo == SMALL_PICTURE
    media = InputMediaDocument(media=BufferedInputFile(b"%PDF-1.4", "poster.pdf"), caption="Плакат")
    await bot.edit_message_media(media, chat_id=masha.id, message_id=sent.message_id)
    assert masha.chat.last.photo is None
    assert masha.chat.last.document is not None
    assert masha.chat.last.text == "Плакат"


async def test_commands_of_one_chat_are_kept_apart(bot: Bot, telegram: Telegram, masha: User) -> None:
    await bot.set_my_commands([BotCommand(command="menu", description="Меню")])
    scope = BotCommandScopeChat(chat_id=masha.id)
    await bot.set_my_commands([BotCommand(command="today", description="Сегодня")], scope=scope, language_code="ru")
    assert [c.command for c in await bot.get_my_commands()] == ["menu"]
    assert [c["command"] for c in telegram.profile.commands_for(masha.id, "ru")] == ["today"]
    assert [c["command"] for c in telegram.profile.commands_for(2, "ru")] == ["menu"]


async def test_refusals_arrive_as_the_exceptions_the_library_has_for_them(
    bot: Bot, telegram: Telegram, masha: User
) -> None:
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.send_message(7, "?")
    telegram.faults.fail("sendMessage", status=429, description="Too Many Requests: retry after 7", retry_after=7)
    with pytest.raises(TelegramRetryAfter) as too_fast:
        await bot.send_message(masha.id, "?")
    assert too_fast.value.retry_after == 7
    telegram.faults.lose_answer("sendMessage")
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(masha.id, "дошло, но ответа нет")
    assert masha.chat.last.text == "дошло, но ответа нет"
    masha.blocks_bot()
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await bot.send_message(masha.id, "?")


async def test_a_polling_bot_answers_a_start_and_a_tap(bot: Bot, telegram: Telegram) -> None:
    routes = Router()

    @routes.message(CommandStart(deep_link=True))
    async def begin(message: Message) -> None:
        await message.answer("Кто вы?", reply_markup=one_button("Я мама", "mother"))

    @routes.callback_query(F.data == "mother")
    async def chosen(query: CallbackQuery) -> None:
        assert isinstance(query.message, Message)
        await query.message.edit_text("Здравствуйте!")
        await query.answer("Записал")

    dispatcher = Dispatcher()
    dispatcher.include_router(routes)
    polling = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False, close_bot_session=False))
    mother = telegram.user(1002, "Ольга")
    mother.opens(telegram.link("child_7"))
    await telegram.until(lambda: mother.chat.from_bot)
    tap = mother.taps("Я мама")
    assert isinstance(tap, Tap)
    await telegram.until(lambda: tap.answered)
    assert mother.sees.text == "Здравствуйте!"
    assert [toast.text for toast in mother.toasts] == ["Записал"]
    await telegram.idle()
    assert telegram.pending == 0
    await dispatcher.stop_polling()
    await polling
