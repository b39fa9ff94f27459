"""Makes every service once, and gives each form its receiver and each conversation what it asks for by name."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from bot.settings import BotSettings
from bot.watched import sweep as sweep_lists
from handlers import continuations, panels
from handlers.home import PanelOf
from handlers.questionnaire import Continuation
from locales.consents import editions, every_edition
from mentoring import mentor_report
from mentoring.curator_own import KEY
from mentoring.diary import FORMS as LINE_FORMS
from mentoring.questionnaire_catalogue import catalogue, default_areas, sources
from mentoring.settings import Settings
from papers.editions import blank_editions
from services import (
    ages,
    asking,
    broadcasts,
    caring,
    case_status,
    cases,
    concern_calls,
    consent_details,
    curator_own,
    destruction,
    feedback,
    first_contact,
    freezing,
    gathering_notices,
    gatherings,
    guardian_notices,
    measuring,
    meeting_notices,
    notes,
    offer_notices,
    pact_notices,
    parting_notices,
    plan_forms,
    plan_notices,
    proposal_notices,
    ratings,
    rhythm_following,
    roadmap_reminders,
    signals,
    stuck_pairs,
    visit_notices,
)
from services.acts import Acts
from services.admission import Admission
from services.areas import Areas
from services.asking import Asking
from services.attendance import Attending
from services.avoided import Avoided
from services.baseline import Baseline
from services.broadcasts import Broadcasts
from services.calls import Calls, lost, still_unreachable
from services.calls import nightly as call_again
from services.capacity import Capacity
from services.caring import Caring
from services.case_status import CaseStatus
from services.cases import Cases
from services.child_pairs import ChildPairs
from services.child_window import ChildWindows
from services.choices import Choices
from services.concerns import Concerns
from services.confirming import Confirming
from services.consent_blanks import ConsentBlanks
from services.consenting import Consenting
from services.curator_own import CuratorOwn
from services.diary import Diaries
from services.digest_of_day import Telling
from services.draft_history import DraftHistory
from services.endings import Endings
from services.existing_pairs import ExistingPairs
from services.export_folder import ExportFolder
from services.exporting import Exporting
from services.feedback import Feedback
from services.filling import Filling, Guard, Proposer, Receiver
from services.first_contact import FirstContact
from services.form_choice import FormChoice
from services.gathering_minutes import GatheringMinutes
from services.gatherings import Gatherings
from services.guardians import Guardians
from services.guardians_known import GuardiansKnown
from services.handing_over import HandingOver
from services.invitations import Invitations
from services.inviting import Inviting
from services.joining import Joining
from services.ledger import ConsentLedger
from services.letters import Letters, guard_letter, still_written
from services.letters import still_answered as still_letter_answered
from services.levels import Levels
from services.match_rules import MatchRules
from services.matching import Compute, Matching
from services.matching_questions import MatchingQuestions
from services.meeting_corrections import MeetingCorrections
from services.meeting_log import MeetingLog
from services.meeting_records import MeetingRecords
from services.meetings import Meetings
from services.mentor_report import STILL as REPORT_STILL
from services.mentor_report import MentorReports
from services.mentor_report import nightly as ask_for_reports
from services.merging import Merging, still_over
from services.my_data import HandingOut
from services.night import Night, NightWork
from services.notes import Notes
from services.notices import Deed, Notices, Still
from services.nudges import Nudges, still_nudge, still_nudge_guardian
from services.offers import Offers, lapse
from services.old_copies import forget_copies
from services.ordered import Acquainting
from services.orders import Orders
from services.outer_lists import listers
from services.pacts import Pacts
from services.pair_page import PairPages
from services.pairs_glance import PairsGlance
from services.pairs_watch import PairsWatch, still_without_meeting
from services.paper_blanks import PaperBlanks
from services.paper_entry import PaperEntry
from services.paper_returns import PaperReturns
from services.participation import Participation, guard, receivers_of
from services.parting_answers import PartingAnswers
from services.partings import Partings, leaves
from services.pauses import Pausing
from services.people import People
from services.people_changes import PeopleChanges
from services.permissions import Permissions
from services.plans import Plans
from services.poll import Polls, forget_strangers
from services.privacy import Privacy
from services.privacy_modes import BY_NAME, PrivacyModes, closed_where_coded
from services.proposals import Proposals
from services.questionnaire_forms import Forms
from services.questionnaire_measures import QuestionnaireMeasures
from services.questionnaire_versions import QuestionnaireVersions, receive_file
from services.quiet_screens import HIDE, QuietScreens, hidden
from services.ratings import Ratings
from services.rhythms import Rhythms
from services.roadmap import Roadmap, plan
from services.safekeeping import Safekeeping
from services.safety import Safety, still_tried
from services.scans import Scans
from services.school_days import SchoolCalendar
from services.schools import Schools
from services.signals import Signals
from services.speakers import Speakers
from services.stuck_pairs import StuckPairs
from services.switches import Switches
from services.third_parties import ThirdParties
from services.today import Today
from services.tripping import Tripping
from services.visits import Visits
from services.way_out import WayOut
from services.whereabouts import Where
from services.wishing import Wishing
from services.withdrawing import Withdrawing
from storage.database import Database, Transaction


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything a handler may ask for by parameter name."""

    speakers: Speakers
    schools: Schools
    joining: Joining
    consenting: Consenting
    guardians: Guardians
    guardians_known: GuardiansKnown
    permissions: Permissions
    consent_ledger: ConsentLedger
    consent_blanks: ConsentBlanks
    admission: Admission
    inviting: Inviting
    handing_over: HandingOver
    paper_returns: PaperReturns
    paper_blanks: PaperBlanks
    paper_entry: PaperEntry
    privacy: Privacy
    acts: Acts
    withdrawing: Withdrawing
    handing_out: HandingOut
    where: Where
    filling: Filling
    questionnaire_versions: QuestionnaireVersions
    questionnaire_measures: QuestionnaireMeasures
    notes: Notes
    third_parties: ThirdParties
    baseline: Baseline
    levels: Levels
    participation: Participation
    form_choice: FormChoice
    polls: Polls
    notices: Notices
    calls: Calls
    switches: Switches
    school_calendar: SchoolCalendar
    night: Night
    meetings: Meetings
    rhythms: Rhythms
    proposals: Proposals
    visits: Visits
    meeting_log: MeetingLog
    meeting_records: MeetingRecords
    diaries: Diaries
    mentor_reports: MentorReports
    feedback: Feedback
    first_contact: FirstContact
    ratings: Ratings
    signals: Signals
    stuck_pairs: StuckPairs
    asking: Asking
    gatherings: Gatherings
    attending: Attending
    gathering_minutes: GatheringMinutes
    invitations: Invitations
    avoided: Avoided
    curator_own: CuratorOwn
    pairs_watch: PairsWatch
    pair_pages: PairPages
    pairs_glance: PairsGlance
    roadmap: Roadmap
    today: Today
    choices: Choices
    broadcasts: Broadcasts
    exporting: Exporting
    way_out: WayOut
    tripping: Tripping
    privacy_modes: PrivacyModes
    areas: Areas
    people: People
    people_changes: PeopleChanges
    nudges: Nudges
    letters: Letters
    merging: Merging
    matching: Matching
    matching_questions: MatchingQuestions
    confirming: Confirming
    wishing: Wishing
    match_rules: MatchRules
    draft_history: DraftHistory
    offers: Offers
    capacity: Capacity
    child_pairs: ChildPairs
    child_windows: ChildWindows
    pacts: Pacts
    plans: Plans
    orders: Orders
    acquainting: Acquainting
    scans: Scans
    partings: Partings
    parting_answers: PartingAnswers
    endings: Endings
    pausing: Pausing
    existing_pairs: ExistingPairs
    cases: Cases
    caring: Caring
    case_status: CaseStatus
    concerns: Concerns
    quiet_screens: QuietScreens
    safekeeping: Safekeeping
    safety: Safety
    workshop: Compute
    after: dict[str, Continuation]
    panels: tuple[PanelOf, ...]

    def by_name(self) -> dict[str, Any]:
        """The same as a mapping."""
        return {each.name: getattr(self, each.name) for each in fields(self)}


