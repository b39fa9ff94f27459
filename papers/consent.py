"""Blank consents to the processing of personal data, printed, signed by hand and brought back to the curator."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from locales.words import Words
from papers.dates import date_in_words
from papers.word_template import fill, shipped_template


class Signer(StrEnum):
    """Who signs: a guardian for a minor, the minor's own assent beside it, an adult for themselves (152-FZ, 9)."""

    GUARDIAN = "guardian"
    MINOR = "minor"
    ADULT = "adult"

    @property
    def template(self) -> str:
        """The file of the blank, in templates/."""
        return f"consent_{self}.docx"


@dataclass(frozen=True, slots=True)
class Operator:
    """The school as the operator of personal data; what is unknown is left as a line to fill by hand."""

    name: str
    address: str = ""
    director: str = ""


@dataclass(frozen=True, slots=True)
class ConsentEdition:
    """Which released text this is and until when the consent holds; an edition is never changed afterwards."""

    version: str
    released: date
    programme: str
    holds_until: date


@dataclass(frozen=True, slots=True)
class ConsentSubject:
    """Whose data it is; an empty name leaves a line to fill by hand. `place` is the class, or the post."""

    name: str = ""
    place: str = ""


def consent_blanks(
    signer: Signer,
    operator: Operator,
    edition: ConsentEdition,
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
    values = consent_values(operator, edition, subjects, words, language)
    return fill(template or shipped_template(signer.template), values)


def consent_values(
    operator: Operator,
    edition: ConsentEdition,
    subjects: Sequence[ConsentSubject],
    words: Words,
    language: str = "ru",
) -> dict[str, object]:
    """Return every variable the blanks may use; templates/ru/README.md lists them."""
    return {
        "operator": {"name": operator.name, "address": operator.address, "director": operator.director},
        "programme": edition.programme,
        "version": edition.version,
        "released": date_in_words(words, edition.released, language),
        "holds_until": date_in_words(words, edition.holds_until, language),
        "subjects": [{"name": subject.name, "place": subject.place} for subject in subjects],
    }
