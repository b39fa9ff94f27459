"""A screen is one message: where I am, the one thing that matters, then buttons with verbs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from aiogram.filters.callback_data import CallbackData
from aiogram.types import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup

_WIDEST = 4  # buttons in a row that a phone still shows with their words


class HomeTap(CallbackData, prefix="home1"):
    """«В начало», «‹ Меню»."""


class UneasyTap(CallbackData, prefix="une1"):
    """«Мне неспокойно»: stands on every pupil's screen."""


class NothingTap(CallbackData, prefix="none1"):
    """A button that only says something: the page number, the name of a month."""


@dataclass(frozen=True, slots=True)
class Button:
    """A button: what it says, and what a tap carries (short ids and a version, never names: 64 bytes)."""

    text: str
    tap: CallbackData | None = None
    url: str = ""
    copy: str = ""

    def key(self) -> InlineKeyboardButton:
        """The button as the messenger takes it."""
        if self.url:
            return InlineKeyboardButton(text=self.text, url=self.url)
        if self.copy:
            return InlineKeyboardButton(text=self.text, copy_text=CopyTextButton(text=self.copy[:256]))
        return InlineKeyboardButton(text=self.text, callback_data=(self.tap or NothingTap()).pack())


Row = Sequence[Button]


@dataclass(frozen=True, slots=True)
class Screen:
    """A message's text (HTML) and its rows of buttons.

    A `quiet` one does not stay: whatever comes next takes its place, and after some minutes home does by itself.
    """

    text: str
    rows: tuple[Row, ...] = ()
    quiet: bool = False

    def markup(self) -> InlineKeyboardMarkup | None:
        """The buttons as the messenger takes them; empty rows are left out."""
        rows = [[button.key() for button in row] for row in self.rows if row]
        return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None

    def under(self, line: str) -> Screen:
        """The same screen with a line above it: what has just happened, or why not."""
        return replace(self, text=f"{line}\n\n{self.text}")


def screen(text: str, *rows: Row) -> Screen:
    """A screen from its rows."""
    return Screen(text, tuple(rows))


def grid(buttons: Iterable[Button], columns: int = 2) -> list[Row]:
    """Buttons in rows of so many."""
    every = list(buttons)
    columns = min(columns, _WIDEST + 4)
    return [every[at : at + columns] for at in range(0, len(every), columns)]


def fitting(buttons: Iterable[Button], width: int = 26) -> list[Row]:
    """Buttons in rows of two where both fit a phone's width (in letters), else one a row."""
    rows: list[list[Button]] = []
    for button in buttons:
        last = rows[-1] if rows else []
        if len(last) == 1 and max(len(last[0].text), len(button.text)) * 2 <= width:
            last.append(button)
        else:
            rows.append([button])
    return list(rows)
