"""What a participant does by themselves: where they are, the application, the entry questionnaire, changing what was sent.

Stages 2 and 3 of the roadmap: data of mentees and mentors are gathered, by consent.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from mentoring.people import Kind, Person, Side, Speaker, age_on
from mentoring.preferences import FORMS
from mentoring.questionnaire import Answers
from mentoring.refusal import NotYours, Refusal
from mentoring.rights import Deed, may
from mentoring.role_models import Proposal, propose_model
from mentoring.standing import Lack, Standing
from services.asking import Round, key_of, require_open
from services.authority import acting
from services.filling import Receiver, Sent
from storage import answering, applications, asking, drafts, journal, participations, schools, standing
from storage.database import Database, Transaction

WAITS: Mapping[Lack, str] = MappingProxyType(
    {
        Lack.WITHDRAWN: "participant-waits-withdrawn",
        Lack.DECLINED: "participant-waits-declined",
        Lack.CONSENT: "participant-waits-consent",
        Lack.ASSENT: "participant-waits-assent",
        Lack.GUARDIAN: "participant-waits-guardian",
        Lack.PAPER: "participant-waits-paper",
        Lack.NAME: "participant-waits-name",
        Lack.UNCONFIRMED: "participant-waits-guardian-known",
        Lack.ADMISSION: "participant-waits-admission",
        Lack.CLEARANCE: "participant-waits-clearance",
        Lack.FORM: "participant-waits-form",
        Lack.TRAINING: "participant-waits-training",
    }
)
"""The sentence that says what a participant waits for, or has to do; questionnaires have buttons of their own."""

_APPROVED = ("active", "frozen")  # the order is signed: what was sent stands
_LATER = ("final_", "preferences_")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A questionnaire of a participant: its form, when it was sent and changed (the school's days), whether begun."""

    form: str
    sent_on: date | None
    changed_on: date | None
    begun: bool
    from_paper: bool = False  # entered by somebody else


@dataclass(frozen=True, slots=True)
class Place:
    """Where a participant is on one side they take. No questionnaires while no form of mentoring fits."""

    standing: Standing
    application: Sheet | None
    entry: Sheet | None
    match_state: str  # of the live match that has come furthest; empty: none
    gathered_until: date | None  # while that day is still ahead
    preferences: Sheet | None = None  # after the group meeting, once the curator asks
    final: Sheet | None = None  # at the end of the work, once it is asked for

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The questionnaires, in the order in which they are asked for."""
        return tuple(
            sheet for sheet in (self.application, self.entry, self.preferences, self.final) if sheet is not None
        )

    @property
    def next_sheet(self) -> Sheet | None:
        """The questionnaire to fill in now, if any may be."""
        if not self.standing.may_answer:
            return None
        return next((sheet for sheet in self.sheets if sheet.sent_on is None), None)

    @property
    def changeable(self) -> bool:
        """Whether what was sent may still be changed: until the order about the pair is signed."""
        return self.standing.may_answer and self.match_state not in _APPROVED

    def opens(self, sheet: Sheet) -> bool:
        """Whether a questionnaire may be opened: what is asked later than the order stays open to its end."""
        return self.changeable or (self.standing.may_answer and sheet in (self.preferences, self.final))


@dataclass(frozen=True, slots=True)
class Received:
    """What came of sending: sent for the first time or changed; a mentor's places, and what the school cut them to."""

    first: bool
    wished_places: int | None = None
    places: int | None = None


