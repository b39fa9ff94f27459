"""Permissions beside taking part: each on a screen of its own, nothing ticked, declining one says what is still possible."""

from __future__ import annotations

from steps_consents import details_known, parents_confirmed
from steps_joining import parent_agrees, pupil_joins, set_up_school, teacher_joins

from mentoring.settings import GuardianRule

TEEN = "12.05.2012"  # fourteen in January 2027


async def rows(stage, table="consents"):
    return await stage.app.database.read(lambda tx: [dict(row) for row in tx.all(f"SELECT * FROM {table} ORDER BY id")])


async def home(someone):
    await someone.starts()
    return someone


async def test_after_taking_part_is_agreed_the_rest_is_offered_once_and_not_as_a_heap(stage):
    await set_up_school(stage)
    await details_known(stage)
    pupil = await pupil_joins(stage, birth=TEEN)
    assert not any("разрешени" in button for button in pupil.buttons), "the parent has not answered yet"
    await parent_agrees(pupil)
    await home(pupil)
    assert "Ещё 3 разрешения" in pupil.buttons
    await pupil.taps("Ещё 3 разрешения")
    assert "по желанию" in pupil.sees
    await pupil.taps("Позже")
    await home(pupil)
    assert not any("разрешени" in button for button in pupil.buttons)
    await pupil.says("/privacy")
    await pupil.taps("Разрешения: дать или отказать")
    assert "Имя на сайте школы" in pupil.buttons


async def test_the_site_is_named_exactly_and_conditions_are_chosen_by_a_tap(stage):
    await set_up_school(stage)
    await details_known(stage)
    pupil = await pupil_joins(stage, birth=TEEN)
    parent = await parent_agrees(pupil)
    await home(pupil)
    await pupil.taps("Ещё 3 разрешения", "Имя на сайте школы")
    assert "https://school5.example/mentoring" in pupil.sees
    await pupil.taps("Прочитать полностью")
    for part in ("ИНН 3525012345", "ОГРН 1023500881234", "передумаю", "30.06.2027"):
        assert part in pupil.sees, part
    await pupil.taps("Согласен(на): только имя")
    assert "ждём ответа родителя" in pupil.sees
    await home(parent)
    await parent.taps("Илья П.: ещё 3 разрешения", "Имя на сайте школы", "Согласен(на): имя и класс")
    assert "Имя на сайте школы: вы разрешили, школа сверит, что вы родитель" in parent.sees
    await parents_confirmed(stage)
    given = [row for row in await rows(stage) if row["purpose"] == "distribution"]
    assert [(row["capacity"], row["terms"]) for row in given] == [("assent", "name"), ("guardian", "name_class")]
    assert {row["scope"] for row in given} == {"https://school5.example/mentoring"}


async def test_declining_one_says_what_is_still_possible_and_touches_nothing_else(stage):
    await set_up_school(stage)
    teacher = await teacher_joins(stage)
    await home(teacher)
    await teacher.taps("Ещё 2 разрешения", "Фото и видео", "Не согласен(на)")
    assert "в программе ничего не меняется" in teacher.sees
    assert [(row["purpose"], row["answer"]) for row in await rows(stage)] == [
        ("participation", "agreed"),
        ("photo", "declined"),
    ]
    await teacher.taps("Фото и видео")
    assert "Сейчас: вы не согласились" in teacher.sees
    await teacher.taps("Согласен(на)")
    assert "Фото и видео: ✅ есть" in teacher.sees


async def test_other_addresses_are_not_covered_and_are_asked_about_only_when_the_curator_says_so(stage):
    curator = await set_up_school(stage)
    await details_known(stage)
    teacher = await teacher_joins(stage)
    await home(teacher)
    await teacher.taps("Ещё 3 разрешения", "Имя на сайте школы")
    (data,) = [
        button.data for row in teacher.screen.keyboard for button in row if button.text == "Согласен(на): только имя"
    ]
    await details_known(stage, sites=("https://school5.example/mentoring", "https://partner.example/news"))
    await teacher.taps_data(teacher.screen.id, data)
    assert "Текст обновился" in teacher.toast
    assert [row["purpose"] for row in await rows(stage)] == ["participation"]
    await teacher.taps("Согласен(на): только имя")
    await details_known(stage, sites=("https://other.example",))
    await home(teacher)
    assert not any("3 разрешения" in button for button in teacher.buttons)
    await curator.starts()
    await curator.taps("Все разделы", "Согласия", "Имя на сайте школы", "Ждём ответа: 1", "Спросить в боте: 1")
    await stage.waits(minutes=20)
    await teacher.taps("Посмотреть")
    assert "изменились" in teacher.sees


async def test_a_child_under_fourteen_is_asked_nothing_the_parent_decides(stage):
    await set_up_school(stage)
    pupil = await pupil_joins(stage)
    await parent_agrees(pupil)
    await home(pupil)
    assert not any("разрешени" in button for button in pupil.buttons)
    person = (await rows(stage))[0]["person_id"]
    await pupil.taps_data(pupil.screen.id, f"pmi1:{person}:2:y:1-e3b0c4")
    assert [row["purpose"] for row in await rows(stage)] == ["participation", "participation"]


async def test_a_strangers_forged_tap_permits_nothing(stage):
    await set_up_school(stage)
    pupil = await pupil_joins(stage, birth=TEEN)
    await parent_agrees(pupil)
    person = (await rows(stage))[0]["person_id"]
    stranger = await teacher_joins(stage)
    before = await rows(stage)
    for step in "sfyn0":
        await stranger.taps_data(stranger.screen.id, f"pmi1:{person}:2:{step}:1-e3b0c4")
        assert "не ваше" in stranger.toast
    await stranger.taps_data(stranger.screen.id, f"pms1:{person}:1")
    assert await rows(stage) == before


async def test_a_psychologists_measure_of_a_child_needs_the_parents_signature_whatever_the_rule(stage):
    await set_up_school(stage, GuardianRule.TAP)
    pupil = await pupil_joins(stage, birth=TEEN)
    parent = await parent_agrees(pupil)
    await home(parent)
    await parent.taps("Илья П.: ещё 2 разрешения", "Опрос у психолога", "Согласен(на)")
    assert "Опрос у психолога: вы разрешили, ждём ответа ребёнка" in parent.sees
    await home(pupil)
    await pupil.taps("Ещё 2 разрешения", "Опрос у психолога", "Согласен(на)")
    assert "Опрос у психолога: осталась подпись на бумаге" in pupil.sees
