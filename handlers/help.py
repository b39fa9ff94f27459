"""`/help` by what a person is, and `/language`: the interface in Russian or English."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData

from handlers import commands, home
from handlers.chat import Chat
from handlers.screen import Button, HomeTap, screen
from locales.words import LANGUAGES, Say
from mentoring.concerns import may_say
from mentoring.people import STAFF_ROLES, Role, Speaker
from mentoring.refusal import NotYours
from services.speakers import Speakers

_TOLD = (Role.CURATOR, Role.MENTOR, Role.MENTEE, Role.GUARDIAN)  # in this order; other staff are told as one


class LanguageTap(CallbackData, prefix="lng1"):
    """One language."""

    language: str


async def helped(chat: Chat, say: Say, speaker: Speaker, bot: Bot) -> None:
    """`/help`: for everything the person is, what can be done here; then what anyone can."""
    parts = [say(f"help-{role}") for role in _TOLD if role in speaker.roles]
    if not speaker.roles.isdisjoint(STAFF_ROLES) and Role.CURATOR not in speaker.roles:
        parts.append(say("help-staff"))
    if may_say(speaker.person):
        parts.append(say("help-uneasy"))
    if speaker.person is None:
        parts.append(say("help-stranger"))
    await chat.show(screen("\n\n".join([*parts, say("help-everyone")]), [Button(say.plain("to-home"), HomeTap())]))
    await commands.offer(bot, say, speaker)


async def language_asked(chat: Chat, say: Say) -> None:
    """`/language`."""
    buttons = [
        Button(("\u2705 " if each == say.language else "") + say.plain(f"language-{each}"), LanguageTap(language=each))
        for each in LANGUAGES
    ]
    await chat.show(screen(say("language-ask"), buttons, [Button(say.plain("to-home"), HomeTap())]))


async def language_chosen(
    chat: Chat, say: Say, speaker: Speaker, callback_data: LanguageTap, speakers: Speakers, bot: Bot
) -> None:
    """The interface speaks another language from now on."""
    if callback_data.language not in LANGUAGES:
        raise NotYours
    await speakers.speak_language(speaker, callback_data.language)
    now = Say(say.words, callback_data.language)
    await chat.call(home.show, say=now, note=now("language-changed"))
    await commands.offer(bot, now, speaker)


def router() -> Router:
    """/help, /language."""
    routes = Router(name="help")
    routes.message.register(helped, Command("help"))
    routes.message.register(language_asked, Command("language"))
    routes.callback_query.register(language_chosen, LanguageTap.filter())
    return routes
