"""Mentees without a pair: one open case each, opened and closed by what happens to their pairs, the longest waiting first."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from mentoring.cases import Care, Outcome, Step
from mentoring.matching_outcome import Cause, Draft, Params, Remedy, Said, Unpaired
from mentoring.refusal import NotYours
from storage import journal
from storage.asks import AGREED
from storage.database import Row, Transaction
from storage.moments import maybe_date, maybe_time, to_time
from storage.roster import Frame

SINCE = (
    "coalesce((SELECT max(e.ended_at) FROM members e WHERE e.mentee_id = q.id AND e.state = 'ended'), "
    "q.entered_at, q.applied_at, q.joined_at)"
)
"""Since when the mentee `q` waits: the end of the pair before, else the entry questionnaire."""

_MOMENT = timedelta(minutes=1)
_PAIRED = "EXISTS (SELECT 1 FROM members m WHERE m.mentee_id = q.id AND m.state IN ('accepted', 'active', 'frozen'))"
_NOBODY = "NOT EXISTS (SELECT 1 FROM members l WHERE l.mentee_id = q.id AND l.live = 1)"
_GONE = (
    "(q.left_at IS NOT NULL OR EXISTS (SELECT 1 FROM persons p WHERE p.id = q.person_id "
    "AND (p.removed_at IS NOT NULL OR p.withdrawn_at IS NOT NULL)))"
)
_RESTS = "q.resting_from IS NOT NULL"
_FELL = "EXISTS (SELECT 1 FROM members f WHERE f.mentee_id = q.id AND f.live = 0)"
_CASES = (
    f"SELECT c.*, q.person_id, q.form, g.school_id, {SINCE} AS since FROM cases c "
    "JOIN participations q ON q.id = c.participation_id JOIN programmes g ON g.id = c.programme_id "
)
_CARED = (
    f"c.programme_id = :programme AND c.carer_id = :carer AND c.closed_at IS NULL AND p.removed_at IS NULL AND {AGREED}"
)
_OPEN = "c.programme_id = :programme AND c.closed_at IS NULL AND (:form = '' OR q.form = :form)"


@dataclass(frozen=True, slots=True)
class Case:
    """One mentee without a pair. `found`: what the newest draft said; `proposed`: it has somebody for them."""

    id: int
    school_id: int
    programme_id: int
    participation: int
    person: int
    form: str
    since: datetime
    found: Unpaired | None
    proposed: bool
    carer: int | None
    care: Care | None
    next_try_on: date | None
    closed_at: datetime | None
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class Done:
    """One step: what, by whom (None: the bot), about whom, in whose words."""

    kind: Step
    about: int | None
    words: str
    by: int | None
    at: datetime


def settle(tx: Transaction, *, programme: int = 0, participation: int = 0) -> None:
    """Close the cases of those who have a pair or left; open those of whoever's pair is over.

    Of a programme, or of one participation: after every change of a pair, and at night.
    """
    values = {"programme": programme, "participation": participation}
    these = "(q.programme_id = :programme OR q.id = :participation)"
    for outcome, why in ((Outcome.PAIRED, _PAIRED), (Outcome.LEFT, _GONE), (Outcome.NOT_WANTED, _RESTS)):
        rows = tx.all(
            "SELECT c.id FROM cases c JOIN participations q ON q.id = c.participation_id "
            f"WHERE c.closed_at IS NULL AND {these} AND {why}",
            **values,
        )
        for row in rows:
            close(tx, row["id"], outcome, by=None)
    _open(tx, f"{these} AND {_FELL}", **values)


def after_draft(tx: Transaction, programme: int, form: str, draft: Draft) -> None:
    """A draft was kept: whoever of the form has no pair in it has a case, and each open case knows the newest cause."""
    proposed = {each.mentee for each in draft.pairs}
    ids = ",".join(str(int(each)) for each in sorted(proposed)) or "0"
    _open(tx, f"q.programme_id = :programme AND q.form = :form AND q.id NOT IN ({ids})", programme=programme, form=form)
    found = {each.mentee: _written(each) for each in draft.unpaired}
    found |= dict.fromkeys(proposed, json.dumps({"proposed": True}))
    changed = [
        {"id": row["id"], "why": found.get(row["participation_id"], "")}
        for row in tx.all(f"{_CASES} WHERE {_OPEN}", programme=programme, form=form)
        if row["why"] != found.get(row["participation_id"], "")
    ]
    tx.run_many("UPDATE cases SET why = :why WHERE id = :id", changed)


def _open(tx: Transaction, condition: str, **values: Any) -> None:
    rows = tx.all(
        "SELECT q.id, q.programme_id, g.school_id FROM participations q JOIN programmes g ON g.id = q.programme_id "
        f"WHERE g.closed_at IS NULL AND q.side = 'mentee' AND {condition} AND {_NOBODY} AND NOT {_GONE} AND NOT {_RESTS} "
        "AND NOT EXISTS (SELECT 1 FROM cases c WHERE c.participation_id = q.id AND c.closed_at IS NULL)",
        **values,
    )
    for row in rows:
        case = tx.insert("cases", programme_id=row["programme_id"], participation_id=row["id"], opened_at=tx.now)
        journal.note(tx, "case-opened", "case", case, school=row["school_id"], by=None)


def close(tx: Transaction, case_id: int, outcome: Outcome, by: int | None) -> bool:
    """Close a case, and what was still asked of mentors for it; False when it is closed already."""
    closed = tx.run(
        "UPDATE cases SET closed_at = :now, outcome = :outcome WHERE id = :id AND closed_at IS NULL",
        now=tx.now,
        outcome=outcome,
        id=case_id,
    )
    if closed:
        tx.run("UPDATE place_asks SET answer = 'over' WHERE case_id = :id AND answer IS NULL", id=case_id)
        case = get(tx, case_id)
        journal.note(tx, "case-closed", "case", case_id, school=case.school_id, by=by, details=outcome)
    return bool(closed)


def get(tx: Transaction, case_id: int) -> Case:
    """The case. Raises NotYours for an unknown id."""
    row = tx.one(f"{_CASES} WHERE c.id = :id", id=case_id)
    if row is None:
        raise NotYours
    return _case(row)


def page(tx: Transaction, programme: int, form: str, at: int, limit: int) -> list[Case]:
    """Open cases of a programme, or of one form of it, the longest waiting first."""
    rows = tx.all(
        f"{_CASES} WHERE {_OPEN} ORDER BY since, c.id LIMIT :limit OFFSET :at",
        programme=programme,
        form=form,
        limit=limit,
        at=at,
    )
    return [_case(row) for row in rows]


def counts(tx: Transaction, programme: int) -> dict[str, int]:
    """How many open cases each form has."""
    rows = tx.all(
        "SELECT q.form, count(*) AS cases FROM cases c JOIN participations q ON q.id = c.participation_id "
        "WHERE c.programme_id = :programme AND c.closed_at IS NULL GROUP BY q.form ORDER BY q.form",
        programme=programme,
    )
    return {row["form"]: row["cases"] for row in rows}


def of_carer(tx: Transaction, frame: Frame, carer: int, at: int, limit: int) -> list[Case]:
    """A page of the open cases somebody looks after, of those whose consent is complete."""
    rows = tx.all(
        f"{_CASES} JOIN persons p ON p.id = q.person_id WHERE {_CARED} ORDER BY since, c.id LIMIT :limit OFFSET :at",
        carer=carer,
        limit=limit,
        at=at,
        **frame.values(),
    )
    return [_case(row) for row in rows]


def cared_for(tx: Transaction, frame: Frame, carer: int) -> int:
    """How many those are."""
    return int(
        tx.value(
            "SELECT count(*) FROM cases c JOIN participations q ON q.id = c.participation_id "
            f"JOIN persons p ON p.id = q.person_id WHERE {_CARED}",
            carer=carer,
            **frame.values(),
        )
    )


def open_of(tx: Transaction, participation: int) -> Case | None:
    """The open case of a participation."""
    row = tx.one(f"{_CASES} WHERE c.participation_id = :id AND c.closed_at IS NULL", id=participation)
    return None if row is None else _case(row)


def give(tx: Transaction, case_id: int, carer: int, care: Care) -> None:
    """Somebody looks after it from now on, asked for this."""
    tx.run("UPDATE cases SET carer_id = :carer, care = :care WHERE id = :id", carer=carer, care=care, id=case_id)


def plan(tx: Transaction, case_id: int, day: date | None) -> None:
    """The next try is on this day, or on none."""
    tx.run("UPDATE cases SET next_try_on = :day WHERE id = :id", day=day, id=case_id)


def step(tx: Transaction, case: Case, kind: Step, by: int | None, *, about: int | None = None, words: str = "") -> int:
    """Write down what was done; returns its id. It is journalled too, without the words."""
    journal.note(tx, "case-step", "case", case.id, school=case.school_id, by=by, details=kind)
    return tx.insert("case_steps", case_id=case.id, kind=kind, about_id=about, words=words, by_id=by, at=tx.now)


def just_noted(tx: Transaction, case: Case, kind: Step, by: int | None) -> bool:
    """Whether the same was noted by the same person a moment ago: a second tap says nothing new."""
    since = tx.now - _MOMENT
    query = "SELECT 1 FROM case_steps WHERE case_id = :case AND kind = :kind AND by_id IS :by AND at > :since"
    return tx.value(query, case=case.id, kind=kind, by=by, since=since) is not None


def steps(tx: Transaction, participation: int, limit: int) -> list[Done]:
    """What has been done about this mentee's cases, the newest first."""
    rows = tx.all(
        "SELECT s.* FROM case_steps s JOIN cases c ON c.id = s.case_id WHERE c.participation_id = :id "
        "ORDER BY s.id DESC LIMIT :limit",
        id=participation,
        limit=limit,
    )
    return [Done(Step(row["kind"]), row["about_id"], row["words"], row["by_id"], to_time(row["at"])) for row in rows]


