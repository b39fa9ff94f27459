"""What the buttons of a form carry: short ids, a version in the prefix, never a name."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class OptionTap(CallbackData, prefix="qo1"):
    """A tapped option: the draft, the question's and the option's place."""

    draft: int
    question: int
    option: int


class StepTap(CallbackData, prefix="qs1"):
    """A button of the bottom row, of the review or of «Вы остановились»: see `Move`."""

    draft: int
    question: int
    step: str


class Move:
    """What a `StepTap` asks for."""

    BACK = "b"
    SKIP = "s"
    LATER = "l"
    GO_ON = "g"
    EDIT = "e"  # from the review
    TO_REVIEW = "v"
    PAGE = "p"  # of the review: the page stands where the question would
    SEND = "y"
    RESUME = "r"
    ANEW = "n"


class PickTap(CallbackData, prefix="qp1", sep="|"):
    """A date or time picked from a keyboard."""

    draft: int
    question: int
    value: str


class LeafTap(CallbackData, prefix="ql1", sep="|"):
    """Another leaf of a picker (a month, a year, years) or of a long list of options."""

    draft: int
    question: int
    leaf: str
