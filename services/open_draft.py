"""A draft as it lies open: whose answers it holds, in which version of the form, with what the walk needs of the school."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from mentoring.naming import shown
from mentoring.people import Kind, Speaker
from mentoring.questionnaire import SKIPPED, Answers, Form, Given, Line, Option, Step, Style, Unacceptable
from mentoring.refusal import NotYours
from services.questionnaire_forms import Forms
from services.samples import sample
from services.standing_in import stand_in
from services.turns import Turn
from storage import areas, drafts, schools
from storage.database import Transaction
from storage.drafts import Draft

Proposer = Callable[[Transaction, Speaker, int], Answers]
Guard = Callable[[Transaction, Speaker, str, int], None]
"""Raises Refusal while the form (its key, what it is about) may not be opened or sent."""
Naming = Callable[[Transaction, Speaker, int], str]
"""About whom a form is, as the speaker may see them."""
Lister = Callable[[Transaction, Speaker], tuple[Option, ...]]
"""The options of an outer list (`areas.csv`) as they are for this speaker."""
_AWAY = 900  # seconds: a longer pause is not spent on the questionnaire


class DraftGone(NotYours):
    """The form was sent or dropped meanwhile (a second tap, another phone), or was never the speaker's."""


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """One draft, open. `who` is the person whose answers it holds: the speaker, or whose paper the speaker enters."""

    draft: Draft
    who: Speaker
    form: Form
    needed: Given

    @property
    def step(self) -> Step:
        """The question that is on the screen."""
        return self.form.walk(self.draft.answers, self.needed, self.draft.cursor or None)

    @property
    def result(self) -> Answers:
        """What would be sent now."""
        return self.form.result(self.draft.answers, self.needed)

    def turn(
        self,
        answers: Answers | None = None,
        cursor: str | None = None,
        *,
        problem: Unacceptable | None = None,
        stale: bool = False,
        taken: Line | None = None,
    ) -> Turn:
        """What is shown: of the draft as it is, or with other answers and another question on the screen."""
        answers = self.draft.answers if answers is None else answers
        cursor = self.draft.cursor if cursor is None else cursor
        step = self.form.walk(answers, self.needed, cursor or None)
        return Turn(
            self.draft.id,
            self.form,
            self.draft.about,
            self.needed.today,
            step,
            self.form.review(answers, self.needed) if step.question is None else (),
            problem=problem,
            stale=stale,
            taken=taken,
            trial=self.draft.trial,
            trial_waits=self.draft.trial_waits,
            entered_for=shown(self.who.person, self.who.entered_by) if self.who.person and self.who.entered_by else "",
            entered_for_id=self.draft.for_id or 0,
            about_whom=self.needed.whom,
        )

    def save(self, tx: Transaction, answers: Answers, cursor: str = "", *, taken: Line | None = None) -> Turn:
        """Keep these answers and the question that is on the screen, and show it."""
        drafts.save(tx, self.draft.id, answers, cursor, self.since_touched(tx))
        return self.turn(answers, cursor, taken=taken)

    def since_touched(self, tx: Transaction) -> int:
        """Seconds spent on it since the last answer, none when the person has been away."""
        passed = int((tx.now - self.draft.touched_at).total_seconds())
        return passed if 0 <= passed <= _AWAY else 0


class Desk:
    """Opens drafts: it knows every form, its guards, what is proposed in it, its outer lists and whom it is about."""

    def __init__(
        self,
        forms: Forms,
        proposers: Mapping[str, Proposer],
        guards: Mapping[str, Guard],
        lists: Mapping[str, Lister],
        whom: Mapping[str, Naming],
    ) -> None:
        self.forms = forms
        self._proposers = proposers
        self._guards = guards
        self._lists = {"areas.csv": _areas, **lists}
        self._whom = whom

    def own(self, tx: Transaction, speaker: Speaker, draft_id: int) -> OpenDraft:
        """The speaker's draft. Raises DraftGone, and NotYours when they may not enter papers any more."""
        draft = drafts.get(tx, draft_id)
        if draft is None or draft.account_id != speaker.account_id or draft.form not in self.forms:
            raise DraftGone
        return self.lay_open(tx, speaker, draft)

    def lay_open(self, tx: Transaction, speaker: Speaker, draft: Draft) -> OpenDraft:
        """A draft known to be the speaker's."""
        who = speaker if draft.for_id is None or speaker.entered_by else stand_in(tx, speaker, draft.for_id)
        form = self.forms.of(tx, school_of(who), draft.form, draft.version)
        return OpenDraft(draft, who, form, self.needed(tx, who, form, draft.about))

    def ask_guard(self, tx: Transaction, speaker: Speaker, form: str, about: int) -> None:
        """Raise Refusal while the form may not be opened or sent."""
        guard = self._guards.get(form)
        if guard is not None:
            guard(tx, speaker, form, about)

    def fleeting(self, draft: Draft) -> bool:
        """Whether nothing of it is kept when it is put aside: a small dialogue, a version being tried out."""
        return bool(draft.trial) or self.forms.shipped(draft.form).style is Style.QUICK

    def needed(self, tx: Transaction, speaker: Speaker, form: Form, about: int) -> Given:
        """What the walk needs of the school: read once an answer, and only what this form has use for."""
        today = _today(tx, speaker, form)
        if about < 0:
            return Given(today, {name: sample(tx, speaker.school_id, form.key, name) for name in form.lists})
        lists = {name: self._lists[name](tx, speaker) for name in form.lists} if speaker.person else {}
        proposer, naming = self._proposers.get(form.key), self._whom.get(form.key)
        defaults = proposer(tx, speaker, about) if proposer else {}
        standing = {name: answer for name, answer in defaults.items() if answer != SKIPPED}
        return Given(today, lists, standing, naming(tx, speaker, about) if naming else "")


def school_of(speaker: Speaker) -> int | None:
    """The school of the person spoken for, if any."""
    return speaker.person.school_id if speaker.person else None


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
