"""What else hangs on «Анкеты» and on one questionnaire's screen: a topic adds its line here."""

from __future__ import annotations

from collections.abc import Callable

from aiogram.filters.callback_data import CallbackData

SectionLine = tuple[str, CallbackData]
"""Words of the button, and what it opens."""

CardLine = Callable[[str], SectionLine | None]
"""The line for a questionnaire by its key; None where it has no place."""

SECTION_LINES: tuple[SectionLine, ...] = ()  # under the list of questionnaires
CARD_LINES: tuple[CardLine, ...] = ()  # on the screen of one
