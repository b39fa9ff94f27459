"""What the buttons of cases carry: ids and a place in a list, never names."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class CasesTap(CallbackData, prefix="cas1"):
    """Those without a pair, of a form or of all, from a place on."""

    form: str = ""
    at: int = 0


class CaseTap(CallbackData, prefix="csc1"):
    """One case: s show, g to whom it may be given, p when to try again, d what was done, w in words, x no mentor wanted, y yes."""

    deed: str
    case: int


class PlaceTap(CallbackData, prefix="csm1"):
    """Ask this mentor for one more place."""

    case: int
    mentor: int


class GiveTap(CallbackData, prefix="csg1"):
    """Hand over to this adult: what for is asked next."""

    case: int
    person: int
    care: str = ""


class TryTap(CallbackData, prefix="cst1"):
    """The next try is in so many days; 0: no date."""

    case: int
    days: int


class MarkTap(CallbackData, prefix="csd1"):
    """This was done."""

    case: int
    kind: str