def drafted_at(tx: Transaction, school_id: int, form: str) -> datetime | None:
    """When the newest draft of a form of the school's open programme was made; of any form where none is named."""
    return maybe_time(
        tx.value(
            "SELECT max(r.made_at) FROM runs r JOIN programmes g ON g.id = r.programme_id "
            "WHERE g.school_id = :school AND g.closed_at IS NULL AND (:form = '' OR r.form = :form)",
            school=school_id,
            form=form,
        )
    )


def nudges(tx: Transaction, case: Case, limit: int) -> list[datetime]:
    """When the mentee was reminded of what is missing since they wait, the newest first."""
    rows = tx.all(
        "SELECT at FROM journal WHERE subject = 'person' AND subject_id = :person AND deed = 'nudged' AND at >= :since "
        "ORDER BY id DESC LIMIT :limit",
        person=case.person,
        since=case.since,
        limit=limit,
    )
    return [to_time(row["at"]) for row in rows]


def follow(tx: Transaction, mine: int, theirs: int) -> None:
    """Two participations become one: the kept one's open case stays, with what was done about the other's."""
    ids = {"mine": mine, "theirs": theirs}
    kept = tx.value("SELECT id FROM cases WHERE participation_id = :mine AND closed_at IS NULL", mine=mine)
    gone = tx.value("SELECT id FROM cases WHERE participation_id = :theirs AND closed_at IS NULL", theirs=theirs)
    if kept and gone:
        both = {"kept": kept, "gone": gone}
        tx.run("UPDATE case_steps SET case_id = :kept WHERE case_id = :gone", **both)
        tx.run(
            "UPDATE place_asks SET case_id = :kept WHERE case_id = :gone "
            "AND mentor_id NOT IN (SELECT mentor_id FROM place_asks WHERE case_id = :kept)",
            **both,
        )
        tx.run("DELETE FROM place_asks WHERE case_id = :gone", gone=gone)
        tx.run("DELETE FROM cases WHERE id = :gone", gone=gone)
    tx.run("UPDATE cases SET participation_id = :mine WHERE participation_id = :theirs", **ids)
    tx.run(
        "UPDATE place_asks AS o SET mentor_id = :mine WHERE mentor_id = :theirs AND NOT EXISTS (SELECT 1 "
        "FROM place_asks k WHERE k.mentor_id = :mine AND (k.case_id = o.case_id OR (k.answer IS NULL AND o.answer IS NULL)))",
        **ids,
    )
    tx.run("DELETE FROM place_asks WHERE mentor_id = :theirs", theirs=theirs)


