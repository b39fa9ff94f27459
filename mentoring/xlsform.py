"""Reads a questionnaire written as an XLSForm, and refuses what it would understand otherwise than other clients do.

XLSForm is the open standard of ODK and KoboToolbox. `pyxform` parses it and checks its structure; what it allows and our
engine does not take (calculations, repeats, filtered choices …) is refused here with the file, the row and the reason.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from mentoring.expressions import Expression, NotTaken, compiled
from mentoring.questionnaire import Form, Style
from mentoring.questionnaire_items import RUSSIAN, TODAY, Answer, Given, Kind, Option, Part, Phrase, Question
from mentoring.questionnaire_typing import understood
from mentoring.refusal import Refusal
from mentoring.xlsform_sheets import FormError, Source, opened

__all__ = ["FormError", "load_form"]

_KINDS = {
    "select one": Kind.SELECT_ONE,
    "select all that apply": Kind.SELECT_MULTIPLE,
    "integer": Kind.INTEGER,
    "int": Kind.INTEGER,
    "decimal": Kind.DECIMAL,
    "text": Kind.TEXT,
    "string": Kind.TEXT,
    "date": Kind.DATE,
    "time": Kind.TIME,
    "range": Kind.RANGE,
    "note": Kind.NOTE,
}
_METADATA = frozenset(("start", "end", "today", "deviceid", "username", "phonenumber", "email", "audit", "simserial"))
_TAKEN = frozenset(("type", "name", "label", "hint", "default", "children", "itemset", "list_name", "choices"))
_BINDS = frozenset(("required", "relevant", "constraint", "jr:constraintMsg", "jr:requiredMsg", "type"))
_CHANGES_MEANING = frozenset(("choice_filter", "media", "trigger", "query", "actions", "_dynamic_default", "instance"))
_YES_NO = {"yes": True, "true": True, "true()": True, "no": False, "false": False, "false()": False}


def load_form(text: str, file: str) -> Form:
    """Compile a questionnaire. Raises FormError with file, row and reason when anything in it cannot be kept to."""
    source = opened(text, file)
    reader = _Reader(source)
    reader.read(source.tree["children"], part=None, conditions=())
    notes = [*reader.notes, *(f"{file}, settings: {column} is ignored" for column in source.unknown_settings())]
    notes += (f"{file}: {' '.join(warning.split())}" for warning in source.warnings)
    return Form(
        key=_setting(source, "form_id", r"[a-z][a-z0-9_]*"),
        version=_setting(source, "version", r"\S+"),
        title=_title(source),
        style=Style(_setting(source, "style", "|".join(Style), Style.QUESTIONNAIRE)),
        questions=tuple(reader.questions.values()),
        notes=tuple(notes),
        digest=hashlib.sha256(text.encode()).hexdigest(),
    )


class _Reader:
    """Goes through the rows in order; what a row refers to must have been read before it."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.questions: dict[str, Question] = {}
        self.notes: list[str] = []

    def read(self, elements: list[dict[str, Any]], part: Part | None, conditions: tuple[Expression, ...]) -> None:
        for element in elements:
            if element["type"] == "group":
                self._read_group(element, part, conditions)
            elif element["type"] in _METADATA:
                self._note(element, f"{element['type']} is ignored")
            else:
                self._read_question(element, part, conditions)

    def _read_group(self, element: dict[str, Any], part: Part | None, conditions: tuple[Expression, ...]) -> None:
        if element.get("control", {}).get("bodyless"):  # what pyxform adds for its own clients
            return
        own = self._condition(element, "relevant")
        if part is not None:
            self._note(element, "the title of a group within a group is not shown")
        self._check_columns(element)
        inner = part or Part(element["name"], _phrase(element.get("label")))
        self.read(element.get("children", []), inner, conditions + ((own,) if own else ()))

    def _read_question(self, element: dict[str, Any], part: Part | None, conditions: tuple[Expression, ...]) -> None:
        name, kind = element["name"], _KINDS.get(element["type"])
        if kind is None:
            raise self._error(element, f"the type {element['type']} is not taken")
        if name in self.questions:
            raise self._error(element, f"there is a question {name} already")
        self._check_columns(element)
        own = self._condition(element, "relevant")
        question = Question(
            name=name,
            kind=kind,
            label=self._spoken(element, "label"),
            hint=self._spoken(element, "hint"),
            part=part,
            required=self._required(element),
            options=self._options(element) if kind in (Kind.SELECT_ONE, Kind.SELECT_MULTIPLE) else (),
            list_name=_list_name(element),
            bounds=self._bounds(element) if kind is Kind.RANGE else None,
            appearance=str(element.get("control", {}).get("appearance", "")),
            relevant=conditions + ((own,) if own else ()),
            constraint=self._condition(element, "constraint"),
            constraint_message=_phrase(element.get("bind", {}).get("jr:constraintMsg")),
        )
        if not question.label:
            raise self._error(element, "a question needs a label")
        if kind is Kind.TIME and question.constraint:
            raise self._error(element, "a constraint on a time is not taken")
        self.questions[name] = self._with_default(question, element)

    def _condition(self, element: dict[str, Any], column: str) -> Expression | None:
        text = element.get("bind", {}).get(column)
        if text is None:
            return None
        try:
            expression = compiled(str(text))
        except NotTaken as error:
            raise self._error(element, f"{column}: {error}") from error
        if column == "relevant" and expression.about_itself:
            raise self._error(element, "relevant: whether it is asked cannot depend on its own answer")
        for name in sorted(expression.names - {element["name"]} if column == "constraint" else expression.names):
            known = self.questions.get(name)
            if known is None:
                raise self._error(element, f"{column}: {name} is not a question asked before")
            if known.kind in (Kind.TIME, Kind.NOTE):
                raise self._error(element, f"{column}: a {known.kind} cannot be compared")
        return expression

    def _check_columns(self, element: dict[str, Any]) -> None:
        for column, value in element.items():
            if column in _CHANGES_MEANING and not (column in ("_dynamic_default", "actions") and _is_today(element)):
                raise self._error(element, f"{column.strip('_')} is not taken")
            if column == "bind":
                for bind in value.keys() - _BINDS:
                    raise self._error(element, f"{bind} is not taken")
            elif column == "control":
                self._check_looks(element, value)
            elif column == "parameters" and element["type"] != "range":
                self._check_parameters(element, value)
            elif column not in _TAKEN | _CHANGES_MEANING and column != "parameters":
                self._note(element, f"{column} is ignored")

    def _check_looks(self, element: dict[str, Any], looks: Mapping[str, Any]) -> None:
        for look in looks.keys() - {"appearance", "start", "end", "step"}:
            if look == "jr:count":
                raise self._error(element, "repeat_count is not taken")
            self._note(element, f"{look} is ignored")

    def _check_parameters(self, element: dict[str, Any], parameters: Mapping[str, str]) -> None:
        for parameter in parameters:
            if parameter in ("value", "label"):
                raise self._error(element, f"parameters: {parameter} is not taken")
            self._note(element, f"parameters: {parameter} is ignored")

    def _spoken(self, element: dict[str, Any], column: str) -> Phrase:
        phrase = _phrase(element.get(column))
        if any("${" in text for text in phrase.by_language.values()):
            raise self._error(element, f"{column}: an answer within the words is not taken")
        return phrase

    def _required(self, element: dict[str, Any]) -> bool:
        text = str(element.get("bind", {}).get("required", "no")).lower()
        if text not in _YES_NO:
            raise self._error(element, "required is yes or no")
        return _YES_NO[text]

    def _options(self, element: dict[str, Any]) -> tuple[Option, ...]:
        if _list_name(element):
            return ()
        return tuple(self._option(element["itemset"], row) for row in self.source.tree["choices"][element["itemset"]])

    def _option(self, options: str, row: Mapping[str, Any]) -> Option:
        name = str(row["name"])
        if not row.get("label"):
            raise self.source.option_error("an option needs a label", options, name)
        if "media" in row:
            raise self.source.option_error("media is not taken", options, name)
        if not re.fullmatch(r"[\w-]+", name):
            raise self.source.option_error("the name of an option is letters and digits", options, name)
        return Option(name, _phrase(row["label"]))

    def _bounds(self, element: dict[str, Any]) -> tuple[int, int, int]:
        try:
            start, end, step = (int(element["parameters"][name]) for name in ("start", "end", "step"))
        except ValueError as error:
            raise self._error(element, "a range has whole numbers only") from error
        if step == 0 or (end - start) * step < 0:
            raise self._error(element, "a range goes from its start to its end")
        return start, end, step

    def _with_default(self, question: Question, element: dict[str, Any]) -> Question:
        if "default" not in element:
            return question
        default = TODAY if _is_today(element) else self._default(question, element, str(element["default"]))
        return replace(question, default=default)

    def _default(self, question: Question, element: dict[str, Any], text: str) -> Answer:
        names = {option.name for option in question.options}
        if question.kind in (Kind.SELECT_ONE, Kind.SELECT_MULTIPLE):
            chosen = tuple(text.split())
            if not chosen or not names.issuperset(chosen):
                raise self._error(element, f"default: there is no option {text}")
            return chosen if question.kind is Kind.SELECT_MULTIPLE else chosen[0]
        try:
            return understood(question, text, Given(date(2000, 1, 1)))
        except Refusal as error:
            raise self._error(element, f"default: {error.reason}") from error

    def _error(self, element: dict[str, Any], reason: str) -> FormError:
        return self.source.error(reason, element.get("name"))

    def _note(self, element: dict[str, Any], text: str) -> None:
        self.notes.append(f"{self.source.file}, {element.get('name')}: {text}")


