"""A group from the rules to the orders: one question to its mentor, one agreement, one row of the order, changes told."""

from __future__ import annotations

import pytest
from steps_joining import set_up_school
from steps_matching import ready
from test_amendments import over, printed, to_orders

MARK = "Не сойдёмся характерами"


@pytest.fixture
async def curator(stage):
    return await set_up_school(stage, forms=("pupil_pupil",))


async def states(stage):
    rows = await stage.app.database.read(lambda tx: tx.all("SELECT match_id, state FROM members ORDER BY id"))
    return [(row["match_id"], row["state"]) for row in rows]


def heard(someone, words):
    return [each.text for each in someone.user.chat.messages if each.text and words in each.text]


async def group_asked(stage, curator, smallest="2"):
    """A confirmed group of three mentees: (mentees, mentor)."""
    mentees = [await ready(stage, name) for name in ("Абаев Илья", "Бажов Олег", "Вавилов Иван")]
    mentor = await ready(stage, "Котова Марина", "mentor", places=4)
    await curator.says("/match")
    await curator.taps("Правила подбора", "Пары или группы", smallest, "‹ К подбору", "Смотреть группы")
    await curator.taps("Подтвердить всю группу")
    return mentees, mentor


async def declines_one(mentor, name):
    await mentor.phone.taps("Посмотреть предложение", f"Не подходит: {name}", "Не совпадают")
    await mentor.phone.says(MARK)


async def test_a_group_is_one_question_one_agreement_and_one_row_of_the_order(stage, curator):
    mentees, mentor = await group_asked(stage, curator)
    assert len(heard(mentor.phone, "Вам предлагают")) == 1, "three mentees are one question"
    assert "группу наставляемых: Илья А., Олег Б., Иван В." in mentor.phone.sees
    await mentor.phone.taps("Посмотреть предложение")
    assert "3. Иван В., 7 «Б»" in mentor.phone.sees
    await mentor.phone.taps("Согласен(на) на всю группу")
    for each in mentees:
        await each.phone.taps("Посмотреть предложение", "Согласен(на)")
    assert await states(stage) == [(1, "accepted")] * 3
    await stage.waits(days=3)
    assert len(heard(mentor.phone, "правила")) == 1, "the rules of the group are asked for once"
    await to_orders(curator)
    await curator.taps("Собрать приказ (3)")
    text = printed(curator)
    assert "Абаев Илья\n7 «Б»\nБажов Олег\n7 «Б»\nВавилов Иван" in text
    assert text.count("Котова Марина") == 2, "one row for all of them, and one in the list of those acquainted"
    await curator.taps("Приказ подписан")
    await curator.says("1-ОД", "14.01.2027")
    assert len(heard(mentor.phone, "Приказ подписан. Ваши наставляемые: Илья А., Олег Б., Иван В.")) == 1
    await over(stage, [mentees[0]])
    await ready(stage, "Новенький Ян")
    await curator.says("/match")
    await curator.taps("Смотреть группы")
    assert "Уже в группе: Бажов Олег; Вавилов Иван" in curator.sees
    await curator.taps("Подтвердить всю группу")
    assert {match for match, _ in await states(stage)} == {1}, "a newcomer joins the group that is at work"


async def test_one_of_a_group_may_be_declined_and_the_curator_hears_what_is_left(stage, curator):
    mentees, mentor = await group_asked(stage, curator, smallest="3")
    await declines_one(mentor, "Олег Б.")
    assert "В группе осталось: 2, а наименьшая группа — 3" in curator.sees
    assert MARK in curator.sees
    assert not heard(mentees[1].phone, MARK)
    assert "не сложилась" in mentees[1].phone.sees
    await mentor.phone.says("/menu")
    assert "группу наставляемых: 2" in mentor.phone.sees, "the others still wait for an answer"
    await ready(stage, "Новенький Ян")
    await curator.taps("Подбор пар", "Смотреть группы")
    assert "Уже в группе: Абаев Илья; Вавилов Иван" in curator.sees
    await mentor.phone.taps("Посмотреть предложение")
    screen = mentor.phone.screen
    data = next(button.data for row in screen.keyboard for button in row if button.text.startswith("Согласен"))
    await curator.taps("Подтвердить всю группу")
    await mentor.phone.taps_data(screen.id, data)
    answers = await stage.app.database.read(
        lambda tx: [row["answer"] for row in tx.all("SELECT answer FROM offers WHERE side = 'mentor' ORDER BY id")]
    )
    assert answers == ["accepted", "declined", "accepted", None], "whoever was not on the screen is not agreed to"
