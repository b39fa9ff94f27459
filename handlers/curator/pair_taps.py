"""What the curator's buttons about pairs at work carry."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from services.pairs_watch import Which


class WatchTap(CallbackData, prefix="pwl1"):
    """A list of pairs, from the one after this id."""

    which: Which = Which.ALL
    after: int = 0


class FindPairTap(CallbackData, prefix="pwf1"):
    """«Найти»: a pair by the name of somebody in it."""


class GlanceTap(CallbackData, prefix="pwg1"):
    """A page of the picture."""

    page: int = 0


class WatchPairTap(CallbackData, prefix="pwp1"):
    """One pair."""

    match: int


class EarlierTap(CallbackData, prefix="pwe1"):
    """A pair's timeline further down: after the entry of this moment (microseconds), source and id."""

    match: int
    at: int
    source: int
    id: int


class MoreTap(CallbackData, prefix="pwm1"):
    """«Ещё»: what is seldom done about a pair."""

    match: int


class SettleTap(CallbackData, prefix="pws1"):
    """The curator has found out whether a meeting took place."""

    meeting: int
    held: bool


class NudgeTap(CallbackData, prefix="pwn1"):
    """Remind the mentor of a pair without a meeting."""

    match: int
