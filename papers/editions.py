"""Editions of the blank consents: the version printed on them, and the hash of the template they were printed from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from hashlib import sha256

from mentoring.consents import Capacity
from mentoring.editions import Edition
from papers.consent import Signer
from papers.word_template import shipped_template

_SIGNERS = {Capacity.SELF: Signer.ADULT, Capacity.ASSENT: Signer.MINOR, Capacity.GUARDIAN: Signer.GUARDIAN}
_VERSION, _RELEASED = "1", date(2026, 11, 22)


@cache
def blank_editions() -> Mapping[Capacity, Edition]:
    """The edition of each blank by who it is signed as."""
    return {
        capacity: Edition(_VERSION, _RELEASED, sha256(shipped_template(signer.template)).hexdigest())
        for capacity, signer in _SIGNERS.items()
    }
