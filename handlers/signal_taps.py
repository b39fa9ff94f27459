"""What a side's quiet words to the curators carry."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class SilentTap(CallbackData, prefix="sgs1"):
    """«Не отвечает»; a mentor of a group says who (`person`)."""

    match: int
    person: int = 0


class NoContactTap(CallbackData, prefix="sgc1"):
    """«Со мной ещё не связались»."""

    match: int
