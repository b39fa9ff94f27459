"""What a new draft changed in the one the curator has worked on, mentee by mentee, each with its cause."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from mentoring.matching_outcome import Draft, Params
from mentoring.matching_people import Mentee, Mentor, Programme


class Why(StrEnum):
    """Why somebody's pair is another one now."""

    JOINED = "joined"  # a mentee who was not there
    LEFT = "left"  # a mentee who is not there any more
    MENTOR_LEFT = "mentor_left"
    MENTOR_FULL = "mentor_full"  # the mentor before has no place any more
    FORBIDDEN = "forbidden"  # cause, and what it says: a rule stands between the two now
    PINNED = "pinned"
    UNPINNED = "unpinned"
    RULES = "rules"  # the curator has changed the rules
    SMALL_GROUP = "small_group"  # least: too few are left for a group with the mentor before
    FREED = "freed"  # the mentor now had no place before, or was not there
    OTHERS = "others"  # other: the place is needed for somebody else
    DATA = "data"  # what people said has changed


@dataclass(frozen=True, slots=True)
class Changed:
    """A mentee's mentor before and now, by ids; None where there was or is none."""

    mentee: int
    before: int | None
    now: int | None
    why: Why
    params: Params = field(default_factory=dict)


def changes(
    before: Draft, after: Draft, programme: Programme, *, taken: Iterable[int] = (), new_rules: bool
) -> tuple[Changed, ...]:
    """What is not as it was, in the order of mentees.

    `taken` are mentees who have a mentor for good: that is no change of a draft. `new_rules`: the curator has changed the
    rules between the two.
    """
    world = _World.of(before, after, programme, new_rules=new_rules)
    every = sorted(({*world.was} | {*world.now} | world.unpaired_before) - {*taken})
    found = ((each, world.was.get(each), world.now.get(each)) for each in every)
    return tuple(Changed(each, was, now, *world.why(each, was, now)) for each, was, now in found if was != now)


@dataclass(frozen=True, slots=True)
class _World:
    """Both drafts, laid out to be asked about."""

    was: Mapping[int, int]
    now: Mapping[int, int]
    unpaired_before: frozenset[int]
    free_before: frozenset[int]
    pinned_before: frozenset[int]
    mentees: Mapping[int, Mentee]
    mentors: Mapping[int, Mentor]
    programme: Programme
    new_rules: bool

    @classmethod
    def of(cls, before: Draft, after: Draft, programme: Programme, *, new_rules: bool) -> _World:
        """From the drafts themselves."""
        return cls(
            was={each.mentee: each.mentor for each in before.pairs},
            now={each.mentee: each.mentor for each in after.pairs},
            unpaired_before=frozenset(each.mentee for each in before.unpaired),
            free_before=frozenset(each.mentor for each in before.free_mentors),
            pinned_before=frozenset(each.mentee for each in before.pairs if each.pinned),
            mentees={each.id: each for each in programme.mentees},
            mentors={each.id: each for each in programme.mentors},
            programme=programme,
            new_rules=new_rules,
        )

    def why(self, mentee: int, was: int | None, now: int | None) -> tuple[Why, Params]:
        """The cause that is nearest to the people."""
        if mentee not in self.mentees:
            return Why.LEFT, {}
        if mentee not in self.was and mentee not in self.unpaired_before:
            return Why.JOINED, {}
        if (mentee, now) in self.programme.pins:
            return Why.PINNED, {}
        if was is not None and (lost := self._lost(mentee, was)):
            return lost
        if self.new_rules:
            return Why.RULES, {}
        least = self.programme.rules_of(self.mentees[mentee].form).smallest
        if least > 1 and was is not None and was not in self.now.values():
            return Why.SMALL_GROUP, {"least": least}
        if mentee in self.pinned_before:
            return Why.UNPINNED, {}
        if now is not None and now not in self.free_before and was is None:
            return Why.FREED, {}
        return self._needed(mentee, was)

    def _lost(self, mentee: int, was: int) -> tuple[Why, Params] | None:
        """What became of the mentor before."""
        from mentoring.matching import explain

        mentor = self.mentors.get(was)
        if mentor is None:
            return Why.MENTOR_LEFT, {}
        if told := explain(self.mentees[mentee], mentor, self.programme).forbidden:
            return Why.FORBIDDEN, {**told.params, "cause": str(told.kind)}
        return (Why.MENTOR_FULL, {}) if mentor.places <= 0 else None

    def _needed(self, mentee: int, was: int | None) -> tuple[Why, Params]:
        """Who has the place of the mentor before now, if somebody has."""
        for other, mentor in self.now.items():
            if was is not None and mentor == was and self.was.get(other) != was and other != mentee:
                return Why.OTHERS, {"other": other}
        return Why.DATA, {}
