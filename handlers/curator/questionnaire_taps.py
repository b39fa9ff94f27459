"""Taps of «Анкеты»."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from handlers.screen import Button, Row
from locales.words import Say


class QuestionnairesTap(CallbackData, prefix="qns1"):
    """«Анкеты»; `group`: those asked at one time."""

    group: str = ""


class QuestionnaireTap(CallbackData, prefix="qnr1"):
    """One of them by its key: c its card, x take as Excel, u send one's own, t try out, e end that, b back, m measures."""

    step: str
    key: str


class VersionTap(CallbackData, prefix="qnv1"):
    """A version that was brought: t try out, f put in force, d drop."""

    step: str
    id: int


def trial_rows(say: Say, version_id: int, *, again: bool = False) -> list[Row]:
    """What can be done with a version that was brought."""

    def button(words: str, step: str) -> Button:
        return Button(say.plain(words), VersionTap(step=step, id=version_id))

    tries = [[button("questionnaires-try", "t")]] if again else []
    return [*tries, [button("questionnaires-put", "f"), button("questionnaires-drop", "d")]]
