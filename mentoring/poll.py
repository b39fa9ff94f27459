"""The interest poll: who would like mentoring, asked of the whole school before anybody joins (stage 1 of the roadmap).

Nothing of whoever answers is kept, so no consent is needed: a class level, a wish and a form of mentoring are nobody's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from mentoring.people import Kind

LEVELS = range(1, 12)
WHO = (Kind.PUPIL, Kind.TEACHER, Kind.GUARDIAN, Kind.STUDENT, Kind.PARTNER)


class Wish(StrEnum):
    """What somebody would like."""

    MENTOR = "mentor"
    MENTEE = "mentee"
    BOTH = "both"
    NOTHING = "nothing"


ANY_FORM = "any"  # «пока не знаю»
_ALL = (Wish.MENTEE, Wish.MENTOR, Wish.BOTH, Wish.NOTHING)
_HELPS = (Wish.MENTOR, Wish.NOTHING)
_WISHES: Mapping[Kind, tuple[Wish, ...]] = {
    Kind.PUPIL: _ALL,
    Kind.TEACHER: _ALL,
    Kind.GUARDIAN: (Wish.MENTEE, Wish.NOTHING),  # a parent speaks of the child
    Kind.STUDENT: _HELPS,
    Kind.PARTNER: _HELPS,
}
_OF_PUPILS = ("pupil_pupil", "teacher_pupil", "student_pupil", "employer_pupil")
CHOICES = (*_OF_PUPILS, "teacher_teacher", ANY_FORM)
"""All that can be chosen, in the order it is shown."""
_FORMS: Mapping[tuple[Kind, Wish], tuple[str, ...]] = {
    (Kind.PUPIL, Wish.MENTOR): ("pupil_pupil",),
    (Kind.TEACHER, Wish.MENTEE): ("teacher_teacher",),
    (Kind.TEACHER, Wish.MENTOR): ("teacher_teacher", "teacher_pupil"),
    (Kind.TEACHER, Wish.BOTH): ("teacher_teacher", "teacher_pupil"),
    (Kind.STUDENT, Wish.MENTOR): ("student_pupil",),
    (Kind.PARTNER, Wish.MENTOR): ("employer_pupil",),
}


def wishes(who: Kind) -> tuple[Wish, ...]:
    """What somebody of this kind is asked to choose from."""
    return _WISHES[who]


def forms(who: Kind, wish: Wish) -> tuple[str, ...]:
    """The forms of mentoring to choose from; where there is but one, or none, nothing is asked."""
    if wish is Wish.NOTHING:
        return ()
    return _FORMS.get((who, wish), _OF_PUPILS)


@dataclass(frozen=True, slots=True)
class PollAnswer:
    """One answer. `level` 0: not a pupil; `form` empty: wants nothing, ANY_FORM: does not know yet."""

    who: Kind
    level: int
    wish: Wish
    form: str

    @property
    def sound(self) -> bool:
        """Whether it could have been given by tapping."""
        if (
            self.who not in WHO
            or (self.level in LEVELS) != (self.who is Kind.PUPIL)
            or self.wish not in wishes(self.who)
        ):
            return False
        choice = forms(self.who, self.wish)
        return self.form in choice or (len(choice) > 1 and self.form == ANY_FORM) or (not choice and not self.form)


@dataclass(frozen=True, slots=True)
class Counted:
    """How many gave one and the same answer."""

    answer: PollAnswer
    count: int


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: a class level or a kind of people, and how many wish what."""

    who: Kind
    level: int
    by_wish: Mapping[Wish, int]

    @property
    def every(self) -> int:
        """All who answered."""
        return sum(self.by_wish.values())


def rows(counted: Iterable[Counted]) -> tuple[Row, ...]:
    """The answers by class level, then by kind of people; only those who answered at all."""
    found: dict[tuple[Kind, int], dict[Wish, int]] = {}
    for each in counted:
        line = found.setdefault((each.answer.who, each.answer.level), dict.fromkeys(Wish, 0))
        line[each.answer.wish] += each.count
    order = sorted(found, key=lambda key: (WHO.index(key[0]), key[1]))
    return tuple(Row(who, level, found[who, level]) for who, level in order)


def by_form(counted: Iterable[Counted]) -> dict[str, tuple[int, int]]:
    """How many would be mentees and how many mentors in each form; who wants both counts on both sides."""
    found: dict[str, tuple[int, int]] = {}
    for each in counted:
        if each.answer.form:
            mentees, mentors = found.get(each.answer.form, (0, 0))
            mentees += each.count * (each.answer.wish in (Wish.MENTEE, Wish.BOTH))
            mentors += each.count * (each.answer.wish in (Wish.MENTOR, Wish.BOTH))
            found[each.answer.form] = (mentees, mentors)
    return {form: found[form] for form in CHOICES if form in found}
