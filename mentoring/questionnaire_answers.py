"""Reads stored answers: which of them a question still knows, how conditions see them, how people read them."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from mentoring.expressions import Value, days
from mentoring.questionnaire_items import NO_PHRASE, RUSSIAN, SKIPPED, Answer, Given, Kind, Phrase, Question


def shown(question: Question, answer: Answer | None, given: Given) -> Phrase:
    """The answer as people read it, in the languages of its labels; empty when there is none."""
    if answer is None or answer in (SKIPPED, ()):
        return NO_PHRASE
    if question.kind in (Kind.SELECT_ONE, Kind.SELECT_MULTIPLE):
        chosen = answer if isinstance(answer, tuple) else (str(answer),)
        labels = {option.name: option.label for option in given.options(question)}
        phrases = [labels.get(name, Phrase({RUSSIAN: name})) for name in chosen]
        languages = dict.fromkeys(language for phrase in phrases for language in phrase.by_language)
        return Phrase({language: ", ".join(phrase.to(language) for phrase in phrases) for language in languages})
    text = date.fromisoformat(str(answer)).strftime("%d.%m.%Y") if question.kind is Kind.DATE else str(answer)
    return Phrase({RUSSIAN: text})


def known(question: Question, answer: Answer | None, given: Given) -> Answer | None:
    """The answer without what this question does not have (any more); None when nothing is left of it."""
    if answer is None or answer == SKIPPED:
        return answer
    match question.kind:
        case Kind.SELECT_ONE:
            return answer if not _checked(question, given) or answer in _names(question, given) else None
        case Kind.SELECT_MULTIPLE:
            if not isinstance(answer, tuple):
                return None
            kept = answer if not _checked(question, given) else tuple(n for n in answer if n in _names(question, given))
            return kept or None
        case Kind.RANGE:
            return answer if answer in question.values else None
        case Kind.INTEGER:
            return answer if isinstance(answer, int) else None
        case _:
            return answer if isinstance(answer, str) else None


def _checked(question: Question, given: Given) -> bool:
    """An outer list that was not given cannot be checked against: the answer stands."""
    return question.list_name is None or question.list_name in given.lists


def _names(question: Question, given: Given) -> frozenset[str]:
    return frozenset(option.name for option in given.options(question))


def value_of(question: Question, answer: Answer) -> Value:
    """The answer as conditions see it."""
    if isinstance(answer, tuple):
        return " ".join(answer)
    if isinstance(answer, str) and question.kind is Kind.DATE:
        return days(date.fromisoformat(answer))
    if isinstance(answer, str) and question.kind is Kind.DECIMAL:
        return Decimal(answer)
    return answer


def meets(question: Question, value: Value, values: Mapping[str, Value], given: Given) -> bool:
    """Whether the answer meets the question's constraint, beside the other answers."""
    return question.constraint is None or question.constraint.holds(values, given.today, value)


def depends_on_today(question: Question) -> bool:
    """Whether the day matters for this question: it asks for one, or a condition of it does."""
    conditions = (*question.relevant, *((question.constraint,) if question.constraint else ()))
    return question.kind is Kind.DATE or any("today" in condition.text for condition in conditions)
