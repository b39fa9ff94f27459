"""What else hangs on «Анкеты» and on one questionnaire's screen: a topic adds its line here."""

from __future__ import annotations

from collections.abc import Callable

from aiogram.filters.callback_data import CallbackData

from handlers.curator.asking import AskingTap, OwnTap
from handlers.curator.poll import PollsTap
from handlers.paper_taps import PaperFormsTap, print_line

SectionLine = tuple[str, CallbackData]
"""Words of the button, and what it opens."""

CardLine = Callable[[str], SectionLine | None]
"""The line for a questionnaire by its key; None where it has no place."""

SECTION_LINES: tuple[SectionLine, ...] = (
    ("polls-section", PollsTap()),
    ("asking-section", AskingTap()),
    ("curator-own-section", OwnTap()),
    ("paper-forms-section", PaperFormsTap()),
)  # under the list of questionnaires
CARD_LINES: tuple[CardLine, ...] = (print_line,)  # on the screen of one
