"""The form and role model a participant's request speaks for, with the reasons; the curator decides (stage 2, item 5).

The models are those of the target model of mentoring (MR-42/02, section 3); the fourth of the form pupil to pupil, and the
form teacher to pupil with its models, are usual in schools. The usual model for pupils with disabilities is left out:
data about health do not travel through a messenger (ст. 10 152-ФЗ).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from mentoring.people import FORMS_OF, Kind, MentoringForm, Side
from mentoring.questionnaire import Answers

WISHES = ("from_whom", "to_whom")
"""The questions of applications from whom help is wished for, and whom one would help; their options are forms."""


class RoleModel(StrEnum):
    """What the two are to each other."""

    ACHIEVER = "achiever"  # between pupils it needs a mentor of an older class: matching knows it by this name
    LEADER = "leader"
    PEER = "peer"
    ADAPTED = "adapted"
    EXPERIENCED_YOUNG = "experienced_young"
    LEADER_STRUGGLING = "leader_struggling"
    INNOVATOR_CONSERVATIVE = "innovator_conservative"
    SUBJECT_EXPERT = "subject_expert"
    TEACHER_RESULTS = "teacher_results"
    TEACHER_PASSIVE = "teacher_passive"
    TEACHER_GIFTED = "teacher_gifted"
    LEADER_INDIFFERENT = "leader_indifferent"
    EQUAL_OTHER = "equal_other"
    PROJECT_AUTHOR = "project_author"
    PROFESSIONAL = "professional"
    COLLEAGUE = "colleague"
    EMPLOYER = "employer"


class Ground(StrEnum):
    """Why a model is proposed; the words live in `locales/`."""

    RESULTS = "form-choice-why-results"
    LEADERSHIP = "form-choice-why-leadership"
    EXCHANGE = "form-choice-why-exchange"
    ADAPTATION = "form-choice-why-adaptation"
    TALENT = "form-choice-why-talent"
    PROFESSION = "form-choice-why-profession"
    STARTING = "form-choice-why-starting"
    DIFFICULTIES = "form-choice-why-difficulties"
    INNOVATION = "form-choice-why-innovation"
    SUBJECT = "form-choice-why-subject"
    MENTOR = "form-choice-why-mentor"  # a mentor takes the model of whomever they help
    NOT_SAID = "form-choice-why-not-said"
    NO_FORM = "form-choice-why-no-form"


class FormGround(StrEnum):
    """Why a form is proposed; the words live in `locales/`."""

    ONLY = "form-choice-form-only"  # no other is run for such people
    WISHED = "form-choice-form-wished"
    OF_SEVERAL = "form-choice-form-of-several"  # the one of several wished for that serves the goal best
    GOAL = "form-choice-form-goal"  # they do not mind
    NONE = "form-choice-form-none"


_Form = MentoringForm
MODELS: Mapping[MentoringForm, tuple[RoleModel, ...]] = MappingProxyType(
    {
        _Form.PUPIL_PUPIL: (RoleModel.ACHIEVER, RoleModel.LEADER, RoleModel.PEER, RoleModel.ADAPTED),
        _Form.TEACHER_TEACHER: (
            RoleModel.EXPERIENCED_YOUNG,
            RoleModel.LEADER_STRUGGLING,
            RoleModel.INNOVATOR_CONSERVATIVE,
            RoleModel.SUBJECT_EXPERT,
        ),
        _Form.TEACHER_PUPIL: (RoleModel.TEACHER_RESULTS, RoleModel.TEACHER_PASSIVE, RoleModel.TEACHER_GIFTED),
        _Form.STUDENT_PUPIL: (
            RoleModel.ACHIEVER,
            RoleModel.LEADER_INDIFFERENT,
            RoleModel.EQUAL_OTHER,
            RoleModel.PROJECT_AUTHOR,
        ),
        _Form.EMPLOYER_PUPIL: (RoleModel.PROFESSIONAL, RoleModel.COLLEAGUE, RoleModel.EMPLOYER),
    }
)

# The answer to «Что ближе всего к вашей цели?» of the application: its ground, and the model it speaks for in each form.
_PUPILS_GOALS: Mapping[str, tuple[Ground, tuple[RoleModel, RoleModel, RoleModel, RoleModel]]] = {
    "results": (
        Ground.RESULTS,
        (RoleModel.ACHIEVER, RoleModel.TEACHER_RESULTS, RoleModel.ACHIEVER, RoleModel.PROFESSIONAL),
    ),
    "leadership": (
        Ground.LEADERSHIP,
        (RoleModel.LEADER, RoleModel.TEACHER_PASSIVE, RoleModel.LEADER_INDIFFERENT, RoleModel.PROFESSIONAL),
    ),
    "exchange": (
        Ground.EXCHANGE,
        (RoleModel.PEER, RoleModel.TEACHER_GIFTED, RoleModel.EQUAL_OTHER, RoleModel.COLLEAGUE),
    ),
    "adaptation": (
        Ground.ADAPTATION,
        (RoleModel.ADAPTED, RoleModel.TEACHER_PASSIVE, RoleModel.LEADER_INDIFFERENT, RoleModel.PROFESSIONAL),
    ),
    "talent": (
        Ground.TALENT,
        (RoleModel.ACHIEVER, RoleModel.TEACHER_GIFTED, RoleModel.PROJECT_AUTHOR, RoleModel.COLLEAGUE),
    ),
    "profession": (
        Ground.PROFESSION,
        (RoleModel.LEADER, RoleModel.TEACHER_PASSIVE, RoleModel.LEADER_INDIFFERENT, RoleModel.EMPLOYER),
    ),
}
_TEACHERS_GOALS: Mapping[str, tuple[Ground, RoleModel]] = {
    "starting": (Ground.STARTING, RoleModel.EXPERIENCED_YOUNG),
    "difficulties": (Ground.DIFFICULTIES, RoleModel.LEADER_STRUGGLING),
    "innovation": (Ground.INNOVATION, RoleModel.INNOVATOR_CONSERVATIVE),
    "subject": (Ground.SUBJECT, RoleModel.SUBJECT_EXPERT),
}
_IN_ORDER = FORMS_OF[Kind.PUPIL, Side.MENTEE]
_BEST_FOR = {
    "talent": (_Form.TEACHER_PUPIL, _Form.STUDENT_PUPIL),
    "profession": (_Form.EMPLOYER_PUPIL, _Form.STUDENT_PUPIL),
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A form, None where none fits; a role model, None where none follows; and why each."""

    form: MentoringForm | None
    model: RoleModel | None
    ground: Ground
    form_ground: FormGround = FormGround.ONLY


