"""What must not be written where the messenger may see no personal data: phones, e-mails, addresses, long numbers.

A pure look at a text; what people mean by «кабинет 12», «к 10:30», «100 баллов», «1990» or «5Б» is let through.
"""

from __future__ import annotations

import csv
import re
from enum import StrEnum
from importlib.resources import files


class Private(StrEnum):
    """Kinds of what was found; each is the end of an id of words."""

    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    NUMBER = "number"  # a passport, СНИЛС, a card: six digits and more


_LINE = re.compile(r"(?:\+?7|8)[\s\x00(.-]*800[\s\x00).-]*(?:\d[\s\x00-]*){7}")  # helplines are nobody's
_PHONE = re.compile(
    r"(?<!\d)(?:\+\d{1,3}|[78])?[\s(.-]{0,3}\d{3,4}[\s).-]{0,3}\d{2,3}[\s.-]{0,2}\d{2}[\s.-]{0,2}\d{2}(?!\d)"
)
_EMAIL = re.compile(r"[^\s@<>\x00]+@[^\s@<>\x00]+\.\w{2,}")
_NUMBER = re.compile(r"(?<![\w.,])\d(?:[ \u00a0-]?\d){5,}(?!\w)")
_DATES = re.compile(
    r"\b(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}[:.]\d{2}(?:\s*[\u2013\u2014-]\s*\d{1,2}[:.]\d{2})?"
    r"|(?:19|20)\d\d\s*[\u2013\u2014/-]\s*(?:19|20)?\d\d)\b"
)


def _words_of_addresses() -> dict[str, str]:
    """For a street and for a house, a pattern of the words that go before; in the list a star is any ending."""
    found: dict[str, list[str]] = {}
    for row in csv.DictReader(files("mentoring").joinpath("address_words.csv").read_text("utf-8").splitlines()):
        found.setdefault(row["part"], []).append(re.escape(row["word"]).replace(r"\*", r"\w*"))
    return {part: f"(?:{'|'.join(words)})" for part, words in found.items()}


_WORDS = _words_of_addresses()
_STREET, _HOUSE = _WORDS["street"], _WORDS["house"]
_ADDRESS = re.compile(
    rf"\b{_STREET}\s*[\w\u00ab\u00bb\"-]+(?:\s+[\w-]+)?\s*,?\s*(?:{_HOUSE}\s*)?\d|\b{_HOUSE}\s*\d+\w?\s*,?\s*{_HOUSE}\s*\d",
    re.IGNORECASE,
)


def found(text: str) -> Private | None:
    """The first kind of personal data in a text, or None."""
    for kind, _ in places(text):
        return kind
    return None


def places(text: str) -> list[tuple[Private, tuple[int, int]]]:
    """Everything of the kind, with from where to where it goes."""
    every = [(Private.EMAIL, match.span()) for match in _EMAIL.finditer(text)]
    rest = _blanked(_blanked(text, _LINE), _DATES)
    phones = [match.span() for match in _PHONE.finditer(rest) if _digits(match[0]) >= 10]
    every += [(Private.PHONE, span) for span in phones]
    for start, end in phones:
        rest = rest[:start] + "_" * (end - start) + rest[end:]
    every += [(Private.NUMBER, match.span()) for match in _NUMBER.finditer(rest) if not _is_amount(match[0])]
    every += [(Private.ADDRESS, match.span()) for match in _ADDRESS.finditer(text)]
    return sorted(every, key=lambda each: each[1])


def phones(text: str) -> list[tuple[int, int]]:
    """From where to where phones go: for whatever leaves."""
    return [span for kind, span in places(text) if kind is Private.PHONE]


def _blanked(text: str, pattern: re.Pattern[str]) -> str:
    return pattern.sub(lambda match: "_" * len(match[0]), text)


def _digits(text: str) -> int:
    return sum(sign.isdigit() for sign in text)


def _is_amount(text: str) -> bool:
    """«1 000 000», «2 000 000»: round groups of three, and «2025 2026»: years."""
    groups = re.split("[ \u00a0-]", text)
    if all(len(each) == 4 and each[:2] in ("19", "20") for each in groups):
        return True
    grouped = len(groups) > 1 and len(groups[0]) <= 3 and all(len(each) == 3 for each in groups[1:])
    return ((grouped or len(groups) == 1) and text.endswith("000")) or all(len(each) <= 2 for each in groups)
