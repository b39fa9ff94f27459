"""How a notice looks in chat: a sentence, and buttons one can act with."""

from __future__ import annotations

from collections.abc import Callable

from handlers.screen import Screen
from locales.words import Say
from services.notices import Notice, Values

View = Callable[[Say, Values, Notice], Screen]