def propose_model(
    kind: Kind, side: Side, answers: Answers, run: Iterable[str] = tuple(MentoringForm), form: str = ""
) -> Proposal:
    """What an application speaks for: a form among those that are run, by wish and goal, and a model by a mentee's goal.

    Given a form, the model is proposed for that one: the curator has decided on it.
    """
    form_ground = FormGround.ONLY
    if not form:
        chosen, form_ground = _form(kind, side, answers, set(run))
        if chosen is None:
            return Proposal(None, None, Ground.NO_FORM, FormGround.NONE)
        form = chosen
    if side is Side.MENTOR:
        return Proposal(MentoringForm(form), None, Ground.MENTOR, form_ground)
    model, ground = _model(MentoringForm(form), str(answers.get("situation", "")))
    return Proposal(MentoringForm(form), model, ground, form_ground)


def _form(kind: Kind, side: Side, answers: Answers, run: set[str]) -> tuple[MentoringForm | None, FormGround]:
    fitting = [form for form in FORMS_OF.get((kind, side), ()) if form in run]
    if len(fitting) <= 1:
        return next(iter(fitting), None), FormGround.ONLY
    said = {each for name in WISHES if isinstance(chosen := answers.get(name), tuple) for each in chosen}
    wished = [form for form in fitting if form in said and "any" not in said]
    best = _BEST_FOR.get(str(answers.get("situation", "")), ())
    among = wished or fitting
    first = next((form for form in best if form in among), among[0])
    if not wished:
        return first, FormGround.GOAL
    return first, FormGround.WISHED if len(wished) == 1 else FormGround.OF_SEVERAL


def _model(form: MentoringForm, goal: str) -> tuple[RoleModel | None, Ground]:
    if form is MentoringForm.TEACHER_TEACHER:
        ground, model = _TEACHERS_GOALS.get(goal, (Ground.NOT_SAID, None))
        return model, ground
    if goal not in _PUPILS_GOALS:
        return None, Ground.NOT_SAID
    ground, models = _PUPILS_GOALS[goal]
    return models[_IN_ORDER.index(form)], ground
