"""Where the database is, for commands that need no token and must not import aiogram."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class Place(BaseSettings):
    """The part of the settings that says where data lie."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", env_ignore_empty=True)

    data_dir: Path = Field(Path("data"), description="folder of the database and its copies")
    database_url: str = Field("", description="sqlite:///path; empty for DATA_DIR/mentoring.db")
    locale: Literal["ru", "en"] = Field("ru", description="language of people who have not chosen one: ru or en")

    @field_validator("database_url")
    @classmethod
    def _sqlite(cls, url: str) -> str:
        if url and not url.startswith("sqlite:///"):
            raise ValueError("expected sqlite:///path/to/file.db")
        return url

    @property
    def database_path(self) -> Path:
        """Where the database file is."""
        if self.database_url:
            return Path(self.database_url.removeprefix("sqlite:///"))
        return self.data_dir / "mentoring.db"

    @property
    def export_dir(self) -> Path:
        """Where files with names wait to be fetched."""
        return self.data_dir / "export"

    @property
    def inbox_dir(self) -> Path:
        """The watched folder: lists with names are put there."""
        return self.data_dir / "inbox"

    @property
    def address_file(self) -> Path:
        """Where the bot writes down its address when it greets, for papers that are made without it."""
        return self.data_dir / "address"


def database_path() -> Path:
    """Where the database file is, by the environment and `.env`."""
    return Place().database_path
