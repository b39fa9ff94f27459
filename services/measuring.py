"""Receives the questionnaires of the first measurement: one's own, those of class teachers and methodists, sheets of forms."""

from __future__ import annotations

from mentoring.baseline import FORMS, SHEETS, Phase, Source, concerns, of_subject, parameters, sheet_form
from mentoring.naming import shown
from mentoring.notes import DEEDS, Party
from mentoring.people import Person, Speaker
from mentoring.questionnaire import Answers
from mentoring.refusal import NotYours, Refusal
from mentoring.rights import Deed
from services.authority import acting
from services.filling import Guard, Naming, Proposer, Receiver, Sent
from services.notices import Notice, Values
from services.people import frame
from storage import asks, drafts, impact, journal, standing
from storage.asks import Subject
from storage.database import Transaction

_PARTIES = {Source.CLASS_TEACHER: Party.CLASS_TEACHER, Source.METHODIST: Party.METHODIST}


def receive_own(tx: Transaction, speaker: Speaker, sent: Sent) -> None:
    """A participant has answered about themselves: kept as sent, and as measures of every form they are in."""
    person, participation, phase = _own(tx, speaker, sent.form, sent.about)
    drafts.send(
        tx,
        school=person.school_id,
        person=person.id,
        form=sent.form,
        version=sent.version,
        about=sent.about,
        answers=sent.answers,
    )
    names = [each.name for each in parameters(person.kind, Source.SELF)]
    for each in impact.to_measure(tx, person.id, phase, Source.SELF):
        impact.keep(tx, each, phase, _numbers(sent, names), speaker.author_id)
    journal.note(
        tx,
        "questionnaire-sent",
        "participation",
        participation,
        school=person.school_id,
        by=speaker.author_id,
        details=sent.form,
    )


def guard_own(tx: Transaction, speaker: Speaker, form: str, about: int) -> None:
    """Nobody's but one's own, and not before the consent is complete."""
    _own(tx, speaker, form, about)


def receive_scores(tx: Transaction, speaker: Speaker, sent: Sent) -> tuple[Party, Person]:
    """A class teacher, or a methodist, has scored a mentee of their list."""
    source, now, found, phase = _scored(tx, speaker, sent.form, sent.about)
    names = [each.name for each in parameters(found.person.kind, source)]
    for each in impact.to_measure(tx, found.person.id, phase, source):
        impact.keep(tx, each, phase, _numbers(sent, names), now.person_id)
    journal.note(
        tx, "measured", "participation", found.participation, school=now.school_id, by=now.person_id, details=source
    )
    return _PARTIES[source], found.person


def guard_scores(tx: Transaction, speaker: Speaker, form: str, about: int) -> None:
    """Only of the speaker's own list."""
    _scored(tx, speaker, form, about)


def receive_sheet(tx: Transaction, speaker: Speaker, sent: Sent) -> str:
    """The curator has entered a form's indicators."""
    now, form, programme, phase = _sheet(tx, speaker, sent.form, sent.about)
    names = [each.name for each in SHEETS[form]]
    impact.keep_indicators(tx, programme, form, phase, _numbers(sent, names), now.person_id)
    journal.note(tx, "indicators-entered", "programme", programme, school=now.school_id, by=now.person_id, details=form)
    return form


def guard_sheet(tx: Transaction, speaker: Speaker, form: str, about: int) -> None:
    """Only the curator's own programme."""
    _sheet(tx, speaker, form, about)


def proposed_sheet(tx: Transaction, speaker: Speaker, form: str, about: int) -> Answers:
    """The numbers entered before, to be left or corrected."""
    programme, phase = of_subject(about)
    known = frame(tx, acting(tx, speaker, Deed.MEASURE_SCHOOL).school_id)
    if programme != known.programme_id:
        return {}
    return dict(impact.indicators(tx, programme).get((form, phase), {}))


def still_missing(tx: Transaction, notice: Notice) -> Values | None:
    """For a participant: true until they have answered about themselves."""
    participation, phase = of_subject(notice.about)
    for each in standing.of_person(tx, notice.person_id or 0):
        form = FORMS.get((each.person.kind, Source.SELF))
        if form and each.participation.id == participation and each.may_answer:
            return (
                {"form": form, "about": notice.about} if impact.lacks(tx, participation, phase, Source.SELF) else None
            )
    return None


def whom(tx: Transaction, speaker: Speaker, about: int) -> str:
    """Whom a third party is scoring."""
    participation, _ = of_subject(about)
    found = standing.of_participation(tx, participation)
    return shown(found.person, speaker) if found and found.person.school_id == speaker.school_id else ""


def namings() -> dict[str, Naming]:
    """The questionnaires that say on every question whom they are about."""
    return {form: whom for (_, source), form in FORMS.items() if source is not Source.SELF}


def receivers() -> dict[str, Receiver]:
    """Who receives the questionnaires of measures."""
    own = {form: receive_own for (_, source), form in FORMS.items() if source is Source.SELF}
    scores = {form: receive_scores for (_, source), form in FORMS.items() if source is not Source.SELF}
    return {**own, **scores, **{sheet_form(form): receive_sheet for form in SHEETS}}


def guards() -> dict[str, Guard]:
    """Who guards them."""
    by_receiver: dict[Receiver, Guard] = {
        receive_own: guard_own,
        receive_scores: guard_scores,
        receive_sheet: guard_sheet,
    }
    return {form: by_receiver[receive] for form, receive in receivers().items()}


def proposers() -> dict[str, Proposer]:
    """What is proposed in a sheet: what was entered."""
    return {sheet_form(form): _proposed(form) for form in SHEETS}


def _proposed(form: str) -> Proposer:
    return lambda tx, speaker, about: proposed_sheet(tx, speaker, form, about)


def _own(tx: Transaction, speaker: Speaker, form: str, about: int) -> tuple[Person, int, Phase]:
    now = acting(tx, speaker, Deed.FILL_QUESTIONNAIRES)
    participation, phase = of_subject(about)
    for each in standing.of_person(tx, now.person_id):
        key = FORMS.get((each.person.kind, Source.SELF))
        if (
            each.participation.id == participation
            and concerns(Source.SELF, each.person.kind, each.participation.side)
            and key == form
        ):
            if not each.may_answer:
                raise Refusal("baseline-no-consent")
            return each.person, participation, phase
    raise NotYours


def _scored(tx: Transaction, speaker: Speaker, form: str, about: int) -> tuple[Source, Speaker, Subject, Phase]:
    source = next(source for (_, source), key in FORMS.items() if key == form)
    party = _PARTIES[source]
    now = acting(tx, speaker, DEEDS[party])
    participation, phase = of_subject(about)
    found = standing.of_participation(tx, participation)
    known = frame(tx, now.school_id)
    subject_of = asks.one(tx, known, party, now.person_id, found.person.id) if found else None
    if subject_of is None or subject_of.participation != participation:
        raise NotYours
    return source, now, subject_of, phase


def _sheet(tx: Transaction, speaker: Speaker, form: str, about: int) -> tuple[Speaker, str, int, Phase]:
    now = acting(tx, speaker, Deed.MEASURE_SCHOOL)
    programme, phase = of_subject(about)
    if frame(tx, now.school_id).programme_id != programme:
        raise NotYours
    return now, form.removeprefix("sheet_"), programme, phase


def _numbers(sent: Sent, names: list[str]) -> dict[str, int]:
    found = {name: sent.number(name) for name in names}
    return {name: value for name, value in found.items() if value is not None}
