"""What is said of a questionnaire that was brought, and of how one is answered."""

from __future__ import annotations

from handlers.question_view import shortened
from locales.words import Say
from mentoring.xlsform_faults import Flaw
from services.questionnaire_measures import ENOUGH, Measures
from services.questionnaire_versions import Brought

_NAMES_SHOWN, _VALUE, _QUESTION = 8, 80, 90


def flaw_words(say: Say, flaw: Flaw) -> str:
    """The flaw in a sentence, as plain text: its row, what stands there, the nearest right value."""
    text = say.plain(
        flaw.what,
        value=shortened(flaw.value, _VALUE),
        nearest=shortened(flaw.nearest, _VALUE) or "none",
        limit=flaw.limit,
        length=flaw.length,
        other=str(flaw.other_row or ""),
    )
    if flaw.row is not None:
        text = f"{say.plain('xlsform-where', sheet=flaw.sheet, row=str(flaw.row))}: {text}"
    elif flaw.sheet in ("choices", "settings"):
        text = f"{say.plain('xlsform-where-sheet', sheet=flaw.sheet)}: {text}"
    if flaw.nearest and flaw.what not in _NEAREST_WITHIN:
        text += say.plain("xlsform-perhaps", nearest=flaw.nearest)
    return text


_NEAREST_WITHIN = frozenset(("xlsform-other-form", "xlsform-read-kind", "xlsform-read-option"))


def brought_words(say: Say, brought: Brought) -> str:
    """The file is read: how many questions, what has changed, what is worth knowing."""
    result = brought.checked
    asked = sum(question.kind != "note" for question in brought.form.questions)
    lines = [say("questionnaires-brought", title=brought.form.title.to(say.language), questions=asked), ""]
    for what, names in (("added", result.added), ("removed", result.removed), ("changed", result.changed)):
        if names:
            more = len(names) - _NAMES_SHOWN
            listed = ", ".join(names[:_NAMES_SHOWN]) + (f" … +{more}" if more > 0 else "")
            lines.append(say("questionnaires-difference", what=what, count=len(names), names=listed))
    for what, so in (("title", result.renamed), ("order", result.moved)):
        if so:
            lines.append(say("questionnaires-otherwise", what=what))
    if not (result.added or result.removed or result.changed or result.renamed or result.moved):
        lines.append(say("questionnaires-same"))
    lines += [say("questionnaires-notable", text=flaw_words(say, each)) for each in result.notable[:_NAMES_SHOWN]]
    return "\n".join([*lines, "", say("questionnaires-try-first")])


def measure_words(say: Say, found: Measures) -> str:
    """How a questionnaire is answered."""
    lines = [say("questionnaires-measures-title", title=found.form.title.to(say.language)), ""]
    if found.asked:
        share = round(100 * found.answered / found.asked)
        lines += [say("questionnaires-asked", answered=found.answered, asked=found.asked, share=share)]
    if found.share is None:
        return "\n".join([*lines, say("questionnaires-few", begun=found.begun, sent=found.sent, enough=ENOUGH)])
    lines.append(say("questionnaires-share", sent=found.sent, begun=found.begun, share=found.share))
    if found.minutes is not None:
        lines.append(say("questionnaires-minutes", minutes=found.minutes))
    if found.stops:
        lines += ["", say("questionnaires-stops")]
        for question, count in found.stops:
            text = shortened(question.label.to(say.language), _QUESTION)
            lines.append(say("questionnaires-stop", question=text, count=count))
    return "\n".join(lines)
