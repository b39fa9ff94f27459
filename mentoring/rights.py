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
    CHANGE_QUESTIONNAIRES = "change_questionnaires"  # the school's own versions, measures
    ENTER_PAPERS = "enter_papers"  # print questionnaires, enter answers from paper, name helpers for it
    MATCH = "match"  # drafts, pins, bans, confirming, offers
    SEE_AVOIDED = "see_avoided"  # with whom somebody would not like to work
    ANSWER_INVITATIONS = "answer_invitations"  # to a group meeting: «приду», «не смогу»
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
    ASK_TO_PART = "ask_to_part"  # quietly, for another pair or for the end of it
    OBJECT_TO_PAIR = "object_to_pair"  # of one's own child, until the order
    FILL_QUESTIONNAIRES = "fill_questionnaires"
    CONSENT_FOR_CHILD = "consent_for_child"
    WRITE_LETTER = "write_letter"
    ASK_THIRD_PARTIES = "ask_third_parties"  # about pupils (stage 2): send each adult the list of theirs
    NOTE_AS_CLASS_TEACHER = "note_as_class_teacher"  # about the mentees of one's own class
    NOTE_AS_PSYCHOLOGIST = "note_as_psychologist"
    NOTE_AS_SOCIAL_WORKER = "note_as_social_worker"
    NOTE_AS_PARENT = "note_as_parent"  # about one's own child
    READ_NOTES = "read_notes"  # what class teacher, social worker and parents said of a pupil
    READ_PSYCHOLOGIST_NOTES = (
        "read_psychologist_notes"  # behind its own wall: the text, and the answers not for the curator
    )
    NOTE_ABOUT_TEACHERS = "note_about_teachers"  # facts of a teacher as mentee (stage 2, item 4)
    READ_TEACHER_NOTES = "read_teacher_notes"
    PRINT_CLASS_CONSENTS = "print_class_consents"  # blanks of consents, of one's own class
    MEASURE_CLASS = "measure_class"  # before and after, of the mentees of one's own class
    MEASURE_LEVELS = "measure_levels"  # psychological measures: a level, by code (ст. 44 273-ФЗ)
    MEASURE_TEACHERS = "measure_teachers"
    MEASURE_SCHOOL = "measure_school"  # the indicator sheet of a form, entry X and exit Y
    SEE_MEASURES = "see_measures"  # shares, who is missing, totals
    LOOK_AFTER = "look_after"  # those without a pair whom the curator has handed over to one
    ANSWER_CONCERNS = "answer_concerns"  # of a pupil who does not feel at ease


_STAFF = frozenset(STAFF_ROLES)
_CURATOR = frozenset({Role.CURATOR})
_PSYCHOLOGIST = frozenset({Role.PSYCHOLOGIST})
_METHODIST = frozenset({Role.METHODIST})
_PARTICIPANTS = frozenset({Role.MENTOR, Role.MENTEE})

RIGHTS: Mapping[Deed, frozenset[Role]] = {
    Deed.SET_UP: _CURATOR,
    Deed.HAND_OVER: _CURATOR,
    Deed.INVITE: _CURATOR,
    Deed.SEE_PEOPLE: _CURATOR,
    Deed.CHANGE_PEOPLE: _CURATOR,
    Deed.ADMIT: _CURATOR,
    Deed.RECORD_PAPERS: _CURATOR,
    Deed.CHANGE_QUESTIONNAIRES: _CURATOR,
    Deed.ENTER_PAPERS: _CURATOR,  # and whoever the curator has named (services/standing_in.py)
    Deed.MATCH: _CURATOR,
    Deed.SEE_AVOIDED: _CURATOR | _PSYCHOLOGIST,
    Deed.ANSWER_INVITATIONS: _PARTICIPANTS,
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
    Deed.ASK_TO_PART: _PARTICIPANTS | {Role.GUARDIAN},
    Deed.OBJECT_TO_PAIR: frozenset({Role.GUARDIAN}),
    Deed.FILL_QUESTIONNAIRES: _PARTICIPANTS,
    Deed.CONSENT_FOR_CHILD: frozenset({Role.GUARDIAN}),
    Deed.WRITE_LETTER: _PARTICIPANTS | _STAFF | {Role.GUARDIAN},
    Deed.ASK_THIRD_PARTIES: _CURATOR,
    Deed.NOTE_AS_CLASS_TEACHER: frozenset({Role.CLASS_TEACHER}),
    Deed.NOTE_AS_PSYCHOLOGIST: _PSYCHOLOGIST,
    Deed.NOTE_AS_SOCIAL_WORKER: frozenset({Role.SOCIAL_WORKER}),
    Deed.NOTE_AS_PARENT: frozenset({Role.GUARDIAN}),
    Deed.READ_NOTES: _CURATOR | _PSYCHOLOGIST,
    Deed.READ_PSYCHOLOGIST_NOTES: _PSYCHOLOGIST,
    Deed.NOTE_ABOUT_TEACHERS: _METHODIST,
    Deed.READ_TEACHER_NOTES: _CURATOR | _METHODIST,
    Deed.PRINT_CLASS_CONSENTS: frozenset({Role.CLASS_TEACHER}),
    Deed.MEASURE_CLASS: frozenset({Role.CLASS_TEACHER}),
    Deed.MEASURE_LEVELS: _PSYCHOLOGIST,
    Deed.MEASURE_TEACHERS: _METHODIST,
    Deed.MEASURE_SCHOOL: _CURATOR,
    Deed.SEE_MEASURES: _CURATOR,
    Deed.LOOK_AFTER: _CURATOR | _PSYCHOLOGIST | _METHODIST | {Role.CLASS_TEACHER, Role.SOCIAL_WORKER},
    Deed.ANSWER_CONCERNS: frozenset(),  # nobody by role: whoever was told of one (services/safekeeping.py)
}


def may(speaker: Speaker, deed: Deed) -> bool:
    """Whether one of the speaker's roles has the right."""
    return not speaker.roles.isdisjoint(RIGHTS[deed])


def require(speaker: Speaker, deed: Deed) -> None:
    """Raise NotYours for whoever may not."""
    if not may(speaker, deed):
        raise NotYours
