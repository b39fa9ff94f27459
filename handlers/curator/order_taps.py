"""What the buttons of orders and of existing pairs carry."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class OrdersTap(CallbackData, prefix="ord1"):
    """l all orders, g draw one up, a the difference, o one order, f its file, q who signs that they know it, s signed,

    d drop (asked), y drop, c a worker's consent, x the list of pairs as a table, w as a document.
    """

    deed: str = "l"
    id: int = 0


class PairsTap(CallbackData, prefix="exp1"):
    """m the two ways, b a list, t the blank table, y bring in, h one pair by hand."""

    step: str = "m"


class ScansTap(CallbackData, prefix="scn1"):
    """l the scans of an order, a attach one, e no more come, f give one back, d take one away (asked), y take it away."""

    deed: str = "l"
    id: int = 0
