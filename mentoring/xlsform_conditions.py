"""Checks the conditions of an edited questionnaire: what they refer to must be asked before, and be one of its options."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from mentoring.expressions import NotTaken, compiled
from mentoring.xlsform_faults import Flaw, Wrong, nearest
from mentoring.xlsform_tables import TableRow

_CONDITIONS = ("relevant", "constraint")
_BARE = re.compile(r"\$?\{?(\w+)\}?\s*(=|!=)\s*['\"]?(\w+)['\"]?")
_OPTION_OF = re.compile(
    r"selected\(\s*\$\{(\w+)\}\s*,\s*['\"]([^'\"]*)['\"]\s*\)|\$\{(\w+)\}\s*(?:!=|=)\s*['\"]([^'\"]*)['\"]"
)


def condition_flaws(
    survey: Iterable[TableRow], rows: Mapping[str, int], options: Mapping[str, Mapping[str, str]]
) -> Iterator[Flaw]:
    """What is wrong with the conditions; `rows` are the questions with their rows, `options` (with their words) those
    that have any.
    """
    for row in survey:
        for column in _CONDITIONS:
            text = row.get(column)
            if text:
                yield from _flaws(row, column, text, rows, options)


def _flaws(
    row: TableRow, column: str, text: str, rows: Mapping[str, int], options: Mapping[str, Mapping[str, str]]
) -> Iterator[Flaw]:
    try:
        condition = compiled(text)
    except NotTaken:
        yield Flaw(Wrong.BAD_CONDITION, "survey", row.number, f"{column}: {text}", _as_meant(text, rows))
        return
    for name in sorted(condition.names):
        if name not in rows:
            yield Flaw(Wrong.NO_QUESTION, "survey", row.number, name, nearest(name, rows))
        elif rows[name] > row.number or (rows[name] == row.number and column == "relevant"):
            yield Flaw(Wrong.ASKED_LATER, "survey", row.number, name, other_row=rows[name])
    for found in _OPTION_OF.finditer(text):
        name, option = found[1] or found[3], found[2] if found[1] else found[4]
        known = options.get(name)
        if known is not None and option and option not in known:
            yield Flaw(Wrong.NO_OPTION, "survey", row.number, option, _nearest_option(option, known))


def _as_meant(text: str, rows: Mapping[str, int]) -> str:
    """The simplest condition, put right: `been_before = yes` becomes `${been_before} = 'yes'`."""
    found = _BARE.fullmatch(text.strip())
    return f"${{{found[1]}}} {found[2]} '{found[3]}'" if found and found[1] in rows else ""


def _nearest_option(option: str, known: Mapping[str, str]) -> str:
    """The code of the option that has these words, else one that looks like what stands there."""
    by_words = {words.casefold(): name for name, words in known.items()}
    return by_words.get(option.casefold()) or nearest(option, known)
