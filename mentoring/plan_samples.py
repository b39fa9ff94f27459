"""Samples of development plans and learning paths: tables in `mentoring/plan_samples/`, in Russian and English.

Sections and their lines are those of the usual individual plan under a mentor: two sections for a pupil («Анализ
трудностей…», «Направления развития») and two for a teacher («Вхождение в должность», «Направления … развития»).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from mentoring.people import MentoringForm
from mentoring.plans import PlanKind
from mentoring.questionnaire_items import Phrase

_FOLDER = files("mentoring").joinpath("plan_samples")
PUPIL, TEACHER = "pupil", "teacher"


@dataclass(frozen=True, slots=True)
class SampleTask:
    """A task of a sample."""

    section: int
    name: str
    task: Phrase
    place: Phrase
    expected: Phrase


@dataclass(frozen=True, slots=True)
class Sample:
    """A kind of request with its goal and tasks. `answers`: goals and areas of an application that speak for it."""

    key: str
    kind: PlanKind
    audience: str
    answers: tuple[str, ...]
    label: Phrase
    goal: Phrase
    tasks: tuple[SampleTask, ...]

    def goal_for(self, areas: Iterable[str], until: date, language: str) -> str:
        """The goal in words, measurable and with its day; the areas stand in brackets, so that no case is needed."""
        text = self.goal.to(language)
        named = ", ".join(areas)
        text = text if named else text.replace(" ({areas})", "")
        return text.replace("{areas}", named).replace("{until}", f"{until:%d.%m.%Y}")


def audience_of(form: str) -> str:
    """Whose version of the plan a form of mentoring uses."""
    return TEACHER if form == MentoringForm.TEACHER_TEACHER else PUPIL


@cache
def samples() -> Mapping[str, Sample]:
    """Every sample by its key, in the order they are offered."""
    tasks = list(_rows("tasks"))
    return {
        row["name"]: Sample(
            key=row["name"],
            kind=PlanKind(row["kind"]),
            audience=row["audience"],
            answers=tuple(row["for"].split()),
            label=_phrase(row, "label"),
            goal=_phrase(row, "goal"),
            tasks=tuple(_task(each) for each in tasks if row["name"] in each["samples"].split()),
        )
        for row in _rows("samples")
    }


@cache
def sections(kind: PlanKind, audience: str) -> Mapping[int, Phrase]:
    """The sections of a plan or path by number."""
    return {
        int(row["section"]): _phrase(row, "label")
        for row in _rows("sections")
        if (row["kind"], row["audience"]) == (kind, audience)
    }


def offered(kind: PlanKind, audience: str) -> tuple[Sample, ...]:
    """The samples for such a plan."""
    return tuple(each for each in samples().values() if (each.kind, each.audience) == (kind, audience))


def fitting(kind: PlanKind, audience: str, situation: str, areas: Iterable[str]) -> Sample:
    """The sample an application speaks for: by the goal it names and by its areas, the goal counting for two.

    Raises LookupError where there is no such plan: a learning path is for pupils.
    """
    among = offered(kind, audience)
    if not among:
        raise LookupError(kind)
    wanted = set(areas)
    return max(among, key=lambda each: 2 * (situation in each.answers) + len(wanted.intersection(each.answers)) * 0.9)


def _task(row: Mapping[str, str]) -> SampleTask:
    return SampleTask(
        int(row["section"]), row["name"], _phrase(row, "task"), _phrase(row, "place"), _phrase(row, "expected")
    )


def _phrase(row: Mapping[str, str], name: str) -> Phrase:
    return Phrase({column[-3:-1]: text for column, text in row.items() if column.startswith(f"{name}::")})


def _rows(name: str) -> Iterable[Mapping[str, str]]:
    return csv.DictReader(_FOLDER.joinpath(f"{name}.csv").read_text("utf-8").splitlines())
