"""What a questionnaire consists of: parts, questions, options, answers, and why an answer is not acceptable."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache

from mentoring.expressions import Expression
from mentoring.refusal import Refusal

Answer = str | int | tuple[str, ...]
"""Text, date (YYYY-MM-DD), time (HH:MM), decimal ("3.5") and the name of the chosen option are str; integer and range
are int; several choices are a tuple of option names in the order of the options. An empty str: asked and skipped."""

Answers = Mapping[str, Answer]
"""Answers by the question's name."""

SKIPPED = ""
SEEN = "seen"
TODAY = "today()"
"""As a date's default: the day on which it is asked."""
RUSSIAN = "ru"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text of the questionnaire in every language it was given in."""

    by_language: Mapping[str, str]

    def to(self, language: str) -> str:
        """The text in this language, else in Russian, else in any; empty when there is none."""
        texts = self.by_language
        return texts.get(language) or texts.get(RUSSIAN) or next(iter(texts.values()), "")

    def __hash__(self) -> int:
        return hash(frozenset(self.by_language.items()))

    def __bool__(self) -> bool:
        return any(self.by_language.values())


NO_PHRASE = Phrase({})


class Kind(StrEnum):
    """How a question is answered."""

    SELECT_ONE = "select_one"
    SELECT_MULTIPLE = "select_multiple"
    INTEGER = "integer"
    DECIMAL = "decimal"
    TEXT = "text"
    DATE = "date"
    TIME = "time"
    RANGE = "range"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: its name is stored, its label is shown."""

    name: str
    label: Phrase


@dataclass(frozen=True, slots=True)
class Part:
    """A group of questions; its title is shown above each of them."""

    name: str
    title: Phrase


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    `list_name` is the file its options would stand in (`areas.csv`): they are given at run time, under that name.
    `bounds` are start, end and step of a range. `appearance` is for views: `columns-3` is so many buttons in a row.
    """

    name: str
    kind: Kind
    label: Phrase
    hint: Phrase = NO_PHRASE
    part: Part | None = None
    required: bool = False
    options: tuple[Option, ...] = ()
    list_name: str | None = None
    bounds: tuple[int, int, int] | None = None
    appearance: str = ""
    default: Answer | None = None
    relevant: tuple[Expression, ...] = ()
    constraint: Expression | None = None
    constraint_message: Phrase = NO_PHRASE

    @property
    def values(self) -> tuple[int, ...]:
        """The values of a range, in order; none for other kinds."""
        return () if self.bounds is None else _steps(*self.bounds)


@cache
def _steps(start: int, end: int, step: int) -> tuple[int, ...]:
    return tuple(range(start, end + (1 if step > 0 else -1), step))


@dataclass(frozen=True, slots=True)
class Given:
    """What the walk is given from outside: the day, lists of options by name, and values proposed to the person."""

    today: date
    lists: Mapping[str, Sequence[Option]] = field(default_factory=dict)
    defaults: Answers = field(default_factory=dict)
    whom: str = ""  # about whom the questions are, as whoever answers may see them; empty: about oneself, or nobody

    def options(self, question: Question) -> tuple[Option, ...]:
        """The options of a question, its own or those of its list."""
        return question.options if question.list_name is None else tuple(self.lists.get(question.list_name, ()))


@dataclass(frozen=True, slots=True)
class Step:
    """Where the person is in the questionnaire and what can be done there.

    `question` is None when all is answered: a review, or the end of a quick form. `index` is the question's place in
    the form, for buttons. `answer` is what was answered before, else the proposed value. `can_go_on` tells that "next"
    is possible as it is: a note, several choices, an answer that stands or a proposed one.
    """

    question: Question | None
    index: int
    answer: Answer | None
    options: tuple[Option, ...]
    part: Part | None
    part_number: int
    parts: int
    answered: int
    remaining: int
    first: bool
    can_skip: bool
    can_go_on: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the review: a question and its answer, None when it was skipped."""

    question: Question
    answer: Answer | None
    shown: Phrase


class Why(StrEnum):
    """Reasons why an answer is not acceptable; the words live in `locales/`."""

    EMPTY = "answer-empty"
    TOO_LONG = "text-too-long"  # limit, length
    NOT_A_NUMBER = "not-a-number"
    NOT_WHOLE = "not-a-whole-number"
    OUT_OF_RANGE = "number-out-of-range"  # min, max
    NOT_A_DATE = "not-a-date"
    NOT_A_TIME = "not-a-time"
    NOT_AN_OPTION = "not-an-option"
    CHOOSE_SOMETHING = "choose-at-least-one"
    NOT_ACCEPTED = "answer-not-accepted"
    NOTHING_TO_ANSWER = "nothing-to-answer"
    REQUIRED = "answer-required"
    PHONE = "privacy-text-phone"  # these where the messenger may see no personal data
    EMAIL = "privacy-text-email"
    ADDRESS = "privacy-text-address"
    NUMBER = "privacy-text-number"


class Unacceptable(Refusal):
    """An answer that is no good: the reason (a `Why`) and its values; `message` is the questionnaire's own words, if any."""

    def __init__(self, question: Question, why: Why, message: Phrase = NO_PHRASE, **values: int) -> None:
        super().__init__(why, **values)
        self.question = question
        self.message = message


def answers_from(stored: Mapping[str, object]) -> dict[str, Answer]:
    """Read answers as JSON gives them back (lists become tuples). Raises TypeError on anything that is no answer."""
    return {name: _answer_from(name, value) for name, value in stored.items()}


def _answer_from(name: str, value: object) -> Answer:
    if isinstance(value, (list, tuple)) and all(isinstance(item, str) for item in value):
        return tuple(value)
    if isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise TypeError(f"{name}: not an answer")
