"""A voice message: kept with the meeting whose entry is being written; anywhere else a sentence says what to do instead."""

from __future__ import annotations

from aiogram import Router
from aiogram.enums import ContentType
from aiogram.filters import Filter
from aiogram.types import Message

from handlers import diary, home
from handlers.chat import Chat
from handlers.questionnaire import turn_screen
from locales.words import Say
from mentoring.meetings import MeetingState
from mentoring.people import Speaker
from mentoring.refusal import Refusal
from services.filling import Filling
from services.meeting_records import MeetingRecords


class Spoken(Filter):
    """A voice message."""

    async def __call__(self, message: Message) -> bool:
        """Whether so."""
        return message.content_type == ContentType.VOICE


async def spoken(chat: Chat, say: Say, speaker: Speaker, meeting_records: MeetingRecords, filling: Filling) -> None:
    """Keep it with a meeting, or say why not; then on with whatever was on the screen."""
    voice = chat.typed.voice if chat.typed else None
    if voice is None:
        return
    view, note = None, say("voice-nowhere")
    try:
        view = await meeting_records.keep_voice(speaker, voice.file_id, voice.duration)
    except Refusal as refused:
        note = say(refused.reason)
    if view is not None:
        note = say("voice-kept", when=say.moment(view.starts))
    turn = await filling.resume(speaker)
    if turn is not None:
        await chat.show(turn_screen(say, turn).under(note))
    elif view is not None and view.record.meeting.state is not MeetingState.PLANNED:
        await chat.show(diary.entry_screen(say, speaker, view).under(note))
    else:
        await chat.call(home.show, note=note)


def router() -> Router:
    """Voice messages: before files and forms, which take none."""
    routes = Router(name="voices")
    routes.message.register(spoken, Spoken())
    return routes
