"""The bot, wired but not talking."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import App, build
from bot.settings import BotSettings


@pytest.fixture
async def app(tmp_path: Path) -> AsyncIterator[App]:
    """Everything made and put together; no network is needed for that."""
    settings = BotSettings(_env_file=None, bot_token="42:TEST", data_dir=tmp_path)
    async with build(settings) as app:
        yield app
