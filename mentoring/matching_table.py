"""Everyone of one mentoring form side by side: mentees down, mentors across, as arrays that are compared at once."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt

from mentoring.matching_people import ClassRule, Meets, Mentee, Mentor

Mask = npt.NDArray[np.bool_]
Numbers = npt.NDArray[Any]

_GENDERS = {None: 0, "": 0, "woman": 1, "man": 2}  # as people and questionnaires say it
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

    @cached_property
    def named_by_mentee(self) -> Numbers:
        """At which place each mentee named each mentor after the group meeting, from 1; 0 where they did not."""
        return _named([one.chosen for one in self.mentees], [one.id for one in self.mentors])

    @cached_property
    def named_by_mentor(self) -> Numbers:
        """At which place each mentor named each mentee."""
        return _named([one.chosen for one in self.mentors], [one.id for one in self.mentees]).T

    @cached_property
    def silent_mentee(self) -> Mask:
        """Mentees who named nobody."""
        return self.down(lambda one: not one.chosen).astype(bool)

    @cached_property
    def silent_mentor(self) -> Mask:
        """Mentors who named nobody."""
        return self.across(lambda one: not one.chosen).astype(bool)

    @cached_property
    def no_class_wish(self) -> Mask:
        """Mentors who will work with any class."""
        return self.across(lambda one: one.youngest is None and one.oldest is None).astype(bool)

    @cached_property
    def class_wished(self) -> Mask:
        """Where the mentee's class is such as the mentor wishes; a class not known is not."""
        youngest = self.across(lambda one: -np.inf if one.youngest is None else one.youngest)
        oldest = self.across(lambda one: np.inf if one.oldest is None else one.oldest)
        inside: Mask = (youngest <= self.mentee_class) & (self.mentee_class <= oldest)
        return inside

    @cached_property
    def gender_wish(self) -> Numbers:
        """Whom mentees wish, as numbers; 0 where either will do."""
        return self.down(lambda one: _GENDERS.get(one.gender_wish, 3))

    @cached_property
    def mentor_gender(self) -> Numbers:
        """What mentors are, as the same numbers; 0 where it is not known."""
        return self.across(lambda one: _GENDERS.get(one.gender, 4))

    @cached_property
    def interests_said(self) -> Mask:
        """Where both have named interests."""
        return self._both(lambda one: bool(one.interests))

    @cached_property
    def languages_said(self) -> Mask:
        """Where both have named languages."""
        return self._both(lambda one: bool(one.languages))

    @cached_property
    def common_languages(self) -> Numbers:
        """How many languages both speak."""
        return _common([one.languages for one in self.mentees], [one.languages for one in self.mentors])

    @cached_property
    def buildings_said(self) -> Mask:
        """Where both have named their building."""
        return self._both(lambda one: bool(one.building))

    @cached_property
    def same_building(self) -> Mask:
        """Where both are in one building."""
        numbers = {name: number for number, name in enumerate(sorted({one.building for one in self.mentees}))}
        mask: Mask = self.down(lambda one: numbers[one.building]) == self.across(
            lambda one: numbers.get(one.building, -1)
        )
        return mask

    @cached_property
    def avoided(self) -> Mask:
        """Where one of the two has named the other among those they would certainly not work with."""
        rows = {one.id: row for row, one in enumerate(self.mentees)}
        columns = {one.id: column for column, one in enumerate(self.mentors)}
        mask = np.zeros(self.shape, dtype=bool)
        for row, mentee in enumerate(self.mentees):
            mask[row, [columns[one] for one in mentee.avoided if one in columns]] = True
        for column, mentor in enumerate(self.mentors):
            mask[[rows[one] for one in mentor.avoided if one in rows], column] = True
        return mask

    def _both(self, said: Callable[[Mentee | Mentor], bool]) -> Mask:
        mask: Mask = self.down(said).astype(bool) & self.across(said).astype(bool)
        return mask

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


def classes_short(table: Table, rule: ClassRule) -> Mask:
    """Where the mentor is fewer classes above the mentee than the rule asks for; nowhere where a class is not known."""
    short: Mask = table.mentor_class - table.mentee_class < table.down(lambda one: rule.least(one.model))
    return short


def _numbers(values: list[float]) -> Numbers:
    # Nobody's numbers would be floats, which know no bits.
    return np.array(values) if values else np.array(values, dtype=np.int64)


def _named(chosen: Sequence[tuple[int, ...]], ids: Sequence[int]) -> Numbers:
    places = {one: place for place, one in enumerate(ids)}
    named = np.zeros((len(chosen), len(ids)), dtype=np.int64)
    for row, names in enumerate(chosen):
        for order, one in reversed(list(enumerate(names, start=1))):
            if one in places:
                named[row, places[one]] = order
    return named


def _or_nan(level: int | None) -> float:
    return np.nan if level is None else level


def _common(down: Sequence[frozenset[str]], across: Sequence[frozenset[str]]) -> Numbers:
    names = {name: place for place, name in enumerate(sorted(frozenset().union(*down)))}
    return (_ticks(down, names) @ _ticks(across, names).T).astype(np.int32)


def _ticks(people: Sequence[frozenset[str]], names: dict[str, int]) -> Numbers:
    ticks = np.zeros((len(people), len(names)), dtype=np.float32)
    places = [[names[name] for name in ticked if name in names] for ticked in people]
    ticks[np.repeat(np.arange(len(people)), [len(each) for each in places]), list(chain.from_iterable(places))] = 1
    return ticks
