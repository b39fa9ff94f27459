"""Files the programme makes, by kind, and which of them hold names: in coded mode those never go through the messenger."""

from __future__ import annotations

from enum import StrEnum


class Paper(StrEnum):
    """A kind of file. Its value begins the file's name on the server, so it says nothing about anybody."""

    POSTER = "poster"
    QR = "qr"
    LIST_BLANK = "list-blank"
    PAIRS_BLANK = "pairs-blank"
    QUESTIONNAIRE = "questionnaire"  # its questions, nobody's answers
    EMPTY_FORM = "empty-form"  # a questionnaire to print, for nobody in particular
    CALENDAR = "calendar"  # shows people as the chat does
    COUNTS = "counts"  # numbers and pictures of them
    CODES = "invitations"
    KEY = "key"
    PEOPLE = "people"
    REGISTERS = "registers"
    ORDER = "order"
    PACT = "pair-agreement"
    PLAN = "development-plan"
    ACQUAINTANCE = "acquaintance"  # who signs that they know an order
    PAIRS = "pairs"
    SCAN = "scan"
    MINUTES = "minutes"
    CONSENTS = "consents"
    LEDGER = "consent-ledger"
    OWING = "not-sent"
    ANSWERS = "answers"
    PERSONAL_FORMS = "paper-forms"  # a questionnaire to print, for somebody
    OWN_DATA = "own-data"
    ACT = "act"
    DIARY = "meeting-diary"
    REPORT = "mentor-report"
    SAFETY = "safety-journal"  # how pupils' concerns were answered: by the server alone
    UNKNOWN = "file"  # nobody has said what it is: taken for one with names

    @property
    def holds_names(self) -> bool:
        """Whether a surname, a birth date or a class with a name may stand in it."""
        return self not in _NAMELESS


_NAMELESS = frozenset(
    {
        Paper.POSTER,
        Paper.QR,
        Paper.LIST_BLANK,
        Paper.PAIRS_BLANK,
        Paper.QUESTIONNAIRE,
        Paper.EMPTY_FORM,
        Paper.CALENDAR,
        Paper.COUNTS,
    }
)
