"""The sheet on which everyone an order names signs that they know it, a minor's guardians too."""

from __future__ import annotations

from locales.words import Words
from mentoring.ordered import AcquaintanceList, Acquainted
from papers.consent_ledger import place_words
from papers.dates import date_in_words
from papers.word_template import fill, shipped_template

TEMPLATE = "acquaintance.docx"


def printed_acquaintance(sheet: AcquaintanceList) -> bytes:
    """The sheet as DOCX in Russian, with nothing else to bring along: for a worker process."""
    words = Words.shipped()
    return fill(shipped_template(TEMPLATE), acquaintance_values(sheet, words))


def acquaintance_values(sheet: AcquaintanceList, words: Words, language: str = "ru") -> dict[str, object]:
    """Return every variable the template may use; templates/ru/README.md lists them."""
    return {
        "school": sheet.school,
        "number": sheet.number,
        "signed": date_in_words(words, sheet.signed_on, language) if sheet.signed_on else "",
        "amends": sheet.amends,
        "people": [_line(number, each, words, language) for number, each in enumerate(sheet.people, 1)],
    }


def _line(number: int, each: Acquainted, words: Words, language: str) -> dict[str, object]:
    place = place_words(each.who.place, words, language) if each.who and each.child is None else None
    return {
        "number": number,
        "name": each.who.name if each.who else "",
        "place": place or "",
        "child": each.child.name if each.child else "",
    }
