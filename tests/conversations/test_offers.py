"""Those who are asked agree, refuse with a reason only the curator sees, or keep silent until the time is up."""

from __future__ import annotations

import pytest
from steps_joining import set_up_school
from steps_matching import agreed_pair, asked_pair, guardian_of, members, ready


@pytest.fixture
async def curator(stage):
    return await set_up_school(stage, forms=("pupil_pupil",))


async def test_an_offer_says_who_why_and_until_when(stage, curator):
    mentee, mentor = await asked_pair(stage, curator)
    assert "Для вас нашёлся наставник: Марина К." in mentee.phone.sees
    await mentee.phone.taps("Посмотреть предложение")
    assert "Марина К., 10 «А»" in mentee.phone.sees
    assert "Поможет с тем, о чём вы просили: Физика" in mentee.phone.sees
    assert "вт днём, чт днём" in mentee.phone.sees
    assert "Кружок физики" in mentee.phone.sees
    assert "чт 14 января, 15:00" in mentee.phone.sees
    assert "Котова" not in mentee.phone.sees, "a surname is for those who may see people"
    await mentor.phone.taps("Посмотреть предложение")
    assert "Запрос: «Помочь с физикой»" in mentor.phone.sees
    assert "Кружок физики" not in mentor.phone.sees


async def test_when_both_agree_the_pair_waits_for_the_order_and_the_curator_hears_it_once_a_day(stage, curator):
    mentee, mentor = await asked_pair(stage, curator)
    await mentee.phone.taps("Посмотреть предложение", "Согласен(на)")
    assert "Ждём ответа второй стороны" in mentee.phone.sees
    assert await members(stage) == [("offered", 1)]
    await mentor.phone.taps("Посмотреть предложение", "Согласен(на)")
    assert "Согласны оба" in mentor.phone.sees
    assert await members(stage) == [("accepted", 1)]
    assert "Согласны оба. Ваш наставник: Марина К." in mentee.phone.sees
    before = curator.sees
    await stage.waits(hours=3)
    assert curator.sees != before
    assert "1 пара готова к приказу" in curator.sees
    await mentee.phone.says("/menu")
    assert "Ваш наставник: Марина К. — ждём приказа директора" in mentee.phone.sees


async def test_a_refusal_with_its_reason_goes_to_the_curator_only(stage, curator):
    mentee, mentor = await asked_pair(stage, curator)
    await mentor.phone.taps("Посмотреть предложение", "Мне не подходит", "Хочу работать с другим")
    await mentor.phone.says("Мы <b>в ссоре</b>")
    assert "Причину увидит только куратор" in mentor.phone.sees
    assert await members(stage) == [("declined", 1)]
    assert "Отказ от пары: Котова Марина — Петров Илья" in curator.sees
    assert "хочет работать с другим человеком" in curator.sees
    assert "Мы <b>в ссоре</b>" in curator.sees
    assert "не сложилась" in mentee.phone.sees
    assert "ссоре" not in mentee.phone.sees
    assert "другим" not in mentee.phone.sees
    await curator.says("/match")
    assert "Новых пар сейчас предложить не могу" in curator.sees, "the two are not brought together again"
    assert "Свободных мест у наставников: 2" in curator.sees


async def test_a_refusal_can_be_thought_over(stage, curator):
    mentee, _ = await asked_pair(stage, curator)
    await mentee.phone.taps("Посмотреть предложение", "Мне не подходит", "Отмена")
    assert await members(stage) == [("offered", 1)]
    await mentee.phone.taps("Посмотреть предложение", "Согласен(на)")
    assert "Ждём ответа второй стороны" in mentee.phone.sees


