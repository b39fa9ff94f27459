"""What a curator asks of a draft: why not these two, who would be the next choice, what would be if.

Every answer is a draft computed anew with one thing changed and all the rest kept as far as it can be, told as the
difference from the present one. Nothing is stored. These are what the worker process is given to do.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum

from mentoring.matching_difference import Difference, difference
from mentoring.matching_outcome import Cause, Draft, Said
from mentoring.matching_people import Mentee, Mentor, Programme

Two = tuple[int, int]  # a mentee's id, a mentor's id


class Verdict(StrEnum):
    """What can be said of two people at once."""

    TOGETHER = "together"  # the draft has them as a pair
    FORBIDDEN = "forbidden"
    POSSIBLE = "possible"  # at the price told
    APART = "apart"  # of a ban only: without it the draft would not bring them together either


class Change(StrEnum):
    """What may be tried."""

    PLACE = "place"  # one more at a mentor
    ALLOW = "allow"  # two people whom a rule forbids
    MENTEE_LEAVES = "mentee_leaves"
    MENTOR_LEAVES = "mentor_leaves"


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer about two people: every rule that forbids them, the first told first, or what it would change.

    ``waivable``: the curator may make the pair by hand all the same.
    """

    verdict: Verdict
    rules: tuple[Said[Cause], ...] = ()
    waivable: bool = False
    change: Difference | None = None


@dataclass(frozen=True, slots=True)
class RunnerUp:
    """The next choice for a mentee, and what choosing it would change."""

    mentor: int
    change: Difference


def why_not(programme: Programme, draft: Draft, mentee_id: int, mentor_id: int) -> Answer:
    """Why the draft does not have these two together. Raises KeyError for somebody who is not in the programme."""
    if (mentee_id, mentor_id) in _twos(draft):
        return Answer(Verdict.TOGETHER)
    mentee, mentor = _mentee(programme, mentee_id), _mentor(programme, mentor_id)
    if rules := _against(mentee, mentor, programme):
        return Answer(Verdict.FORBIDDEN, rules, _waivable(mentee, mentor, programme))
    return _pinned(programme, draft, mentee, mentor)


def runner_up(programme: Programme, draft: Draft, mentee_id: int) -> RunnerUp | None:
    """The next mentor for somebody who has one in the draft, or None where there is no other.

    First whoever can be had without anybody losing a place; else the mentor who suits this mentee best, as then each of
    them costs somebody a place all the same.
    """
    present = next((each for each in draft.pairs if each.mentee == mentee_id), None)
    if present is None:
        return None
    mentee, mentor = _mentee(programme, mentee_id), _mentor(programme, present.mentor)
    others = replace(
        programme,
        pins=frozenset(two for two in programme.pins if two[0] != mentee_id),
        bans=programme.bans | {(mentee.person, mentor.person)},
    )
    after = _propose(others, draft)
    found = dict(_twos(after)).get(mentee_id)
    if found is not None:
        return RunnerUp(found, difference(draft, after, mentee_id))
    while (best := _best_alone(others, mentee)) is not None:
        answer = _pinned(others, draft, mentee, best)
        if answer.change is not None:
            return RunnerUp(best.id, answer.change)
        others = replace(others, bans=others.bans | {(mentee.person, best.person)})
    return None


def what_if(programme: Programme, draft: Draft, change: Change, mentee_id: int, mentor_id: int) -> Answer:
    """The draft with one thing changed; of the two ids a change looks only at those it is about."""
    match change:
        case Change.ALLOW:
            return _allowed(programme, draft, _mentee(programme, mentee_id), _mentor(programme, mentor_id))
        case Change.PLACE:
            mentor = _mentor(programme, mentor_id)
            tried = replace(programme, mentors=_others(programme, mentor, replace(mentor, places=mentor.places + 1)))
        case Change.MENTOR_LEAVES:
            tried = replace(programme, mentors=_others(programme, _mentor(programme, mentor_id)))
        case Change.MENTEE_LEAVES:
            gone = _mentee(programme, mentee_id)
            tried = replace(programme, mentees=tuple(each for each in programme.mentees if each is not gone))
    return Answer(Verdict.POSSIBLE, change=difference(draft, _propose(tried, draft)))


