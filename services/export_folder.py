"""The server's export folder: files with names wait there to be fetched, for their owner's eyes only, and not for ever."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from string import ascii_lowercase

from mentoring.leaving import Paper

_FOLDER_MODE = 0o700
_FILE_MODE = 0o600
_PREPARED = ".part"  # of a file still being written


@dataclass(frozen=True, slots=True)
class ExportFolder:
    """A folder of files whose names say nothing about anybody."""

    path: Path

    def open(self) -> None:
        """Make the folder, and shut it to everyone else."""
        self.path.mkdir(mode=_FOLDER_MODE, parents=True, exist_ok=True)
        self.path.chmod(_FOLDER_MODE)

    def put(self, paper: Paper, suffix: str, content: bytes, local: datetime) -> str:
        """Write a file, whole or not at all, and return its name; `local` is the school's moment."""
        self.open()
        name = f"{paper}-{local:%Y-%m-%d-%H%M}-{_word()}{suffix}"
        target = self.path / name
        prepared = target.with_name(name + _PREPARED)
        with os.fdopen(os.open(prepared, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _FILE_MODE), "wb") as file:
            file.write(content)
        prepared.rename(target)
        return name

    def sweep(self, now: datetime, days: int) -> int:
        """Remove files older than so many days, of ours only; returns how many went."""
        if not self.path.is_dir():
            return 0
        last = (now - timedelta(days=days)).timestamp()
        gone = 0
        for file in self.path.iterdir():
            ours = file.name.startswith(tuple(f"{paper}-" for paper in Paper))
            if ours and file.is_file() and file.stat().st_mtime < last:
                file.unlink(missing_ok=True)
                gone += 1
        return gone


def _word() -> str:
    """Six letters nobody guesses: digits after a date and an hour look like a phone to the tripwire."""
    return "".join(secrets.choice(ascii_lowercase) for _ in range(6))
