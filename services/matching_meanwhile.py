"""Says what another curator has done while somebody was looking: nothing of theirs is overwritten, nothing happens unseen."""

from __future__ import annotations

from typing import Any

from mentoring.matching_outcome import Pair
from mentoring.naming import shown
from mentoring.people import Speaker
from mentoring.refusal import TakenMeanwhile
from services.matching_here import left_in, superseded
from storage import match_rules, matches, people, run_changes, runs, wishes
from storage.database import Transaction
from storage.matches import Member
from storage.run_changes import Change
from storage.runs import Run
from storage.wishes import Wish


def require_newest(tx: Transaction, me: Speaker, run: Run, mentee_id: int | None = None) -> None:
    """Raise TakenMeanwhile when a draft is not the newest any more: what was decided about this mentee, and by whom.

    So it is when a newer one has come, when another curator has just decided something about the mentee, and when the
    rules are others than those it was computed by.
    """
    old = superseded(tx, run)
    decided = None
    if mentee_id is not None:
        decided = run_changes.last_about(tx, run.programme_id, run.form, mentee_id)
    if (
        decided is not None
        and decided.run_id >= run.id
        and decided.at >= run.made_at
        and (old or decided.by != me.person_id)
    ):
        raise TakenMeanwhile("match-draft-newer", deed=str(decided.deed), **by(tx, me, decided.by))
    held = match_rules.of_form(tx, run.programme_id, run.form)
    if held.rules != run.rules and held.changed_by is not None:
        raise TakenMeanwhile("match-draft-newer", deed="rules", **by(tx, me, held.changed_by))
    if old:
        newest = runs.last(tx, run.programme_id, run.form)
        raise TakenMeanwhile("match-draft-newer", deed="redone", **by(tx, me, newest.made_by if newest else None))


def require_left(tx: Transaction, me: Speaker, run: Run, asked: int | None = None) -> None:
    """Raise TakenMeanwhile when none of a draft's pairs is left to confirm, or not as many as were asked about."""
    left = len(left_in(tx, run))
    if left and asked in (None, left):
        return
    confirmed = [each for each in run_changes.of_run(tx, run.id) if each.deed in (Change.CONFIRMED, Change.BY_HAND)]
    who = by(tx, me, confirmed[-1].by if confirmed else None)
    raise TakenMeanwhile("match-all-other", left=left, **who)


def require_free(tx: Transaction, me: Speaker, run: Run, pair: Pair) -> None:
    """Raise TakenMeanwhile when the mentee of a drafted pair has a mentor already, and say by whose word."""
    live = matches.live(tx, run.programme_id, run.form)
    if (there := next((each for each in live if each.mentee_id == pair.mentee), None)) is not None:
        raise taken(tx, me, there, pair.mentor)


def require_unpinned(tx: Transaction, me: Speaker, programme_id: int, form: str, *, mentee: int, mentor: int) -> None:
    """Raise TakenMeanwhile when somebody is kept with another mentor of the form: both pins cannot be."""
    for other in wishes.pins_of(tx, programme_id, form, mentee):
        if other.mentor != mentor:
            name = shown(people.get(tx, other.mentor), me)
            raise TakenMeanwhile("match-pinned-other", mentor=name, **by(tx, me, other.by))


def by_whom_banned(tx: Transaction, me: Speaker, programme_id: int, mentee: int, mentor: int) -> dict[str, Any]:
    """Who does not want these two persons brought together."""
    ban = wishes.find(tx, programme_id, Wish.BAN, mentee=mentee, mentor=mentor)
    return by(tx, me, ban.by if ban else None)


def taken(tx: Transaction, me: Speaker, member: Member, mentor_id: int) -> TakenMeanwhile:
    """The mentee has a mentor already: this very one, or another; and who has decided so."""
    reason = "match-confirmed-already" if member.mentor_id == mentor_id else "match-has-mentor-by"
    who = tx.value("SELECT confirmed_by FROM matches WHERE id = :id", id=member.match_id)
    return TakenMeanwhile(reason, **by(tx, me, who))


def by(tx: Transaction, me: Speaker, person_id: int | None) -> dict[str, Any]:
    """Who it was, for words: oneself, another curator by name, or nobody known."""
    if person_id is None:
        return {"by": "nobody", "who": ""}
    if person_id == me.person_id:
        return {"by": "me", "who": ""}
    return {"by": "other", "who": shown(people.get(tx, person_id), me)}
