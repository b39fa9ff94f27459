"""A meeting is logged in a few taps, completed later in writing or by voice, and scored by both where only curators see."""

from __future__ import annotations

from steps_meetings import holds_a_meeting, school_with_a_pair, sets_a_meeting


def said_to(someone):
    """Everything the bot has ever said to somebody, buttons and pop-ups too."""
    told = [message.text + " ".join(message.buttons) for message in someone.user.chat.messages if message.from_bot]
    return "\n".join([*told, *(each.text for each in someone.user.toasts)])


async def rows(stage, query, **values):
    return await stage.app.database.read(lambda tx: [dict(row) for row in tx.all(query, **values)])


async def test_an_entry_is_completed_later_and_each_side_reads_its_part(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    await holds_a_meeting(stage, mentor, "12")
    await mentor.taps("Дополнить запись")
    for button, text in (
        ("Тема, цель", "MARKTOPIC"),
        ("Договорённости", "MARKTASK"),
        ("Трудности", "MARKTROUBLE <b>&"),
    ):
        await mentor.taps(button)
        assert "увидит" in mentor.sees.lower() or "увидят" in mentor.sees.lower()
        await mentor.says(text)
    assert "MARKTROUBLE <b>&" in mentor.sees
    await mentor.taps("Это было онлайн")
    assert "онлайн" in mentor.sees
    await mentee.says("/menu")
    await mentee.taps("Встречи с наставником", "Прошлые встречи")
    assert "MARKTOPIC" in mentee.sees
    assert "MARKTASK" in mentee.sees
    assert "MARKTROUBLE" not in said_to(mentee)
    (entry,) = await rows(stage, "SELECT * FROM meetings")
    assert (entry["topic"], entry["way"]) == ("MARKTOPIC", "online")
    written = await rows(stage, "SELECT details FROM journal WHERE deed = 'meeting-written' ORDER BY id")
    assert [each["details"] for each in written] == ["topic", "task", "trouble", "way"]


async def test_of_a_group_everybody_came_until_the_mentor_says_otherwise(stage):
    _, mentor, one, two = await school_with_a_pair(stage, "Панин", "Рогов")
    await holds_a_meeting(stage, mentor, "12")
    assert "Кто был на встрече" in mentor.sees
    assert [each[:1] for each in mentor.buttons[:2]] == ["✅", "✅"]
    await mentor.taps("Илья Р.", "Готово")
    came = await rows(stage, "SELECT person_id, came FROM attendance ORDER BY person_id")
    assert {each["person_id"]: each["came"] for each in came} == {one.person_id: 1, two.person_id: 0}
    await two.taps("Нет")
    assert (await rows(stage, "SELECT disputed FROM meetings"))[0]["disputed"] == 0, (
        "both say that this one was not there"
    )
    await one.taps("Нет")
    assert (await rows(stage, "SELECT disputed FROM meetings"))[0]["disputed"] == 1
    assert "разошлись" not in said_to(mentor)
    assert "наставляемый: нет" not in said_to(mentor) + said_to(one) + said_to(two)


async def test_nobody_of_a_group_came(stage):
    _, mentor, *_ = await school_with_a_pair(stage, "Панин", "Рогов")
    await holds_a_meeting(stage, mentor, "12", outcome="Не пришёл")
    assert "Кто был на встрече" in mentor.sees
    await mentor.taps("Илья П.", "Илья Р.", "Готово")
    assert "встречи не было" in mentor.sees
    assert (await rows(stage, "SELECT state FROM meetings"))[0]["state"] == "missed"


async def test_both_score_a_meeting_and_only_the_curator_sees_it(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    await holds_a_meeting(stage, mentor, "12")
    await mentor.taps("🙂")
    assert "увидит только куратор" in mentor.toast
    await mentee.taps("Да", "😟")
    scores = await rows(stage, "SELECT person_id, score FROM meeting_scores ORDER BY score")
    assert scores == [{"person_id": mentee.person_id, "score": 1}, {"person_id": mentor.person_id, "score": 4}]
    assert "1" not in "".join(each for each in said_to(mentor).split("\n") if "Оценки" in each)


async def test_a_meeting_that_nobody_planned_is_entered_by_taps(stage):
    _, mentor, _ = await school_with_a_pair(stage)
    await stage.waits(days=3)
    await mentor.says("/menu")
    await mentor.taps("Илья П.", "Прошлые встречи", "Была встреча, которой нет в плане")
    await mentor.taps("13", "14:00", "1 час", "Частично")
    assert "Записал: 1 час, частично." in mentor.sees
    (entry,) = await rows(stage, "SELECT state, kind, starts_at, minutes FROM meetings")
    assert (entry["state"], entry["kind"], entry["minutes"]) == ("held", "first", 60)
    await mentor.says("/menu")
    await mentor.taps(
        "Илья П.", "Прошлые встречи", "Была встреча, которой нет в плане", "13", "14:00", "45 мин", "Получилось"
    )
    assert "уже есть в дневнике" in mentor.sees + mentor.toast
    assert len(await rows(stage, "SELECT 1 FROM meetings")) == 1


async def speaks(someone):
    await someone._acts(someone.user.sends_voice)


async def test_a_voice_message_is_kept_with_the_meeting_and_heard_again(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    await speaks(mentor)
    assert "голос и файлы я не читаю" in mentor.sees, "about no meeting"
    await holds_a_meeting(stage, mentor, "12")
    await mentor.taps("Дополнить запись", "Заметка")
    await speaks(mentor)
    assert "Сохранил голосовую заметку" in mentor.sees
    await mentor.says("и текстом")
    await mentor.taps("🎙 Прослушать")
    assert any(each.file is not None and each.file.kind == "voice" for each in mentor.user.chat.from_bot)
    await speaks(mentee)
    assert len(await rows(stage, "SELECT 1 FROM voices")) == 1


async def test_where_names_may_not_be_heard_a_voice_message_is_turned_away(stage):
    _, mentor, _ = await school_with_a_pair(stage)
    await holds_a_meeting(stage, mentor, "12")
    await stage.app.database.work(
        lambda tx: tx.run(
            "INSERT OR REPLACE INTO settings (school_id, name, value) VALUES (1, 'privacy_mode', 'coded')"
        )
    )
    await speaks(mentor)
    assert "Голосовые сообщения я не беру" in mentor.sees
    assert await rows(stage, "SELECT 1 FROM voices") == []


async def test_a_meeting_put_off_before_its_log_is_still_moved(stage):
    _, mentor, _ = await school_with_a_pair(stage)
    await sets_a_meeting(mentor, "12")
    await stage.waits(days=1, minutes=50)
    await mentor.taps("Перенесли")
    assert "Когда?" in mentor.sees
