"""The bot starts where Telegram is out of reach, and says plainly when its token is refused."""

from __future__ import annotations

import logging

import pytest
from aiogram.exceptions import TelegramUnauthorizedError
from stage import FIRST_DAY, TOKEN, Stage, running

from bot.app import build
from bot.clock import MovableClock
from bot.settings import BotSettings
from bot.workshop import Workshop


async def test_while_telegram_is_out_of_reach_the_bot_waits_and_then_greets(tmp_path, caplog):
    caplog.set_level(logging.WARNING)
    stage = Stage(MovableClock(FIRST_DAY))
    async with stage.telegram.serving() as url:
        stage.telegram.faults.fail("*", 12, 502, "Bad Gateway", page="<html>no</html>")
        async with running(stage, tmp_path, url):
            await stage.telegram.until(lambda: stage.telegram.calls_of("getMe"))
            person = await stage.someone()
            await person.starts()
            assert "нужна ссылка" in person.sees
    assert "out of reach" in caplog.text


async def test_a_refused_token_stops_the_bot(tmp_path):
    stage = Stage(MovableClock(FIRST_DAY))
    async with stage.telegram.serving() as url:
        settings = BotSettings(_env_file=None, bot_token=TOKEN + "X", bot_api_url=url, data_dir=tmp_path)
        async with build(settings, stage.clock, stage.pause, Workshop(apart=False)) as app:
            with pytest.raises(TelegramUnauthorizedError):
                await app.run()


async def test_a_sign_of_life_is_left_for_the_health_check(stage, tmp_path):
    stage.app.minute()
    assert tmp_path.joinpath("alive").is_file()
