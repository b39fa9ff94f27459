"""Says what another curator has done while somebody was looking: nothing of theirs is overwritten, nothing happens unseen."""

from __future__ import annotations

from typing import Any

from mentoring.naming import shown
from mentoring.people import Speaker
from mentoring.refusal import TakenMeanwhile
from services.matching_here import superseded
from storage import people, run_changes, runs
from storage.database import Transaction
from storage.matches import Member
from storage.runs import Run


def require_newest(tx: Transaction, me: Speaker, run: Run, mentee_id: int | None = None) -> None:
    """Raise TakenMeanwhile when a newer draft of the form has come: by whom, and what was decided about this mentee."""
    if not superseded(tx, run):
        return
    decided = None
    if mentee_id is not None:
        decided = run_changes.last_about(tx, run.programme_id, run.form, mentee_id)
    if decided is not None and decided.run_id >= run.id and decided.at >= run.made_at:
        raise TakenMeanwhile("match-draft-newer", deed=str(decided.deed), **by(tx, me, decided.by))
    newest = runs.last(tx, run.programme_id, run.form)
    deed = "rules" if newest is not None and newest.rules != run.rules else "redone"
    raise TakenMeanwhile("match-draft-newer", deed=deed, **by(tx, me, newest.made_by if newest else None))


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