class Participation:
    """Participants' own screens; the receivers beside it keep what they send."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def places(self, speaker: Speaker) -> list[Place]:
        """Where the speaker is, for each side they take. A fixed number of queries."""

        def query(tx: Transaction) -> list[Place]:
            person = speaker.person
            found = standing.of_person(tx, person.id) if person else []
            if person is None or not found:
                return []
            sent, states = answering.sendings(tx, person.id), answering.states(tx, person.id)
            begun = {(draft.form, draft.about) for draft in drafts.begun(tx, speaker.account_id, person.id)}
            zone = schools.settings(tx, person.school_id).zone
            asked = asking.open_for(tx, person.id)
            return [_place(tx, each, sent, begun, states, zone, asked.get(each.participation.id, {})) for each in found]

        return await self._database.read(query)

    async def addable(self, speaker: Speaker) -> tuple[Side, ...]:
        """The sides the speaker may take as well, in another form that the programme runs."""

        def query(tx: Transaction) -> tuple[Side, ...]:
            now = acting(tx, speaker, Deed.FILL_QUESTIONNAIRES)
            return _addable(tx, _person(now))

        return await self._database.read(query)

    async def add_side(self, speaker: Speaker, side: Side) -> None:
        """Take another side as well. Raises Refusal when no form is left for it."""

        def unit(tx: Transaction) -> None:
            now = acting(tx, speaker, Deed.FILL_QUESTIONNAIRES)
            person = _person(now)
            if side not in _addable(tx, person):
                raise Refusal("participant-also-none")
            taken = participations.add_side(tx, person.school_id, person.id, person.kind, side)
            by = now.author_id
            journal.note(tx, "took-side", "participation", taken or 0, school=person.school_id, by=by, details=side)

        await self._database.work(unit)


def _addable(tx: Transaction, person: Person) -> tuple[Side, ...]:
    """A pupil younger than the school takes as a mentee is offered only to help."""
    chosen = schools.settings(tx, person.school_id)
    day = tx.now.astimezone(chosen.zone).date()
    born = person.birth_date
    young = person.kind is Kind.PUPIL and born is not None and age_on(born, day) < chosen.least_age
    found = participations.addable(tx, person.school_id, person.id, person.kind)
    return tuple(side for side in found if not (young and side is Side.MENTEE))


def _person(speaker: Speaker) -> Person:
    if speaker.person is None:
        raise NotYours
    return speaker.person


def application_key(found: Standing) -> str:
    """The key of the application this person sends on this side; empty for whom no form of mentoring is run yet."""
    part = found.participation
    return applications.form_of(found.person, part.side) if part.form or part.fitting else ""


def entry_key(side: Side, form: str) -> str:
    """The key of the questionnaire before the work begins (MR-42/02, annex 2); empty while no form fits."""
    return f"entry_{side}_{form}" if form else ""


def later_keys(side: Side, form: str) -> tuple[str, ...]:
    """The keys of what is asked for at a time: after the group meeting, and at the end of the work."""
    return tuple(key_of(each, side, form) for each in Round) if form else ()


def guard(tx: Transaction, speaker: Speaker, form: str, about: int) -> None:
    """Whether the speaker may open and send this questionnaire of this participation.

    Raises NotYours for another's, Refusal with what is missing until the consent is complete, and when the order about
    the pair is signed and the answers stand.
    """
    found = _own(tx, speaker, form, about)
    if not found.may_answer:
        raise Refusal(next(WAITS[lack] for lack in found.lacks if lack in WAITS))
    if form.startswith(FORMS) and speaker.entered_by is not None and not may(speaker.entered_by, Deed.SEE_AVOIDED):
        raise NotYours  # a helper enters from paper what the school may know, not with whom somebody would not work
    if form.startswith(_LATER):
        require_open(tx, found.person.id, about, Round(form.partition("_")[0]))
        return
    approved = answering.states(tx, found.person.id).get(about, "") in _APPROVED
    if approved and drafts.sent(tx, found.person.id, form, about) is not None:
        raise Refusal("participant-locked")


def receive_application(tx: Transaction, speaker: Speaker, sent: Sent) -> Received:
    """The application was sent, or changed: keep it, and propose form and role model from it to the curator."""
    found = _own(tx, speaker, sent.form, sent.about)
    earlier = drafts.sent(tx, found.person.id, sent.form, sent.about)
    _keep(tx, found, sent, speaker.author_id, changed=earlier is not None)
    form = _propose(tx, found, earlier.answers if earlier else None, sent.answers)
    wished, places = sent.number("places"), None
    if wished is not None:
        programme = schools.programme(tx, found.person.school_id)
        most = {str(each): number for each, number in programme.forms.items()} if programme else {}
        places = min(wished, most.get(form, wished))
    answering.mark_applied(tx, sent.about, places)
    return Received(earlier is None, wished, places)


def receive_entry(tx: Transaction, speaker: Speaker, sent: Sent) -> Received:
    """The entry questionnaire was sent, or changed."""
    found = _own(tx, speaker, sent.form, sent.about)
    earlier = drafts.sent(tx, found.person.id, sent.form, sent.about)
    _keep(tx, found, sent, speaker.author_id, changed=earlier is not None)
    answering.mark_entered(tx, sent.about)
    return Received(earlier is None)


def receive_final(tx: Transaction, speaker: Speaker, sent: Sent) -> Received:
    """The final questionnaire was sent, or changed."""
    found = _own(tx, speaker, sent.form, sent.about)
    earlier = drafts.sent(tx, found.person.id, sent.form, sent.about)
    _keep(tx, found, sent, speaker.author_id, changed=earlier is not None)
    asking.mark_finished(tx, sent.about)
    return Received(earlier is None)


def receive_preferences(tx: Transaction, speaker: Speaker, sent: Sent) -> Received:
    """With whom one would like to work, and with whom not: for the curator alone."""
    found = _own(tx, speaker, sent.form, sent.about)
    earlier = drafts.sent(tx, found.person.id, sent.form, sent.about)
    _keep(tx, found, sent, speaker.author_id, changed=earlier is not None)
    return Received(earlier is None)


def _own(tx: Transaction, speaker: Speaker, form: str, about: int) -> Standing:
    now = acting(tx, speaker, Deed.FILL_QUESTIONNAIRES)
    for each in standing.of_person(tx, now.person_id):
        side, mentoring_form = each.participation.side, each.participation.form
        keys = (application_key(each), entry_key(side, mentoring_form), *later_keys(side, mentoring_form))
        if each.participation.id == about and form and form in keys:
            return each
    raise NotYours


def _keep(tx: Transaction, found: Standing, sent: Sent, by: int, *, changed: bool) -> None:
    person = found.person
    drafts.send(
        tx,
        school=person.school_id,
        person=person.id,
        form=sent.form,
        version=sent.version,
        about=sent.about,
        answers=sent.answers,
    )
    deed = "questionnaire-changed" if changed else "questionnaire-sent"
    journal.note(tx, deed, "participation", sent.about, school=person.school_id, by=by, details=sent.form)


def _propose(tx: Transaction, found: Standing, earlier: Answers | None, answers: Answers) -> str:
    """What the curator has confirmed stands, unless the request has become another one. Returns the form."""
    part = found.participation
    before, now = (_of(found, each) if each is not None else None for each in (earlier, answers))
    if part.form_confirmed_at is not None and before in (None, now):
        return part.form
    same_wish = before is not None and now is not None and before.form == now.form
    form = part.form if part.form and (same_wish or now is None or now.form is None) else (now and now.form) or ""
    model = propose_model(found.person.kind, part.side, answers, form=form).model if form else None
    answering.propose(tx, part.id, form, model or "")
    return form


def _of(found: Standing, answers: Answers) -> Proposal:
    return propose_model(found.person.kind, found.participation.side, answers, found.participation.fitting)


def _place(
    tx: Transaction,
    found: Standing,
    sent: Mapping[tuple[str, int], answering.Sending],
    begun: set[tuple[str, int]],
    states: Mapping[int, str],
    zone: ZoneInfo,
    asked: Mapping[Round, datetime],
) -> Place:
    part = found.participation

    def day(moment: datetime | None) -> date | None:
        return moment.astimezone(zone).date() if moment else None

    def sheet(form: str, since: datetime | None = None) -> Sheet | None:
        if not form:
            return None
        sending = sent.get((form, part.id))
        if sending is None or (since is not None and (sending.changed_at or sending.sent_at) < since):
            return Sheet(form, None, None, (form, part.id) in begun)
        return Sheet(
            form,
            day(sending.sent_at),
            day(sending.changed_at),
            (form, part.id) in begun,
            sending.entered_by is not None,
        )

    until = answering.gathered_until(tx, part.programme_id, part.side)
    return Place(
        found,
        sheet(application_key(found)),
        sheet(entry_key(part.side, part.form)),
        states.get(part.id, ""),
        until if until and until >= tx.now.astimezone(zone).date() else None,
        *(
            sheet(key_of(each, part.side, part.form), asked[each]) if each in asked else None
            for each in (Round.PREFERENCES, Round.FINAL)
        ),
    )


def receivers_of(forms: Iterable[str]) -> dict[str, Receiver]:
    """Who receives the questionnaires of participants among these forms."""
    by_beginning = {
        "application_": receive_application,
        "entry_": receive_entry,
        "preferences_": receive_preferences,
        "final_": receive_final,
    }
    return {
        form: receive for form in forms for beginning, receive in by_beginning.items() if form.startswith(beginning)
    }
