"""Around every handler: who is speaking, in which language, in which chat; and words for whatever goes wrong."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.exceptions import TelegramForbiddenError
from aiogram.types import TelegramObject, Update

from bot.live_screens import LiveScreens
from handlers import home, troubles
from handlers.chat import Chat
from locales.words import Say, Words
from mentoring.people import Speaker
from mentoring.refusal import Refusal
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
        """Handle one update to the end: every one gets an answer."""
        if not isinstance(event, Update):
            return await handler(event, data)
        if event.my_chat_member is not None:
            reachable = event.my_chat_member.new_chat_member.status not in ("kicked", "left")
            return await self.note_reachable(event.my_chat_member.chat.id, reachable=reachable)
        chat_id = _private_chat(event)
        if chat_id is None:
            return None
        speaker = await self._speaker(chat_id)
        say = Say(self._words, speaker.language)
        bot: Bot = data["bot"]
        chat = Chat(bot, event, chat_id, self._screens, data)
        data.update(speaker=speaker, say=say, chat=chat)
        try:
            if data.get("replayed"):
                return await chat.call(home.show_current)
            return await handler(event, data)
        except AlreadyDone:
            return await chat.call(home.show_current)
        except Refusal as refusal:
            return await troubles.refuse(chat, say, refusal)
        except TelegramForbiddenError:
            return await self.note_reachable(chat_id, reachable=False)
        except Exception:
            log.exception("update %s was not handled", event.update_id)
            return await troubles.apologise(chat, say)
        finally:
            await chat.toast()

    async def note_reachable(self, external_id: int, *, reachable: bool) -> None:
        """Note that an account blocked the bot, or came back."""
        await self._database.work(lambda tx: accounts.mark_reachable(tx, external_id, reachable))

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
