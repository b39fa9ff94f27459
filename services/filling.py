"""Carries a person through any form, one answer a transaction: the questionnaires, and every small dialogue of the bot.

A form that was sent goes to its receiver, a plain function of the topic it belongs to, in the same transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any

from mentoring import private_text
from mentoring.naming import shown
from mentoring.people import Kind, Speaker
from mentoring.questionnaire import (
    SKIPPED,
    Answers,
    Form,
    Given,
    Line,
    Option,
    Question,
    Style,
    Unacceptable,
    Why,
)
from mentoring.questionnaire import Kind as QuestionKind
from mentoring.refusal import NotYours, Refusal
from services.questionnaire_forms import Forms
from services.samples import sample
from services.standing_in import stand_in
from services.turns import Sent, Turn
from storage import accounts, areas, drafts, journal, schools
from storage.database import Database, Transaction
from storage.drafts import Draft, Submission

__all__ = ["DraftGone", "Filling", "Guard", "Lister", "Proposer", "Receiver", "Sent", "Turn"]

Receiver = Callable[[Transaction, Speaker, Sent], Any]
Proposer = Callable[[Transaction, Speaker, int], Answers]
Guard = Callable[[Transaction, Speaker, str, int], None]
"""Raises Refusal while the form (its key, what it is about) may not be opened or sent."""
Naming = Callable[[Transaction, Speaker, int], str]
"""About whom a form is, as the speaker may see them."""
Lister = Callable[[Transaction, Speaker], tuple[Option, ...]]
"""The options of an outer list (`areas.csv`) as they are for this speaker."""
_AWAY = 900  # seconds: a longer pause is not spent on the questionnaire
_Change = Callable[[Form, Answers, str, Given], tuple[Answers, bool]]
"""New answers to the question on the screen, and whether it is answered by them."""


class DraftGone(NotYours):
    """The form was sent or dropped meanwhile (a second tap, another phone), or was never the speaker's."""


