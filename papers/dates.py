"""How papers write a date: the month as a word in a text, figures in a narrow column."""

from datetime import date

from locales.words import Words


def date_in_words(words: Words, day: date, language: str = "ru") -> str:
    """Return a date for a sentence, the month as a word."""
    return words.plain("paper-date", language, day=str(day.day), month=day.month, year=str(day.year))


def date_in_figures(day: date) -> str:
    """Return a date for a narrow column: DD.MM.YYYY."""
    return f"{day:%d.%m.%Y}"
