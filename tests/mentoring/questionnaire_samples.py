"""Questionnaires of the tests, and how to write one in a line."""

from collections.abc import Iterable
from datetime import date

from mentoring.questionnaire import Form, Given, Option, Phrase
from mentoring.xlsform import load_form

TODAY = date(2027, 2, 5)
AREAS = tuple(Option(name, Phrase({"ru": f"Область {name}"})) for name in ("x", "y", "z", "w", "v"))
LISTS = {
    "areas.csv": AREAS,
    "pupil_areas.csv": AREAS,
    "from_whom.csv": tuple(Option(name, Phrase({"ru": name})) for name in ("pupil_pupil", "student_pupil", "any")),
    "to_whom.csv": tuple(Option(name, Phrase({"ru": name})) for name in ("teacher_teacher", "teacher_pupil", "any")),
    "languages.csv": tuple(Option(name, Phrase({"ru": name})) for name in ("ru", "tt")),
    "buildings.csv": tuple(Option(name, Phrase({"ru": name})) for name in ("one", "two")),
    "others.csv": tuple(Option(str(number), Phrase({"ru": f"Н-0{number}"})) for number in range(1, 7)),
    "classes.csv": tuple(Option(name, Phrase({"ru": name})) for name in ("7a", "7b", "8a")),
}
GIVEN = Given(TODAY, LISTS)


def form(*rows: str) -> Form:
    """A form with rows of: type | name | label | required | relevant | constraint | parameters | default."""
    columns = "type | name | label | required | relevant | constraint | parameters | default"
    return load_form(
        "\n".join(
            [
                "| settings |\n| | form_id | version | form_title |\n| | sample | 1 | Образец |\n",
                f"| survey |\n| | {columns} |",
                *(f"| | {row} |" for row in rows),
                "\n| choices |\n| | list_name | name | label::Русский (ru) | label::English (en) |",
                "| | yn | yes | Да | Yes |\n| | yn | no | Нет | No |",
                *(f"| | letters | {name} | Буква {name} | Letter {name} |" for name in "abcd"),
                "",
            ]
        ),
        "sample.md",
    )


def names(questions: Iterable[object]) -> list[str]:
    return [question.name for question in questions]  # type: ignore[attr-defined]
