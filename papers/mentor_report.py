"""The mentor's report as DOCX: period, sides, goal, meetings and hours, the plan, the mentor's own words, a signature."""

from __future__ import annotations

from locales.words import Words
from mentoring.diary import EntryState
from mentoring.mentor_report import Report
from papers.diary import head_values, hours
from papers.word_template import fill, shipped_template

TEMPLATE = "mentor_report.docx"


def printed_report(report: Report) -> bytes:
    """Return the report as DOCX in Russian from our template, with nothing else to bring along: for a worker process."""
    return report_paper(report, Words.shipped())


def report_paper(report: Report, words: Words, template: bytes | None = None, language: str = "ru") -> bytes:
    """Return the report as DOCX, from the school's template or ours.

    Raises UnfitTemplateError for a template that cannot be filled.
    """
    return fill(template or shipped_template(TEMPLATE), report_values(report, words, language))


def report_values(report: Report, words: Words, language: str = "ru") -> dict[str, object]:
    """Return every variable the template may use; templates/ru/README.md lists them."""
    diary = report.diary
    held = diary.count(EntryState.HELD)
    plan = report.plan
    return {
        **head_values(diary, words, language),
        "meetings": words.plain("report-meetings", language, planned=len(diary.entries), held=held),
        "hours": hours(words, diary.minutes, language),
        "plan": words.plain("report-plan", language, tasks=plan.tasks, done=plan.done, partly=plan.partly)
        if plan
        else words.plain("report-no-plan", language),
        "goal": report.goal,
        "results": report.results,
        "troubles": report.troubles,
        "worked": report.worked,
        "go_on": words.plain("report-go-on", language, way=report.go_on.value),
        "proposals": report.proposals,
    }
