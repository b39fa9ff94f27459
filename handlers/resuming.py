"""«Вы остановились …» on the home screen: every questionnaire that was begun and put aside, with a way on."""

from __future__ import annotations

from handlers.home import Panel
from handlers.question_view import resume_row, stopped_at
from locales.words import Say
from mentoring.people import Speaker
from services.filling import Filling

_SHOWN = 3


async def panel(say: Say, speaker: Speaker, filling: Filling) -> Panel | None:
    """What was begun, latest first. A school's own set-up has a panel of its own."""
    if speaker.person is None or not speaker.set_up:
        return None
    begun = (await filling.begun(speaker))[:_SHOWN]
    if not begun:
        return None
    several = len(begun) > 1
    rows = [resume_row(say, turn, named=several) for turn in begun]
    return Panel(["\n\n".join(stopped_at(say, turn) for turn in begun)], rows)
