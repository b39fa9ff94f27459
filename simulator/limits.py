"""The sizes and times Telegram holds a bot to, in one place so that a test can make one smaller."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Limits:
    """Bot API limits: texts in UTF-16 units after entities are parsed, files and callback data in bytes."""

    text: int = 4096
    caption: int = 1024
    callback_data: int = 64
    buttons: int = 100
    buttons_in_a_row: int = 8
    copied_text: int = 256
    placeholder: int = 64
    toast: int = 200
    commands: int = 100
    command_name: int = 32
    command_description: int = 256
    description: int = 512
    short_description: int = 120
    name: int = 64
    upload: int = 50 * 1024 * 1024
    photo: int = 10 * 1024 * 1024
    download: int = 20 * 1024 * 1024
    bulk: int = 100
    updates_at_once: int = 100
    poll_seconds: int = 50
    calls_a_second: float = 30
    burst_in_a_chat: float = 5
    calls_a_second_in_a_chat: float = 1
    query_lives: timedelta = timedelta(seconds=150)
    update_lives: timedelta = timedelta(hours=24)
    message_can_be_deleted_for: timedelta = timedelta(hours=48)
