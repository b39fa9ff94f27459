"""Around every handler: who is speaking, in which language, in which chat; and words for whatever goes wrong."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.exceptions import TelegramEntityTooLarge, TelegramForbiddenError
from aiogram.types import TelegramObject, Update

from bot.live_screens import LiveScreens
from bot.outgoing import OUT_OF_REACH
from handlers import home, troubles
from handlers.chat import Chat
from locales.words import Say, Words
from mentoring.people import Speaker
from mentoring.refusal import Refusal
from services import calls
from storage import accounts
from storage.database import Database
from storage.inbox import AlreadyDone

log = logging.getLogger(__name__)

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class Conversation(BaseMiddleware):
    """Gives handlers `speaker`, `say` and `chat`; answers only in private chats, or a consent would be shown to a class."""

    def __init__(self, database: Database, words: Words, screens: LiveScreens, language: str) -> None:
        self._database = database
        self._words = words
        self._screens = screens
        self._language = language

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Handle one update to the end: every one gets an answer.

        While the messenger is out of reach nothing can be answered: that failure goes on to whoever may try again.
        """
        if not isinstance(event, Update):
            return await handler(event, data)
        if event.my_chat_member is not None:
            reachable = event.my_chat_member.new_chat_member.status not in ("kicked", "left")
            with suppress(AlreadyDone):
                await self._note_reachable(event.my_chat_member.chat.id, reachable=reachable)
            return None
        chat_id = _private_chat(event)
        if chat_id is None:
            return None
        speaker = await self._speaker(chat_id)
        say = Say(self._words, speaker.language)
        bot: Bot = data["bot"]
        chat = Chat(bot, event, chat_id, self._screens, data)
        data.update(speaker=speaker, say=say, chat=chat)
        try:
            await self._answer(handler, event, data)
        except TelegramForbiddenError:
            await self._note_reachable(chat_id, reachable=False, aside=True)
        with suppress(*OUT_OF_REACH):  # the screen is there: a tap left unanswered stops turning by itself
            await chat.toast()
        return None

    async def _answer(self, handler: Handler, event: Update, data: dict[str, Any]) -> None:
        chat: Chat = data["chat"]
        say: Say = data["say"]
        try:
            if data.get("replayed"):
                await chat.call(home.show_current)
            else:
                await handler(event, data)
        except AlreadyDone:
            await chat.call(home.show_current)
        except Refusal as refusal:
            await troubles.refuse(chat, say, refusal)
        except TelegramForbiddenError:
            raise
        except Exception as failure:
            if isinstance(failure, OUT_OF_REACH) and not isinstance(failure, TelegramEntityTooLarge):
                raise
            log.exception("update %s was not handled", event.update_id)
            await troubles.apologise(chat, say)

    async def _note_reachable(self, external_id: int, *, reachable: bool, aside: bool = False) -> None:
        note = calls.found if reachable else calls.lost
        await self._database.work(lambda tx: note(tx, external_id), aside=aside)

    async def _speaker(self, external_id: int) -> Speaker:
        known = await self._database.read(lambda tx: accounts.speaking(tx, external_id))
        if known is not None:
            return known
        language = self._language
        return await self._database.work(lambda tx: accounts.meet(tx, external_id, language), aside=True)


def _private_chat(update: Update) -> int | None:
    if update.message is not None:
        return update.message.chat.id if update.message.chat.type == "private" else None
    query = update.callback_query
    if query is None:
        return None
    if query.message is not None and query.message.chat.type != "private":
        return None
    return query.from_user.id
