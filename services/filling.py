"""Carries a person through any form, one answer a transaction: the questionnaires, and every small dialogue of the bot.

A form that was sent goes to its receiver, a plain function of the topic it belongs to, in the same transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from mentoring.people import Kind, Speaker
from mentoring.questionnaire import SKIPPED, Answers, Form, Given, Line, Option, Style, Unacceptable
from mentoring.questionnaire import Kind as QuestionKind
from mentoring.refusal import NotYours
from services.turns import Sent, Turn
from storage import accounts, areas, drafts, schools
from storage.database import Database, Transaction
from storage.drafts import Draft

__all__ = ["DraftGone", "Filling", "Guard", "Lister", "Proposer", "Receiver", "Sent", "Turn"]

Receiver = Callable[[Transaction, Speaker, Sent], Any]
Proposer = Callable[[Transaction, Speaker, int], Answers]
Guard = Callable[[Transaction, Speaker, str, int], None]
"""Raises Refusal while the form (its key, what it is about) may not be opened or sent."""
Lister = Callable[[Transaction, Speaker], tuple[Option, ...]]
"""The options of an outer list (`areas.csv`) as they are for this speaker."""
_Change = Callable[[Form, Answers, str, Given], tuple[Answers, bool]]
"""New answers to the question on the screen, and whether it is answered by them."""


class DraftGone(NotYours):
    """The form was sent or dropped meanwhile (a second tap, another phone), or was never the speaker's."""


