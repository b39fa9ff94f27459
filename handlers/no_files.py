"""Where the messenger may see no names, no file, photo or contact is taken in chat: it is not even downloaded."""

from __future__ import annotations

from aiogram import Router
from aiogram.enums import ContentType
from aiogram.filters import Filter
from aiogram.types import Message

from handlers import home
from handlers.chat import Chat
from handlers.questionnaire import turn_screen
from locales.words import Say
from mentoring.people import Speaker
from services.filling import Filling

_MAY_NAME = frozenset(
    {
        *(ContentType.DOCUMENT, ContentType.PHOTO, ContentType.VIDEO, ContentType.AUDIO, ContentType.ANIMATION),
        *(ContentType.VOICE, ContentType.VIDEO_NOTE, ContentType.CONTACT, ContentType.LOCATION, ContentType.VENUE),
    }
)


class FileWhereCoded(Filter):
    """A message that may name somebody without a word of text, in coded mode."""

    async def __call__(self, message: Message, speaker: Speaker) -> bool:
        """Whether so."""
        return speaker.privacy.coded and message.content_type in _MAY_NAME


async def refused(chat: Chat, say: Say, speaker: Speaker, filling: Filling) -> None:
    """Say that it was not opened, above the question it does not answer, or above home."""
    note, turn = say("privacy-file-not-taken"), await filling.resume(speaker)
    if turn is None:
        await chat.call(home.show, note=note)
        return
    await chat.show(turn_screen(say, turn).under(note))


def router() -> Router:
    """Files nobody asked for, in coded mode; after what asks for one, before forms, which take texts."""
    routes = Router(name="no-files")
    routes.message.register(refused, FileWhereCoded())
    return routes
