"""What a person gets back from a form: the next step, the review, or what came of sending it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from mentoring.questionnaire import Answer, Form, Line, Step, Unacceptable


@dataclass(frozen=True, slots=True)
class Sent:
    """A form as its receiver gets it: the answers that stand, without skipped questions."""

    form: str
    version: str
    about: int
    answers: Mapping[str, Answer]
    began_at: datetime | None = None  # when it was opened, to know what has changed since

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
    taken: Line | None = None  # a typed answer as it was understood, to be said back
    trial: int = 0  # the version being tried out: nothing is sent
    trial_waits: bool = False  # … which is not in force yet
    entered_for: str = ""  # whose paper is being entered, as they are shown to whoever enters it
    entered_for_id: int = 0
    about_whom: str = ""  # as the person may see them: whoever tells about several must not mix them up
    renewed: bool = False  # what was sent is looked at again in a newer version of the questionnaire

    @property
    def revisiting(self) -> bool:
        """Whether everything is answered and one answer is being looked at again."""
        return self.step.question is not None and self.step.remaining == 0
