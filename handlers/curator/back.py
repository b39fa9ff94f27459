"""The way back to all sections, which every curator's screen may end with."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from handlers.screen import Button, HomeTap, Row
from locales.words import Say


class SectionsTap(CallbackData, prefix="sec1"):
    """«Все разделы»."""


def ways_back(say: Say) -> Row:
    """The last row of a curator's screen: all sections, home."""
    return [Button(say.plain("sections"), SectionsTap()), Button(say.plain("to-home"), HomeTap())]
