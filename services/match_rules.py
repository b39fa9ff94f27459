"""How each form is matched, in the curator's words: levels of criteria, more pairs or better ones, groups, who may mentor.

Every change says which revision it was made on; what another curator has changed meanwhile is never overwritten (stage 5).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from mentoring.matching_criteria import NEVER_MUST, Criterion, Knob, Level, Rules
from mentoring.people import MentoringForm, Person, Speaker
from mentoring.refusal import NotYours, TakenMeanwhile
from mentoring.settings_choices import MOST_MENTEES_CHOICES
from services.matching_here import in_programme, running
from services.matching_meanwhile import by
from storage import journal, match_rules, people, schools
from storage.database import Database, Transaction
from storage.match_rules import FormRules
from storage.schools import Programme

__all__ = ["Criterion", "FormRules", "Knob", "Level", "MatchRules", "SeenRules", "Switch", "levels_of"]

_PUPILS_OF_ADULTS = (MentoringForm.TEACHER_PUPIL, MentoringForm.STUDENT_PUPIL, MentoringForm.EMPLOYER_PUPIL)
_NOT_ASKED = {
    MentoringForm.TEACHER_TEACHER: {Criterion.AGE, Criterion.CLASSES, Criterion.GENDER},
    **{form: {Criterion.AGE} for form in _PUPILS_OF_ADULTS},
}


class Switch(StrEnum):
    """What is either so or not."""

    TRAINING = "training"
    CLASS_TEACHER = "class_teacher"


@dataclass(frozen=True, slots=True)
class SeenRules:
    """What holds in a form, what can be chosen there, and who changed it last; the moment is the school's."""

    held: FormRules
    most: int  # mentees of a mentor
    criteria: tuple[Criterion, ...]
    switches: tuple[Switch, ...]
    author: Person | None
    at: datetime | None


class MatchRules:
    """The rules of matching, form by form."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def seen(self, speaker: Speaker, form: str) -> SeenRules:
        """What holds now."""
        return await self._database.read(lambda tx: _seen(tx, *_of(tx, speaker, form), form))

    async def weigh(self, speaker: Speaker, form: str, revision: int, criterion: Criterion, level: Level) -> SeenRules:
        """How much a criterion matters from now on. Raises NotYours for one that cannot be a must."""
        if level not in levels_of(criterion):
            raise NotYours
        return await self._change(
            speaker, form, revision, lambda rules: replace(rules, rules=rules.rules.with_level(criterion, level))
        )

    async def turn(self, speaker: Speaker, form: str, revision: int, knob: Knob) -> SeenRules:
        """More pairs or better ones."""
        return await self._change(
            speaker, form, revision, lambda rules: replace(rules, rules=replace(rules.rules, knob=knob))
        )

    async def group(self, speaker: Speaker, form: str, revision: int, smallest: int) -> SeenRules:
        """Pairs (1), or groups of at least so many. Raises NotYours for more than a mentor may have."""

        def change(_: Transaction, programme: Programme, rules: FormRules) -> FormRules:
            if not 1 <= smallest <= programme.forms[MentoringForm(form)]:
                raise NotYours
            return replace(rules, rules=replace(rules.rules, smallest=smallest))

        return await self._work(speaker, form, revision, change)

    async def switch(self, speaker: Speaker, form: str, revision: int, which: Switch, *, on: bool) -> SeenRules:
        """Whether training is asked for; whether one's own class teacher may be the mentor."""

        def change(rules: FormRules) -> FormRules:
            return replace(rules, training=on) if which is Switch.TRAINING else replace(rules, class_teacher=on)

        return await self._change(speaker, form, revision, change)

    async def cap(self, speaker: Speaker, form: str, revision: int, most: int) -> SeenRules:
        """The most mentees of a mentor; pairs that stand are not touched. A group gets no bigger than that."""
        if most not in MOST_MENTEES_CHOICES:
            raise NotYours

        def change(tx: Transaction, programme: Programme, rules: FormRules) -> FormRules:
            schools.allow(tx, programme.id, MentoringForm(form), most)
            return replace(rules, rules=replace(rules.rules, smallest=min(rules.rules.smallest, most)))

        return await self._work(speaker, form, revision, change)

    async def reset(self, speaker: Speaker, form: str, revision: int) -> SeenRules:
        """«Вернуть обычные»: everything but the cap of places as it was at first."""
        return await self._change(
            speaker,
            form,
            revision,
            lambda rules: replace(rules, rules=Rules(), training=False, class_teacher=False),
        )

    async def _change(
        self,
        speaker: Speaker,
        form: str,
        revision: int,
        change: Callable[[FormRules], FormRules],
    ) -> SeenRules:
        return await self._work(speaker, form, revision, lambda tx, programme, rules: change(rules))

    async def _work(
        self,
        speaker: Speaker,
        form: str,
        revision: int,
        change: Callable[[Transaction, Programme, FormRules], FormRules],
    ) -> SeenRules:
        def unit(tx: Transaction) -> SeenRules:
            me, programme = _of(tx, speaker, form)
            now = match_rules.of_form(tx, programme.id, form)
            if now.revision != revision:
                raise TakenMeanwhile("match-rules-newer", **by(tx, me, now.changed_by))
            match_rules.keep(tx, programme.id, change(tx, programme, now), by=me.person_id)
            journal.note(
                tx, "changed-match-rules", "programme", programme.id, school=me.school_id, by=me.person_id, details=form
            )
            return _seen(tx, me, programme, form)

        return await self._database.work(unit)


def levels_of(criterion: Criterion) -> tuple[Level, ...]:
    """The levels a criterion may have."""
    return tuple(each for each in Level if each is not Level.MUST or criterion not in NEVER_MUST)


def criteria_of(form: str) -> tuple[Criterion, ...]:
    """What is compared in a form: not what nobody of it is asked."""
    return tuple(each for each in Criterion if each not in _NOT_ASKED.get(MentoringForm(form), ()))


def _of(tx: Transaction, speaker: Speaker, form: str) -> tuple[Speaker, Programme]:
    me, programme = in_programme(tx, speaker)
    return me, running(programme, form)


def _seen(tx: Transaction, me: Speaker, programme: Programme, form: str) -> SeenRules:
    held = match_rules.of_form(tx, programme.id, form)
    zone = schools.settings(tx, me.school_id).zone
    here = schools.programme(tx, me.school_id) or programme
    teachers = MentoringForm(form) is MentoringForm.TEACHER_PUPIL
    return SeenRules(
        held=held,
        most=here.forms[MentoringForm(form)],
        criteria=criteria_of(form),
        switches=(Switch.TRAINING, Switch.CLASS_TEACHER) if teachers else (Switch.TRAINING,),
        author=people.get(tx, held.changed_by) if held.changed_by else None,
        at=held.changed_at.astimezone(zone) if held.changed_at else None,
    )
