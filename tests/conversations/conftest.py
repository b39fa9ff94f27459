"""The stage, ready for a test."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from stage import Stage, playing


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """The bot on a stage, nobody there yet."""
    async with playing(tmp_path) as stage:
        yield stage
