"""Talk: conversations of people with the bot, one file each; here they are put in order."""

from __future__ import annotations

from aiogram import Router

from handlers import (
    baseline,
    consent,
    feedback,
    guardian,
    help,
    home,
    joining,
    leftovers,
    letters,
    meeting_notices,
    meetings,
    my_data,
    notes,
    notices,
    offers,
    paper_entry,
    participant,
    permissions,
    poll,
    privacy,
    questionnaire,
    resuming,
    roadmap,
    setup,
    where,
    who,
)
from handlers.curator import (
    acts,
    admission,
    areas,
    asking,
    broadcast,
    card,
    class_list,
    confirmed,
    existing_pairs,
    export,
    form_choice,
    guardians,
    hand_over,
    invite,
    ledger,
    matching,
    merging,
    nudges,
    orders,
    paper_forms,
    paper_returns,
    people,
    people_filters,
    privacy_mode,
    questionnaires,
    sections,
    settings,
    third_parties,
    today,
    withdrawals,
)
from handlers.curator import baseline as curator_baseline
from handlers.curator import letters as curator_letters
from handlers.curator import meetings as curator_meetings
from handlers.curator import poll as curator_poll
from handlers.curator import roadmap as curator_roadmap
from handlers.home import PanelOf
from handlers.notices import View
from handlers.questionnaire import Continuation
from mentoring.baseline import FORMS, SHEETS, Source, sheet_form
from mentoring.curator_own import KEY
from mentoring.notes import Party, form_of
from mentoring.questionnaire_catalogue import catalogue
from services.participation import receivers_of


def routes() -> tuple[Router, ...]:
    """Every conversation: commands and buttons first, then whatever is typed, leftovers last."""
    return (
        questionnaire.taps(),
        joining.router(),
        poll.router(),
        home.router(),
        help.router(),
        setup.router(),
        consent.router(),
        guardian.router(),
        permissions.router(),
        who.router(),
        privacy.router(),
        admission.router(),
        guardians.router(),
        ledger.router(),
        invite.router(),
        class_list.router(),
        questionnaires.router(),
        hand_over.router(),
        paper_returns.router(),
        paper_forms.router(),
        paper_entry.router(),
        acts.router(),
        withdrawals.router(),
        my_data.router(),
        sections.router(),
        today.router(),
        settings.router(),
        privacy_mode.router(),
        export.router(),
        curator_poll.router(),
        broadcast.router(),
        areas.router(),
        roadmap.router(),
        curator_roadmap.router(),
        people.router(),
        people_filters.router(),
        card.router(),
        merging.router(),
        nudges.router(),
        letters.router(),
        curator_letters.router(),
        matching.router(),
        confirmed.router(),
        orders.router(),
        existing_pairs.router(),
        offers.router(),
        notices.router(),
        meetings.router(),
        feedback.router(),
        curator_meetings.router(),
        participant.router(),
        notes.router(),
        baseline.router(),
        third_parties.router(),
        curator_baseline.router(),
        form_choice.router(),
        asking.router(),
        questionnaire.router(),
        leftovers.router(),
    )


def continuations() -> dict[str, Continuation]:
    """What is said when a form has been sent, by the form."""
    return {
        "setup": setup.after_setup,
        "join": consent.after_join,
        "join_pupil": consent.after_join,
        "join_side": consent.after_join,
        "join_birth": consent.after_join,
        **dict.fromkeys(("join_coded", "join_pupil_coded", "join_birth_coded"), consent.after_join),
        "about_pupil_coded": consent.after_about,
        "about_person": consent.after_about,
        "about_pupil": consent.after_about,
        "about_teacher": consent.after_about,
        "about_outsider": consent.after_about,
        **dict.fromkeys(receivers_of(catalogue()), participant.after_sheet),
        "clearance": admission.after_clearance,
        "link_class": invite.after_link_class,
        "class_list": class_list.after_class_list,
        "questionnaire_file": questionnaires.after_file,
        "paper_return": paper_returns.after_return,
        "paper_back": ledger.after_back,
        "consent_document": ledger.after_document,
        "consent_details": ledger.after_details,
        "paper_return_own": paper_returns.after_return,
        "paper_return_class": paper_returns.after_return,
        "search": people.after_search,
        "letter": letters.after_letter,
        "letter_answer": curator_letters.after_answer,
        "name": card.after_name,
        "person": card.after_person,
        "meeting_log": meetings.after_log,
        "meeting_note": meetings.after_text,
        "meeting_place": meetings.after_text,
        "interim_mentor": feedback.after_interim,
        "interim_mentee": feedback.after_interim,
        "interim_mentor_teacher_teacher": feedback.after_interim,
        "interim_mentee_teacher_teacher": feedback.after_interim,
        KEY: asking.after_own,
        "decline_reason": offers.after_decline,
        "existing_pair": existing_pairs.after_existing_pair,
        "pairs_list": existing_pairs.after_pairs_list,
        "order_sign": orders.after_signing,
        "worker_consent": orders.after_worker_consent,
        "programme_title": settings.after_title,
        "broadcast": broadcast.after_broadcast,
        "area": areas.after_area,
        "act_signed": acts.after_signed,
        "roadmap_note": roadmap.after_note,
        "roadmap_dates": curator_roadmap.after_dates,
        **dict.fromkeys((form_of(party) for party in Party), notes.after_note),
        **{form: _after_measures(source) for (_, source), form in FORMS.items()},
        **{sheet_form(form): curator_baseline.after_sheet for form in SHEETS},
    }


def _after_measures(source: Source) -> Continuation:
    return baseline.after_own if source is Source.SELF else notes.after_scores


def notice_views() -> dict[str, View]:
    """How a notice looks that is more than the sentence `notice-<kind>`, by its kind."""
    return {
        "come-of-age": consent.came_of_age,
        "withdrew": privacy.withdrew,
        "acts-made": acts.made,
        "withdrew-purpose": withdrawals.of_purpose,
        "came-back": withdrawals.back,
        "newcomers": admission.newcomers,
        "permission-asked": permissions.asked,
        "guardians-waiting": guardians.waiting,
        "papers-wanted": paper_returns.wanted,
        "letter": curator_letters.written,
        "letter-answer": letters.answered,
        "nudge": nudges.nudged,
        "nudge-guardian": nudges.nudged,
        **meeting_notices.VIEWS,
        **feedback.VIEWS,
        "final-asked": asking.notice_view,
        "preferences-asked": asking.notice_view,
        **curator_meetings.VIEWS,
        "offer": offers.notice_view,
        "offer-reminder": offers.notice_view,
        "offer-declined": confirmed.fallen_view,
        "offers-accepted": orders.waiting_view,
        "offer-returned": confirmed.fallen_view,
        "pair-active": offers.active_view,
        "roadmap-soon": roadmap.reminder,
        "roadmap-late": roadmap.reminder,
        "broadcast": broadcast.notice,
        "notes-asked": notes.asked,
        "baseline": baseline.nudged,
    }


def panels() -> tuple[PanelOf, ...]:
    """The parts of the home screen, from the top."""
    return (
        setup.panel,
        today.panel,
        where.panel,
        resuming.panel,
        participant.panel,
        baseline.panel,
        notes.panel,
        permissions.panel,
        paper_entry.panel,
        offers.panel,
        meetings.panel,
        feedback.panel,
        roadmap.panel,
        letters.panel,
        who.panel,
    )
