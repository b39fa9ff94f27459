"""What can be wrong with a questionnaire a methodist has edited, and what is only worth knowing about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum


class Wrong(StrEnum):
    """Each is the id of the words that say it."""

    NO_BOOK = "xlsform-no-book"
    LOCKED = "xlsform-locked"
    TOO_LARGE = "xlsform-too-large"
    NO_SHEET = "xlsform-no-sheet"
    NO_COLUMN = "xlsform-no-column"
    UNKNOWN_COLUMN = "xlsform-unknown-column"
    COLUMN_NOT_TAKEN = "xlsform-column-not-taken"
    OTHER_FORM = "xlsform-other-form"
    NO_TYPE = "xlsform-no-type"
    UNKNOWN_TYPE = "xlsform-unknown-type"
    NO_NAME = "xlsform-no-name"
    BAD_NAME = "xlsform-bad-name"
    TWICE = "xlsform-twice"
    NO_LABEL = "xlsform-no-label"
    LONG = "xlsform-long"
    WITHIN_WORDS = "xlsform-within-words"
    NO_LIST = "xlsform-no-list"
    FEW_OPTIONS = "xlsform-few-options"
    MANY_OPTIONS = "xlsform-many-options"
    OPTION_TWICE = "xlsform-option-twice"
    OPTION_NO_LABEL = "xlsform-option-no-label"
    OPTION_LONG = "xlsform-option-long"
    GROUP_NOT_OPEN = "xlsform-group-not-open"
    GROUP_NOT_CLOSED = "xlsform-group-not-closed"
    NOT_YES_OR_NO = "xlsform-not-yes-or-no"
    BAD_CONDITION = "xlsform-bad-condition"
    NO_QUESTION = "xlsform-no-question"
    ASKED_LATER = "xlsform-asked-later"
    NO_OPTION = "xlsform-no-option"
    READ_GONE = "xlsform-read-gone"
    READ_KIND = "xlsform-read-kind"
    READ_OPTION = "xlsform-read-option"
    NO_QUESTIONS = "xlsform-no-questions"
    TOO_MANY = "xlsform-too-many"
    OTHER = "xlsform-other"


class Notable(StrEnum):
    """Each is the id of the words that say it: nothing keeps such a version from being put in force."""

    COMPARED_GONE = "xlsform-compared-gone"
    COMPARED_KIND = "xlsform-compared-kind"


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing to correct or to know: where it is, what stands there, the nearest right value if there is one."""

    what: Wrong | Notable
    sheet: str = ""
    row: int | None = None
    value: str = ""
    nearest: str = ""
    limit: int = 0
    length: int = 0
    other_row: int | None = None


def nearest(word: str, right: Iterable[str], cutoff: float = 0.6) -> str:
    """The right value that looks most like the word; empty when none does."""
    found = get_close_matches(word.casefold(), by_look := {each.casefold(): each for each in right}, n=1, cutoff=cutoff)
    return by_look[found[0]] if found else ""
