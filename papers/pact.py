"""The agreement of a mentoring pair or group on paper: parties, term, rules, lines for signatures, a parent's too."""

from __future__ import annotations

from locales.words import Words
from mentoring.exported import Named
from mentoring.pact_sheet import PactSheet
from mentoring.pacts import RULES
from papers.consent_ledger import place_words
from papers.dates import date_in_words
from papers.word_template import fill, shipped_template

TEMPLATE = "pair_agreement.docx"


def printed_pact(sheet: PactSheet) -> bytes:
    """Return the agreement as DOCX in Russian from our template, with nothing else to bring along: for a worker process."""
    return pair_agreement(sheet, Words.shipped())


def pair_agreement(sheet: PactSheet, words: Words, template: bytes | None = None, language: str = "ru") -> bytes:
    """Return the agreement as DOCX, from the school's template or ours.

    Raises UnfitTemplateError for a template that cannot be filled.
    """
    return fill(template or shipped_template(TEMPLATE), pact_values(sheet, words, language))


def pact_values(sheet: PactSheet, words: Words, language: str = "ru") -> dict[str, object]:
    """Return every variable the template may use; templates/ru/README.md lists them."""

    def person(who: Named, *, minor: bool) -> dict[str, object]:
        return {"name": who.name, "place": place_words(who.place, words, language) or "", "minor": minor}

    mentor_minor, *minors = sheet.minors
    year = str(sheet.starts.year)
    return {
        "school": sheet.school,
        "town": sheet.town,
        "programme": sheet.title or words.plain("orders-programme", language, year=year),
        "curator": sheet.curator,
        "form": words.plain("matching-form", language, form=sheet.form),
        "starts": date_in_words(words, sheet.starts, language),
        "ends": date_in_words(words, sheet.ends, language),
        "edition": sheet.edition.rpartition("-")[2],
        "rules": [_rule(words, sheet, each, language) for each in RULES],
        "mentor": person(sheet.mentor, minor=mentor_minor),
        "mentees": [person(who, minor=minor) for who, minor in zip(sheet.mentees, minors, strict=True)],
    }


def _rule(words: Words, sheet: PactSheet, rule: str, language: str) -> str:
    values = {"pace": sheet.pace.value if sheet.pace else "blank"} if rule == "meetings" else {}
    return words.plain(f"pact-rule-{sheet.edition}-{rule}", language, **values)
