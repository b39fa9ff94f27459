"""Which questions a school's own version may not lose: those the programme reads, and those asked before and after."""

from __future__ import annotations

from collections.abc import Mapping

from mentoring.questionnaire import Form

_BY_BEGINNING: tuple[tuple[str, frozenset[str]], ...] = (
    (
        "application_mentee_",
        frozenset(("request", "areas", "situation", "interests", "wished_age", "gender_wish", "meets", "free")),
    ),
    (
        "application_mentor_",
        frozenset(
            (
                "areas",
                "pupil_areas",
                "interests",
                "places",
                "hours",
                "meets",
                "free",
                "youngest",
                "oldest",
                "any_class",
                "whom",
            )
        ),
    ),
    ("application_", frozenset(("from_whom", "to_whom"))),
    ("interim_", frozenset(("change_pair", "curator_help"))),
)  # what matching, registers and the curator's screens look at by name
_PAIRED = ("entry_", "interim_", "final_")


def read_by_name(form: Form) -> frozenset[str]:
    """The questions of a shipped form that the programme looks at: they stay, with their type and options."""
    wanted = {name for beginning, names in _BY_BEGINNING if form.key.startswith(beginning) for name in names}
    return frozenset(question.name for question in form.questions if question.name in wanted)


def compared(form: Form, forms: Mapping[str, Form]) -> frozenset[str]:
    """The questions asked under the same name in the entry, interim or final questionnaire of the same side."""
    if not form.key.startswith(_PAIRED):
        return frozenset()
    side = form.key.split("_")[1]
    others = {
        question.name
        for key, other in forms.items()
        if key != form.key and key.startswith(_PAIRED) and key.split("_")[1] == side
        for question in other.questions
    }
    return frozenset(question.name for question in form.questions if question.name in others)
