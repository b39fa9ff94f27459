"""What a printed plan or path says, as values; names are text already, forms and marks are codes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentoring.exported import Named
from mentoring.plans import Mark, PlanKind
from mentoring.questionnaire_items import Phrase


@dataclass(frozen=True, slots=True)
class SheetTask:
    """One line of the table."""

    number: str
    task: str
    place: str
    due_on: date
    expected: str
    actual: str
    mark: Mark | None
    word: str


@dataclass(frozen=True, slots=True)
class SheetSection:
    """A section with its lines; a section without any is printed with a line to fill by hand."""

    number: str
    title: Phrase
    tasks: tuple[SheetTask, ...]


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """One plan on paper. `minor`: a parent signs too."""

    school: str
    kind: PlanKind
    form: str
    role_model: str
    mentor: Named
    mentee: Named
    starts: date
    ends: date
    goal: str
    sections: tuple[SheetSection, ...]
    signed_on: date | None
    minor: bool