class Filling:
    """Every form by its key, who receives it when sent, what is proposed as first answers, when it may be opened."""

    def __init__(
        self,
        database: Database,
        forms: Forms,
        receivers: Mapping[str, Receiver],
        proposers: Mapping[str, Proposer] | None = None,
        guards: Mapping[str, Guard] | None = None,
        lists: Mapping[str, Lister] | None = None,
        whom: Mapping[str, Naming] | None = None,
    ) -> None:
        self._database = database
        self._forms = forms
        self._receivers = receivers
        self._proposers = proposers or {}
        self._guards = guards or {}
        self._lists = {"areas.csv": _areas, **(lists or {})}
        self._whom = whom or {}

    async def begin(self, speaker: Speaker, form: str, about: int = 0, *, afresh: bool = False) -> Turn:
        """Open a form: where the person stopped, or with what was sent before, or anew. A quick form begins anew."""
        return await self._database.work(lambda tx: self.open(tx, speaker, form, about, afresh=afresh))

    def open(self, tx: Transaction, speaker: Speaker, form: str, about: int = 0, *, afresh: bool = False) -> Turn:
        """The same inside another topic's transaction."""
        self._ask_guard(tx, speaker, form, about)
        person_id = speaker.person.id if speaker.person else None
        author, for_id = _author(speaker), person_id if speaker.entered_by else None
        draft = drafts.find(tx, speaker.account_id, form, about, for_id)
        quick = self._forms.shipped(form).style is Style.QUICK
        if draft is not None and draft.person_id == author and not afresh and not quick:
            accounts.focus(tx, speaker.account_id, draft.id)
            return self._where(tx, speaker, draft)
        known = self._forms.in_force(tx, _school(speaker), form)
        earlier = None if quick or person_id is None else drafts.sent(tx, person_id, form, about)
        if not quick and draft is None and earlier is None and speaker.person is not None and for_id is None:
            school = speaker.person.school_id
            journal.note(tx, "questionnaire-begun", "questionnaire", about, school=school, by=person_id, details=form)
        draft = drafts.begin(
            tx,
            account=speaker.account_id,
            person=author,
            for_id=for_id,
            form=form,
            version=known.version,
            about=about,
            answers={} if afresh or earlier is None else self._fitting(tx, speaker, known, earlier),
        )
        accounts.focus(tx, speaker.account_id, draft.id)
        renewed = earlier is not None and not afresh and earlier.version != known.version
        return replace(self._where(tx, speaker, draft), renewed=renewed)

    def _fitting(self, tx: Transaction, speaker: Speaker, form: Form, earlier: Submission) -> Answers:
        """What was sent, as far as it fits the version in force; what that one asks for the first time is open."""
        then = self._forms.of(tx, _school(speaker), form.key, earlier.version)
        answers = then.reopened(earlier.answers, self._given(tx, speaker, then, earlier.about))
        return {name: answer for name, answer in answers.items() if name in form}

    def try_out(
        self, tx: Transaction, speaker: Speaker, key: str, version: str, version_id: int, *, waits: bool
    ) -> Turn:
        """Walk a version of a questionnaire as a participant would see it; nothing of it is ever sent.

        `waits`: it is not in force yet. Whether the speaker may is asked by whoever calls.
        """
        draft = drafts.begin(
            tx,
            account=speaker.account_id,
            person=speaker.person_id,
            form=key,
            version=version,
            about=drafts.trial_about(version_id, waits=waits),
            answers={},
        )
        accounts.focus(tx, speaker.account_id, draft.id)
        return self._where(tx, speaker, draft)

    async def resume(self, speaker: Speaker) -> Turn | None:
        """The question on the person's screen, if they are in the middle of a form."""

        def query(tx: Transaction) -> Turn | None:
            draft = drafts.get(tx, speaker.draft_id) if speaker.draft_id else None
            if draft is None or draft.account_id != speaker.account_id or draft.form not in self._forms:
                return None
            try:
                return self._where(tx, _whose(tx, speaker, draft), draft)
            except Refusal:  # may not enter this paper any more
                return None

        return await self._database.read(query)

    async def reopen(self, speaker: Speaker, draft_id: int, *, afresh: bool) -> Turn:
        """Go on with what was put aside, or begin it anew."""

        def unit(tx: Transaction) -> Turn:
            draft, who = self._own(tx, speaker, draft_id)
            return self.open(tx, who, draft.form, draft.about, afresh=afresh)

        return await self._database.work(unit)

    async def begun(self, speaker: Speaker) -> list[Turn]:
        """The questionnaires the person has begun and not sent, latest first."""

        def query(tx: Transaction) -> list[Turn]:
            person_id = speaker.person.id if speaker.person else None
            found = []
            for draft in drafts.begun(tx, speaker.account_id, person_id):
                if draft.form in self._forms and not self._fleeting(draft):
                    with suppress(Refusal):  # may not enter this paper any more
                        found.append(self._where(tx, _whose(tx, speaker, draft), draft))
            return found

        return await self._database.read(query)

    async def take_typed(self, speaker: Speaker, text: str) -> Turn:
        """Take a typed answer to the question on the screen. Raises DraftGone when there is none."""

        def unit(tx: Transaction) -> Turn:
            draft, who = self._own(tx, speaker, speaker.draft_id or 0)
            form, given = self._form(tx, who, draft)
            step = form.walk(draft.answers, given, draft.cursor or None)
            if step.question is None:
                return _turn(draft, who, form, given, draft.answers, draft.cursor)
            try:
                _private(speaker, form, step.question, text)
                answers = form.take(draft.answers, step.question.name, text, given)
            except Unacceptable as problem:
                return _turn(draft, who, form, given, draft.answers, draft.cursor, problem=problem)
            return self._advance(tx, who, draft, form, answers, given, form.line(step.question, answers, given))

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
            draft, who = self._own(tx, speaker, draft_id)
            form, given = self._form(tx, who, draft)
            step = form.walk(draft.answers, given, draft.cursor or None)
            if step.index != question:
                return _turn(draft, who, form, given, draft.answers, draft.cursor, stale=True)
            cursor = form.back(draft.answers, given, draft.cursor or None) or draft.cursor
            _save(tx, draft, draft.answers, cursor)
            return _turn(draft, who, form, given, draft.answers, cursor)

        return await self._database.work(unit)

    async def revisit(self, speaker: Speaker, draft_id: int, question: int | None) -> Turn:
        """From the review back to one question, to change its answer; to the review again when it is None."""

        def unit(tx: Transaction) -> Turn:
            draft, who = self._own(tx, speaker, draft_id)
            form, given = self._form(tx, who, draft)
            cursor = ""
            if question is not None and 0 <= question < len(form.questions):
                cursor = form.questions[question].name
            _save(tx, draft, draft.answers, cursor)
            return _turn(draft, who, form, given, draft.answers, cursor)

        return await self._database.work(unit)

    async def put_aside(self, speaker: Speaker, draft_id: int) -> bool:
        """«Позже»: typed text answers nothing for now. Returns whether something is kept to go on with.

        Everything answered stays saved; a quick form, and one opened only to look at what was sent, are dropped.
        """

        def unit(tx: Transaction) -> bool:
            try:
                draft, who = self._own(tx, speaker, draft_id)
            except DraftGone:
                raise
            except Refusal:  # may not enter this paper any more: nothing of it is kept
                drafts.drop(tx, draft_id)
                return False
            if self._fleeting(draft) or self._unchanged(tx, who, draft):
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
            draft, who = self._own(tx, speaker, draft_id)
            form, given = self._form(tx, who, draft)
            if missing := form.missing(draft.answers, given):
                _save(tx, draft, draft.answers, missing[0].name)
                return _turn(draft, who, form, given, draft.answers, missing[0].name)
            if draft.trial:
                return _turn(draft, who, form, given, draft.answers, "", stale=True)
            return self._deliver(tx, who, draft, form, draft.answers, given)

        return await self._database.work(unit)

    async def _step(self, speaker: Speaker, draft_id: int, question: int, change: _Change) -> Turn:
        def unit(tx: Transaction) -> Turn:
            draft, who = self._own(tx, speaker, draft_id)
            form, given = self._form(tx, who, draft)
            step = form.walk(draft.answers, given, draft.cursor or None)
            if step.question is None or step.index != question:
                return _turn(draft, who, form, given, draft.answers, draft.cursor, stale=True)
            try:
                answers, answered = change(form, draft.answers, step.question.name, given)
            except Unacceptable as problem:
                return _turn(draft, who, form, given, draft.answers, draft.cursor, problem=problem)
            except IndexError:  # the list of options became shorter meanwhile
                return _turn(draft, who, form, given, draft.answers, draft.cursor, stale=True)
            if answered:
                return self._advance(tx, who, draft, form, answers, given)
            _save(tx, draft, answers, step.question.name)
            return _turn(draft, who, form, given, answers, step.question.name)

        return await self._database.work(unit)

    def _advance(
        self,
        tx: Transaction,
        who: Speaker,
        draft: Draft,
        form: Form,
        answers: Answers,
        given: Given,
        taken: Line | None = None,
    ) -> Turn:
        turn = _turn(draft, who, form, given, answers, "", taken=taken)
        if form.style is Style.QUICK and turn.step.question is None:
            return self._deliver(tx, who, draft, form, answers, given)
        _save(tx, draft, answers, "")
        return turn

    def _deliver(self, tx: Transaction, who: Speaker, draft: Draft, form: Form, answers: Answers, given: Given) -> Turn:
        self._ask_guard(tx, who, draft.form, draft.about)
        sent = Sent(draft.form, draft.version, draft.about, form.result(answers, given), draft.began_at)
        step = form.walk(answers, given)
        drafts.drop(tx, draft.id)
        receive = self._receivers[draft.form]
        if who.entered_by is not None:
            outcome = receive(tx, who, sent)
            drafts.entered(tx, who.person_id, draft.form, draft.about, who.author_id)
            journal.note(
                tx, "entered-from-paper", "person", who.person_id, school=who.school_id, by=who.author_id,
                details=draft.form,
            )  # fmt: skip
        else:
            outcome = receive(tx, accounts.as_account(tx, who.account_id), sent)
            if form.style is Style.QUESTIONNAIRE and draft.person_id is not None:
                spent = draft.spent + _since(tx, draft)
                drafts.timed(tx, draft.person_id, draft.form, draft.about, draft.began_at, spent)
        return replace(_turn(draft, who, form, given, answers, ""), step=step, sent=sent, outcome=outcome)

    def _where(self, tx: Transaction, who: Speaker, draft: Draft) -> Turn:
        form, given = self._form(tx, who, draft)
        return _turn(draft, who, form, given, draft.answers, draft.cursor)

    def _own(self, tx: Transaction, speaker: Speaker, draft_id: int) -> tuple[Draft, Speaker]:
        """The draft, and whose answers it holds: the speaker's, or those of the person whose paper they enter.

        Raises NotYours when they may not enter papers any more.
        """
        draft = drafts.get(tx, draft_id)
        if draft is None or draft.account_id != speaker.account_id or draft.form not in self._forms:
            raise DraftGone
        return draft, _whose(tx, speaker, draft)

    def _fleeting(self, draft: Draft) -> bool:
        """Whether nothing of it is kept when it is put aside: a small dialogue, a version being tried out."""
        return bool(draft.trial) or self._forms.shipped(draft.form).style is Style.QUICK

    def _unchanged(self, tx: Transaction, who: Speaker, draft: Draft) -> bool:
        """Whether the draft holds just what was sent."""
        sent = drafts.sent(tx, draft.for_id or draft.person_id or 0, draft.form, draft.about)
        form, given = self._form(tx, who, draft)
        return sent is not None and sent.answers == form.result(draft.answers, given)

    def _ask_guard(self, tx: Transaction, speaker: Speaker, form: str, about: int) -> None:
        guard = self._guards.get(form)
        if guard is not None:
            guard(tx, speaker, form, about)

    def _form(self, tx: Transaction, speaker: Speaker, draft: Draft) -> tuple[Form, Given]:
        form = self._forms.of(tx, _school(speaker), draft.form, draft.version)
        return form, self._given(tx, speaker, form, draft.about)

    def _given(self, tx: Transaction, speaker: Speaker, form: Form, about: int) -> Given:
        """What the walk needs of the school: read once an answer, and only what this form has use for."""
        if about < 0:
            return Given(
                _today(tx, speaker, form), {name: sample(tx, speaker.school_id, form.key, name) for name in form.lists}
            )
        lists = {name: self._lists[name](tx, speaker) for name in form.lists} if speaker.person else {}
        proposer = self._proposers.get(form.key)
        defaults = proposer(tx, speaker, about) if proposer else {}
        standing = {name: answer for name, answer in defaults.items() if answer != SKIPPED}
        naming = self._whom.get(form.key) if about >= 0 else None
        return Given(_today(tx, speaker, form), lists, standing, naming(tx, speaker, about) if naming else "")


