"""The questionnaire after the group meeting: whom one would like to work with, and whom not (МР-42/02 of 23.01.2020).

The first three names are an order of preference. Whom somebody would not work with, and what they say of others in their
own words, is for those alone whom the questionnaire names to them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mentoring.questionnaire import Answer

FORMS = "preferences_"  # how the keys of its forms begin
CHOSEN = ("first", "second", "third")
AVOID = "avoid"
NAMES = (*CHOSEN, AVOID)  # questions whose answers are participations
CONFIDENTIAL = frozenset({AVOID, "goals"})  # in no file, whoever takes it out


@dataclass(frozen=True, slots=True)
class Preferences:
    """Participations of the other side: whom somebody would like to work with, in order, and whom not."""

    chosen: tuple[int, ...] = ()
    avoided: frozenset[int] = frozenset()


def preferences_in(answers: Mapping[str, Answer]) -> Preferences:
    """Read what was sent; nobody is named twice, and an answer that is no id says nothing."""
    chosen = [each for name in CHOSEN for each in ids_in(answers.get(name))]
    return Preferences(tuple(dict.fromkeys(chosen)), frozenset(ids_in(answers.get(AVOID))))


def ids_in(answer: Answer | None) -> tuple[int, ...]:
    """The participations an answer names."""
    parts = answer if isinstance(answer, tuple) else (str(answer),) if answer else ()
    return tuple(int(part) for part in parts if part.isdecimal())
