"""Settings and areas: shown as they hold, changed by a tap or a short form, by curators only."""

from __future__ import annotations

import pytest
from steps_school import set_up_school, staff_member

from handlers.curator.settings_groups import NAMES
from mentoring.settings_choices import SETTINGS
from storage import areas, schools


@pytest.fixture
async def curator(stage):
    curator = await set_up_school(stage)
    await curator.taps("Все разделы")
    return curator


async def settings_of(stage):
    return await stage.app.database.read(lambda tx: schools.settings(tx, 1))


async def test_what_holds_is_said_in_words(curator):
    await curator.taps("Настройки", "⏰ Когда писать")
    assert "Тихие часы: 21:00 – 08:00" in curator.sees
    assert "Часовой пояс: Москва, МСК" in curator.sees
    assert "Учебная неделя: шесть дней" in curator.sees
    await curator.taps("‹ Настройки", "📋 Анкеты")
    assert "после 3 встреч или через 30 дней" in curator.sees
    await curator.taps("‹ Настройки", "📎 Согласия")
    assert "От родителя: ответ здесь и бумага" in curator.sees


async def test_every_setting_is_changed_by_two_taps_in_its_topic(stage, curator):
    await curator.taps("Настройки")
    for group, choices in {
        "⏰ Когда писать": (
            ("Тишина: с", "20:30"),
            ("Тишина: до", "09:00"),
            ("Уроки: с", "08:30"),
            ("Уроки: до", "15:30"),
            ("Учебная неделя", "5"),
            ("Напоминания в день", "2"),
            ("Часовой пояс", "Омск"),
        ),
        "📋 Анкеты": (("Анкета: встречи", "5"), ("Анкета: дни", "45")),
        "👥 Пары": (("Ответ о паре", "7"),),
        "📎 Согласия": (
            ("Удаление данных", "14"),
            ("Возраст", "11"),
            ("Согласие родителя", "достаточно"),
            ("После 18-летия", "0"),
            ("Возражение родителя", "просит куратора"),
        ),
    }.items():
        await curator.taps(group)
        for setting, value in choices:
            await curator.taps(setting, value)
            assert curator.toast == "Записал."
        await curator.taps("‹ Настройки")
    held = await settings_of(stage)
    assert (held.quiet_from, held.quiet_until, held.lessons_from, held.lessons_until) == (
        *("20:30", "09:00"),
        *("08:30", "15:30"),
    )
    assert (held.school_week, held.nudges_a_day) == (5, 2)
    assert (held.feedback_after_meetings, held.feedback_after_days, held.offer_days) == (5, 45, 7)
    assert (held.erase_after_days, held.least_age, held.time_zone) == (14, 11, "Asia/Omsk")
    assert (held.guardian_rule, held.adult_grace_days) == ("tap_only", 0)
    assert held.guardian_may_object == "no"
    await curator.taps("⏰ Когда писать")
    assert "Часовой пояс: Омск, МСК+3" in curator.sees


def test_every_setting_stands_in_one_topic():
    assert sorted(name for names in NAMES.values() for name in names) == sorted(SETTINGS)


async def test_what_holds_is_ticked(curator):
    await curator.taps("Настройки", "👥 Пары", "Ответ о паре")
    assert [button for button in curator.buttons if button.startswith("✅")] == ["✅ 3"]


async def test_places_of_a_mentor_are_chosen_for_each_form(stage, curator):
    await curator.taps("Настройки", "👥 Пары", "Мест: ученик – ученик", "5")
    assert "(ученик – ученик): до 5" in curator.sees
    assert "(учитель – учитель): до 2" in curator.sees


async def test_the_programme_gets_a_name_and_loses_it(curator):
    await curator.taps("Настройки", "🎓 Программа", "Название программы")
    await curator.says("Наставничество <2027>")
    assert "Название программы: Наставничество <2027>" in curator.sees
    await curator.says("/today")
    assert "Наставничество <2027>" in curator.sees
    await curator.taps("Все разделы", "Настройки", "🎓 Программа", "Название программы", "Пропустить")
    assert "Название программы: —" in curator.sees


async def test_a_value_that_is_not_offered_is_not_taken(stage, curator):
    await curator.taps("Настройки")
    before = await settings_of(stage)
    for data in ("stm1:pupil_pupil:31", "stm1:nobody:3", "stc1:0", "stc1:x:y"):
        await curator.taps_data(curator.screen.id, data)
    assert await settings_of(stage) == before


async def test_nobody_else_changes_settings_or_areas(stage, curator):
    before = await settings_of(stage)
    head = await staff_member(stage, "head")
    await head.says("/menu")
    for data in ("stg1", "sts1:0", "stc1:0:0", "stm1:pupil_pupil:9", "stt1", "are1:0", "ara1:1", "arf1:0", "aro1:1:0"):
        await head.taps_data(head.screen.id, data)
        assert "Настройки" not in head.sees
    assert await settings_of(stage) == before


async def offered(stage, audience="pupil"):
    options = await stage.app.database.read(lambda tx: areas.options(tx, 1, audience))
    return [option.label.to("ru") for option in options]


async def test_an_area_is_added_renamed_closed_and_opened_again(stage, curator):
    await curator.taps("Школа", "Области", "Добавить область")
    await curator.says("Астрономия & <космос>")
    await curator.taps("Для учеников")
    assert "Астрономия & <космос>" in curator.sees
    assert "Астрономия & <космос>" in await offered(stage)
    assert "Астрономия & <космос>" not in await offered(stage, "teacher")
    await curator.taps("Переименовать")
    await curator.says("Звёзды")
    await curator.taps("Для всех")
    assert "Звёзды" in await offered(stage, "teacher")
    await curator.taps("Закрыть")
    assert "закрыта" in curator.sees
    assert "Звёзды" not in await offered(stage)
    await curator.taps("Открыть снова")
    assert "Звёзды" in await offered(stage)


async def test_an_area_that_is_there_is_not_added_twice(stage, curator):
    await curator.taps("Школа", "Области", "Добавить область")
    await curator.says("  математика ")
    await curator.taps("Для учеников")
    assert "уже есть" in curator.toast
    assert len([label for label in await offered(stage) if label.lower() == "математика"]) == 1


async def test_the_list_of_areas_pages(curator):
    await curator.taps("Школа", "Области")
    first = curator.buttons[:8]
    await curator.taps("Ещё")
    assert not set(first) & set(curator.buttons[:8])
    await curator.taps("‹ К началу")
    assert curator.buttons[:8] == first


async def test_the_details_that_consents_name_are_told_from_the_settings_too(curator):
    await curator.taps("Настройки", "📎 Согласия", "Реквизиты для согласий")
    assert "ИНН школы" in curator.sees
