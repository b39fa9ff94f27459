"""What the buttons of questionnaires on paper carry."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from services.paper_blanks import PRINTED


class PapersTap(CallbackData, prefix="pps2"):
    """A person's questionnaires on paper."""

    person: int


class EnterTap(CallbackData, prefix="pen1"):
    """Enter a questionnaire of a person from paper."""

    person: int
    form: str
    about: int


class PrintTap(CallbackData, prefix="pfp1"):
    """Print a questionnaire of a person."""

    person: int
    form: str
    about: int


class PaperFormsTap(CallbackData, prefix="ppf2"):
    """Questionnaires on paper: l when they are asked (or those of one time), f one and for whom, e print empty, c for the class of somebody (id), n for
    those without a phone.
    """

    step: str = "l"
    form: str = ""
    id: int = 0


class HelpersTap(CallbackData, prefix="pph1"):
    """Who enters answers from paper; with a person, name them or take it back."""

    person: int = 0


def print_line(key: str) -> tuple[str, CallbackData] | None:
    """«Напечатать бланк» on the screen of a questionnaire, for those that can be entered from paper."""
    return ("paper-forms-print", PaperFormsTap(step="f", form=key)) if key.startswith(PRINTED) else None
