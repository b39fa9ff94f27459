"""What every deed of matching begins with: the curator, the open programme, and what belongs to it."""

from __future__ import annotations

from mentoring.matching_outcome import Pair
from mentoring.people import Speaker
from mentoring.refusal import NotYours, Refusal
from mentoring.rights import Deed
from services.authority import acting
from storage import matches, runs, schools, standing
from storage.database import Transaction
from storage.matches import Member
from storage.runs import Run
from storage.schools import Programme


def in_programme(tx: Transaction, speaker: Speaker) -> tuple[Speaker, Programme]:
    """The curator and the open programme of their school. Raises NotYours, or Refusal where there is none."""
    me = acting(tx, speaker, Deed.MATCH)
    programme = schools.programme(tx, me.school_id)
    if programme is None:
        raise Refusal("match-no-programme")
    return me, programme


def running(programme: Programme, form: str) -> Programme:
    """The programme, if it runs this form. Raises NotYours otherwise."""
    if form not in {str(each) for each in programme.forms}:
        raise NotYours
    return programme


def run_of(tx: Transaction, speaker: Speaker, run_id: int) -> tuple[Speaker, Programme, Run]:
    """A draft of this school's programme. Raises NotYours otherwise."""
    me, programme = in_programme(tx, speaker)
    run = runs.get(tx, run_id)
    if run.programme_id != programme.id:
        raise NotYours
    return me, programme, run


def of_participation(tx: Transaction, speaker: Speaker, participation_id: int) -> tuple[Speaker, Programme, str]:
    """The form in which somebody of this school's programme takes part. Raises NotYours otherwise."""
    me, programme = in_programme(tx, speaker)
    found = standing.of_participation(tx, participation_id)
    if found is None or found.participation.programme_id != programme.id:
        raise NotYours
    return me, programme, found.participation.form


def own_member(tx: Transaction, speaker: Speaker, member_id: int) -> tuple[Speaker, Member]:
    """A member of this school's programme. Raises NotYours otherwise."""
    me, programme = in_programme(tx, speaker)
    member = matches.get(tx, member_id)
    if member.programme_id != programme.id:
        raise NotYours
    return me, member


def superseded(tx: Transaction, run: Run) -> bool:
    """Whether a newer draft of the form has come."""
    return runs.newest(tx, run.programme_id, run.form) != run.id


def left_in(tx: Transaction, run: Run) -> list[Pair]:
    """The pairs of a draft whose mentees have nobody yet."""
    taken = {each.mentee_id for each in matches.live(tx, run.programme_id, run.form)}
    return [each for each in run.draft.pairs if each.mentee not in taken]


def drafted(run: Run, mentee_id: int) -> Pair:
    """The pair a draft has for this mentee. Raises NotYours where it has none."""
    for pair in run.draft.pairs:
        if pair.mentee == mentee_id:
            return pair
    raise NotYours


def place_of(tx: Transaction, run: Run, mentee_id: int) -> int:
    """Where the pair of this mentee stands, or stood, among those left; of groups, where their mentor does."""
    left = left_in(tx, run)
    if run.rules.smallest > 1:
        mentor = drafted(run, mentee_id).mentor
        return len({each.mentor for each in left if each.mentor < mentor})
    return sum(1 for each in left if each.mentee < mentee_id)
