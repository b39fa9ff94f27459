"""The free hours of a week, as people tick them: a day and a part of the day (``mon_1`` … ``sun_3``)."""

from collections.abc import Iterable

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def in_order(slots: Iterable[str]) -> tuple[str, ...]:
    """The slots as a week goes, Monday first; names of no known day come last, by the alphabet."""
    return tuple(sorted(slots, key=_place_in_week))


def common(one: Iterable[str], other: Iterable[str]) -> tuple[str, ...]:
    """The slots both have, as a week goes."""
    return in_order(frozenset(one) & frozenset(other))


def _place_in_week(slot: str) -> tuple[int, str]:
    day, _, part = slot.partition("_")
    return (DAYS.index(day) if day in DAYS else len(DAYS), part.zfill(3))
