"""Drafts of pairs as they were computed: what went in as a fingerprint, what came out by ids, so that an order can be traced."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from mentoring.matching_changes import Changed, Why
from mentoring.matching_criteria import DEFAULT, Rules, read
from mentoring.matching_outcome import (
    BrokenPin,
    Cause,
    Draft,
    FreeMentor,
    Pair,
    Params,
    Reason,
    Remedy,
    Said,
    Unpaired,
    Weakness,
)
from mentoring.refusal import NotYours
from storage.database import Row, Transaction
from storage.moments import to_time

Numbers = tuple[tuple[int, int], ...]
"""Pairs and strong pairs at every position of the knob."""


@dataclass(frozen=True, slots=True)
class Run:
    """One computation for one mentoring form: what was chosen then, whose pairs it kept to, what it changed in them.

    `draft.digest` is of the data it was computed from, `fits` of the data after what was confirmed out of it.
    """

    id: int
    programme_id: int
    form: str
    draft: Draft
    fits: str
    rules: Rules
    kept_from: int | None
    numbers: Numbers
    numbers_of: str  # digest of the data they were counted on, whatever the knob
    changes: tuple[Changed, ...]
    made_by: int | None
    made_at: datetime


def keep(
    tx: Transaction,
    programme_id: int,
    form: str,
    draft: Draft,
    by: int | None,
    *,
    rules: Rules = DEFAULT,
    kept_from: int | None = None,
    changes: Iterable[Changed] = (),
) -> int:
    """Write a draft down and return its id."""
    return tx.insert(
        "runs",
        programme_id=programme_id,
        form=form,
        digest=draft.digest,
        result=json.dumps(_written(draft), separators=(",", ":")),
        made_by=by,
        made_at=tx.now,
        rules=rules.written(),
        kept_from=kept_from,
        changes=json.dumps([_changed(each) for each in changes], separators=(",", ":")),
    )


def get(tx: Transaction, run_id: int) -> Run:
    """The draft of this id. Raises NotYours for an unknown one."""
    row = tx.one("SELECT * FROM runs WHERE id = :id", id=run_id)
    if row is None:
        raise NotYours
    return _run(row)


def last(tx: Transaction, programme_id: int, form: str) -> Run | None:
    """The newest draft of a form."""
    row = tx.one(
        "SELECT * FROM runs WHERE programme_id = :programme AND form = :form ORDER BY id DESC LIMIT 1",
        programme=programme_id,
        form=form,
    )
    return None if row is None else _run(row)


def newest(tx: Transaction, programme_id: int, form: str) -> int | None:
    """The id of the newest draft of a form."""
    found = tx.value(
        "SELECT max(id) FROM runs WHERE programme_id = :programme AND form = :form", programme=programme_id, form=form
    )
    return None if found is None else int(found)


def follow(tx: Transaction, run_id: int, digest: str) -> None:
    """The data changed only by what was confirmed out of this very draft: it still fits them."""
    tx.run("UPDATE runs SET fits = :digest WHERE id = :id", digest=digest, id=run_id)


def of_matches(tx: Transaction, match_ids: Iterable[int]) -> dict[int, tuple[int, datetime, str]]:
    """The drafts these matches came from, by match: number, moment, fingerprint; those made by hand have none."""
    ids = ", ".join(str(int(each)) for each in match_ids)
    rows = tx.all(
        "SELECT m.id, r.id AS run, r.made_at, r.digest FROM matches m JOIN runs r ON r.id = m.run_id "
        f"WHERE m.id IN ({ids})"
    )
    return {row["id"]: (row["run"], to_time(row["made_at"]), row["digest"]) for row in rows}


def count(tx: Transaction, run_id: int, of: str, numbers: Numbers) -> None:
    """Write down what every position of the knob would give, on data of this digest."""
    tx.run(
        "UPDATE runs SET numbers = :numbers WHERE id = :id",
        numbers=json.dumps([of, numbers], separators=(",", ":")),
        id=run_id,
    )


def _run(row: Row) -> Run:
    numbers_of, numbers = json.loads(row["numbers"] or '["", []]')
    return Run(
        id=row["id"],
        programme_id=row["programme_id"],
        form=row["form"],
        draft=_draft(row["result"], row["digest"]),
        fits=row["fits"] or row["digest"],
        rules=read(row["rules"]),
        kept_from=row["kept_from"],
        numbers=tuple((pairs, strong) for pairs, strong in numbers),
        numbers_of=numbers_of,
        changes=tuple(_read_changed(each) for each in json.loads(row["changes"] or "[]")),
        made_by=row["made_by"],
        made_at=to_time(row["made_at"]),
    )


@lru_cache(maxsize=4)  # a draft of a big school is read at every tap on it; it is never changed
def _draft(result: str, digest: str) -> Draft:
    return _read(json.loads(result), digest)


def _changed(each: Changed) -> list[Any]:
    return [each.mentee, each.before, each.now, each.why, dict(each.params)]


def _read_changed(written: list[Any]) -> Changed:
    mentee, before, now, why, params = written
    return Changed(mentee, before, now, Why(why), _params(params))


def _written(draft: Draft) -> dict[str, Any]:
    return {
        "pairs": [
            [
                each.mentee,
                each.mentor,
                [_told(said) for said in each.reasons],
                _told(each.weakness) if each.weakness else None,
                each.pinned,
                each.points,
                each.strong,
            ]
            for each in draft.pairs
        ],
        "unpaired": [
            [
                each.mentee,
                _told(each.cause),
                [each.remedy.lift, each.remedy.mentor, dict(each.remedy.params)] if each.remedy else None,
            ]
            for each in draft.unpaired
        ],
        "free": [[each.mentor, each.places] for each in draft.free_mentors],
        "broken": [[each.mentee, each.mentor, _told(each.cause)] for each in draft.broken_pins],
        "proven": draft.proven,
    }


def _told(said: Said[Reason] | Said[Weakness] | Said[Cause]) -> list[Any]:
    return [said.kind, dict(said.params)]


def _read(result: Mapping[str, Any], digest: str) -> Draft:
    return Draft(
        pairs=tuple(
            Pair(
                mentee,
                mentor,
                tuple(Said(Reason(kind), _params(params)) for kind, params in reasons),
                Said(Weakness(weakness[0]), _params(weakness[1])) if weakness else None,
                pinned,
                points,
                *strong,  # not in drafts of earlier releases, which knew no strong pairs
            )
            for mentee, mentor, reasons, weakness, pinned, points, *strong in result["pairs"]
        ),
        unpaired=tuple(
            Unpaired(
                mentee,
                Said(Cause(cause[0]), _params(cause[1])),
                Remedy(Cause(remedy[0]), remedy[1], _params(remedy[2])) if remedy else None,
            )
            for mentee, cause, remedy in result["unpaired"]
        ),
        free_mentors=tuple(FreeMentor(mentor, places) for mentor, places in result["free"]),
        broken_pins=tuple(
            BrokenPin(mentee, mentor, Said(Cause(cause[0]), _params(cause[1])))
            for mentee, mentor, cause in result["broken"]
        ),
        proven=result["proven"],
        digest=digest,
    )


def _params(written: Mapping[str, Any]) -> Params:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in written.items()}
