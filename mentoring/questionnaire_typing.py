"""Understands an answer typed by a person: a number, a date, a time, the words of an option."""

import re
from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from mentoring.questionnaire_items import Answer, Given, Kind, Option, Question, Unacceptable, Why

TEXT_LIMIT = 1000
"""UTF-16 units a text may have, as messengers count; a question's own `string-length(.) <= n` takes its place."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")  # no document can hold them
_IO = str.maketrans("\N{CYRILLIC SMALL LETTER IO}", "\N{CYRILLIC SMALL LETTER IE}")


def understood(question: Question, text: str, given: Given) -> Answer:
    """Turn typed text into the answer a tap would have given. Raises Unacceptable."""
    text = _CONTROL.sub("", text).strip()
    if not text:
        raise Unacceptable(question, Why.EMPTY)
    match question.kind:
        case Kind.TEXT:
            return _text(question, text)
        case Kind.INTEGER | Kind.RANGE:
            return _whole(question, text)
        case Kind.DECIMAL:
            return _decimal(question, text)
        case Kind.DATE:
            return _date(question, text, given.today)
        case Kind.TIME:
            return _time(question, text)
        case Kind.SELECT_ONE:
            return _option(question, text, given.options(question))
        case Kind.SELECT_MULTIPLE:
            return _several(question, text, given.options(question))
        case Kind.NOTE:
            raise Unacceptable(question, Why.NOTHING_TO_ANSWER)


def utf16_length(text: str) -> int:
    """Length as messengers count it: an emoji beyond the basic plane is two."""
    return len(text.encode("utf-16-le")) // 2


def _text(question: Question, text: str) -> str:
    own_limit = question.constraint is not None and "string-length" in question.constraint.text
    if not own_limit and utf16_length(text) > TEXT_LIMIT:
        raise Unacceptable(question, Why.TOO_LONG, limit=TEXT_LIMIT, length=utf16_length(text))
    return text


def _whole(question: Question, text: str) -> int:
    digits = re.sub(r"\s", "", text)
    if re.fullmatch(r"[-+]?\d{1,12}", digits, re.ASCII):
        return int(digits)
    number_but_not_whole = re.fullmatch(r"[-+]?\d+[.,]\d+", digits, re.ASCII)
    raise Unacceptable(question, Why.NOT_WHOLE if number_but_not_whole else Why.NOT_A_NUMBER, **_limits(question))


def _limits(question: Question) -> dict[str, Any]:
    return {"min": min(question.values), "max": max(question.values)} if question.values else {}


def _decimal(question: Question, text: str) -> str:
    digits = re.sub(r"\s", "", text).replace(",", ".")
    if not re.fullmatch(r"[-+]?\d{1,12}(\.\d{1,6})?", digits, re.ASCII):
        raise Unacceptable(question, Why.NOT_A_NUMBER)
    return f"{Decimal(digits).normalize():f}"


def _date(question: Question, text: str, today: date) -> str:
    """Read 12.05.2013, 12 5 2013, 12.05.13, 2013-05-12, or a month in letters."""
    words = re.findall(r"\d+|[^\W\d_]+", text.lower())
    if len(words) == 4 and words[3].isalpha():  # the word or letter that stands for "year"
        words.pop()
    try:
        first, month, last = words
        day, year = (last, first) if len(first) == 4 else (first, last)
        return date(_year(year, today), _month(month), int(day)).isoformat()
    except (ValueError, OverflowError) as error:
        raise Unacceptable(question, Why.NOT_A_DATE) from error


def _year(word: str, today: date) -> int:
    year = int(word)
    if len(word) == 2:
        century = today.year - today.year % 100
        return century + year if century + year <= today.year + 10 else century - 100 + year
    if len(word) != 4:
        raise ValueError(word)
    return year


def _month(word: str) -> int:
    if word.isdecimal():
        return int(word)
    for beginning, number in months().items():
        if word.startswith(beginning):
            return number
    raise ValueError(word)


@cache
def months() -> dict[str, int]:
    """Numbers of months by the beginnings of their names, in the languages of `questionnaires/months.csv`."""
    rows = files("mentoring").joinpath("questionnaires", "months.csv").read_text("utf-8").splitlines()
    return {
        beginning: int(number)
        for number, beginnings in (row.split(",") for row in rows[1:])
        for beginning in beginnings.split()
    }


def _time(question: Question, text: str) -> str:
    found = re.fullmatch(r"(\d{1,2})(?:[:.,\- ]\s*(\d{2}))?", text, re.ASCII)
    try:
        if found is None:
            raise ValueError(text)
        return time(int(found[1]), int(found[2] or 0)).strftime("%H:%M")
    except ValueError as error:
        raise Unacceptable(question, Why.NOT_A_TIME) from error


def _option(question: Question, text: str, options: Sequence[Option]) -> str:
    name = _by_label(options).get(_plain(text))
    if name is None:
        raise Unacceptable(question, Why.NOT_AN_OPTION)
    return name


def _several(question: Question, text: str, options: Sequence[Option]) -> tuple[str, ...]:
    """Labels with commas, semicolons or lines between them; a label may itself contain a comma."""
    names = _by_label(options)
    if _plain(text) in names:
        return (names[_plain(text)],)
    chosen: set[str] = set()
    for piece in re.split(r"[;\n]", text):
        chosen |= _named_in(question, piece, names)
    return tuple(option.name for option in options if option.name in chosen)


def _named_in(question: Question, piece: str, names: dict[str, str]) -> set[str]:
    words = piece.split(",")
    chosen: set[str] = set()
    while words:
        for taken in range(len(words), 0, -1):
            name = names.get(_plain(",".join(words[:taken])))
            if name is not None:
                chosen.add(name)
                words = words[taken:]
                break
        else:
            if words.pop(0).strip():
                raise Unacceptable(question, Why.NOT_AN_OPTION)
    return chosen


def _by_label(options: Sequence[Option]) -> dict[str, str]:
    return {_plain(label): option.name for option in reversed(options) for label in option.label.by_language.values()}


def _plain(text: str) -> str:
    return " ".join(text.lower().translate(_IO).split())