def _allowed(programme: Programme, draft: Draft, mentee: Mentee, mentor: Mentor) -> Answer:
    """A ban is lifted, a rule that may be waived is gone over; the rest stays forbidden."""
    rules = _against(mentee, mentor, programme)
    lifted = replace(programme, bans=programme.bans - {(mentee.person, mentor.person)})
    left = _against(mentee, mentor, lifted)
    if not rules:
        return why_not(programme, draft, mentee.id, mentor.id)
    if left and not _waivable(mentee, mentor, lifted):
        return Answer(Verdict.FORBIDDEN, left)
    if left:
        return replace(_pinned(lifted, draft, mentee, mentor), rules=rules, waivable=True)
    after = _propose(lifted, draft)
    verdict = Verdict.POSSIBLE if (mentee.id, mentor.id) in _twos(after) else Verdict.APART
    return Answer(verdict, rules, change=difference(draft, after, mentee.id))


def _pinned(programme: Programme, draft: Draft, mentee: Mentee, mentor: Mentor) -> Answer:
    """These two kept together: what else would change, or which pin of the curator's is in the way."""
    pins = {two for two in programme.pins if two[0] != mentee.id} | {(mentee.id, mentor.id)}
    after = _propose(replace(programme, pins=frozenset(pins)), draft)
    known = {(pin.mentee, pin.mentor) for pin in draft.broken_pins}
    for pin in after.broken_pins:
        if (pin.mentee, pin.mentor) == (mentee.id, mentor.id) or (pin.mentee, pin.mentor) not in known:
            return Answer(Verdict.FORBIDDEN, (pin.cause,))
    return Answer(Verdict.POSSIBLE, change=difference(draft, after, mentee.id))


def _best_alone(programme: Programme, mentee: Mentee) -> Mentor | None:
    """The mentor who suits a mentee best, were there nobody else; those whose every place is pinned are left out."""
    from mentoring.matching import propose

    pinned = Counter(mentor for _, mentor in programme.pins)
    open_ = tuple(each for each in programme.mentors if each.places > pinned[each.id])
    rules = tuple((form, replace(each, smallest=1)) for form, each in programme.rules)
    alone = propose(
        replace(programme, mentees=(mentee,), mentors=open_, pins=frozenset(), kept=frozenset(), rules=rules)
    )
    return _mentor(programme, alone.pairs[0].mentor) if alone.pairs else None


def _propose(programme: Programme, draft: Draft) -> Draft:
    from mentoring.matching import propose

    return propose(replace(programme, kept=frozenset(_twos(draft))))


def _against(mentee: Mentee, mentor: Mentor, programme: Programme) -> tuple[Said[Cause], ...]:
    """Every rule these two break, the first told first."""
    from mentoring import matching_rules
    from mentoring.matching_table import Table

    standing = ((one, other) for form, one, other in programme.standing if form == mentee.form)
    rules = matching_rules.broken(Table((mentee,), (mentor,)), programme, mentee.form, standing)
    causes = [cause for cause, mask in rules.items() if mask[0, 0]]
    chosen = programme.rules_of(mentee.form)
    return tuple(matching_rules.told(cause, mentee, mentor, chosen) for cause in causes)


def _waivable(mentee: Mentee, mentor: Mentor, programme: Programme) -> bool:
    from mentoring.matching_binding import binding

    return binding(mentee, mentor, programme) is None


def _others(programme: Programme, mentor: Mentor, *instead: Mentor) -> tuple[Mentor, ...]:
    return (*(each for each in programme.mentors if each is not mentor), *instead)


def _twos(draft: Draft) -> set[Two]:
    return {(each.mentee, each.mentor) for each in draft.pairs}


def _mentee(programme: Programme, mentee_id: int) -> Mentee:
    return {each.id: each for each in programme.mentees}[mentee_id]


def _mentor(programme: Programme, mentor_id: int) -> Mentor:
    return {each.id: each for each in programme.mentors}[mentor_id]
