"""The forms of mentoring a programme runs: one is added whenever its questionnaires are there, and taken away unused."""

from __future__ import annotations

from mentoring.people import MOST_MENTEES, MentoringForm
from mentoring.refusal import Refusal
from mentoring.role_models import propose_model
from storage import answering, applications, schools, standing
from storage.database import Transaction


def run(tx: Transaction, programme_id: int, form: MentoringForm) -> None:
    """Run a form from now on; whoever waited for a form that fits is in it, or their application tells which."""
    tx.run(
        "INSERT INTO programme_forms (programme_id, form, most_mentees) VALUES (:id, :form, :most) ON CONFLICT DO NOTHING",
        id=programme_id,
        form=form,
        most=MOST_MENTEES[form],
    )
    waiting = [each for each in standing.of_programme(tx, programme_id) if not each.participation.form]
    sent = applications.of(tx, waiting)
    for each in waiting:
        part = each.participation
        if part.id in sent:
            proposal = propose_model(each.person.kind, part.side, sent[part.id].answers, part.fitting)
            if proposal.form is not None:
                answering.propose(tx, part.id, proposal.form, proposal.model or "")
        elif len(part.fitting) == 1:
            answering.propose(tx, part.id, part.fitting[0], "")


def stop(tx: Transaction, programme_id: int, form: MentoringForm) -> None:
    """Run a form no longer. Raises Refusal while somebody takes part in it, and for the last one."""
    if used(tx, programme_id, form):
        raise Refusal("settings-form-used")
    if tx.value("SELECT count(*) FROM programme_forms WHERE programme_id = :id", id=programme_id) == 1:
        raise Refusal("settings-form-last")
    tx.run("DELETE FROM programme_forms WHERE programme_id = :id AND form = :form", id=programme_id, form=form)


def used(tx: Transaction, programme_id: int, form: MentoringForm) -> bool:
    """Whether anybody takes part in a form."""
    return bool(
        tx.value(
            "SELECT EXISTS (SELECT 1 FROM participations WHERE programme_id = :id AND form = :form AND left_at IS NULL)",
            id=programme_id,
            form=form,
        )
    )


def set_all(tx: Transaction, school_id: int, programme_id: int, wanted: set[MentoringForm]) -> None:
    """Run exactly these, and those in which somebody takes part already."""
    programme = schools.programme(tx, school_id)
    standing_now = set(programme.forms) if programme else set()
    for form in sorted(wanted - standing_now):
        run(tx, programme_id, form)
    for form in standing_now - wanted:
        if not used(tx, programme_id, form):
            tx.run("DELETE FROM programme_forms WHERE programme_id = :id AND form = :form", id=programme_id, form=form)
