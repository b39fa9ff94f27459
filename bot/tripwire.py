"""The second lock of the coded mode: looks through everything that leaves for surnames, birth dates and phones.

What is found is replaced by the code and an alarm is raised, never silence: the first lock (`mentoring.naming`) ought to
have held it. The alarm says ids and kinds, never the text.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote_plus

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.methods import GetUpdates, Response, TelegramMethod
from aiogram.types import BufferedInputFile, CopyTextButton, InlineKeyboardMarkup, InputPollOption

from bot.leaks import Leak, Leaks
from bot.surnames import Grammar
from services.tripping import Everybody, Tripping

log = logging.getLogger(__name__)

_TEXTS = ("text", "caption", "question", "explanation", "title", "description", "short_description", "name")
_FILES = ("document", "photo", "video", "audio", "animation")
_CALLING = re.compile(r"wa\.me/|whatsapp|viber|t\.me/\+|tel:", re.IGNORECASE)
_LONG_NUMBER = re.compile(r"\d{9,}")
_ASIDE = 0xE000  # signs nobody writes
_LOOKS = 1.0  # seconds between looks whether somebody's name has changed


@dataclass(frozen=True, slots=True)
class _Standing:
    """Whom the tripwire knows, and how far the file had come by then."""

    version: tuple[int, ...]
    everybody: Everybody
    leaks: Leaks | None


class Tripwire(BaseRequestMiddleware):
    """Stands between the bot and the messenger. Where no school is coded it costs a comparison."""

    def __init__(self, tripping: Tripping, months: Callable[[int], tuple[str, ...]], every: float = _LOOKS) -> None:
        self._tripping = tripping
        self._months = months
        self._grammar = Grammar()
        self._standing = _Standing((), Everybody((), frozenset()), None)
        self._looked = float("-inf")
        self._looking = asyncio.Lock()
        self.every = every
        self.tripped: Counter[str] = Counter()

    async def __call__(
        self, make_request: NextRequestMiddlewareType[Any], bot: Bot, method: TelegramMethod[Any]
    ) -> Response[Any]:
        """Make the request with nothing in it that must not leave."""
        if not isinstance(method, GetUpdates):
            leaks = await self._leaks()
            if leaks is not None:
                found = _cleaned(method, leaks)
                if found:
                    await self._alarm(method, found)
        return await make_request(bot, method)

    async def learn(self) -> None:
        """Know everybody before the first tap: 2,000 people take seconds the first time, nobody should wait for that."""
        await self._leaks()

    async def _leaks(self) -> Leaks | None:
        now = asyncio.get_running_loop().time()
        if now - self._looked < self.every:
            return self._standing.leaks
        async with self._looking:
            if now - self._looked >= self.every:
                version, everybody = await self._tripping.guarded(self._standing.version)
                if everybody is not None:
                    self._standing = _Standing(version, everybody, await self._learnt(everybody))
                self._looked = asyncio.get_running_loop().time()
        return self._standing.leaks

    async def _learnt(self, everybody: Everybody) -> Leaks | None:
        if everybody == self._standing.everybody:
            return self._standing.leaks
        if not everybody.people:
            return None
        return await asyncio.to_thread(Leaks, everybody, self._grammar, self._months)

    async def _alarm(self, method: TelegramMethod[Any], found: list[Leak]) -> None:
        kinds = Counter(str(each.kind) for each in found)
        self.tripped.update(kinds)
        people = sorted({person for each in found for person in each.people})
        log.error("the tripwire held back %s of persons %s in %s", dict(kinds), people, type(method).__name__)
        schools = {each.school_id for each in found}
        await self._tripping.note(schools, people)


def _cleaned(method: TelegramMethod[Any], leaks: Leaks) -> list[Leak]:
    """Clean the request in place; returns what was found."""
    found: list[Leak] = []

    def clean(text: str) -> str:
        cleaned, leaked = leaks.cleaned(text)
        found.extend(leaked)
        return cleaned

    for name in _TEXTS:
        text = getattr(method, name, None)
        if isinstance(text, str) and (cleaned := clean(text)) != text:
            setattr(method, name, cleaned)
    for name in _FILES:
        file = getattr(method, name, None)
        if isinstance(file, BufferedInputFile) and file.filename and (cleaned := clean(file.filename)) != file.filename:
            setattr(method, name, BufferedInputFile(file.data, cleaned))
    markup = getattr(method, "reply_markup", None)
    if isinstance(markup, InlineKeyboardMarkup):
        method.reply_markup = _keyboard(markup, clean)  # type: ignore[attr-defined]
    options = getattr(method, "options", None)
    if options:
        method.options = [*_options(options, clean)]  # type: ignore[attr-defined]
    return found


def _keyboard(markup: InlineKeyboardMarkup, clean: Callable[[str], str]) -> InlineKeyboardMarkup:
    changed = False
    rows = []
    for row in markup.inline_keyboard:
        buttons = []
        for button in row:
            update: dict[str, Any] = {}
            if (text := clean(button.text)) != button.text:
                update["text"] = text
            if button.copy_text is not None and (text := clean(button.copy_text.text)) != button.copy_text.text:
                update["copy_text"] = CopyTextButton(text=text)
            if button.url is not None and (url := _url(button.url, clean)) != button.url:
                update["url"] = url
            changed = changed or bool(update)
            buttons.append(button.model_copy(update=update) if update else button)
        rows.append(buttons)
    return InlineKeyboardMarkup(inline_keyboard=rows) if changed else markup


def _url(url: str, clean: Callable[[str], str]) -> str:
    """A link of a button with what must not leave taken out of what its signs stand for.

    A long number is where people meet, not a phone, unless the link is one that calls somebody.
    """
    said, numbers = unquote_plus(url), list[str]()

    def set_aside(number: re.Match[str]) -> str:
        numbers.append(number[0])
        return chr(_ASIDE + len(numbers) - 1)

    masked = said if _CALLING.search(said) else _LONG_NUMBER.sub(set_aside, said)
    cleaned = clean(masked)
    if cleaned == masked:
        return url
    for place, number in enumerate(numbers):
        cleaned = cleaned.replace(chr(_ASIDE + place), number)
    return quote(cleaned, safe=":/?&=#@+,;%")


def _options(options: list[Any], clean: Callable[[str], str]) -> Iterator[Any]:
    for each in options:
        if isinstance(each, InputPollOption):
            yield each.model_copy(update={"text": clean(each.text)})
        else:
            yield clean(each) if isinstance(each, str) else each
