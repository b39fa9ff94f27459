"""One page of a list that has `p` for its people, found by the person at its edge: page 200 costs what page 1 does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from storage.database import Row, Transaction
from storage.roster import Go

BY_CLASS = ("coalesce(p.class_level, 0)", "p.class_letter", "p.sought", "p.id")
BY_CODE = ("p.code", "p.id")


@dataclass(frozen=True, slots=True)
class Page:
    """The rows of one page, and whether there is more before and after."""

    rows: tuple[Row, ...]
    before: bool
    after: bool


def page(
    tx: Transaction,
    wanted: str,
    values: Mapping[str, Any],
    order: tuple[str, ...],
    go: Go,
    key: int,
    size: int,
) -> Page:
    """One page of `wanted`, a SELECT with `p` in it that ends with its conditions; `key` 0 is the beginning.

    Near either end the page is moved so that it is whole. A key that is gone, or another school's, is the beginning.
    """
    edge = _edge(tx, values, order, key)
    if edge is None:
        rows = _rows(tx, wanted, values, order, size + 1)
        return Page(tuple(rows[:size]), before=False, after=len(rows) > size)
    found = {**values, **{f"edge_{at}": value for at, value in enumerate(edge)}}
    sign = {Go.ON: ">", Go.BACK: "<", Go.AT: ">="}[go]
    rows = _rows(tx, f"{wanted} {_bound(order, sign)}", found, order, size + 1, back=go is Go.BACK)
    if len(rows) > size:
        rows = rows[:size]
        return Page(
            tuple(reversed(rows) if go is Go.BACK else rows), before=_before(tx, wanted, found, order, go), after=True
        )
    if go is Go.BACK:
        return page(tx, wanted, values, order, go, 0, size)
    last = _rows(tx, wanted, values, order, size + 1, back=True)
    return Page(tuple(reversed(last[:size])), before=len(last) > size, after=False)


def _edge(tx: Transaction, values: Mapping[str, Any], order: tuple[str, ...], key: int) -> Row | None:
    columns = ", ".join(order)
    return tx.one(
        f"SELECT {columns} FROM persons p WHERE p.id = :key AND p.school_id = :school", key=key, school=values["school"]
    )


def _bound(order: tuple[str, ...], sign: str) -> str:
    return f"AND ({', '.join(order)}) {sign} ({', '.join(f':edge_{at}' for at in range(len(order)))})"


def _before(tx: Transaction, wanted: str, found: Mapping[str, Any], order: tuple[str, ...], go: Go) -> bool:
    """Whether somebody stands before a page: whoever is the key of one that goes on; asked for where it begins with it."""
    return go is not Go.AT or bool(_rows(tx, f"{wanted} {_bound(order, '<')}", found, order, 1, back=True))


def _rows(
    tx: Transaction, wanted: str, values: Mapping[str, Any], order: tuple[str, ...], most: int, *, back: bool = False
) -> list[Row]:
    direction = " DESC" if back else ""
    ordered = ", ".join(each + direction for each in order)
    return tx.all(f"{wanted} ORDER BY {ordered} LIMIT :most", **values, most=most)
