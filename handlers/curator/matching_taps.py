"""What the buttons of matching carry: ids and a place in a list, never names."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class MatchingTap(CallbackData, prefix="mtf1"):
    """The section, or the draft of one form; `redo` computes it again."""

    form: str = ""
    redo: int = 0


class MoreTap(CallbackData, prefix="mto1"):
    """What else there is to a draft; `kept`: it keeps to an earlier one."""

    form: str
    run: int
    kept: int


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
    """Confirm all that is left: asked first, then sure, with how many it was asked about."""

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


class GroupTap(CallbackData, prefix="mtg1"):
    """A proposed group: c confirm it whole (of a mentor); s one of it, x take them out (of a mentee)."""

    deed: str
    run: int
    who: int


class BanTap(CallbackData, prefix="mtb1"):
    """«Не сводить» for the pair a draft has for a mentee, with the reason by its place among the choices."""

    run: int
    mentee: int
    reason: int


class WishesTap(CallbackData, prefix="mtw1"):
    """Bans and pins, older than an id."""

    form: str
    after: int = 0


class WishTap(CallbackData, prefix="mtv1"):
    """One of them: s show, u take back (asked first), y yes, w say why."""

    deed: str
    wish: int
    form: str


class HistoryTap(CallbackData, prefix="mtx1"):
    """Of a draft: a about it, c what it changed (from a place on), v computed once more."""

    what: str
    run: int
    at: int = 0


class RulesTap(CallbackData, prefix="mrl1"):
    """Rules of a form: empty all, c a criterion, l its level, g the smallest group, m the cap, s a switch, r the usual ones.

    `at` is what by its place, `value` what it becomes (-1: show the choices), on which revision.
    """

    form: str
    step: str = ""
    at: int = 0
    value: int = -1
    revision: int = 0


class KnobTap(CallbackData, prefix="mrk1"):
    """More pairs or better ones, on which revision of the rules."""

    form: str
    knob: int
    revision: int
