"""Settings from the environment or `.env`: how the bot is run, and a school's first defaults."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, available_timezones

from aiogram.utils.token import TokenValidationError, validate_token
from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict


class BotSettings(BaseSettings):
    """Every setting by its name in the environment; `.env.example` explains each, and a test holds the two together."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", env_ignore_empty=True)

    bot_token: SecretStr = Field(description="token of the bot, from @BotFather")
    bot_api_url: str = Field("https://api.telegram.org", description="address of a Bot API server")
    proxy_url: str = Field("", description="http:// or socks5:// proxy, empty for none")
    data_dir: Path = Field(Path("data"), description="folder of the database and its copies")
    database_url: str = Field("", description="sqlite:///path; empty for DATA_DIR/mentoring.db")
    curators: Annotated[frozenset[int], NoDecode] = Field(
        frozenset(), description="Telegram ids of curators, separated by commas"
    )
    locale: Literal["ru", "en"] = Field("ru", description="language of people who have not chosen one: ru or en")
    time_zone: str = Field("Europe/Moscow", description="first default of the school's time zone, an IANA name")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", description="DEBUG, INFO, WARNING or ERROR")
    drain_seconds: float = Field(10.0, ge=0, le=120, description="how long a stop waits for answers under way")

    @field_validator("bot_token")
    @classmethod
    def _as_aiogram_takes_it(cls, token: SecretStr) -> SecretStr:
        try:
            validate_token(token.get_secret_value())
        except TokenValidationError as wrong:
            raise ValueError("expected a token like 123456:ABC-DEF") from wrong
        return token

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

    @field_validator("database_url")
    @classmethod
    def _sqlite(cls, url: str) -> str:
        if url and not url.startswith("sqlite:///"):
            raise ValueError("expected sqlite:///path/to/file.db")
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

    @property
    def database_path(self) -> Path:
        """Where the database file is."""
        if self.database_url:
            return Path(self.database_url.removeprefix("sqlite:///"))
        return self.data_dir / "mentoring.db"
