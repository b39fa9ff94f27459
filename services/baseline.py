"""The first measurement (stage 2): what mentees say of themselves, scores of those who know them, sheets, levels by code.

Levels stand behind a wall of their own: the psychologist enters them by code, for whoever has agreed to measurement;
everyone else reads totals of five people or more.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from mentoring.baseline import (
    FORMS,
    SHEETS,
    SMALLEST_GROUP,
    Phase,
    Source,
    level_of,
    of_subject,
    parameters,
    sheet_form,
    subject,
)
from mentoring.consents import Purpose, covers
from mentoring.naming import shown
from mentoring.notes import DEEDS, Party
from mentoring.people import Kind, Person, Side, Speaker
from mentoring.questionnaire import Answers
from mentoring.refusal import NotYours, Refusal
from mentoring.rights import Deed
from services.authority import acting
from services.filling import Guard, Naming, Proposer, Receiver, Sent
from services.notices import Notice, Values
from services.people import frame
from services.third_parties import ask
from storage import drafts, impact, journal, notes, notices, schools, standing
from storage.database import Database, Transaction
from storage.impact import Measured
from storage.notices import Lane
from storage.roster import Frame

PAGE = 8
_PARTIES = {Source.CLASS_TEACHER: Party.CLASS_TEACHER, Source.METHODIST: Party.METHODIST}


@dataclass(frozen=True, slots=True)
class Share:
    """How many mentees of a form a source has measured, of how many."""

    source: Source
    done: int
    everyone: int


@dataclass(frozen=True, slots=True)
class Totals:
    """How many people are at each level, low to high; None where fewer than five are measured."""

    parameter: str
    measured: int
    levels: tuple[int, int, int] | None


@dataclass(frozen=True, slots=True)
class FormMeasured:
    """The first measurement of one form."""

    form: str
    mentees: int
    shares: tuple[Share, ...]
    totals: Totals | None
    lines: int  # of the indicator sheet
    entered: int  # lines of it that are entered


@dataclass(frozen=True, slots=True)
class Coded:
    """Somebody whose level a psychologist enters: the code and the parameter, no name."""

    participation: int
    code: str
    parameter: str
    level: int  # 0: not entered


class Baseline:
    """The first measurement, as each of those concerned sees it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def own(self, speaker: Speaker) -> tuple[str, int, bool] | None:
        """The questionnaire the speaker may fill in now: its key, its subject, whether it is begun; None: there is none."""

        def query(tx: Transaction) -> tuple[str, int, bool] | None:
            person = speaker.person
            if person is None or (person.kind, Source.SELF) not in FORMS:
                return None
            form = FORMS[person.kind, Source.SELF]
            for each in standing.of_person(tx, person.id):
                about = subject(each.participation.id, Phase.ENTRY)
                ready = each.participation.side is Side.MENTEE and each.participation.entered_at is not None
                if ready and each.may_answer and drafts.sent(tx, person.id, form, about) is None:
                    return form, about, drafts.find(tx, speaker.account_id, form, about) is not None
            return None

        return await self._database.read(query)

    async def overview(self, speaker: Speaker) -> list[FormMeasured]:
        """How far the first measurement is, form by form."""

        def query(tx: Transaction) -> list[FormMeasured]:
            known = frame(tx, acting(tx, speaker, Deed.SEE_MEASURES).school_id)
            programme = schools.programme(tx, known.school_id)
            if programme is None:
                return []
            every = impact.mentees(tx, known, Phase.ENTRY)
            sheets = impact.indicators(tx, programme.id)
            agreed = _agreed(tx, known)
            return [
                FormMeasured(
                    str(form),
                    len(found := [each for each in every if each.form == form]),
                    _shares(found),
                    _totals(tx, [each for each in agreed if each[2] == form]),
                    len(SHEETS.get(form, ())),
                    len(sheets.get((str(form), Phase.ENTRY), {})),
                )
                for form in programme.forms
            ]

        return await self._database.read(query)

    async def missing(self, speaker: Speaker, source: Source, at: int = 0) -> tuple[list[Person], int, bool]:
        """A page of mentees a source has not measured, the place it begins at, and whether there is more."""

        def query(tx: Transaction) -> tuple[list[Person], int, bool]:
            known = frame(tx, acting(tx, speaker, Deed.SEE_MEASURES).school_id)
            lost = [each.person for each in _lacking(impact.mentees(tx, known, Phase.ENTRY), source)]
            place = max(0, at if at < len(lost) else (len(lost) - 1) // PAGE * PAGE)
            return lost[place : place + PAGE], place, len(lost) > place + PAGE

        return await self._database.read(query)

    async def remind(self, speaker: Speaker) -> int:
        """Remind, once, every mentee whose questionnaire about themselves is not sent; ask those who score. Returns how many."""

        def unit(tx: Transaction) -> int:
            curator = acting(tx, speaker, Deed.SEE_MEASURES)
            known = frame(tx, curator.school_id)
            every = impact.mentees(tx, known, Phase.ENTRY)
            lost = [each for each in _lacking(every, Source.SELF) if each.entered]
            told = 0
            for each in lost:
                told += notices.write(
                    tx,
                    "baseline",
                    school=known.school_id,
                    person=each.person.id,
                    about=subject(each.participation, Phase.ENTRY),
                    lane=Lane.REMINDER,
                )
            for source, party in _PARTIES.items():
                about = [each.person.id for each in _lacking(every, source)]
                told += ask(tx, curator, known, party, about).told
            journal.note(
                tx, "baseline-nudged", "programme", known.programme_id, school=known.school_id, by=curator.person_id
            )
            return told

        return await self._database.work(unit)

    async def sheet(self, speaker: Speaker, form: str) -> tuple[str, int]:
        """The key and subject of a form's indicator sheet."""

        def query(tx: Transaction) -> tuple[str, int]:
            now = acting(tx, speaker, Deed.MEASURE_SCHOOL)
            programme = schools.programme(tx, now.school_id)
            if programme is None or form not in programme.forms or form not in SHEETS:
                raise NotYours
            return sheet_form(form), subject(programme.id, Phase.ENTRY)

        return await self._database.read(query)

    async def coded(self, speaker: Speaker, at: int = 0) -> tuple[list[Coded], int, int, int]:
        """A page of codes for the psychologist, where it begins, how many there are, how many have a level."""

        def query(tx: Transaction) -> tuple[list[Coded], int, int, int]:
            now = acting(tx, speaker, Deed.MEASURE_LEVELS)
            every = _coded(tx, frame(tx, now.school_id))
            place = max(0, at if at < len(every) else (len(every) - 1) // PAGE * PAGE)
            return every[place : place + PAGE], place, len(every), sum(each.level > 0 for each in every)

        return await self._database.read(query)

    async def one(self, speaker: Speaker, participation: int) -> Coded:
        """One code. Raises NotYours for whoever has not agreed to measurement, as for anyone unknown."""
        return await self._database.read(lambda tx: _one(tx, acting(tx, speaker, Deed.MEASURE_LEVELS), participation))

    async def enter_level(self, speaker: Speaker, participation: int, level: int) -> Coded:
        """The psychologist enters a level, 1 to 3."""

        def unit(tx: Transaction) -> Coded:
            now = acting(tx, speaker, Deed.MEASURE_LEVELS)
            found = _one(tx, now, participation)
            if level not in (1, 2, 3):
                raise NotYours
            impact.keep_level(tx, participation, Phase.ENTRY, found.parameter, level, now.person_id)
            journal.note(tx, "level-entered", "participation", participation, school=now.school_id, by=now.person_id)
            return found

        return await self._database.work(unit)


def receive_own(tx: Transaction, speaker: Speaker, sent: Sent) -> None:
    """A mentee has answered about themselves: kept as sent, and as measures."""
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
    impact.keep(tx, participation, phase, _numbers(sent, names), speaker.author_id)
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
    impact.keep(tx, found.participation, phase, _numbers(sent, names), now.person_id)
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
    """For a mentee: true until the questionnaire about oneself is sent."""
    participation, _ = of_subject(notice.about)
    for each in standing.of_person(tx, notice.person_id or 0):
        if (
            each.participation.id == participation
            and each.may_answer
            and each.person.kind in (Kind.PUPIL, Kind.TEACHER)
        ):
            form = FORMS[each.person.kind, Source.SELF]
            if drafts.sent(tx, each.person.id, form, notice.about) is None:
                return {"form": form, "about": notice.about}
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
        if each.participation.id == participation and each.participation.side is Side.MENTEE and key == form:
            if not each.may_answer:
                raise Refusal("baseline-no-consent")
            return each.person, participation, phase
    raise NotYours


def _scored(tx: Transaction, speaker: Speaker, form: str, about: int) -> tuple[Source, Speaker, notes.Subject, Phase]:
    source = next(source for (_, source), key in FORMS.items() if key == form)
    party = _PARTIES[source]
    now = acting(tx, speaker, DEEDS[party])
    participation, phase = of_subject(about)
    found = standing.of_participation(tx, participation)
    known = frame(tx, now.school_id)
    subject_of = notes.one(tx, known, party, now.person_id, found.person.id) if found else None
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


def _sources(kind: Kind) -> list[Source]:
    return [source for (of, source) in FORMS if of is kind]


def _has(each: Measured, source: Source) -> bool:
    return any(one.name in each.parameters for one in parameters(each.person.kind, source))


def _lacking(every: list[Measured], source: Source) -> list[Measured]:
    return [each for each in every if source in _sources(each.person.kind) and not _has(each, source)]


def _shares(every: list[Measured]) -> tuple[Share, ...]:
    done: Counter[Source] = Counter()
    everyone: Counter[Source] = Counter()
    for each in every:
        for source in _sources(each.person.kind):
            everyone[source] += 1
            done[source] += _has(each, source)
    return tuple(Share(source, done[source], everyone[source]) for source in Source if everyone[source])


def _agreed(tx: Transaction, known: Frame) -> list[tuple[Person, int, str]]:
    """Mentees whose consents to take part and to be measured are both complete."""
    every = impact.measurable(tx, known)
    consents = standing.consents_of(tx, (person.id for person, _, _ in every))
    return [
        (person, participation, form)
        for person, participation, form in every
        if covers(consents.get(person.id, ()), Purpose.PSYCHOLOGICAL, "", person, known.rule, known.today)
    ]


def _totals(tx: Transaction, agreed: list[tuple[Person, int, str]]) -> Totals | None:
    measured = level_of(agreed[0][0].kind) if agreed else None
    if measured is None:
        return None
    found: Counter[int] = Counter(impact.levels_of(tx, (each[1] for each in agreed), Phase.ENTRY).values())
    count = found.total()
    return Totals(measured.name, count, (found[1], found[2], found[3]) if count >= SMALLEST_GROUP else None)


def _coded(tx: Transaction, known: Frame) -> list[Coded]:
    agreed = _agreed(tx, known)
    levels = impact.levels_of(tx, (each[1] for each in agreed), Phase.ENTRY)
    found = []
    for person, participation, _ in agreed:
        measured = level_of(person.kind)
        if measured is not None:
            found.append(Coded(participation, person.code, measured.name, levels.get(participation, 0)))
    return found


def _one(tx: Transaction, now: Speaker, participation: int) -> Coded:
    for each in _coded(tx, frame(tx, now.school_id)):
        if each.participation == participation:
            return each
    raise NotYours
