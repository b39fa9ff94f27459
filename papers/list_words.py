"""How schools name columns, roles, forms and classes in their own tables; the words lie in templates/<language>/*.csv."""

import csv
import re
from difflib import get_close_matches
from functools import cache

from mentoring.people import MentoringForm, SchoolClass, Side
from papers.word_template import TEMPLATES

_CLASS = re.compile(r"(\d{1,2})(\W*)([^\W\d_]{0,3}|\d{1,2})")
_LEVELS = range(1, 12)
_EXTENDED = {"people_list": "class_list"}  # a list of people has the columns of a class list and more


def folded(text: str) -> str:
    """Return a word as it is compared: letters and digits only, in one case, so that signs and spaces do not matter."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def nearest(text: str, right: list[str], cutoff: float = 0.6) -> str | None:
    """Return the right value that looks most like the text, if any does."""
    by_look = {folded(value): value for value in reversed(right)}
    found = get_close_matches(folded(text), by_look, n=1, cutoff=cutoff)
    return by_look[found[0]] if found else None


@cache
def headings(name: str, language: str = "ru") -> dict[str, list[str]]:
    """Return each column's headings, the proper one first, from templates/<language>/<name>_columns.csv."""
    base = headings(_EXTENDED[name], language) if name in _EXTENDED else {}
    found = {column: list(titles) for column, titles in base.items()}
    for line in _lines(f"{name}_columns.csv", language):
        found.setdefault(line["column"], []).append(line["heading"])
    return found


def side_of(text: str) -> frozenset[Side] | None:
    """Return which sides a word for a role means, None for an unknown word."""
    meaning = _meanings("side").get(folded(text))
    return frozenset(map(Side, meaning.split())) if meaning else None


def form_of(text: str) -> MentoringForm | None:
    """Return the mentoring form a word means, None for an unknown word."""
    meaning = _meanings("form").get(folded(text))
    return MentoringForm(meaning) if meaning else None


def meaning_of(kind: str, text: str) -> str | None:
    """Return what a word of a kind (kind of people, age, gender) means, None for an unknown word."""
    return _meanings(kind).get(folded(text))


def is_nothing(text: str) -> bool:
    """Return whether a cell only says that there is nothing: a dash, the word for none."""
    return not folded(text) or folded(text) in _meanings("nothing")


def one_alphabet(text: str) -> str:
    """Return a name without Latin letters among Cyrillic ones of the same look: it would be found by nobody."""
    return " ".join(_one_alphabet(word) for word in text.split(" "))


def _one_alphabet(word: str) -> str:
    letters = word.replace("-", "")
    if not letters.isalpha() or letters.isascii() or not any(sign.isascii() for sign in letters):
        return word
    return "".join(_cyrillic(sign.upper()).lower() if sign.islower() else _cyrillic(sign) for sign in word)


def word_for(kind: str, meaning: str) -> str:
    """Return the proper word for a meaning, empty where there is none."""
    return next((line["word"] for line in _words(kind) if line["meaning"] == meaning), "")


def proper_words(kind: str) -> list[str]:
    """Return the proper word for each meaning of a kind (side, form), as a blank offers them."""
    first: dict[str, str] = {}
    for line in _words(kind):
        first.setdefault(line["meaning"], line["word"])
    return list(first.values())


def all_words(kind: str) -> list[str]:
    """Return every word of a kind, for finding the nearest."""
    return [line["word"] for line in _words(kind)]


def class_of(text: str) -> SchoolClass | None:
    """Return the class written as people write it (with quotes, a hyphen, Latin look-alikes), None when it is none."""
    plain = text.casefold()
    for line in _words("filler"):
        plain = re.sub(rf"(?<=\W){line['word']}(?:$|\W)|(?<=\d){line['word']}(?:$|\W)", "", plain)
    found = _CLASS.fullmatch(re.sub(r"^\W+|\W+$", "", plain))
    if not found or int(found[1]) not in _LEVELS or (found[3].isdigit() and not found[2]):
        return None
    return SchoolClass(int(found[1]), "".join(map(_cyrillic, found[3].upper())))


def class_text(school_class: SchoolClass) -> str:
    """Return a class in one way of writing, as the nearest right value is shown."""
    return f"{school_class.level}{school_class.letter}"


def _cyrillic(letter: str) -> str:
    return _lookalikes().get(letter, letter)


@cache
def _lookalikes() -> dict[str, str]:
    return {line["word"]: line["meaning"] for line in _words("letter")}


@cache
def _meanings(kind: str) -> dict[str, str]:
    return {folded(line["word"]): line["meaning"] for line in _words(kind)}


def _words(kind: str, language: str = "ru") -> list[dict[str, str]]:
    return [line for line in _lines("list_words.csv", language) if line["kind"] == kind]


@cache
def _lines(file: str, language: str) -> list[dict[str, str]]:
    with (TEMPLATES / language / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
