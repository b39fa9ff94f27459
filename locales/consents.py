"""The consent texts as they were released: each version is a file of its own, its hash is written down beside it."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import date
from functools import cache
from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable

from mentoring.consents import Capacity
from mentoring.editions import Edition


@cache
def editions() -> Mapping[Capacity, Edition]:
    """The edition in force of each capacity's text: the last one in `consents/released.csv`.

    Raises ValueError when a released text was changed: what people agreed to could not be proven any more.
    """
    found: dict[Capacity, Edition] = {}
    lines = _folder("ru").joinpath("released.csv").read_text("utf-8").splitlines()
    for line in csv.DictReader(lines):
        capacity = Capacity(line["capacity"])
        text = _folder("ru").joinpath(_file(capacity, line["version"])).read_text("utf-8")
        digest = sha256(text.encode()).hexdigest()
        if digest != line["sha256"]:
            raise ValueError(f"the released consent {capacity} {line['version']} was changed: release a new version")
        found[capacity] = Edition(line["version"], date.fromisoformat(line["released"]), digest)
    return found


def text(capacity: Capacity, version: str, language: str, *, operator: str, until: str) -> str:
    """The whole text, its blanks filled; in another language than Russian it is a reading aid."""
    body = _folder(language).joinpath(_file(capacity, version)).read_text("utf-8")
    return body.replace("{operator}", operator).replace("{until}", until).strip()


def _file(capacity: Capacity, version: str) -> str:
    return f"participation-{capacity}-{version}.txt"


def _folder(language: str) -> Traversable:
    return resources.files("locales").joinpath(language, "consents")
