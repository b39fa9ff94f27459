"""Who may do what: one table of rights, role by deed; nothing else decides.

A filter keeps the curator's router shut, and the service asks again in its transaction.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from mentoring.people import STAFF_ROLES, Role, Speaker
from mentoring.refusal import NotYours


class Deed(StrEnum):
    """Everything somebody may see or do beyond what is their own."""

    SET_UP = "set_up"  # the school's details, settings, areas
    HAND_OVER = "hand_over"  # make another person curator, leave
    INVITE = "invite"  # links, posters, class lists
    SEE_PEOPLE = "see_people"
    CHANGE_PEOPLE = "change_people"  # add, correct, merge, remove, nudge
    ADMIT = "admit"  # «новый» -> admitted, clearance of outsiders
    RECORD_PAPERS = "record_papers"  # consents that came back on paper
    MATCH = "match"  # drafts, pins, bans, confirming, offers
    ISSUE_ORDERS = "issue_orders"
    SEE_MEETINGS = "see_meetings"  # of every pair
    EXPORT = "export"
    BROADCAST = "broadcast"
    ANSWER_LETTERS = "answer_letters"
    SEE_TODAY = "see_today"
    SEE_ROADMAP = "see_roadmap"
    CHANGE_ROADMAP = "change_roadmap"
    CLOSE_OWN_ITEMS = "close_own_items"  # of the roadmap
    LEAD_MEETINGS = "lead_meetings"  # set and log meetings of one's own match
    ANSWER_MEETINGS = "answer_meetings"  # «буду», «состоялась» about one's own meeting
    ANSWER_OFFERS = "answer_offers"
    FILL_QUESTIONNAIRES = "fill_questionnaires"
    CONSENT_FOR_CHILD = "consent_for_child"
    WRITE_LETTER = "write_letter"


_STAFF = frozenset(STAFF_ROLES)
_CURATOR = frozenset({Role.CURATOR})
_PARTICIPANTS = frozenset({Role.MENTOR, Role.MENTEE})

RIGHTS: Mapping[Deed, frozenset[Role]] = {
    Deed.SET_UP: _CURATOR,
    Deed.HAND_OVER: _CURATOR,
    Deed.INVITE: _CURATOR,
    Deed.SEE_PEOPLE: _CURATOR,
    Deed.CHANGE_PEOPLE: _CURATOR,
    Deed.ADMIT: _CURATOR,
    Deed.RECORD_PAPERS: _CURATOR,
    Deed.MATCH: _CURATOR,
    Deed.ISSUE_ORDERS: _CURATOR,
    Deed.SEE_MEETINGS: _CURATOR,
    Deed.EXPORT: _CURATOR,
    Deed.BROADCAST: _CURATOR,
    Deed.ANSWER_LETTERS: _CURATOR,
    Deed.SEE_TODAY: _CURATOR,
    Deed.SEE_ROADMAP: _STAFF,
    Deed.CHANGE_ROADMAP: _CURATOR,
    Deed.CLOSE_OWN_ITEMS: _STAFF,
    Deed.LEAD_MEETINGS: frozenset({Role.MENTOR}),
    Deed.ANSWER_MEETINGS: frozenset({Role.MENTEE}),
    Deed.ANSWER_OFFERS: _PARTICIPANTS,
    Deed.FILL_QUESTIONNAIRES: _PARTICIPANTS,
    Deed.CONSENT_FOR_CHILD: frozenset({Role.GUARDIAN}),
    Deed.WRITE_LETTER: _PARTICIPANTS | _STAFF | {Role.GUARDIAN},
}


def may(speaker: Speaker, deed: Deed) -> bool:
    """Whether one of the speaker's roles has the right."""
    return not speaker.roles.isdisjoint(RIGHTS[deed])


def require(speaker: Speaker, deed: Deed) -> None:
    """Raise NotYours for whoever may not."""
    if not may(speaker, deed):
        raise NotYours
