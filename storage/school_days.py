"""The holidays a school has put in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mentoring.school_days import Break, Holiday, SchoolDays
from mentoring.settings import Settings
from storage.database import Row, Transaction
from storage.moments import to_date

_MOST = 40  # of the days ahead: more than a school has in a year


@dataclass(frozen=True, slots=True)
class Kept:
    """Holidays with their id."""

    id: int
    holiday: Holiday


def add(tx: Transaction, school_id: int, holiday: Holiday) -> int:
    """Put holidays in; raises IntegrityError when some begin on that day already."""
    return tx.insert(
        "holidays", school_id=school_id, first_on=holiday.first, last_on=holiday.last, kind=str(holiday.kind)
    )


def remove(tx: Transaction, school_id: int, holiday_id: int) -> bool:
    """Take holidays out; False when they are not the school's."""
    return bool(tx.run("DELETE FROM holidays WHERE id = :id AND school_id = :school", id=holiday_id, school=school_id))


def since(tx: Transaction, school_id: int, day: date) -> list[Kept]:
    """Holidays not over on a day, in order."""
    return [
        Kept(row["id"], _holiday(row))
        for row in tx.all(
            "SELECT * FROM holidays WHERE school_id = :school AND last_on >= :day ORDER BY first_on LIMIT :most",
            school=school_id,
            day=day,
            most=_MOST,
        )
    ]


def calendar(tx: Transaction, school_id: int, settings: Settings, moment: datetime | None = None) -> SchoolDays:
    """The school's calendar from the day before a moment (now) on, in one query."""
    from_day = (moment or tx.now).astimezone(settings.zone).date() - timedelta(days=1)
    return SchoolDays(settings.school_week, tuple(each.holiday for each in since(tx, school_id, from_day)))


def _holiday(row: Row) -> Holiday:
    return Holiday(to_date(row["first_on"]), to_date(row["last_on"]), Break(row["kind"]))
