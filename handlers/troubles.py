"""Turns refusals and our own failures into words, and a way on."""

from __future__ import annotations

from handlers.chat import Chat
from handlers.screen import Button, HomeTap, screen
from locales.words import Say
from mentoring.refusal import Refusal


async def refuse(chat: Chat, say: Say, refusal: Refusal) -> None:
    """The programme says no: a pop-up over the screen that was tapped, else a message."""
    if chat.tapped is not None:
        await chat.toast(say.plain(refusal.reason, **refusal.values), alert=True)
        return
    await chat.show_anew(screen(say(refusal.reason, **refusal.values), [Button(say.plain("to-home"), HomeTap())]))


async def apologise(chat: Chat, say: Say) -> None:
    """A mistake of ours; what was answered before is safe."""
    await chat.toast()
    await chat.show_anew(screen(say("trouble-ours"), [Button(say.plain("to-home"), HomeTap())]))
