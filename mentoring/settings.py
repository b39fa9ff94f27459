"""What a school has chosen, and what holds until it chooses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import time
from enum import StrEnum
from zoneinfo import ZoneInfo

from mentoring.feedback_rounds import Again
from mentoring.privacy_mode import Privacy, PrivacyMode, ShownAs
from mentoring.ratings import Rated


class GuardianRule(StrEnum):
    """What a guardian's consent for a minor must be."""

    TAP = "tap_only"
    PAPER = "tap_and_paper"


class Objecting(StrEnum):
    """Whether a guardian may stop a pair of their child themselves, before the order."""

    YES = "yes"
    NO = "no"  # they ask the curator


@dataclass(frozen=True, slots=True)
class Settings:
    """A school's values, kept with the school; each is stored as text under its own name."""

    time_zone: str = "Europe/Moscow"
    guardian_rule: GuardianRule = GuardianRule.PAPER
    quiet_from: str = "21:00"  # nothing is said in the evening from …
    quiet_until: str = "08:00"  # … until the morning
    lessons_from: str = "08:00"  # pupils may not use phones in lessons (ст. 43 273-ФЗ)
    lessons_until: str = "14:00"
    school_week: int = 6  # days, from Monday
    nudges_a_day: int = 1  # about one topic, to one person
    feedback_after_meetings: int = 3
    feedback_after_days: int = 30
    feedback_again: Again = Again.ONCE
    rated: Rated = Rated.MONTHLY  # one question a month to both sides, for curators only
    first_contact_hours: int = 72  # in which a mentor sets the first meeting's time
    stuck_days: int = 14  # without a meeting held or set
    final_days: int = 14  # the final questionnaire is asked for so long before the end
    offer_days: int = 3
    guardian_may_object: Objecting = Objecting.YES  # to a pair of their child, until the order
    parting_days: int = 3  # working days in which a curator answers who asks for another pair
    erase_after_days: int = 30  # ст. 21 152-ФЗ
    waiting_days_alarm: int = 14  # whoever waits longer for a pair is on the curator's day
    adult_grace_days: int = 30  # after an eighteenth birthday the guardian's consent holds so long (§6.3)
    least_age: int = 10  # of a pupil mentee; usual in the model
    programme_title: str = ""
    parents_contact: str = ""  # whom parents call; empty: the contact of the consents
    safety_minutes: int = 60  # after so many without an answer the next adult is told of a concern
    safety_contacts: str = ""  # of the school's own choice; empty: the children's helpline and 112
    privacy_mode: PrivacyMode = PrivacyMode.OPEN
    shown_as: ShownAs = ShownAs.CODE  # what stands for a person where names are not shown

    @property
    def zone(self) -> ZoneInfo:
        """The school's time zone."""
        return ZoneInfo(self.time_zone)

    @property
    def privacy(self) -> Privacy:
        """What of a name may be seen in chat."""
        return Privacy(self.privacy_mode, self.shown_as)

    @property
    def quiet(self) -> tuple[time, time]:
        """Quiet hours, local."""
        return time.fromisoformat(self.quiet_from), time.fromisoformat(self.quiet_until)

    @property
    def lessons(self) -> tuple[time, time]:
        """Lesson hours on school days, local."""
        return time.fromisoformat(self.lessons_from), time.fromisoformat(self.lessons_until)


def from_texts(texts: Mapping[str, str], defaults: Settings | None = None) -> Settings:
    """Settings from stored texts; an unknown name is ignored, a missing one has its default."""
    base = defaults or Settings()
    values = {}
    for each in fields(Settings):
        standing = getattr(base, each.name)
        stored = texts.get(each.name)
        values[each.name] = standing if stored is None else type(standing)(stored)
    return Settings(**values)
