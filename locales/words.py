"""Finds the words: a message's id and its parameters in, a sentence in the person's language out."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from functools import cache
from html import escape
from importlib import resources
from typing import Any

from fluent_compiler.bundle import FluentBundle

LANGUAGES = ("ru", "en")


class Markup(str):
    """Text that is already HTML and is not to be escaped again."""

    __slots__ = ()


class Words:
    """All words of all languages; a language is compiled once, when it is first spoken (a second for 1,000 messages)."""

    def __init__(self, texts: Mapping[str, Iterable[str]]) -> None:
        self._texts = {language: tuple(texts[language]) for language in texts}
        self._bundles: dict[str, FluentBundle] = {}

    @classmethod
    def shipped(cls) -> Words:
        """The words that come with the programme."""
        return _shipped()

    def say(self, message_id: str, language: str = "ru", **values: Any) -> Markup:
        """The sentence as HTML: text parameters are escaped, a `Markup` one is not.

        Raises LookupError for an unknown id, a missing parameter or a broken entry: a mistake of ours, never shown.
        """
        safe = {
            name: escape(value, quote=False) if isinstance(value, str) and not isinstance(value, Markup) else value
            for name, value in values.items()
        }
        return Markup(self.plain(message_id, language, **safe))

    def plain(self, message_id: str, language: str = "ru", **values: Any) -> str:
        """The sentence with its parameters as they are: for buttons, pop-ups, files and papers."""
        text, errors = self._bundle(language).format(message_id, {k: _fluent(v) for k, v in values.items()})
        if errors:
            raise LookupError(f"{language}:{message_id}: {errors[0]!r}")
        return str(text)

    def knows(self, message_id: str, language: str = "ru") -> bool:
        """Whether there are words for this id."""
        return bool(self._bundle(language).has_message(message_id))

    def learn(self) -> None:
        """Compile every language now: nobody is to wait for it who speaks one first."""
        for language in self._texts:
            self._bundle(language)

    def months(self, month: int) -> tuple[str, ...]:
        """How a month is spelt in a date, in every language."""
        return tuple(self.plain(each, lang, month=month) for lang in LANGUAGES for each in ("month-of", "month-name"))

    def _bundle(self, language: str) -> FluentBundle:
        if language not in self._bundles:
            whole = "\n\n".join(self._texts[language])
            with _no_garbage():
                self._bundles[language] = FluentBundle.from_string(language, whole, use_isolating=False)
        return self._bundles[language]


@contextmanager
def _no_garbage() -> Iterator[None]:
    """While thousands of messages are compiled nothing becomes garbage, and looking for it takes a third of the time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _fluent(value: Any) -> Any:
    return str(value) if isinstance(value, str) else value


@cache
def _shipped() -> Words:
    return Words({language: texts(language).values() for language in LANGUAGES})


def texts(language: str) -> dict[str, str]:
    """The Fluent files of a language by name."""
    folder = resources.files("locales").joinpath(language)
    return {
        file.name: file.read_text(encoding="utf-8")
        for file in sorted(folder.iterdir(), key=lambda file: file.name)
        if file.name.endswith(".ftl")
    }


class Say:
    """The words in one person's language: called for HTML, `plain` for buttons and pop-ups."""

    __slots__ = ("language", "words")

    def __init__(self, words: Words, language: str) -> None:
        self.words = words
        self.language = language

    def __call__(self, message_id: str, **values: Any) -> Markup:
        """The sentence as HTML, text parameters escaped."""
        return self.words.say(message_id, self.language, **values)

    def plain(self, message_id: str, **values: Any) -> str:
        """The sentence as it is."""
        return self.words.plain(message_id, self.language, **values)

    def day(self, day: date) -> str:
        """«вт 9 февраля»: a day as people say it, its year only where it is not obvious."""
        return self.plain("day-long", weekday=day.isoweekday(), day=day.day, month=day.month)

    def date(self, day: date) -> str:
        """«9 февраля 2027»."""
        return self.plain("date-long", day=day.day, month=day.month, year=str(day.year))

    def moment(self, local: datetime) -> str:
        """«вт 9 февраля, 15:00», of a time in the school's zone."""
        return f"{self.day(local.date())}, {local:%H:%M}"
