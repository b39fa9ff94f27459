"""The interest poll: three taps, nobody's name, counts for the curator."""

from __future__ import annotations

import re

from steps_school import set_up_school

from papers.poll_chart import Bar, poll_png


async def value(stage, query: str):
    return await stage.app.database.read(lambda tx: tx.value(query))


async def opened_poll(curator) -> str:
    await curator.says("/menu")
    await curator.taps("Все разделы")
    await curator.taps("Анкеты", "Опрос интереса")
    await curator.taps("Начать опрос")
    return re.search(r"start=(\w+)", curator.sees)[1]


async def test_a_pupil_answers_in_three_taps_and_nothing_of_them_is_kept(stage):
    curator = await set_up_school(stage)
    token = await opened_poll(curator)
    accounts = await value(stage, "SELECT count(*) FROM accounts")
    pupil = await stage.someone()
    await pupil.starts(token)
    await pupil.taps("7 кл.")
    await pupil.taps("Чтобы у меня был наставник")
    await pupil.taps("Ученик постарше")
    assert "Спасибо" in pupil.sees
    assert await value(stage, "SELECT count(*) FROM accounts") == accounts
    assert await value(stage, "SELECT count(*) FROM persons WHERE kind = 'pupil'") == 0
    await curator.taps_data(curator.screen.id, "plc1:s")
    assert "1 ответ" in curator.sees
    assert re.search(r"7 класс\s+1", curator.sees)


async def test_an_answer_can_be_changed_and_is_not_counted_twice(stage):
    curator = await set_up_school(stage)
    teacher = await stage.someone()
    await teacher.starts(await opened_poll(curator))
    await teacher.taps("Педагог")
    await teacher.taps("Быть наставником")
    await teacher.taps("Ученикам")
    await teacher.taps("Изменить ответ")
    await teacher.taps("Педагог")
    await teacher.taps("Пока ничего")
    assert await value(stage, "SELECT count(*) FROM poll_answers") == 1
    assert await value(stage, "SELECT wish FROM poll_answers") == "nothing"


async def test_from_the_last_screen_one_goes_on_to_join(stage):
    curator = await set_up_school(stage)
    await curator.says("/invite")
    student = await stage.someone()
    await student.starts(await opened_poll(curator))
    await student.taps("Студент, выпускник")
    await student.taps("Да, готов(а)")
    await student.taps("Хочу участвовать")
    assert "Кто вы" in student.sees or "кто вы" in student.sees


async def test_a_closed_poll_says_so_and_keeps_its_counts(stage):
    curator = await set_up_school(stage)
    token = await opened_poll(curator)
    parent, late = await stage.someone(), await stage.someone()
    await parent.starts(token)
    await parent.taps("Родитель")
    await parent.taps("Пока нет")
    await late.starts(token)
    await curator.taps_data(curator.screen.id, "plc1:X")
    assert "не идёт" in curator.sees
    assert "1 ответ" in curator.sees
    await late.taps("Родитель")
    await late.taps("Пока нет")
    assert "закончился" in late.toast
    assert await value(stage, "SELECT count(*) FROM poll_answers") == 1


async def test_whoever_only_looked_is_forgotten_by_the_next_night_but_one(stage):
    curator = await set_up_school(stage)
    looker = await stage.someone()
    await looker.starts(await opened_poll(curator))
    with_looker = await value(stage, "SELECT count(*) FROM accounts")
    await stage.waits(days=2)
    assert await value(stage, "SELECT count(*) FROM accounts") == with_looker - 1


def test_the_picture_is_a_picture():
    legend = ["нужен наставник", "готовы быть наставником", "и то и другое", "пока нет"]
    bars = [Bar(f"{level} класс", [level, 3, 1, 12 - level]) for level in range(5, 12)]
    assert poll_png("Опрос о наставничестве", legend, bars)[:8] == b"\x89PNG\r\n\x1a\n"
