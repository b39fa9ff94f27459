"""Answers that a questionnaire promises to curators alone: in no file that may be handed on, and not in a parent's."""

from __future__ import annotations

from mentoring.mentor_report import KEY as MENTOR_REPORT
from mentoring.preferences import CONFIDENTIAL as OF_PREFERENCES
from mentoring.preferences import FORMS as PREFERENCES

_CLOSED = {
    PREFERENCES: OF_PREFERENCES,
    "interim_": frozenset({"obstacles", "curator_help", "change_pair"}),
    MENTOR_REPORT: frozenset({"troubles", "go_on", "proposals"}),
}  # by how the key of the form begins: names of questions beside which it says so


def closed(form: str) -> frozenset[str]:
    """Which questions of a form are for curators alone."""
    return next((names for begins, names in _CLOSED.items() if form.startswith(begins)), frozenset())
