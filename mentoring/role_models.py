"""The form and role model a participant's request speaks for, with the reason; the curator decides (stage 2, item 5).

The models are those of the target model of mentoring (MR-42/02, section 3); the fourth of the form pupil to pupil is
usual in schools.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from mentoring.people import FORM_OF_KIND, Kind, MentoringForm, Side
from mentoring.questionnaire import Answers


class RoleModel(StrEnum):
    """What the two are to each other."""

    ACHIEVER = "achiever"  # needs a mentor of an older class: matching knows it by this name
    LEADER = "leader"
    PEER = "peer"
    ADAPTED = "adapted"
    EXPERIENCED_YOUNG = "experienced_young"
    LEADER_STRUGGLING = "leader_struggling"
    INNOVATOR_CONSERVATIVE = "innovator_conservative"
    SUBJECT_EXPERT = "subject_expert"


class Ground(StrEnum):
    """Why a model is proposed; the words live in `locales/`."""

    RESULTS = "form-choice-why-results"
    LEADERSHIP = "form-choice-why-leadership"
    EXCHANGE = "form-choice-why-exchange"
    ADAPTATION = "form-choice-why-adaptation"
    STARTING = "form-choice-why-starting"
    DIFFICULTIES = "form-choice-why-difficulties"
    INNOVATION = "form-choice-why-innovation"
    SUBJECT = "form-choice-why-subject"
    MENTOR = "form-choice-why-mentor"  # a mentor takes the model of whomever they help
    NOT_SAID = "form-choice-why-not-said"
    NO_FORM = "form-choice-why-no-form"


MODELS: Mapping[MentoringForm, tuple[RoleModel, ...]] = {
    MentoringForm.PUPIL_PUPIL: (RoleModel.ACHIEVER, RoleModel.LEADER, RoleModel.PEER, RoleModel.ADAPTED),
    MentoringForm.TEACHER_TEACHER: (
        RoleModel.EXPERIENCED_YOUNG,
        RoleModel.LEADER_STRUGGLING,
        RoleModel.INNOVATOR_CONSERVATIVE,
        RoleModel.SUBJECT_EXPERT,
    ),
}

# The answer to «Что ближе всего к вашей цели?» of the application, by form.
_BY_SITUATION: Mapping[tuple[MentoringForm, str], tuple[RoleModel, Ground]] = {
    (MentoringForm.PUPIL_PUPIL, "results"): (RoleModel.ACHIEVER, Ground.RESULTS),
    (MentoringForm.PUPIL_PUPIL, "leadership"): (RoleModel.LEADER, Ground.LEADERSHIP),
    (MentoringForm.PUPIL_PUPIL, "exchange"): (RoleModel.PEER, Ground.EXCHANGE),
    (MentoringForm.PUPIL_PUPIL, "adaptation"): (RoleModel.ADAPTED, Ground.ADAPTATION),
    (MentoringForm.TEACHER_TEACHER, "starting"): (RoleModel.EXPERIENCED_YOUNG, Ground.STARTING),
    (MentoringForm.TEACHER_TEACHER, "difficulties"): (RoleModel.LEADER_STRUGGLING, Ground.DIFFICULTIES),
    (MentoringForm.TEACHER_TEACHER, "innovation"): (RoleModel.INNOVATOR_CONSERVATIVE, Ground.INNOVATION),
    (MentoringForm.TEACHER_TEACHER, "subject"): (RoleModel.SUBJECT_EXPERT, Ground.SUBJECT),
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A form, None where none fits; a role model, None where none follows; and why."""

    form: MentoringForm | None
    model: RoleModel | None
    ground: Ground


def propose_model(kind: Kind, side: Side, answers: Answers) -> Proposal:
    """What an application speaks for. The form follows from who the person is, the model from a mentee's request."""
    form = FORM_OF_KIND.get(kind)
    if form is None:
        return Proposal(None, None, Ground.NO_FORM)
    if side is Side.MENTOR:
        return Proposal(form, None, Ground.MENTOR)
    model, ground = _BY_SITUATION.get((form, str(answers.get("situation", ""))), (None, Ground.NOT_SAID))
    return Proposal(form, model, ground)
