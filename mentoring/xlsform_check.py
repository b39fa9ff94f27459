"""Reads a questionnaire a methodist has edited and names everything that is wrong with it: sheet, row, nearest right value.

What passes here is compiled by `load_form`; the few things only it knows are said in its own words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from mentoring.questionnaire import Form, Question
from mentoring.questionnaire_reserved import compared, read_by_name
from mentoring.xlsform import FormError, load_form
from mentoring.xlsform_conditions import condition_flaws
from mentoring.xlsform_faults import Flaw, Notable, Wrong, nearest
from mentoring.xlsform_tables import TableRow, Tables

LONGEST_LABEL, LONGEST_HINT, LONGEST_OPTION = 900, 900, 60  # letters: more does not fit a screen of the chat
MOST_QUESTIONS, MOST_OPTIONS = 120, 40
_PLAIN = ("text", "integer", "decimal", "date", "time", "note", "range")
_SELECTS = ("select_one", "select_multiple")
_GROUPS = ("begin group", "end group")
_TYPES = (*_PLAIN, *_SELECTS, *_GROUPS)
_METADATA = ("start", "end", "today", "deviceid", "username", "phonenumber", "email", "audit", "simserial")
_SELECT = re.compile(r"(select_one|select_multiple)(?:_from_file)? +(\S+)")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_OPTION = re.compile(r"[\w-]+")
_RANGE = re.compile(r"\s*(?:(?:start|end|step)\s*=\s*-?\d+[\s,;]*){2,3}")
_YES_NO = ("yes", "no", "true", "false", "true()", "false()")
_LABEL = "label::\u0420\u0443\u0441\u0441\u043a\u0438\u0439 (ru)"


@dataclass(frozen=True, slots=True)
class Checked:
    """A version that can be tried out, or what is wrong with it: never both."""

    form: Form | None
    source: str
    flaws: tuple[Flaw, ...]
    notable: tuple[Flaw, ...] = ()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    renamed: bool = False  # the questionnaire has another title
    moved: bool = False  # the questions that stay are asked in another order


def checked(
    tables: Tables,
    before: Form,
    settings: Mapping[str, str],
    shipped: Form,
    forms: Mapping[str, Form],
    version: str,
) -> Checked:
    """Check tables as the next `version` of the questionnaire in force `before` (`settings` are its own).

    `shipped` says what may not be lost, `forms` what it is compared with.
    """
    reading = _Reading(tables, shipped)
    reading.all()
    if reading.flaws:
        return Checked(None, "", tuple(sorted(reading.flaws, key=lambda flaw: (flaw.sheet != "survey", flaw.row or 0))))
    source = tables.named(version, {**settings, "form_id": shipped.key, "style": shipped.style}).source()
    try:
        form = load_form(source, shipped.key)
    except FormError as error:
        return Checked(None, "", (Flaw(Wrong.OTHER, error.sheet, None, error.reason),))
    lost = _lost(form, shipped, reading)
    if lost:
        return Checked(None, "", tuple(lost))
    old, new = ({each.name: each for each in one.questions} for one in (before, form))
    return Checked(
        form,
        source,
        (),
        tuple(_notable(form, before, compared(shipped, forms))),
        tuple(name for name in new if name not in old),
        tuple(name for name in old if name not in new),
        tuple(name for name in new if name in old and new[name] != old[name]),
        form.title != before.title,
        [name for name in new if name in old] != [name for name in old if name in new],
    )


def _lost(form: Form, shipped: Form, reading: _Reading) -> list[Flaw]:
    """What matching and the curator's screens look at and would not find any more."""
    flaws = []
    for name in sorted(read_by_name(shipped)):
        then = shipped.question(name)
        if name not in form:
            flaws.append(Flaw(Wrong.READ_GONE, "survey", None, name))
            continue
        now = form.question(name)
        if (now.kind, now.list_name) != (then.kind, then.list_name):
            flaws.append(Flaw(Wrong.READ_KIND, "survey", reading.row_of(name), name, _kind_words(then)))
            continue
        strange = {option.name for option in now.options} - {option.name for option in then.options}
        flaws += [
            Flaw(Wrong.READ_OPTION, "choices", reading.row_of(name, each), each, name) for each in sorted(strange)
        ]
    return flaws


def _kind_words(question: Question) -> str:
    """The kind as a type cell has it in the file that was taken out."""
    return f"{question.kind} {question.list_name.replace('.', '_')}" if question.list_name else str(question.kind)


def _notable(form: Form, before: Form, names: frozenset[str]) -> list[Flaw]:
    found = []
    for name in sorted(names):
        if name in before and name not in form:
            found.append(Flaw(Notable.COMPARED_GONE, value=name))
        elif name in before and (form.question(name).kind, form.question(name).bounds) != (
            before.question(name).kind,
            before.question(name).bounds,
        ):
            found.append(Flaw(Notable.COMPARED_KIND, value=name))
    return found


