"""The curator's home: what waits, each line one tap from being done; nobody else sees it."""

from __future__ import annotations

import pytest
from steps_joining import pupil_joins, set_up_school, staff_joins
from steps_matching import active_pair, agreed_pair, asked_pair, ready
from steps_people import known
from test_amendments import over

from mentoring.settings import GuardianRule
from storage.database import Transaction


@pytest.fixture
async def curator(stage):
    return await set_up_school(stage)


async def test_the_first_day_says_where_the_programme_stands_and_that_nothing_waits(curator):
    await curator.says("/today")
    assert "Сегодня, 11 января · Школа № 5" in curator.sees
    assert "Этап 1 из 7" in curator.sees
    assert "до 31 января" in curator.sees
    assert "Сейчас ничего не ждёт" in curator.sees


async def test_the_home_screen_is_the_same_day(curator):
    await curator.says("/menu")
    assert "Сегодня, 11 января" in curator.sees
    assert "Дорожная карта" in curator.buttons
    assert "Все разделы" in curator.buttons


async def test_newcomers_and_missing_consents_are_counted_with_since_when(stage, curator):
    await pupil_joins(stage, "Петров Илья")
    await stage.waits(days=2)
    await curator.says("/today")
    assert "1 новый ждёт допуска" in curator.sees
    assert "1 без полного согласия (с 11 января)" in curator.sees
    await curator.taps("Допустить новых")
    assert "Новые участники: 1" in curator.sees


async def test_papers_that_have_not_come_are_told_apart_from_answers(stage):
    curator = await set_up_school(stage, guardian_rule=GuardianRule.PAPER)
    await ready(stage, "Петров Илья", "mentee")
    await curator.says("/today")
    assert "1 согласие ждём на бумаге" in curator.sees
    assert "без полного согласия" not in curator.sees
    await curator.taps("Отметить бумаги")
    assert "7 «Б»" in " ".join([curator.sees, *curator.buttons])


async def test_questionnaires_not_sent_wait(stage, curator):
    await ready(stage, "Петров Илья", "mentee", applied=False)
    await curator.says("/today")
    assert "1 не прислал анкету" in curator.sees
    await curator.taps("Кто не сдал")
    assert "Кто не сдал · 1 человек" in curator.sees


async def test_offers_then_the_order_then_the_first_meeting(stage, curator):
    await asked_pair(stage, curator)
    await curator.says("/today")
    assert "2 предложения пары без ответа" in curator.sees
    await curator.taps("Ждём ответа")
    assert "Подтверждённые" in curator.sees


async def test_pairs_that_agreed_wait_for_the_order(stage, curator):
    await agreed_pair(stage, curator)
    await curator.says("/today")
    assert "приказ о парах: 1 пара готова" in curator.sees
    await curator.taps("Собрать приказ")
    assert "риказ" in curator.sees


async def test_a_pair_without_a_meeting_for_two_weeks_is_named_with_its_cause(stage, curator):
    await active_pair(stage)
    await stage.waits(days=13)
    await curator.says("/today")
    assert "нужна помощь" not in curator.sees
    await stage.waits(days=2)
    await curator.says("/today")
    assert "пары, которым нужна помощь: 1" in curator.sees
    assert "15 дней без встречи" in curator.sees
    await curator.taps("Котова Марина — Петров Илья")
    assert "Готовый текст, Котова Марина" in curator.sees


async def test_late_points_of_the_roadmap_open_with_the_longest_first(stage, curator):
    await stage.waits(days=25)
    await curator.says("/today")
    assert "29 пунктов карты просрочены" in curator.sees
    await curator.taps("Просроченное")
    assert "1.1.1" in curator.buttons


async def test_this_week_is_counted_from_monday(stage, curator):
    await active_pair(stage)
    await stage.app.database.work(held_today)
    await curator.says("/today")
    assert "На этой неделе: 1 встреча, 4 анкеты" in curator.sees
    await stage.waits(days=7)
    await curator.says("/today")
    assert "На этой неделе: 0 встреч, 0 анкет" in curator.sees


def held_today(tx):
    match = tx.value("SELECT id FROM matches")
    tx.insert("meetings", match_id=match, number=1, kind="first", starts_at=tx.now, state="held", made_at=tx.now)


async def test_nobody_else_sees_the_curator_s_day(stage, curator):
    pupil = await ready(stage, "Петров Илья", "mentee")
    for someone in (await staff_joins(stage, "head"), pupil.phone, await stage.someone()):
        await someone.says("/today")
        assert "Сегодня, " not in someone.sees
        assert "Все разделы" not in someone.buttons
        await someone.taps_data(someone.screen.id, "sec1")
        assert "Все разделы" not in someone.sees


async def test_the_day_costs_the_same_queries_however_many_people_there_are(stage, curator, monkeypatch):
    asked: list[str] = []
    for name in ("one", "all", "value"):
        monkeypatch.setattr(Transaction, name, counting(getattr(Transaction, name), asked))
    await curator.says("/today")
    few = len(asked)
    for number in range(40):
        await known(stage, f"Ученик{number}", applied=False)
    asked.clear()
    await curator.says("/today")
    assert "40 не прислали анкету" in curator.sees
    assert len(asked) == few


def counting(query, asked):
    def counted(tx, sql, **values):
        asked.append(sql)
        return query(tx, sql, **values)

    return counted


async def test_a_pair_of_teachers_waits_for_its_consent_before_it_waits_for_an_order(stage, curator):
    mentor = await ready(stage, "Орлова Елена Викторовна", "mentor", kind="teacher", areas=("documents",))
    mentee = await ready(stage, "Белова Анна Ильинична", kind="teacher", areas=("documents",))
    await curator.says("/match")
    await curator.taps("учитель – учитель", "Смотреть пары", "Подтвердить")
    for each in (mentor, mentee):
        await each.phone.taps("Посмотреть предложение", "Согласен(на)")
    await curator.says("/today")
    assert "1 паре учителей нужно согласие" in curator.sees
    assert "приказ о парах" not in curator.sees
    await curator.taps("Записать согласия")
    assert "Согласие: Орлова Елена" in curator.buttons


async def test_pairs_over_since_the_order_wait_as_changes_to_it(stage, curator):
    pair = await active_pair(stage)
    await over(stage, pair)
    await curator.says("/today")
    assert "изменения к приказу: 1" in curator.sees
    await curator.taps("Изменения к приказу")
    assert "Завершилась 1 пара из приказа" in curator.sees
