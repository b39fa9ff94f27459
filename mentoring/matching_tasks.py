"""What the worker process is given to do for matching; heavy libraries are loaded there, never beside the conversations."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.matching_criteria import Rules
from mentoring.matching_outcome import Draft, Explanation
from mentoring.matching_people import Mentee, Mentor, Programme


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mentor somebody could be given to, with everything for and against; `waivable` a rule the curator may go over."""

    mentor: int
    explanation: Explanation
    waivable: bool


def warm_up() -> None:
    """Load what drafts are made with, so that the first one need not wait for it: a tiny one asks every solver."""
    from mentoring.matching import propose

    form = "pupil_pupil"
    propose(
        Programme(
            mentees=tuple(Mentee(id=one, person=one, form=form, class_level=5) for one in range(3)),
            mentors=tuple(Mentor(id=one, person=9 + one, form=form, class_level=9, places=2) for one in range(2)),
            rules=((form, Rules(smallest=2)),),
        )
    )


def draft(programme: Programme) -> Draft:
    """The draft of pairs."""
    from mentoring.matching import propose

    return propose(programme)


def numbers(programme: Programme, form: str) -> tuple[tuple[int, int], ...]:
    """Pairs and strong pairs of one form at every position of the knob."""
    from mentoring import matching

    return matching.numbers(programme, form)


def candidates(mentee: Mentee, programme: Programme) -> tuple[Candidate, ...]:
    """Every mentor of the form: those allowed first, the best first; then those a rule forbids."""
    from mentoring.matching import explain_each
    from mentoring.matching_binding import binding

    found = []
    for mentor, told in zip(programme.mentors, explain_each(mentee, programme.mentors, programme), strict=True):
        waivable = told.forbidden is not None and binding(mentee, mentor, programme) is None
        found.append(Candidate(mentor.id, told, waivable))
    found.sort(key=lambda each: (each.explanation.forbidden is not None, -each.explanation.points, each.mentor))
    return tuple(found)
