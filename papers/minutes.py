"""The minutes of a group meeting: where and when, who was there by side, the agenda, what was decided, signatures."""

from __future__ import annotations

from collections.abc import Sequence

from locales.words import Words
from mentoring.exported import Named
from mentoring.minutes import Minutes
from papers.consent_ledger import place_words
from papers.dates import date_in_words
from papers.word_template import fill, shipped_template

TEMPLATE = "gathering_minutes.docx"


def printed_minutes(minutes: Minutes) -> bytes:
    """Return the minutes in Russian as DOCX from our template, with nothing else to bring along: for a worker process."""
    words = Words.shipped()
    return fill(shipped_template(TEMPLATE), minutes_values(minutes, words))


def minutes_values(minutes: Minutes, words: Words, language: str = "ru") -> dict[str, object]:
    """Return every variable the template may use; templates/ru/README.md lists them."""
    return {
        "school": minutes.school,
        "town": minutes.town,
        "programme": minutes.title or words.plain("orders-programme", language, year=str(minutes.starts.year)),
        "form": words.plain("matching-form", language, form=minutes.form),
        "number": minutes.number,
        "signed": date_in_words(words, minutes.signed_on, language) if minutes.signed_on else "",
        "held": date_in_words(words, minutes.starts.date(), language),
        "time": f"{minutes.starts:%H:%M}",
        "place": minutes.place,
        "curator": {"name": minutes.curator, "post": minutes.curator_post},
        "mentors": _people(minutes.mentors, words, language),
        "mentees": _people(minutes.mentees, words, language),
        "agenda": _lines(minutes.agenda or words.plain("minutes-agenda", language)),
        "decided": _lines(minutes.decided or words.plain("minutes-decided", language)),
    }


def _people(people: Sequence[Named], words: Words, language: str) -> list[dict[str, object]]:
    return [
        {"number": number, "name": each.name, "place": place_words(each.place, words, language) or ""}
        for number, each in enumerate(people, 1)
    ]


def _lines(text: str) -> list[dict[str, object]]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return [{"number": number, "text": line} for number, line in enumerate(lines, 1)]
