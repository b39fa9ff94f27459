"""When a question of a printed questionnaire is to be answered, in words: what was ticked in which question before it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from locales.words import Words
from mentoring.questionnaire import Form, Given, Kind, Question

_EQUALS = re.compile(r"\$\{\s*([\w-]+)\s*\}\s*=\s*'([^']*)'")
_SELECTED = re.compile(r"selected\(\s*\$\{\s*([\w-]+)\s*\}\s*,\s*'([^']*)'\s*\)")
_BOUND = re.compile(r"\$\{\s*([\w-]+)\s*\}\s*(>=|<=|>|<|=)\s*(\d+)")
_NOTHING = re.compile(r"count-selected\(\s*\$\{\s*[\w-]+\s*\}\s*\)\s*=\s*0")
_GIVEN = re.compile(r"\$\{\s*([\w-]+)\s*\}\s*!=\s*''")


def condition(
    form: Form, question: Question, numbers: Mapping[str, int], given: Given, words: Words, language: str
) -> str:
    """«Отвечайте, если в вопросе 3 отмечено «Да»»; a condition that is not so simple is «если подходит».

    Empty for a question that everybody answers. `numbers` are those printed beside the questions, by name.
    """
    conditions = [each for each in question.relevant if each.names & numbers.keys()]
    if not conditions:
        return ""
    parts = [_in_words(form, each.text, numbers, given, words, language) for each in conditions]
    if not all(parts):
        return words.plain("blank-if-fits", language)
    joined = words.plain("blank-and", language).join(dict.fromkeys(parts))
    return words.plain("blank-if", language, condition=joined)


def _in_words(form: Form, text: str, numbers: Mapping[str, int], given: Given, words: Words, language: str) -> str:
    """One condition, or several of one question joined by `or`; empty when it is more than that."""
    if bound := _BOUND.fullmatch(text.strip()):
        name, sign, value = bound.groups()
        if name in numbers:
            return words.plain("blank-if-number", language, number=str(numbers[name]), sign=_SIGNS[sign], value=value)
        return ""
    if filled := _GIVEN.fullmatch(text.strip()):
        name = filled[1]
        return words.plain("blank-if-answered", language, number=str(numbers[name])) if name in numbers else ""
    either = [part.strip() for part in re.split(r"\s+or\s+", text.strip())]
    ticked = [_ticked(part) for part in either if not _NOTHING.fullmatch(part)]
    names = {each[0] for each in ticked if each}
    if None in ticked or len(names) != 1 or not names <= numbers.keys():
        return ""
    asked = form.question(names.pop())
    labels = {option.name: option.label.to(language) for option in given.options(asked)}
    chosen = [labels.get(each[1], "") for each in ticked if each]
    if not all(chosen) or asked.kind not in (Kind.SELECT_ONE, Kind.SELECT_MULTIPLE):
        return ""
    options = words.plain("blank-or", language).join(
        words.plain("blank-quoted", language, text=each) for each in chosen
    )
    return words.plain("blank-if-ticked", language, number=str(numbers[asked.name]), options=options)


_SIGNS = {">=": "least", "<=": "most", ">": "more", "<": "less", "=": "exactly"}


def _ticked(text: str) -> tuple[str, str] | None:
    found = _EQUALS.fullmatch(text) or _SELECTED.fullmatch(text)
    return (found[1], found[2]) if found and found[2] else None
