"""Groups of a draft: a mentor with the mentees it gives them, where a form wants groups; looked at and confirmed whole."""

from __future__ import annotations

from mentoring.matching_outcome import Pair
from mentoring.people import Speaker
from services.matching_inputs import gather_two
from services.matching_views import Group
from storage import areas, matches
from storage.database import Transaction
from storage.matches import Member
from storage.runs import Run
from storage.schools import Programme


def mentors_of(left: list[Pair]) -> list[int]:
    """The mentors of a draft's groups, in their order."""
    return sorted({each.mentor for each in left})


def place(left: list[Pair], mentor: int) -> tuple[int, int]:
    """Where the group of a mentor stands among those left, and how many there are."""
    every = mentors_of(left)
    return sum(1 for each in every if each < mentor), len(every)


def card(tx: Transaction, me: Speaker, programme: Programme, run: Run, left: list[Pair], at: int) -> Group:
    """The group at this place among those left."""
    every = mentors_of(left)
    mentor = every[at % len(every)]
    pairs = [each for each in left if each.mentor == mentor]
    there = [each for each in matches.live(tx, programme.id, run.form) if each.mentor_id == mentor]
    found = gather_two(
        tx, programme, run.form, mentor, *(each.mentee for each in pairs), *(each.mentee_id for each in there)
    )
    person = found.standings[mentor].person
    return Group(
        run_id=run.id,
        form=run.form,
        at=at % len(every),
        total=len(every),
        mentor_id=mentor,
        mentor=person,
        free=found.free(mentor),
        members=tuple((each, found.standings[each.mentee].person) for each in pairs),
        there=tuple(found.standings[each.mentee_id].person for each in there if each.mentee_id in found.standings),
        labels=areas.labels(tx, me.school_id),
    )


def standing_match(tx: Transaction, programme_id: int, form: str, mentor_id: int) -> Member | None:
    """A member of the live match that whoever comes to this mentor's group joins, if there is one."""
    return next((each for each in matches.live(tx, programme_id, form) if each.mentor_id == mentor_id), None)
