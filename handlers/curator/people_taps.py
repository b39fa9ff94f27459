"""Buttons of the curator's lists of people and of their cards."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class PeopleTap(CallbackData, prefix="ppl1"):
    """A page of a list: its filters' code, which way from which person; `found`: what was searched for by name.

    `into` is a person into whom the one to be tapped will be merged.
    """

    where: str = ""
    go: str = "n"
    key: int = 0
    found: int = 0
    into: int = 0


class FilterTap(CallbackData, prefix="ppf1"):
    """The screen of filters, with these chosen."""

    where: str = ""


class LevelTap(CallbackData, prefix="ppk1"):
    """Choose a class: levels first (0), then the letters of one."""

    where: str = ""
    level: int = 0


class FindTap(CallbackData, prefix="pps1"):
    """Search by name; `into` as in a list."""

    into: int = 0


class PersonTap(CallbackData, prefix="prs1"):
    """A person's card; `where` is the list it was opened from."""

    person: int
    where: str = ""


class CardTap(CallbackData, prefix="pra1"):
    """Something to do about a person, by a word of its own."""

    person: int
    deed: str
    value: int = 0


class AddTap(CallbackData, prefix="pad1"):
    """Add a person by hand."""


class OwingTap(CallbackData, prefix="ppo1"):
    """«Кто не сдал» by class; the sheet to print; `first` is the place of the first class of the page."""

    sheet: int = 0
    first: int = 0


class NudgeTap(CallbackData, prefix="ppn1"):
    """Remind one person, a list, or everyone who owes; first how many, then `sure`."""

    person: int = 0
    where: str = ""
    sure: int = 0


class CompareTap(CallbackData, prefix="ppm1"):
    """Two entries side by side, the first of which will be kept; `sure` merges them."""

    kept: int
    other: int
    sure: int = 0


class AboutTap(CallbackData, prefix="tha1"):
    """What adults say about a mentee; `ask`: a party to be asked, or «all»."""

    person: int
    ask: str = ""


class RemoveTap(CallbackData, prefix="ppr1"):
    """Take a person out of the lists; first what it means, then `sure`."""

    person: int
    sure: int = 0
