"""What the buttons of orders and of existing pairs carry."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class OrdersTap(CallbackData, prefix="ord1"):
    """l all orders, g draw one up, o one order, f its file, s signed, d drop (asked), y drop, c a worker's consent."""

    deed: str = "l"
    id: int = 0


class PairsTap(CallbackData, prefix="exp1"):
    """m the two ways, b a list, t the blank table, y bring in, h one pair by hand."""

    step: str = "m"