class Filling:
    """Every form by its key, who receives it when sent, what is proposed as first answers, when it may be opened."""

    def __init__(
        self,
        database: Database,
        forms: Mapping[str, Form],
        receivers: Mapping[str, Receiver],
        proposers: Mapping[str, Proposer] | None = None,
        guards: Mapping[str, Guard] | None = None,
        lists: Mapping[str, Lister] | None = None,
    ) -> None:
        self._database = database
        self._forms = forms
        self._receivers = receivers
        self._proposers = proposers or {}
        self._guards = guards or {}
        self._lists = {"areas.csv": _areas, **(lists or {})}

    async def begin(self, speaker: Speaker, form: str, about: int = 0, *, afresh: bool = False) -> Turn:
        """Open a form: where the person stopped, or with what was sent before, or anew. A quick form begins anew."""
        return await self._database.work(lambda tx: self.open(tx, speaker, form, about, afresh=afresh))

    def open(self, tx: Transaction, speaker: Speaker, form: str, about: int = 0, *, afresh: bool = False) -> Turn:
        """The same inside another topic's transaction."""
        self._ask_guard(tx, speaker, form, about)
        known = self._forms[form]
        draft = drafts.find(tx, speaker.account_id, form, about)
        person_id = speaker.person.id if speaker.person else None
        if draft is None or afresh or known.style is Style.QUICK or draft.person_id != person_id:
            draft = drafts.begin(
                tx,
                account=speaker.account_id,
                person=person_id,
                form=form,
                version=known.version,
                about=about,
                answers={} if afresh else self._earlier(tx, speaker, known, about),
            )
        accounts.focus(tx, speaker.account_id, draft.id)
        return self._where(tx, speaker, draft)

    def _earlier(self, tx: Transaction, speaker: Speaker, form: Form, about: int) -> Answers:
        if speaker.person is None or form.style is Style.QUICK:
            return {}
        earlier = drafts.sent(tx, speaker.person.id, form.key, about)
        if earlier is None or earlier.version != form.version:
            return earlier.answers if earlier else {}
        return form.reopened(earlier.answers, self._given(tx, speaker, form, about))

    async def resume(self, speaker: Speaker) -> Turn | None:
        """The question on the person's screen, if they are in the middle of a form."""

        def query(tx: Transaction) -> Turn | None:
            draft = drafts.get(tx, speaker.draft_id) if speaker.draft_id else None
            if draft is None or draft.account_id != speaker.account_id or draft.form not in self._forms:
                return None
            return self._where(tx, speaker, draft)

        return await self._database.read(query)

    async def reopen(self, speaker: Speaker, draft_id: int, *, afresh: bool) -> Turn:
        """Go on with what was put aside, or begin it anew."""

        def unit(tx: Transaction) -> Turn:
            draft = self._own(tx, speaker, draft_id)
            return self.open(tx, speaker, draft.form, draft.about, afresh=afresh)

        return await self._database.work(unit)

    async def begun(self, speaker: Speaker) -> list[Turn]:
        """The questionnaires the person has begun and not sent, latest first."""

        def query(tx: Transaction) -> list[Turn]:
            person_id = speaker.person.id if speaker.person else None
            return [
                self._where(tx, speaker, draft)
                for draft in drafts.begun(tx, speaker.account_id, person_id)
                if draft.form in self._forms and self._forms[draft.form].style is Style.QUESTIONNAIRE
            ]

        return await self._database.read(query)

    async def take_typed(self, speaker: Speaker, text: str) -> Turn:
        """Take a typed answer to the question on the screen. Raises DraftGone when there is none."""

        def unit(tx: Transaction) -> Turn:
            draft = self._own(tx, speaker, speaker.draft_id or 0)
            form, given = self._form(tx, speaker, draft)
            step = form.walk(draft.answers, given, draft.cursor or None)
            if step.question is None:
                return _turn(draft, form, given, draft.answers, draft.cursor)
            try:
                answers = form.take(draft.answers, step.question.name, text, given)
            except Unacceptable as problem:
                return _turn(draft, form, given, draft.answers, draft.cursor, problem=problem)
            return self._advance(tx, speaker, draft, answers, given, form.line(step.question, answers, given))

        return await self._database.work(unit)

    async def take_option(self, speaker: Speaker, draft_id: int, question: int, option: int) -> Turn:
        """Take a tapped option by its place: one of a choice answers, one of several is ticked or unticked."""

        def change(form: Form, answers: Answers, name: str, given: Given) -> tuple[Answers, bool]:
            asked = form.question(name)
            if option < 0:
                raise IndexError(option)
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
            form, given = self._form(tx, speaker, draft)
            step = form.walk(draft.answers, given, draft.cursor or None)
            if step.index != question:
                return _turn(draft, form, given, draft.answers, draft.cursor, stale=True)
            cursor = form.back(draft.answers, given, draft.cursor or None) or draft.cursor
            drafts.save(tx, draft.id, draft.answers, cursor)
            return _turn(draft, form, given, draft.answers, cursor)

        return await self._database.work(unit)

    async def revisit(self, speaker: Speaker, draft_id: int, question: int | None) -> Turn:
        """From the review back to one question, to change its answer; to the review again when it is None."""

        def unit(tx: Transaction) -> Turn:
            draft = self._own(tx, speaker, draft_id)
            form, given = self._form(tx, speaker, draft)
            cursor = ""
            if question is not None and 0 <= question < len(form.questions):
                cursor = form.questions[question].name
            drafts.save(tx, draft.id, draft.answers, cursor)
            return _turn(draft, form, given, draft.answers, cursor)

        return await self._database.work(unit)

    async def put_aside(self, speaker: Speaker, draft_id: int) -> bool:
        """«Позже»: typed text answers nothing for now. Returns whether something is kept to go on with.

        Everything answered stays saved; a quick form, and one opened only to look at what was sent, are dropped.
        """

        def unit(tx: Transaction) -> bool:
            draft = self._own(tx, speaker, draft_id)
            if self._forms[draft.form].style is Style.QUICK or self._unchanged(tx, speaker, draft):
                drafts.drop(tx, draft.id)
                return False
            accounts.focus(tx, speaker.account_id, None)
            return True

        return await self._database.work(unit)

    async def leave(self, speaker: Speaker) -> None:
        """`/cancel`, `/menu`: put aside whatever is open."""
        if speaker.draft_id is not None:
            await self.put_aside(speaker, speaker.draft_id)

    async def send(self, speaker: Speaker, draft_id: int) -> Turn:
        """Send a reviewed questionnaire; what is missing comes first."""

        def unit(tx: Transaction) -> Turn:
            draft = self._own(tx, speaker, draft_id)
            form, given = self._form(tx, speaker, draft)
            if missing := form.missing(draft.answers, given):
                drafts.save(tx, draft.id, draft.answers, missing[0].name)
                return _turn(draft, form, given, draft.answers, missing[0].name)
            return self._deliver(tx, speaker, draft, draft.answers, given)

        return await self._database.work(unit)

    async def _step(self, speaker: Speaker, draft_id: int, question: int, change: _Change) -> Turn:
        def unit(tx: Transaction) -> Turn:
            draft = self._own(tx, speaker, draft_id)
            form, given = self._form(tx, speaker, draft)
            step = form.walk(draft.answers, given, draft.cursor or None)
            if step.question is None or step.index != question:
                return _turn(draft, form, given, draft.answers, draft.cursor, stale=True)
            try:
                answers, answered = change(form, draft.answers, step.question.name, given)
            except Unacceptable as problem:
                return _turn(draft, form, given, draft.answers, draft.cursor, problem=problem)
            except IndexError:  # the list of options became shorter meanwhile
                return _turn(draft, form, given, draft.answers, draft.cursor, stale=True)
            if answered:
                return self._advance(tx, speaker, draft, answers, given)
            drafts.save(tx, draft.id, answers, step.question.name)
            return _turn(draft, form, given, answers, step.question.name)

        return await self._database.work(unit)

    def _advance(
        self,
        tx: Transaction,
        speaker: Speaker,
        draft: Draft,
        answers: Answers,
        given: Given,
        taken: Line | None = None,
    ) -> Turn:
        form = self._forms[draft.form]
        turn = _turn(draft, form, given, answers, "", taken=taken)
        if form.style is Style.QUICK and turn.step.question is None:
            return self._deliver(tx, speaker, draft, answers, given)
        drafts.save(tx, draft.id, answers, "")
        return turn

    def _deliver(self, tx: Transaction, speaker: Speaker, draft: Draft, answers: Answers, given: Given) -> Turn:
        self._ask_guard(tx, speaker, draft.form, draft.about)
        form = self._forms[draft.form]
        sent = Sent(draft.form, draft.version, draft.about, form.result(answers, given), draft.began_at)
        step = form.walk(answers, given)
        drafts.drop(tx, draft.id)
        outcome = self._receivers[draft.form](tx, accounts.as_account(tx, speaker.account_id), sent)
        return Turn(draft.id, form, draft.about, given.today, step, sent=sent, outcome=outcome)

    def _where(self, tx: Transaction, speaker: Speaker, draft: Draft) -> Turn:
        form, given = self._form(tx, speaker, draft)
        return _turn(draft, form, given, draft.answers, draft.cursor)

    def _own(self, tx: Transaction, speaker: Speaker, draft_id: int) -> Draft:
        draft = drafts.get(tx, draft_id)
        if draft is None or draft.account_id != speaker.account_id or draft.form not in self._forms:
            raise DraftGone
        return draft

    def _unchanged(self, tx: Transaction, speaker: Speaker, draft: Draft) -> bool:
        """Whether the draft holds just what was sent."""
        sent = drafts.sent(tx, draft.person_id or 0, draft.form, draft.about)
        form, given = self._form(tx, speaker, draft)
        return sent is not None and sent.answers == form.result(draft.answers, given)

    def _ask_guard(self, tx: Transaction, speaker: Speaker, form: str, about: int) -> None:
        guard = self._guards.get(form)
        if guard is not None:
            guard(tx, speaker, form, about)

    def _form(self, tx: Transaction, speaker: Speaker, draft: Draft) -> tuple[Form, Given]:
        form = self._forms[draft.form]
        return form, self._given(tx, speaker, form, draft.about)

    def _given(self, tx: Transaction, speaker: Speaker, form: Form, about: int) -> Given:
        """What the walk needs of the school: read once an answer, and only what this form has use for."""
        lists = {name: self._lists[name](tx, speaker) for name in form.lists} if speaker.person else {}
        proposer = self._proposers.get(form.key)
        defaults = proposer(tx, speaker, about) if proposer else {}
        standing = {name: answer for name, answer in defaults.items() if answer != SKIPPED}
        return Given(_today(tx, speaker, form), lists, standing)


def _areas(tx: Transaction, speaker: Speaker) -> tuple[Option, ...]:
    person = speaker.person
    if person is None:
        return ()
    return areas.options(tx, person.school_id, "pupil" if person.kind is Kind.PUPIL else "teacher")


def _today(tx: Transaction, speaker: Speaker, form: Form) -> date:
    """The school's day, for forms to which it matters which day it is."""
    if speaker.person is None or not form.asks_for_today:
        return tx.now.date()
    return tx.now.astimezone(schools.settings(tx, speaker.person.school_id).zone).date()


def _turn(
    draft: Draft,
    form: Form,
    given: Given,
    answers: Answers,
    cursor: str,
    *,
    problem: Unacceptable | None = None,
    stale: bool = False,
    taken: Line | None = None,
) -> Turn:
    step = form.walk(answers, given, cursor or None)
    review = form.review(answers, given) if step.question is None else ()
    return Turn(draft.id, form, draft.about, given.today, step, review, problem=problem, stale=stale, taken=taken)
