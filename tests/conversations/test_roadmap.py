"""The roadmap in chat: seen by staff, closed with a note, moved and handed over by the curator, reminded of once."""

from __future__ import annotations

import pytest
from steps_school import set_up_school, staff_member

from mentoring.people import Name


@pytest.fixture
async def curator(stage):
    return await set_up_school(stage)


def heard(someone, words: str) -> list[str]:
    """Messages of the bot with these words."""
    return [message.text for message in someone.user.chat.visible if message.from_bot and words in message.text]


async def test_the_curator_sees_stages_a_stage_and_a_point_with_its_result(curator):
    await curator.says("/roadmap")
    assert "7. Завершение наставничества" in curator.sees
    assert "готово 0 из 15" in curator.sees
    await curator.taps("1 · 0/15")
    assert "1.2.1. Издать приказ" in curator.sees
    await curator.taps("1.2.1")
    assert "Что должно получиться: Приказ о внедрении" in curator.sees
    assert "Отвечает: куратор" in curator.sees


async def test_a_point_is_closed_with_a_note_as_typed_and_taken_back(curator):
    await curator.says("/roadmap")
    await curator.taps("1 ·", "1.2.1", "Выполнено")
    await curator.says("=1+1 <b>приказ</b> & № 12 😀")
    assert "Заметка: =1+1 <b>приказ</b> & № 12 😀" in curator.sees
    assert "Выполнено 11 января" in curator.sees
    await curator.taps("‹ Этап 1", "‹ Этапы")
    assert "готово 1 из 15" in curator.sees
    await curator.taps("1 ·", "✅ 1.2.1", "Вернуть в работу")
    assert "Выполнено 11 января" not in curator.sees


async def test_a_note_may_be_skipped(curator):
    await curator.says("/roadmap")
    await curator.taps("7 ·", "7.1.1", "Выполнено", "Пропустить")
    assert "Пункт отмечен" in curator.sees
    assert "Заметка" not in curator.sees


async def test_of_two_curators_the_second_hears_that_it_is_done_and_the_first_mark_stands(stage, curator):
    second = await staff_member(stage, "curator", Name("Петрова", "Анна"))
    for each in (curator, second):
        await each.says("/roadmap")
        await each.taps("1 ·", "1.2.1", "Выполнено")
    await second.says("приказ № 1")
    await curator.says("приказ № 2")
    assert "уже отметили до вас" in curator.sees
    assert "приказ № 1" in curator.sees
    assert "Петрова Анна" in curator.sees


async def test_a_double_tap_on_take_back_is_told(stage, curator):
    second = await staff_member(stage, "curator")
    await curator.says("/roadmap")
    await curator.taps("1 ·", "1.2.1", "Выполнено", "Пропустить")
    await second.says("/roadmap")
    await second.taps("1 ·", "✅ 1.2.1")
    await curator.taps("Вернуть")
    await second.taps("Вернуть")
    assert "уже сняли" in second.toast


async def test_who_answers_for_a_point_sees_it_at_home_and_closes_it(stage, curator):
    head = await staff_member(stage, "head", Name("Образцова", "Анна", "Петровна"))
    await curator.says("/roadmap")
    await curator.taps("1 ·", "1.2.1", "Кто отвечает", "Директор")
    assert "Отвечает: директор" in curator.sees
    await head.says("/menu")
    assert "4 задачи за вами" in head.sees
    await head.taps("Мои задачи", "1.2.1", "Выполнено", "Пропустить")
    assert "Выполнено 11 января" in head.sees
    await curator.taps("‹ Этап 1", "✅ 1.2.1")
    assert "Образцова Анна" in curator.sees


async def test_a_point_given_to_one_person_is_theirs_only(stage, curator):
    first = await staff_member(stage, "methodist", Name("Первый", "Пётр", "Олегович"))
    other = await staff_member(stage, "methodist", Name("Другой", "Олег", "Петрович"))
    await curator.says("/roadmap")
    await curator.taps("4 ·", "4.2.2", "Кто отвечает", "Первый Пётр")
    assert "Отвечает: Первый Пётр" in curator.sees
    await first.says("/menu")
    assert "1 задача за вами" in first.sees
    await other.says("/roadmap")
    await other.taps("4 ·", "4.2.2")
    assert "Выполнено" not in other.buttons
    assert "Изменить сроки" not in other.buttons