def _is_today(element: Mapping[str, Any]) -> bool:
    return element["type"] == "date" and element.get("default") == "today()"


def _list_name(element: Mapping[str, Any]) -> str | None:
    """The outer list of a select_…_from_file, by the name of its file."""
    itemset = str(element.get("itemset", ""))
    return itemset if "." in itemset else None


def _phrase(texts: object) -> Phrase:
    """Texts by language: the code stands in brackets, a column without a language is Russian."""
    if isinstance(texts, Mapping):
        return Phrase({_code(language): str(text) for language, text in texts.items() if text})
    return Phrase({RUSSIAN: str(texts)} if texts else {})


def _code(language: str) -> str:
    found = re.search(r"\((\w+)\)\s*$", language)
    return found[1] if found else RUSSIAN


def _setting(source: Source, column: str, pattern: str, default: str | None = None) -> str:
    value = str(source.settings.get(column, default or ""))
    if not re.fullmatch(pattern, value):
        raise FormError(source.file, "settings", 2, f"{column} is missing or wrong ({value})")
    return value


def _title(source: Source) -> Phrase:
    titles = {_code(column): text for column, text in source.settings.items() if column.startswith("form_title")}
    if not titles.get(RUSSIAN):
        raise FormError(source.file, "settings", 2, "form_title is missing")
    return Phrase(titles)
