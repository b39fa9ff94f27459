"""The consent texts as they were released: each version is a file of its own, its hash is written down beside it."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import date
from functools import cache
from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable

from mentoring.consents import Capacity, Purpose
from mentoring.editions import Edition

Editions = Mapping[tuple[Purpose, Capacity], Edition]


@cache
def every_edition() -> Editions:
    """The edition in force of each purpose's text for each capacity: the last one in `consents/released.csv`.

    Raises ValueError when a released text was changed: what people agreed to could not be proven any more.
    """
    found: dict[tuple[Purpose, Capacity], Edition] = {}
    lines = _folder("ru").joinpath("released.csv").read_text("utf-8").splitlines()
    for line in csv.DictReader(lines):
        purpose, capacity = Purpose(line["purpose"]), Capacity(line["capacity"])
        released = _folder("ru").joinpath(_file(purpose, capacity, line["version"])).read_text("utf-8")
        digest = sha256(released.encode()).hexdigest()
        if digest != line["sha256"]:
            raise ValueError(
                f"the released consent {purpose} {capacity} {line['version']} was changed: release a new one"
            )
        found[purpose, capacity] = Edition(line["version"], date.fromisoformat(line["released"]), digest)
    return found


@cache
def editions() -> Mapping[Capacity, Edition]:
    """The editions in force of the consent to take part, by capacity."""
    return {
        capacity: edition
        for (purpose, capacity), edition in every_edition().items()
        if purpose is Purpose.PARTICIPATION
    }


def text(
    capacity: Capacity,
    version: str,
    language: str,
    *,
    purpose: Purpose = Purpose.PARTICIPATION,
    operator: str,
    until: str,
    details: str = "",
    addresses: str = "",
    partners: str = "",
    terms: str = "",
) -> str:
    """The whole text, its blanks filled; in another language than Russian it is a reading aid."""
    body = _folder(language).joinpath(_file(purpose, capacity, version)).read_text("utf-8")
    blanks = {
        "operator": operator,
        "until": until,
        "details": details,
        "addresses": addresses,
        "partners": partners,
        "terms": terms,
    }
    for name, value in blanks.items():
        body = body.replace(f"{{{name}}}", value)
    return body.strip()


def _file(purpose: Purpose, capacity: Capacity, version: str) -> str:
    return f"{purpose}-{capacity}-{version}.txt"


def _folder(language: str) -> Traversable:
    return resources.files("locales").joinpath(language, "consents")
