"""Carries a person through any form, one answer a transaction: the questionnaires, and every small dialogue of the bot.

A form that was sent goes to its receiver, a plain function of the topic it belongs to, in the same transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from mentoring.people import Kind, Speaker
from mentoring.questionnaire import SKIPPED, Answer, Answers, Form, Given, Line, Option, Step, Style, Unacceptable
from mentoring.questionnaire import Kind as QuestionKind
from mentoring.refusal import NotYours
from storage import accounts, areas, drafts, schools
from storage.database import Database, Transaction
from storage.drafts import Draft

_AREAS = "areas.csv"


@dataclass(frozen=True, slots=True)
class Sent:
    """A form as its receiver gets it: the answers that stand, without skipped questions."""

    form: str
    version: str
    about: int
    answers: Mapping[str, Answer]

    def text(self, name: str) -> str:
        """A text answer, empty when it was skipped."""
        return str(self.answers.get(name, ""))

    def number(self, name: str) -> int | None:
        """A whole number, None when it was skipped."""
        answer = self.answers.get(name)
        return answer if isinstance(answer, int) else None

    def chosen(self, name: str) -> tuple[str, ...]:
        """The chosen options of a question of several choices."""
        answer = self.answers.get(name, ())
        return answer if isinstance(answer, tuple) else ()


Receiver = Callable[[Transaction, Speaker, Sent], Any]
Proposer = Callable[[Transaction, Speaker, int], Answers]


@dataclass(frozen=True, slots=True)
class Turn:
    """What the person sees after an answer: the next step, the review, or what came of sending."""

    draft_id: int
    form: Form
    about: int
    today: date
    step: Step
    review: tuple[Line, ...] = ()
    sent: Sent | None = None
    outcome: Any = None
    problem: Unacceptable | None = None
    stale: bool = False  # the tap was on an older question: nothing was changed


class Filling:
    """Every form by its key, who receives it when sent, and what is proposed as first answers."""

    def __init__(
        self,
        database: Database,
        forms: Mapping[str, Form],
        receivers: Mapping[str, Receiver],
        proposers: Mapping[str, Proposer] | None = None,
    ) -> None:
        self._database = database
        self._forms = forms
        self._receivers = receivers
        self._proposers = proposers or {}

    async def begin(self, speaker: Speaker, form: str, about: int = 0, *, afresh: bool = False) -> Turn:
        """Open a form: where the person stopped, or with what was sent before, or anew. A quick form begins anew."""
        return await self._database.work(lambda tx: self.open(tx, speaker, form, about, afresh=afresh))

    def open(self, tx: Transaction, speaker: Speaker, form: str, about: int = 0, *, afresh: bool = False) -> Turn:
        """The same inside another topic's transaction."""
        known = self._forms[form]
        draft = drafts.find(tx, speaker.account_id, form, about)
        if draft is None or afresh or known.style is Style.QUICK:
            earlier = None
            if speaker.person is not None and not afresh and known.style is not Style.QUICK:
                earlier = drafts.sent(tx, speaker.person.id, form, about)
            draft = drafts.begin(
                tx,
                account=speaker.account_id,
                person=speaker.person.id if speaker.person else None,
                form=form,
                version=known.version,
                about=about,
                answers=earlier.answers if earlier else {},
            )
        accounts.focus(tx, speaker.account_id, draft.id)
        return self._turn(tx, speaker, draft, draft.answers, draft.cursor)

    async def resume(self, speaker: Speaker) -> Turn | None:
        """The question on the person's screen, if they are in the middle of a form."""

        def query(tx: Transaction) -> Turn | None:
            draft = drafts.get(tx, speaker.draft_id) if speaker.draft_id else None
            if draft is None or draft.account_id != speaker.account_id:
                return None
            return self._turn(tx, speaker, draft, draft.answers, draft.cursor)

        return await self._database.read(query)

    async def reopen(self, speaker: Speaker, draft_id: int, *, afresh: bool) -> Turn:
        """Go on with what was put aside, or begin it anew."""

        def unit(tx: Transaction) -> Turn:
            draft = self._own(tx, speaker, draft_id)
            return self.open(tx, speaker, draft.form, draft.about, afresh=afresh)

        return await self._database.work(unit)

    async def begun(self, speaker: Speaker) -> list[tuple[Draft, Turn]]:
        """What the person put aside, latest first."""

        def query(tx: Transaction) -> list[tuple[Draft, Turn]]:
            person_id = speaker.person.id if speaker.person else None
            return [
                (draft, self._turn(tx, speaker, draft, draft.answers, draft.cursor))
                for draft in drafts.begun(tx, speaker.account_id, person_id)
                if draft.form in self._forms and self._forms[draft.form].style is Style.QUESTIONNAIRE
            ]

        return await self._database.read(query)

    async def take_typed(self, speaker: Speaker, text: str) -> Turn:
        """Take a typed answer to the question on the screen. Raises NotYours when there is none."""

        def unit(tx: Transaction) -> Turn:
            draft = self._own(tx, speaker, speaker.draft_id or 0)
            given = self._given(tx, speaker, draft)
            form = self._forms[draft.form]
            step = form.walk(draft.answers, given, draft.cursor or None)
            if step.question is None:
                return self._turn(tx, speaker, draft, draft.answers, draft.cursor)
            try:
                answers = form.take(draft.answers, step.question.name, text, given)
            except Unacceptable as problem:
                return self._turn(tx, speaker, draft, draft.answers, draft.cursor, problem)
            return self._advance(tx, speaker, draft, answers, given)

        return await self._database.work(unit)

    async def take_option(self, speaker: Speaker, draft_id: int, question: int, option: int) -> Turn:
        """Take a tapped option by its place: one of a choice answers, one of several is ticked or unticked."""

        def change(form: Form, answers: Answers, name: str, given: Given) -> tuple[Answers, bool]:
            asked = form.question(name)
            if asked.kind is QuestionKind.RANGE:
                return form.tap(answers, name, asked.values[option], given), True
            chosen = given.options(asked)[option].name
            if asked.kind is QuestionKind.SELECT_MULTIPLE:
                return form.toggle(answers, name, chosen, given), False
            return form.tap(answers, name, chosen, given), True

        return await self._step(speaker, draft_id, question, change)

    async def take_value(self, speaker: Speaker, draft_id: int, question: int, value: str) -> Turn:
        """Take a date (YYYY-MM-DD) or time (HH:MM) picked from a keyboard."""
        return await self._step(
            speaker,
            draft_id,
            question,
            lambda form, answers, name, given: (form.tap(answers, name, value, given), True),
        )

    async def go_on(self, speaker: Speaker, draft_id: int, question: int) -> Turn:
        """«Готово», «Дальше»: leave the question with the answer it has."""
        return await self._step(
            speaker, draft_id, question, lambda form, answers, name, given: (form.go_on(answers, name, given), True)
        )

    async def skip(self, speaker: Speaker, draft_id: int, question: int) -> Turn:
        """«Пропустить»."""
        return await self._step(
            speaker, draft_id, question, lambda form, answers, name, given: (form.skip(answers, name), True)
        )

    async def step_back(self, speaker: Speaker, draft_id: int, question: int) -> Turn:
        """«‹ Назад»: to the question before."""

        def unit(tx: Transaction) -> Turn:
            draft = self._own(tx, speaker, draft_id)
            given = self._given(tx, speaker, draft)
            form = self._forms[draft.form]
            step = form.walk(draft.answers, given, draft.cursor or None)
            if step.index != question:
                return self._turn(tx, speaker, draft, draft.answers, draft.cursor, stale=True)
            cursor = form.back(draft.answers, given, draft.cursor or None) or draft.cursor
            drafts.save(tx, draft.id, draft.answers, cursor)
            return self._turn(tx, speaker, draft, draft.answers, cursor)

        return await self._database.work(unit)

    async def revisit(self, speaker: Speaker, draft_id: int, question: int) -> Turn:
        """From the review back to one question, to change its answer."""

        def unit(tx: Transaction) -> Turn:
            draft = self._own(tx, speaker, draft_id)
            cursor = self._forms[draft.form].questions[question].name
            drafts.save(tx, draft.id, draft.answers, cursor)
            return self._turn(tx, speaker, draft, draft.answers, cursor)

        return await self._database.work(unit)

    async def put_aside(self, speaker: Speaker, draft_id: int) -> None:
        """«Позже»: everything stays saved, typed text answers nothing for now. A quick form is simply dropped."""

        def unit(tx: Transaction) -> None:
            draft = self._own(tx, speaker, draft_id)
            if self._forms[draft.form].style is Style.QUICK:
                drafts.drop(tx, draft.id)
            else:
                accounts.focus(tx, speaker.account_id, None)

        await self._database.work(unit)

    async def leave(self, speaker: Speaker) -> None:
        """`/cancel`, `/menu`: put aside whatever is open."""
        if speaker.draft_id is not None:
            await self.put_aside(speaker, speaker.draft_id)

    async def send(self, speaker: Speaker, draft_id: int) -> Turn:
        """Send a reviewed questionnaire; what is missing comes first."""

        def unit(tx: Transaction) -> Turn:
            draft = self._own(tx, speaker, draft_id)
            given = self._given(tx, speaker, draft)
            form = self._forms[draft.form]
            if missing := form.missing(draft.answers, given):
                drafts.save(tx, draft.id, draft.answers, missing[0].name)
                return self._turn(tx, speaker, draft, draft.answers, missing[0].name)
            return self._deliver(tx, speaker, draft, draft.answers, given)

        return await self._database.work(unit)

    async def _step(
        self,
        speaker: Speaker,
        draft_id: int,
        question: int,
        change: Callable[[Form, Answers, str, Given], tuple[Answers, bool]],
    ) -> Turn:
        def unit(tx: Transaction) -> Turn:
            draft = self._own(tx, speaker, draft_id)
            given = self._given(tx, speaker, draft)
            form = self._forms[draft.form]
            step = form.walk(draft.answers, given, draft.cursor or None)
            if step.question is None or step.index != question:
                return self._turn(tx, speaker, draft, draft.answers, draft.cursor, stale=True)
            try:
                answers, answered = change(form, draft.answers, step.question.name, given)
            except Unacceptable as problem:
                return self._turn(tx, speaker, draft, draft.answers, draft.cursor, problem)
            except IndexError:  # the list of options became shorter meanwhile
                return self._turn(tx, speaker, draft, draft.answers, draft.cursor, stale=True)
            if answered:
                return self._advance(tx, speaker, draft, answers, given)
            drafts.save(tx, draft.id, answers, step.question.name)
            return self._turn(tx, speaker, draft, answers, step.question.name)

        return await self._database.work(unit)

    def _advance(self, tx: Transaction, speaker: Speaker, draft: Draft, answers: Answers, given: Given) -> Turn:
        form = self._forms[draft.form]
        if form.style is Style.QUICK and form.walk(answers, given).question is None:
            return self._deliver(tx, speaker, draft, answers, given)
        drafts.save(tx, draft.id, answers, "")
        return self._turn(tx, speaker, draft, answers, "")

    def _deliver(self, tx: Transaction, speaker: Speaker, draft: Draft, answers: Answers, given: Given) -> Turn:
        form = self._forms[draft.form]
        sent = Sent(draft.form, draft.version, draft.about, form.result(answers, given))
        step = form.walk(answers, given)
        drafts.drop(tx, draft.id)
        outcome = self._receivers[draft.form](tx, accounts.as_account(tx, speaker.account_id), sent)
        return Turn(draft.id, form, draft.about, given.today, step, sent=sent, outcome=outcome)

    def _turn(
        self,
        tx: Transaction,
        speaker: Speaker,
        draft: Draft,
        answers: Answers,
        cursor: str,
        problem: Unacceptable | None = None,
        *,
        stale: bool = False,
    ) -> Turn:
        form = self._forms[draft.form]
        given = self._given(tx, speaker, draft)
        step = form.walk(answers, given, cursor or None)
        review = form.review(answers, given) if step.question is None else ()
        return Turn(draft.id, form, draft.about, given.today, step, review, problem=problem, stale=stale)

    def _own(self, tx: Transaction, speaker: Speaker, draft_id: int) -> Draft:
        draft = drafts.get(tx, draft_id)
        if draft is None or draft.account_id != speaker.account_id:
            raise NotYours
        return draft

    def _given(self, tx: Transaction, speaker: Speaker, draft: Draft) -> Given:
        form = self._forms[draft.form]
        lists: dict[str, tuple[Option, ...]] = {}
        today = tx.now.date()
        if speaker.person is not None:
            if any(question.list_name == _AREAS for question in form.questions):
                audience = "pupil" if speaker.person.kind is Kind.PUPIL else "teacher"
                lists[_AREAS] = areas.options(tx, speaker.person.school_id, audience)
            today = tx.now.astimezone(schools.settings(tx, speaker.person.school_id).zone).date()
        proposer = self._proposers.get(draft.form)
        defaults = proposer(tx, speaker, draft.about) if proposer else {}
        return Given(today, lists, {name: answer for name, answer in defaults.items() if answer != SKIPPED})
