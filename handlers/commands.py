"""The list of commands a phone offers: everyone's, and more in a curator's own chat; in the person's language."""

from __future__ import annotations

import logging

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BotCommand, BotCommandScopeChat, BotCommandScopeDefault

from locales.words import LANGUAGES, Say, Words
from mentoring.people import STAFF_ROLES, Role, Speaker

log = logging.getLogger(__name__)

EVERYONE = ("menu", "help", "notices", "language", "privacy", "cancel")
STAFF = ("menu", "roadmap", "help", "notices", "language", "privacy", "cancel")
CURATOR = (
    *("today", "people", "match", "pairs", "roadmap", "invite", "export", "broadcast"),
    *("menu", "help", "notices", "language", "privacy", "cancel"),
)


def commands_of(speaker: Speaker) -> tuple[str, ...]:
    """The commands of this person, by what they are."""
    if Role.CURATOR in speaker.roles:
        return CURATOR
    return EVERYONE if speaker.roles.isdisjoint(STAFF_ROLES) else STAFF


async def offer_everyone(bot: Bot, words: Words) -> None:
    """At the start: what any phone offers, by its own language; Russian where there are no words."""
    for language in LANGUAGES:
        say = Say(words, language)
        code = None if language == LANGUAGES[0] else language
        try:
            await bot.set_my_commands(_listed(say, EVERYONE), scope=BotCommandScopeDefault(), language_code=code)
        except TelegramAPIError as failure:  # the list is a convenience: without it the bot works
            log.warning("the list of commands was not taken: %s", type(failure).__name__)
            return


async def offer(bot: Bot, say: Say, speaker: Speaker) -> None:
    """What this person's chat offers from now on."""
    scope = BotCommandScopeChat(chat_id=speaker.external_id)
    try:
        await bot.set_my_commands(_listed(say, commands_of(speaker)), scope=scope)
    except TelegramAPIError as failure:
        log.warning("the commands of a chat were not taken: %s", type(failure).__name__)


def _listed(say: Say, names: tuple[str, ...]) -> list[BotCommand]:
    return [BotCommand(command=name, description=say.plain(f"command-{name}")) for name in names]