@dataclass(slots=True)
class _Reading:
    """Goes through the sheets row by row and gathers flaws."""

    tables: Tables
    shipped: Form
    flaws: list[Flaw] = field(default_factory=list)
    _rows: dict[str, int] = field(default_factory=dict)
    _lists: dict[str, dict[str, int]] = field(default_factory=dict)
    _words: dict[str, dict[str, str]] = field(default_factory=dict)
    _used: dict[str, str] = field(default_factory=dict)

    def all(self) -> None:
        """Everything."""
        form_id = self.tables.settings.get("form_id", self.shipped.key)
        if form_id != self.shipped.key:
            self.flaws.append(Flaw(Wrong.OTHER_FORM, "settings", 2, form_id, self.shipped.key))
            return
        self._read_choices()
        self._read_survey()
        asked = list(self._rows)
        if not asked:
            self.flaws.append(Flaw(Wrong.NO_QUESTIONS, "survey"))
        if len(asked) > MOST_QUESTIONS:
            self.flaws.append(Flaw(Wrong.TOO_MANY, "survey", limit=MOST_QUESTIONS, length=len(asked)))
        options = {name: self._words[used] for name, used in self._used.items() if used in self._words}
        self.flaws += condition_flaws(self.tables.survey, self._rows, options)

    def row_of(self, question: str, option: str = "") -> int | None:
        """The row of a question, or of one of its options."""
        if not option:
            return self._rows.get(question)
        return self._lists.get(self._used.get(question, ""), {}).get(option)

    def _read_choices(self) -> None:
        for row in self.tables.choices:
            listed, name = row.get("list_name"), row.get("name")
            if not listed:
                self._blame(Wrong.NO_NAME, row, "list_name", sheet="choices")
            elif not name or not _OPTION.fullmatch(name):
                self._blame(Wrong.BAD_NAME if name else Wrong.NO_NAME, row, name, sheet="choices")
            elif name in self._lists.setdefault(listed, {}):
                self._blame(Wrong.OPTION_TWICE, row, name, sheet="choices", other_row=self._lists[listed][name])
            else:
                self._lists[listed][name] = row.number
                self._words.setdefault(listed, {})[name] = row.get(_LABEL)
                self._read_words(row, "choices", LONGEST_OPTION, Wrong.OPTION_NO_LABEL, Wrong.OPTION_LONG)
        for listed, names in self._lists.items():
            if len(names) > MOST_OPTIONS:
                row = next(each for each in self.tables.choices if each.get("list_name") == listed)
                self._blame(Wrong.MANY_OPTIONS, row, listed, sheet="choices", limit=MOST_OPTIONS, length=len(names))

    def _read_survey(self) -> None:
        open_groups: list[TableRow] = []
        for row in self.tables.survey:
            kind = row.get("type").replace("_group", " group")
            if not kind:
                self._blame(Wrong.NO_TYPE, row, row.get("name"))
            elif kind == "begin group":
                open_groups.append(row)
                self._read_name(row)
            elif kind == "end group":
                if not open_groups:
                    self._blame(Wrong.GROUP_NOT_OPEN, row)
                else:
                    open_groups.pop()
            elif kind.split(" ")[0] not in _METADATA:
                self._read_question(row, kind)
        for row in open_groups:
            self._blame(Wrong.GROUP_NOT_CLOSED, row, row.get("name"))

    def _read_question(self, row: TableRow, kind: str) -> None:
        select = _SELECT.fullmatch(kind)
        if select is None and kind not in _PLAIN:
            first, right = kind.split(" ")[0], nearest(kind.split(" ")[0], _TYPES, cutoff=0.7)
            if first in _SELECTS:
                self._blame(Wrong.NO_LIST, row, kind.partition(" ")[2])
            else:
                self._blame(Wrong.UNKNOWN_TYPE, row, kind, right)
            return
        if self._read_name(row):
            self._rows[row.get("name")] = row.number
            if select is not None:
                self._used[row.get("name")] = select[2]
        if select is not None and "." not in select[2]:
            self._read_list(row, select[2])
        if kind == "range" and row.get("parameters") and not _RANGE.fullmatch(row.get("parameters")):
            self._blame(Wrong.BAD_CONDITION, row, f"parameters: {row.get('parameters')}", "start=1 end=10 step=1")
        self._read_words(row, "survey", LONGEST_LABEL, Wrong.NO_LABEL, Wrong.LONG)
        if row.get("required") and row.get("required").lower() not in _YES_NO:
            self._blame(Wrong.NOT_YES_OR_NO, row, row.get("required"))

    def _read_list(self, row: TableRow, listed: str) -> None:
        if listed not in self._lists:
            self._blame(Wrong.NO_LIST, row, listed, nearest(listed, self._lists))
        elif len(self._lists[listed]) < 2 and row.get("type").startswith("select_one"):
            self._blame(Wrong.FEW_OPTIONS, row, listed)

    def _read_name(self, row: TableRow) -> bool:
        name = row.get("name")
        if not name or not _NAME.fullmatch(name):
            self._blame(Wrong.BAD_NAME if name else Wrong.NO_NAME, row, name)
            return False
        if name in self._rows:
            self._blame(Wrong.TWICE, row, name, other_row=self._rows[name])
            return False
        return True

    def _read_words(self, row: TableRow, sheet: str, limit: int, missing: Wrong, long: Wrong) -> None:
        if not row.get(_LABEL):
            self._blame(missing, row, row.get("name"), sheet=sheet)
        for column, words in row.cells.items():
            bound = limit if column.startswith("label") else LONGEST_HINT
            if column.startswith(("label", "hint", "constraint_message")):
                if len(words) > bound:
                    self._blame(long, row, row.get("name"), sheet=sheet, limit=bound, length=len(words))
                if "${" in words:
                    self._blame(Wrong.WITHIN_WORDS, row, row.get("name"), sheet=sheet)

    def _blame(
        self,
        what: Wrong,
        row: TableRow,
        value: str = "",
        right: str = "",
        *,
        sheet: str = "survey",
        limit: int = 0,
        length: int = 0,
        other_row: int | None = None,
    ) -> None:
        self.flaws.append(Flaw(what, sheet, row.number, value, right, limit, length, other_row))
