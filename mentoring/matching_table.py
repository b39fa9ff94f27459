"""Everyone of one mentoring form side by side: mentees down, mentors across, as arrays that are compared at once."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from mentoring.matching_people import Meets, Mentee, Mentor

Mask = npt.NDArray[np.bool_]
Numbers = npt.NDArray[Any]

_WAYS = {Meets.IN_PERSON: 1, Meets.ONLINE: 2, Meets.ANY: 3}


@dataclass(frozen=True)
class Table:
    """The people of one form, sorted by id, so that the order they came in means nothing."""

    mentees: tuple[Mentee, ...]
    mentors: tuple[Mentor, ...]

    @classmethod
    def of(cls, form: str, mentees: Iterable[Mentee], mentors: Iterable[Mentor]) -> "Table":
        """The table of one form."""
        return cls(
            tuple(sorted((one for one in mentees if one.form == form), key=lambda one: one.id)),
            tuple(sorted((one for one in mentors if one.form == form), key=lambda one: one.id)),
        )

    @property
    def shape(self) -> tuple[int, int]:
        """How many mentees, how many mentors."""
        return len(self.mentees), len(self.mentors)

    def down(self, value: Callable[[Mentee], float]) -> Numbers:
        """One number a mentee, as a column."""
        return _numbers([value(one) for one in self.mentees]).reshape(-1, 1)

    def across(self, value: Callable[[Mentor], float]) -> Numbers:
        """One number a mentor, as a row."""
        return _numbers([value(one) for one in self.mentors]).reshape(1, -1)

    @cached_property
    def common_areas(self) -> Numbers:
        """How many of the asked areas each mentor offers."""
        return _common([one.areas for one in self.mentees], [one.areas for one in self.mentors])

    @cached_property
    def common_hours(self) -> Numbers:
        """How many slots both have free."""
        return _common([one.free for one in self.mentees], [one.free for one in self.mentors])

    @cached_property
    def common_interests(self) -> Numbers:
        """How many interests both named."""
        return _common([one.interests for one in self.mentees], [one.interests for one in self.mentors])

    @cached_property
    def hours_unsaid(self) -> Mask:
        """Where one of the two has named no hours."""
        return (self.down(lambda one: not one.free) | self.across(lambda one: not one.free)).astype(bool)

    @cached_property
    def mentee_class(self) -> Numbers:
        """Classes of mentees; not a number where there is none."""
        return self.down(lambda one: _or_nan(one.class_level))

    @cached_property
    def mentor_class(self) -> Numbers:
        """Classes of mentors; not a number where there is none."""
        return self.across(lambda one: _or_nan(one.class_level))

    @cached_property
    def mentee_ways(self) -> Numbers:
        """How mentees meet, as bits."""
        return self.down(lambda one: _WAYS[one.meets])

    @cached_property
    def mentor_ways(self) -> Numbers:
        """How mentors meet, as bits."""
        return self.across(lambda one: _WAYS[one.meets])

    def both_sides(self) -> list[tuple[int, int]]:
        """The row and the column of everyone who stands on both sides."""
        columns = {one.person: column for column, one in enumerate(self.mentors)}
        return [(row, columns[one.person]) for row, one in enumerate(self.mentees) if one.person in columns]

    def marked(self, pairs: Iterable[tuple[int, int]]) -> Mask:
        """Where the given (mentee's person, mentor's person) stand."""
        rows = {one.person: row for row, one in enumerate(self.mentees)}
        columns = {one.person: column for column, one in enumerate(self.mentors)}
        mask = np.zeros(self.shape, dtype=bool)
        for mentee, mentor in pairs:
            if mentee in rows and mentor in columns:
                mask[rows[mentee], columns[mentor]] = True
        return mask


def _numbers(values: list[float]) -> Numbers:
    # Nobody's numbers would be floats, which know no bits.
    return np.array(values) if values else np.array(values, dtype=np.int64)


def _or_nan(level: int | None) -> float:
    return np.nan if level is None else level


def _common(down: Sequence[frozenset[str]], across: Sequence[frozenset[str]]) -> Numbers:
    names = {name: place for place, name in enumerate(sorted(frozenset().union(*down)))}
    return (_ticks(down, names) @ _ticks(across, names).T).astype(np.int64)


def _ticks(people: Sequence[frozenset[str]], names: dict[str, int]) -> Numbers:
    ticks = np.zeros((len(people), len(names)), dtype=np.float32)
    for row, ticked in enumerate(people):
        ticks[row, [names[name] for name in ticked if name in names]] = 1
    return ticks
