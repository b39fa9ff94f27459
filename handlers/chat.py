"""One person's chat during one update: shows screens in place, answers the tap, sends files."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Protocol

from aiogram import BaseMiddleware, Bot
from aiogram.dispatcher.event.handler import CallableObject
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import BufferedInputFile, CallbackQuery, Message, TelegramObject, Update

from handlers.screen import Button, HomeTap, Screen
from handlers.standing_row import with_standing_row
from locales.words import Say
from mentoring.leaving import Paper
from mentoring.people import Speaker
from services.quiet_screens import QuietScreens
from services.speakers import Speakers
from services.way_out import Way, WayOut

_TOAST = 200  # letters of a pop-up, Bot API
_GONE = ("message to edit not found", "message can't be edited", "there is no text in the message to edit")


class LiveScreens(Protocol):
    """Remembers which message of a chat is its live screen."""

    async def get(self, chat_id: int) -> int | None:
        """The message's id, if there is one."""

    def put(self, chat_id: int, message_id: int | None) -> None:
        """This message is the live screen from now on."""


class Chat:
    """The chat an update came from. Every tap is answered once, every action gets a screen, a pop-up or a file."""

    def __init__(self, bot: Bot, update: Update, chat_id: int, screens: LiveScreens, data: Mapping[str, Any]) -> None:
        self._bot = bot
        self._chat_id = chat_id
        self._screens = screens
        self._data = data
        self.tapped: CallbackQuery | None = update.callback_query
        self.typed: Message | None = update.message
        self._answered = False

    async def call(self, talk: Callable[..., Awaitable[Any]], **values: Any) -> Any:
        """Call another conversation's function; what it needs is given by parameter name, as to a handler."""
        return await CallableObject(talk).call(**{**self._data, **values})

    async def show(self, screen: Screen, toast: str = "") -> None:
        """Show a screen: in place of the tapped one, or as a new message that takes the old screen's place.

        What is shown is always the newest: a message further down would hide it, and say what is no longer so.
        """
        screen = await self._with_standing_row(screen)
        query = self.tapped
        if query is not None and query.message is not None and not self._answered:
            live = await self._screens.get(self._chat_id)
            if live is None or query.message.message_id >= live:
                editing = self._edit(query.message.message_id, screen)
                edited, _ = await asyncio.gather(editing, self.toast(toast))
                if edited:
                    self._screens.put(self._chat_id, query.message.message_id)
                    await self._leave_no_quiet(screen, query.message.message_id)
                    return
        await self.toast(toast)
        await self._send_anew(screen)

    async def show_anew(self, screen: Screen) -> None:
        """Show a screen at the bottom of the chat and take the old one away."""
        await self._send_anew(await self._with_standing_row(screen))

    async def tidy(self, screen: Screen, message_id: int) -> None:
        """Put an ordinary screen in the place of a quiet one that nobody has left; one further up goes altogether."""
        screen = await self._with_standing_row(screen)
        live = await self._screens.get(self._chat_id)
        if live not in (None, message_id) or not await self._edit(message_id, screen):
            await self._take_away(message_id)
        quiet: QuietScreens = self._data["quiet_screens"]
        await quiet.left(self._data["speaker"].account_id)

    async def _send_anew(self, screen: Screen) -> None:
        old = await self._screens.get(self._chat_id)
        sent = await self._bot.send_message(
            self._chat_id,
            screen.text,
            reply_markup=screen.markup(),
            disable_notification=True if screen.quiet else None,
        )
        self._screens.put(self._chat_id, sent.message_id)
        if old is not None and old != sent.message_id:
            await self._take_away(old)
        await self._leave_no_quiet(screen, sent.message_id, gone=old)

    async def _with_standing_row(self, screen: Screen) -> Screen:
        """A pupil's screen has one row more. Who speaks is asked again where that may have changed in this update."""
        if screen.quiet:
            return screen
        speaker: Speaker = self._data["speaker"]
        person = speaker.person
        if person is None or speaker.others:
            speakers: Speakers = self._data["speakers"]
            person = await speakers.person(speaker)
        return with_standing_row(self._data["say"], screen, person)

    async def _leave_no_quiet(self, screen: Screen, shown_in: int, gone: int | None = None) -> None:
        """A quiet screen elsewhere in the chat goes, and what was typed while one stood there goes too."""
        quiet: QuietScreens = self._data["quiet_screens"]
        account = self._data["speaker"].account_id
        before = await (quiet.shown(account, shown_in) if screen.quiet else quiet.left(account))
        if before and before not in (shown_in, gone):
            await self._take_away(before)
        if self.typed is not None and (screen.quiet or before is not None):
            await self._take_away(self.typed.message_id)

    async def toast(self, text: str = "", *, alert: bool = False) -> None:
        """Answer the tap, with a pop-up if there is something to say. A second answer, or one too late, is no matter."""
        if self.tapped is None or self._answered:
            return
        self._answered = True
        short = text if len(text) <= _TOAST else text[: _TOAST - 1] + "\u2026"
        try:
            await self._bot.answer_callback_query(self.tapped.id, text=short or None, show_alert=alert)
        except TelegramBadRequest as refused:
            if "query is too old" not in refused.message and "query ID is invalid" not in refused.message:
                raise

    async def send_file(self, content: bytes, name: str, caption: str = "", *, paper: Paper = Paper.UNKNOWN) -> None:
        """Send a file; its name is what people see. In coded mode one that holds names goes by the server instead."""
        say: Say = self._data["say"]
        way_out: WayOut = self._data["way_out"]
        leaving = await way_out.of(self._data["speaker"], content, name, paper)
        if leaving.way is Way.SERVER:
            told = Screen(say("file-on-server", name=leaving.name), ([Button(say.plain("to-home"), HomeTap())],))
            told = await self._with_standing_row(told)
            await self._bot.send_message(self._chat_id, told.text, reply_markup=told.markup())
            return
        if leaving.way is Way.ARCHIVE:
            caption = say("file-in-archive")
        file = BufferedInputFile(leaving.content, leaving.name)
        row = (await self._with_standing_row(Screen(""))).markup()
        await self._bot.send_document(self._chat_id, file, caption=caption or None, reply_markup=row)

    async def send_voice(self, file_key: str) -> None:
        """Let somebody listen to a voice message the messenger keeps; one it keeps no longer is passed over."""
        try:
            await self._bot.send_voice(self._chat_id, file_key)
        except TelegramBadRequest as refused:
            if "file identifier" not in refused.message and "VOICE_MESSAGES_FORBIDDEN" not in refused.message:
                raise

    async def send_picture(self, content: bytes, caption: str = "") -> None:
        """Send a picture (PNG)."""
        row = (await self._with_standing_row(Screen(""))).markup()
        picture = BufferedInputFile(content, "picture.png")
        await self._bot.send_photo(self._chat_id, picture, caption=caption or None, reply_markup=row)

    async def file_sent(self) -> tuple[str, bytes] | None:
        """Name and content of the document the person sent, if they did (20 MB at most)."""
        document = self.typed.document if self.typed else None
        if document is None:
            return None
        content = await self._bot.download(document)
        return document.file_name or "", content.read() if content else b""

    async def _edit(self, message_id: int, screen: Screen) -> bool:
        try:
            await self._bot.edit_message_text(
                screen.text, chat_id=self._chat_id, message_id=message_id, reply_markup=screen.markup()
            )
        except TelegramBadRequest as refused:
            if "message is not modified" in refused.message:
                return True
            if any(gone in refused.message for gone in _GONE):
                return False
            raise
        return True

    async def _take_away(self, message_id: int) -> None:
        try:
            await self._bot.delete_message(self._chat_id, message_id)
        except (TelegramBadRequest, TelegramForbiddenError):  # older than 48 hours, or gone: its buttons redraw anyway
            return


class ChatFirst(BaseMiddleware):
    """Handlers take the chat where aiogram would hand them the raw event."""

    async def __call__(
        self, handler: Callable[[Any, dict[str, Any]], Awaitable[Any]], event: TelegramObject, data: dict[str, Any]
    ) -> Any:
        """Call the handler with the chat as its first argument."""
        chat = data.pop("chat")
        return await handler(chat, data)
