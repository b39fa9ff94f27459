"""Buttons of group meetings, for curators; other screens lead here by them."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from services.attendance import Go


class GatheringsTap(CallbackData, prefix="gat1"):
    """The group meetings of a form, or of all."""

    form: str = ""


class GatheringTap(CallbackData, prefix="gth1"):
    """One of them: v see it, i invite, p places, e where an earlier one was (`other`), w another place, o off, f off for
    sure, a ask for preferences."""

    gathering: int
    do: str = "v"
    other: int = 0


class WhenTap(CallbackData, prefix="gtw1", sep="|"):
    """A time for a new group meeting of a form (`gathering` 0) or for one: '', a month, a day, a day and hour."""

    form: str
    gathering: int
    leaf: str = ""


class CameTap(CallbackData, prefix="gtc1"):
    """A page of those invited; `guest`: this one came, or did not; `everyone`: all came."""

    gathering: int
    go: Go = Go.AT
    key: int = 0
    guest: int = 0
    everyone: bool = False


class MinutesTap(CallbackData, prefix="min1"):
    """The minutes of a group meeting: v see them, f the file, t agenda and decisions, s number and date."""

    gathering: int
    do: str = "v"
