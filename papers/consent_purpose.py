"""Printed consents of every purpose: the released text itself on paper, with the lines a signature needs (ч. 4 ст. 9)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from locales import consents
from locales.words import Words
from mentoring.consents import Capacity, Purpose
from papers.consent import ConsentSubject
from papers.dates import date_in_words
from papers.word_template import fill, shipped_template

TEMPLATE = "consent_purpose.docx"


@dataclass(frozen=True, slots=True)
class PurposeConsent:
    """Which consent it is: purpose and capacity, the operator as the law names it, edition, scope, until when."""

    purpose: Purpose
    capacity: Capacity
    operator: str
    details: str
    version: str
    released: date
    until: date
    scope: str = ""  # exact addresses or partners, one a line; empty leaves a line to fill by hand


def purpose_blanks(
    consent: PurposeConsent,
    subjects: Sequence[ConsentSubject],
    words: Words,
    template: bytes | None = None,
    language: str = "ru",
) -> bytes:
    """Return one DOCX with a blank for each subject, every blank on a page of its own.

    Raises ValueError without subjects, UnfitTemplateError for a template that cannot be filled.
    """
    if not subjects:
        raise ValueError("a consent is somebody's")
    return fill(template or shipped_template(TEMPLATE), purpose_values(consent, subjects, words, language))


def purpose_values(
    consent: PurposeConsent, subjects: Sequence[ConsentSubject], words: Words, language: str = "ru"
) -> dict[str, object]:
    """Return every variable the blank may use; templates/ru/README.md lists them."""
    by_hand = "_" * 60
    whole = consents.text(
        consent.capacity,
        consent.version,
        language,
        purpose=consent.purpose,
        operator=consent.operator,
        details=consent.details,
        until=date_in_words(words, consent.until, language),
        addresses=consent.scope or by_hand,
        partners=consent.scope or by_hand,
        terms=words.plain("permission-terms-on-paper", language),
    )
    title, *lines = [line for line in whole.replace("\u0433..", "\u0433.").splitlines() if line.strip()]
    return {
        "operator": consent.operator,
        "details": consent.details,
        "title": title,
        "guardian": consent.capacity is Capacity.GUARDIAN,
        "lines": lines,
        "version": consent.version,
        "released": date_in_words(words, consent.released, language),
        "subjects": [{"name": subject.name, "place": subject.place} for subject in subjects],
    }