def _areas(tx: Transaction, speaker: Speaker) -> tuple[Option, ...]:
    person = speaker.person
    if person is None:
        return ()
    return areas.options(tx, person.school_id, "pupil" if person.kind is Kind.PUPIL else "teacher")


def _whose(tx: Transaction, speaker: Speaker, draft: Draft) -> Speaker:
    return speaker if draft.for_id is None else stand_in(tx, speaker, draft.for_id)


def _author(speaker: Speaker) -> int | None:
    return speaker.author_id if speaker.person else None


def _school(speaker: Speaker) -> int | None:
    return speaker.person.school_id if speaker.person else None


def _save(tx: Transaction, draft: Draft, answers: Answers, cursor: str) -> None:
    drafts.save(tx, draft.id, answers, cursor, _since(tx, draft))


def _since(tx: Transaction, draft: Draft) -> int:
    """Seconds since the draft was last touched, none when the person has been away from it."""
    passed = int((tx.now - draft.touched_at).total_seconds())
    return passed if 0 <= passed <= _AWAY else 0


def _today(tx: Transaction, speaker: Speaker, form: Form) -> date:
    """The school's day, for forms to which it matters which day it is."""
    if speaker.person is None or not form.asks_for_today:
        return tx.now.date()
    return tx.now.astimezone(schools.settings(tx, speaker.person.school_id).zone).date()


def _turn(
    draft: Draft,
    who: Speaker,
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
    return Turn(
        draft.id,
        form,
        draft.about,
        given.today,
        step,
        review,
        problem=problem,
        stale=stale,
        taken=taken,
        trial=draft.trial,
        trial_waits=draft.trial_waits,
        entered_for=shown(who.person, who.entered_by) if who.person and who.entered_by else "",
        entered_for_id=draft.for_id or 0,
        about_whom=given.whom,
    )


_OFFICIAL = frozenset(
    ("setup", "clearance", "order_sign", "worker_consent", "consent_document", "consent_details", "act_signed")
)
"""Forms in which the school's own address and the numbers of its documents are written."""


def _private(speaker: Speaker, form: Form, question: Question, text: str) -> None:
    """Raise Unacceptable for a text with a phone, an address or a long number, where the messenger may not see one."""
    if not speaker.privacy.coded or question.kind is not QuestionKind.TEXT or form.key in _OFFICIAL:
        return
    kind = private_text.found(text)
    if kind is not None:
        raise Unacceptable(question, Why(f"privacy-text-{kind}"))