async def test_an_unanswered_offer_is_reminded_once_and_then_returned(stage, curator):
    mentee, mentor = await asked_pair(stage, curator)
    await mentee.phone.taps("Посмотреть предложение", "Согласен(на)")
    await stage.waits(days=2, hours=1)
    reminders = [m.text for m in mentor.phone.user.chat.visible if "Напоминаю" in m.text]
    assert len(reminders) == 1
    assert not [m for m in mentee.phone.user.chat.visible if "Напоминаю" in m.text], "who answered is not reminded"
    await stage.waits(days=1)
    assert await members(stage) == [("returned", 1)]
    assert "Срок ответа" in mentor.phone.sees
    assert "не сложилась" in mentee.phone.sees
    assert "Нет ответа в срок: Котова Марина — Петров Илья" in curator.sees
    assert "Не ответил наставник" in curator.sees
    assert len([m for m in mentor.phone.user.chat.visible if "Напоминаю" in m.text]) == 1
    await curator.says("/match")
    assert "Предлагаю 1 пару" in curator.sees, "it may be proposed again"


async def test_neither_answers(stage, curator):
    await asked_pair(stage, curator)
    await stage.waits(days=4)
    assert "Не ответили оба" in curator.sees


async def test_a_late_tap_is_answered_in_plain_words(stage, curator):
    mentee, mentor = await asked_pair(stage, curator)
    await mentee.phone.taps("Посмотреть предложение")
    old = mentee.phone.screen
    await mentor.phone.taps("Посмотреть предложение", "Мне не подходит", "Сейчас нет времени", "Пропустить")
    await mentee.phone.taps_data(old.id, "off1:1:a")
    assert "Этого предложения уже нет" in mentee.phone.toast
    await mentor.phone.taps_data(mentor.phone.screen.id, "off1:2:a")
    assert "Вы уже отказались" in mentor.phone.toast
    assert await members(stage) == [("declined", 1)]


async def test_two_taps_on_agree_count_once(stage, curator):
    mentee, _ = await asked_pair(stage, curator)
    await mentee.phone.taps("Посмотреть предложение")
    screen = mentee.phone.screen
    await mentee.phone.taps_data(screen.id, "off1:1:a")
    await mentee.phone.taps_data(screen.id, "off1:1:a")
    assert "Вы уже согласились" in mentee.phone.toast
    rows = await stage.app.database.read(lambda tx: tx.all("SELECT * FROM journal WHERE deed = 'accepted-offer'"))
    assert len(rows) == 1


async def test_nobody_answers_for_another(stage, curator):
    mentee, mentor = await asked_pair(stage, curator)
    stranger = await ready(stage, "Чужов Пётр")
    for someone, offer in ((stranger.phone, 1), (mentor.phone, 1), (mentee.phone, 2)):
        for answer in "sad":
            await someone.taps_data(someone.screen.id, f"off1:{offer}:{answer}")
            assert "не ваше" in someone.toast
    rows = await stage.app.database.read(lambda tx: tx.all("SELECT * FROM offers WHERE answer IS NOT NULL"))
    assert rows == []


async def test_the_parent_hears_that_a_minor_agreed(stage, curator):
    mentee, _ = await asked_pair(stage, curator)
    parent = await guardian_of(stage, mentee)
    await mentee.phone.taps("Посмотреть предложение", "Согласен(на)")
    assert "Ваш ребёнок (Илья П.) согласился на пару. Наставник: Марина К." in parent.sees


async def test_a_parent_whom_the_school_does_not_know_hears_no_name(stage, curator):
    mentee, _ = await asked_pair(stage, curator)
    parent = await guardian_of(stage, mentee, known=False)
    await mentee.phone.taps("Посмотреть предложение", "Согласен(на)")
    assert not [each for each in parent.user.chat.messages if "Марина" in each.text]


async def test_home_says_where_the_search_is(stage, curator):
    waiting = await ready(stage, "Ждунов Пётр", areas=("biology",))
    await waiting.phone.says("/menu")
    assert "Ищем вам наставника" in waiting.phone.sees
    _, mentor = await agreed_pair(stage, curator)
    await mentor.phone.says("/menu")
    assert "Ваш наставляемый: Илья П. — ждём приказа директора" in mentor.phone.sees
    assert "Ищем" not in mentor.phone.sees
