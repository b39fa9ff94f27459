"""What a text lets out of the coded mode: surnames, birth dates, phones, and the same text without them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.surnames import Grammar, Surnames
from mentoring.private_text import phones
from storage.guarded import Everybody, Named

_HIDDEN = "\u2022\u2022\u2022"
_TAGS = re.compile("<[^>]*>|&[a-z]+;|&#\\w+;")
_DIGIT_DATE = re.compile(r"(?<!\d)(\d{1,4})([./-])(\d{1,2})\2(\d{2,4})(?!\d)")
_WORD_DATE = re.compile(r"(?<!\d)(\d{1,2})\s+([^\W\d_]+),?\s+(\d{4})(?!\d)")


class LeakKind(StrEnum):
    """What was let out."""

    SURNAME = "surname"
    BIRTHDAY = "birthday"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Leak:
    """One find: its kind, whose it is (ids), in which school."""

    kind: LeakKind
    people: tuple[int, ...]
    school_id: int


class Leaks:
    """Finds leaks and mends them. Building it for 2,000 people takes seconds the first time: not on the loop."""

    def __init__(self, everybody: Everybody, grammar: Grammar, months: Callable[[int], tuple[str, ...]]) -> None:
        self._surnames = Surnames((each for each in everybody.people if each.family), grammar)
        self._schools = {each.person_id: each.school_id for each in everybody.people}
        self._school = next(iter(self._schools.values()), 0)
        self._born: dict[date, list[Named]] = {}
        for each in everybody.people:
            if each.born is not None:
                self._born.setdefault(each.born, []).append(each)
        self._months = {word.casefold(): month for month in range(1, 13) for word in months(month)}
        words = sorted((each for each in everybody.open_words if each), key=len, reverse=True)
        self._open = re.compile("|".join(map(re.escape, words))) if words else None

    def cleaned(self, text: str) -> tuple[str, list[Leak]]:
        """The text (HTML or plain) with codes in place of what must not leave, and what that was."""
        seen = _TAGS.sub(lambda tag: "\0" * len(tag[0]), text)
        if self._open is not None:
            seen = self._open.sub(lambda known: "\0" * len(known[0]), seen)
        found: list[tuple[int, int, str, Leak]] = []
        for hit in self._surnames.found(seen):
            leak = Leak(LeakKind.SURNAME, hit.people, self._schools.get(hit.people[0], self._school))
            found.append((hit.start, hit.end, hit.code or _HIDDEN, leak))
        if any(sign.isdigit() for sign in seen):
            found += self._dates(seen)
            found += [(*span, _HIDDEN, Leak(LeakKind.PHONE, (), self._school)) for span in phones(seen)]
        if not found:
            return text, []
        return _mended(text, found)

    def _dates(self, text: str) -> list[tuple[int, int, str, Leak]]:
        found = []
        for match in (*_DIGIT_DATE.finditer(text), *_WORD_DATE.finditer(text)):
            for day in self._days(match):
                if known := self._born.get(day):
                    people = tuple(each.person_id for each in known)
                    found.append((*match.span(), _HIDDEN, Leak(LeakKind.BIRTHDAY, people, known[0].school_id)))
                    break
        return found

    def _days(self, match: re.Match[str]) -> list[date]:
        if match.re is _WORD_DATE:
            month = self._months.get(match[2].casefold())
            parts = [(int(match[3]), month, int(match[1]))] if month else []
        elif len(match[1]) == 4:
            parts = [(int(match[1]), int(match[3]), int(match[4]))]
        else:
            year = int(match[4])
            years = [year] if year > 99 else [1900 + year, 2000 + year]
            parts = [(each, int(match[3]), int(match[1])) for each in years]
        days = []
        for year, month, day in parts:
            try:
                days.append(date(year, month, day))
            except ValueError:  # no day of the calendar
                continue
        return days


def _mended(text: str, found: list[tuple[int, int, str, Leak]]) -> tuple[str, list[Leak]]:
    """Each place gives way to its code; markup that stood inside one stays."""
    leaks: list[Leak] = []
    pieces: list[str] = []
    at = 0
    for start, end, code, leak in sorted(found, key=lambda each: each[:2]):
        if start < at:
            continue
        kept = "".join(tag[0] for tag in _TAGS.finditer(text, start, end) if tag[0].startswith("<"))
        pieces += [text[at:start], code, kept]
        leaks.append(leak)
        at = end
    pieces.append(text[at:])
    return "".join(pieces), leaks
