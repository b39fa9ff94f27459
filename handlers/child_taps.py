"""What the buttons of a parent about a child carry."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class ChildTap(CallbackData, prefix="chw1"):
    """The window of a child."""

    child: int


class HearTap(CallbackData, prefix="chh1"):
    """Hear of the child's meetings, or no longer."""

    child: int
    meetings: bool


class ChildPlanTap(CallbackData, prefix="chl1"):
    """The plan of a child, or their path, as a whole; `at`: a page."""

    member: int
    kind: str
    at: int = 0


class ChildPairTap(CallbackData, prefix="chp1"):
    """A child's pair: s see it, r its rules, o object."""

    member: int
    deed: str = "s"
