"""The questionnaires that come with the programme, and the areas a school starts with."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from mentoring.questionnaire import Form, Option, Phrase
from mentoring.xlsform import FormError, load_form

_FOLDER = files("mentoring").joinpath("questionnaires")


@dataclass(frozen=True, slots=True)
class Area:
    """A subject, skill or situation that help is asked for and offered in. `audience`: pupil, teacher or all."""

    name: str
    label: Phrase
    audience: str

    @property
    def option(self) -> Option:
        """The area as an option of a question."""
        return Option(self.name, self.label)


@cache
def catalogue() -> Mapping[str, Form]:
    """All shipped questionnaires by key, read once. Raises FormError when one is faulty or two have one key."""
    return load_all((f"{key}.md", text) for key, text in sources().items())


@cache
def sources() -> Mapping[str, str]:
    """The texts of all shipped questionnaires by key: each stands in a file of that name."""
    found = {path.name: path.read_text("utf-8") for path in _FOLDER.iterdir() if path.name.endswith(".md")}
    return MappingProxyType({name.removesuffix(".md"): found[name] for name in sorted(found)})


def load_all(texts: Iterable[tuple[str, str]]) -> Mapping[str, Form]:
    """Load forms from (file name, text). Raises FormError when one is faulty or two have one key."""
    forms: dict[str, Form] = {}
    for file, text in texts:
        form = load_form(text, file)
        if form.key in forms:
            raise FormError(file, "settings", 2, f"there is a form {form.key} already")
        forms[form.key] = form
    return MappingProxyType(forms)


@cache
def default_areas() -> tuple[Area, ...]:
    """The list of areas a new school starts with; afterwards it is the school's own."""
    lines = _FOLDER.joinpath("areas.csv").read_text("utf-8").splitlines()
    return tuple(_area(row) for row in csv.DictReader(lines))


def _area(row: Mapping[str, str]) -> Area:
    return Area(row["name"], _labels(row), row["for"])


def _labels(row: Mapping[str, str]) -> Phrase:
    return Phrase({column[-3:-1]: text for column, text in row.items() if column.startswith("label::")})


@cache
def wish_options(file: str) -> tuple[Option, ...]:
    """The forms of mentoring one may wish for, in the words of an application (`from_whom.csv`, `to_whom.csv`)."""
    lines = _FOLDER.joinpath(file).read_text("utf-8").splitlines()
    return tuple(Area(row["name"], _labels(row), "").option for row in csv.DictReader(lines))


def area_options(areas: Iterable[Area], audience: str) -> tuple[Option, ...]:
    """The areas a pupil or a teacher chooses from."""
    return tuple(area.option for area in areas if area.audience in (audience, "all"))
