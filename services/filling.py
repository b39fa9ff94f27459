"""Carries a person through any form, one answer a transaction: the questionnaires, and every small dialogue of the bot.

A form that was sent goes to its receiver, a plain function of the topic it belongs to, in the same transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any

from mentoring import private_text
from mentoring.people import Speaker
from mentoring.questionnaire import Answers, Form, Given, Question, Style, Unacceptable, Why
from mentoring.questionnaire import Kind as QuestionKind
from mentoring.refusal import Refusal
from services.open_draft import Desk, DraftGone, Guard, Lister, Naming, OpenDraft, Proposer, school_of
from services.questionnaire_forms import Forms
from services.turns import Sent, Turn
from storage import accounts, drafts, journal
from storage.database import Database, Transaction
from storage.drafts import Submission

__all__ = ["DraftGone", "Filling", "Guard", "Lister", "Naming", "Proposer", "Receiver", "Sent", "Turn"]

Receiver = Callable[[Transaction, Speaker, Sent], Any]
_Change = Callable[[Form, Answers, str, Given], tuple[Answers, bool]]
"""New answers to the question on the screen, and whether it is answered by them."""
_OFFICIAL = frozenset(
    (
        "setup",
        "clearance",
        "order_sign",
        "worker_consent",
        "consent_document",
        "consent_details",
        "act_signed",
        "safety_contacts",
        "parents_contact",
    )
)
"""Forms in which the school's own address and the numbers of its documents are written."""


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
        self._receivers = receivers
        self._desk = Desk(forms, proposers or {}, guards or {}, lists or {}, whom or {})

    async def begin(self, speaker: Speaker, form: str, about: int = 0, *, afresh: bool = False) -> Turn:
        """Open a form: where the person stopped, or with what was sent before, or anew. A quick form begins anew."""
        return await self._database.work(lambda tx: self.open(tx, speaker, form, about, afresh=afresh))

    def open(self, tx: Transaction, speaker: Speaker, form: str, about: int = 0, *, afresh: bool = False) -> Turn:
        """The same inside another topic's transaction."""
        desk = self._desk
        desk.ask_guard(tx, speaker, form, about)
        person_id = speaker.person.id if speaker.person else None
        author = speaker.author_id if speaker.person else None
        for_id = person_id if speaker.entered_by else None
        draft = drafts.find(tx, speaker.account_id, form, about, for_id)
        quick = desk.forms.shipped(form).style is Style.QUICK
        if draft is not None and draft.person_id == author and not afresh and not quick:
            accounts.focus(tx, speaker.account_id, draft.id)
            return desk.lay_open(tx, speaker, draft).turn()
        known = desk.forms.in_force(tx, school_of(speaker), form)
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
        return replace(desk.lay_open(tx, speaker, draft).turn(), renewed=renewed)

    def _fitting(self, tx: Transaction, speaker: Speaker, form: Form, earlier: Submission) -> Answers:
        """What was sent, as far as it fits the version in force; what that one asks for the first time is open."""
        then = self._desk.forms.of(tx, school_of(speaker), form.key, earlier.version)
        answers = then.reopened(earlier.answers, self._desk.needed(tx, speaker, then, earlier.about))
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
        return self._desk.lay_open(tx, speaker, draft).turn()

    async def resume(self, speaker: Speaker) -> Turn | None:
        """The question on the person's screen, if they are in the middle of a form."""

        def query(tx: Transaction) -> Turn | None:
            try:
                return self._desk.own(tx, speaker, speaker.draft_id).turn() if speaker.draft_id else None
            except Refusal:  # gone, or may not enter this paper any more
                return None

        return await self._database.read(query)

    async def reopen(self, speaker: Speaker, draft_id: int, *, afresh: bool) -> Turn:
        """Go on with what was put aside, or begin it anew."""

        def unit(tx: Transaction) -> Turn:
            found = self._desk.own(tx, speaker, draft_id)
            return self.open(tx, found.who, found.draft.form, found.draft.about, afresh=afresh)

        return await self._database.work(unit)

    async def begun(self, speaker: Speaker) -> list[Turn]:
        """The questionnaires the person has begun and not sent, latest first."""

        def query(tx: Transaction) -> list[Turn]:
            person_id = speaker.person.id if speaker.person else None
            found = []
            for draft in drafts.begun(tx, speaker.account_id, person_id):
                if draft.form in self._desk.forms and not self._desk.fleeting(draft):
                    with suppress(Refusal):  # may not enter this paper any more
                        found.append(self._desk.lay_open(tx, speaker, draft).turn())
            return found

        return await self._database.read(query)

    async def take_typed(self, speaker: Speaker, text: str) -> Turn:
        """Take a typed answer to the question on the screen. Raises DraftGone when there is none."""

        def unit(tx: Transaction) -> Turn:
            found = self._desk.own(tx, speaker, speaker.draft_id or 0)
            question = found.step.question
            if question is None:
                return found.turn()
            try:
                _private(speaker, found.form, question, text)
                answers = found.form.take(found.draft.answers, question.name, text, found.needed)
            except Unacceptable as problem:
                return found.turn(problem=problem)
            return self._advance(tx, found, answers, typed=question)

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
            found = self._desk.own(tx, speaker, draft_id)
            if found.step.index != question:
                return found.turn(stale=True)
            answers, cursor = found.draft.answers, found.draft.cursor
            return found.save(tx, answers, found.form.back(answers, found.needed, cursor or None) or cursor)

        return await self._database.work(unit)

    async def revisit(self, speaker: Speaker, draft_id: int, question: int | None) -> Turn:
        """From the review back to one question, to change its answer; to the review again when it is None."""

        def unit(tx: Transaction) -> Turn:
            found = self._desk.own(tx, speaker, draft_id)
            known = question is not None and 0 <= question < len(found.form.questions)
            return found.save(tx, found.draft.answers, found.form.questions[question or 0].name if known else "")

        return await self._database.work(unit)

    async def put_aside(self, speaker: Speaker, draft_id: int) -> bool:
        """«Позже»: typed text answers nothing for now. Returns whether something is kept to go on with.

        Everything answered stays saved; a quick form, and one opened only to look at what was sent, are dropped.
        """

        def unit(tx: Transaction) -> bool:
            try:
                found = self._desk.own(tx, speaker, draft_id)
            except DraftGone:
                raise
            except Refusal:  # may not enter this paper any more: nothing of it is kept
                drafts.drop(tx, draft_id)
                return False
            if self._desk.fleeting(found.draft) or _unchanged(tx, found):
                drafts.drop(tx, draft_id)
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
            found = self._desk.own(tx, speaker, draft_id)
            answers = found.draft.answers
            if missing := found.form.missing(answers, found.needed):
                return found.save(tx, answers, missing[0].name)
            return found.turn(cursor="", stale=True) if found.draft.trial else self._deliver(tx, found, answers)

        return await self._database.work(unit)

    async def _step(self, speaker: Speaker, draft_id: int, question: int, change: _Change) -> Turn:
        def unit(tx: Transaction) -> Turn:
            found = self._desk.own(tx, speaker, draft_id)
            step = found.step
            if step.question is None or step.index != question:
                return found.turn(stale=True)
            try:
                answers, answered = change(found.form, found.draft.answers, step.question.name, found.needed)
            except Unacceptable as problem:
                return found.turn(problem=problem)
            except IndexError:  # the list of options became shorter meanwhile
                return found.turn(stale=True)
            return self._advance(tx, found, answers) if answered else found.save(tx, answers, step.question.name)

        return await self._database.work(unit)

    def _advance(self, tx: Transaction, found: OpenDraft, answers: Answers, typed: Question | None = None) -> Turn:
        """On to the next question; with the last answer a quick form is sent."""
        if found.form.style is Style.QUICK and found.form.walk(answers, found.needed).question is None:
            return self._deliver(tx, found, answers)
        taken = found.form.line(typed, answers, found.needed) if typed else None
        return found.save(tx, answers, taken=taken)

    def _deliver(self, tx: Transaction, found: OpenDraft, answers: Answers) -> Turn:
        draft, who, form = found.draft, found.who, found.form
        self._desk.ask_guard(tx, who, draft.form, draft.about)
        sent = Sent(draft.form, draft.version, draft.about, form.result(answers, found.needed), draft.began_at)
        shown = found.turn(answers, "")
        drafts.drop(tx, draft.id)
        receive = self._receivers[draft.form]
        if who.entered_by is not None:
            outcome = receive(tx, who, sent)
            _note_entered(tx, who, sent)
        else:
            outcome = receive(tx, accounts.as_account(tx, who.account_id), sent)
            if form.style is Style.QUESTIONNAIRE and draft.person_id is not None:
                spent = draft.spent + found.since_touched(tx)
                drafts.timed(tx, draft.person_id, draft.form, draft.about, draft.began_at, spent)
        return replace(shown, sent=sent, outcome=outcome)


def _note_entered(tx: Transaction, who: Speaker, sent: Sent) -> None:
    """Whose paper it was, and who has entered it."""
    drafts.entered(tx, who.person_id, sent.form, sent.about, who.author_id)
    about, by = who.person_id, who.author_id
    journal.note(tx, "entered-from-paper", "person", about, school=who.school_id, by=by, details=sent.form)


def _unchanged(tx: Transaction, found: OpenDraft) -> bool:
    """Whether the draft holds just what was sent."""
    draft = found.draft
    sent = drafts.sent(tx, draft.for_id or draft.person_id or 0, draft.form, draft.about)
    return sent is not None and sent.answers == found.result


def _private(speaker: Speaker, form: Form, question: Question, text: str) -> None:
    """Raise Unacceptable for a text with a phone, an address or a long number, where the messenger may not see one."""
    if not speaker.privacy.coded or question.kind is not QuestionKind.TEXT or form.key in _OFFICIAL:
        return
    kind = private_text.found(text)
    if kind is not None:
        raise Unacceptable(question, Why(f"privacy-text-{kind}"))