async def test_staff_cannot_close_move_or_hand_over_what_is_not_theirs(stage, curator):
    await curator.says("/roadmap")
    await curator.taps("1 ·", "1.2.1")
    head = await staff_member(stage, "head")
    await head.says("/roadmap")
    for data in ("rmd1:4", "rmu1:4", "rmt1:4", "rmw1:4:0", "rma1:4:-1:1:0", "rma1:4:-1:0:1"):
        await head.taps_data(head.screen.id, data)
        await head.says("заметка")
    rows = await stage.app.database.read(
        lambda tx: tx.all("SELECT * FROM roadmap_items WHERE done_at IS NOT NULL OR responsible_role <> 'curator'")
    )
    assert {row["number"] for row in rows} == {"7.2.1", "7.2.2", "7.2.3", "7.2.4"}, "as they were planned"
    assert all(row["done_at"] is None for row in rows)


async def test_a_stranger_sees_nothing_of_the_roadmap(stage, curator):
    stranger = await stage.someone()
    await stranger.says("/roadmap")
    for data in ("rm1", "rms1:1", "rmp1:1", "rmd1:1", "rmm1", "rml1"):
        await stranger.taps_data(stranger.screen.id, data)
        assert "Приказ" not in stranger.sees
        assert "этап" not in stranger.sees.lower()


async def test_responsible_people_hear_three_days_before_and_once_when_late(stage, curator):
    head = await staff_member(stage, "head")
    await curator.says("/roadmap")
    await curator.taps("1 ·", "1.2.1", "Кто отвечает", "Директор", "Изменить сроки", "14", "20")
    assert "14 января – 20 января" in curator.sees
    await stage.waits(days=5)
    assert not heard(head, "1.2.1")
    await stage.waits(days=2)
    assert len(heard(head, "Через три дня, 20 января")) == 1
    await stage.waits(days=20)
    assert len(heard(head, "Через три дня, 20 января")) == 1
    assert len(heard(head, "Срок закончился 20 января")) == 1


async def test_one_message_gathers_all_points_of_a_day(stage, curator):
    await stage.waits(days=18)
    (message,) = heard(curator, "Через три дня, 31 января")
    assert "29 пунктов" in message
    assert "и ещё 24" in message


async def test_a_moved_point_is_reminded_of_by_its_new_date_only(stage, curator):
    head = await staff_member(stage, "head")
    await curator.says("/roadmap")
    await curator.taps("1 ·", "1.2.1", "Кто отвечает", "Директор", "Изменить сроки", "14", "20")
    await curator.taps("Изменить сроки", "14", "25")
    await stage.waits(days=10)
    assert not heard(head, "1.2.1. Издать"), "neither before the 20th nor after it"
    await stage.waits(days=2)
    assert len(heard(head, "Через три дня, 25 января")) == 1


async def test_nobody_is_reminded_of_what_is_done(stage, curator):
    head = await staff_member(stage, "head")
    await curator.says("/roadmap")
    await curator.taps(
        "1 ·", "1.2.1", "Кто отвечает", "Директор", "Изменить сроки", "14", "20", "Выполнено", "Пропустить"
    )
    await stage.waits(days=15)
    assert not heard(head, "1.2.1. Издать")


async def test_a_role_nobody_has_is_reminded_of_through_the_curator(stage, curator):
    await curator.says("/roadmap")
    await curator.taps("1 ·", "1.2.1", "Кто отвечает", "Психолог", "Изменить сроки", "14", "20")
    await stage.waits(days=7)
    assert len(heard(curator, "Через три дня, 20 января")) == 1


async def test_two_curators_changing_one_point_the_second_hears_it(stage, curator):
    other = await staff_member(stage, "curator", Name("Второй", "Олег", "Петрович"))
    for someone in (curator, other):
        await someone.says("/roadmap")
        await someone.taps("1 ·", "1.2.1", "Изменить сроки", "14")
    await stage.waits(minutes=1)
    await curator.taps("20")
    await other.taps("25")
    assert "изменил другой куратор" in other.sees
    assert "14 января – 20 января" in other.sees
    await other.taps("Изменить сроки", "14", "25")
    assert "14 января – 25 января" in other.sees, "knowing it, they may"
    for someone in (curator, other):
        await someone.taps("Кто отвечает")
    await curator.taps("Директор")
    await other.taps("Методист")
    assert "уже сменили" in other.toast
    assert "Отвечает: директор" in other.sees


async def test_a_stage_shows_until_when_and_who_answers(curator):
    await curator.says("/roadmap")
    await curator.taps("6 · ")
    assert curator.sees.count("до 31 мая · куратор") == 2, "said once for each activity"
    await curator.taps("‹ Этапы", "7 · ")
    assert "· директор" in curator.sees
    assert "до 30 июня · редактор сайта" in curator.sees, "said at each point where they differ"
