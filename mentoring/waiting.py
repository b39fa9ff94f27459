"""Since when something of a participant is missing: the day it could have been given first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from mentoring.consents import Capacity, Consent, Purpose, Way
from mentoring.standing import Lack, Standing


def waiting_since(lack: Lack, standing: Standing, consents: Iterable[Consent]) -> datetime:
    """The moment from which this is awaited: the step before it, else the day the person joined."""
    part = standing.participation
    consents = [each for each in consents if each.purpose is Purpose.PARTICIPATION]
    match lack:
        case Lack.WITHDRAWN:
            since = standing.person.withdrawn_at
        case Lack.DECLINED:
            since = max((each.given_at for each in consents if not each.agreed), default=None)
        case Lack.GUARDIAN:
            since = _agreed(consents, Capacity.ASSENT)
        case Lack.PAPER:
            since = _agreed(consents, Capacity.GUARDIAN, Way.TAP)
        case Lack.APPLICATION:
            since = max((each.given_at for each in consents if each.agreed), default=None)
        case Lack.UNCONFIRMED:
            since = _agreed(consents, Capacity.GUARDIAN)
        case Lack.FORM | Lack.TRANSFER | Lack.ENTRY:
            since = part.applied_at
        case _:
            since = None
    return since or part.joined_at


def _agreed(consents: Iterable[Consent], capacity: Capacity, way: Way | None = None) -> datetime | None:
    moments = (
        each.given_at for each in consents if each.agreed and each.capacity is capacity and way in (None, each.way)
    )
    return max(moments, default=None)
