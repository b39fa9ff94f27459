"""«Написать куратору»: a letter goes to the curators, their answer comes back through the bot."""

from __future__ import annotations

from steps_people import known
from steps_school import set_up_school


async def writer(stage, family="Петров"):
    """A pupil with a phone."""
    someone = await stage.someone("Илья")
    await someone.starts()
    someone.person_id = await known(stage, family, phone=someone)
    return await someone.says("/menu")


async def test_a_letter_goes_to_the_curator_and_the_answer_comes_back(stage):
    curator = await set_up_school(stage)
    pupil = await writer(stage)
    await pupil.taps("✉️ Написать куратору")
    assert "Увидит: куратор" in pupil.sees
    await pupil.says("Можно <b>перенести</b> & =1+1 встречу? ё 🙂")
    assert "Отправлено куратору" in pupil.sees
    assert "Петров Илья" in curator.sees
    assert "Можно <b>перенести</b> & =1+1 встречу? ё 🙂" in curator.sees
    await curator.taps("Ответить")
    await curator.says("Да, <конечно>")
    assert "Ответ отправлен" in curator.sees
    assert "Ответ куратора" in pupil.sees
    assert "Да, <конечно>" in pupil.sees
    await curator.says("/letters")
    assert "Писем без ответа нет" in curator.sees


async def test_the_whole_exchange_is_one_thread_for_the_curator(stage):
    curator = await set_up_school(stage)
    pupil = await writer(stage)
    await pupil.taps("✉️ Написать куратору")
    await pupil.says("Первое письмо")
    await curator.taps("Ответить")
    await curator.says("Мой ответ")
    await pupil.taps("Написать ещё")
    await pupil.says("Второе письмо")
    await curator.says("/letters")
    await curator.taps("Петров Илья: Второе письмо")
    first, mine, second = (curator.sees.index(words) for words in ("Первое письмо", "Мой ответ", "Второе письмо"))
    assert first < mine < second
    await curator.taps("Закрыть без ответа")
    assert "Писем без ответа нет" in curator.sees


async def test_a_letter_that_waits_is_on_the_curators_home(stage):
    curator = await set_up_school(stage)
    pupil = await writer(stage)
    await pupil.taps("✉️ Написать куратору")
    await pupil.says("Здравствуйте")
    await curator.says("/today")
    await curator.taps("Прочесть письма")
    assert "Петров Илья: Здравствуйте" in curator.buttons


async def test_a_letter_is_answered_once(stage):
    curator = await set_up_school(stage)
    pupil = await writer(stage)
    await pupil.taps("✉️ Написать куратору")
    await pupil.says("Здравствуйте")
    await curator.taps("Ответить")
    stale = curator.screen
    await curator.says("Первый ответ")
    thread = await stage.app.database.read(lambda tx: tx.value("SELECT min(id) FROM letters"))
    await curator.taps_data(stale.id, f"ltt1:{thread}:a")
    await curator.says("Второй ответ")
    assert "уже ответили" in curator.sees
    assert "Второй ответ" not in pupil.sees


async def test_a_letter_of_4096_letters_and_a_sticker_are_told_what_to_do(stage):
    await set_up_school(stage)
    pupil = await writer(stage)
    await pupil.taps("✉️ Написать куратору")
    await pupil.says("я" * 4096)
    assert "до 1000 знаков" in pupil.sees
    await pupil.sends_file("фото.png", b"x")
    assert "нужен текст" in pupil.sees
    await pupil.says("я" * 1000)
    assert "Отправлено куратору" in pupil.sees


async def test_nobody_reads_or_goes_on_with_anothers_letters(stage):
    curator = await set_up_school(stage)
    pupil, other = await writer(stage), await writer(stage, "Сидоров")
    await pupil.taps("✉️ Написать куратору")
    await pupil.says("Это моё")
    thread = await stage.app.database.read(lambda tx: tx.value("SELECT min(id) FROM letters"))
    for data in (f"ltt1:{thread}:s", f"ltt1:{thread}:a", f"ltt1:{thread}:c", "ltl1:0"):
        await other.taps_data(other.screen.id, data)
        assert "Это моё" not in other.sees
    await other.taps_data(other.screen.id, f"ltw1:{thread}")
    await other.says("Чужое продолжение")
    assert "не ваше" in other.sees
    assert (
        await stage.app.database.read(lambda tx: tx.value("SELECT count(*) FROM letters WHERE closed_at IS NULL")) == 1
    )
    stranger = await stage.someone()
    await stranger.says("/letter")
    assert "Писать пока некому" in stranger.sees
    await stranger.says("/letters")
    assert "Это моё" not in stranger.sees
    assert "Это моё" in curator.sees


async def test_many_letters_come_in_pages(stage):
    curator = await set_up_school(stage)
    person = await known(stage, "Петров")

    def unit(tx):
        for number in range(11):
            tx.insert("letters", school_id=1, from_id=person, text=f"Письмо {number}", at=tx.now)

    await stage.app.database.work(unit)
    await curator.says("/letters")
    assert [button for button in curator.buttons if "Письмо" in button][-1].endswith("Письмо 7")
    await curator.taps("›")
    assert [button for button in curator.buttons if "Письмо" in button][-1].endswith("Письмо 10")
