"""Somebody goes: whoever stays hears of it once, kindly, by a name that is still there, and only of what they had heard of."""

from __future__ import annotations

from datetime import timedelta

import pytest
from steps_joining import set_up_school
from steps_matching import active_pair, agreed_pair, asked_pair, guardian_of, ready

from mentoring.consents import Purpose
from mentoring.partings import Ground
from services import ending
from services.withdrawing import withdraw
from storage import people

OVER = "не сложилась: так бывает, дело не в"


@pytest.fixture
async def curator(stage):
    return await set_up_school(stage, forms=("pupil_pupil",))


async def takes_back(stage, who):
    def unit(tx):
        person = people.get(tx, who.person)
        withdraw(tx, person, person, Purpose.PARTICIPATION)

    await stage.app.database.work(unit)
    await stage.waits(minutes=1)


def heard(someone):
    return "\n".join(each.text or "" for each in someone.user.chat.messages if each.from_bot)


async def test_an_offer_of_somebody_who_left_is_over_for_the_other_side_and_their_parents(stage, curator):
    mentee, mentor = await ready(stage, "Петров Илья"), await ready(stage, "Котова Марина", "mentor")
    parent = await guardian_of(stage, mentee)
    await curator.says("/match")
    await curator.taps("Смотреть пары", "Подтвердить")
    await mentee.phone.taps("Посмотреть предложение", "Согласен(на)")
    await takes_back(stage, mentor)
    for each in (mentee.phone, parent):
        assert OVER in each.sees
        assert "согласие" not in each.sees.lower()
        assert heard(each).count(OVER) == 1
    assert OVER not in heard(mentor.phone)


async def test_a_pair_that_never_began_is_not_thanked_for(stage, curator):
    mentee, mentor = await agreed_pair(stage, curator)
    await stage.app.database.work(lambda tx: ending.close_gone(tx, mentor.person, Ground.LEFT, None))
    await stage.waits(minutes=1)
    assert OVER in mentee.phone.sees
    assert "Спасибо за время" not in heard(mentee.phone)


async def test_what_nobody_has_heard_of_is_not_called_off(stage, curator):
    stage.clock.move_to(stage.clock() + timedelta(hours=8))  # 23:00 in Moscow
    mentee, mentor = await asked_pair(stage, curator)
    await curator.says("/match")
    await curator.taps("Подтверждённые", "1", "Отменить пару", "Да, отменить")
    await stage.waits(hours=15)
    for each in (mentee.phone, mentor.phone):
        assert "предлагают" not in heard(each).lower()
        assert "отменил" not in heard(each)


async def test_whoever_stays_is_told_of_the_stop_and_of_the_end_without_a_code(stage, curator):
    mentee, mentor = await active_pair(stage)
    await takes_back(stage, mentee)
    assert "Илья П.) приостановлена" in mentor.phone.sees
    await stage.waits(days=31)
    assert mentor.phone.sees.startswith("Ваша пара завершена.\nСпасибо")
    assert heard(mentor.phone).count("приостановлена") == 1


async def test_a_mentor_who_took_the_consent_back_is_not_asked_whether_they_are_back_from_a_pause(stage, curator):
    _, mentor = await active_pair(stage)
    await mentor.phone.says("/menu")
    await mentor.phone.taps("Илья П.: назначить", "Изменить пару", "Взять паузу", "Экзамены", "пн 25 января")
    await takes_back(stage, mentor)
    await stage.waits(days=16)
    assert "Вернулись?" not in heard(mentor.phone)
