"""The monthly rating: one tap of each side, put right the same day; nobody but the curator ever hears of a mark."""

from __future__ import annotations

import logging

from steps_meetings import school_with_a_pair


def heard(someone, words):
    return sum(words in message.text for message in someone.user.chat.messages if message.from_bot)


async def test_both_are_asked_once_a_month_and_a_low_mark_reaches_the_curator_alone(stage):
    curator, mentor, mentee = await school_with_a_pair(stage)
    await stage.waits(days=16)
    for each in (mentor, mentee):
        assert heard(each, "как идёт ваша совместная работа") == 1
    await mentee.says("/menu")
    await mentee.taps("Оценить: Марина К.", "2")
    await mentee.taps("Добавить слово")
    await mentee.says("СКРЫТОЕ слово")
    await mentor.says("/menu")
    await mentor.taps("Оценить: Илья П.", "9")
    await stage.waits(days=2)
    await mentor.says("/menu")
    for words in ("СКРЫТОЕ", "низкая оценка", "по-разному", "нужна помощь"):
        assert heard(mentor, words) == 0
    assert heard(mentee, "по-разному") == heard(mentee, "нужна помощь") == 0
    await curator.says("/today")
    assert "низкая оценка работы" in curator.sees
    await curator.taps("Котова Марина — Панин Илья")
    assert "наставник 9; наставляемый 2" in curator.sees
    assert "СКРЫТОЕ слово" in curator.sees
    assert "Отправить" not in curator.buttons, "what was rated is never written about"


async def test_a_notice_about_a_mark_that_was_erased_ends_by_itself(stage, caplog):
    """A mark is given in quiet hours of the curator's and erased with the mentee's data before they are over."""
    caplog.set_level(logging.ERROR)
    _, _, mentee = await school_with_a_pair(stage)
    await stage.waits(days=16, hours=11)
    await mentee.says("/menu")
    await mentee.taps("Оценить: Марина К.", "2")
    database = stage.app.database
    waiting = "SELECT count(*) FROM notices WHERE kind = 'rating-alarm' AND done_at IS NULL"
    assert await database.read(lambda tx: tx.value(waiting))
    await database.work(lambda tx: tx.run("DELETE FROM ratings"))
    await stage.waits(hours=24)
    assert not await database.read(lambda tx: tx.value(waiting))
    assert not caplog.records, caplog.text
