"""Lists of people: one page by key over an index, so that 10,000 people page as 100 do, and counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from mentoring.consents import GRACE_DAYS
from mentoring.people import Kind, Person, SchoolClass, Side, folded
from mentoring.settings import GuardianRule
from mentoring.standing import Lack
from storage import lack_conditions
from storage.database import Transaction
from storage.people import person_of

NO_CLASS = 0  # in place of a level: people outside the classes
OWED = (Lack.CONSENT, Lack.ASSENT, Lack.GUARDIAN, Lack.PAPER, Lack.NAME, Lack.APPLICATION, Lack.ENTRY)
_PARTICIPANTS = "p.kind IN ('pupil', 'teacher', 'student', 'partner')"  # word for word as in the index
_MOST_WORDS = 5


class Roll(StrEnum):
    """Choices from the list that are wider than one thing missing."""

    NEW = "new"  # «новый»: not admitted yet
    ABSENT = "absent"  # known to the school, has not joined the open programme
    LACKING = "lacking"  # anything is missing
    OWING = "owing"  # has to answer or to bring something, or to join at all: «кто не сдал»
    READY = "ready"  # in the list for matching


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whom a list shows; empty: every participant.

    `level` 0 is people outside the classes, `letter` None every class of the level. `sought` is a part of a name and
    looks among parents and staff too.
    """

    level: int | None = None
    letter: str | None = None
    kind: Kind | None = None
    side: Side | None = None
    form: str = ""
    sign: Roll | Lack | None = None
    sought: str = ""


class Go(StrEnum):
    """Which way a page lies from the person who is its key."""

    ON = "n"  # after them
    BACK = "b"  # before them
    AT = "a"  # beginning with them


@dataclass(frozen=True, slots=True)
class Frame:
    """What every list of a school needs to know: the open programme, the day, the rule for guardians."""

    school_id: int
    programme_id: int  # 0: none is open
    today: date
    rule: GuardianRule
    grace: int = GRACE_DAYS  # after an eighteenth birthday

    def values(self) -> dict[str, Any]:
        """The same by the names the conditions use."""
        conditions = lack_conditions.values(self.today, self.rule, self.grace)
        return {"school": self.school_id, "programme": self.programme_id, **conditions}


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of a list: its people, and whether there is more before and after."""

    people: tuple[Person, ...]
    before: bool
    after: bool


def leaf(tx: Transaction, frame: Frame, wanted: Wanted, go: Go, key: int, size: int) -> Leaf:
    """One page; `key` 0 is the beginning. Two queries, however long the list is."""
    values = {**frame.values(), **_values(wanted), "size": size + 1}
    order = _order(wanted)
    bound, back = "", go is Go.BACK and bool(key)
    if key:
        found = tx.one("SELECT * FROM persons WHERE id = :key AND school_id = :school", key=key, school=frame.school_id)
        if found is None:
            return Leaf((), before=False, after=False)
        sign = {Go.ON: ">", Go.BACK: "<", Go.AT: ">="}[go]
        bound = f"AND ({', '.join(order)}) {sign} ({', '.join(':key_' + each for each in order)}) "
        values |= {"key_" + each: found[each] for each in order}
    direction = " DESC" if back else ""
    rows = tx.all(
        f"SELECT p.* FROM persons p WHERE {condition(wanted)} {bound}"
        f"ORDER BY {', '.join(each + direction for each in order)} LIMIT :size",
        **values,
    )
    people = [person_of(row) for row in rows[:size]]
    more = len(rows) > size
    if back and not more:  # the beginning is near: a whole first page
        return leaf(tx, frame, wanted, Go.ON, 0, size)
    if back:
        return Leaf(tuple(reversed(people)), before=True, after=True)
    return Leaf(tuple(people), before=bool(key), after=more)


def everyone(tx: Transaction, frame: Frame, wanted: Wanted) -> list[Person]:
    """All of a list in its order: for papers and nudges."""
    rows = tx.all(
        f"SELECT p.* FROM persons p WHERE {condition(wanted)} ORDER BY p.class_level, p.class_letter, p.sought, p.id",
        **frame.values(),
        **_values(wanted),
    )
    return [person_of(row) for row in rows]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many people there are, whatever the list shows now."""

    all: int
    mentors: int
    mentees: int
    new: int
    absent: int
    lacking: int


