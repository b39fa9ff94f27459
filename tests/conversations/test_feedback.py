"""Both sides are asked how it goes, once, reminded twice at most; what asks for the curator goes to the curator."""

from __future__ import annotations

from steps_meetings import holds_a_meeting, school_with_a_pair

ASKED, REMINDED = "Как идёт ваша работа", "Напоминаю про короткую анкету"


def heard(someone, words):
    return sum(words in message.text for message in someone.user.chat.messages if message.from_bot)


async def answers(someone, *, help_wanted="Нет", change="Нет", scores=6):
    await someone.taps("Ответить: как идёт работа")
    for _ in range(scores):
        await someone.taps("7")
    await someone.says("Мало времени & <b>")
    return await someone.taps(help_wanted, change, "Отправить")


async def test_three_meetings_bring_the_questionnaire_to_both(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    for day in ("12", "13"):
        await holds_a_meeting(stage, mentor, day)
    assert heard(mentor, ASKED) == heard(mentee, ASKED) == 0
    await holds_a_meeting(stage, mentor, "14")
    assert heard(mentor, ASKED) == heard(mentee, ASKED) == 1
    await holds_a_meeting(stage, mentor, "15")
    assert heard(mentee, ASKED) == 1, "once"


async def test_thirty_days_bring_it_to_a_pair_that_does_not_meet(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    await stage.waits(days=29)
    assert heard(mentee, ASKED) == 0
    await stage.waits(days=2)
    assert heard(mentee, ASKED) == heard(mentor, ASKED) == 1


async def test_who_does_not_answer_is_reminded_twice_and_no_more(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    await stage.waits(days=31)
    await answers(mentor, scores=5)
    await stage.waits(days=30)
    assert heard(mentee, REMINDED) == 2
    assert heard(mentor, REMINDED) == 0, "none once it is filled"


async def test_the_questionnaire_is_found_from_home_until_it_is_filled(stage):
    _, _, mentee = await school_with_a_pair(stage)
    await stage.waits(days=31)
    await mentee.says("/menu")
    assert "Ответить: как идёт работа" in mentee.buttons
    await answers(mentee)
    assert "Спасибо" in mentee.sees
    assert "Ответить: как идёт работа" not in mentee.buttons


async def test_a_wish_to_change_the_pair_goes_to_the_curator_only(stage):
    curator, mentor, mentee = await school_with_a_pair(stage)
    await stage.waits(days=31)
    before = len(mentor.user.chat.messages)
    await answers(mentee, change="Да")
    assert "Панин Илья" in curator.sees
    assert "хочет сменить пару" in curator.sees
    assert len(mentor.user.chat.messages) == before
    await curator.taps("Открыть пару")
    assert "хочет сменить пару" in curator.sees
    assert "Мало времени & <b>" in curator.sees
    await mentor.says("/menu")
    await mentor.taps("Илья П.")
    assert "сменить" not in mentor.sees


async def test_a_content_pair_makes_no_noise_for_the_curator(stage):
    curator, _, mentee = await school_with_a_pair(stage)
    await stage.waits(days=31)
    before = len(curator.user.chat.messages)
    await answers(mentee)
    assert len(curator.user.chat.messages) == before
