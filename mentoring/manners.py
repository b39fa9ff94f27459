"""How each kind of notice behaves: whether it may be switched off, waits for a school day, nudges, goes into the digest.

One line per kind that `bot/parts.py` knows; `services/notices.py` decides by it and by nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Switch(StrEnum):
    """What a person may switch off."""

    MEETINGS = "meetings"  # reminders of a meeting, and the question whether it was
    NUDGES = "nudges"  # questionnaires, and reminders of what is not done
    NEWS = "news"  # messages to many


class Topic(StrEnum):
    """What a nudge is about: at most the set number of nudges about a topic to a person in a local day."""

    CONSENTS = "consents"
    QUESTIONNAIRES = "questionnaires"
    MEETINGS = "meetings"
    PAIRS = "pairs"
    PLANS = "plans"


@dataclass(frozen=True, slots=True)
class Manner:
    """How a kind of notice is said.

    switch: what it is switched off with; None: it cannot be (answers, offers, consents, safety).
    school_day: it waits for a day on which the school works.
    topic: it is a nudge about this.
    digest: to a curator it goes into the day's digest, not at once.
    """

    switch: Switch | None = None
    school_day: bool = False
    topic: Topic | None = None
    digest: bool = False


_AT_ONCE = Manner()
_DIGEST = Manner(digest=True)
_MEETING = Manner(Switch.MEETINGS)
_FORM = Manner(Switch.NUDGES, school_day=True, topic=Topic.QUESTIONNAIRES)


def _nudge(topic: Topic, switch: Switch | None = Switch.NUDGES) -> Manner:
    return Manner(switch, school_day=True, topic=topic)


MANNERS: Mapping[str, Manner] = {
    # Letters, news, the digest itself.
    "letter": _AT_ONCE,
    "letter-answer": _AT_ONCE,
    "broadcast": Manner(Switch.NEWS, school_day=True),
    "person-unreachable": _DIGEST,
    # A pupil's concern: nothing holds it back.
    **dict.fromkeys(
        ("concern-call", "concern-taken", "concern-again", "concern-added", "concern-recalled", "concern-open"),
        _AT_ONCE,
    ),
    "concern-trial": _AT_ONCE,
    "digest": Manner(school_day=True),
    "missed": _AT_ONCE,
    # Coming in: consents, papers, ages.
    "nudge": _nudge(Topic.CONSENTS),
    "nudge-guardian": _nudge(Topic.CONSENTS, switch=None),
    "newcomers": _DIGEST,
    "admitted": _AT_ONCE,
    "turned-away": _AT_ONCE,
    "guardian-answered": _AT_ONCE,
    "guardian-confirmed": _AT_ONCE,
    "guardians-disagree": _AT_ONCE,
    "guardians-waiting": _DIGEST,
    "permission-asked": _AT_ONCE,
    "papers-wanted": _DIGEST,
    "paper-noted": _AT_ONCE,
    "come-of-fourteen": _AT_ONCE,
    "come-of-age": _AT_ONCE,
    "age-again": _AT_ONCE,
    # Leaving, the law's terms.
    "withdrew": _AT_ONCE,
    "withdrew-purpose": _AT_ONCE,
    "child-withdrawn": _AT_ONCE,
    "came-back": _DIGEST,
    "acts-made": _DIGEST,
    "curator-left": _AT_ONCE,
    "tripped": _AT_ONCE,
    # Questionnaires.
    "baseline": _FORM,
    "notes-asked": _FORM,
    "feedback": _FORM,
    "final-asked": _FORM,
    "preferences-asked": _FORM,
    "mentor-report": _FORM,
    "feedback-asks": _DIGEST,
    "rating": _FORM,
    "rating-again": _FORM,
    "rating-alarm": _DIGEST,
    # Pairs: offers, rules, endings, pauses, those without a pair.
    "offer": _AT_ONCE,
    "offer-reminder": _AT_ONCE,
    "offer-both": _AT_ONCE,
    "offer-over": _AT_ONCE,
    "offer-late": _AT_ONCE,
    "offer-undone": _AT_ONCE,
    "offer-objected": _AT_ONCE,
    "offer-told-guardian": _AT_ONCE,
    "offer-guardian": _AT_ONCE,
    "offer-guardian-over": _AT_ONCE,
    "child-pair-ended": _AT_ONCE,
    "child-pair-frozen": _AT_ONCE,
    "child-pair-again": _AT_ONCE,
    "child-meeting": _AT_ONCE,  # only for a parent who has asked for it
    "offers-accepted": _DIGEST,
    "offer-declined": _DIGEST,
    "offer-returned": _DIGEST,
    "first-contact": _nudge(Topic.MEETINGS, switch=None),
    "first-contact-late": _DIGEST,
    "pair-signal": _DIGEST,
    "pair-nudge": _AT_ONCE,
    "pair-active": _AT_ONCE,
    "pair-ended": _AT_ONCE,
    "pair-frozen": _AT_ONCE,
    "pair-unfrozen": _AT_ONCE,
    "match-over": _AT_ONCE,
    "pact-reminder": _nudge(Topic.PAIRS),
    "pact-pace": _AT_ONCE,
    "pact-guardian": _AT_ONCE,
    "parting-asked": _AT_ONCE,
    "parting-taken-back": _DIGEST,
    "parting-leaves": _AT_ONCE,
    "parting-kept": _AT_ONCE,
    "pause-told": _AT_ONCE,
    "pause-back": _AT_ONCE,
    "pause-over": _AT_ONCE,
    "pause-set": _DIGEST,
    "place-asked": _AT_ONCE,
    "place-answered": _DIGEST,
    "case-plan": _AT_ONCE,
    "case-closed": _AT_ONCE,
    "case-given": _AT_ONCE,
    "case-step": _DIGEST,
    # Meetings of a pair, of a group of pairs.
    "meeting-set": _AT_ONCE,
    "meeting-moved": _AT_ONCE,
    "meeting-called-off": _AT_ONCE,
    "meeting-cannot": _AT_ONCE,
    "meeting-asked-to-move": _AT_ONCE,
    "meeting-day": _MEETING,
    "meeting-hour": _MEETING,
    "meeting-how": _MEETING,
    "meeting-how-again": _MEETING,
    "meeting-took-place": _MEETING,
    "meeting-closing": _AT_ONCE,
    "meeting-place": _AT_ONCE,
    "meeting-repeats": _AT_ONCE,
    "proposal": _AT_ONCE,
    "proposal-kept": _AT_ONCE,
    "visit-asked": _AT_ONCE,
    "visit-moved": _AT_ONCE,
    "visit-off": _AT_ONCE,
    "visit-day": _MEETING,
    "visit-hour": _MEETING,
    "meeting-nudge": _nudge(Topic.MEETINGS),
    "gathering-set": _AT_ONCE,
    "gathering-moved": _AT_ONCE,
    "gathering-off": _AT_ONCE,
    "gathering-day": _MEETING,
    "gathering-parent": _AT_ONCE,
    "gathering-parent-moved": _AT_ONCE,
    "gathering-parent-off": _AT_ONCE,
    "gathering-over": _DIGEST,
    # Plans.
    "plan-ready": _AT_ONCE,
    "plan-news": Manner(Switch.NUDGES, school_day=True),
    "plan-soon": _nudge(Topic.PLANS),
    "plan-overdue": _nudge(Topic.PLANS),
    # The roadmap.
    "roadmap-soon": _DIGEST,
    "roadmap-late": _DIGEST,
}
