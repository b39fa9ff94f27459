"""The buttons of the screens where a curator says who a child's guardians are."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class FamilyTap(CallbackData, prefix="fam1"):
    """l those who wait (after a child's id), p a child's guardians, y confirmed, a confirmed from the admission card,
    n asks about «не вправе решать», N really.
    """

    step: str
    child: int = 0
    guardian: int = 0
