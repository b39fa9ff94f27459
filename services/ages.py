"""Birthdays that change who must agree: fourteen and eighteen; the nightly list finds them, whoever they are asks nobody.

The eve's consents hold for some days after the birthday (§ 6.3), so the work goes on while the own answer is asked for;
then it is missing. What a child tapped before fourteen is no assent of a fourteen-year-old (the safe rule): it ends with
the birthday, and a new one is asked for.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from mentoring.consents import GRACE_DAYS, Capacity
from mentoring.people import ADULT_AT, ASSENTS_AT, Person, age_on, birthday
from services.notices import Notice, Values
from storage import consents, journal, notices, people, schools, standing
from storage.database import Transaction
from storage.moments import to_time

_KINDS = {ASSENTS_AT: "come-of-fourteen", ADULT_AT: "come-of-age"}
_NEW_YEAR = 9  # school years begin in September
_OWN = {ASSENTS_AT: Capacity.ASSENT, ADULT_AT: Capacity.SELF}


def nightly(tx: Transaction, school_id: int) -> None:
    """Ask everyone who has come of an age within the days of grace for their own answer; each once."""
    chosen = schools.settings(tx, school_id)
    today = tx.now.astimezone(chosen.zone).date()
    _outgrow(tx, school_id, today, chosen.zone)
    graces = {ASSENTS_AT: GRACE_DAYS, ADULT_AT: max(chosen.adult_grace_days, GRACE_DAYS)}
    for age, kind in _KINDS.items():
        for person in _come_of(tx, school_id, age, today, graces[age]):
            notices.write(tx, kind, school=school_id, person=person.id, about=person.id)
    if today.month == _NEW_YEAR:
        for person_id in _banded(tx, school_id):
            notices.write(tx, "age-again", school=school_id, person=person_id, about=person_id, revision=today.year)


def still_banded(tx: Transaction, notice: Notice) -> Values | None:
    """Once a school year the age is asked again of whoever has told no birth date."""
    return {} if notice.about in _banded(tx, notice.school_id) else None


def still_fourteen(tx: Transaction, notice: Notice) -> Values | None:
    """Fourteen has come: an own assent is asked for, unless it is there or they left."""
    person = people.get(tx, notice.about)
    if person.birth_date is None or person.withdrawn_at is not None or not standing.of_person(tx, person.id):
        return None
    if _answered(tx, person, ASSENTS_AT):
        return None
    until = birthday(person.birth_date, ASSENTS_AT) + timedelta(days=GRACE_DAYS)
    return {"date": f"{until:%d.%m.%Y}"}


def _banded(tx: Transaction, school_id: int) -> set[int]:
    """Of whom only an age band is kept, one that a year may change."""
    rows = tx.all(
        "SELECT p.id FROM persons p WHERE p.school_id = :school AND p.age_band IN ('child', 'teen') "
        "AND p.birth_date IS NULL AND p.removed_at IS NULL AND p.withdrawn_at IS NULL "
        "AND EXISTS (SELECT 1 FROM participations q WHERE q.person_id = p.id AND q.left_at IS NULL)",
        school=school_id,
    )
    return {row["id"] for row in rows}


def _outgrow(tx: Transaction, school_id: int, today: date, zone: ZoneInfo) -> None:
    """End the assents that were given before the fourteenth birthday of those who have had it."""
    rows = tx.all(
        "SELECT p.id, p.birth_date, min(c.given_at) AS first FROM persons p JOIN consents c ON c.person_id = p.id "
        "AND c.capacity = 'assent' AND c.answer = 'agreed' AND c.withdrawn_at IS NULL "
        "WHERE p.school_id = :school AND p.birth_date BETWEEN :first AND :last AND p.removed_at IS NULL "
        "AND p.erased_at IS NULL GROUP BY p.id, p.birth_date",
        school=school_id,
        first=_years_ago(today, ADULT_AT),
        last=_years_ago(today, ASSENTS_AT),
    )
    for row in rows:
        born = date.fromisoformat(row["birth_date"])
        came = datetime.combine(birthday(born, ASSENTS_AT), time(), zone).astimezone(UTC)
        if came <= tx.now and to_time(row["first"]) < came and consents.outgrow(tx, row["id"], came):
            journal.note(tx, "assent-outgrown", "person", row["id"], school=school_id, by=None)


def _come_of(tx: Transaction, school_id: int, age: int, today: date, grace: int) -> list[Person]:
    """Whoever came of an age lately, by the index of birth dates; a month and a day more, so that a stop misses nobody."""
    rows = tx.all(
        "SELECT p.* FROM persons p WHERE p.school_id = :school AND p.birth_date BETWEEN :first AND :last "
        "AND p.removed_at IS NULL AND p.erased_at IS NULL AND p.withdrawn_at IS NULL "
        "AND EXISTS (SELECT 1 FROM participations q WHERE q.person_id = p.id AND q.left_at IS NULL)",
        school=school_id,
        first=_years_ago(today - timedelta(days=grace + 1), age),
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
