"""What the buttons of questions to a draft carry: ids only, never names."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class QuestionTap(CallbackData, prefix="mqa1"):
    """An answer: w why not these two, p one more place, a these two allowed, e the mentee leaves, r the mentor leaves.

    i: «Что если», the ways to ask.
    """

    deed: str
    run: int
    mentee: int = 0
    mentor: int = 0


class WhoTap(CallbackData, prefix="mqp1"):
    """Whom the question is about, page by page; `stage` is the step of choosing, `key` the person the page lies from."""

    stage: int
    run: int
    mentee: int = 0
    go: str = "n"
    key: int = 0


class SeekTap(CallbackData, prefix="mqs1"):
    """The same by a part of a name."""

    stage: int
    run: int
    mentee: int = 0
