"""The form and role model an application speaks for."""

from __future__ import annotations

import pytest

from mentoring.matching_people import CLASS_RULES
from mentoring.people import FORMS_OF, Kind, MentoringForm, Side
from mentoring.questionnaire_catalogue import catalogue
from mentoring.role_models import MODELS, FormGround, Ground, RoleModel, propose_model


@pytest.mark.parametrize(
    ("kind", "situation", "model"),
    [
        (Kind.PUPIL, "results", "achiever"),
        (Kind.PUPIL, "leadership", "leader"),
        (Kind.PUPIL, "exchange", "peer"),
        (Kind.PUPIL, "adaptation", "adapted"),
        (Kind.TEACHER, "starting", "experienced_young"),
        (Kind.TEACHER, "difficulties", "leader_struggling"),
        (Kind.TEACHER, "innovation", "innovator_conservative"),
        (Kind.TEACHER, "subject", "subject_expert"),
    ],
)
def test_a_mentees_goal_speaks_for_a_role_model_with_the_reason(kind, situation, model):
    proposal = propose_model(kind, Side.MENTEE, {"situation": situation})
    assert (proposal.model, proposal.form) == (model, FORMS_OF[kind, Side.MENTEE][0])
    assert proposal.ground.endswith(situation)


@pytest.mark.parametrize(
    ("kind", "form"),
    [(kind, form) for (kind, side), forms in FORMS_OF.items() if side is Side.MENTEE for form in forms],
)
def test_every_goal_of_the_shipped_applications_speaks_for_a_model_of_its_form(kind, form):
    question = catalogue()[f"application_mentee_{kind}"].question("situation")
    found = {propose_model(kind, Side.MENTEE, {"situation": option.name}, [form]).model for option in question.options}
    assert found == set(MODELS[form])


ALL = tuple(MentoringForm)


@pytest.mark.parametrize(
    ("answers", "run", "form", "ground"),
    [
        ({"from_whom": ("student_pupil",)}, ALL, "student_pupil", FormGround.WISHED),
        ({"from_whom": ("student_pupil", "employer_pupil")}, ALL, "student_pupil", FormGround.OF_SEVERAL),
        (
            {"from_whom": ("pupil_pupil", "employer_pupil"), "situation": "profession"},
            ALL,
            "employer_pupil",
            FormGround.OF_SEVERAL,
        ),
        ({"from_whom": ("any",), "situation": "talent"}, ALL, "teacher_pupil", FormGround.GOAL),
        ({"from_whom": ("any", "teacher_pupil"), "situation": "results"}, ALL, "pupil_pupil", FormGround.GOAL),
        ({"from_whom": ("student_pupil",)}, ("pupil_pupil",), "pupil_pupil", FormGround.ONLY),
        ({}, ("teacher_teacher",), None, FormGround.NONE),
    ],
)
def test_the_form_follows_the_wish_then_the_goal_among_those_that_are_run(answers, run, form, ground):
    proposal = propose_model(Kind.PUPIL, Side.MENTEE, answers, run)
    assert (proposal.form, proposal.form_ground) == (form, ground)


def test_for_a_form_the_curator_chose_the_model_is_of_that_form():
    answers = {"from_whom": ("pupil_pupil",), "situation": "profession"}
    assert propose_model(Kind.PUPIL, Side.MENTEE, answers, form="employer_pupil").model is RoleModel.EMPLOYER
    assert propose_model(Kind.PUPIL, Side.MENTEE, answers, form="student_pupil").model is RoleModel.LEADER_INDIFFERENT


def test_a_mentor_takes_the_model_of_whomever_they_help():
    proposal = propose_model(Kind.PUPIL, Side.MENTOR, {"places": 2})
    assert (proposal.form, proposal.model, proposal.ground) == (MentoringForm.PUPIL_PUPIL, None, Ground.MENTOR)


def test_without_an_application_there_is_a_form_and_no_model():
    proposal = propose_model(Kind.PUPIL, Side.MENTEE, {})
    assert (proposal.form, proposal.model, proposal.ground) == (MentoringForm.PUPIL_PUPIL, None, Ground.NOT_SAID)


@pytest.mark.parametrize(("kind", "form"), [(Kind.STUDENT, "student_pupil"), (Kind.PARTNER, "employer_pupil")])
def test_an_outsider_helps_in_the_one_form_there_is_for_them_and_is_never_helped(kind, form):
    assert propose_model(kind, Side.MENTOR, {}).form == form
    assert propose_model(kind, Side.MENTEE, {}).form is None


def test_matching_knows_by_name_the_model_that_needs_an_older_mentor():
    assert dict(CLASS_RULES)["pupil_pupil"].least(RoleModel.ACHIEVER) == 1
    assert dict(CLASS_RULES)["pupil_pupil"].least(RoleModel.PEER) == 0
