"""A school is claimed and set up."""

from __future__ import annotations


async def test_the_first_curator_sets_the_school_up_by_tapping(stage):
    curator = await stage.curator()
    assert "куратор" in curator.sees
    await curator.taps("Настроить школу")
    await curator.says("МБОУ «Школа № 5» & <лицей>")
    assert "Краткое название" in curator.sees
    await curator.says("Школа № 5", "г. Энск", "Образцова Анна Петровна")
    await curator.taps("Оставить: Директор", "Пропустить", "Москва")
    assert "Когда начинается" in curator.sees
    await curator.taps("11", "›", "›", "›", "›", "›", "30")
    await curator.taps("Готово", "Ответ здесь и бумага", "Да, имена в чате")
    assert "МБОУ «Школа № 5» & <лицей>" in curator.sees, curator.sees
    await curator.taps("Отправить")
    assert "Школа настроена" in curator.sees


async def test_a_stranger_gets_nowhere(stage):
    stranger = await stage.someone()
    await stranger.starts()
    assert "нужна ссылка" in stranger.sees
    await stranger.starts("ABCDEFGHJK")
    assert "не подходит" in stranger.sees
