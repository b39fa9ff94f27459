"""Existing pairs and groups sent as XLSX, for a programme that is set up in mid-year: all of them come in, or none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from locales.words import Words
from mentoring.known_pairs import KnownPair, Written
from mentoring.people import KINDS, Kind, MentoringForm, SchoolClass, Side
from papers.list_blank import BlankColumn, blank_list
from papers.list_cells import CellReader, is_name
from papers.list_words import all_words, class_of, form_of, headings, nearest, proper_words
from papers.table import Fault, Problem, Row, UnreadableTableError, read_table

KIND = "pairs_list"
_SEPARATORS = re.compile(r"[;,\n]")
_REQUIRED = ("mentor", "mentees", "form")


@dataclass(frozen=True, slots=True)
class PairPerson:
    """A mentor or mentee of the list: the name as typed, the class where it is one, else the post as typed."""

    name: str
    place: str
    school_class: SchoolClass | None = None


@dataclass(frozen=True, slots=True)
class ListedMatch:
    """A pair or group that exists already, with the order that approved it where there is one."""

    row: int
    mentor: PairPerson
    mentees: tuple[PairPerson, ...]
    form: MentoringForm
    order_number: str = ""
    order_date: date | None = None


@dataclass(frozen=True, slots=True)
class PairsList:
    """Either every match of the list, or what is wrong with it: never both."""

    matches: tuple[ListedMatch, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_pairs_list(content: bytes, today: date, *, csv: bool = False) -> PairsList:
    """Return the matches of an XLSX list; mentees of a group are separated by semicolons, commas or line breaks.

    Nothing raises: a file that is no list is one problem, up to 2,000 rows are read, every wrong cell is named.
    """
    try:
        table = read_table(content, KIND, _REQUIRED, csv=csv)
    except UnreadableTableError as refusal:
        return PairsList(problems=tuple(refusal.problems))
    cells = CellReader(table)
    matches = [_match(cells, row, today) for row in table.rows]
    if cells.problems:
        return PairsList(problems=tuple(sorted(cells.problems, key=lambda problem: problem.row or 0)))
    return PairsList(tuple(match for match in matches if match is not None))


def known_pairs(found: PairsList) -> list[KnownPair]:
    """Return the matches of a list as the programme takes them over."""
    return [
        KnownPair(
            row=each.row,
            mentor=_written(each.mentor),
            mentees=tuple(_written(mentee) for mentee in each.mentees),
            form=each.form,
            order_number=each.order_number,
            order_date=each.order_date,
        )
        for each in found.matches
    ]


def _written(person: PairPerson) -> Written:
    return Written(person.name, person.school_class, "" if person.school_class else person.place)


def pairs_list_template(words: Words, language: str = "ru") -> bytes:
    """Return an empty XLSX list to fill and send, with a sheet on how to fill it."""
    known = headings(KIND)
    columns = [
        BlankColumn(known["mentor"][0], 32),
        BlankColumn(known["mentor_place"][0], 26),
        BlankColumn(known["mentees"][0], 44),
        BlankColumn(known["mentee_place"][0], 30),
        BlankColumn(known["form"][0], 20, tuple(proper_words("form"))),
        BlankColumn(known["order_number"][0], 12),
        BlankColumn(known["order_date"][0], 14, day=True),
    ]
    return blank_list(columns, "pairs", words, language, forms=", ".join(proper_words("form")))


def pairs_blank() -> bytes:
    """The same in Russian, with nothing to bring along: for a worker process."""
    return pairs_list_template(Words.shipped())


def _match(cells: CellReader, row: Row, today: date) -> ListedMatch | None:
    form = _form(cells, row)
    mentor = cells.name(row, "mentor", required=True)
    mentor_place = cells.text(row, "mentor_place")
    mentor_class = _class(cells, row, Side.MENTOR, mentor_place, form)
    mentees = _mentees(cells, row, form)
    number, day = cells.text(row, "order_number"), cells.day(row, "order_date", today)
    if form is None or not mentor or not mentees:
        return None
    return ListedMatch(row.number, PairPerson(mentor, mentor_place, mentor_class), mentees, form, number, day)


def _form(cells: CellReader, row: Row) -> MentoringForm | None:
    text = cells.text(row, "form", required=True)
    form = form_of(text)
    if text and form is None:
        cells.blame(Fault.UNKNOWN, row, "form", text, nearest(text, all_words("form")))
    return form


def _mentees(cells: CellReader, row: Row, form: MentoringForm | None) -> tuple[PairPerson, ...]:
    names = _parts(cells, row, "mentees", required=True)
    for name in names:
        if not is_name(name):
            cells.blame(Fault.NO_NAME, row, "mentees", name)
    if not names:
        return ()
    # A single mentee's post may have commas of its own.
    places = _parts(cells, row, "mentee_place") if len(names) > 1 else [cells.text(row, "mentee_place")]
    if len(places) not in (0, 1, len(names)):
        cells.blame(Fault.UNEVEN, row, "mentee_place", "; ".join(places))
        return ()
    if len(places) < len(names):
        places = (places or [""]) * len(names)
    return tuple(
        PairPerson(name, place, _class(cells, row, Side.MENTEE, place, form))
        for name, place in zip(names, places, strict=True)
    )


def _parts(cells: CellReader, row: Row, column: str, *, required: bool = False) -> list[str]:
    value = row.cells.get(column)
    if not isinstance(value, str):
        whole = cells.text(row, column, required=required)
        return [whole] if whole else []
    return [part for part in (" ".join(part.split()) for part in _SEPARATORS.split(value)) if part]


def _class(cells: CellReader, row: Row, side: Side, place: str, form: MentoringForm | None) -> SchoolClass | None:
    """A pupil's place is a class; that of others is a post, or where they study or work, whatever it looks like."""
    if form is None or KINDS[form][side is Side.MENTEE] is not Kind.PUPIL or not place:
        return None
    found = class_of(place)
    if found is None:
        cells.blame(Fault.NO_CLASS, row, f"{side}_place", place)
    return found
