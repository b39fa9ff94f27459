"""Birthdays that change who must agree: fourteen and eighteen; the nightly list finds them, whoever they are asks nobody.

The eve's consents hold for `consents.GRACE_DAYS` after the birthday (§ 6.3), so the work goes on while the own answer is
asked for; then it is missing.
"""

from __future__ import annotations

from datetime import date, timedelta

from mentoring.consents import GRACE_DAYS, Capacity
from mentoring.people import ADULT_AT, ASSENTS_AT, Person, age_on
from services.notices import Notice, Values
from storage import notices, people, schools, standing
from storage.database import Transaction

_KINDS = {ASSENTS_AT: "come-of-fourteen", ADULT_AT: "come-of-age"}
_OWN = {ASSENTS_AT: Capacity.ASSENT, ADULT_AT: Capacity.SELF}


def nightly(tx: Transaction, school_id: int) -> None:
    """Ask everyone who has come of an age within the days of grace for their own answer; each once."""
    today = tx.now.astimezone(schools.settings(tx, school_id).zone).date()
    for age, kind in _KINDS.items():
        for person in _come_of(tx, school_id, age, today):
            notices.write(tx, kind, school=school_id, person=person.id, about=person.id)


def birthday(born: date, age: int) -> date:
    """The day on which somebody is so old; whoever was born on 29 February comes of it on 1 March in other years."""
    year = born.year + age
    leap = (born.month, born.day) == (2, 29) and not _has_leap_day(year)
    return date(year, 3, 1) if leap else born.replace(year=year)


def still_fourteen(tx: Transaction, notice: Notice) -> Values | None:
    """Fourteen has come: an own assent is asked for, unless it is there or they left."""
    person = people.get(tx, notice.about)
    if person.birth_date is None or person.withdrawn_at is not None or not standing.of_person(tx, person.id):
        return None
    if _answered(tx, person, ASSENTS_AT):
        return None
    until = birthday(person.birth_date, ASSENTS_AT) + timedelta(days=GRACE_DAYS)
    return {"date": f"{until:%d.%m.%Y}"}


def _come_of(tx: Transaction, school_id: int, age: int, today: date) -> list[Person]:
    """Whoever came of an age lately, by the index of birth dates; a month and a day more, so that a stop misses nobody."""
    rows = tx.all(
        "SELECT p.* FROM persons p WHERE p.school_id = :school AND p.birth_date BETWEEN :first AND :last "
        "AND p.removed_at IS NULL AND p.erased_at IS NULL AND p.withdrawn_at IS NULL "
        "AND EXISTS (SELECT 1 FROM participations q WHERE q.person_id = p.id AND q.left_at IS NULL)",
        school=school_id,
        first=_years_ago(today - timedelta(days=GRACE_DAYS + 1), age),
        last=_years_ago(today, age),
    )
    found = [people.person_of(row) for row in rows]
    return [
        each
        for each in found
        if each.birth_date is not None and age_on(each.birth_date, today) >= age and not _answered(tx, each, age)
    ]


def _answered(tx: Transaction, person: Person, age: int) -> bool:
    given = standing.consents_of(tx, [person.id]).get(person.id, [])
    return any(each.capacity is _OWN[age] for each in given)


def _years_ago(day: date, years: int) -> date:
    year = day.year - years
    leap = (day.month, day.day) == (2, 29) and not _has_leap_day(year)
    return date(year, 2, 28) if leap else day.replace(year=year)


def _has_leap_day(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
