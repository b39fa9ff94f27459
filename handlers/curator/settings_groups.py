"""Which settings stand together on a screen; a new one is a name in its group here and two words in settings.ftl."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from handlers.curator.ledger import LedgerTap
from handlers.curator.privacy_mode import PrivacyModeTap
from handlers.curator.safety import SafetyTap
from handlers.curator.school_days import HolidaysTap
from handlers.switches import DigestTap


class Group(StrEnum):
    """What settings are about, in the order of the screen."""

    TIMES = "times"
    PAIRS = "pairs"
    FORMS = "forms"
    SAFETY = "safety"
    CONSENTS = "consents"
    PROGRAMME = "programme"


NAMES: Mapping[Group, tuple[str, ...]] = {
    Group.TIMES: (
        "quiet_from",
        "quiet_until",
        "lessons_from",
        "lessons_until",
        "school_week",
        "nudges_a_day",
        "time_zone",
    ),
    Group.PAIRS: ("offer_days", "parting_days", "first_contact_hours", "stuck_days", "waiting_days_alarm"),
    Group.FORMS: ("feedback_after_meetings", "feedback_after_days", "feedback_again", "rated", "final_days"),
    Group.SAFETY: (),
    Group.CONSENTS: (
        "guardian_rule",
        "guardian_may_object",
        "least_age",
        "adult_grace_days",
        "erase_after_days",
    ),
    Group.PROGRAMME: (),
}
"""Settings of mentoring/settings_choices.py, each in one group (a guard test)."""

SCREENS: Mapping[Group, tuple[tuple[str, CallbackData], ...]] = {
    Group.TIMES: (("holidays", HolidaysTap()), ("settings-do-digest", DigestTap())),
    Group.CONSENTS: (("settings-do-privacy", PrivacyModeTap()), ("ledger-details", LedgerTap(step="q"))),
}
"""What has a screen of its own: words of the button, and what it opens."""

WHOLE: Mapping[Group, CallbackData] = {Group.SAFETY: SafetyTap()}
"""A topic that is a screen of its own altogether."""

LINES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "quiet_from": ("settings-quiet", {"start": "quiet_from", "end": "quiet_until"}),
    "quiet_until": ("", {}),
    "lessons_from": ("settings-lessons", {"start": "lessons_from", "end": "lessons_until"}),
    "lessons_until": ("", {}),
    "feedback_after_meetings": (
        "settings-feedback",
        {"meetings": "feedback_after_meetings", "days": "feedback_after_days"},
    ),
    "feedback_after_days": ("", {}),
    "final_days": ("settings-final", {"days": "final_days"}),
    "offer_days": ("settings-offer", {"days": "offer_days"}),
    "erase_after_days": ("settings-erase", {"days": "erase_after_days"}),
    "least_age": ("settings-age", {"age": "least_age"}),
    "guardian_rule": ("settings-guardian", {"rule": "guardian_rule"}),
    "guardian_may_object": ("settings-objecting", {"may": "guardian_may_object"}),
    "waiting_days_alarm": ("settings-waiting", {"days": "waiting_days_alarm"}),
    "adult_grace_days": ("settings-adult", {"days": "adult_grace_days"}),
}
"""How what holds is said where it is not `settings-is-<name>` with `value`: words, and their parameters by setting."""
