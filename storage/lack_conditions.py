"""What a participant lacks, as conditions the database answers: the same rules as `mentoring/standing.py`, for lists.

A page of people asks the pure rules; choosing among everyone by what is missing, and counting, needs them in SQL. A test
holds the two equal on generated people. In a condition `p` is the person and `q` the participation.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from mentoring.consents import GRACE_DAYS, PARTNER_FORMS, Purpose
from mentoring.people import ADULT_AT, ASSENTS_AT, FORMS_OF
from mentoring.settings import GuardianRule
from mentoring.standing import Lack

_EVERY = "'tap', 'paper', 'document'"
_WRITTEN_WAYS = "'paper', 'document'"
_NOT_BARRED = (
    "NOT EXISTS (SELECT 1 FROM guardianships b WHERE b.child_id = c.person_id AND b.guardian_id = c.given_by "
    "AND c.capacity = 'guardian' AND b.barred_at IS NOT NULL)"
)
_CONFIRMED = (
    "NOT EXISTS (SELECT 1 FROM guardianships f WHERE f.child_id = c.person_id AND f.guardian_id = c.given_by "
    "AND f.confirmed_at IS NULL)"
)


def _agreed(capacity: str, ways: str, purpose: Purpose, more: str = "") -> str:
    return (
        "EXISTS (SELECT 1 FROM consents c WHERE c.person_id = p.id AND c.withdrawn_at IS NULL "
        f"AND c.purpose = '{purpose}' AND c.capacity = '{capacity}' AND c.way IN ({ways}) AND c.answer = 'agreed' "
        f"AND {_NOT_BARRED}{more})"
    )


def _younger(than: str, own: str, unknown_kinds: str, bands: str) -> str:
    """Under an age; for some days after that birthday still so, until the own answer is there (`consents._counted`)."""
    waits = (
        f"(p.birth_date > :{than}_or_late AND EXISTS (SELECT 1 FROM consents e WHERE e.person_id = p.id "
        "AND e.withdrawn_at IS NULL AND e.purpose = 'participation' AND e.capacity = 'guardian' AND e.answer = 'agreed' "
        "AND NOT EXISTS (SELECT 1 FROM guardianships h WHERE h.child_id = e.person_id AND h.guardian_id = e.given_by "
        "AND h.barred_at IS NOT NULL)) AND NOT EXISTS (SELECT 1 FROM consents o WHERE o.person_id = p.id "
        f"AND o.withdrawn_at IS NULL AND o.purpose = 'participation' AND o.capacity = '{own}'))"
    )
    return (
        f"(CASE WHEN p.birth_date IS NOT NULL THEN p.birth_date > :{than} OR {waits} "
        f"WHEN p.age_band IS NOT NULL THEN p.age_band IN ({bands}) ELSE {unknown_kinds} END)"
    )


_MINOR = _younger("adults_born_until", "self", "p.kind IN ('pupil', 'student')", "'child', 'teen'")
_CHILD = _younger("assenting_born_until", "assent", "1 = 0", "'child'")
_TEEN = f"({_MINOR} AND NOT {_CHILD})"


class _Rules:
    """What one purpose lacks; `written` is the condition under which a guardian's tap is not enough.

    `more` is asked of every agreement.
    """

    def __init__(self, purpose: Purpose, written: str, more: str = "") -> None:
        on_paper = _agreed("guardian", _WRITTEN_WAYS, purpose, more)
        tapped = _agreed("guardian", "'tap'", purpose, more)
        sure = _agreed("guardian", "'tap'", purpose, f"{more} AND {_CONFIRMED}")
        own = _agreed("self", _EVERY, purpose, more)
        assent = _agreed("assent", _EVERY, purpose, more)
        self.declined = _declined(purpose)
        self.own = f"NOT {_MINOR} AND NOT {own}"
        self.assent = f"{_TEEN} AND NOT {assent}"
        self.guardian = f"{_MINOR} AND NOT {tapped} AND NOT {on_paper}"
        self.paper = f"{written} AND {_MINOR} AND {tapped} AND NOT {on_paper}"
        self.unconfirmed = f"NOT {written} AND {_MINOR} AND {tapped} AND NOT {sure} AND NOT {on_paper}"
        guardian = f"({on_paper} OR (NOT {written} AND {tapped}))"
        self.all_but_confirmed = (
            f"NOT CASE WHEN {_MINOR} THEN {guardian} AND (NOT {_TEEN} OR {assent}) ELSE {own} END OR {self.declined}"
        )
        self.incomplete = (
            f"NOT CASE WHEN {_MINOR} THEN ({on_paper} OR (NOT {written} AND {sure})) AND (NOT {_TEEN} OR {assent}) "
            f"ELSE {own} END OR {self.declined}"
        )


def _declined(purpose: Purpose) -> str:
    return (
        "EXISTS (SELECT 1 FROM consents c WHERE c.person_id = p.id AND c.withdrawn_at IS NULL "
        f"AND c.purpose = '{purpose}' AND c.answer = 'declined' AND {_NOT_BARRED} "
        f"AND (c.capacity = 'self') <> {_MINOR} AND NOT EXISTS (SELECT 1 FROM consents w "
        "WHERE w.person_id = c.person_id AND w.withdrawn_at IS NULL AND w.purpose = c.purpose AND w.answer = 'agreed' "
        f"AND w.capacity = c.capacity AND w.way IN ({_WRITTEN_WAYS}) AND w.id >= c.id "
        "AND substr(w.given_at, 1, 10) >= substr(c.given_at, 1, 10) "
        f"AND {_NOT_BARRED.replace('c.', 'w.').replace(' b ', ' d ').replace('b.', 'd.')}))"
    )


_JOINING = _Rules(Purpose.PARTICIPATION, ":paper_too = 1")
_PASSING = _Rules(Purpose.TRANSFER, ":paper_too = 1")
_MEASURED = _Rules(Purpose.PSYCHOLOGICAL, "1 = 1", " AND (c.until IS NULL OR c.until >= :on_the_day)")
_PARTNER = ", ".join(f"'{form}'" for form in PARTNER_FORMS)

_KNOWN = ", ".join(f"'{kind}-{side}-{form}'" for (kind, side), forms in FORMS_OF.items() for form in forms)
_FITTING = (
    "EXISTS (SELECT 1 FROM programme_forms f WHERE f.programme_id = q.programme_id "
    f"AND p.kind || '-' || q.side || '-' || f.form IN ({_KNOWN}) "
    "AND NOT EXISTS (SELECT 1 FROM participations o WHERE o.person_id = q.person_id "
    "AND o.programme_id = q.programme_id AND o.id <> q.id AND o.form = f.form))"
)

_WITHIN: dict[Lack, str] = {
    Lack.DECLINED: _JOINING.declined,
    Lack.CONSENT: f"{_JOINING.own} AND NOT {_JOINING.declined}",
    Lack.ASSENT: f"{_JOINING.assent} AND NOT {_JOINING.declined}",
    Lack.GUARDIAN: f"{_JOINING.guardian} AND NOT {_JOINING.declined}",
    Lack.PAPER: f"{_JOINING.paper} AND NOT {_JOINING.declined}",
    Lack.UNCONFIRMED: f"{_JOINING.unconfirmed} AND NOT {_JOINING.declined}",
    Lack.NAME: (
        "p.family = '' AND p.given = '' AND NOT EXISTS (SELECT 1 FROM settings s WHERE s.school_id = p.school_id "
        "AND s.name = 'privacy_mode' AND s.value = 'coded')"
    ),
    Lack.ADMISSION: "p.admitted_at IS NULL",
    Lack.CLEARANCE: "p.kind IN ('student', 'partner') AND p.cleared_on IS NULL",
    Lack.FORM: "(q.form = '' OR q.form_confirmed_at IS NULL)",
    Lack.TRANSFER: f"q.side = 'mentee' AND q.form IN ({_PARTNER}) AND ({_PASSING.incomplete})",
    Lack.APPLICATION: f"q.applied_at IS NULL AND (q.form <> '' OR {_FITTING})",
    Lack.ENTRY: "q.entered_at IS NULL AND q.form <> ''",
    Lack.TRAINING: (
        "q.side = 'mentor' AND q.trained_on IS NULL AND EXISTS (SELECT 1 FROM match_rules r "
        "WHERE r.programme_id = q.programme_id AND r.form = q.form AND r.training = 1)"
    ),
}

# All that consents may lack, at once: whole lists and counts ask fewer questions so.
_CONSENTS = {Lack.DECLINED, Lack.CONSENT, Lack.ASSENT, Lack.GUARDIAN, Lack.PAPER}

# The cheap ones first: an OR that is already true asks for no consents.
_CHEAP_FIRST = (
    *(Lack.APPLICATION, Lack.ENTRY, Lack.FORM, Lack.ADMISSION, Lack.NAME, Lack.CLEARANCE, Lack.TRAINING, Lack.TRANSFER),
    *(Lack.CONSENT, Lack.ASSENT, Lack.GUARDIAN, Lack.PAPER, Lack.UNCONFIRMED, Lack.DECLINED),
)


def lacking(*lacks: Lack) -> str:
    """The condition that a participant lacks one of these."""
    wanted = {*lacks}
    whole = wanted >= _CONSENTS
    at_once = {*_CONSENTS, Lack.UNCONFIRMED} if whole else set()
    conditions = [f"({_WITHIN[each]})" for each in _CHEAP_FIRST if each in wanted - at_once]
    if whole:
        sure = Lack.UNCONFIRMED in wanted
        conditions.append(f"({_JOINING.incomplete if sure else _JOINING.all_but_confirmed})")
    here = f"(p.withdrawn_at IS NULL AND ({' OR '.join(conditions)}))" if conditions else ""
    gone = "p.withdrawn_at IS NOT NULL" if Lack.WITHDRAWN in wanted else ""
    return f"({' OR '.join(each for each in (gone, here) if each)})"


def lacking_anything() -> str:
    """The condition that something, whatever it is, is missing."""
    return lacking(*Lack)


def may_be_measured() -> str:
    """The condition that the consent to psychological measurement is complete; it must be written of a child's guardian."""
    return f"(p.withdrawn_at IS NULL AND NOT ({_MEASURED.incomplete}))"


def values(today: date, rule: GuardianRule, grace: int) -> dict[str, Any]:
    """What the conditions ask for by name; `grace` as in `consents.missing`."""
    late, late_adult = today - timedelta(days=GRACE_DAYS), today - timedelta(days=grace)
    return {
        "adults_born_until": f"{today.year - ADULT_AT}-{today.month:02}-{today.day:02}",
        "assenting_born_until": f"{today.year - ASSENTS_AT}-{today.month:02}-{today.day:02}",
        "adults_born_until_or_late": f"{late_adult.year - ADULT_AT}-{late_adult.month:02}-{late_adult.day:02}",
        "assenting_born_until_or_late": f"{late.year - ASSENTS_AT}-{late.month:02}-{late.day:02}",
        "on_the_day": today.isoformat(),
        "paper_too": int(rule is GuardianRule.PAPER),
    }
