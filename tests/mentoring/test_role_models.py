"""The form and role model an application speaks for."""

from __future__ import annotations

import pytest

from mentoring.matching_people import CLASS_RULES
from mentoring.people import FORM_OF_KIND, Kind, MentoringForm, Side
from mentoring.questionnaire_catalogue import catalogue
from mentoring.role_models import MODELS, Ground, RoleModel, propose_model


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
    assert (proposal.model, proposal.form) == (model, FORM_OF_KIND[kind])
    assert proposal.ground.endswith(situation)


@pytest.mark.parametrize(("kind", "form"), FORM_OF_KIND.items())
def test_every_goal_of_the_shipped_applications_speaks_for_a_model_of_its_form(kind, form):
    question = catalogue()[f"application_mentee_{kind}"].question("situation")
    found = {propose_model(kind, Side.MENTEE, {"situation": option.name}).model for option in question.options}
    assert found == set(MODELS[form])


def test_a_mentor_takes_the_model_of_whomever_they_help():
    proposal = propose_model(Kind.PUPIL, Side.MENTOR, {"places": 2})
    assert (proposal.form, proposal.model, proposal.ground) == (MentoringForm.PUPIL_PUPIL, None, Ground.MENTOR)


def test_without_an_application_there_is_a_form_and_no_model():
    proposal = propose_model(Kind.PUPIL, Side.MENTEE, {})
    assert (proposal.form, proposal.model, proposal.ground) == (MentoringForm.PUPIL_PUPIL, None, Ground.NOT_SAID)


@pytest.mark.parametrize("kind", [Kind.STUDENT, Kind.PARTNER])
def test_for_outsiders_no_form_is_proposed_until_there_are_questionnaires_for_them(kind):
    assert propose_model(kind, Side.MENTOR, {}).form is None


def test_matching_knows_by_name_the_model_that_needs_an_older_mentor():
    assert dict(CLASS_RULES)["pupil_pupil"].least(RoleModel.ACHIEVER) == 1
    assert dict(CLASS_RULES)["pupil_pupil"].least(RoleModel.PEER) == 0
