"""The individual development plan and the learning path of a mentee on paper: head, sections of tasks, signatures."""

from __future__ import annotations

from locales.words import Words
from mentoring.exported import Named
from mentoring.plan_sheet import PlanSheet, SheetTask
from mentoring.plans import PlanKind
from papers.consent_ledger import place_words
from papers.dates import date_in_words
from papers.kept_together import with_last_rows
from papers.word_template import fill, shipped_template

TEMPLATES = {PlanKind.PLAN: "development_plan.docx", PlanKind.PATH: "learning_path.docx"}


def printed_plan(sheet: PlanSheet) -> bytes:
    """Return the plan as DOCX in Russian from our template, with nothing else to bring along: for a worker process."""
    return plan_paper(sheet, Words.shipped())


def plan_paper(sheet: PlanSheet, words: Words, template: bytes | None = None, language: str = "ru") -> bytes:
    """Return the plan as DOCX, from the school's template or ours.

    Raises UnfitTemplateError for a template that cannot be filled.
    """
    filled = fill(template or shipped_template(TEMPLATES[sheet.kind]), plan_values(sheet, words, language))
    return with_last_rows(filled)


def plan_values(sheet: PlanSheet, words: Words, language: str = "ru") -> dict[str, object]:
    """Return every variable the templates may use; templates/ru/README.md lists them."""

    def person(who: Named) -> dict[str, object]:
        return {"name": who.name, "place": place_words(who.place, words, language) or ""}

    return {
        "school": sheet.school,
        "form": words.plain("matching-form", language, form=sheet.form),
        "role_model": words.plain("form-choice-model", language, model=sheet.role_model or "none"),
        "mentor": person(sheet.mentor),
        "mentee": {**person(sheet.mentee), "minor": sheet.minor},
        "starts": date_in_words(words, sheet.starts, language),
        "ends": date_in_words(words, sheet.ends, language),
        "goal": sheet.goal,
        "signed": date_in_words(words, sheet.signed_on, language) if sheet.signed_on else "",
        "sections": [
            {
                "number": section.number,
                "title": section.title.to(language),
                "tasks": [_task(each, words, language) for each in section.tasks],
            }
            for section in sheet.sections
        ],
    }


def _task(task: SheetTask, words: Words, language: str) -> dict[str, object]:
    mark = words.plain("plans-mark", language, mark=task.mark.value).lower() if task.mark else ""
    return {
        "number": f"{task.number}.",
        "task": task.task,
        "place": task.place,
        "due": f"{task.due_on:%d.%m.%Y}",
        "expected": task.expected,
        "actual": task.actual,
        "mark": f"{mark}; {task.word}" if mark and task.word else mark or task.word,
    }
