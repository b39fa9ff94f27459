"""Settings from the environment or `.env`: how the bot is run, and a school's first defaults."""

from __future__ import annotations

from typing import Annotated, Literal
from zoneinfo import ZoneInfo, available_timezones

from aiogram.utils.token import TokenValidationError, validate_token
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import NoDecode

from bot.place import Place

_SHORTEST_PASSWORD = 12


class BotSettings(Place):
    """Every setting by its name in the environment; `.env.example` explains each, and a test holds the two together."""

    bot_token: SecretStr = Field(description="token of the bot, from @BotFather")
    bot_api_url: str = Field("https://api.telegram.org", description="address of a Bot API server")
    proxy_url: str = Field("", description="http:// or socks5:// proxy, empty for none")
    curators: Annotated[frozenset[int], NoDecode] = Field(
        frozenset(), description="Telegram ids of curators, separated by commas"
    )
    time_zone: str = Field("Europe/Moscow", description="first default of the school's time zone, an IANA name")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", description="DEBUG, INFO, WARNING or ERROR")
    drain_seconds: float = Field(10.0, ge=0, le=120, description="how long a stop waits for answers under way")
    archive_password: SecretStr = Field(
        SecretStr(""), description="coded mode: password of archives sent in chat, 12 signs or more; empty for none"
    )
    export_days: int = Field(30, ge=1, le=365, description="days until files with names are removed, 1 to 365")

    @field_validator("bot_token")
    @classmethod
    def _as_aiogram_takes_it(cls, token: SecretStr) -> SecretStr:
        try:
            validate_token(token.get_secret_value())
        except TokenValidationError as wrong:
            raise ValueError("expected a token like 123456:ABC-DEF") from wrong
        return token

    @field_validator("archive_password")
    @classmethod
    def _long_enough(cls, password: SecretStr) -> SecretStr:
        if 0 < len(password.get_secret_value()) < _SHORTEST_PASSWORD:
            raise ValueError(f"expected {_SHORTEST_PASSWORD} signs or more, or nothing")
        return password

    @field_validator("bot_api_url")
    @classmethod
    def _an_address(cls, url: str) -> str:
        if not url.startswith(("http://", "https://")):
            raise ValueError("expected an address that begins with http:// or https://")
        return url.rstrip("/")

    @field_validator("proxy_url")
    @classmethod
    def _a_proxy(cls, url: str) -> str:
        if url and not url.startswith(("http://", "socks5://", "socks4://")):
            raise ValueError("expected http://…, socks5://… or nothing")
        return url

    @field_validator("curators", mode="before")
    @classmethod
    def _ids(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        parts = [part.strip() for part in value.split(",") if part.strip()]
        if not all(part.isdigit() for part in parts):
            raise ValueError("expected numbers separated by commas, like 123456789,987654321")
        return frozenset(int(part) for part in parts)

    @field_validator("time_zone")
    @classmethod
    def _a_zone(cls, name: str) -> str:
        if name not in available_timezones():
            raise ValueError("expected an IANA name like Europe/Moscow or Asia/Yekaterinburg")
        return ZoneInfo(name).key


def read_settings() -> BotSettings | str:
    """The settings, or a text that names each wrong one and says what is expected."""
    try:
        return BotSettings()
    except ValidationError as wrong:
        lines = []
        for error in wrong.errors():
            name = "_".join(str(part) for part in error["loc"]).upper()
            expected = BotSettings.model_fields[str(error["loc"][0])].description
            said = error["msg"].removeprefix("Value error, ")
            lines.append(f"{name}: {said if 'expected' in said else f'expected: {expected}'}")
        return "\n".join(lines)
