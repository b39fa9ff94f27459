"""The quiet row that stands below every screen of whoever studies: «Мне неспокойно»; added here and nowhere else."""

from __future__ import annotations

from dataclasses import replace

from handlers.screen import Button, Screen, UneasyTap
from locales.words import Say
from mentoring.concerns import may_say
from mentoring.people import Person


def with_standing_row(say: Say, screen: Screen, person: Person | None) -> Screen:
    """The screen as this person is shown it."""
    if screen.quiet or not may_say(person):
        return screen
    return replace(screen, rows=(*screen.rows, [Button(say.plain("concern-row"), UneasyTap())]))
