"""Logs carry ids: never a name, never what somebody answered."""

from __future__ import annotations

import logging
from pathlib import Path

from sources import none_of
from stage import playing

from services.filling import Filling

TYPED = ("МБОУ «Школа № 5»", "Школа-пять", "г. Энск-на-Реке", "Образцова Анна Петровна")


async def test_nothing_a_person_types_gets_into_the_log(tmp_path: Path, caplog):
    caplog.set_level(logging.DEBUG)
    async with playing(tmp_path) as stage:
        curator = await stage.curator()
        await curator.taps("Настроить школу")
        await curator.says(*TYPED)
        await curator.says("нечто, что никуда не подходит", "https://example.org/частное")
    assert caplog.records
    private = (*TYPED, "Куратор", "нечто", "частное")
    none_of(
        f"{record.name} {record.levelname}: {word} in {record.getMessage()[:300]}"
        for record in caplog.records
        for word in private
        if word in caplog.handler.format(record)
    )


async def test_not_even_when_something_breaks(tmp_path: Path, caplog, monkeypatch):
    async def breaks(*_: object) -> None:
        raise RuntimeError("broken")

    async with playing(tmp_path) as stage:
        curator = await stage.curator()
        await curator.taps("Настроить школу")
        monkeypatch.setattr(Filling, "take_typed", breaks)
        await curator.says(TYPED[0])
        assert "наша ошибка" in curator.sees
    assert "broken" in caplog.text, "the failure itself is there, with its traceback"
    assert TYPED[0] not in caplog.text
