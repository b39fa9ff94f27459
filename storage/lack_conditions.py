"""What a participant lacks, as conditions the database answers: the same rules as `mentoring/standing.py`, for lists.

A page of people asks the pure rules; choosing among everyone by what is missing, and counting, needs them in SQL. A test
holds the two equal on generated people. In a condition `p` is the person and `q` the participation.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from mentoring.people import ADULT_AT
from mentoring.settings import GuardianRule
from mentoring.standing import Lack


def _agreed(capacity: str, ways: str = "'tap', 'paper', 'document'") -> str:
    return (
        "EXISTS (SELECT 1 FROM consents c WHERE c.person_id = p.id AND c.withdrawn_at IS NULL "
        f"AND c.purpose = 'participation' AND c.capacity = '{capacity}' AND c.way IN ({ways}) AND c.answer = 'agreed')"
    )


_MINOR = (
    "(CASE WHEN p.birth_date IS NOT NULL THEN p.birth_date > :adults_born_until "
    "WHEN p.age_band IS NOT NULL THEN p.age_band <> 'adult' ELSE p.kind IN ('pupil', 'student') END)"
)
_WRITTEN = _agreed("guardian", "'paper', 'document'")
_DECLINED = (
    "EXISTS (SELECT 1 FROM consents c WHERE c.person_id = p.id AND c.withdrawn_at IS NULL "
    "AND c.purpose = 'participation' AND c.answer = 'declined' "
    f"AND NOT (c.capacity = 'guardian' AND {_WRITTEN.replace('consents c', 'consents w').replace('c.', 'w.')}))"
)
_TAPPED = _agreed("guardian", "'tap'")

_WITHIN: dict[Lack, str] = {
    Lack.DECLINED: _DECLINED,
    Lack.CONSENT: f"NOT {_MINOR} AND NOT {_agreed('self')} AND NOT {_DECLINED}",
    Lack.ASSENT: f"{_MINOR} AND NOT {_agreed('assent')} AND NOT {_DECLINED}",
    Lack.GUARDIAN: f"{_MINOR} AND NOT {_TAPPED} AND NOT {_WRITTEN} AND NOT {_DECLINED}",
    Lack.PAPER: f":paper_too = 1 AND {_MINOR} AND {_TAPPED} AND NOT {_WRITTEN} AND NOT {_DECLINED}",
    Lack.NAME: "p.family = '' AND p.given = ''",
    Lack.ADMISSION: "p.admitted_at IS NULL",
    Lack.CLEARANCE: "p.kind IN ('student', 'partner') AND p.cleared_on IS NULL",
    Lack.FORM: "(q.form = '' OR q.form_confirmed_at IS NULL)",
    Lack.APPLICATION: "q.applied_at IS NULL AND (q.form <> '' OR p.kind IN ('pupil', 'teacher'))",
    Lack.ENTRY: "q.entered_at IS NULL AND q.form <> ''",
}

# All that consents may lack, at once: whole lists and counts ask fewer questions so.
_CONSENTS = {Lack.DECLINED, Lack.CONSENT, Lack.ASSENT, Lack.GUARDIAN, Lack.PAPER}
_INCOMPLETE = (
    f"NOT CASE WHEN {_MINOR} THEN {_agreed('assent')} AND ({_WRITTEN} OR (:paper_too = 0 AND {_TAPPED})) "
    f"ELSE {_agreed('self')} END OR {_DECLINED}"
)

# The cheap ones first: an OR that is already true asks for no consents.
_CHEAP_FIRST = (
    *(Lack.APPLICATION, Lack.ENTRY, Lack.FORM, Lack.ADMISSION, Lack.NAME, Lack.CLEARANCE),
    *(Lack.CONSENT, Lack.ASSENT, Lack.GUARDIAN, Lack.PAPER, Lack.DECLINED),
)


def lacking(*lacks: Lack) -> str:
    """The condition that a participant lacks one of these."""
    whole = {*lacks} >= _CONSENTS
    conditions = [f"({_WITHIN[each]})" for each in _CHEAP_FIRST if each in lacks and not (whole and each in _CONSENTS)]
    conditions += [f"({_INCOMPLETE})"] if whole else []
    here = f"(p.withdrawn_at IS NULL AND ({' OR '.join(conditions)}))" if conditions else ""
    gone = "p.withdrawn_at IS NOT NULL" if Lack.WITHDRAWN in lacks else ""
    return f"({' OR '.join(each for each in (gone, here) if each)})"


def lacking_anything() -> str:
    """The condition that something, whatever it is, is missing."""
    return lacking(*Lack)


def values(today: date, rule: GuardianRule) -> dict[str, Any]:
    """What the conditions ask for by name."""
    return {
        "adults_born_until": f"{today.year - ADULT_AT}-{today.month:02}-{today.day:02}",
        "paper_too": int(rule is GuardianRule.PAPER),
    }
