"""One question of a printed questionnaire: its words, and boxes, scales and lines for the answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from locales.words import Words
from mentoring.free_time import DAYS
from mentoring.questionnaire import Form, Given, Kind, Option, Question
from papers.blank_conditions import condition
from papers.blank_layout import GREY, NOTHING, Block, Ink, box, in_columns, ruled, stacked, written
from papers.page import TYPEFACE, shown

if TYPE_CHECKING:
    from fpdf import FPDF

WIDTH = 180.0  # mm, of the page without its margins
_INDENT = 8.5
_ROOM = WIDTH - _INDENT
_TICK = 3.8
_CELL = 7.4
_LONGEST_SCALE = 12
_LIMIT = re.compile(r"string-length\(\.\)\s*<=?\s*(\d+)")
_SLOT = re.compile(rf"({'|'.join(DAYS)})_(\w+)")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What questions are printed with: the document that measures, the form, its lists, the words."""

    document: FPDF
    form: Form
    outer: Given
    words: Words
    language: str

    def word(self, word: str, **values: object) -> str:
        """A word of the paper's own."""
        return self.words.plain(word, self.language, **values)


def questions(sheet: Sheet) -> list[Block]:
    """Every question of the form as a block, numbered; the title of a part stays with its first question."""
    asked = printed(sheet.form, sheet.outer)
    numbers = _numbers(asked)
    stars = mixed(asked)
    blocks: list[Block] = []
    part, hint = None, ""
    for question in asked:
        body = _question(sheet, question, numbers, stars=stars, hint_before=hint)
        hint = question.hint.to(sheet.language)
        if question.part is not None and question.part != part:
            body = body.under(_part(sheet, question.part.title.to(sheet.language)), 2.4)
        part = question.part
        blocks.append(body)
    return blocks


def printed(form: Form, given: Given) -> tuple[Question, ...]:
    """The questions that somebody with these lists can be asked: one of nothing to choose from is asked of nobody."""
    found: list[Question] = []
    for question in form.questions:
        nothing = question.list_name in given.lists and not given.options(question)
        known = {each.name for each in found}
        # A condition on what is not on the paper is decided already: nothing was answered there.
        never = any(not each.names & known and not each.holds({}, given.today) for each in question.relevant)
        if not nothing and not never:
            found.append(question)
    return tuple(found)


def mixed(asked: Sequence[Question]) -> bool:
    """Whether some questions must be answered and others may be left out."""
    return {each.required for each in asked if each.kind is not Kind.NOTE} == {True, False}


def _numbers(asked: Sequence[Question]) -> dict[str, int]:
    names = (question.name for question in asked if question.kind is not Kind.NOTE)
    return {name: number for number, name in enumerate(names, start=1)}


def _part(sheet: Sheet, title: str) -> Block:
    if not title:
        return NOTHING
    words = written(sheet.document, title, 0, WIDTH, size=11, bold=True)
    rule = Ink(0, words.height + 0.8, width=WIDTH, grey=GREY)
    return Block(words.height + 0.8, (*words.inks, rule)).lowered(1.5)


def _question(sheet: Sheet, question: Question, numbers: dict[str, int], *, stars: bool, hint_before: str) -> Block:
    label = question.label.to(sheet.language)
    if question.kind is Kind.NOTE:
        return _note(sheet, question, label)
    if stars and question.required:
        label = f"{label}\N{NO-BREAK SPACE}*"
    scale = question.kind is Kind.RANGE and len(question.values) <= _LONGEST_SCALE
    room = _ROOM - len(question.values) * _CELL - 4 if scale else _ROOM
    when = condition(sheet.form, question, numbers, sheet.outer, sheet.words, sheet.language)
    hint = question.hint.to(sheet.language)
    said = stacked(
        [
            written(sheet.document, when, _INDENT, room, size=8, grey=GREY),
            written(sheet.document, label, _INDENT, room, bold=True),
            written(sheet.document, "" if hint == hint_before else hint, _INDENT, room, size=8, grey=GREY),
            written(sheet.document, _rule(sheet, question, hint), _INDENT, room, size=8, grey=GREY),
        ],
        0.4,
    )
    number = Ink(0, 0, f"{numbers[question.name]}.", size=9.5, bold=True, width=_INDENT - 1.5, align="R")
    said = Block(said.height, (*said.inks, number))
    if scale:
        return said.beside(_scale(sheet, question))
    return _answer(sheet, question).under(said, 1.4)


def _rule(sheet: Sheet, question: Question, hint: str) -> str:
    """How many may be ticked, unless the hint has said it."""
    if question.kind is not Kind.SELECT_MULTIPLE or _week(sheet, sheet.outer.options(question)):
        return ""
    several = sheet.word("blank-several")
    said = [] if several.rstrip(".").casefold() in hint.casefold() else [several]
    limit = question.constraint_message.to(sheet.language)
    if limit and question.constraint and question.constraint.names <= {question.name}:
        said.append(limit)
    return " ".join(said)


def _note(sheet: Sheet, question: Question, label: str) -> Block:
    hint = question.hint.to(sheet.language)
    return stacked(
        [
            written(sheet.document, label, 0, WIDTH, grey=GREY),
            written(sheet.document, hint, 0, WIDTH, size=8, grey=GREY),
        ],
        0.4,
    )


