"""Replaces by home a screen that must not stay in a chat and that nobody has left: no update asks for it, time does."""

from __future__ import annotations

from aiogram import Bot
from aiogram.exceptions import TelegramForbiddenError
from aiogram.types import Update

from bot.live_screens import LiveScreens
from bot.parts import Parts
from handlers.chat import Chat
from handlers.home import home_screen
from locales.words import Say, Words
from services.notices import Notice


class Tidying:
    """Done before the deed of the same notice: a kill in between does it again, which changes nothing."""

    def __init__(self, bot: Bot, parts: Parts, words: Words, screens: LiveScreens) -> None:
        self._bot = bot
        self._parts = parts
        self._words = words
        self._screens = screens

    async def hide(self, notice: Notice) -> None:
        """Put the person's home in its place, silently. Whoever has blocked the bot keeps their chat."""
        found = await self._parts.quiet_screens.overdue(notice)
        if found is None:
            return
        say = Say(self._words, found.speaker.language)
        data = {**self._parts.by_name(), "bot": self._bot, "say": say, "speaker": found.speaker}
        chat = Chat(self._bot, Update(update_id=0), found.speaker.external_id, self._screens, data)
        data["chat"] = chat
        try:
            await chat.tidy(await home_screen(chat, say, found.speaker, self._parts.panels), found.message_id)
        except TelegramForbiddenError:
            await self._parts.quiet_screens.left(found.speaker.account_id)
