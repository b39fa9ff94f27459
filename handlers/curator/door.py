"""The curator's door: nobody else's update gets behind it. The services ask again."""

from __future__ import annotations

from aiogram.filters import Filter
from aiogram.types import TelegramObject

from mentoring.people import Role, Speaker


class CuratorOnly(Filter):
    """Lets a curator through."""

    async def __call__(self, event: TelegramObject, speaker: Speaker) -> bool:
        """Whether the speaker is one."""
        return Role.CURATOR in speaker.roles