def _answer(sheet: Sheet, question: Question) -> Block:
    match question.kind:
        case Kind.SELECT_ONE | Kind.SELECT_MULTIPLE:
            options = sheet.outer.options(question)
            return _week(sheet, options) or _options(sheet, options) or ruled(_INDENT, _ROOM, 2)
        case Kind.RANGE:
            return _options(sheet, [str(value) for value in question.values])
        case Kind.DATE:
            return _dated(sheet, "blank-date")
        case Kind.TIME:
            return _dated(sheet, "blank-time")
        case Kind.INTEGER | Kind.DECIMAL:
            return Block(7.2, (box(_INDENT, 0, 34, 7),))
        case _:
            return ruled(_INDENT, _ROOM, _lines(question))


def _lines(question: Question) -> int:
    """A line for a name, three for a story."""
    limit = _LIMIT.search(question.constraint.text) if question.constraint else None
    if limit and int(limit[1]) <= 200:
        return 1 if int(limit[1]) <= 120 else 2
    return 3 if question.required else 2


def _options(sheet: Sheet, options: Sequence[Option] | Sequence[str]) -> Block:
    """Boxes in as many columns as the longest option allows."""
    labels = [each if isinstance(each, str) else each.label.to(sheet.language) for each in options]
    if not labels:
        return NOTHING
    sheet.document.set_font(TYPEFACE, "", 9.5)
    widest = max(sheet.document.get_string_width(shown(sheet.document, label)) for label in labels) + _TICK + 4
    columns = max(1, min(len(labels), 6, int(_ROOM // widest)))
    width = min(_ROOM / columns, max(widest + 5, 30.0))
    rows: dict[int, list[Block]] = {}
    for column, row, label in in_columns(labels, columns):
        rows.setdefault(row, []).append(_option(sheet, label, _INDENT + column * width, width))
    return stacked(_level(row) for row in rows.values())


def _option(sheet: Sheet, label: str, x: float, width: float) -> Block:
    words = written(sheet.document, label, x + _TICK + 1.6, width - _TICK - 3)
    return Block(max(words.height, 5.2), (*words.inks, box(x, 0.1, _TICK, _TICK)))


def _level(row: Sequence[Block]) -> Block:
    whole = NOTHING
    for block in row:
        whole = block.beside(whole)
    return whole


def _scale(sheet: Sheet, question: Question) -> Block:
    """A row of boxes at the right edge; of a ten-point scale the ends are named."""
    values = question.values
    left = WIDTH - len(values) * _CELL
    inks: list[Ink] = []
    for place, value in enumerate(values):
        x = left + place * _CELL
        inks += [box(x, 0, _CELL, 6.4), Ink(x, 1.5, str(value), size=8.5, width=_CELL, align="C", grey=GREY)]
    height = 6.8
    if (min(values), max(values)) == (1, 10):
        low, high = ("blank-low", "blank-high") if values[0] < values[-1] else ("blank-high", "blank-low")
        width = len(values) * _CELL
        inks.append(Ink(left, 6.9, sheet.word(low), size=6.5, width=width, grey=GREY))
        inks.append(Ink(left, 6.9, sheet.word(high), size=6.5, width=width, align="R", grey=GREY))
        height = 9.8
    return Block(height, tuple(inks))


def _dated(sheet: Sheet, word: str) -> Block:
    """A box for every digit: the letters of the word are digits to write, its other signs stand between them."""
    x, inks = _INDENT, []
    for sign in sheet.word(word):
        if sign.isalpha():
            inks += [box(x, 0, 6, 7), Ink(x, 2.2, sign, size=7, width=6, align="C", grey=175)]
            x += 6
        else:
            inks.append(Ink(x, 2.4, sign, size=9.5, width=3.4, align="C"))
            x += 3.4
    return Block(7.4, tuple(inks))


def _week(sheet: Sheet, options: Sequence[Option]) -> Block:
    """Free hours as a table of days and parts of a day; nothing when the options are something else."""
    slots = [_SLOT.fullmatch(option.name) for option in options]
    if not options or not all(slots):
        return NOTHING
    cells: dict[tuple[str, str], str] = {}
    for slot, option in zip(slots, options, strict=True):
        if slot is not None:
            cells[slot[1], slot[2]] = option.label.to(sheet.language)
    days = {day: cells[day, part].split(" ")[0] for day, part in cells}
    parts = {part: cells[day, part].partition(" ")[2] for day, part in cells}
    if any(cells[day, part] != f"{days[day]} {parts[part]}" for day, part in cells):
        return NOTHING
    first, width, height = 26.0, 15.0, 6.2
    inks = [
        Ink(_INDENT + first + place * width, 0.3, days[day], size=8.5, width=width, align="C")
        for place, day in enumerate(days)
    ]
    for row, part in enumerate(parts):
        y = 4.8 + row * height
        inks.append(Ink(_INDENT, y + 1.2, parts[part], size=8.5))
        for place, day in enumerate(days):
            if (day, part) in cells:
                inks.append(box(_INDENT + first + place * width, y, width, height))
    return Block(4.8 + len(parts) * height + 0.6, tuple(inks))
