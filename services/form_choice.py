"""The form and role model of every participant: proposed from the request, confirmed or changed by the curator.

Stage 2 of the roadmap, item 5. The bot only proposes and says why; the decision is a person's (ст. 16 152-ФЗ).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from mentoring.people import MentoringForm, Side, Speaker
from mentoring.questionnaire import Answer
from mentoring.refusal import NotYours, Refusal
from mentoring.rights import Deed
from mentoring.role_models import MODELS, Proposal, RoleModel, propose_model
from mentoring.standing import Standing
from services.authority import acting
from storage import answering, applications, journal, schools, standing
from storage.database import Database, Transaction
from storage.drafts import Submission

PAGE = 8


@dataclass(frozen=True, slots=True)
class Choice:
    """One participant's form and model as they stand, what the request speaks for, and what may be chosen."""

    standing: Standing
    proposal: Proposal
    request: str
    models: tuple[RoleModel, ...]
    forms: tuple[MentoringForm, ...] = ()  # others the programme runs in which this person may take this side

    @property
    def confirmed(self) -> bool:
        """Whether the curator has decided."""
        return self.standing.participation.form_confirmed_at is not None

    @property
    def can_confirm(self) -> bool:
        """Whether what stands can be confirmed as it is: a mentee needs a model, a mentor takes the pair's."""
        part = self.standing.participation
        return not self.confirmed and bool(part.form) and (part.side is Side.MENTOR or bool(part.role_model))


@dataclass(frozen=True, slots=True)
class Waiting:
    """A page of those who wait for the curator's decision; `after` is where the next page begins, 0: there is none."""

    choices: tuple[Choice, ...]
    every: int
    proposed: int
    after: int


class FormChoice:
    """The curator's decisions about forms and role models."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def waiting(self, speaker: Speaker, after: int = 0) -> Waiting:
        """Those whose form waits to be confirmed, a page of them."""

        def query(tx: Transaction) -> Waiting:
            programme = _programme(tx, acting(tx, speaker, Deed.MATCH))
            every, proposed = answering.count_waiting(tx, programme)
            found = answering.waiting(tx, programme, after, PAGE + 1)
            shown = found[:PAGE]
            places = {part.id: place for place, part in enumerate(shown)}
            standings = [
                each
                for each in standing.of_people(tx, (part.person_id for part in shown))
                if each.participation.id in places
            ]
            standings.sort(key=lambda each: places[each.participation.id])
            requests = applications.of(tx, standings)
            choices = tuple(_choice(each, requests) for each in standings)
            return Waiting(choices, every, proposed, shown[-1].id if len(found) > PAGE else 0)

        return await self._database.read(query)

    async def of(self, speaker: Speaker, participation: int) -> Choice:
        """One participant's choice. Raises NotYours for another school's."""

        def query(tx: Transaction) -> Choice:
            curator = acting(tx, speaker, Deed.MATCH)
            return _one(tx, curator, participation)

        return await self._database.read(query)

    async def of_person(self, speaker: Speaker, person: int) -> Choice:
        """The choice of a person that waits, else the first one. Raises NotYours when they take no side."""

        def query(tx: Transaction) -> Choice:
            curator = acting(tx, speaker, Deed.MATCH)
            sides = [each.participation for each in standing.of_person(tx, person)]
            if not sides:
                raise NotYours
            first = next((part for part in sides if part.form_confirmed_at is None), sides[0])
            return _one(tx, curator, first.id)

        return await self._database.read(query)

    async def confirm(self, speaker: Speaker, participation: int, model: str | None = None) -> Choice:
        """Confirm what stands, or decide on another model. Raises Refusal without one, and once a pair is under way."""

        def unit(tx: Transaction) -> Choice:
            curator = acting(tx, speaker, Deed.MATCH)
            choice = _one(tx, curator, participation)
            part = choice.standing.participation
            if model is None and choice.confirmed:
                return choice  # the other curator was faster, with the same answer
            if model is not None and model not in choice.models:
                raise NotYours
            if not part.form or (model is None and not choice.can_confirm):
                raise Refusal("form-choice-nothing-to-confirm")
            if answering.states(tx, part.person_id).get(part.id):
                raise Refusal("form-choice-pair-under-way")
            answering.confirm(tx, part.id, part.form, part.role_model if model is None else model)
            _note(tx, curator, part.id)
            return _one(tx, curator, participation)

        return await self._database.work(unit)

    async def choose_form(self, speaker: Speaker, participation: int, form: MentoringForm) -> Choice:
        """Decide on another form; its model is proposed anew. Raises Refusal once a pair is under way."""

        def unit(tx: Transaction) -> Choice:
            curator = acting(tx, speaker, Deed.MATCH)
            choice = _one(tx, curator, participation)
            part = choice.standing.participation
            if form == part.form:
                return choice
            if form not in choice.forms:
                raise NotYours
            if answering.states(tx, part.person_id).get(part.id):
                raise Refusal("form-choice-pair-under-way")
            sent = applications.of(tx, [choice.standing]).get(part.id)
            answers: Mapping[str, Answer] = sent.answers if sent else {}
            model = propose_model(choice.standing.person.kind, part.side, answers, form=form).model
            answering.propose(tx, part.id, form, model or "")
            journal.note(
                tx,
                "form-chosen",
                "participation",
                part.id,
                school=curator.school_id,
                by=curator.person_id,
                details=form,
            )
            return _one(tx, curator, participation)

        return await self._database.work(unit)

    async def confirm_proposed(self, speaker: Speaker) -> int:
        """«Подтвердить все предложенные»; returns how many were."""

        def unit(tx: Transaction) -> int:
            curator = acting(tx, speaker, Deed.MATCH)
            ids = answering.confirm_proposed(tx, _programme(tx, curator))
            for each in ids:
                _note(tx, curator, each)
            return len(ids)

        return await self._database.work(unit)


def _programme(tx: Transaction, curator: Speaker) -> int:
    programme = schools.programme(tx, curator.school_id)
    return programme.id if programme else 0


def _one(tx: Transaction, curator: Speaker, participation: int) -> Choice:
    found = standing.of_participation(tx, participation)
    if found is None or found.person.school_id != curator.school_id:
        raise NotYours
    return _choice(found, applications.of(tx, [found]))


def _choice(found: Standing, requests: Mapping[int, Submission]) -> Choice:
    part = found.participation
    sent = requests.get(part.id)
    answers: Mapping[str, Answer] = sent.answers if sent else {}
    models = MODELS[MentoringForm(part.form)] if part.form and part.side is Side.MENTEE else ()
    request = str(answers.get("request", answers.get("competences", "")))
    others = tuple(form for form in part.fitting if form != part.form)
    return Choice(found, _proposal(found, answers), request, models, others)


def _proposal(found: Standing, answers: Mapping[str, Answer]) -> Proposal:
    """What the application speaks for; the model is that of the form which stands, if the curator chose another."""
    part = found.participation
    proposal = propose_model(found.person.kind, part.side, answers, part.fitting)
    if not part.form or proposal.form == part.form:
        return proposal
    return replace(
        propose_model(found.person.kind, part.side, answers, form=part.form),
        form=proposal.form,
        form_ground=proposal.form_ground,
    )


def _note(tx: Transaction, curator: Speaker, participation: int) -> None:
    journal.note(tx, "form-confirmed", "participation", participation, school=curator.school_id, by=curator.person_id)
