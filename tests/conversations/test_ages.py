"""Fourteen, eighteen and a new school year: who must agree changes, is asked in time, and the work goes on as chosen."""

from __future__ import annotations

from datetime import date

from steps_joining import set_up_school
from steps_people import known

from mentoring.people import AgeGroup
from storage import people, schools, standing


async def lacks(stage, person):
    found = await stage.app.database.read(lambda tx: standing.of_person(tx, person))
    return [*map(str, found[0].lacks)]


async def pupil(stage, born):
    """A mentee of all consents, their own among them."""
    await set_up_school(stage, guardian_rule="tap_and_paper")
    phone = await stage.someone("Илья")
    await phone.starts()
    person = await known(stage, "Петров", born=born, phone=phone)

    def consents(tx):
        tx.run("DELETE FROM consents")
        for capacity, way, by in (("assent", "tap", person), ("guardian", "paper", None)):
            tx.insert(
                "consents", person_id=person, purpose="participation", capacity=capacity, way=way, answer="agreed",
                given_by=by, text_version="1", text_hash="x", given_at=tx.now,
            )  # fmt: skip

    await stage.app.database.work(consents)
    return phone, person


async def test_fourteen_is_asked_anew_because_a_childs_tap_is_no_assent_of_a_fourteen_year_old(stage):
    phone, person = await pupil(stage, date(2013, 1, 20))
    await stage.waits(days=8)
    assert "исполнилось 14" not in phone.sees
    await stage.waits(days=2)
    assert "Вам исполнилось 14" in phone.sees
    assert "до 19.02.2027" in phone.sees
    assert "no_assent" not in await lacks(stage, person), "thirty days the work goes on"
    await stage.waits(days=31)
    assert "no_assent" in await lacks(stage, person)
    await phone.taps("Прочитать и ответить", "Согласен(на)")
    assert "no_assent" not in await lacks(stage, person)


async def test_what_a_fourteen_year_old_has_agreed_to_stands(stage):
    phone, person = await pupil(stage, date(2012, 5, 20))
    await stage.waits(days=40)
    assert "no_assent" not in await lacks(stage, person)
    assert "исполнилось" not in phone.sees


async def test_eighteen_stops_at_once_where_the_school_has_chosen_so_and_an_own_consent_goes_on(stage):
    phone, person = await pupil(stage, date(2009, 1, 20))
    await stage.app.database.work(lambda tx: schools.choose(tx, 1, adult_grace_days="0"))
    await stage.waits(days=10)
    assert "Вам исполнилось 18" in phone.sees
    assert "участие приостановлено" in phone.sees
    assert "no_consent" in await lacks(stage, person)
    await phone.taps("Прочитать и ответить", "Согласен(на)")
    assert "no_consent" not in await lacks(stage, person)


async def test_after_eighteen_the_work_goes_on_for_the_days_the_school_has_chosen(stage):
    phone, person = await pupil(stage, date(2009, 1, 20))
    await stage.app.database.work(lambda tx: schools.choose(tx, 1, adult_grace_days="60"))
    await stage.waits(days=10)
    assert "До 21.03.2027 участие продолжается" in phone.sees
    await stage.waits(days=50)
    assert "no_consent" not in await lacks(stage, person)
    await stage.waits(days=11)
    assert "no_consent" in await lacks(stage, person)


async def test_where_only_a_band_is_kept_the_age_is_asked_again_in_september(stage):
    phone, person = await pupil(stage, None)
    await stage.app.database.work(lambda tx: people.change(tx, person, age_band=AgeGroup.CHILD))
    await stage.waits(days=225)
    assert "сколько вам теперь лет" not in phone.sees
    await stage.waits(days=15)
    assert "сколько вам теперь лет" in phone.sees
    assert "no_assent" not in await lacks(stage, person)
    await phone.taps("Указать возраст", "18 или больше")
    assert "no_consent" not in await lacks(stage, person), "nobody grows from under fourteen to eighteen in a year"
    await stage.app.database.work(lambda tx: tx.run("UPDATE notices SET done_at = NULL WHERE kind = 'age-again'"))
    await stage.settled()
    await phone.taps("Указать возраст", "От 14 до 17")
    assert "no_assent" in await lacks(stage, person)
    assert "Согласен(на)" in phone.buttons
