"""A local stand-in for Telegram's Bot API, with a page of phones: rehearsal and tests."""

from simulator.chats import Chat, Document, Message, Toast
from simulator.faults import Faults
from simulator.keyboards import Button
from simulator.limits import Limits
from simulator.people import NotOnScreen, User
from simulator.queries import Tap
from simulator.telegram import Call, Telegram

__all__ = [
    "Button",
    "Call",
    "Chat",
    "Document",
    "Faults",
    "Limits",
    "Message",
    "NotOnScreen",
    "Tap",
    "Telegram",
    "Toast",
    "User",
]
