"""Finds the words: a message's id and its parameters in, a sentence in the person's language out."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from functools import cache
from html import escape
from importlib import resources
from typing import Any

from fluent_compiler.bundle import FluentBundle

LANGUAGES = ("ru", "en")

_ENTRY = re.compile(r"^(?=-?[a-zA-Z][\w-]*\s*=)", re.MULTILINE)  # where a message or a term begins
_NAME = re.compile(r"(-?[a-zA-Z][\w-]*)\s*=")
_SPOKEN_OF = re.compile(r"\{\s*(-?[a-zA-Z][\w-]*)")  # messages and terms; what else it finds is in no file


class Markup(str):
    """Text that is already HTML and is not to be escaped again."""

    __slots__ = ()


class Words:
    """All words of all languages; a file of them is compiled when one of its messages is first said (0.1 s)."""

    def __init__(self, texts: Mapping[str, Iterable[str]]) -> None:
        self._tongues = {language: _Tongue(language, texts[language]) for language in texts}

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
        bundle = self._tongues[language].bundle_with(message_id)
        text, errors = bundle.format(message_id, {k: _fluent(v) for k, v in values.items()})
        if errors:
            raise LookupError(f"{language}:{message_id}: {errors[0]!r}")
        return str(text)

    def knows(self, message_id: str, language: str = "ru") -> bool:
        """Whether there are words for this id."""
        return self._tongues[language].knows(message_id)

    def learn(self) -> Iterator[None]:
        """Compile everything, a file at every step: whoever speaks first is not to wait for it."""
        for tongue in self._tongues.values():
            yield from tongue.learn()

    def months(self, month: int) -> tuple[str, ...]:
        """How a month is spelt in a date, in every language."""
        return tuple(self.plain(each, lang, month=month) for lang in LANGUAGES for each in ("month-of", "month-name"))


class _Tongue:
    """One language: every file a bundle of its own, with the messages of other files that its messages speak of."""

    def __init__(self, language: str, files: Iterable[str]) -> None:
        self._language = language
        self._entries: dict[str, str] = {}
        self._file_of: dict[str, int] = {}
        self._bundles: dict[int, FluentBundle] = {}
        for number, text in enumerate(files):
            for entry in _ENTRY.split(text):
                if name := _NAME.match(entry):
                    self._entries[name[1]] = entry
                    self._file_of[name[1]] = number

    def knows(self, message_id: str) -> bool:
        """Whether a file has it."""
        return message_id in self._entries

    def bundle_with(self, message_id: str) -> FluentBundle:
        """The compiled file that has it. Raises LookupError when none has."""
        number = self._file_of.get(message_id)
        if number is None:
            raise LookupError(f"{self._language}:{message_id}: there are no such words")
        return self._bundles.get(number) or self._compiled(number)

    def learn(self) -> Iterator[None]:
        """Compile what is not compiled yet, file by file."""
        for number in sorted(set(self._file_of.values())):
            if number not in self._bundles:
                self._compiled(number)
                yield

    def _compiled(self, number: int) -> FluentBundle:
        wanted = [name for name, file in self._file_of.items() if file == number]
        taken = dict.fromkeys(wanted)
        while wanted:
            spoken_of = _SPOKEN_OF.findall(self._entries[wanted.pop()])
            fresh = [name for name in spoken_of if name in self._entries and name not in taken]
            taken.update(dict.fromkeys(fresh))
            wanted += fresh
        whole = "\n".join(self._entries[name] for name in taken)
        with _no_garbage():
            bundle = FluentBundle.from_string(self._language, whole, use_isolating=False)
        self._bundles[number] = bundle
        return bundle


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