def counts(tx: Transaction, frame: Frame) -> Counts:
    """All of them in one query."""
    side = (
        "SELECT count(*) FROM participations q JOIN persons p ON p.id = q.person_id "
        "WHERE q.programme_id = :programme AND q.left_at IS NULL AND p.removed_at IS NULL AND q.side = "
    )

    def of(sign: Roll | None) -> str:
        return f"(SELECT count(*) FROM persons p WHERE {condition(Wanted(sign=sign))})"

    row = tx.one(
        f"SELECT {of(None)} AS everyone, ({side}'mentor') AS mentors, ({side}'mentee') AS mentees, "
        f"{of(Roll.NEW)} AS new, {of(Roll.ABSENT)} AS absent, {of(Roll.LACKING)} AS lacking",
        **frame.values(),
    )
    return Counts(*row) if row else Counts(0, 0, 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class ClassCount:
    """A class (or, outside the classes, a kind of people) and how many of a list are in it."""

    school_class: SchoolClass | None
    kind: Kind | None
    count: int


def by_class(tx: Transaction, frame: Frame, wanted: Wanted) -> list[ClassCount]:
    """How many of a list are in each class; people outside the classes by kind, after the classes."""
    rows = tx.all(
        "SELECT p.class_level AS level, p.class_letter AS letter, "
        "CASE WHEN p.class_level IS NULL THEN p.kind ELSE '' END AS kind, count(*) AS people "
        f"FROM persons p WHERE {condition(wanted)} "
        "GROUP BY 1, 2, 3 ORDER BY p.class_level IS NULL, 1, 2, 3",
        **frame.values(),
        **_values(wanted),
    )
    return [
        ClassCount(
            None if row["level"] is None else SchoolClass(row["level"], row["letter"]),
            Kind(row["kind"]) if row["kind"] else None,
            row["people"],
        )
        for row in rows
    ]


def condition(wanted: Wanted) -> str:
    """The condition of a list on the person `p`; its values are those of `Frame` and of what is wanted."""
    parts = ["p.school_id = :school", "p.removed_at IS NULL", *_who(wanted), *_sought(wanted)]
    if wanted.sign is Roll.NEW:
        parts.append("p.admitted_at IS NULL")
    elif wanted.sign is Roll.ABSENT:
        parts.append(_absent())
    elif wanted.sign is Roll.OWING:
        parts.append(f"(({_absent()}) OR {_takes_part(wanted, lack_conditions.lacking(*OWED))})")
    if wanted.side or wanted.form or (wanted.sign and wanted.sign not in (Roll.NEW, Roll.ABSENT, Roll.OWING)):
        parts.append(_takes_part(wanted, _missing(wanted.sign)))
    return " AND ".join(parts)


def _who(wanted: Wanted) -> list[str]:
    if wanted.level:
        return ["p.class_level = :level", *([] if wanted.letter is None else ["p.class_letter = :letter"])]
    outside = ["p.class_level IS NULL"] if wanted.level == NO_CLASS else []
    if wanted.kind is not None:
        return ["p.kind = :kind", *outside]
    return outside if wanted.sought else [_PARTICIPANTS, *outside]


_CODE = re.compile(r"(?:([^\W\d_])\s*[-\u2010-\u2015\u2212]?\s*)?0*(\d{1,6})")
_ALIKE = str.maketrans("HMPCY", "\u041d\u041c\u0420\u0421\u0423")  # Latin letters that look like those of codes


def code_in(text: str) -> tuple[str, int] | None:
    """The letter (it may be missing, or a Latin one that looks alike) and the number of a code that was typed."""
    typed = _CODE.fullmatch(text.strip().upper().translate(_ALIKE))
    return (typed[1] or "", int(typed[2])) if typed else None


def is_given(tx: Transaction, school_id: int, text: str) -> bool:
    """Whether somebody of the school has this given name, and nothing but it was typed."""
    return bool(
        tx.value(
            "SELECT 1 FROM persons WHERE school_id = :school AND removed_at IS NULL AND given <> '' "
            "AND (sought = :name OR substr(sought, length(family) + 2, length(given)) = :name) LIMIT 1",
            school=school_id,
            name=folded(text),
        )
    )


def _sought(wanted: Wanted) -> list[str]:
    if code_in(wanted.sought):
        return ["CAST(substr(p.code, 3) AS INTEGER) = :number", "(:letter = '' OR substr(p.code, 1, 1) = :letter)"]
    return [f"instr(p.sought, :word_{at}) > 0" for at in range(len(_words(wanted)))]


def _words(wanted: Wanted) -> list[str]:
    return folded(wanted.sought).split()[:_MOST_WORDS]


def _absent() -> str:
    return (
        "p.withdrawn_at IS NULL AND NOT EXISTS (SELECT 1 FROM participations q "
        "WHERE q.person_id = p.id AND q.programme_id = :programme)"
    )


def _missing(sign: Roll | Lack | None) -> str:
    match sign:
        case Roll.LACKING:
            return lack_conditions.lacking_anything()
        case Roll.READY:
            return f"NOT {lack_conditions.lacking_anything()}"
        case Lack():
            return lack_conditions.lacking(sign)
        case _:
            return ""


def _takes_part(wanted: Wanted, missing: str) -> str:
    parts = ["q.person_id = p.id", "q.programme_id = :programme", "q.left_at IS NULL"]
    parts += ["q.side = :side"] if wanted.side else []
    parts += ["q.form = :form"] if wanted.form else []
    parts += [missing] if missing else []
    return f"EXISTS (SELECT 1 FROM participations q WHERE {' AND '.join(parts)})"


def _order(wanted: Wanted) -> tuple[str, ...]:
    return ("class_letter", "sought", "id") if wanted.level and wanted.letter is None else ("sought", "id")


def _values(wanted: Wanted) -> dict[str, Any]:
    words: dict[str, Any] = {f"word_{at}": word for at, word in enumerate(_words(wanted))}
    if code := code_in(wanted.sought):
        words = {"letter": code[0], "number": code[1]}
    return {
        "level": wanted.level,
        "letter": wanted.letter,
        "kind": wanted.kind,
        "side": wanted.side,
        "form": wanted.form,
        **words,
    }
