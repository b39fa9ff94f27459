"""What the buttons of matching carry: ids and a place in a list, never names."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class MatchingTap(CallbackData, prefix="mtf1"):
    """The section, or the draft of one form; `redo` computes it again."""

    form: str = ""
    redo: int = 0


class PairTap(CallbackData, prefix="mtp1"):
    """A proposed pair by its place among those left."""

    run: int
    at: int


class DeedTap(CallbackData, prefix="mtd1"):
    """What is decided about the pair that a draft has for a mentee: c confirm, b never together, p pin, u unpin."""

    deed: str
    run: int
    mentee: int


class AllTap(CallbackData, prefix="mta1"):
    """Confirm all that is left: asked first, then sure."""

    run: int
    sure: int = 0


class LeftTap(CallbackData, prefix="mtl1"):
    """Those without a pair, from a place on."""

    run: int
    at: int


class ChoiceTap(CallbackData, prefix="mtc1"):
    """Mentors for one mentee, from a place on."""

    mentee: int
    at: int


class HandTap(CallbackData, prefix="mth1"):
    """These two by hand: a asked, y yes, p pin, u lift the ban."""

    deed: str
    mentee: int
    mentor: int


class ConfirmedTap(CallbackData, prefix="mtk1"):
    """Confirmed pairs, after an id."""

    after: int = 0


class MemberTap(CallbackData, prefix="mtm1"):
    """One confirmed pair: s show, u undo (asked first), y yes."""

    deed: str
    member: int
