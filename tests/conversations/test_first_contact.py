"""First contact: the mentor's task with its date, one reminder, then the curators; the mentee's quiet word."""

from __future__ import annotations

from steps_joining import set_up_school
from steps_matching import agreed_pair
from steps_meetings import school_with_a_pair, sets_a_meeting

from services import first_contact
from storage import matches, pauses
from storage.matches import State

UNTIL = "до четверга, 14 января, 15:00"


async def begun(stage):
    """A pair whose order has just been signed."""
    curator, mentor, mentee = await school_with_a_pair(stage)
    await stage.app.database.work(lambda tx: first_contact.begin(tx, mentor.match_id))
    return curator, mentor, mentee


def heard(someone, words):
    return sum(words in message.text for message in someone.user.chat.messages if message.from_bot)


async def test_signing_the_order_gives_the_mentor_a_task_with_a_date(stage):
    curator = await set_up_school(stage)
    mentee, mentor = await agreed_pair(stage, curator)
    await curator.taps("Все разделы", "Приказы о парах", "Собрать приказ", "Приказ подписан")
    await curator.says("12-ОД")
    await curator.taps("Оставить")
    await mentor.phone.says("/menu")
    assert "Илья" in mentor.phone.sees
    assert f"назначьте первую встречу {UNTIL}" in mentor.phone.sees
    await mentor.phone.taps("Назначить первую встречу")
    await mentor.phone.taps("Другой день", "13", "15:00")
    await mentor.phone.says("/menu")
    assert "первую встречу" not in mentor.phone.sees
    await mentee.phone.says("/menu")
    assert "Со мной ещё не связались" not in mentee.phone.buttons


async def test_the_mentor_is_reminded_once_and_a_day_later_the_curator_is_told(stage):
    curator, mentor, mentee = await begun(stage)
    await stage.waits(days=2, hours=20)
    assert heard(mentor, "Первая встреча ещё не назначена") == 0
    await stage.waits(hours=12)
    assert heard(mentor, "Первая встреча ещё не назначена") == 1
    assert heard(curator, "Первая встреча не назначена") == 0
    await stage.waits(days=6)
    assert heard(mentor, "Первая встреча ещё не назначена") == 1
    await curator.says("/today")
    assert "пары, которым нужна помощь: 1" in curator.sees
    assert "первая встреча не назначена в срок" in curator.sees
    assert heard(mentee, "Первая встреча") == 0


async def test_a_time_that_is_set_ends_it_for_everybody(stage):
    curator, mentor, _ = await begun(stage)
    await sets_a_meeting(mentor, "20")
    await stage.waits(days=6)
    assert heard(mentor, "Первая встреча ещё не назначена") == 0
    assert heard(curator, "Первая встреча не назначена") == 0
    await curator.says("/today")
    assert "нужна помощь" not in curator.sees


async def test_the_mentee_tells_the_curator_alone_that_nobody_has_been_in_touch(stage):
    curator, mentor, mentee = await begun(stage)
    await mentee.says("/menu")
    assert "Со мной ещё не связались" not in mentee.buttons, "not before the date"
    await stage.waits(days=3, hours=6)
    before = len(mentor.user.chat.messages)
    await mentee.says("/menu")
    await mentee.taps("Со мной ещё не связались")
    assert "узнает только куратор" in mentee.sees
    assert "Куратор знает" in mentee.sees
    assert "Со мной ещё не связались" not in mentee.buttons
    assert len(mentor.user.chat.messages) == before
    await curator.says("/today")
    assert "с наставляемым не связались" in curator.sees


async def test_whoever_pauses_or_is_frozen_is_not_late(stage):
    curator, mentor, _ = await begun(stage)

    def away(tx):
        programme = tx.value("SELECT programme_id FROM matches")
        pauses.begin(tx, programme, mentor.person_id, "study", tx.now.date().replace(day=25), mentor.person_id)

    await stage.app.database.work(away)
    await stage.waits(days=6)
    assert heard(mentor, "Первая встреча ещё не назначена") == 0
    await curator.says("/today")
    assert "нужна помощь" not in curator.sees
    await mentor.says("/menu")
    assert "первую встречу" not in mentor.sees

    def back(tx):
        pauses.end(tx, tx.value("SELECT id FROM pauses"))
        first_contact.again(tx, [mentor.match_id])

    await stage.app.database.work(back)
    await mentor.says("/menu")
    assert "назначьте первую встречу до" in mentor.sees, "its hours begin anew"


async def test_a_pair_that_goes_on_after_a_freezing_has_its_hours_again(stage):
    _, mentor, _ = await begun(stage)

    def frozen(tx):
        member = matches.of_match(tx, mentor.match_id)[0]
        matches.turn(tx, member, State.FROZEN)

    def on(tx):
        member = matches.of_match(tx, mentor.match_id)[0]
        matches.turn(tx, member, State.ACTIVE)
        first_contact.again(tx, [mentor.match_id])

    await stage.app.database.work(frozen)
    await stage.waits(days=10)
    assert heard(mentor, "Первая встреча ещё не назначена") == 0
    await stage.app.database.work(on)
    await mentor.says("/menu")
    assert "назначьте первую встречу до понедельника, 25 января" in mentor.sees


async def test_no_answer_is_told_to_the_curator_alone_and_once_a_week(stage):
    curator, mentor, mentee = await school_with_a_pair(stage)
    before = len(mentor.user.chat.messages)
    await mentee.says("/menu")
    await mentee.taps("Встречи с наставником", "Не отвечает")
    assert "Передал куратору" in mentee.sees
    assert len(mentor.user.chat.messages) == before
    await mentee.taps("Встречи с наставником", "Не отвечает")
    assert "Куратор об этом уже знает" in mentee.sees + mentee.toast
    await curator.says("/today")
    assert "наставник не отвечает" in curator.sees


async def test_a_mentor_of_a_group_says_who_does_not_answer(stage):
    curator, mentor, first, second = await school_with_a_pair(stage, "Панин", "Рогов")
    await mentor.says("/menu")
    await mentor.taps("Илья П., Илья Р.: назначить встречу", "Не отвечает")
    assert "Кто не отвечает?" in mentor.sees
    await mentor.taps("Илья Р.")
    await stage.waits(days=1)
    assert heard(second, "отвеча") == heard(first, "отвеча") == 0
    assert any("Рогов Илья" in each.text for each in curator.user.chat.messages)
