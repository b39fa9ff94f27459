"""Drafts of pairs as they were computed: what went in as a fingerprint, what came out by ids, so that an order can be traced."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

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


@dataclass(frozen=True, slots=True)
class Run:
    """One computation for one mentoring form. Its digest follows what was confirmed out of it."""

    id: int
    programme_id: int
    form: str
    draft: Draft


def keep(tx: Transaction, programme_id: int, form: str, draft: Draft, by: int | None) -> int:
    """Write a draft down and return its id."""
    return tx.insert(
        "runs",
        programme_id=programme_id,
        form=form,
        digest=draft.digest,
        result=json.dumps(_written(draft), separators=(",", ":")),
        made_by=by,
        made_at=tx.now,
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


def follow(tx: Transaction, run_id: int, digest: str) -> None:
    """The data changed only by what was confirmed out of this very draft: it still fits them."""
    tx.run("UPDATE runs SET digest = :digest WHERE id = :id", digest=digest, id=run_id)


def _run(row: Row) -> Run:
    return Run(row["id"], row["programme_id"], row["form"], _read(json.loads(row["result"]), row["digest"]))


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
            )
            for mentee, mentor, reasons, weakness, pinned, points in result["pairs"]
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
