"""What is measured of mentees before the work and after it, by the same names (stage 2 «оценка по заданным параметрам»).

The parameters are those of the monitoring of impact (МР-42/02, раздел 2.3; Р-145), each with who enters it and which
direction is better; the indicator sheets «вход X – выход Y» are about a form of mentoring in the school as a whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from mentoring.people import Kind, Side


class Phase(StrEnum):
    """When it is measured: on coming into the programme, and at its end."""

    ENTRY = "entry"
    FINAL = "final"


class Source(StrEnum):
    """Who enters a parameter."""

    SELF = "self"
    CLASS_TEACHER = "class_teacher"
    PSYCHOLOGIST = "psychologist"
    METHODIST = "methodist"
    CURATOR = "curator"


class Scale(StrEnum):
    """How it is measured."""

    SCORE = "score"  # 1 to 10
    NUMBER = "number"
    LEVEL = "level"  # 1 low, 2 middle, 3 high: of psychological measures nothing finer is kept


class Better(StrEnum):
    """Which direction is good."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One measure of one person; the name is that of the question it is asked by."""

    name: str
    of: Kind
    source: Source
    scale: Scale = Scale.SCORE
    better: Better = Better.UP


@dataclass(frozen=True, slots=True)
class Indicator:
    """One line of a form's sheet, a number about the school."""

    name: str
    better: Better = Better.UP


PARAMETERS: tuple[Parameter, ...] = (
    Parameter("wants_school", Kind.PUPIL, Source.SELF),
    Parameter("feels_at_school", Kind.PUPIL, Source.SELF),
    Parameter("wants_success", Kind.PUPIL, Source.SELF),
    Parameter("sees_future", Kind.PUPIL, Source.SELF),
    Parameter("clubs", Kind.PUPIL, Source.SELF, Scale.NUMBER),
    Parameter("events", Kind.PUPIL, Source.SELF, Scale.NUMBER),
    Parameter("involvement", Kind.PUPIL, Source.CLASS_TEACHER),
    Parameter("studies", Kind.PUPIL, Source.CLASS_TEACHER),
    Parameter("soft_skills", Kind.PUPIL, Source.CLASS_TEACHER),
    Parameter("anxiety", Kind.PUPIL, Source.PSYCHOLOGIST, Scale.LEVEL, Better.DOWN),
    Parameter("satisfied_with_work", Kind.TEACHER, Source.SELF),
    Parameter("climate", Kind.TEACHER, Source.SELF),
    Parameter("works", Kind.TEACHER, Source.SELF, Scale.NUMBER),
    Parameter("involvement", Kind.TEACHER, Source.METHODIST),
    Parameter("class_results", Kind.TEACHER, Source.METHODIST),
    Parameter("burnout", Kind.TEACHER, Source.PSYCHOLOGIST, Scale.LEVEL, Better.DOWN),
)

SHEETS: Mapping[str, tuple[Indicator, ...]] = MappingProxyType(
    {
        "pupil_pupil": (
            Indicator("clubs_attended"),
            Indicator("projects_done"),
            Indicator("on_register", Better.DOWN),
            Indicator("complaints", Better.DOWN),
        ),
        "teacher_teacher": (
            Indicator("wish_to_stay"),
            Indicator("class_results"),
            Indicator("conflicts", Better.DOWN),
            Indicator("own_works"),
        ),
        "teacher_pupil": (  # no official sheet: the school's own form, lines taken from the two it stands between
            Indicator("studies_share"),
            Indicator("clubs_attended"),
            Indicator("projects_done"),
            Indicator("complaints", Better.DOWN),
        ),
        "student_pupil": (
            Indicator("studies_share"),
            Indicator("projects_with_university"),
            Indicator("wish_to_mentor"),
            Indicator("entering_faculties"),
        ),
        "employer_pupil": (
            Indicator("studies_share"),
            Indicator("career_events"),
            Indicator("career_visitors"),
            Indicator("career_programme_share"),
            Indicator("projects_with_company"),
            Indicator("entering_directions"),
        ),
    }
)
"""Lines of the indicator sheet of each form (МР-42/02), in their order."""

FORMS: Mapping[tuple[Kind, Source], str] = MappingProxyType(
    {
        (Kind.PUPIL, Source.SELF): "baseline_pupil",
        (Kind.TEACHER, Source.SELF): "baseline_teacher",
        (Kind.PUPIL, Source.CLASS_TEACHER): "baseline_class_teacher",
        (Kind.TEACHER, Source.METHODIST): "baseline_methodist",
    }
)
"""The questionnaire by which a source is asked about a mentee of a kind. Levels are tapped one by one, by code."""

SMALLEST_GROUP = 5  # totals of fewer people would tell about each of them


def parameters(of: Kind, source: Source) -> tuple[Parameter, ...]:
    """What a source enters about a mentee of a kind."""
    return tuple(each for each in PARAMETERS if each.of is of and each.source is source)


def concerns(source: Source, of: Kind, side: Side) -> bool:
    """Whether a source is asked about this side: mentees by all, and of mentors the teachers, by themselves and by level.

    What is measured of teachers (вовлечённость, выгорание, удовлетворённость, климат) tells of both sides of their form.
    """
    return side is Side.MENTEE or (of is Kind.TEACHER and source in (Source.SELF, Source.PSYCHOLOGIST))


def level_of(of: Kind) -> Parameter | None:
    """The psychological measure of a mentee of a kind."""
    return next(iter(parameters(of, Source.PSYCHOLOGIST)), None)


def sheet_form(form: str) -> str:
    """The key of the questionnaire that asks for a form's indicators."""
    return f"sheet_{form}"


def subject(about: int, phase: Phase) -> int:
    """What a questionnaire of measures is about: a participation (or a programme) and the phase, in one number."""
    return about * 2 + (phase is Phase.FINAL)


def of_subject(subject: int) -> tuple[int, Phase]:
    """The participation (or programme) and the phase again."""
    return subject // 2, Phase.FINAL if subject % 2 else Phase.ENTRY
