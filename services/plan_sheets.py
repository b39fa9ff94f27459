"""Collects what a printed plan says."""

from __future__ import annotations

from mentoring.people import Speaker
from mentoring.plan_sheet import PlanSheet, SheetSection, SheetTask
from mentoring.refusal import Refusal
from services.exported_names import named
from services.guardian_notices import minor
from services.plan_views import PlanView
from storage import schools
from storage.database import Transaction


def sheet_of(tx: Transaction, me: Speaker, view: PlanView) -> PlanSheet:
    """The plan with the names as the reader may have them. Raises Refusal where no programme runs."""
    programme = schools.programme(tx, me.school_id)
    if programme is None:
        raise Refusal("match-no-programme")
    tasks = [
        (
            item.section,
            SheetTask(
                number=number,
                task=item.task,
                place=item.place,
                due_on=item.due_on,
                expected=item.expected,
                actual=item.actual,
                mark=item.mark,
                word=item.word,
            ),
        )
        for number, item in view.tasks
    ]
    made = view.plan.made_at.astimezone(view.zone).date()
    return PlanSheet(
        school=schools.get(tx, me.school_id).full_name,
        kind=view.plan.kind,
        form=view.member.form,
        role_model=view.member.role_model,
        mentor=named(view.mentor, me),
        mentee=named(view.mentee, me),
        starts=min(made, programme.ends_on),
        ends=programme.ends_on,
        goal=view.plan.goal,
        sections=tuple(
            SheetSection(str(number), title, tuple(task for section, task in tasks if section == number))
            for number, title in view.sections
        ),
        signed_on=view.plan.signed_on,
        minor=minor(tx, view.mentee),
    )