def ids_of(cases: Iterable[Case]) -> set[int]:
    """The participations that causes and remedies of these cases name."""
    found: set[int] = set()
    for case in cases:
        if case.found is not None:
            found |= {*mentors_of(case.found)}
    return found


def mentors_of(found: Unpaired) -> list[int]:
    """The mentors a cause and its remedy name, the remedy's first."""
    named = found.cause.params.get("mentors", ())
    ids = [each for each in named if isinstance(each, int)] if isinstance(named, tuple) else []
    first = [found.remedy.mentor] if found.remedy else []
    return [*dict.fromkeys([*first, *ids])]


def _case(row: Row) -> Case:
    proposed, found = _read(row["participation_id"], row["why"])
    return Case(
        id=row["id"],
        school_id=row["school_id"],
        programme_id=row["programme_id"],
        participation=row["participation_id"],
        person=row["person_id"],
        form=row["form"],
        since=to_time(row["since"]),
        found=found,
        proposed=proposed,
        carer=row["carer_id"],
        care=Care(row["care"]) if row["care"] else None,
        next_try_on=maybe_date(row["next_try_on"]),
        closed_at=maybe_time(row["closed_at"]),
        outcome=Outcome(row["outcome"]) if row["outcome"] else None,
    )


def _written(found: Unpaired) -> str:
    remedy = found.remedy
    help_ = [remedy.lift, remedy.mentor, dict(remedy.params)] if remedy else None
    return json.dumps({"cause": [found.cause.kind, dict(found.cause.params)], "remedy": help_}, separators=(",", ":"))


def _read(participation: int, why: str) -> tuple[bool, Unpaired | None]:
    told = json.loads(why) if why else {}
    if "cause" not in told:
        return bool(told.get("proposed")), None
    kind, params = told["cause"]
    remedy = told["remedy"]
    lifted = Remedy(Cause(remedy[0]), remedy[1], _params(remedy[2])) if remedy else None
    return False, Unpaired(participation, Said(Cause(kind), _params(params)), lifted)


def _params(written: dict[str, Any]) -> Params:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in written.items()}