def _sweeping(settings: BotSettings) -> NightWork:
    """Every night files with names that have lain long enough are removed."""
    exports = ExportFolder(settings.export_dir)

    def sweep(tx: Transaction, school_id: int) -> None:
        exports.sweep(tx.now, settings.export_days)
        sweep_lists(settings.inbox_dir, tx.now, settings.export_days)

    return sweep


def parts(database: Database, settings: BotSettings, compute: Compute) -> Parts:
    """Make them over one database; `compute` is where heavy work is done."""
    matching_questions = MatchingQuestions(database, compute)
    wishing = Wishing(database)
    offers, orders = Offers(database), Orders(database, every_edition())
    scans = Scans(database)
    existing_pairs, partings = ExistingPairs(database), Partings(database)
    child_pairs, pairs_watch = ChildPairs(database), PairsWatch(database)
    night = Night(
        database,
        [
            forget_strangers,
            call_again,
            feedback.nightly,
            ratings.nightly,
            asking.nightly,
            ask_for_reports,
            gatherings.nightly,
            destruction.nightly,
            ages.nightly,
            cases.settled_at_night,
            forget_copies(database.path),
            _sweeping(settings),
        ],
    )
    schools = Schools(
        database, Settings(time_zone=settings.time_zone), default_areas(), when_begun=(plan, night.when_begun)
    )
    meetings = Meetings(database)
    records, reports = MeetingRecords(database), MentorReports(database)
    log = MeetingLog(database, when_held=[feedback.when_held])
    corrections = MeetingCorrections(when_held=[feedback.when_held])
    group_meetings, minutes = Gatherings(database), GatheringMinutes(database)
    roadmap = Roadmap(database)
    rating, stuck = Ratings(database), StuckPairs(database)
    choices, areas = Choices(database), Areas(database)
    messages = Broadcasts(database)
    letters = Letters(database)
    forms = Forms(catalogue())
    people, people_changes = People(database, forms), PeopleChanges(database)
    joining = Joining(database, schools, settings.curators)
    consenting, guardians_known = Consenting(database, editions()), GuardiansKnown(database)
    permissions, consent_ledger = Permissions(database, every_edition()), ConsentLedger(database, every_edition())
    consent_blanks = ConsentBlanks(database, every_edition())
    admission, inviting, handing_over = Admission(database), Inviting(database), HandingOver(database)
    paper_returns, privacy = PaperReturns(database, blank_editions()), Privacy(database)
    acts, withdrawing = Acts(database, settings.export_days), Withdrawing(database)
    tripping = Tripping(database)
    safekeeping, safety = Safekeeping(database), Safety(database)
    receivers: dict[str, Receiver] = {
        **receivers_of(catalogue()),
        "setup": schools.receive_setup,
        "join": joining.receive_join,
        "join_pupil": joining.receive_join,
        "join_side": joining.receive_join,
        "join_birth": joining.receive_join,
        **dict.fromkeys(("join_coded", "join_pupil_coded", "join_birth_coded"), joining.receive_join),
        "about_pupil_coded": joining.receive_about,
        "about_person": joining.receive_about,
        "about_pupil": joining.receive_about,
        "about_teacher": joining.receive_about,
        "about_outsider": joining.receive_about,
        "clearance": admission.receive_clearance,
        "link_class": inviting.receive_class,
        "class_list": inviting.receive_list,
        "questionnaire_file": receive_file,
        "paper_return": paper_returns.receive,
        "paper_back": consent_ledger.receive_back,
        "consent_document": consent_ledger.receive_document,
        "consent_details": consent_details.receive,
        "paper_return_own": paper_returns.receive_own,
        "paper_return_class": paper_returns.receive_class,
        "search": people_changes.receive_search,
        "pairs_search": pairs_watch.receive_search,
        "match_search": matching_questions.receive_search,
        "letter": letters.receive_letter,
        "letter_answer": letters.receive_answer,
        "name": people_changes.receive_name,
        "person": people_changes.receive_person,
        "meeting_log": log.receive_log,
        "meeting_unplanned": log.receive_unplanned,
        "meeting_correction": corrections.receive,
        **dict.fromkeys(LINE_FORMS, records.receive_line),
        mentor_report.KEY: reports.receive,
        "meeting_place": meetings.receive_place,
        "gathering_place": group_meetings.receive_place,
        "gathering_minutes": minutes.receive_text,
        "gathering_sign": minutes.receive_signing,
        "interim_mentor": feedback.receive,
        "interim_mentee": feedback.receive,
        "interim_mentor_teacher_teacher": feedback.receive,
        "interim_mentee_teacher_teacher": feedback.receive,
        "rating_words": rating.receive_words,
        "pair_nudge": stuck.receive_nudge,
        KEY: curator_own.receive,
        "decline_reason": offers.receive_decline,
        "wish_reason": wishing.receive_reason,
        "objection": child_pairs.receive,
        "parting": partings.receive,
        "case_words": caring.receive_words,
        "existing_pair": existing_pairs.receive_by_hand,
        "pairs_list": existing_pairs.receive_list,
        "order_sign": orders.receive_signing,
        "worker_consent": orders.receive_worker_consent,
        "order_scan": scans.receive,
        "programme_title": choices.receive_title,
        "parents_contact": choices.receive_contact,
        "broadcast": messages.receive,
        "area": areas.receive,
        "concern_note": safekeeping.receive_note,
        "safety_contacts": safety.receive_contacts,
        "act_signed": acts.receive_signed,
        "roadmap_note": roadmap.receive_note,
        "roadmap_dates": roadmap.receive_dates,
        **notes.receivers(),
        **measuring.receivers(),
        **plan_forms.RECEIVERS,
    }
    proposers: dict[str, Proposer] = {
        "setup": schools.proposed_setup,
        "consent_details": consent_details.proposed,
        "name": people_changes.proposed_name,
        "order_sign": orders.proposed_signing,
        "gathering_minutes": minutes.proposed_text,
        "gathering_sign": minutes.proposed_signing,
        "worker_consent": orders.proposed_worker_consent,
        "roadmap_dates": roadmap.proposed_dates,
        "area": areas.proposed,
        "safety_contacts": safety.proposed_contacts,
        "parents_contact": choices.proposed_contact,
        **measuring.proposers(),
        **plan_forms.PROPOSERS,
        **{form: records.proposed_line(line) for form, line in LINE_FORMS.items()},
        mentor_report.KEY: reports.proposed,
    }
    guards: dict[str, Guard] = dict.fromkeys(receivers_of(catalogue()), guard)
    guards["letter"] = guard_letter
    guards["concern_note"] = safekeeping.guard_note
    guards["objection"] = child_pairs.guard
    guards["case_words"] = caring.guard_words
    guards[KEY] = curator_own.guard
    guards[mentor_report.KEY] = reports.require_own
    guards["meeting_unplanned"] = log.guard_unplanned
    guards["meeting_correction"] = corrections.guard
    guards |= dict.fromkeys(BY_NAME, closed_where_coded)
    guards |= {**dict.fromkeys(notes.receivers(), notes.guard), **measuring.guards()}
    still: dict[str, Still] = {
        "letter": still_written,
        "letter-answer": still_letter_answered,
        "nudge": still_nudge,
        "nudge-guardian": still_nudge_guardian,
        "match-over": still_over,
        **meeting_notices.STILL,
        **proposal_notices.STILL,
        **visit_notices.STILL,
        **REPORT_STILL,
        **gathering_notices.STILL,
        **offer_notices.STILL,
        **guardian_notices.STILL,
        **pact_notices.STILL,
        **plan_notices.STILL,
        **parting_notices.STILL,
        **freezing.STILL,
        **first_contact.STILL,
        **ratings.STILL,
        **signals.STILL,
        **stuck_pairs.STILL,
        "meeting-nudge": still_without_meeting,
        "feedback": feedback.still_to_answer,
        "feedback-asks": feedback.still_asking,
        "final-asked": asking.still_asked,
        "preferences-asked": asking.still_asked_preferences,
        "person-unreachable": still_unreachable,
        "guardian-answered": consenting.still_answered,
        "permission-asked": permissions.still_asked,
        "guardians-disagree": consenting.still_disagree,
        "guardian-confirmed": guardians_known.still_confirmed,
        "guardians-waiting": guardians_known.still_waiting,
        "come-of-age": consenting.still_of_age,
        "newcomers": admission.still_waiting,
        "admitted": admission.still_admitted,
        "turned-away": admission.still_turned_away,
        "papers-wanted": paper_returns.still_wanted,
        "paper-noted": paper_returns.still_noted,
        "curator-left": handing_over.still_left,
        "withdrew": privacy.still_withdrew,
        "child-withdrawn": privacy.still_child_withdrawn,
        "acts-made": acts.still_made,
        "come-of-fourteen": ages.still_fourteen,
        "age-again": ages.still_banded,
        "withdrew-purpose": withdrawing.still_purpose,
        "came-back": withdrawing.still_back,
        "pair-unfrozen": withdrawing.still_unfrozen,
        "roadmap-soon": roadmap_reminders.still_soon,
        "roadmap-late": roadmap_reminders.still_late,
        "broadcast": broadcasts.still,
        "tripped": tripping.still_tripped,
        **concern_calls.STILL,
        "concern-trial": still_tried,
        "notes-asked": notes.still_asked,
        "place-asked": case_status.still_asked,
        "place-answered": case_status.still_answered,
        "case-plan": case_status.still_planned,
        "case-closed": case_status.still_closed,
        "case-given": caring.still_given,
        "case-step": caring.still_step,
        "baseline": measuring.still_missing,
    }
    deeds: dict[str, Deed] = {
        "night": night.deed,
        "forget": joining.forget,
        "erase": privacy.erase,
        "offer-lapses": lapse,
        **rhythm_following.DEEDS,
        "parting-due": leaves,
        "roadmap-day": roadmap_reminders.look,
        **concern_calls.DEEDS,
        HIDE: hidden,
    }
    telling = Telling(still)
    still |= {"digest": telling.still_gathered, "missed": telling.still_gathered}
    when_unreachable: dict[str, Deed] = {"concern-call": concern_calls.when_unreachable}
    lists = {"classes.csv": broadcasts.classes, **listers()}
    whom = {**dict.fromkeys(notes.receivers(), notes.whom), **measuring.namings()}
    filling = Filling(database, forms, receivers, proposers, guards, lists, whom)
    return Parts(
        speakers=Speakers(database),
        schools=schools,
        joining=joining,
        consenting=consenting,
        guardians=Guardians(database),
        guardians_known=guardians_known,
        permissions=permissions,
        consent_ledger=consent_ledger,
        consent_blanks=consent_blanks,
        admission=admission,
        inviting=inviting,
        handing_over=handing_over,
        paper_returns=paper_returns,
        paper_blanks=PaperBlanks(database, forms),
        paper_entry=PaperEntry(database, filling, forms),
        privacy=privacy,
        acts=acts,
        withdrawing=withdrawing,
        handing_out=HandingOut(database, forms),
        where=Where(database),
        filling=filling,
        questionnaire_versions=QuestionnaireVersions(database, forms, filling, sources()),
        questionnaire_measures=QuestionnaireMeasures(database, forms),
        notes=Notes(database, forms),
        third_parties=ThirdParties(database),
        baseline=Baseline(database),
        levels=Levels(database),
        participation=Participation(database),
        form_choice=FormChoice(database),
        polls=Polls(database),
        notices=Notices(database, still, deeds, when_unreachable=when_unreachable, lost=lost),
        calls=Calls(database),
        switches=Switches(database),
        school_calendar=SchoolCalendar(database),
        night=night,
        meetings=meetings,
        rhythms=Rhythms(database),
        proposals=Proposals(database),
        visits=Visits(database),
        meeting_log=log,
        meeting_records=records,
        diaries=Diaries(database),
        mentor_reports=reports,
        feedback=Feedback(database),
        first_contact=FirstContact(database),
        ratings=rating,
        signals=Signals(database),
        stuck_pairs=stuck,
        asking=Asking(database),
        gatherings=group_meetings,
        attending=Attending(database),
        gathering_minutes=minutes,
        invitations=Invitations(database),
        avoided=Avoided(database),
        curator_own=CuratorOwn(database),
        pairs_watch=pairs_watch,
        pair_pages=PairPages(database),
        pairs_glance=PairsGlance(database),
        roadmap=roadmap,
        today=Today(database),
        choices=choices,
        broadcasts=messages,
        exporting=Exporting(database, compute),
        tripping=tripping,
        privacy_modes=PrivacyModes(database),
        way_out=WayOut(database, ExportFolder(settings.export_dir), settings.archive_password.get_secret_value()),
        areas=areas,
        people=people,
        people_changes=people_changes,
        nudges=Nudges(database),
        letters=letters,
        merging=Merging(database),
        matching=Matching(database, compute),
        matching_questions=matching_questions,
        confirming=Confirming(database),
        wishing=wishing,
        match_rules=MatchRules(database),
        draft_history=DraftHistory(database, compute),
        offers=offers,
        capacity=Capacity(database),
        child_pairs=child_pairs,
        child_windows=ChildWindows(database),
        pacts=Pacts(database),
        plans=Plans(database),
        orders=orders,
        acquainting=Acquainting(database),
        scans=scans,
        partings=partings,
        parting_answers=PartingAnswers(database),
        endings=Endings(database),
        pausing=Pausing(database),
        existing_pairs=existing_pairs,
        cases=Cases(database),
        caring=Caring(database),
        case_status=CaseStatus(database),
        concerns=Concerns(database),
        quiet_screens=QuietScreens(database),
        safekeeping=safekeeping,
        safety=safety,
        workshop=compute,
        after=continuations(),
        panels=panels(),
    )
